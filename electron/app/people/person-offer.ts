/**
 * What a code that was removed would be for a person: where it cannot come back by itself, since nobody's booking or person needs it, the user
 * can make a code for whoever had it. Pure but for the history. Never a PIN.
 */
import { placeKey } from '../../../shared/domain/ids.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { DeleteEvidence } from '../../../shared/domain/plan.ts';
import type { FieldChanges } from '../../../shared/domain/plan.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Schedule, Wishes } from '../../../shared/domain/wishes.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { momentOf } from '../doors/restore-code.ts';
import type { HistoryStore } from '../ports/storage.ts';

export interface PersonOffer {
  /** Of the code; empty where it had none. */
  readonly name: string;
  /** Doors of units. */
  readonly lockIds: readonly LockId[];
  /** null: its times are over, open or not known. */
  readonly schedule: Extract<Schedule, { kind: 'once' }> | null;
}

interface OfferFacts {
  readonly history: Pick<HistoryStore, 'readRun' | 'listOperationsOfBooking'>;
  readonly wishes: Pick<Wishes, 'people'>;
  readonly settings: Settings;
  readonly nowMs: number;
}

/** Removed for good: without a booking, or by the user. */
const FOR_GOOD: ReadonlySet<DeleteEvidence> = new Set(['cancelled', 'gone', 'removed-by-user']);
const MAX_OFFERS = 20;
const OPERATIONS_SEARCHED = 50;

/** Why a removed code does not come back. One that came back already is `act-unknown`. */
const NOT_UNDONE: ReadonlySet<string> = new Set(['act-is-sync', 'act-not-undone', 'act-pin-lost', 'pin-taken', 'code-over']);

/**
 * `reference`: a run's id, or that of one of its operations: only whoever had that code, with all doors. `because`: why the undo was refused.
 */
export function personOffers(reference: string, because: string | null, facts: OfferFacts): readonly PersonOffer[] {
  if (because === null || !NOT_UNDONE.has(because)) return [];
  const [runId = ''] = reference.split('/');
  const key = reference.slice(runId.length + 1);
  const removed = (facts.history.readRun(runId)?.operations ?? []).filter((operation) => isForGood(operation, facts));
  const meant = removed.find((operation) => operation.key === key);
  const byOwner = Map.groupBy(removed, ownerOf);
  const groups = meant === undefined ? [...byOwner.values()] : [byOwner.get(ownerOf(meant)) ?? []];
  return groups.slice(0, MAX_OFFERS).flatMap((operations) => offerOf(operations, facts));
}

function isForGood({ kind, status, evidence, personId }: OperationReport, { wishes }: OfferFacts): boolean {
  const isGone = kind === 'delete' && status === 'done' && evidence !== null && FOR_GOOD.has(evidence);
  return isGone && !wishes.people.some(({ id }) => id === personId);
}

function ownerOf({ bookingId, personId, lockId, codeId }: OperationReport): string {
  return bookingId === null ? (personId ?? `${String(lockId)} ${String(codeId)}`) : String(bookingId);
}

function offerOf(operations: readonly OperationReport[], facts: OfferFacts): readonly PersonOffer[] {
  const { settings } = facts;
  const doors = new Set(settings.mapping.units.flatMap((unit) => unit.doors.map(placeKey)));
  const here = operations.filter((operation) => doors.has(placeKey(operation)));
  const [first] = here;
  if (first === undefined) return [];
  const name = here.map(({ changes }) => changes.name?.from).find((from) => typeof from === 'string');
  return [
    {
      name: typeof name === 'string' ? name.trim() : '',
      lockIds: [...new Set(here.map(({ lockId }) => lockId))],
      schedule: scheduleOf(first, facts),
    },
  ];
}

/** A code that the user removed says when it worked; of a booking's, the history knows what was written last. */
function scheduleOf(operation: OperationReport, { history, settings, nowMs }: OfferFacts): PersonOffer['schedule'] {
  const { bookingId, changes, lockId, keypadId } = operation;
  const place = { lockId, keypadId };
  const written =
    bookingId === null
      ? []
      : history
          .listOperationsOfBooking(bookingId, OPERATIONS_SEARCHED)
          .filter((row) => placeKey(row) === placeKey(place) && row.status === 'done');
  const last = (field: 'start' | 'end'): LocalDateTime | null =>
    momentOf(changes[field]?.from) ?? written.map((row) => momentOf(toOf(row.changes, field))).find((moment) => moment !== null) ?? null;
  const [from, until] = [last('start'), last('end')];
  const unit = settings.mapping.units.find(({ doors }) => doors.some((door) => placeKey(door) === placeKey(place))) ?? null;
  const isOver = until !== null && until <= createLocalClock(settings, nowMs).nowAt(place, unit);
  return from === null || until === null || isOver || from >= until ? null : { kind: 'once', from, until };
}

function toOf(changes: FieldChanges, field: 'start' | 'end'): unknown {
  return changes[field]?.to;
}
