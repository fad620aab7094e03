import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, input, NOW_MS, pin, SECOND_DOOR, settings, wall } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import type { Pin } from '../../../shared/domain/code.ts';
import { sent } from '../../../tests/reconcile/hand-syncs.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { nothingRemembered } from '../../../shared/domain/memory.ts';
import { NO_WISHES } from '../../../shared/domain/plan.ts';
import type { StayAction } from '../../../shared/domain/stay-action.ts';
import { noStayWish } from '../../../shared/domain/wishes.ts';
import type { StayWish } from '../../../shared/domain/wishes.ts';
import { decide } from './decide.ts';
import type { DecisionContext } from './decide.ts';
import { stayFacts } from './stay-facts.ts';
import type { StayFacts } from './stay-facts.ts';

const ID = bookingId(12);
const CONTEXT: DecisionContext = {
  nowMs: NOW_MS,
  shown: 0,
  guest: ['digest-of-mail'],
  isKeyed: true,
  seal: (typed) => `sealed ${String(typed.length)}`,
  digest: (typed) => `digest ${[...typed].reverse().join('')}`,
};
const TWO_DOORS = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });

function factsOf(parts: InputParts = {}, wish: Partial<StayWish> = {}): StayFacts {
  const wishes = { ...NO_WISHES, stays: new Map([[ID, { ...noStayWish(), ...wish }]]), digestOf: (one: Pin) => CONTEXT.digest(one) };
  const facts = stayFacts(input({ bookings: [booking()], wishes, ...parts }), ID);
  return typeof facts === 'string' ? expect.fail(facts) : facts;
}
/** The refusal, or what the wish becomes and what is asked. */
function outcome(action: StayAction, facts: StayFacts | null, context: Partial<DecisionContext> = {}) {
  const decided = decide(action, facts, { ...CONTEXT, ...context });
  if (!decided.ok) return decided.error;
  const before = noStayWish();
  const after = decided.value.change(facts?.wish ?? before);
  const changed = Object.fromEntries(
    Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify((facts?.wish ?? before)[key as 'note'])),
  );
  return { changed, asks: decided.value.asks };
}
/** Since yesterday, until the 27th. */
const staying = { bookings: [booking({ arrival: date('2026-11-22') })], codes: [code({ startDate: date('2026-11-22') })] };

describe('facts of a stay', () => {
  it.each([
    ['is not listed', { bookings: [] }, 'stay-unknown'],
    ['is cancelled', { bookings: [booking({ state: 'cancelled' })] }, 'stay-cancelled'],
    ['has no door', { settings: settings({ unit: { doors: [] } }) }, 'stay-without-doors'],
  ] as const)('there are none where the booking %s', (_what, parts, expected) => {
    expect(stayFacts(input({ bookings: [booking()], ...parts }), ID)).toBe(expected);
  });
  it('a stay without a code has them as well', () => {
    expect(factsOf({}, { noCode: true })).toMatchObject({ isStaying: false, claim: { id: 12 }, codes: [] });
  });
});

describe('simple wishes', () => {
  it.each([
    [{ kind: 'note', text: ' two\nlines ' }, { note: 'two lines' }],
    [{ kind: 'block' }, { blockedSinceMs: NOW_MS, guest: ['digest-of-mail'] }],
    [{ kind: 'unblock' }, { letInSinceMs: NOW_MS }],
    [{ kind: 'no-code' }, { noCode: true }],
    [{ kind: 'no-messages' }, { noMessages: true }],
  ] as const)('%o', (action, changed) => {
    expect(outcome(action, factsOf())).toEqual({ changed, asks: [] });
  });
  it('a guest can be blocked and let in again although nothing could be read; what needs facts cannot be done', () => {
    expect(outcome({ kind: 'block' }, null, { guest: [] })).toMatchObject({ changed: { blockedSinceMs: NOW_MS } });
    expect(outcome({ kind: 'extend', minutes: 60 }, null)).toBe('not-read');
  });
  it('what is known of the guest is kept when a second block knows nothing', () => {
    expect(outcome({ kind: 'block' }, factsOf({}, { guest: ['known'] }), { guest: [] })).toMatchObject({
      changed: { blockedSinceMs: NOW_MS },
    });
  });
  it('no code asks first while the guest is staying', () => {
    expect(outcome({ kind: 'no-code' }, factsOf(staying))).toMatchObject({ asks: [{ kind: 'no-code-staying', guest: 'Anna Müller' }] });
  });
  it('nothing is done for a stay that is over, but longer times', () => {
    const over = { bookings: [booking({ arrival: date('2026-11-20'), departure: date('2026-11-23'), checkOut: wall('09:30') })] };
    const facts = factsOf({ ...over, nowMs: NOW_MS + 3 * 3_600_000 });
    for (const kind of ['block', 'no-code', 'new-pin'] as const) expect(outcome({ kind }, facts)).toBe('stay-over');
    expect(outcome({ kind: 'pin', digits: '4826' }, facts)).toBe('stay-over');
    // It is one in the afternoon: an hour from now, not from the end.
    expect(outcome({ kind: 'extend', minutes: 60 }, facts)).toMatchObject({ changed: { until: { day: 0, time: '14:00' } } });
  });
});

