/** One run for people: the operations in a table, then problems, the outcome in one line, and what needs the user. */
import type { Problem, Question, ShownProblem } from '../../../shared/domain/problem.ts';
import type { OperationReport, RunCounts, RunReport, RunSummary } from '../../../shared/domain/run.ts';
import { englishReason } from '../../../shared/i18n/operation-text.ts';
import { englishSentence } from '../../../shared/i18n/problem-text.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Person } from '../../../shared/domain/wishes.ts';
import { renderTold } from './messages.ts';
import type { Style } from './style.ts';
import { renderTable } from './table.ts';
import { counted, printable, stack, wrap, wrapHanging } from './text.ts';
import type { ClaimNames } from './words.ts';
import { claimNames, showClaim, OUTCOME_CELLS, showDoor, showKind, STATUS_CELLS } from './words.ts';

export type ShownRun = Omit<RunReport, 'stays'> & Partial<Pick<RunReport, 'stays'>>;

/** `people`: those whose codes the operations may be about. */
export function renderRun(report: ShownRun, settings: Settings, style: Style, people: readonly Pick<Person, 'id' | 'name'>[] = []): string {
  const { run, counts, operations, problems, requests, told = [] } = report;
  const hasMapping = settings.mapping.units.some(({ doors }) => doors.length > 0);
  return stack(
    renderOperations(operations, settings, style, claimNames(report, people)),
    renderTold(told, style),
    renderProblems(problems, style),
    renderOutcome(run, counts, style),
    operations.some(({ status }) => status === 'held') ? wrap(HELD, style.width) : '',
    hasMapping ? '' : wrap('No unit has a door yet, so no guest gets a code. `latchkey discover` shows units and locks.', style.width),
    style.paint('quiet', `${counted(requests.smoobu, 'request')} to Smoobu, ${String(requests.theKeys)} to The Keys`),
    // What `undo` takes.
    run.trigger === 'act' && run.mode === 'live' ? style.paint('quiet', `Run ${run.id}`) : '',
  );
}
const HELD = 'Held operations need your approval: `latchkey sync --apply-held` carries them out. Until then, these codes keep working.';

/** "✓ ok: 2 created, 37 unchanged" */
export function renderOutcome({ outcome, mode }: Pick<RunSummary, 'outcome' | 'mode'>, counts: RunCounts, style: Style): string {
  const { text, tone } = OUTCOME_CELLS[outcome];
  const isDryRun = mode === 'dry-run';
  return `${style.paint(tone, text)}${isDryRun ? ' (dry run: nothing was changed)' : ''}: ${describeCounts(counts, isDryRun)}`;
}

export function renderOperations(
  operations: readonly OperationReport[],
  settings: Settings,
  style: Style,
  names: ClaimNames = new Map(),
): string {
  return renderTable(
    [
      { title: 'What' },
      { title: 'Status' },
      { title: 'For', flexibleFrom: 12 },
      { title: 'Door', flexibleFrom: 16 },
      { title: 'Why', flexibleFrom: 24 },
    ],
    operations.map((operation) => [
      showKind(operation.kind),
      STATUS_CELLS[operation.status],
      showClaim(operation, names),
      showDoor(operation, settings),
      stack(englishReason(operation), ...describeChanges(operation)),
    ]),
    style,
  );
}

/** Problems that a later run may clear come last, since the others need the user. Bookings of one unit without a door share a line. */
export function renderProblems(problems: readonly Problem[], style: Style): string {
  const bullet = ({ kind, message, retryable, said, question }: ShownProblem): string => {
    const text = said === undefined ? message : `${message} (The Keys said: ${said})`;
    return stack(
      `${retryable ? style.paint('warn', '!') : style.paint('bad', '✗')} ${wrapHanging(printable(text), style.width, 2)}`,
      ...(question === undefined ? [] : [`  ${answerCommand(question)}`, ...choiceMeanings(kind, question)]),
    );
  };
  return joinUnmapped(problems)
    .toSorted((one, other) => Number(one.retryable) - Number(other.retryable))
    .map(bullet)
    .join('\n');
}

