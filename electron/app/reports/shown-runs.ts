/** Runs as the window lists them: with what matters most of each, in names, and whether it is an act that can still be taken back. */
import type { BookingId, PersonId } from '../../../shared/domain/ids.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { codeName, runChanges } from '../../../shared/domain/run-changes.ts';
import { NO_MORE } from '../../../shared/domain/run.ts';
import type { OperationStatus, RunChange, RunRow, ShownRunRow } from '../../../shared/domain/run.ts';
import { dateOf } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { undoableRuns } from '../acts/undoable.ts';
import type { HistoryStore, RunListQuery } from '../ports/storage.ts';
import type { GuestNames } from '../status/names.ts';

type Store = Pick<HistoryStore, 'listRuns' | 'readRun' | 'memory' | 'listOperationsOfBooking'>;

/** What is known now of those whom a run was about. */
export interface KnownNow {
  readonly guests: GuestNames;
  readonly people: ReadonlyMap<PersonId, string>;
  /** A problem's sentence in the user's language. */
  readonly sentence: (problem: Problem) => string;
}

/** What the user has to see comes first. */
const WORST_FIRST: readonly OperationStatus[] = ['failed', 'unverified', 'held', 'done', 'planned'];
/** Earlier operations of a booking that are searched for its guest's name and dates. */
const MAX_SEARCHED = 20;

export function shownRuns(query: RunListQuery, history: Store, now: KnownNow, nowMs: number): ShownRunRow[] {
  const undoable = undoableRuns(history.memory(), nowMs);
  return history.listRuns(query).map((row) => ({ ...row, ...partsOf(row, history, now), canUndo: undoable.has(row.id) }));
}

/** Most runs find nothing to do: only the others are read. */
function partsOf(row: RunRow, history: Store, now: KnownNow): Pick<ShownRunRow, 'lead' | 'more' | 'problem'> {
  const detail = row.outcome === 'nothing-to-do' && row.problemCount === 0 ? null : history.readRun(row.id);
  if (detail === null) return { lead: null, more: NO_MORE, problem: null };
  const changes = runChanges(detail.operations);
  const lead = WORST_FIRST.map((status) => changes.find((change) => change.status === status)).find((change) => change !== undefined);
  const more = { ...NO_MORE };
  for (const change of changes) if (change !== lead) more[change.status] += 1;
  const [problem] = detail.problems;
  return {
    lead: lead === undefined ? null : named(lead, history, now),
    more,
    problem: problem === undefined ? null : now.sentence(problem),
  };
}

/** As in the booking now, else as on the code, else as on a code of the same booking before. */
function named(change: RunChange, history: Store, { guests, people }: KnownNow): RunChange {
  const { bookingId, personId } = change;
  const known = (bookingId === null ? undefined : guests.get(bookingId)) ?? (personId === null ? undefined : people.get(personId));
  if (known !== undefined) return { ...change, name: known };
  return change.name !== '' || bookingId === null ? change : { ...change, ...recorded(bookingId, change, history) };
}

function recorded(bookingId: BookingId, { days }: RunChange, history: Store): Pick<RunChange, 'name' | 'days'> {
  const earlier = history.listOperationsOfBooking(bookingId, MAX_SEARCHED);
  const name = earlier.map(({ changes }) => codeName(changes)).find((one) => one !== '') ?? '';
  const dayOf = (field: 'start' | 'end') =>
    earlier
      .flatMap(({ changes }) => [changes[field]?.to, changes[field]?.from])
      .find((value): value is LocalDateTime => typeof value === 'string' && value.includes('T'));
  const [start, end] = [dayOf('start'), dayOf('end')];
  return { name, days: days ?? (start === undefined || end === undefined ? null : { from: dateOf(start), to: dateOf(end) }) };
}