describe('own times', () => {
  const at = (day: number, time: string) => ({ day, time: wall(time) });
  it('count from the stay’s own days', () => {
    expect(outcome({ kind: 'from', at: at(-1, '18:00') }, factsOf())).toEqual({ changed: { from: at(-1, '18:00') }, asks: [] });
    expect(outcome({ kind: 'until', at: at(2, '08:00') }, factsOf())).toEqual({ changed: { until: at(2, '08:00') }, asks: [] });
    expect(outcome({ kind: 'reset-times' }, factsOf({}, { from: at(0, '09:00'), until: at(0, '13:00') }))).toEqual({
      changed: { from: null, until: null },
      asks: [],
    });
  });
  it('are refused where the door would close before it opens, or lock out a guest who is staying', () => {
    const short = { bookings: [booking({ departure: date('2026-11-25') })] };
    expect(outcome({ kind: 'until', at: at(-2, '08:00') }, factsOf(short))).toBe('window-empty');
    expect(outcome({ kind: 'from', at: at(2, '08:00') }, factsOf(staying))).toBe('locks-out');
    const leaving = { bookings: [booking({ arrival: date('2026-11-20'), departure: date('2026-11-23') })] };
    expect(outcome({ kind: 'until', at: at(0, '09:00') }, factsOf(leaving))).toBe('locks-out');
  });
  it('name the stays of the same doors that they cross, and no others', () => {
    const units = [
      { unitId: 101, doors: [DOOR] },
      { unitId: 102, doors: [SECOND_DOOR] },
    ];
    const next = booking({ id: 13, guestName: 'Otto Berg', arrival: date('2026-11-27'), departure: date('2026-11-29') });
    const elsewhere = booking({ id: 14, unitId: 102, arrival: date('2026-11-27'), departure: date('2026-11-29') });
    const facts = factsOf({ settings: settings({ units }), bookings: [booking(), next, elsewhere] });
    expect(outcome({ kind: 'until', at: at(0, '15:00') }, facts)).toMatchObject({ asks: [] });
    expect(outcome({ kind: 'until', at: at(0, '16:00') }, facts)).toMatchObject({
      asks: [{ kind: 'crosses', other: 'Otto Berg', from: '2026-11-27T15:00', until: '2026-11-29T12:00' }],
    });
  });
  it('an extension counts from the end while it is to come, and reaches two days', () => {
    expect(outcome({ kind: 'extend', minutes: 90 }, factsOf())).toMatchObject({ changed: { until: at(0, '13:30') } });
    expect(outcome({ kind: 'extend', minutes: 2_880 }, factsOf())).toMatchObject({ changed: { until: at(2, '12:00') } });
    expect(outcome({ kind: 'extend', minutes: 2_880 }, factsOf({}, { until: at(1, '12:00') }))).toBe('too-far');
  });
});

