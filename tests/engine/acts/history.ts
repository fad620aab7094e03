/** Generates histories in which the user acts, others change codes at The Keys, guests change their plans, and runs break off. */
import fc from 'fast-check';
import type { FaultKind } from '../../../electron/demo/http/faults.ts';
import type { WallTime } from '../../../shared/time.ts';
import { PLAIN, TRIVIAL } from './own-pin.ts';
import { GUESTS, STARTS } from '../scenario.ts';
import type { Layout } from '../scenario.ts';

/** `which`: counted over the live bookings, our codes or the people of this computer, whatever they are by then; -1 is the last one. */
export type Event =
  | { readonly kind: 'block' | 'let-in' | 'no-code' | 'with-code' | 'usual-times'; readonly which: number }
  | { readonly kind: 'new-pin'; readonly which: number }
  | { readonly kind: 'own-pin'; readonly which: number; readonly digits: string }
  | { readonly kind: 'own-times'; readonly which: number; readonly from: Moment | null; readonly until: Moment | null }
  | { readonly kind: 'person'; readonly plan: PersonPlan }
  | { readonly kind: 'edit-person'; readonly which: number; readonly plan: PersonPlan }
  | { readonly kind: 'remove-person'; readonly which: number }
  | { readonly kind: 'answer'; readonly which: number; readonly choice: number }
  | { readonly kind: 'hand'; readonly which: number; readonly does: Hand }
  | { readonly kind: 'lose-files'; readonly what: 'wishes' | 'history' | 'folder' }
  | { readonly kind: 'book'; readonly stay: StayPlan }
  | { readonly kind: 'cancel' | 'vanish'; readonly which: number }
  | { readonly kind: 'rebook'; readonly which: number; readonly isGone: boolean; readonly nights: number }
  | { readonly kind: 'shift'; readonly which: number; readonly days: number }
  | { readonly kind: 'stay-longer'; readonly which: number; readonly days: number }
  | { readonly kind: 'move'; readonly which: number; readonly unit: number };
/** What somebody does with one of our codes in The Keys' own app. */
export type Hand = 'delete' | 'off' | 'on' | 'longer' | 'shorter' | 'other-pin' | 'no-end';

export interface Moment {
  readonly day: number;
  readonly time: WallTime;
}
export interface StayPlan {
  readonly unit: number;
  /** Days from today. */
  readonly arrival: number;
  readonly nights: number;
  readonly guest: number;
  readonly checkIn: string | null;
  readonly checkOut: string | null;
  readonly hasAddress: boolean;
}
export type PersonPlan =
  | { readonly kind: 'always'; readonly unit: number }
  | { readonly kind: 'once'; readonly unit: number; readonly inHours: number; readonly hours: number }
  | { readonly kind: 'between-stays'; readonly unit: number };

export type Trouble =
  | { readonly kind: 'kill'; readonly at: number; readonly when: 'before' | 'after' | 'stop' }
  /** One for each write, in their order. */
  | { readonly kind: 'lost-answers'; readonly answers: readonly (FaultKind | null)[] }
  | { readonly kind: 'down'; readonly cloud: 'smoobu' | 'theKeys' };

export interface Turn {
  readonly minutes: number;
  readonly computer: number;
  readonly events: readonly Event[];
  readonly trouble: Trouble | null;
  /** The run is for the stay or person of the last event alone, as after an act. */
  readonly isAct: boolean;
}
export interface History {
  readonly nowMs: number;
  readonly layout: Layout;
  readonly stays: readonly StayPlan[];
  readonly computers: 1 | 2;
  readonly haveOneKey: boolean;
  readonly trigger: 'command' | 'schedule';
  readonly turns: readonly Turn[];
}

const UNITS = 3;
const which = fc.nat({ max: 12 });
const unit = fc.nat({ max: UNITS - 1 });
const times = ['00:30', '02:30', '08:00', '10:00', '12:00', '16:00', '21:00'].map((time) => time as WallTime);
const moment = fc.record({ day: fc.integer({ min: -2, max: 2 }), time: fc.constantFrom(...times) });
export const stay: fc.Arbitrary<StayPlan> = fc.record({
  unit,
  arrival: fc.integer({ min: -2, max: 5 }),
  nights: fc.integer({ min: 1, max: 4 }),
  guest: fc.nat({ max: GUESTS.length - 1 }),
  checkIn: fc.constantFrom(null, null, '13:00', '18:30'),
  checkOut: fc.constantFrom(null, null, '10:00', '14:00', '02:30'),
  hasAddress: fc.boolean(),
});
const personPlan: fc.Arbitrary<PersonPlan> = fc.oneof(
  fc.record({ kind: fc.constant('always' as const), unit }),
  fc.record({
    kind: fc.constant('once' as const),
    unit,
    inHours: fc.integer({ min: -1, max: 30 }),
    hours: fc.integer({ min: 2, max: 12 }),
  }),
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('between-stays' as const), unit }) },
);
const hand = fc.constantFrom<Hand>('delete', 'off', 'off', 'on', 'longer', 'shorter', 'other-pin', 'no-end');

