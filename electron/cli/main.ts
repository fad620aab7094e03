/** The command line from arguments to exit code. Terminal and machine are passed in, so that tests run all of it. */
import { failure, usageFailure } from './answer.ts';
import type { Answer } from './answer.ts';
import { readArguments } from './arguments.ts';
import type { Reading } from './arguments.ts';
import { CommandContext } from './context.ts';
import { StorageFailure } from '../app/ports/storage.ts';
import type { StorageFailureKind } from '../app/ports/storage.ts';
import { EXIT } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { makeStyle } from './render/style.ts';
import { printableJson } from './render/text.ts';
import type { Request } from './request.ts';
import type { World } from './terminal.ts';

/** `words` is process.argv without node and script. Never throws: a bug is exit code 70. */
export async function runCommandLine(words: readonly string[], world: World): Promise<ExitCode> {
  const { terminal } = world;
  const reading = readArguments(words, makeStyle(terminal.columns, false).width);
  switch (reading.kind) {
    case 'help':
      terminal.writeOut(reading.text);
      return EXIT.ok;
    case 'version':
      terminal.writeOut(reading.json ? `${JSON.stringify({ version: world.version })}\n` : `${world.version}\n`);
      return EXIT.ok;
    case 'usage':
      return print(usageFailure(reading.message), world, words.includes('--json'));
    case 'request':
      return runRequest(reading, world);
  }
}

async function runRequest({ globals, request }: Extract<Reading, { kind: 'request' }>, world: World): Promise<ExitCode> {
  const json = globals.json === true;
  const context = new CommandContext(world, globals);
  const release = world.onCrash((bug) => {
    print(describeBug(bug, context), world, json);
    world.endNow(EXIT.bug);
  });
  const orBug = (bug: unknown): Answer => describeBug(bug, context);
  const result = await dispatch(context, request).catch(orBug);
  const closed = await context.close().catch(orBug);
  release();
  return print(closed ?? result, world, json);
}

/** Each command's module is loaded only when needed, so that small commands start fast. */
async function dispatch(context: CommandContext, request: Request): Promise<Answer> {
  switch (request.command) {
    case 'sync':
      return (await import('./commands/sync.ts')).sync(context, request);
    case 'watch':
      return (await import('./commands/watch.ts')).watch(context, request);
    case 'status':
      return request.arrivals === true
        ? (await import('./commands/guests/arrivals.ts')).arrivals(context, request.within)
        : (await import('./commands/status.ts')).status(context, request.within);
    case 'print':
      return (await import('./commands/guests/print.ts')).print(context, request);
    case 'answer':
      return (await import('./commands/answer-question.ts')).answerQuestion(context, request);
    case 'history':
      return (await import('./commands/history.ts')).history(context, request);
    case 'discover':
      return (await import('./commands/discover.ts')).discover(context, request);
    case 'codes list':
      return (await import('./commands/codes.ts')).codesList(context, request);
    case 'codes create':
      return (await import('./commands/codes.ts')).codesCreate(context, request);
    case 'codes update':
      return (await import('./commands/codes.ts')).codesUpdate(context, request);
    case 'codes delete':
      return (await import('./commands/delete-code.ts')).codesDelete(context, request);
    case 'door':
      return (await import('./commands/door.ts')).door(context, request);
    case 'people list':
      return (await import('./commands/people-list.ts')).peopleList(context, request);
    case 'people add':
      return (await import('./commands/people.ts')).peopleAdd(context, request);
    case 'people edit':
      return (await import('./commands/people.ts')).peopleEdit(context, request);
    case 'people remove':
      return (await import('./commands/people.ts')).peopleRemove(context, request);
    case 'people link':
      return (await import('./commands/people.ts')).peopleLink(context, request);
    case 'messages list':
      return (await import('./commands/messages/messages.ts')).messagesList(context, request);
    case 'messages preview':
      return (await import('./commands/messages/messages.ts')).messagesPreview(context, request);
    case 'messages start':
      return (await import('./commands/messages/start.ts')).messagesStart(context, request);
    case 'messages stop':
      return (await import('./commands/messages/start.ts')).messagesStop(context, request);
    case 'messages send':
      return (await import('./commands/messages/send.ts')).messagesSend(context, request);
    case 'messages mark-told':
      return (await import('./commands/messages/send.ts')).messagesMarkTold(context, request);
    case 'undo':
      return (await import('./commands/acts/undo.ts')).undo(context, request);
    case 'forget':
      return (await import('./commands/acts/forget.ts')).forget(context, request);
    case 'pause':
      return (await import('./commands/acts/pause.ts')).pause(context, request);
    case 'resume':
      return (await import('./commands/acts/pause.ts')).resume(context, request);
    case 'stay':
      return (await import('./commands/acts/stay.ts')).stay(context, request);
    case 'templates list':
      return (await import('./commands/messages/templates.ts')).templatesList(context);
    case 'templates show':
      return (await import('./commands/messages/templates.ts')).templatesShow(context, request);
    case 'templates set':
      return (await import('./commands/messages/templates.ts')).templatesSet(context, request);
    case 'templates reset':
      return (await import('./commands/messages/templates.ts')).templatesReset(context, request);
    case 'templates test':
      return (await import('./commands/messages/test-template.ts')).templatesTest(context, request);
    case 'templates approve':
      return (await import('./commands/messages/templates.ts')).templatesApprove(context, request);
    case 'import':
      return (await import('./commands/import.ts')).importFile(context, request);
    case 'credentials':
      return (await import('./commands/credentials.ts')).credentials(context, request);
    case 'doctor':
      return request.probe === undefined
        ? (await import('./commands/doctor/doctor.ts')).doctor(context, request)
        : (await import('./commands/doctor/probe.ts')).probe(context, { ...request, probe: request.probe });
  }
}

/** A plain sentence; the stack, whose message may quote anything, goes to the log, and to standard error only with --verbose. */
function describeBug(bug: unknown, context: CommandContext): Answer {
  if (bug instanceof StorageFailure) return storageAnswer(bug, context);
  const stack = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
  const backend = context.opened;
  backend?.log.log('error', 'command ended by a bug', { stack });
  // With a backend, --verbose mirrors the log, redacted.
  if (backend === null && context.globals.verbose === true) context.note(stack);
  const where = backend === null ? 'Repeat the command with --verbose to see where.' : `The details are in ${backend.logFile}`;
  return failure(
    EXIT.bug,
    'bug',
    `Latchkey stopped because of a bug. The changes made so far remain, and the next run continues from there. ${where}`,
  );
}

const DISK: Readonly<Record<StorageFailureKind, string>> = {
  full: 'The disk is full. Free some space',
  'read-only': 'Latchkey may not write to its folder. Make the folder writable',
  failing: 'The disk did not take what had to be stored. Check the disk',
};

function storageAnswer({ kind }: StorageFailure, { opened }: CommandContext): Answer {
  opened?.log.log('error', 'disk does not take what has to be stored', { kind });
  return failure(EXIT.failed, `disk-${kind}`, `Nothing was saved. ${DISK[kind]}, then repeat the command.`);
}

function print(result: Answer, { terminal }: World, json: boolean): ExitCode {
  const goesToError = result.goesTo === 'error';
  if (json) terminal.writeOut(`${printableJson(result.document, 2)}\n`);
  if (!json || goesToError) {
    const style = makeStyle(terminal.columns, goesToError ? terminal.errorHasColour : terminal.outHasColour);
    const text = `${result.render(style)}\n`;
    if (goesToError) terminal.writeError(text);
    else terminal.writeOut(text);
  }
  return result.exitCode;
}
