/** One run for people: what happened in one line, the operations in a table, then what needs the user. */
import type { Problem } from '../../../shared/domain/problem.ts';
import type { OperationReport, RunCounts, RunReport } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Style } from './style.ts';
import { renderTable } from './table.ts';
import { counted, indent, printable, wrap } from './text.ts';
import { showOutcome, showPlace, showUnit, statusCell } from './words.ts';

export function renderRun(report: Omit<RunReport, 'stays' | 'requests'>, settings: Settings, style: Style): string {
  const { run, counts, operations, problems } = report;
  const hasMapping = settings.mapping.units.some(({ doors }) => doors.length > 0);
  return [
    renderOperations(operations, settings, style),
    renderProblems(problems, style),
    `${showOutcome(run.outcome, style)}${run.mode === 'dry-run' ? ' (dry run: nothing was changed)' : ''}: ${describeCounts(counts, run.mode === 'dry-run')}`,
    operations.some(({ status }) => status === 'held')
      ? wrap(
          'What waits is not done before your word: `latchkey sync --apply-held` does it. Until then, these codes keep working.',
          style.width,
        ).join('\n')
      : '',
    hasMapping
      ? ''
      : wrap('No unit has a door yet, so no guest gets a code. `latchkey discover` shows what there is.', style.width).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

export function renderOperations(operations: readonly OperationReport[], settings: Settings, style: Style): string {
  return renderTable(
    [
      { title: 'What' },
      { title: 'Status' },
      { title: 'Booking', align: 'right' },
      { title: 'Door', flexibleFrom: 16 },
      { title: 'Why', flexibleFrom: 24 },
    ],
    operations.map((operation) => [
      operation.kind,
      statusCell(operation.status),
      String(operation.bookingId),
      [showUnit(operation.unitId, settings), showPlace(operation, settings)].filter((part) => part !== '').join('\n'),
      [operation.reason, ...describeChanges(operation)].join('\n'),
    ]),
    style,
  );
}

/** Problems that a later run may clear come last: the others need the user. Many bookings of one unmapped unit are one line. */
export function renderProblems(problems: readonly Problem[], style: Style): string {
  const bullet = (problem: Problem): string => {
    const [first = '', ...rest] = wrap(printable(problem.message), style.width - 2);
    const mark = problem.retryable ? style.paint('warn', '!') : style.paint('bad', '✗');
    return [`${mark} ${first}`, ...(rest.length > 0 ? [indent(rest, '  ')] : [])].join('\n');
  };
  return joinUnmapped(problems)
    .toSorted((one, other) => Number(one.retryable) - Number(other.retryable))
    .map(bullet)
    .join('\n');
}

function joinUnmapped(problems: readonly Problem[]): readonly Problem[] {
  const byUnit = Map.groupBy(
    problems.filter(({ kind, unitId }) => kind === 'unmapped-unit' && unitId !== undefined),
    ({ unitId }) => unitId,
  );
  const told = new Set<Problem['unitId']>();
  return problems.flatMap((problem) => {
    const alike = byUnit.get(problem.unitId) ?? [];
    if (problem.kind !== 'unmapped-unit' || alike.length < 2) return [problem];
    if (told.has(problem.unitId)) return [];
    told.add(problem.unitId);
    const ids = alike.map(({ bookingId }) => String(bookingId ?? '?')).join(', ');
    return [
      {
        ...problem,
        message: `Unit ${String(problem.unitId)} is mapped to no door. ${String(alike.length)} bookings in it get no new code until it is: ${ids}.`,
      },
    ];
  });
}

/** "2 created, 1 updated, 37 unchanged". In a dry run the counts are of what would be done. */
export function describeCounts(counts: RunCounts, isDryRun = false): string {
  const parts: readonly (readonly [number, string, string])[] = [
    [counts.created, 'created', 'to create'],
    [counts.updated, 'updated', 'to update'],
    [counts.adopted, 'taken over', 'to take over'],
    [counts.moved, 'moved', 'to move'],
    [counts.deleted, 'deleted', 'to delete'],
    [counts.held, 'waiting for your word', 'waiting for your word'],
    [counts.failed, 'failed', 'failed'],
    [counts.skipped, 'left alone', 'left alone'],
    [counts.unchanged, 'unchanged', 'unchanged'],
  ];
  const told = parts.filter(([count]) => count > 0).map(([count, done, planned]) => `${String(count)} ${isDryRun ? planned : done}`);
  return told.length === 0 ? 'nothing was changed' : told.join(', ');
}

function describeChanges({ kind, changes }: OperationReport): readonly string[] {
  if (kind !== 'update' && kind !== 'adopt') return [];
  return Object.entries(changes).map(([field, { from, to }]) => `${field}: ${showValue(from)} → ${showValue(to)}`);
}

function showValue(value: string | boolean | null): string {
  if (value === null) return 'none';
  return typeof value === 'boolean' ? (value ? 'on' : 'off') : value.replace(/^(\d{4}-\d{2}-\d{2})T/, '$1 ');
}

export function describeRequests({ smoobu, theKeys }: RunReport['requests']): string {
  return `${counted(smoobu, 'request')} to Smoobu, ${String(theKeys)} to The Keys`;
}
