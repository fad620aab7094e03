/** Properties of the windows of all stays of a unit: none shuts a guest out, none pushes another, and the order does not matter. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Booking } from '../../shared/domain/booking.ts';
import { settingsSchema } from '../../shared/domain/settings.ts';
import type { StayWindow } from '../../shared/domain/plan.ts';
import { unitWindows, usualWindow } from '../../shared/reconcile/stay-window.ts';
import { windowsOverlap } from '../../shared/reconcile/windows.ts';
import { addDays } from '../../shared/time.ts';
import type { LocalDate, WallTime } from '../../shared/time.ts';
import { assure, timeLimitMs } from './assure.ts';
import { booking, DOOR } from './fixtures.ts';

/** Both clock changes in Paris, a leap day, the turn of the year. */
const DAYS = ['2026-03-28', '2026-10-24', '2028-02-28', '2026-12-30'].map((text) => text as LocalDate);
const wall = fc.constantFrom('00:00', '00:01', '02:30', '05:59', '06:00', '09:00', '10:30', '12:00', '13:15', '15:00', '18:00', '23:59');
const mode = fc.constantFrom('widen', 'widen', 'widen', 'usual', 'exact');
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 2, nil: null });

const world = fc
  .record({
    day: fc.constantFrom(...DAYS),
    checkIn: fc.constantFrom('15:00', '15:00', '10:00', '18:00'),
    checkOut: fc.constantFrom('12:00', '12:00', '10:00', '16:00'),
    before: fc.constantFrom(0, 0, 0, 30, 300, 1_440),
    after: fc.constantFrom(0, 0, 0, 45, 300, 1_440),
    checkInMode: mode,
    checkOutMode: mode,
    cleaningMinutes: maybe(fc.constantFrom(0, 30, 120, 600)),
    maxEarlyMinutes: fc.constantFrom(240, 240, 0, 60, 1_440),
    stays: fc.array(
      fc.record({
        arrivesIn: fc.integer({ min: 0, max: 6 }),
        nights: fc.constantFrom(0, 1, 1, 2, 3),
        checkIn: maybe(wall),
        checkOut: maybe(wall),
        state: fc.constantFrom<Booking['state']>('live', 'live', 'live', 'live', 'cancelled', 'blocked', 'unknown'),
      }),
      { minLength: 1, maxLength: 6, size: 'max' },
    ),
  })
  .map(({ day, before, after, stays, checkIn, checkOut, ...rules }) => ({
    rules,
    settings: settingsSchema.parse({
      mapping: { units: [{ unitId: 101, doors: [DOOR], bufferBeforeMinutes: before, bufferAfterMinutes: after }] },
      times: { checkIn, checkOut, ...rules },
    }),
    bookings: stays.map((stay, index) =>
      booking({
        id: 12 + index,
        state: stay.state,
        arrival: addDays(day, stay.arrivesIn),
        departure: addDays(day, stay.arrivesIn + stay.nights),
        checkIn: stay.checkIn as WallTime | null,
        checkOut: stay.checkOut as WallTime | null,
      }),
    ),
  }));
type Drawn = typeof world extends fc.Arbitrary<infer T> ? T : never;

const CASES = 1_500;

function windowsIn({ settings, bookings }: Drawn) {
  const unit = settings.mapping.units[0] ?? null;
  const windows = unitWindows(unit, bookings, settings);
  return bookings.map((stay) => {
    const times = windows.get(stay.id);
    if (times === undefined) throw new Error('A stay has no window.');
    return { stay, times, usual: usualWindow(stay, unit, settings) };
  });
}
/** Its usual times may be no window, so it has those of its booking. */
const isWithinDay = ({ arrival, departure }: Booking): boolean => arrival === departure;
const isWindow = ({ start, end }: StayWindow): boolean => start < end;

