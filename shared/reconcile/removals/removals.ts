/** Deletes codes whose booking is cancelled, gone or long over. Never because something is missing from a list. */
import type { Booking } from '../../domain/booking.ts';
import type { Code } from '../../domain/code.ts';
import type { BookingId, ClaimId, CodeId } from '../../domain/ids.ts';
import type { DeleteEvidence, DeleteOperation, PlanInput } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { MINUTE_MS } from '../../time.ts';
import { mayKnowBookings } from '../trust/accounts.ts';
import { isEvidence } from '../bookings.ts';
import type { Capacity } from '../refusals/capacity.ts';
import type { People } from '../people/people.ts';
import { deletion } from './deletion.ts';
import type { Inside } from './inside.ts';
import type { Observation } from '../observe.ts';
import type { SortedBookings } from '../stays.ts';
import { endedBefore, isOver } from '../windows.ts';
import type { LocalClock } from '../zones.ts';

/** A 404 counts once another one has followed this much later. */
const GONE_AFTER_MS = 10 * MINUTE_MS;

export interface Removals {
  readonly deletes: readonly DeleteOperation[];
  readonly problems: readonly Problem[];
}

/** `busy`: codes that another operation handles, or that belong to a stay that is not over. */
export function findRemovals(
  input: PlanInput,
  observation: Observation,
  sorted: SortedBookings,
  people: People,
  busy: ReadonlySet<CodeId>,
  inside: Inside,
  capacity: Capacity,
  clock: LocalClock,
): Removals {
  const deletes: DeleteOperation[] = [];
  const problems: Problem[] = [];
  for (const [bookingId, codes] of observation.ours) {
    if (typeof bookingId !== 'number') continue;
    if (sorted.untouchable.has(bookingId)) continue;
    const known = sorted.byId.get(bookingId);
    const cancelled = known?.state === 'cancelled' ? known : null;
    const unit = observation.units.get(known?.unitId ?? null) ?? null;
    const absence = known === undefined ? readAbsence(bookingId, input) : null;
    let openCode: Code | null = null;
    for (const code of codes) {
      if (busy.has(code.id)) continue;
      const now = clock.nowAt(code, unit);
      const evidence = evidenceFor(code, cancelled, absence, capacity.keepDays(code), input, now);
      if (evidence === null) {
        if (!isOver(code, now)) openCode ??= code;
        continue;
      }
      const waits = inside.waits(code, bookingId, cancelled);
      deletes.push(deletion(bookingId, cancelled, code, evidence, waits ? 'someone-may-be-inside' : null));
    }
    if (absence === null || absence === 'gone' || openCode === null) continue;
    const { id: codeId, lockId, keypadId } = openCode;
    problems.push({ ...ABSENCE_PROBLEMS[absence], retryable: true, bookingId, lockId, keypadId, codeId });
  }
  deletes.push(...ofPeople(observation, people, busy, capacity, clock));
  return { deletes, problems };
}

/** Of people who were removed, and codes that ended. One between stays is kept for the next gap. */
function ofPeople(
  observation: Observation,
  { claims, removed }: People,
  busy: ReadonlySet<CodeId>,
  capacity: Capacity,
  clock: LocalClock,
): readonly DeleteOperation[] {
  const over = new Set<ClaimId>(claims.filter(({ isDue, gap }) => !isDue && gap === undefined).map(({ id }) => id));
  return [...observation.ours].flatMap(([id, codes]) => {
    if (typeof id !== 'string') return [];
    const isRemoved = removed.has(id);
    return codes.flatMap((code): readonly DeleteOperation[] => {
      if (isRemoved) return [deletion(id, null, code, 'person-removed', null)];
      const isOld = over.has(id) && !busy.has(code.id) && endedBefore(code, capacity.keepDays(code), clock.nowAt(code, null));
      return isOld ? [deletion(id, null, code, 'ended', null)] : [];
    });
  });
}

type Absence = 'gone' | 'missing-once' | 'unreadable' | 'not-asked';

export function readAbsence(bookingId: BookingId, input: PlanInput): Absence {
  const lookup = input.lookups.get(bookingId);
  if (lookup === undefined) return 'not-asked';
  // In another account, or one that is not known, every booking of this one answers 404.
  if (lookup.kind === 'failed' || !mayKnowBookings(input)) return 'unreadable';
  const sinceMs = input.memory.missingSinceMs.get(bookingId) ?? input.nowMs;
  return input.nowMs - sinceMs >= GONE_AFTER_MS ? 'gone' : 'missing-once';
}

function evidenceFor(
  code: Code,
  cancelledBooking: Booking | null,
  absence: Absence | null,
  keepDays: number,
  input: PlanInput,
  now: ReturnType<LocalClock['nowAt']>,
): DeleteEvidence | null {
  if (endedBefore(code, keepDays, now)) return 'ended';
  if (cancelledBooking !== null) return isEvidence(input, cancelledBooking) ? 'cancelled' : null;
  return input.bookings.complete && absence === 'gone' ? 'gone' : null;
}

const ABSENCE_PROBLEMS = {
  'missing-once': { kind: 'booking-missing', text: problemText('problem.missing-once') },
  unreadable: { kind: 'booking-unreadable', text: problemText('problem.booking-unread') },
  'not-asked': { kind: 'lookups-deferred', text: problemText('problem.not-asked') },
} as const;
