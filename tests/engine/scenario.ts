/** Generates scenarios for whole runs: the accounts, what changes between runs, and what fails in them. */
import fc from 'fast-check';
import type { Fault, FaultKind } from '../../electron/demo/http/faults.ts';
import { GATEWAY, KEYPAD } from '../../electron/demo/seed.ts';
import type { BookingInput, DemoLock, DemoSeed, ShareInput } from '../../electron/demo/seed.ts';
import type { TheKeysSwitches } from '../../electron/demo/the-keys/switches.ts';
import type { SmoobuSwitches } from '../../electron/demo/smoobu/switches.ts';
import { mappingSchema } from '../../shared/domain/mapping.ts';
import type { Door, Mapping } from '../../shared/domain/mapping.ts';
import type { KeypadPlace } from '../../shared/domain/ids.ts';
import { addDays, dateOf, localNow } from '../../shared/time.ts';
import type { LocalDate } from '../../shared/time.ts';
import { place } from '../support/ids.ts';

const FIRST_UNIT = 501;
export const FIRST_LOCK = 3101;
export const GUESTS = ['Zoë Nowak', 'Ada Beispiel', 'Jean-Luc Exemple', '🎉 Łucja', ''] as const;

/** Units, locks and keypads, each counted from 0. Keypads are counted over all locks. */
export interface Layout {
  readonly zone: string;
  /** The lock of each keypad, without gaps. */
  readonly lockOfKeypad: readonly number[];
  /** The keypads of each unit. */
  readonly doorsOfUnit: readonly (readonly number[])[];
}
export interface Scenario {
  readonly nowMs: number;
  readonly layout: Layout;
  readonly bookings: readonly BookingPlan[];
  readonly foreign: readonly ForeignPlan[];
  readonly steps: readonly Step[];
  readonly theKeys: Partial<TheKeysSwitches>;
  readonly smoobu: Partial<SmoobuSwitches>;
  readonly installations: 1 | 2 | 3;
  /** What starts its runs: those of the schedule read what matters, others everything. */
  readonly trigger: 'command' | 'schedule';
}
export interface BookingPlan {
  readonly unit: number;
  /** Days from today. */
  readonly arrival: number;
  readonly nights: number;
  readonly guest: number;
  readonly checkIn: string | null;
}
export interface ForeignPlan {
  readonly keypad: number;
  readonly pin: string;
  readonly description: string | null;
  readonly guest: number;
  readonly start: number | null;
}
export type Change =
  | { readonly kind: 'add'; readonly booking: BookingPlan }
  | { readonly kind: 'cancel' | 'remove'; readonly which: number }
  /** The guest cancels, or the booking vanishes, and books again: with the same address, or without one. */
  | { readonly kind: 'rebook'; readonly which: number; readonly isGone: boolean; readonly hasAddress: boolean; readonly nights: number }
  | { readonly kind: 'shift'; readonly which: number; readonly days: number }
  | { readonly kind: 'move'; readonly which: number; readonly unit: number }
  /** The user deletes, switches off, renames, makes permanent or copies (with another PIN) one of our codes by hand. */
  | { readonly kind: 'lose' | 'disable' | 'rename' | 'open' | 'copy'; readonly which: number }
  /** The unit gets other doors, and its former ones are retired. */
  | { readonly kind: 'remap'; readonly unit: number; readonly doors: readonly number[] };
export interface Step {
  readonly changes: readonly Change[];
  readonly minutes: number;
  /** One entry per request, in the order of arrival; null is no fault. */
  readonly faults: { readonly smoobu: readonly (Fault | null)[]; readonly theKeys: readonly (Fault | null)[] };
  /** The fault of every later request. */
  readonly steady?: { readonly smoobu: Fault | null; readonly theKeys: Fault | null };
  /** A process is killed or stopped at one of its requests. */
  readonly kills: readonly Kill[];
  /** All clocks are set, those of the clouds, too. */
  readonly clockStepMinutes?: number;
  readonly reboot?: boolean;
  /** For this step only. */
  readonly smoobu?: Partial<SmoobuSwitches>;
  readonly latencyMs?: number;
  /** The user approves what is held. */
  readonly applyHeld?: boolean;
}
export interface Kill {
  readonly installation: number;
  readonly at: number;
  readonly when: 'before' | 'after' | 'stop';
}

