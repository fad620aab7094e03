/** Generates larger and longer scenarios with every behaviour of the clouds, for the soak. */
import fc from 'fast-check';
import { FAULT_KINDS } from '../../electron/demo/http/faults.ts';
import type { Fault } from '../../electron/demo/http/faults.ts';
import type { SmoobuSwitches } from '../../electron/demo/smoobu/switches.ts';
import type { TheKeysSwitches } from '../../electron/demo/the-keys/switches.ts';
import { GUESTS, STARTS } from './scenario.ts';
import type { BookingPlan, Change, ForeignPlan, Kill, Layout, Scenario, Step } from './scenario.ts';

export interface WideScenario extends Scenario {
  readonly pinLength: number;
}

/** Short enough for many cases, and long enough for a response over loopback on a busy machine. */
export const HANG_TIMEOUT_MS = 200;
const MAX_KEYPADS = 6;
const MAX_UNITS = 6;
const keypad = fc.nat({ max: MAX_KEYPADS - 1 });
const doors = fc.uniqueArray(keypad, { minLength: 1, maxLength: 3 });

/** Zones west and east of Europe, with other clock changes, one by half an hour, and with none. */
const ZONES = ['Europe/Paris', 'Europe/Paris', 'America/New_York', 'Pacific/Kiritimati', 'Australia/Lord_Howe'] as const;

const layout: fc.Arbitrary<Layout> = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    locks: fc.array(fc.nat({ max: 4 }), { minLength: 2, maxLength: MAX_KEYPADS }),
    doorsOfUnit: fc.array(doors, { minLength: 1, maxLength: MAX_UNITS }),
  })
  .map(({ zone, locks, doorsOfUnit }) => {
    const inOrder = [...new Set(locks)].sort((left, right) => left - right);
    return {
      zone,
      lockOfKeypad: locks.map((lock) => inOrder.indexOf(lock)),
      doorsOfUnit: doorsOfUnit.map((keypads) => [...new Set(keypads.map((index) => index % locks.length))]),
    };
  });

const booking: fc.Arbitrary<BookingPlan> = fc.record({
  unit: fc.nat({ max: MAX_UNITS - 1 }),
  arrival: fc.integer({ min: -9, max: 95 }),
  nights: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 9 }) }, { weight: 1, arbitrary: fc.integer({ min: 10, max: 120 }) }),
  guest: fc.nat({ max: GUESTS.length - 1 }),
  checkIn: fc.constantFrom(null, null, '16:30', '09:05', '00:00'),
});

const fault: fc.Arbitrary<Fault> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .constantFrom(...FAULT_KINDS.filter((kind) => !['hang', 'hang-after', 'delay', 'rate-limited-after'].includes(kind)))
      .map((kind): Fault => ({ kind })),
  },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 15 }).map((delayMs): Fault => ({ kind: 'delay', delayMs })) },
  { weight: 1, arbitrary: fc.constantFrom('hang' as const, 'hang-after' as const).map((kind): Fault => ({ kind })) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rate-limited' as const),
      header: fc.constantFrom('epoch' as const, 'retry-after' as const, 'both' as const, 'none' as const),
      retryAfterSeconds: fc.constantFrom(1, 30, 600),
    }),
  },
);
const faults = (maxLength: number): fc.Arbitrary<readonly (Fault | null)[]> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: fc.array(fc.option(fault, { freq: 2 }), { maxLength }) });

/** The fault of every request, or none. */
const steady = fc.option(
  fault.filter(({ kind }) => !kind.startsWith('hang')),
  { freq: 2 },
);

const which = fc.nat({ max: 60 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), booking }),
  fc.record({ kind: fc.constantFrom('cancel' as const, 'remove' as const), which }),
  fc.record({ kind: fc.constant('shift' as const), which, days: fc.integer({ min: -9, max: 20 }) }),
  fc.record({ kind: fc.constant('move' as const), which, unit: fc.nat({ max: MAX_UNITS - 1 }) }),
  fc.record({ kind: fc.constantFrom('lose' as const, 'disable' as const, 'rename' as const, 'open' as const, 'copy' as const), which }),
  fc.record({ kind: fc.constant('remap' as const), unit: fc.nat({ max: MAX_UNITS - 1 }), doors }),
);
const kill: fc.Arbitrary<Kill> = fc.record({
  installation: fc.nat({ max: 2 }),
  at: fc.integer({ min: 1, max: 60 }),
  when: fc.constantFrom('before' as const, 'after' as const, 'stop' as const),
});

