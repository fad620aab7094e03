/** What small worlds are drawn from: instants, settings, and recipes of bookings and codes. */
import * as fc from 'fast-check';
import type { BookingState } from '../../shared/domain/booking.ts';
import type { KeypadPlace } from '../../shared/domain/ids.ts';
import { settingsSchema } from '../../shared/domain/settings.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { bookingId, place } from '../support/ids.ts';
import type { WallTime } from '../../shared/time.ts';

/** Three locks, one of them with two keypads and one on the gate. */
export const PLACES: readonly KeypadPlace[] = [place(11, 'KpAlpha1'), place(12, 'KpBravo2'), place(12, 'KpCharl3'), place(13, 'KpGate44')];

type ValueOf<A> = A extends fc.Arbitrary<infer T> ? T : never;

/** Ids that begin with each other, so that Smoobu#12 could be mistaken for Smoobu#123. */
const BOOKING_IDS = [12, 123, 1, 1234, 77, 7, 770, 9001, 9002, 9003].map(bookingId);
const NAMES = [
  'Anna Müller',
  'ANNA  MULLER',
  'Smoobu Anna Muller',
  'Zoë',
  '🌟 Zoë 🌟',
  'Guest',
  '',
  'J. O’Neil',
  'Li\u0000 Wei',
  'x'.repeat(70),
] as const;
const ZONES = ['Europe/Paris', 'Europe/London', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati'] as const;
/** Both clock changes in Paris, before, in and after the hour; midnights; a leap day; an ordinary noon. */
const MOMENTS = [
  '2026-03-28T22:59:00Z',
  '2026-03-28T23:00:00Z',
  '2026-03-29T00:59:00Z',
  '2026-03-29T01:00:00Z',
  '2026-03-29T10:30:00Z',
  '2026-10-24T22:00:00Z',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
  '2026-12-31T23:00:00Z',
  '2028-02-29T11:00:00Z',
  '2026-07-14T10:00:00Z',
].map((text) => Date.parse(text));

export const instant = fc
  .tuple(fc.constantFrom(...MOMENTS), fc.integer({ min: -90, max: 90 }))
  .map(([moment, minutes]) => moment + minutes * 60_000);
const mask = fc.integer({ min: 0, max: 15 });
const mode = fc.constantFrom('widen', 'widen', 'widen', 'usual', 'exact');
const wall = fc.constantFrom('10:00', '11:00', '15:00', '16:30', '23:59', '00:15').map((text) => text as WallTime);
const maybe = <T>(value: fc.Arbitrary<T>, often = 3): fc.Arbitrary<T | null> => fc.option(value, { freq: often, nil: null });

export const settings: fc.Arbitrary<Settings> = fc
  .record({
    units: fc.array(
      fc.record({
        doors: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(1, 2, 3, 6, 9, 10, 12, 14) }, { weight: 1, arbitrary: mask }),
        checkIn: maybe(wall),
        checkOut: maybe(wall),
        before: fc.constantFrom(0, 0, 30, 1_440),
        after: fc.constantFrom(0, 0, 45, 1_440),
        zone: maybe(fc.constantFrom(...ZONES), 1),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    zones: fc.array(maybe(fc.constantFrom(...ZONES), 1), { minLength: 3, maxLength: 3 }),
    zone: fc.constantFrom('Europe/Paris', ...ZONES),
    checkInMode: mode,
    checkOutMode: mode,
    cleaningMinutes: maybe(fc.constantFrom(0, 60), 1),
    retired: mask,
    pinLength: fc.constantFrom(4, 4, 4, 6),
    horizonDays: fc.constantFrom(90, 5),
    keepDays: fc.constantFrom(7, 7, 0),
  })
  .map((recipe) =>
    settingsSchema.parse({
      mapping: {
        units: recipe.units.map((unit, index) => ({
          unitId: 101 + index,
          name: `Flat ${String(index + 1)}`,
          doors: pick(unit.doors),
          checkIn: unit.checkIn,
          checkOut: unit.checkOut,
          bufferBeforeMinutes: unit.before,
          bufferAfterMinutes: unit.after,
          timeZone: unit.zone,
        })),
        locks: [11, 12, 13].map((lockId, index) => ({ lockId, timeZone: recipe.zones[index] ?? null })),
        retired: pick(recipe.retired),
      },
      times: {
        timeZone: recipe.zone,
        checkInMode: recipe.checkInMode,
        checkOutMode: recipe.checkOutMode,
        cleaningMinutes: recipe.cleaningMinutes,
      },
      codes: { pinLength: recipe.pinLength, horizonDays: recipe.horizonDays, keepDays: recipe.keepDays },
    }),
  );

function pick(bits: number): readonly KeypadPlace[] {
  return PLACES.filter((_, index) => ((bits >> index) & 1) === 1);
}

const state = fc.constantFrom<BookingState>('live', 'live', 'live', 'live', 'cancelled', 'cancelled', 'blocked', 'unknown');
export const bookingRecipe = fc.record({
  id: fc.constantFrom(...BOOKING_IDS),
  state,
  /** Below 5: one of the mapped units; 5: no unit; 6: a unit that is not mapped. */
  unit: fc.constantFrom(0, 0, 0, 0, 1, 1, 1, 2, 3, 5, 6),
  arrivesIn: fc.oneof({ weight: 8, arbitrary: fc.constantFrom(-3, -2, -1, 0, 1, 2, 3) }, fc.integer({ min: -20, max: 12 })),
  nights: fc.oneof({ weight: 10, arbitrary: fc.constantFrom(1, 2, 3, 4, 5) }, fc.constantFrom(0, 30)),
  checkIn: maybe(wall, 1),
  checkOut: maybe(wall, 1),
  name: fc.constantFrom(...NAMES),
  /** `twice`: the same row twice; `contradicting`: a second row with other values. */
  seen: fc.constantFrom(
    'listed',
    'listed',
    'listed',
    'listed',
    'listed',
    'listed',
    'listed',
    'listed',
    'twice',
    'found',
    'contradicting',
    'found',
    'missing',
    'failed',
    'not-asked',
  ),
  missingForMinutes: maybe(fc.constantFrom(0, 9, 10, 11, 1_440), 2),
  attempt: maybe(fc.integer({ min: 0, max: 3 }), 1),
});
export type BookingRecipe = ValueOf<typeof bookingRecipe>;

export function cancelled(recipe: BookingRecipe): BookingRecipe {
  return { ...recipe, state: 'cancelled', seen: 'listed', arrivesIn: Math.abs(recipe.arrivesIn) + 2 };
}

export const codeRecipe = fc.record({
  /** 0 to 3: that keypad; above: a door of the booking's unit. */
  place: fc.integer({ min: 0, max: 9 }),
  /** The index of the booking it matches. */
  like: fc.integer({ min: 0, max: 9 }),
  tag: fc.constantFrom(
    ...Array.from({ length: 9 }, () => 'ours' as const),
    'none',
    'none',
    'longer',
    'glued',
    'two',
    'other-case',
    'stranger',
  ),
  /** Minutes added to the start and end of the booking. */
  startShift: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 60, -1_440, -20_000),
  endShift: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, -60, 1_440, -20_000, 30_000),
  open: fc.constantFrom('no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'end', 'start', 'both', 'times'),
  active: fc.constantFrom(true, true, true, true, true, true, false),
  name: fc.option(fc.constantFrom(...NAMES), { freq: 1, nil: null }),
  /** null: the PIN that is drawn for the booking. */
  pin: maybe(fc.constantFrom('0042', '0007', '4711', '4712', '1234', '9081'), 1),
  pinMissing: fc.constantFrom(false, false, false, false, false, false, false, true),
  hasSchedule: fc.constantFrom(false, false, false, false, false, false, false, true),
  note: fc.constantFrom('', '', ' door side left', '\nline two'),
});
export type CodeRecipe = ValueOf<typeof codeRecipe>;