describe('a PIN of one’s own', () => {
  const own = (digits: string, parts: InputParts = {}, context: Partial<DecisionContext> = {}) =>
    outcome({ kind: 'pin', digits }, factsOf(parts), context);
  it('is sealed', () => {
    expect(own('4826')).toEqual({ changed: { pin: { typed: 'sealed 4', retired: [] } }, asks: [] });
  });
  it.each([
    ['482', {}, 'pin-length'],
    ['482648264', {}, 'pin-length'],
    ['1234', {}, 'pin-trivial'],
    ['4826', { settings: settings({ unit: { doors: [{ ...DOOR, digits: '0123456' }] } }) }, 'pin-digits'],
    ['4826', { codes: [code({ pin: pin('4826'), description: '' })] }, 'pin-taken'],
    ['4826', { settings: TWO_DOORS, codes: [code({ ...SECOND_DOOR, pin: pin('4826'), description: 'Smoobu#77' })] }, 'pin-taken'],
    ['4826', { codes: [code({ pin: pin('4827'), description: 'Smoobu#77' })] }, 'pin-near'],
  ] as const)('%s is refused', (digits, parts, because) => {
    expect(own(digits, parts)).toBe(because);
  });
  it('may be near one of another time, and is the stay’s own', () => {
    const past = code({ pin: pin('4827'), description: 'Smoobu#77', startDate: date('2026-11-01'), endDate: date('2026-11-03') });
    expect(own('4826', { codes: [past, code({ id: 901, pin: pin('4826') })] })).toMatchObject({ asks: [] });
  });
  it('needs a PIN key, and is none that was replaced', () => {
    expect(own('4826', {}, { seal: () => null })).toBe('no-pin-key');
    const retired = { pin: { typed: null, retired: [{ digest: 'digest 6284' }] } };
    expect(outcome({ kind: 'pin', digits: '4826' }, factsOf({}, retired))).toBe('pin-retired');
  });
  it('is none that a hand or another computer replaced, in the first sync already', () => {
    const wishes = { ...NO_WISHES, digestOf: (one: Pin) => CONTEXT.digest(one) };
    const remembered = sent([code({ pin: pin('4826') })], wishes);
    const now = { codes: [code({ pin: pin('5937') })] };
    expect(own('4826', { ...now, memory: { remembered } })).toBe('pin-retired');
    expect(own('8261', { ...now, memory: { remembered } })).toMatchObject({ asks: [] });
    expect(own('4826', { codes: [code({ pin: pin('4826') })], memory: { remembered } })).toMatchObject({ asks: [] });
    const formerPins = new Map([['12', { claimId: ID, digests: ['digest 6284'] }]]);
    expect(own('4826', { ...now, memory: { remembered: { ...nothingRemembered(), 'former-pins': formerPins } } })).toBe('pin-retired');
  });
  it('is none that a stay without a code yet will get back', () => {
    const other = booking({ id: 13, guestName: 'Otto Berg', arrival: date('2026-11-28'), departure: date('2026-11-30') });
    const facts = input({ bookings: [booking(), other] });
    const digits = facts.drawPin(other.id, 3, 4);
    expect(own(digits, { bookings: [booking(), other], memory: { pinDraws: new Map([[13, { attempt: 3, length: 4 }]]) } })).toBe(
      'pin-taken',
    );
  });
});

describe('a new PIN', () => {
  const draws = (attempt: number) => ({ pinDraws: new Map([[12, { attempt, length: 4 }]]) }) as never;
  const drawn = input({}).drawPin(ID, 0, 4);
  it('retires the present draw by its number, and asks', () => {
    const facts = factsOf({ codes: [code({ pin: drawn })], memory: draws(0) });
    expect(outcome({ kind: 'new-pin' }, facts)).toEqual({
      changed: { pin: { typed: null, retired: [{ attempt: 0, length: 4 }] } },
      asks: [{ kind: 'new-pin', guest: 'Anna Müller', shown: 0 }],
    });
    expect(outcome({ kind: 'new-pin' }, factsOf({ memory: draws(0) }))).toMatchObject({
      changed: { pin: { retired: [{ attempt: 0, length: 4 }] } },
    });
  });
  it('retires adopted and typed PINs by a digest, each once', () => {
    const codes = [code({ pin: pin('4711') }), code({ id: 901, ...SECOND_DOOR, pin: pin('4711') })];
    const facts = factsOf({ settings: TWO_DOORS, codes, memory: draws(0) }, { pin: { typed: 'sealed', retired: [] } });
    expect(outcome({ kind: 'new-pin' }, facts)).toMatchObject({ changed: { pin: { typed: null, retired: [{ digest: 'digest 1174' }] } } });
  });
  it('asks once more about a guest who is staying, and says how often the PIN was shown', () => {
    expect(outcome({ kind: 'new-pin' }, factsOf(staying), { shown: 2 })).toMatchObject({
      asks: [
        { kind: 'new-pin', shown: 2 },
        { kind: 'new-pin-staying', guest: 'Anna Müller' },
      ],
    });
  });
  it('needs a PIN key, and present PINs that can be read', () => {
    expect(outcome({ kind: 'new-pin' }, factsOf(), { isKeyed: false })).toBe('no-pin-key');
    expect(outcome({ kind: 'new-pin' }, factsOf({ codes: [code({ pin: null })] }))).toBe('pin-unknown');
  });
});
