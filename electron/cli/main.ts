/** The command line from words to exit code. Everything outside is handed in, so that tests run it whole. */
import { failure, usageFailure } from './answer.ts';
import type { Answer } from './answer.ts';
import { readArguments } from './arguments.ts';
import { CommandContext } from './context.ts';
import { dispatch } from './dispatch.ts';
import { EXIT } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { makeStyle } from './render/style.ts';
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
      break;
  }
  const context = new CommandContext(world, reading.globals);
  const release = world.onCrash((bug) => {
    print(tellBug(bug, context), world, reading.globals.json);
    world.endNow(EXIT.bug);
  });
  let came: Answer;
  try {
    came = await dispatch(context, reading.request);
  } catch (bug) {
    came = tellBug(bug, context);
  }
  try {
    await context.close();
  } catch (bug) {
    came = tellBug(bug, context);
  }
  release();
  return print(came, world, reading.globals.json);
}

/** One plain line; the stack goes to the log, and to standard error only with --verbose: its message may quote anything. */
function tellBug(bug: unknown, context: CommandContext): Answer {
  const stack = bug instanceof Error ? (bug.stack ?? bug.message) : String(bug);
  const backend = context.opened;
  backend?.log.log('error', 'a bug ended the command', { stack });
  // With a backend, --verbose mirrors the log, redacted.
  if (backend === null && context.globals.verbose) context.note(stack);
  const where = backend === null ? 'Run it again with --verbose to see where.' : `The details are in ${backend.logFile}`;
  return failure(
    EXIT.bug,
    'bug',
    `Latchkey made a mistake of its own and stopped. What was done until then stands, and the next run goes on from there. ${where}`,
  );
}

function print(came: Answer, { terminal }: World, json: boolean): ExitCode {
  const goesToError = came.goesTo === 'error';
  if (json) terminal.writeOut(`${JSON.stringify(came.document, null, 2)}\n`);
  if (!json || goesToError) {
    const style = makeStyle(terminal.columns, goesToError ? terminal.errorHasColour : terminal.outHasColour);
    const text = `${came.render(style)}\n`;
    if (goesToError) terminal.writeError(text);
    else terminal.writeOut(text);
  }
  return came.exitCode;
}
