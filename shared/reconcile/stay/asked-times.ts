/**
 * Asks which moment a stay ends at whose booking does not say it: a check-out at night may be either day, and a stay within one day needs both
 * times. Meanwhile the usual times count.
 */
import type { Booking } from '../../domain/booking.ts';
import { claimFromKey } from '../../domain/ids.ts';
import type { MemoryChange, MemoryValue } from '../../domain/memory.ts';
import type { PlanInput, StayWindow } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { askedTimesProblem } from '../../questions/asked-times.ts';
import { addDays, at, dateOf } from '../../time.ts';
import type { WallTime } from '../../time.ts';
import { isAlone } from '../continuity/is-alone.ts';
import type { Observation } from '../observe.ts';
import { usualTimes } from '../stay-window.ts';
import type { StayTimes } from '../stay-window.ts';
import type { SortedBookings } from '../stays.ts';
import type { LocalClock } from '../zones.ts';

type Asked = MemoryValue<'asked-times'>;

/** Of a day that one stay has alone. */
const DAY_BEGINS = '06:00' as WallTime;
const DAY_ENDS = '23:59' as WallTime;

export interface AskedTimes {
  readonly problems: readonly Problem[];
  readonly remember: readonly MemoryChange[];
}

export function askAboutTimes(input: PlanInput, { units }: Observation, sorted: SortedBookings, clock: LocalClock): AskedTimes {
  const known = input.memory.remembered['asked-times'];
  const problems: Problem[] = [];
  const remember: MemoryChange[] = [];
  const asking = new Set<string>();
  for (const booking of sorted.known) {
    const unit = units.get(booking.unitId);
    if (booking.state !== 'live' || unit === undefined || unit.doors.length === 0) continue;
    const times = sorted.windows.of(booking);
    if (times.asks === null) continue;
    const now = clock.nowAt(unit.doors[0] ?? null, unit);
    const hasWindow = times.window.start < times.window.end;
    const isDue = hasWindow
      ? sorted.live.some(({ id, isDue: due }) => id === booking.id && due)
      : sorted.untouchable.has(booking.id) && booking.departure >= dateOf(now);
    if (!isDue) continue;
    const key = String(booking.id);
    asking.add(key);
    const says = times.asks === 'same-day' ? null : booking.checkOut;
    const offered = offersOf(booking, times, usualTimes(unit, input.settings), now);
    const isFree = (window: StayWindow): boolean => isAlone(booking.id, unit, window, sorted, units);
    const asked: Omit<Asked, 'isAnswered'> = {
      bookingId: booking.id,
      asks: times.asks,
      says,
      day: booking.departure,
      until: hasWindow ? times.window.end : null,
      offers: offered
        .filter(({ isShorter, window }) => isShorter || isFree(window))
        .map(({ choice, from, until }) => ({ choice, from, until })),
    };
    const before = known.get(key);
    const isAnswered = before?.isAnswered === true && before.says === says && before.day === asked.day;
    const next = { ...asked, isAnswered };
    if (JSON.stringify(next) !== JSON.stringify(before)) remember.push({ kind: 'asked-times', key, value: next });
    if (!isAnswered) problems.push(askedTimesProblem(next));
  }
  for (const key of known.keys()) {
    const isSeen = sorted.byId.has(claimFromKey(key)) || input.bookings.complete;
    if (isSeen && !asking.has(key)) remember.push({ kind: 'asked-times', key, value: null });
  }
  return { problems, remember };
}

interface Offer {
  readonly choice: Asked['offers'][number]['choice'];
  readonly from: Asked['offers'][number]['from'];
  readonly until: Asked['offers'][number]['until'];
  readonly window: StayWindow;
  /** It takes no room from anybody. */
  readonly isShorter: boolean;
}

/** What the user may answer beside the usual times, as times of the stay's own. None that has passed, or would not open the door. */
function offersOf(
  { arrival, departure, checkOut }: Booking,
  { asks, window }: StayTimes,
  { checkIn, checkOut: usualCheckOut }: ReturnType<typeof usualTimes>,
  now: StayWindow['start'],
): readonly Offer[] {
  const offer = (choice: Offer['choice'], day: number, time: WallTime, from: WallTime | null): Offer => ({
    choice,
    from: from === null ? null : { day: 0, time: from },
    until: { day, time },
    window: { start: from === null ? window.start : at(arrival, from), end: at(addDays(departure, day), time) },
    isShorter: choice === 'morning-of-departure',
  });
  const offers =
    asks === 'same-day' || checkOut === null
      ? [offer('between-guests', 0, checkIn, usualCheckOut), offer('whole-day', 0, DAY_ENDS, DAY_BEGINS)]
      : [offer('morning-of-departure', 0, checkOut, null), offer('night-after', 1, checkOut, null)];
  return offers.filter(({ window: { start, end } }) => start < end && end > now);
}
