/** `doctor`: checks everything a run needs and says what to do. */
import { gatherFacts } from '../../../app/doctor/doctor.ts';
import type { Check, CheckState } from '../../../app/doctor/doctor.ts';
import { judgeFacts } from '../../../app/doctor/doctor-checks.ts';
import { answer, usageFailure } from '../../answer.ts';
import type { Answer } from '../../answer.ts';
import { openWithConfig } from '../../config-option.ts';
import type { CommandContext } from '../../context.ts';
import { exitCodeOfChecks } from '../../exit-code.ts';
import type { Style } from '../../render/style.ts';
import type { Tone } from '../../render/style.ts';
import { counted, printable, stack, wrapHanging } from '../../render/text.ts';
import type { RequestOf } from '../../request.ts';
import { checkLeftovers } from './leftovers.ts';

export async function doctor(
  context: CommandContext,
  { keypad, placeholders, dryRun = false, config }: RequestOf<'doctor'>,
): Promise<Answer> {
  if (keypad !== undefined || placeholders !== undefined) return usageFailure('--keypad and --placeholders are for --probe LOCK.');
  const opened = await openWithConfig(context, config);
  if (!opened.ok) return opened.error;
  const { backend, settings } = opened.value;
  const leftovers = await checkLeftovers(backend, dryRun);
  const credentials = await backend.credentialSources();
  const [bookings, locks] = await Promise.all([backend.bookingCloud(), backend.lockCloud()]);
  const facts = await gatherFacts({
    bookings,
    locks,
    settings,
    settingsRecovered: backend.settings.recovered,
    wishesRecovered: backend.wishes.recovered,
    historyRecovered: backend.history.recovered,
    credentials,
    watchdog: await backend.watchdog.state(),
    clock: backend.clock,
    remembered: backend.history.memory().remembered,
  });
  const checks = [...judgeFacts(facts), ...leftovers];
  return answer(checksDocument(checks), (style) => renderChecks(checks, style), exitCodeOfChecks(checks));
}

function checksDocument(checks: readonly Check[]): object {
  return { checks: checks.map(({ topic, state, finding, meaning, action }) => ({ topic, state, finding, meaning, action })) };
}

const MARKS: Readonly<Record<CheckState, { readonly text: string; readonly tone: Tone }>> = {
  ok: { text: '✓ ok  ', tone: 'good' },
  warn: { text: '! warn', tone: 'warn' },
  bad: { text: '✗ fail', tone: 'bad' },
  skipped: { text: '– skip', tone: 'quiet' },
};

/** Mark and two spaces. */
const MARGIN = 8;

function renderChecks(checks: readonly Check[], style: Style): string {
  const shown = checks.map(({ state, finding, meaning, action }) => {
    const { text, tone } = MARKS[state];
    const body = stack(finding, meaning ?? '', action === null ? '' : `→ ${action}`);
    return `${style.paint(tone, text)}  ${wrapHanging(printable(body), style.width, MARGIN)}`;
  });
  const count = (state: CheckState): number => checks.filter((check) => check.state === state).length;
  const summary =
    count('bad') > 0
      ? `${counted(count('bad'), 'problem')} to fix${count('warn') > 0 ? `, ${counted(count('warn'), 'warning')}` : ''}.`
      : count('warn') > 0
        ? `No problems; ${counted(count('warn'), 'warning')}.`
        : 'All checks passed.';
  return [...shown, summary].join('\n');
}