describe('the windows of the stays of a unit', () => {
  it(
    'always contain the usual window at an end that widens or is usual',
    () => {
      assure(
        CASES,
        fc.property(world, (drawn) => {
          for (const { stay, times, usual } of windowsIn(drawn)) {
            if (isWithinDay(stay)) continue;
            if (drawn.rules.checkInMode === 'widen') expect(times.window.start <= usual.start).toBe(true);
            if (drawn.rules.checkOutMode === 'widen') expect(times.window.end >= usual.end).toBe(true);
            if (drawn.rules.checkInMode === 'usual') expect(times.window.start).toBe(usual.start);
            if (drawn.rules.checkOutMode === 'usual') expect(times.window.end).toBe(usual.end);
          }
        }),
      );
    },
    timeLimitMs(CASES),
  );
  it(
    'never overlap because of a time in a booking, unless it is exact',
    () => {
      assure(
        CASES,
        fc.property(world, (drawn) => {
          if (drawn.rules.checkInMode === 'exact' || drawn.rules.checkOutMode === 'exact') return;
          const stays = windowsIn(drawn).filter(({ stay }) => stay.state !== 'cancelled' && !isWithinDay(stay));
          for (const one of stays) {
            for (const other of stays) {
              if (one === other || windowsOverlap(one.usual, other.usual)) continue;
              expect(windowsOverlap(one.times.window, other.times.window)).toBe(false);
            }
          }
        }),
      );
    },
    timeLimitMs(CASES),
  );
  it(
    'do not grow into the exact window of another stay, or into a stay within one day',
    () => {
      assure(
        CASES,
        fc.property(world, (drawn) => {
          const stays = windowsIn(drawn).filter(({ stay, times }) => stay.state !== 'cancelled' && isWindow(times.window));
          for (const one of stays) {
            if (isWithinDay(one.stay)) continue;
            const isExact = drawn.rules.checkInMode === 'exact' || drawn.rules.checkOutMode === 'exact';
            for (const other of stays) {
              if (one === other || (!isExact && !isWithinDay(other.stay)) || windowsOverlap(one.usual, other.times.window)) continue;
              const grown = { start: one.times.window.start, end: one.times.window.end };
              // What it grew by itself: an end that the booking gave exactly is as it stands.
              if (drawn.rules.checkInMode === 'exact') grown.start = one.usual.start;
              if (drawn.rules.checkOutMode === 'exact') grown.end = one.usual.end;
              if (isWindow(grown)) expect(windowsOverlap(grown, other.times.window)).toBe(false);
            }
          }
        }),
      );
    },
    timeLimitMs(CASES),
  );
  it(
    'do not depend on the order of the bookings',
    () => {
      assure(
        CASES,
        fc.property(world, fc.nat(), (drawn, turn) => {
          const { settings, bookings } = drawn;
          const unit = settings.mapping.units[0] ?? null;
          const turned = [...bookings.slice(turn % bookings.length), ...bookings.slice(0, turn % bookings.length)].reverse();
          const windows = unitWindows(unit, turned, settings);
          for (const { stay, times } of windowsIn(drawn)) expect(windows.get(stay.id)).toEqual(times);
        }),
      );
    },
    timeLimitMs(CASES),
  );
  it(
    'differ from the usual ones only where the booking has a time, and say what was decided against it',
    () => {
      assure(
        CASES,
        fc.property(world, (drawn) => {
          for (const { stay, times, usual } of windowsIn(drawn)) {
            if (isWithinDay(stay)) continue;
            if (times.start.source !== 'booking') expect(times.window.start).toBe(usual.start);
            if (times.end.source !== 'booking') expect(times.window.end).toBe(usual.end);
            for (const [end, says] of [
              [times.start, stay.checkIn],
              [times.end, stay.checkOut],
            ] as const) {
              if (end.overruled !== null) expect(end.overruled.says).toBe(says);
              if (says === null || says === '00:00') expect(end).toMatchObject({ source: 'default', overruled: null });
            }
          }
        }),
      );
    },
    timeLimitMs(CASES),
  );
});
