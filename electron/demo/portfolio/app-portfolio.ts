/** What the app's demo shows, by size: the portfolios, with something in them that needs the user. The same all day. */
import type { Mapping } from '../../../shared/domain/mapping.ts';
import { mappingSchema } from '../../../shared/domain/mapping.ts';
import { DEMO_CREDENTIALS } from '../../../shared/domain/demo.ts';
import type { LocalDate } from '../../../shared/time.ts';
import type { DemoSize } from '../demo-arguments.ts';
import { GATEWAY } from '../seed.ts';
import type { DemoLock, DemoSeed, ShareInput } from '../seed.ts';
import { largePortfolio } from './large-portfolio.ts';
import { GATE, PRESQUILE } from './places.ts';
import { bookingOf, codesOf, demoPortfolio } from './portfolio.ts';
import type { StayStory } from './stays.ts';

export interface AppPortfolio {
  readonly seed: DemoSeed;
  readonly mapping: Mapping;
}

const LARGE = { units: 120, locks: 120, bookings: 2000, seed: 4 };
/** Stays of the large portfolio without a code, so that the first run has something to do, but not for minutes. */
const WITHOUT_CODE = 60;

export function appPortfolio(size: DemoSize, nowMs: number, timeZone = 'Europe/Paris'): AppPortfolio {
  const { seed, mapping } = bySize(size, nowMs, timeZone);
  const { apiKey, apiSecret, phone, password } = DEMO_CREDENTIALS;
  return {
    mapping,
    seed: {
      smoobu: { ...seed.smoobu, credentials: { apiKey, apiSecret } },
      theKeys: { ...seed.theKeys, credentials: { username: phone, password } },
    },
  };
}

function bySize(size: DemoSize, nowMs: number, timeZone: string): AppPortfolio {
  if (size === 'large') {
    const { seed, mapping } = largePortfolio({ ...LARGE, nowMs, timeZone });
    return { mapping, seed: withWeakDoors(withCodes(seed, mapping)) };
  }
  const { seed, mapping, today } = demoPortfolio(nowMs, timeZone);
  switch (size) {
    case 'empty': {
      const { smoobu, theKeys } = seed;
      const shares = theKeys.shares.filter(({ description = '' }) => !(description ?? '').startsWith('Smoobu#'));
      return { mapping, seed: { smoobu: { ...smoobu, bookings: [] }, theKeys: { ...theKeys, shares } } };
    }
    case 'first-steps':
      return { mapping: mappingSchema.parse({}), seed: withTroubles(seed, today) };
    case 'usual':
      return { mapping, seed: withTroubles(seed, today) };
  }
}

/** Of every forty doors one each has a gateway that is silent, none, a low battery, an empty one, and a battery without known marks. */
function withWeakDoors({ smoobu, theKeys }: DemoSeed): DemoSeed {
  const weak: readonly ((lock: DemoLock) => Partial<DemoLock>)[] = [
    ({ accessories }) => ({ accessories: accessories.map((one) => (one.type === GATEWAY ? { ...one, silentForHours: 26 } : one)) }),
    ({ accessories }) => ({ accessories: accessories.filter(({ type }) => type !== GATEWAY) }),
    () => ({ batteryMillivolts: 6_640 }),
    () => ({ batteryMillivolts: 6_310 }),
    () => ({ batteryMillivolts: 4_065 }),
  ];
  const locks = theKeys.locks.map((lock, index) => ({ ...lock, ...weak[(index % 40) - FIRST_WEAK]?.(lock) }));
  return { smoobu, theKeys: { ...theKeys, locks } };
}
const FIRST_WEAK = 7;

const TWO_PINS = 'Smoobu#90017';
const CANCELLED_INSIDE: StayStory = {
  id: 90_026,
  unit: PRESQUILE,
  arrives: -1,
  leaves: 1,
  guest: 'Rosalind Achterberg',
  type: 'cancellation',
  code: { pin: '6042' },
};

/** A stay that was cancelled while its code is open, so that the delete is held, and a guest whose two doors have different PINs. */
function withTroubles({ smoobu, theKeys }: DemoSeed, today: LocalDate): DemoSeed {
  const codes = codesOf(CANCELLED_INSIDE, today).map((share, index) => ({ ...share, id: 683_900 + index }));
  const shares = theKeys.shares.map((share) =>
    share.description === TWO_PINS && share.lockId === GATE ? { ...share, code: '7931' } : share,
  );
  return {
    smoobu: { ...smoobu, bookings: [...smoobu.bookings, bookingOf(CANCELLED_INSIDE, today)] },
    theKeys: { ...theKeys, shares: [...shares, ...codes] },
  };
}

/** A code on every door of all stays but the last, as earlier runs would have left them. */
function withCodes({ smoobu, theKeys }: DemoSeed, mapping: Mapping): DemoSeed {
  const doors = new Map<number, Mapping['units'][number]['doors']>(mapping.units.map((unit) => [unit.unitId, unit.doors]));
  const pins = new Map<number, Set<number>>();
  const pinAt = (lockId: number, wish: number): string => {
    const taken = pins.get(lockId) ?? new Set<number>();
    pins.set(lockId, taken);
    let pin = wish;
    while (taken.has(pin)) pin = (pin + 1) % 10_000;
    taken.add(pin);
    return String(pin).padStart(4, '0');
  };
  const shares = smoobu.bookings.slice(0, -WITHOUT_CODE).flatMap(({ id = 0, apartmentId, arrival, departure, guestName = '' }) =>
    (doors.get(apartmentId ?? 0) ?? []).map(({ lockId, keypadId }): ShareInput => ({
      lockId,
      keypadId,
      name: guestName,
      code: pinAt(lockId, (id * 7919) % 10_000),
      startDate: arrival,
      startTime: '15:00',
      endDate: departure,
      endTime: '12:00',
      description: `Smoobu#${id}`,
    })),
  );
  return { smoobu, theKeys: { ...theKeys, shares: shares.map((share, index) => ({ ...share, id: 700_000 + index })) } };
}
