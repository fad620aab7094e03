/** Generates histories in which guests are told their codes while everything about their stays changes, answers get lost, and programs end. */
import fc from 'fast-check';
import type { FaultKind } from '../../../../electron/demo/http/faults.ts';
import type { SmoobuSwitches } from '../../../../electron/demo/smoobu/switches.ts';
import type { MessageSettings } from '../../../../shared/domain/told.ts';
import { act, byOthers, layout, stay } from '../../acts/history.ts';
import type { Event, History } from '../../acts/history.ts';
import { STARTS } from '../../scenario.ts';

type MessageTexts = MessageSettings['message'];

/** `which`: as in the events of acts. */
export type GuestEvent =
  | { readonly kind: 'mute' | 'unmute' | 'send-now' | 'mark-told'; readonly which: number }
  | { readonly kind: 'writes'; readonly which: number; readonly who: 'guest' | 'host' | 'automatic'; readonly what: Written };
export type TellingEvent =
  | GuestEvent
  | { readonly kind: 'start'; readonly isUsual: boolean }
  | { readonly kind: 'stop' | 'pause' | 'resume' | 'two-hours-pause' }
  | { readonly kind: 'settings'; readonly when: MessageTexts['when']; readonly tellsLonger: boolean; readonly night: Night }
  | { readonly kind: 'except-unit'; readonly unit: number }
  | { readonly kind: 'prefix'; readonly unit: number; readonly prefix: string }
  | { readonly kind: 'answer-told'; readonly which: number; readonly choice: number };
type Night = MessageSettings['quietHours'];
/** The PIN of this stay, or one that it never had. */
type Written = 'the PIN' | 'another PIN' | 'many words';

/** At the n-th thread that is read: the user decides that about its guest, or about all. */
export interface MidRun {
  readonly at: number;
  readonly does: 'block' | 'mute' | 'stop' | 'pause';
}
export interface TellingTrouble {
  /** One for each message that is sent, and for each thread that is read. */
  readonly sends: readonly (FaultKind | null)[];
  readonly reads: readonly (FaultKind | null)[];
  /** The program ends at the request that follows the reading of a thread. */
  readonly killsAtSend: 'before' | 'after' | null;
  readonly decides: MidRun | null;
}

export type AnyEvent = Event | TellingEvent;
export type Trouble = NonNullable<History['turns'][number]['trouble']>;
export interface TellingTurn extends Omit<History['turns'][number], 'events'> {
  readonly events: readonly AnyEvent[];
  readonly telling: TellingTrouble;
}
export interface TellingHistory extends Omit<History, 'turns'> {
  readonly turns: readonly TellingTurn[];
  readonly languages: readonly string[];
  /** The turn before which the user starts to send; the user may also do so later. */
  readonly startsAt: number;
  readonly isPlaced: boolean;
  readonly hasThreads: boolean;
  readonly settings: Extract<TellingEvent, { kind: 'settings' }>;
  readonly smoobu: Partial<SmoobuSwitches>;
}

const which = fc.nat({ max: 12 });
const unit = fc.nat({ max: 2 });
const settings = fc.record({
  kind: fc.constant('settings' as const),
  when: fc.constantFrom<MessageTexts['when'][]>(
    { kind: 'verified' },
    { kind: 'verified' },
    { kind: 'verified' },
    { kind: 'verified' },
    { kind: 'days', days: 2, at: '10:00' as never },
    { kind: 'days', days: 0, at: '02:30' as never },
    { kind: 'hours', hours: 5 },
    { kind: 'hours', hours: 48 },
  ),
  tellsLonger: fc.boolean(),
  night: fc.constantFrom<Night[]>(
    { from: '22:00' as never, to: '07:00' as never },
    { from: '22:00' as never, to: '07:00' as never },
    { from: '21:00' as never, to: '02:30' as never },
    { from: '00:00' as never, to: '00:00' as never },
    { from: '00:30' as never, to: '11:00' as never },
  ),
});
const telling: fc.Arbitrary<TellingEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('start' as const), isUsual: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('stop' as const, 'pause' as const, 'resume' as const, 'resume' as const, 'two-hours-pause' as const)
      .map((kind) => ({ kind })),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('mute' as const, 'unmute' as const), which }) },
  { weight: 2, arbitrary: settings },
  fc.record({ kind: fc.constant('except-unit' as const), unit }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('prefix' as const), unit, prefix: fc.constantFrom('', '18', '27') }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('answer-told' as const), which, choice: fc.nat({ max: 1 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('send-now' as const, 'mark-told' as const), which }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('writes' as const),
      which,
      who: fc.constantFrom('guest' as const, 'host' as const, 'automatic' as const),
      what: fc.constantFrom<Written[]>('the PIN', 'another PIN', 'many words'),
    }),
  },
);

