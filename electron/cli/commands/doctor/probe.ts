/** `doctor --probe LOCK`: finds out what is not known about an account, and writes it to a file without anything of anybody. */
import { leftText } from '../../../app/probe/left-text.ts';
import { runProbe } from '../../../app/probe/probe.ts';
import type { ProbeEnd } from '../../../app/probe/probe.ts';
import type { Stop } from '../../../app/probe/test-codes.ts';
import type { ProbeLinks } from '../../../app/ports/probe.ts';
import type { BookingId, KeypadId, LockId } from '../../../../shared/domain/ids.ts';
import { CLOUD_FAILURE_KINDS } from '../../../../shared/errors.ts';
import type { CloudFailureKind } from '../../../../shared/errors.ts';
import { renderReport } from '../../../../shared/probe/report.ts';
import { STEPS, stepsFor } from '../../../../shared/probe/steps.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Result } from '../../../../shared/result.ts';
import { accessFailure, answer, dryRunAnswer, failure, usageFailure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import { openWithConfig } from '../../config-option.ts';
import type { OpenedWithConfig } from '../../config-option.ts';
import type { CommandContext } from '../../context.ts';
import { EXIT, exitCodeOfFailures } from '../../exit-code.ts';
import type { ExitCode } from '../../exit-code.ts';
import type { Style } from '../../render/style.ts';
import { renderTable } from '../../render/table.ts';
import { printable, stack, wrap } from '../../render/text.ts';
import type { RequestOf } from '../../request.ts';
import { stopOnSignal } from '../../stop-on-signal.ts';
import { confirm } from '../acts/confirm.ts';

type ProbeRequest = RequestOf<'doctor'> & { readonly probe: LockId };

export async function probe(context: CommandContext, request: ProbeRequest): Promise<Answer> {
  const { probe: lockId, placeholders = null, dryRun = false, yes = false, config } = request;
  const opened = await openWithConfig(context, config);
  if (!opened.ok) return opened.error;
  const lines = whatItDoes(lockId, placeholders);
  if (dryRun) return dryRunAnswer(lines, { steps: stepsFor({ placeholders: placeholders !== null }) });
  // Before anything is sent.
  if (!context.world.terminal.canAsk) {
    const refused = await confirm(context, lines, yes);
    if (refused !== null) return refused;
  }
  const links = await opened.value.backend.probe.open();
  if (!links.ok) return accessFailure(links.error);
  try {
    const keypad = await chooseKeypad(context, links.value, request);
    if (!keypad.ok) return keypad.error;
    const unknown = placeholders === null ? null : await refuseBooking(links.value, placeholders);
    if (unknown !== null) return unknown;
    const stopped = await confirm(context, [...lines, `The keypad is ${keypad.value}.`], yes);
    if (stopped !== null) return stopped;
    return await run(context, opened.value, links.value, { lockId, keypadId: keypad.value, placeholdersOf: placeholders });
  } finally {
    await links.value.close();
  }
}

interface Chosen {
  readonly lockId: LockId;
  readonly keypadId: KeypadId;
  readonly placeholdersOf: BookingId | null;
}

async function run(context: CommandContext, { backend, settings }: OpenedWithConfig, links: ProbeLinks, chosen: Chosen): Promise<Answer> {
  const stop = stopOnSignal(context.world, () =>
    context.note('Stopping. What was made is deleted first; press Ctrl-C again to end at once.'),
  );
  backend.log.log('info', 'probe started', { lockId: chosen.lockId });
  try {
    const end = await runProbe(
      {
        ...links,
        runLock: backend.runLock,
        clock: backend.clock,
        marks: backend.probe.marks,
        announce: (step) => context.note(`${STEPS[step]} …`),
        signal: stop.signal,
      },
      { ...chosen, zone: settings.times.timeZone, pinLength: settings.codes.pinLength },
    );
    if (end === 'busy') return failure(EXIT.failed, 'busy', 'A sync or another command is at work on this folder. Try again in a minute.');
    const { verdicts, stopped, left } = end;
    backend.log.log('info', 'probe finished', { lockId: chosen.lockId, stopped, left: left.map(({ because }) => because) });
    const file =
      verdicts.length === 0 ? null : backend.probe.saveReport(renderReport({ version: context.world.version, verdicts, stopped }));
    return answer(probeDocument(end, chosen, file), (style) => renderEnd(end, file, style), exitCodeOf(end));
  } finally {
    stop.release();
  }
}

function whatItDoes(lockId: LockId, placeholders: BookingId | null): readonly string[] {
  const steps = stepsFor({ placeholders: placeholders !== null });
  return [
    `This makes test codes on lock ${String(lockId)} and deletes them again. It takes a minute or two. No code of a guest is touched, and no test code opens a door for anybody.`,
    'Step by step:',
    ...steps.map((step, index) => `${String(index + 1)}. ${STEPS[step]}`),
    'What it finds is written to a file of fixed words, without names, numbers or PINs. Nothing is sent to anybody.',
  ];
}

async function chooseKeypad(context: CommandContext, { locks }: ProbeLinks, request: ProbeRequest): Promise<Result<KeypadId, Answer>> {
  const found = await locks.discover();
  if (!found.ok) return err(accessFailure(found.error));
  const lock = found.value.find(({ id }) => id === request.probe);
  if (lock === undefined) return err(usageFailure(`The account has no lock ${String(request.probe)}. Its locks: latchkey discover`));
  const keypads = lock.keypads.map(({ keypadId }) => keypadId);
  const [only] = keypads;
  if (only === undefined) return err(usageFailure(`No keypad is known on lock ${String(request.probe)}.`));
  const { terminal } = context.world;
  const asks = request.keypad === undefined && keypads.length > 1 && terminal.canAsk;
  const wanted = asks
    ? await terminal.ask(`Which keypad? ${keypads.map(printable).join(', ')}`)
    : (request.keypad ?? (keypads.length === 1 ? only : null));
  const keypad = keypads.find((id) => id === wanted?.trim());
  if (keypad !== undefined) return ok(keypad);
  return err(usageFailure(`Name one keypad of lock ${String(request.probe)} with --keypad: ${keypads.map(printable).join(', ')}`));
}

async function refuseBooking({ bookings }: ProbeLinks, id: BookingId): Promise<Answer | null> {
  if (bookings === null) return usageFailure('There are no credentials for Smoobu, so no placeholder can be added.');
  const booking = await bookings.readBooking(id);
  if (!booking.ok) return accessFailure(booking.error);
  return booking.value.kind === 'found' ? null : usageFailure(`Smoobu has no booking ${String(id)}.`);
}

function exitCodeOf({ stopped, left }: ProbeEnd): ExitCode {
  const kinds = stopped.flatMap(({ because }) => (isCloudFailure(because) ? [because] : []));
  const ofClouds = exitCodeOfFailures(kinds);
  if (ofClouds !== EXIT.ok) return ofClouds;
  return left.length > 0 || stopped.length > 0 ? EXIT.failed : EXIT.ok;
}
function isCloudFailure(because: Stop): because is Exclude<CloudFailureKind, 'aborted'> {
  return CLOUD_FAILURE_KINDS.some((kind) => kind === because);
}

function probeDocument({ verdicts, stopped, left, removedBefore }: ProbeEnd, { lockId, keypadId }: Chosen, file: string | null): object {
  return {
    probe: {
      lockId,
      keypadId,
      facts: verdicts.map(({ id, fact, asks, shows }) => ({ id, fact, asks, shows })),
      stopped,
      left: left.map((one) => ({ kind: one.mark.kind, because: one.because, ...leftText(one) })),
      removedBefore,
      file,
    },
  };
}

function renderEnd({ verdicts, stopped, left }: ProbeEnd, file: string | null, style: Style): string {
  const table = renderTable(
    [{ title: 'fact' }, { title: 'question', flexibleFrom: 20 }, { title: 'this account' }],
    verdicts.map(({ id, asks, shows }) => [id, asks, shows ?? { text: 'not seen', tone: 'quiet' as const }]),
    style,
  );
  const stops = stopped.map(({ step, because }) => `! Not finished: ${STEPS[step]} (${because}).`);
  const rest = left.map((one) => {
    const { finding, action } = leftText(one);
    return `! ${finding} ${action}`;
  });
  const saved = file === null ? '' : `Written to ${file}. To help, read it and attach it to an issue.`;
  const clean = left.length === 0 ? `${style.paint('good', '✓')} Nothing is left on the lock.` : '';
  return stack(table, ...[...stops, ...rest, clean, saved].map((line) => (line === '' ? '' : wrap(line, style.width))));
}
