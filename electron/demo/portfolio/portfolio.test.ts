import { describe, expect, it } from 'vitest';
import { mappingSchema } from '../../../shared/domain/mapping.ts';
import { startDemoClouds } from '../clouds.ts';
import { NOW_MS } from '../../../tests/support/demo-requests.ts';
import { createVirtualClock } from '../../../tests/support/virtual-clock.ts';
import { KEYPAD } from '../seed.ts';
import { demoChanges } from './changes.ts';
import { largePortfolio } from './large-portfolio.ts';
import { demoPortfolio } from './portfolio.ts';

const HOUR_MS = 3_600_000;

describe('demoPortfolio', () => {
  const { seed, mapping, today } = demoPortfolio(NOW_MS);
  const { bookings } = seed.smoobu;
  const stays = bookings.filter(({ id, blocked }) => blocked !== true && id !== undefined && id > 90_000);

  it('is the same all day and moves with the calendar', () => {
    expect(demoPortfolio(NOW_MS + 5 * HOUR_MS)).toEqual(demoPortfolio(NOW_MS));
    expect(demoPortfolio(NOW_MS + 24 * HOUR_MS).seed.smoobu.bookings[0]?.arrival).toBe('2026-11-22');
    expect(bookings[0]?.arrival).toBe('2026-11-21');
  });

  it('has 25 stays, 7 units of which 6 are mapped, 8 locks and a gate for three units', () => {
    expect(stays).toHaveLength(25);
    expect(seed.smoobu.apartments).toHaveLength(7);
    expect(mapping.units).toHaveLength(6);
    expect(seed.theKeys.locks).toHaveLength(8);
    expect(mapping.units.filter(({ doors }) => doors.some(({ lockId }) => lockId === 3707))).toHaveLength(3);
    expect(mappingSchema.parse(mapping)).toEqual(mapping);
    const prefixes = mapping.units.flatMap(({ doors }) => doors.map(({ prefix }) => prefix));
    expect(prefixes).toContain('');
    expect(prefixes.some((prefix) => prefix !== '')).toBe(true);
  });

  it('maps only keypads that exist, by their text ids', () => {
    const keypads = seed.theKeys.locks.flatMap(({ id, accessories }) =>
      accessories.filter(({ type }) => type === KEYPAD).map(({ stringId }) => `${id}/${stringId}`),
    );
    for (const { lockId, keypadId } of mapping.units.flatMap(({ doors }) => doors)) expect(keypads).toContain(`${lockId}/${keypadId}`);
  });

  it('contains every kind of stay', () => {
    const live = stays.filter(({ type }) => type !== 'cancellation');
    const inHouse = live.filter(({ arrival, departure }) => arrival < today && departure > today);
    expect(inHouse.some(({ checkIn }) => checkIn === null)).toBe(true);
    expect(inHouse.some(({ checkIn }) => checkIn !== null)).toBe(true);
    const turnover = live.filter(({ arrival }) => arrival === today).map(({ apartmentId }) => apartmentId);
    expect(live.some(({ apartmentId, departure }) => departure === today && turnover.includes(apartmentId))).toBe(true);
    const codeOf = (id: number) => seed.theKeys.shares.filter(({ description }) => description?.startsWith(`Smoobu#${id}`) === true);
    const cancelled = stays.filter(({ type }) => type === 'cancellation').map(({ id }) => codeOf(id ?? 0).length);
    expect(cancelled.sort()).toEqual([0, 1]);
    const bookedUntil = new Map(stays.map(({ id, departure }) => [id, departure]));
    expect(codeOf(90_007)[0]?.endDate).not.toBe(bookedUntil.get(90_007));
    expect(codeOf(90_015).map(({ lockId }) => lockId)).toEqual([3707, 3705]);
    expect(codeOf(89_950)).toHaveLength(1);
    expect(seed.theKeys.shares.some(({ schedule }) => (schedule ?? []).length > 0)).toBe(true);
  });

  it('has no overlapping stays in one unit', () => {
    const live = stays.filter(({ type }) => type !== 'cancellation');
    for (const a of live) {
      for (const b of live) {
        const apart = a === b || a.apartmentId !== b.apartmentId || a.departure <= b.arrival || b.departure <= a.arrival;
        expect(apart, `${a.id} and ${b.id}`).toBe(true);
      }
    }
  });
});

describe('demoChanges', () => {
  it('adds one booking, extends one, cancels one and moves one', async () => {
    const clouds = await startDemoClouds({ seed: demoPortfolio(NOW_MS).seed, clock: createVirtualClock({ nowMs: NOW_MS }) });
    try {
      const before = new Map(clouds.smoobu.bookings().map((booking) => [booking.id, booking]));
      const changes = demoChanges(clouds, NOW_MS);
      expect(changes.map(({ kind }) => kind)).toEqual(['new', 'extended', 'cancelled', 'moved']);
      const now = changes.map(({ bookingId }) => clouds.smoobu.booking(bookingId));
      const then = changes.map(({ bookingId }) => before.get(bookingId));
      expect(then[0]).toBeUndefined();
      expect(now[1]?.departure).not.toBe(then[1]?.departure);
      expect(now[2]?.type).toBe('cancellation');
      expect(now[3]?.apartmentId).not.toBe(then[3]?.apartmentId);
      expect(changes.every(({ sentence }) => sentence.endsWith('.'))).toBe(true);
    } finally {
      await clouds.close();
    }
  });
});

describe('largePortfolio', () => {
  it.each([
    { units: 50, locks: 50, bookings: 500 },
    { units: 120, locks: 120, bookings: 2000 },
    { units: 4, locks: 2, bookings: 9 },
    { units: 2, locks: 5, bookings: 3 },
  ])('$units units, $locks locks, $bookings bookings', (size) => {
    const large = largePortfolio({ ...size, seed: 3, nowMs: NOW_MS });
    expect(large.seed.smoobu.bookings).toHaveLength(size.bookings);
    expect(large.seed.theKeys.locks).toHaveLength(size.locks);
    expect(large.mapping.units).toHaveLength(size.units);
    expect(large.mapping.units.every(({ doors }) => doors.length > 0)).toBe(true);
    expect(new Set(large.mapping.units.flatMap(({ doors }) => doors.map(({ lockId }) => lockId))).size).toBe(size.locks);
    const lastDeparture = new Map<number, string>();
    for (const { apartmentId, arrival, departure } of large.seed.smoobu.bookings) {
      expect(departure > arrival).toBe(true);
      expect((lastDeparture.get(apartmentId ?? 0) ?? '') <= arrival).toBe(true);
      lastDeparture.set(apartmentId ?? 0, departure);
    }
    expect([...lastDeparture.values()].every((date) => date <= '2027-02-21')).toBe(true);
  });

  it('is the same for the same seed and differs for another', () => {
    const names = (seed: number) =>
      largePortfolio({ units: 5, locks: 5, bookings: 20, seed, nowMs: NOW_MS }).seed.smoobu.bookings.map(({ guestName }) => guestName);
    expect(names(1)).toEqual(names(1));
    expect(names(1)).not.toEqual(names(2));
  });
});
