/** Made-up portfolios and histories for whole runs: what is on the clouds, what happens between runs, and what goes wrong in them. */
import fc from 'fast-check';
import { PASSING_FAULT_KINDS } from '../../electron/demo/http/faults.ts';
import type { Fault } from '../../electron/demo/http/faults.ts';
import { GATEWAY, KEYPAD } from '../../electron/demo/seed.ts';
import type { BookingInput, DemoLock, DemoSeed, ShareInput } from '../../electron/demo/seed.ts';
import type { TheKeysSwitches } from '../../electron/demo/the-keys/switches.ts';
import type { SmoobuSwitches } from '../../electron/demo/smoobu/switches.ts';
import { mappingSchema } from '../../shared/domain/mapping.ts';
import type { Mapping } from '../../shared/domain/mapping.ts';
import { addDays, dateOf, localNow } from '../../shared/time.ts';
import type { LocalDate } from '../../shared/time.ts';

export const ZONE = 'Europe/Paris';
export const UNITS = [501, 502, 503] as const;
const LOCKS = [3101, 3102, 3103] as const;
const GATE = 3199;
const GUESTS = ['Zoë Nowak', 'Ada Beispiel', 'Jean-Luc Exemple', '🎉 Łucja', ''] as const;

export interface Scenario {
  readonly nowMs: number;
  readonly hasGate: boolean;
  readonly bookings: readonly BookingPlan[];
  readonly foreign: readonly ForeignPlan[];
  readonly steps: readonly Step[];
  readonly theKeys: Partial<TheKeysSwitches>;
  readonly smoobu: Partial<SmoobuSwitches>;
  readonly installations: 1 | 2;
}
export interface BookingPlan {
  readonly unit: number;
  /** Days from today. */
  readonly arrival: number;
  readonly nights: number;
  readonly guest: number;
  readonly checkIn: string | null;
}
interface ForeignPlan {
  readonly lock: number;
  readonly pin: string;
  readonly description: string | null;
  readonly guest: number;
  readonly start: number | null;
}
export type Change =
  | { readonly kind: 'add'; readonly booking: BookingPlan }
  | { readonly kind: 'cancel' | 'remove'; readonly which: number }
  | { readonly kind: 'shift'; readonly which: number; readonly days: number }
  | { readonly kind: 'move'; readonly which: number; readonly unit: number }
  /** The host deletes, or switches off, one of our codes by hand. */
  | { readonly kind: 'lose' | 'disable'; readonly which: number };
export interface Step {
  readonly changes: readonly Change[];
  readonly minutes: number;
  readonly faults: readonly (Fault | null)[];
  /** The process dies at this request. */
  readonly kill: { readonly at: number; readonly when: 'before' | 'after' } | null;
}

const booking: fc.Arbitrary<BookingPlan> = fc.record({
  unit: fc.nat({ max: UNITS.length - 1 }),
  arrival: fc.integer({ min: -4, max: 95 }),
  nights: fc.integer({ min: 1, max: 9 }),
  guest: fc.nat({ max: GUESTS.length - 1 }),
  checkIn: fc.constantFrom(null, null, '16:30', '00:00'),
});
const fault: fc.Arbitrary<Fault | null> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom(...PASSING_FAULT_KINDS).map((kind): Fault => ({ kind })) },
);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), booking }),
  fc.record({ kind: fc.constantFrom('cancel' as const, 'remove' as const), which: fc.nat({ max: 20 }) }),
  fc.record({ kind: fc.constant('shift' as const), which: fc.nat({ max: 20 }), days: fc.integer({ min: -3, max: 12 }) }),
  fc.record({ kind: fc.constant('move' as const), which: fc.nat({ max: 20 }), unit: fc.nat({ max: UNITS.length - 1 }) }),
  fc.record({ kind: fc.constantFrom('lose' as const, 'disable' as const), which: fc.nat({ max: 20 }) }),
);
const step: fc.Arbitrary<Step> = fc.record({
  changes: fc.array(change, { maxLength: 3 }),
  minutes: fc.constantFrom(1, 15, 60, 60 * 24),
  faults: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: fc.array(fault, { maxLength: 25 }) }),
  kill: fc.option(fc.record({ at: fc.integer({ min: 1, max: 30 }), when: fc.constantFrom('before' as const, 'after' as const) }), {
    freq: 2,
  }),
});

/** An ordinary day, and shortly before both changes of the clocks in Europe/Paris. */
const STARTS = ['2026-11-23T10:00:00Z', '2026-03-28T21:30:00Z', '2026-10-24T22:10:00Z', '2026-12-31T22:59:00Z'].map((text) =>
  Date.parse(text),
);