/** Rows that shift, totals that grow, lists without bookings: reasons why a list is incomplete for a while. */
const passingSmoobu: fc.Arbitrary<Partial<SmoobuSwitches>> = fc.constantFrom<Partial<SmoobuSwitches>>(
  {},
  {},
  {},
  {},
  { rowShift: true, maxPageSize: 3 },
  { totalChanges: true, maxPageSize: 3 },
  { bookingsKey: 'missing' },
  { emptyBody: true },
  { requestsPerMinute: 3 },
  { clockOffsetMs: 7 * 60_000 },
  { clockOffsetMs: -40 * 60_000 },
);
const step: fc.Arbitrary<Step> = fc.record(
  {
    changes: fc.array(change, { maxLength: 5 }),
    minutes: fc.constantFrom(1, 15, 15, 60, 60 * 24, 60 * 24 * 9),
    faults: fc.record({ smoobu: faults(10), theKeys: faults(60) }),
    steady: fc.record({ smoobu: steady, theKeys: steady }),
    kills: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(kill, { maxLength: 3 }) }),
    clockStepMinutes: fc.constantFrom(5, 90, -90, 60 * 24 * 3, -60 * 24 * 3, 60 * 24 * 40),
    reboot: fc.constant(true),
    smoobu: passingSmoobu,
    latencyMs: fc.constantFrom(0, 1, 3),
    applyHeld: fc.boolean(),
  },
  { requiredKeys: ['changes', 'minutes', 'faults', 'kills', 'smoobu', 'latencyMs'] },
);

const theKeys: fc.Arbitrary<Partial<TheKeysSwitches>> = fc.record({
  timeFormat: fc.constantFrom('HH:MM', 'HH:MM:SS', 'object', 'object-texts', 'php-date', 'iso', 'null', 'odd'),
  dateFormat: fc.constantFrom('date', 'date', 'php-date', 'iso', 'odd'),
  flags: fc.constantFrom('boolean', 'number'),
  ids: fc.constantFrom('number', 'text'),
  pinForm: fc.constantFrom('text', 'number'),
  emptyDescription: fc.constantFrom('null', 'empty'),
  createData: fc.constantFrom('id-and-code', 'id-only', 'null'),
  writeData: fc.constantFrom('id', 'null', 'empty-list'),
  errorShape: fc.constantFrom('http-envelope', 'status-in-200', 'data-null', 'oauth', 'code-message', 'html'),
  expiredToken: fc.constantFrom('http-401', 'http-400', 'body-200'),
  missingToken: fc.constantFrom('http-401', 'http-400'),
  loginTokens: fc.constantFrom('both', 'access_token', 'token'),
  tokenLifetimeSeconds: fc.constantFrom(3600, 90, 5),
  announcedLifetimeSeconds: fc.constantFrom<number | 'lifetime' | null>('lifetime', null, 86_400, 1),
  setCookie: fc.boolean(),
  clearing: fc.boolean(),
  activeZero: fc.constantFrom('on', 'off'),
  paddedTimes: fc.constantFrom('refuse', 'accept'),
  duplicatePins: fc.constantFrom('accept', 'refuse'),
  codesPerKeypad: fc.constantFrom(null, null, null, 4),
  textLimit: fc.constantFrom(255, null),
  missingShare: fc.constantFrom('http-404', 'status-404-in-200', 'data-null'),
  clockOffsetMs: fc.constantFrom(0, 0, 180_000, -7_200_000),
});
const smoobu: fc.Arbitrary<Partial<SmoobuSwitches>> = fc.record({
  modifiedKey: fc.constantFrom('modifiedAt', 'modified-at'),
  emptyText: fc.constantFrom('empty', 'null'),
  missingTime: fc.constantFrom('empty', 'null', 'midnight'),
  timeForm: fc.constantFrom('HH:mm', 'H:mm', 'HH:mm:ss'),
  // Even, so that both rows of a booking are on the same page: on two pages they always look like a row that shifted.
  maxPageSize: fc.constantFrom(100, 8, 2),
  defaultPageSize: fc.constantFrom(25, 3),
  duplicateRows: fc.constantFrom('none', 'same', 'other-type'),
  rowOrder: fc.constantFrom('id', 'reverse'),
  clampPages: fc.boolean(),
  rangeMeaning: fc.constantFrom('overlap', 'arrival-or-departure'),
  inclusiveEnds: fc.boolean(),
  sortBy: fc.constantFrom('pair', 'key'),
  refuseDefaultAgents: fc.boolean(),
  requestsPerMinute: fc.constantFrom(700, 60),
  clockOffsetMs: fc.constantFrom(0, 0, 100_000, -240_000),
  errorDetail: fc.constantFrom('text', 'object', 'list'),
});

const foreign: fc.Arbitrary<ForeignPlan> = fc.record({
  keypad,
  pin: fc.stringMatching(/^[0-9]{4}$/),
  description: fc.constantFrom(null, '', 'cleaner', 'Smoobu#', 'Smoobu#90001x', 'see Smoobu#90001 and Smoobu#90002'),
  guest: fc.nat({ max: GUESTS.length - 1 }),
  start: fc.option(fc.integer({ min: -9, max: 30 })),
});

export const wideScenario: fc.Arbitrary<WideScenario> = fc.record({
  nowMs: fc.constantFrom(...STARTS),
  layout,
  bookings: fc.array(booking, { maxLength: 24, size: 'max' }),
  foreign: fc.uniqueArray(foreign, { maxLength: 8, selector: ({ pin }) => pin }),
  steps: fc.array(step, { minLength: 2, maxLength: 14, size: 'max' }),
  theKeys,
  smoobu,
  installations: fc.constantFrom(1, 2, 3),
  trigger: fc.constantFrom('command', 'schedule'),
  pinLength: fc.constantFrom(4, 4, 4, 6),
});
