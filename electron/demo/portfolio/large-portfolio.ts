/** Portfolios of any size, for benchmarks and full screens. The same options give the same portfolio. */
import { mappingSchema } from '../../../shared/domain/mapping.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import { addDays, dateOf, localNow } from '../../../shared/time.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { GATEWAY, KEYPAD } from '../seed.ts';
import type { BookingInput, DemoLock, DemoSeed } from '../seed.ts';
import { mappingLocks } from './places.ts';

export interface LargePortfolioOptions {
  readonly units: number;
  readonly locks: number;
  readonly bookings: number;
  /** Chooses names and lengths of stay. */
  readonly seed: number;
  readonly nowMs: number;
  readonly timeZone?: string;
  /** Stays are spread over this many days from today as long as they fit; 80 by default. */
  readonly spreadDays?: number;
}
export interface LargePortfolio {
  readonly seed: DemoSeed;
  readonly mapping: Mapping;
  readonly today: LocalDate;
}

const FIRST_UNIT = 510_000;
const FIRST_LOCK = 4000;
const FIRST_BOOKING = 200_000;
const GIVEN = ['Aïcha', 'Bastian', 'Chiara', 'Dmitri', 'Eilidh', 'Farid', 'Greta', 'Hiroshi', 'Inès', 'Jakub', 'Keiko', 'Leïla'];
const FAMILY = [
  'Arnesen',
  'Belcastro',
  'Czarnolas',
  'Dufresnel',
  'Eberhartin',
  'Fonsecal',
  'Grünewalder',
  'Halloranson',
  'Itoyama',
  'Jankowiec',
];

/**
 * Each unit has one lock (shared if there are fewer locks than units), and the remaining locks become second doors.
 * Stays of a unit never overlap. There are no codes yet: the first run creates them all.
 */
export function largePortfolio(options: LargePortfolioOptions): LargePortfolio {
  const { nowMs, timeZone = 'Europe/Paris', spreadDays = 80 } = options;
  const today = dateOf(localNow(timeZone, nowMs));
  const random = createRandom(options.seed);
  const units = count(options.units).map((index) => ({ id: FIRST_UNIT + index, name: unitName(index) }));
  const locks = count(options.locks).map((index) => lockOf(index, timeZone));
  const perUnit = Math.max(1, Math.ceil(options.bookings / Math.max(1, units.length)));
  const slotDays = Math.max(2, Math.floor(spreadDays / perUnit));
  const dates = count(perUnit * slotDays + 1).map((days) => addDays(today, days));
  const dateAt = (days: number): LocalDate => dates[days] ?? addDays(today, days);

  const bookings = count(options.bookings).map((index): BookingInput => {
    const start = Math.floor(index / units.length) * slotDays;
    const nights = 1 + Math.floor(random() * (slotDays - 1));
    return {
      id: FIRST_BOOKING + index,
      apartmentId: units[index % units.length]?.id ?? null,
      arrival: dateAt(start),
      departure: dateAt(start + nights),
      guestName: `${pick(GIVEN, random)} ${pick(FAMILY, random)}`,
      email: `guest-${index}@demo.invalid`,
    };
  });
  return {
    today,
    mapping: mappingSchema.parse({
      units: units.map(({ id, name }, index) => ({
        unitId: id,
        name,
        timeZone,
        doors: locks
          .filter((_, lock) => (lock < units.length ? lock === index % locks.length : lock % units.length === index))
          .map((lock) => ({ lockId: lock.id, keypadId: keypadIdOf(lock.id) })),
      })),
      locks: mappingLocks(locks),
    }),
    seed: {
      smoobu: {
        credentials: { apiKey: 'usr_live_demo_000000000002', apiSecret: 'ZGVtby1zZWNyZXQtb2YtdGhlLWRlbW8tY2xvdWQtMDI=' },
        account: { id: 700_002, firstName: 'Large', lastName: 'Portfolio', email: 'large@demo.invalid' },
        apartments: units.map((unit, index) => ({ ...unit, street: `${index} Rue Inventée`, city: 'Paris', timeZone })),
        bookings,
      },
      theKeys: {
        credentials: { username: '+33600000000', password: 'demo-password' },
        user: { id: 600_002, firstName: 'Large', lastName: 'Portfolio', email: 'large@demo.invalid' },
        locks,
        shares: [],
      },
    },
  };
}

/** Named as a user would, so that units and doors are recognised as belonging together. */
function lockOf(index: number, timeZone: string): DemoLock {
  const id = FIRST_LOCK + index;
  return {
    id,
    localId: String(20_000 + index),
    name: `${unitName(index)}, door`,
    timeZone,
    batteryMillivolts: 7000,
    accessories: [
      { id: 30_000 + index, stringId: `Gw${id}xx`, name: `Gateway ${id}`, type: GATEWAY },
      { id: 40_000 + index, stringId: keypadIdOf(id), name: `${unitName(index)}, keypad`, type: KEYPAD },
    ],
  };
}

function keypadIdOf(lockId: number): string {
  return `Kp${lockId}Lg`;
}
function unitName(index: number): string {
  return `Apartment ${String(index + 1).padStart(3, '0')}`;
}
function count(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
function pick(names: readonly string[], random: () => number): string {
  return names[Math.floor(random() * names.length)] ?? '';
}

/** mulberry32, a small pseudo-random generator with a seed. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
