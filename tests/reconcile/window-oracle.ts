/** A second implementation of "Times of a stay" in docs/decided-by-people.md, by trying every pair of stays. */
import type { Booking } from '../../shared/domain/booking.ts';
import type { BookingId } from '../../shared/domain/ids.ts';
import type { UnitMapping } from '../../shared/domain/mapping.ts';
import { managedFor, shift } from './managed-codes.ts';
import type { World } from './world.ts';

interface Span {
  readonly start: string;
  readonly end: string;
}
type Stay = Pick<Booking, 'id' | 'arrival' | 'departure' | 'checkIn' | 'checkOut'>;

export function windowFor(world: World, booking: Booking, unit: UnitMapping): Span {
  const { times } = world.settings;
  const own = unit.times ?? {};
  const [usualIn, usualOut] = [unit.checkIn ?? times.checkIn, unit.checkOut ?? times.checkOut];
  const [modeIn, modeOut] = [own.checkInMode ?? times.checkInMode, own.checkOutMode ?? times.checkOutMode];
  const gap = Math.max(0, (Date.parse(`2000-01-01T${usualIn}Z`) - Date.parse(`2000-01-01T${usualOut}Z`)) / 60_000);
  const cleaning = own.cleaningMinutes ?? times.cleaningMinutes ?? gap;
  const most = own.maxEarlyMinutes ?? times.maxEarlyMinutes;
  const others = neighbours(world, unit.unitId).filter(({ id }) => id !== booking.id);
  const given = world.complete ? null : givenTo(world, booking.id);

  const from = (stay: Stay, time: string): string => shift(`${stay.arrival}T${time}`, -unit.bufferBeforeMinutes);
  const to = (stay: Stay, time: string): string => shift(`${stay.departure}T${time}`, unit.bufferAfterMinutes);
  const usual = (stay: Stay): Span => ({ start: from(stay, usualIn), end: to(stay, usualOut) });
  const counts = (time: string | null): time is string => time !== null && time >= '06:00';
  /** Without what a booking widens. */
  const settled = (stay: Stay): Span => {
    const isDay = stay.arrival === stay.departure && usualIn >= usualOut;
    const [takesIn, takesOut] = [isDay || modeIn === 'exact', isDay || modeOut === 'exact'];
    return {
      start: from(stay, takesIn && counts(stay.checkIn) ? stay.checkIn : usualIn),
      end: to(stay, takesOut && counts(stay.checkOut) ? stay.checkOut : usualOut),
    };
  };
  const taken = (stay: Stay): Span => {
    const [one, other] = [usual(stay), settled(stay)];
    if (one.start >= one.end) return other;
    return { start: one.start < other.start ? one.start : other.start, end: one.end > other.end ? one.end : other.end };
  };
  const isWindow = (stay: Stay): boolean => settled(stay).start < settled(stay).end;
  const late = (stay: Stay, among: readonly Stay[], known: Span | null): string => {
    const { end } = settled(stay);
    const wanted = `${stay.departure}T${stay.checkOut ?? ''}`;
    const mayWiden = modeOut === 'widen' && (stay.arrival < stay.departure || usualIn < usualOut);
    if (!mayWiden || !counts(stay.checkOut) || wanted <= end || !isWindow(stay)) return end;
    const next = among
      .filter(isWindow)
      .map(taken)
      .filter((other) => other.end > end && other.start < wanted);
    const until = next.reduce((first, { start }) => (start < first ? start : first), wanted);
    const longer = until > end ? until : end;
    return known !== null && longer > known.end ? end : longer;
  };
  const knownOf = (stay: Stay): Span | null => (world.complete ? null : (givenTo(world, stay.id) ?? settled(stay)));

  const { start } = settled(booking);
  const end = late(booking, others, given ?? (world.complete ? null : settled(booking)));
  const wanted = `${booking.arrival}T${booking.checkIn ?? ''}`;
  const mayWiden = modeIn === 'widen' && (booking.arrival < booking.departure || usualIn < usualOut);
  if (!mayWiden || !counts(booking.checkIn) || wanted >= start || !isWindow(booking)) return { start, end };
  const earliest = shift(`${booking.arrival}T${usualIn}`, -most);
  let opens = wanted > earliest ? wanted : earliest;
  for (const other of others.filter(isWindow)) {
    const theirs = taken(other);
    const left = late(other, [...others.filter(({ id }) => id !== other.id), booking], knownOf(other));
    const clean = shift(left > theirs.end ? left : theirs.end, cleaning);
    if (theirs.start < start && clean > opens) opens = clean;
  }
  const earlier = opens < start ? opens : start;
  const least = (given ?? (world.complete ? null : settled(booking)))?.start ?? earlier;
  return { start: earlier < least ? start : earlier, end };
}

/** Every booking of the unit that is not read as cancelled. One whose rows contradict each other is there from its first to its last day. */
function neighbours(world: World, unitId: number): readonly Stay[] {
  const ids = new Set([...world.bookings.map(({ id }) => id), ...world.lookups.keys()]);
  return [...ids].flatMap((id): readonly Stay[] => {
    const rows = world.bookings.filter((row) => row.id === id);
    const lookup = world.lookups.get(id);
    if (rows.length === 0 && lookup?.kind === 'found') rows.push(lookup.booking);
    const [first] = rows;
    if (first === undefined || rows.some((row) => row.unitId !== unitId)) return [];
    const agree = rows.every((row) => JSON.stringify(row) === JSON.stringify(first));
    if (agree) return first.state === 'cancelled' ? [] : [first];
    const [arrival] = rows.map((row) => row.arrival).sort();
    const departure = rows
      .map((row) => row.departure)
      .sort()
      .at(-1);
    return [{ id, arrival: arrival ?? first.arrival, departure: departure ?? first.departure, checkIn: null, checkOut: null }];
  });
}

/** What the codes on the locks, as they are read, give the guest already. */
function givenTo(world: World, id: BookingId): Span | null {
  const { unknownDates, unknownTimes } = world.format;
  const codes = world.codes.filter((code) => managedFor(world, code) === id && !world.failedLocks.has(code.lockId));
  if (codes.length === 0 || unknownDates) return null;
  const starts = codes.map(({ startDate, startTime }) =>
    startDate === null ? '0000-01-01T00:00' : `${startDate}T${unknownTimes ? '00:00' : (startTime ?? '00:00')}`,
  );
  const ends = codes.map(({ endDate, endTime }) =>
    endDate === null ? '9999-12-31T23:59' : `${endDate}T${unknownTimes ? '23:59' : (endTime ?? '23:59')}`,
  );
  const [start, end] = [starts.sort()[0], ends.sort().at(-1)];
  return start === undefined || end === undefined ? null : { start, end };
}