export const scenario: fc.Arbitrary<Scenario> = fc.record({
  nowMs: fc.constantFrom(...STARTS),
  hasGate: fc.boolean(),
  bookings: fc.array(booking, { maxLength: 6 }),
  foreign: fc.array(
    fc.record({
      lock: fc.nat({ max: LOCKS.length - 1 }),
      pin: fc.stringMatching(/^[0-9]{4}$/),
      description: fc.constantFrom(null, '', 'cleaner', 'Smoobu#', 'Smoobu#90001x', 'see Smoobu#90001 and Smoobu#90002'),
      guest: fc.nat({ max: GUESTS.length - 1 }),
      start: fc.option(fc.integer({ min: -4, max: 30 })),
    }),
    { maxLength: 4 },
  ),
  steps: fc.array(step, { minLength: 1, maxLength: 4 }),
  theKeys: fc.record({
    timeFormat: fc.constantFrom('HH:MM', 'HH:MM:SS', 'object', 'object-texts', 'php-date', 'iso', 'null', 'odd'),
    dateFormat: fc.constantFrom('date', 'php-date', 'iso'),
    ids: fc.constantFrom('number', 'text'),
    pinForm: fc.constantFrom('text', 'number'),
    createData: fc.constantFrom('id-and-code', 'id-only', 'null'),
    writeData: fc.constantFrom('id', 'null', 'empty-list'),
    expiredToken: fc.constantFrom('http-401', 'http-400', 'body-200'),
    errorShape: fc.constantFrom('http-envelope', 'status-in-200', 'oauth', 'code-message', 'html'),
    missingShare: fc.constantFrom('http-404', 'status-404-in-200', 'data-null'),
    setCookie: fc.boolean(),
    emptyDescription: fc.constantFrom('null', 'empty'),
  }),
  smoobu: fc.record({
    modifiedKey: fc.constantFrom('modifiedAt', 'modified-at'),
    missingTime: fc.constantFrom('empty', 'null', 'midnight'),
    timeForm: fc.constantFrom('HH:mm', 'H:mm', 'HH:mm:ss'),
    maxPageSize: fc.constantFrom(100, 2),
    duplicateRows: fc.constantFrom('none', 'same'),
    rowOrder: fc.constantFrom('id', 'reverse'),
  }),
  installations: fc.constantFrom(1, 1, 2),
});

export function today(nowMs: number): LocalDate {
  return dateOf(localNow(ZONE, nowMs));
}

export function bookingInput(plan: BookingPlan, nowMs: number): BookingInput {
  const arrival = addDays(today(nowMs), plan.arrival);
  return {
    apartmentId: UNITS[plan.unit] ?? null,
    arrival,
    departure: addDays(arrival, plan.nights),
    checkIn: plan.checkIn,
    guestName: GUESTS[plan.guest] ?? '',
  };
}

/** Three units behind three locks, and a gate before all of them. */
export function portfolio(scenario: Scenario): { readonly seed: DemoSeed; readonly mapping: Mapping } {
  const lockIds = [...LOCKS, GATE];
  const keypadOf = (lockId: number): string => `Kp${String(lockId)}x`;
  const locks: DemoLock[] = lockIds.map((id) => ({
    id,
    localId: String(id + 10_000),
    name: `Lock ${String(id)}`,
    timeZone: ZONE,
    batteryMillivolts: 7000,
    accessories: [
      { id: id * 10, stringId: keypadOf(id), name: 'Keypad', type: KEYPAD },
      { id: id * 10 + 1, stringId: `Gw${String(id)}y`, name: 'Gateway', type: GATEWAY },
    ],
  }));
  const foreign: ShareInput[] = scenario.foreign.map((plan) => {
    const lockId = LOCKS[plan.lock] ?? LOCKS[0];
    const start = plan.start === null ? null : addDays(today(scenario.nowMs), plan.start);
    return {
      lockId,
      keypadId: keypadOf(lockId),
      name: GUESTS[plan.guest] ?? 'x',
      code: plan.pin,
      description: plan.description,
      startDate: start,
      endDate: start === null ? null : addDays(start, 3),
      startTime: start === null ? null : '14:00',
      endTime: start === null ? null : '11:00',
    };
  });
  const gateways: ShareInput[] = lockIds.map((lockId) => ({
    lockId,
    keypadId: `Gw${String(lockId)}y`,
    name: 'Remote',
    code: 'A1b2C3d4E5f6G7h8',
  }));
  return {
    seed: {
      smoobu: {
        credentials: { apiKey: 'usr_live_scenario_0001', apiSecret: 'c2NlbmFyaW8tc2VjcmV0LTAx' },
        account: { id: 1, firstName: 'Test', lastName: 'Host', email: 'host@demo.invalid' },
        apartments: UNITS.map((id) => ({ id, name: `Unit ${String(id)}`, street: '', city: 'Paris', timeZone: ZONE })),
        bookings: scenario.bookings.map((plan) => bookingInput(plan, scenario.nowMs)),
      },
      theKeys: {
        credentials: { username: '+33600000000', password: 'scenario password' },
        user: { id: 1, firstName: 'Test', lastName: 'Host', email: 'host@demo.invalid' },
        locks,
        shares: [...gateways, ...foreign],
      },
    },
    mapping: mappingSchema.parse({
      units: UNITS.map((unitId, index) => ({
        unitId,
        name: `Unit ${String(unitId)}`,
        doors: [
          { lockId: LOCKS[index], keypadId: keypadOf(LOCKS[index] ?? 0) },
          ...(scenario.hasGate ? [{ lockId: GATE, keypadId: keypadOf(GATE), prefix: '18' }] : []),
        ],
      })),
      locks: lockIds.map((lockId) => ({ lockId, timeZone: ZONE })),
    }),
  };
}