/** What each answer says, where the word alone does not. */
const MEANINGS: Partial<Record<Problem['kind'], Readonly<Record<string, string>>>> = {
  'other-account': { approve: 'this account is mine now', keep: 'it is not mine' },
  'wrong-account': { approve: 'this account is mine after all' },
  'booked-again': { same: 'the same guest, who keeps the PIN', other: 'another guest' },
  'times-asked': {
    usual: 'it stays as it is',
    'morning-of-departure': 'in the night before that day',
    'night-after': 'in the night after that day',
    'between-guests': 'from the usual check-out to the usual check-in',
    'whole-day': '06:00 to 23:59',
  },
  'mapping-unconfirmed': { confirm: 'the mapping is right' },
  'wishes-recovered': { confirm: 'they are right as they are' },
  'changed-by-hand': { 'use-booking': 'the booking’s times count', 'keep-change': 'the change stays' },
  'shut-out-by-hand': { 'use-booking': 'the booking’s times count', 'keep-change': 'the change stays' },
  'switched-on': { 'keep-blocked': 'block the guest again', 'let-in': 'let the guest in' },
  'code-deleted': { 'new-pin': 'give the stay another PIN', block: 'keep the guest out', leave: 'it stays as it is' },
  'deleted-again': { block: 'keep the guest out', 'make-again': 'make the code again' },
  'blocked-guest-returns': { 'let-in': 'the guest gets a code', 'keep-blocked': 'the guest gets none' },
  'told-unclear': { arrived: 'the guest has it', 'send-again': 'send it once more' },
  'told-partly': { 'send-verified': 'send for the verified doors', wait: 'wait for the others' },
  'told-by-hand': { 'send-change': 'tell the guest', leave: 'do not' },
  'told-wrong-pin': { 'send-right-one': 'send the guest the digits that open', ignore: 'the guest knows, or you tell it' },
  'switched-off': { 'let-in': 'let the guest in again', 'keep-blocked': 'the code stays off' },
  'wishes-lost': { confirm: 'they are right as they are' },
};

function choiceMeanings(kind: Problem['kind'], { choices }: Question): readonly string[] {
  const meanings = MEANINGS[kind];
  return meanings === undefined ? [] : [`  ${choices.map((choice) => `${choice}: ${meanings[choice] ?? choice}`).join('; ')}`];
}

/** In one piece, to be copied. */
export function answerCommand({ key, choices }: Question): string {
  return `latchkey answer ${printable(key)} ${choices.join('|')}`;
}

function joinUnmapped(problems: readonly Problem[]): readonly ShownProblem[] {
  const groups = Map.groupBy(problems, (problem) => (problem.kind === 'unmapped-unit' ? (problem.unitId ?? problem) : problem));
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined || alike.length < 2) return alike.map((problem) => ({ ...problem, message: englishSentence(problem) }));
    const ids = alike.map(({ bookingId }) => String(bookingId ?? '?')).join(', ');
    const message = `Unit ${String(first.unitId)} has no door yet, so ${String(alike.length)} bookings get no new code: ${ids}.`;
    return [{ ...first, message }];
  });
}

/** "2 created, 1 updated, 37 unchanged". In a dry run, what would be done. */
export function describeCounts(counts: RunCounts, isDryRun = false): string {
  const parts: readonly (readonly [number, string, string])[] = [
    [counts.created, 'created', 'to create'],
    [counts.updated, 'updated', 'to update'],
    [counts.adopted, 'linked', 'to link'],
    [counts.moved, 'moved', 'to move'],
    [counts.deleted, 'deleted', 'to delete'],
    [counts.held, 'held', 'held'],
    [counts.failed, 'failed', 'failed'],
    [counts.skipped, 'skipped', 'skipped'],
    [counts.unchanged, 'unchanged', 'unchanged'],
  ];
  const named = parts.filter(([count]) => count > 0).map(([count, done, planned]) => `${String(count)} ${isDryRun ? planned : done}`);
  return named.length === 0 ? 'no changes' : named.join(', ');
}

function describeChanges({ kind, changes }: OperationReport): readonly string[] {
  if (kind !== 'update' && kind !== 'adopt') return [];
  return Object.entries(changes).map(([field, { from, to }]) => `${field}: ${showValue(from)} → ${showValue(to)}`);
}

function showValue(value: string | boolean | null): string {
  if (value === null) return 'none';
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : value.replace(/^(\d{4}-\d{2}-\d{2})T/, '$1 ');
}