/** Faults without a timeout, so that tests are fast. */
const PASSING_FAULT_KINDS: readonly FaultKind[] = [
  'rate-limited',
  'unavailable',
  'server-error',
  'server-error-after',
  'bad-gateway',
  'bad-gateway-after',
  'html',
  'html-after',
  'empty',
  'empty-after',
  'cut-body',
  'drop-before',
  'drop-after',
  'expired-token',
];
const UNITS = 3;
const booking: fc.Arbitrary<BookingPlan> = fc.record({
  unit: fc.nat({ max: UNITS - 1 }),
  arrival: fc.integer({ min: -4, max: 95 }),
  nights: fc.integer({ min: 1, max: 9 }),
  guest: fc.nat({ max: GUESTS.length - 1 }),
  checkIn: fc.constantFrom(null, null, '16:30', '00:00'),
});
const fault: fc.Arbitrary<Fault | null> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 2, arbitrary: fc.constantFrom(...PASSING_FAULT_KINDS).map((kind): Fault => ({ kind })) },
);
export const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), booking }),
  fc.record({ kind: fc.constantFrom('cancel' as const, 'remove' as const), which: fc.nat({ max: 20 }) }),
  fc.record({
    kind: fc.constant('rebook' as const),
    which: fc.nat({ max: 20 }),
    isGone: fc.boolean(),
    hasAddress: fc.boolean(),
    nights: fc.integer({ min: 0, max: 2 }),
  }),
  fc.record({ kind: fc.constant('shift' as const), which: fc.nat({ max: 20 }), days: fc.integer({ min: -3, max: 12 }) }),
  fc.record({ kind: fc.constant('move' as const), which: fc.nat({ max: 20 }), unit: fc.nat({ max: UNITS - 1 }) }),
  fc.record({ kind: fc.constantFrom('lose' as const, 'disable' as const), which: fc.nat({ max: 20 }) }),
);
const step: fc.Arbitrary<Step> = fc.record({
  changes: fc.array(change, { maxLength: 3 }),
  minutes: fc.constantFrom(1, 15, 60, 60 * 24),
  faults: fc
    .oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: fc.array(fault, { maxLength: 25 }) })
    .map((faults) => ({ smoobu: faults.slice(0, 6), theKeys: faults.slice(6) })),
  kills: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc
        .record({
          installation: fc.constant(0),
          at: fc.integer({ min: 1, max: 30 }),
          when: fc.constantFrom('before' as const, 'after' as const),
        })
        .map((kill) => [kill]),
    },
  ),
});

/** An ordinary day, just before both clock changes in Paris, and New Year's Eve. */
export const STARTS = ['2026-11-23T10:00:00Z', '2026-03-28T21:30:00Z', '2026-10-24T22:10:00Z', '2026-12-31T22:59:00Z'].map((text) =>
  Date.parse(text),
);

