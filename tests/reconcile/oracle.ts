/** A second implementation of the sync rules, written from their document alone. The properties compare plans with it. */
import type { Booking } from '../../shared/domain/booking.ts';
import type { BookingId, KeypadPlace } from '../../shared/domain/ids.ts';
import type { UnitMapping } from '../../shared/domain/mapping.ts';
import { shift } from './managed-codes.ts';
import { windowFor } from './window-oracle.ts';
import type { TrueCode, World } from './world.ts';

/** A clock for each zone, which is slow to create, with its last result: each world asks for the same instant many times. */
const wallClocks = new Map<string, { readonly format: Intl.DateTimeFormat; atMs: number; shows: string }>();

/** The zone's wall time as "2026-03-29T01:30", from Intl instead of Temporal. */
export function wallNow(zone: string, nowMs: number): string {
  const digits = { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  const clock = wallClocks.get(zone) ?? {
    format: new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', year: 'numeric', ...digits }),
    atMs: Number.NaN,
    shows: '',
  };
  wallClocks.set(zone, clock);
  if (clock.atMs !== nowMs) {
    const parts = clock.format.formatToParts(new Date(nowMs));
    const part = (type: string): string => parts.find((entry) => entry.type === type)?.value ?? '';
    clock.atMs = nowMs;
    clock.shows = `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
  }
  return clock.shows;
}

export function zoneAt(world: World, place: KeypadPlace | null, unit: UnitMapping | null): string {
  const lock = world.settings.mapping.locks.find((entry) => entry.lockId === place?.lockId);
  return lock?.timeZone ?? unit?.timeZone ?? world.settings.times.timeZone;
}

/** Ignores case, spaces, accents and a leading "smoobu". */
export function sameName(one: string, other: string): boolean {
  const plain = (name: string): string => {
    const letters = [...name.normalize('NFD').toLowerCase()]
      .filter((letter) => /[^\s\p{M}\p{C}\p{Extended_Pictographic}]/u.test(letter))
      .join('');
    return letters.startsWith('smoobu') ? letters.slice('smoobu'.length) : letters;
  };
  return plain(one) === plain(other) && plain(one) !== '' && plain(one) !== 'guest';
}

export interface Expected {
  readonly booking: Booking;
  readonly unit: UnitMapping;
  readonly start: string;
  readonly end: string;
}

/** A booking as listed, otherwise as looked up; null when its rows contradict each other or it was not found. */
export function known(world: World, id: BookingId): Booking | null {
  const rows = world.bookings.filter((booking) => booking.id === id);
  const [first] = rows;
  if (first !== undefined) return rows.every((row) => JSON.stringify(row) === JSON.stringify(first)) ? first : null;
  const lookup = world.lookups.get(id);
  return lookup?.kind === 'found' ? lookup.booking : null;
}

export function isListed(world: World, id: BookingId): boolean {
  return world.bookings.some((booking) => booking.id === id);
}

export function stayOf(world: World, booking: Booking): Expected | null {
  const unit = world.settings.mapping.units.find((entry) => entry.unitId === booking.unitId);
  if (unit === undefined) return null;
  const { start, end } = windowFor(world, booking, unit);
  return start < end ? { booking, unit, start, end } : null;
}

/** Live stays with doors that are not over. Those with `inWindow` arrive before the horizon and must have codes. */
export function liveStays(world: World): readonly (Expected & { readonly inWindow: boolean })[] {
  const ids = new Set([...world.bookings.map((booking) => booking.id), ...world.lookups.keys()]);
  return [...ids].flatMap((id) => {
    const booking = known(world, id);
    const stay = booking?.state === 'live' ? stayOf(world, booking) : null;
    if (booking === null || stay === null || stay.unit.doors.length === 0) return [];
    const now = wallNow(zoneAt(world, stay.unit.doors[0] ?? null, stay.unit), world.nowMs);
    if (stay.end <= now) return [];
    const horizon = shift(now, world.settings.codes.horizonDays * 1_440).slice(0, 10);
    return [{ ...stay, inWindow: booking.arrival <= horizon }];
  });
}

export function windowOfCode(code: TrueCode): { readonly start: string; readonly end: string } {
  return {
    start: code.startDate === null ? '0000-01-01T00:00' : `${code.startDate}T${code.startTime ?? '00:00'}`,
    end: code.endDate === null ? '9999-12-31T23:59' : `${code.endDate}T${code.endTime ?? '23:59'}`,
  };
}

/** PINs that nobody should get. */
export function isTrivial(pin: string): boolean {
  const runs = ['0123456789', '9876543210'];
  if (new Set(pin).size === 1 || runs.some((run) => run.includes(pin))) return true;
  if (pin.slice(2) === pin.slice(0, -2)) return true;
  if (pin.length % 2 === 0 && [...pin].reverse().join('') === pin) return true;
  return pin.length === 4 && Number(pin) >= 1900 && Number(pin) <= 2099;
}
