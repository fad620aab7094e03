/** `messages start` and `messages stop`: switches a way on after showing what would go to whom, and off. */
import { rememberedHere } from '../../../app/messages/remembered-here.ts';
import { toldInThreads } from '../../../app/messages/threads/read-threads.ts';
import { startOf } from '../../../app/messages/start-way.ts';
import type { AlreadyTold } from '../../../app/messages/start-sending.ts';
import type { BookingId } from '../../../../shared/domain/ids.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import type { SendingSwitch } from '../../../../shared/domain/told.ts';
import { accessFailure, answer, dryRunAnswer, failure, usageFailure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import type { CommandContext } from '../../context.ts';
import { EXIT } from '../../exit-code.ts';
import { createProgressLine } from '../../progress-line.ts';
import { renderStart, startDocument } from '../../render/messages.ts';
import { makeStyle } from '../../render/style.ts';
import type { RequestOf } from '../../request.ts';
import { confirm } from '../acts/confirm.ts';
import { lookAt } from './messages.ts';
import type { Looked } from './messages.ts';

type StartRequest = RequestOf<'messages start'>;

export async function messagesStart(context: CommandContext, request: StartRequest): Promise<Answer> {
  const { way, key, alreadyToldUntil, dryRun = false, yes = false } = request;
  if (key !== undefined && way !== 'placeholder') return usageFailure('--key is for placeholders.');
  if (alreadyToldUntil !== undefined && way !== 'message') return usageFailure('--already-told-until is for messages.');
  if (request.config !== undefined && !dryRun)
    return usageFailure('This changes the settings, which --config leaves as they are: use it with --dry-run.');
  const looked = await lookAt(context, request.config);
  if (!looked.ok) return looked.error;
  const { backend, vault } = looked.value;
  if (!vault.keyed && (way === 'message' || way === 'placeholder'))
    return failure(EXIT.keychain, 'no-pin-key', 'There is no PIN key in the keychain: what guests were told could not be recognised.');
  const inThreads = await toldIn(context, request, looked.value);
  if (!inThreads.ok) return inThreads.error;
  const { look, settings } = looked.value;
  const choices = { way, key: key ?? null, alreadyTold: toldBy(alreadyToldUntil), inThreads: inThreads.value };
  const start = startOf(choices, look.facts, backend.settings.read());
  if (!start.ok) return usageFailure('The name must be 2 to 40 letters, digits, - or _, and begin with a letter.');
  const { lines } = start.value;
  const document = { messages: lines.map((line) => startDocument(way, line)) };
  const show: Answer['render'] = (style) => ABOUT[way] ?? renderStart(way, lines, settings.times.timeZone, style);
  if (dryRun) return answer({ ok: true, dryRun: true, ...document }, show);
  const question = QUESTIONS[way](start.value.settings.messages.placeholder.key);
  const stopped = await confirm(context, [show(makeStyle(context.world.terminal.columns, false)), question], yes);
  if (stopped !== null) return stopped;
  // Before the switch: with it alone, nothing would be known of who counts as told.
  backend.history.remember(start.value.remember);
  backend.settings.write(start.value.settings);
  return answer({ ok: true }, () => STARTED[way]);
}

export async function messagesStop(context: CommandContext, { way, dryRun = false }: RequestOf<'messages stop'>): Promise<Answer> {
  const opened = await context.open();
  if (!opened.ok) return opened.error;
  const { settings } = opened.value;
  const stored = settings.read();
  if (dryRun) return dryRunAnswer([`This would be switched off: ${NAMES[way]}.`]);
  settings.write({ ...stored, sending: { ...stored.sending, [way]: false } });
  return answer({ ok: true }, () => STOPPED[way]);
}

/** Guests who arrive soon and have been sent the right PIN by hand: read only where the user lets Latchkey read, and where it counts. */
async function toldIn(
  context: CommandContext,
  { way, alreadyToldUntil }: StartRequest,
  { backend, settings, vault, look, input }: Looked,
): Promise<Result<ReadonlySet<BookingId>, Answer>> {
  if (way !== 'message' || alreadyToldUntil !== undefined || !settings.sending.threads) return ok(new Set());
  const cloud = await backend.bookingCloud();
  if (!cloud.ok) return err(accessFailure(cloud.error));
  const { guests } = cloud.value;
  if (guests === undefined) return ok(new Set());
  const progress = createProgressLine(context.world.terminal);
  const history = rememberedHere(backend.history.memory());
  const read = await toldInThreads(
    { guests, history, digests: vault, log: backend.log },
    {
      ...{ input, stays: look.facts.stays, signal: new AbortController().signal },
      onProgress: (done, total) => progress.say(`Reading threads ${String(done)}/${String(total)}`),
    },
  ).finally(() => progress.clear());
  return read.ok
    ? ok(read.value)
    : err(
        failure(
          EXIT.cloudUnreachable,
          read.error,
          'The threads of the guests who arrive soon could not be read. Try again later, or say who was told with --already-told-until.',
        ),
      );
}

function toldBy(until: StartRequest['alreadyToldUntil']): AlreadyTold {
  if (until === undefined) return { kind: 'usual' };
  return until === 'none' ? { kind: 'nobody' } : { kind: 'until', date: until };
}

const ABOUT: Partial<Record<SendingSwitch, string>> = {
  threads:
    'Latchkey will read what was written to guests who arrive within 72 hours, to compare the PINs in it with those on the locks. Nothing of it is stored.',
  host: 'When a guest arrives within an hour and has no working code, Smoobu will tell you too, once, without digits.',
};
const QUESTIONS: Readonly<Record<SendingSwitch, (key: string) => string>> = {
  message: () => 'Start sending messages?',
  placeholder: (key) => `Keep the placeholder [${key}] at Smoobu for these stays?`,
  threads: () => 'Read these threads?',
  host: () => 'Send you urgent news through Smoobu?',
};
const NAMES: Readonly<Record<SendingSwitch, string>> = {
  message: 'messages to guests',
  placeholder: 'placeholders at Smoobu',
  threads: 'reading what guests were told',
  host: 'urgent news through Smoobu',
};
const STARTED: Readonly<Record<SendingSwitch, string>> = {
  message: 'Messages are on. The next sync sends what is due.',
  placeholder: 'Placeholders are on. The next sync sets what is due.',
  threads: 'Threads are read from the next sync on.',
  host: 'Urgent news goes to you through Smoobu too.',
};
const STOPPED: Readonly<Record<SendingSwitch, string>> = {
  message: 'No more messages are sent. What has been sent stays known.',
  placeholder: 'The next sync deletes the placeholders at Smoobu.',
  threads: 'Threads are read no more.',
  host: 'Urgent news goes to you in the app only.',
};
