/**
 * What the user decided for a stay whose guest booked again (docs/decided-by-people.md, "Booked again"): the note follows, and times that open the
 * door longer. What would take a door from the guest does not, and the user is told. Pure.
 */
import { claimFromKey } from '../../domain/ids.ts';
import type { BookingId } from '../../domain/ids.ts';
import type { MemoryChange, MemoryValue } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { StayWish } from '../../domain/wishes.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { addDays, addMinutes, at } from '../../time.ts';
import type { StayClaim } from '../claims.ts';
import { observe } from '../observe.ts';
import type { Observation } from '../observe.ts';
import { sortBookings } from '../stays.ts';
import type { SortedBookings } from '../stays.ts';
import { createLocalClock } from '../zones.ts';
import type { LocalClock } from '../zones.ts';
import { carriesWishes } from './carries-wishes.ts';
import { followGuests } from './continuity.ts';
import { isAlone } from './is-alone.ts';

/** So long after the stay began. */
const TOLD_MINUTES = 24 * 60;

type Followed = MemoryValue<'wishes-followed'>;
type Times = Pick<StayWish, 'from' | 'until'>;
type FollowingWish = Pick<StayWish, 'from' | 'until' | 'note' | 'noMessages'>;

export interface FollowedWishes {
  /** As after the changes. */
  readonly input: PlanInput;
  /** Of new bookings, to be stored. */
  readonly wishes: ReadonlyMap<BookingId, FollowingWish>;
  readonly remember: readonly MemoryChange[];
}

export function followWishes(input: PlanInput): FollowedWishes {
  const { stays } = input.wishes;
  if (![...stays.values()].some(carriesWishes)) return { input, wishes: new Map(), remember: [] };
  const clock = createLocalClock(input.settings, input.nowMs);
  const observation = observe(input);
  const { sorted } = followGuests(input, observation, sortBookings(input, observation, clock), clock);
  const before = input.memory.remembered['wishes-followed'];
  const followed = new Map(before);
  const wishes = new Map<BookingId, FollowingWish>();
  const remember: MemoryChange[] = [];
  for (const stay of sorted.live) {
    if (stay.former?.isSame !== true) continue;
    const to = stay.booking.id;
    const from = stay.former.id;
    const wish = stays.get(from);
    if (!carriesWishes(wish) || before.has(String(to))) continue;
    const own = stays.get(to) ?? noStayWish();
    const times = longerTimes(wish, from, stay, sorted, observation);
    const isLeft = (end: 'from' | 'until'): boolean => wish[end] !== null && own[end] === null && times[end] === null;
    const left: Followed['left'][number][] = [];
    if (isLeft('from') || isLeft('until')) left.push('own-times');
    if (wish.noCode && !own.noCode) left.push('no-code');
    const next: FollowingWish = {
      from: own.from ?? times.from,
      until: own.until ?? times.until,
      note: own.note === '' ? wish.note : own.note,
      ...(wish.noMessages === true ? { noMessages: true } : {}),
    };
    wishes.set(to, next);
    const value = { bookingId: to, from, left };
    followed.set(String(to), value);
    remember.push({ kind: 'wishes-followed', key: String(to), value });
  }
  const changed = new Map(stays);
  for (const [id, next] of wishes) changed.set(id, { ...(stays.get(id) ?? noStayWish()), ...next });
  const remembered = { ...input.memory.remembered, 'wishes-followed': followed };
  return { input: { ...input, memory: { ...input.memory, remembered }, wishes: { ...input.wishes, stays: changed } }, wishes, remember };
}

/** For a day that both bookings have in common, in the same unit, and only while nobody else is there. */
function longerTimes(
  wish: Times,
  from: BookingId,
  { booking, unit, window }: StayClaim,
  sorted: SortedBookings,
  { units }: Observation,
): Times {
  const none = { from: null, until: null };
  const former = sorted.byId.get(from);
  if (former?.unitId !== booking.unitId) return none;
  const { arrival, departure } = booking;
  const start = wish.from === null ? window.start : at(addDays(arrival, wish.from.day), wish.from.time);
  const end = wish.until === null ? window.end : at(addDays(departure, wish.until.day), wish.until.time);
  const isFree = (longer: typeof window): boolean => isAlone(booking.id, unit, longer, sorted, units);
  return {
    from: former.arrival === arrival && start <= window.start && isFree({ start, end: window.start }) ? wish.from : null,
    until: former.departure === departure && end >= window.end && isFree({ start: window.end, end }) ? wish.until : null,
  };
}

export interface LeftWishes {
  readonly problems: readonly Problem[];
  readonly remember: readonly MemoryChange[];
}

/** Until a day after the stay began, or the user decided about the new booking. */
export function tellLeftWishes({ memory, wishes, bookings }: PlanInput, { live, byId }: SortedBookings, clock: LocalClock): LeftWishes {
  const problems: Problem[] = [];
  const remember: MemoryChange[] = [];
  for (const [key, { bookingId, from, left }] of memory.remembered['wishes-followed']) {
    if (bookings.complete && !byId.has(claimFromKey(key))) remember.push({ kind: 'wishes-followed', key, value: null });
    const stay = live.find(({ id, isDue }) => id === bookingId && isDue);
    const own = wishes.stays.get(bookingId);
    if (stay === undefined || clock.nowAt(stay.doors[0] ?? null, stay.unit) >= addMinutes(stay.window.start, TOLD_MINUTES)) continue;
    const isDecided = own !== undefined && (own.from !== null || own.until !== null || own.blockedSinceMs !== null);
    for (const what of left) {
      if (what === 'own-times' && isDecided) continue;
      const text = problemText(what === 'no-code' ? 'problem.no-code-left' : 'problem.own-times-left', { other: String(from) });
      problems.push({ kind: 'wish-left', text, retryable: false, bookingId });
    }
  }
  return { problems, remember };
}
