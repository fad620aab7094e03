/** Runs as the window lists them: with what matters most of each, in names, and whether it is an act that can still be taken back. */
import { claimRef } from '../../../shared/domain/ids.ts';
import type { BookingId, PersonId } from '../../../shared/domain/ids.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { alike, changeCounts, codeName, runChange } from '../../../shared/domain/run-changes.ts';
import { NO_COUNTS } from '../../../shared/domain/run.ts';
import type { OperationStatus, RunChange, RunRow, ShownRunRow } from '../../../shared/domain/run.ts';
import { dateOf } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { rememberedActs } from '../acts/undoable.ts';
import type { RememberedAct } from '../acts/undoable.ts';
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
  const acts = rememberedActs(history.memory(), nowMs);
  return history.listRuns(query).map((row) => {
    const parts = partsOf(row, history, now);
    const act = acts.get(row.id);
    return { ...row, ...parts, act: act === undefined ? null : shownAct(act, parts.lead, history, now) };
  });
}

function shownAct({ what, canUndo, claimId }: RememberedAct, lead: RunChange | null, history: Store, now: KnownNow): ShownRunRow['act'] {
  if (lead !== null || claimId === null) return { what, canUndo, name: lead?.name ?? '' };
  const { bookingId, personId } = claimRef(claimId);
  const known = nameNow({ bookingId, personId: personId ?? null }, now);
  return { what, canUndo, name: known ?? (bookingId === null ? '' : recorded(bookingId, { days: null }, history).name) };
}

/** Most runs find nothing to do: only the others are read. */
function partsOf(row: RunRow, history: Store, now: KnownNow): Pick<ShownRunRow, 'lead' | 'more' | 'problem'> {
  const detail = row.outcome === 'nothing-to-do' && row.problemCount === 0 ? null : history.readRun(row.id);
  if (detail === null) return { lead: null, more: NO_COUNTS, problem: null };
  const groups = alike(detail.operations);
  const lead = WORST_FIRST.map((wanted) => groups.find(([{ status }]) => status === wanted)).find((group) => group !== undefined);
  const others = groups.filter((group) => group !== lead).flat();
  const [problem] = detail.problems;
  return {
    lead: lead === undefined ? null : named(runChange(lead), history, now),
    more: { ...NO_COUNTS, ...changeCounts(others, row.mode === 'dry-run') },
    problem: problem === undefined ? null : now.sentence(problem),
  };
}

/** As in the booking now, else as on the code, else as on a code of the same booking before. */
function named(change: RunChange, history: Store, now: KnownNow): RunChange {
  const { bookingId } = change;
  const known = nameNow(change, now);
  if (known !== undefined) return { ...change, name: known };
  return change.name !== '' || bookingId === null ? change : { ...change, ...recorded(bookingId, change, history) };
}

function nameNow({ bookingId, personId }: Pick<RunChange, 'bookingId' | 'personId'>, { guests, people }: KnownNow): string | undefined {
  return (bookingId === null ? undefined : guests.get(bookingId)) ?? (personId === null ? undefined : people.get(personId));
}

function recorded(bookingId: BookingId, { days }: Pick<RunChange, 'days'>, history: Store): Pick<RunChange, 'name' | 'days'> {
  const earlier = history.listOperationsOfBooking(bookingId, MAX_SEARCHED);
  const name = earlier.map(({ changes }) => codeName(changes)).find((one) => one !== '') ?? '';
  const dayOf = (field: 'start' | 'end') =>
    earlier
      .flatMap(({ changes }) => [changes[field]?.to, changes[field]?.from])
      .find((value): value is LocalDateTime => typeof value === 'string' && value.includes('T'));
  const [start, end] = [dayOf('start'), dayOf('end')];
  return { name, days: days ?? (start === undefined || end === undefined ? null : { from: dateOf(start), to: dateOf(end) }) };
}