const SEND_FAULTS: readonly FaultKind[] = [
  ...(['server-error', 'rate-limited', 'drop-before', 'forbidden', 'unavailable', 'bad-gateway', 'html'] as const),
  ...(['server-error-after', 'rate-limited-after', 'drop-after', 'bad-gateway-after', 'html-after', 'empty-after', 'cut-body'] as const),
];
const READ_FAULTS: readonly FaultKind[] = ['server-error', 'rate-limited', 'drop-before', 'forbidden', 'html', 'empty', 'bad-gateway'];
const faults = (kinds: readonly FaultKind[], length: number) =>
  fc.oneof(fc.constant([]), fc.array(fc.option(fc.constantFrom(...kinds), { freq: 2 }), { maxLength: length }));
const tellingTrouble: fc.Arbitrary<TellingTrouble> = fc.record({
  sends: faults(SEND_FAULTS, 4),
  reads: faults(READ_FAULTS, 3),
  killsAtSend: fc.constantFrom(null, null, null, 'before' as const, 'after' as const),
  decides: fc
    .option(
      fc.record({
        at: fc.integer({ min: 1, max: 3 }),
        does: fc.constantFrom('block' as const, 'mute' as const, 'stop' as const, 'pause' as const),
      }),
      { freq: 1 },
    )
    .chain((decided) => fc.constantFrom(null, null, null, decided)),
});
const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('kill' as const),
      at: fc.integer({ min: 1, max: 40 }),
      when: fc.constantFrom('before' as const, 'after' as const, 'stop' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('down' as const), cloud: fc.constantFrom('smoobu' as const, 'theKeys' as const) }),
  },
);
const turn: fc.Arbitrary<TellingTurn> = fc.record({
  minutes: fc.constantFrom(1, 6, 15, 15, 35, 60, 60 * 6, 60 * 24),
  computer: fc.nat({ max: 1 }),
  events: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: telling },
      // Their problems are not about messages.
      { weight: 2, arbitrary: act.filter(({ kind }) => !kind.endsWith('person') && kind !== 'answer') },
      { weight: 3, arbitrary: byOthers },
    ),
    { maxLength: 3 },
  ),
  trouble: fc.option(trouble, { freq: 1 }),
  telling: tellingTrouble,
  isAct: fc.boolean().chain((isAct) => fc.boolean().map((other) => isAct && other)),
});

export function tellingHistory(mostTurns: number): fc.Arbitrary<TellingHistory> {
  return fc
    .record({
      nowMs: fc.constantFrom(...STARTS),
      layout,
      stays: fc.array(stay, { minLength: 2, maxLength: 4 }),
      computers: fc.constantFrom(1 as const, 1 as const, 2 as const),
      haveOneKey: fc.boolean(),
      trigger: fc.constantFrom('command' as const, 'schedule' as const),
      turns: fc.array(turn, { minLength: 2, maxLength: mostTurns }),
      languages: fc.array(fc.constantFrom('en', 'FR', 'de', 'pl', ''), { minLength: 1, maxLength: 3 }),
      startsAt: fc.constantFrom(0, 0, 0, 1, 2),
      isPlaced: fc.boolean(),
      hasThreads: fc.boolean(),
      settings,
      lag: fc.constantFrom(0, 0, 4, 12, 19),
      smoobu: fc.record({
        sentAnswer: fc.constantFrom('201' as const, '201-with-id' as const, '200' as const),
        messagesForm: fc.constantFrom('envelope' as const, 'array' as const),
        messageHtml: fc.constantFrom('present' as const, 'empty' as const),
        messageZone: fc.constantFrom('Europe/Berlin' as const, 'UTC' as const),
      }),
    })
    .map(({ lag, smoobu, ...history }) => ({
      ...history,
      // With two computers, neither sees in time what the other sent.
      smoobu: { ...smoobu, threadLagMinutes: history.computers === 1 ? lag : 0 },
    }));
}