export const act: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('block' as const, 'block' as const, 'let-in' as const), which }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('no-code' as const, 'with-code' as const, 'usual-times' as const), which }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('new-pin' as const), which }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('own-pin' as const), which, digits: fc.constantFrom(...PLAIN, ...PLAIN, ...TRIVIAL) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('own-times' as const), which, from: fc.option(moment), until: fc.option(moment) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('person' as const), plan: personPlan }) },
  fc.record({ kind: fc.constant('edit-person' as const), which, plan: personPlan }),
  fc.record({ kind: fc.constant('remove-person' as const), which }),
  fc.record({ kind: fc.constant('answer' as const), which, choice: fc.nat({ max: 2 }) }),
);
export const byOthers: fc.Arbitrary<Event> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('hand' as const), which, does: hand }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('book' as const), stay }) },
  fc.record({ kind: fc.constantFrom('cancel' as const, 'vanish' as const), which }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('rebook' as const), which, isGone: fc.boolean(), nights: fc.nat({ max: 2 }) }) },
  fc.record({ kind: fc.constant('shift' as const), which, days: fc.integer({ min: -2, max: 4 }) }),
  fc.record({ kind: fc.constant('stay-longer' as const), which, days: fc.integer({ min: -1, max: 2 }) }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move' as const), which, unit }) },
);
const loss: fc.Arbitrary<Event> = fc.record({
  kind: fc.constant('lose-files' as const),
  what: fc.constantFrom('wishes' as const, 'history' as const, 'folder' as const),
});

const LOST: readonly FaultKind[] = ['server-error-after', 'bad-gateway-after', 'html-after', 'empty-after', 'drop-after', 'drop-before'];
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('kill' as const),
      at: fc.integer({ min: 1, max: 30 }),
      when: fc.constantFrom('before' as const, 'after' as const, 'stop' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('lost-answers' as const),
      answers: fc.array(fc.option(fc.constantFrom(...LOST)), { minLength: 1, maxLength: 6 }),
    }),
  },
  fc.record({ kind: fc.constant('down' as const), cloud: fc.constantFrom('smoobu' as const, 'theKeys' as const) }),
);
const minutes = fc.constantFrom(1, 15, 15, 60, 60 * 6, 60 * 24);
const turn: fc.Arbitrary<Turn> = fc.record({
  minutes,
  computer: fc.nat({ max: 1 }),
  events: fc.array(fc.oneof({ weight: 6, arbitrary: act }, { weight: 5, arbitrary: byOthers }, { weight: 1, arbitrary: loss }), {
    maxLength: 3,
  }),
  trouble: fc.option(trouble, { freq: 2 }),
  isAct: fc.boolean(),
});

/** A guest is blocked on one computer and books again, and the other one runs first. */
const returning: fc.Arbitrary<readonly Turn[]> = fc
  .record({
    stay: stay.map((one) => ({ ...one, hasAddress: true })),
    isGone: fc.boolean(),
    nights: fc.nat({ max: 2 }),
    pauses: fc.tuple(minutes, minutes, minutes, minutes),
    /** The one that blocks may not finish what it does. */
    trouble: fc.option(trouble, { freq: 1 }),
    isAct: fc.boolean(),
  })
  .map(({ stay: plan, isGone, nights, pauses: [first, second, third, last], trouble: hindrance, isAct }) => [
    { minutes: first, computer: 0, events: [{ kind: 'book', stay: plan }], trouble: null, isAct: false },
    { minutes: second, computer: 0, events: [{ kind: 'block', which: -1 }], trouble: hindrance, isAct },
    { minutes: third, computer: 1, events: [{ kind: 'rebook', which: -1, isGone, nights }], trouble: null, isAct: false },
    { minutes: last, computer: 0, events: [], trouble: null, isAct: false },
  ]);

/** With or without a gate that all units share. */
export const layout = fc.boolean().map((hasGate): Layout => ({
  zone: 'Europe/Paris',
  lockOfKeypad: [0, 1, 2, 3],
  doorsOfUnit: [0, 1, 2].map((keypad) => (hasGate ? [keypad, 3] : [keypad])),
}));

export function actHistory(mostTurns: number): fc.Arbitrary<History> {
  const turns = fc
    .tuple(fc.array(turn, { minLength: 2, maxLength: mostTurns }), fc.option(returning, { freq: 1 }), fc.nat({ max: mostTurns }))
    .map(([all, others, at]) => [...all.slice(0, at), ...(others ?? []), ...all.slice(at)]);
  return fc.record({
    nowMs: fc.constantFrom(...STARTS),
    layout,
    stays: fc.array(stay, { minLength: 1, maxLength: 5 }),
    computers: fc.constantFrom(1 as const, 2 as const),
    haveOneKey: fc.boolean(),
    trigger: fc.constantFrom('command' as const, 'schedule' as const),
    turns,
  });
}