export const scenario: fc.Arbitrary<Scenario> = fc.record({
  nowMs: fc.constantFrom(...STARTS),
  layout: fc.boolean().map((hasGate): Layout => ({
    zone: 'Europe/Paris',
    lockOfKeypad: [0, 1, 2, 3],
    doorsOfUnit: [0, 1, 2].map((keypad) => (hasGate ? [keypad, 3] : [keypad])),
  })),
  bookings: fc.array(booking, { maxLength: 6 }),
  foreign: fc.array(
    fc.record({
      keypad: fc.nat({ max: 2 }),
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
  trigger: fc.constantFrom('command', 'schedule'),
});

export function todayIn(layout: Layout, nowMs: number): LocalDate {
  return dateOf(localNow(layout.zone, nowMs));
}

export function unitId(unit: number): number {
  return FIRST_UNIT + unit;
}

export function bookingInput(plan: BookingPlan, layout: Layout, nowMs: number): BookingInput {
  const arrival = addDays(todayIn(layout, nowMs), plan.arrival);
  return {
    apartmentId: unitId(plan.unit % layout.doorsOfUnit.length),
    arrival,
    departure: addDays(arrival, plan.nights),
    checkIn: plan.checkIn,
    guestName: GUESTS[plan.guest] ?? '',
  };
}

function placeOf(layout: Layout, keypad: number): KeypadPlace {
  const index = keypad % layout.lockOfKeypad.length;
  const id = FIRST_LOCK + (layout.lockOfKeypad[index] ?? 0);
  return place(id, `Kp${String(index)}of${String(id)}x`);
}

function lockIdsOf(layout: Layout): number[] {
  return [...new Set(layout.lockOfKeypad)].map((lock) => FIRST_LOCK + lock);
}

/** The second door of a unit needs a prefix. */
export function doorsOf(layout: Layout, keypads: readonly number[]): Door[] {
  return keypads.map((keypad, index) => ({ ...placeOf(layout, keypad), prefix: index === 0 ? '' : '18' }));
}

/** The accounts and mapping of a scenario. Every lock has a gateway, whose share must stay unchanged. */
export function portfolio(scenario: Pick<Scenario, 'layout' | 'nowMs' | 'bookings' | 'foreign'>): {
  readonly seed: DemoSeed;
  readonly mapping: Mapping;
} {
  const { layout, nowMs } = scenario;
  const lockIds = lockIdsOf(layout);
  const locks: DemoLock[] = lockIds.map((id) => ({
    id,
    localId: String(id + 10_000),
    name: `Lock ${String(id)}`,
    timeZone: layout.zone,
    batteryMillivolts: 7000,
    accessories: [
      ...layout.lockOfKeypad.flatMap((lock, keypad) =>
        FIRST_LOCK + lock === id
          ? [{ id: id * 100 + keypad, stringId: placeOf(layout, keypad).keypadId, name: 'Keypad', type: KEYPAD } as const]
          : [],
      ),
      { id: id * 100 + 99, stringId: `Gw${String(id)}y`, name: 'Gateway', type: GATEWAY },
    ],
  }));
  const foreign: ShareInput[] = scenario.foreign.map((plan) => {
    const start = plan.start === null ? null : addDays(todayIn(layout, nowMs), plan.start);
    return {
      ...placeOf(layout, plan.keypad),
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
  const units = layout.doorsOfUnit.map((keypads, unit) => ({ keypads, id: unitId(unit), name: `Unit ${String(unitId(unit))}` }));
  return {
    seed: {
      smoobu: {
        credentials: { apiKey: 'usr_live_scenario_0001', apiSecret: 'c2NlbmFyaW8tc2VjcmV0LTAx' },
        account: { id: 1, firstName: 'Test', lastName: 'Host', email: 'host@demo.invalid' },
        apartments: units.map(({ id, name }) => ({ id, name, street: '', city: 'Paris', timeZone: layout.zone })),
        bookings: scenario.bookings.map((plan) => bookingInput(plan, layout, nowMs)),
      },
      theKeys: {
        credentials: { username: '+33600000000', password: 'scenario password' },
        user: { id: 1, firstName: 'Test', lastName: 'Host', email: 'host@demo.invalid' },
        locks,
        shares: [...gateways, ...foreign],
      },
    },
    mapping: mappingSchema.parse({
      units: units.map(({ id, name, keypads }) => ({ unitId: id, name, doors: doorsOf(layout, keypads) })),
      locks: lockIds.map((lockId) => ({ lockId, timeZone: layout.zone })),
    }),
  };
}
