/** Codes of a guest whom this computer keeps out, made by another one, which knows of no block. */
import { describe, expect, it } from 'vitest';
import { booking, code, date, FORMER_DOOR, input, NOW_MS, problemKinds, summaries } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { answer, sent, shown, syncs, WISHES } from '../../../tests/reconcile/hand-syncs.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import type { Code } from '../../domain/code.ts';
import { nothingRemembered, withChanges } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { StayWish } from '../../domain/wishes.ts';
import { plan } from '../plan.ts';

const contact = { email: null, phone: null, guestId: 7 };
const wishing = (wish: Partial<StayWish> = {}) => ({
  ...WISHES,
  guestDigests: ({ guestId }: { readonly guestId: number | null }) => (guestId === 7 ? ['mail'] : []),
  stays: new Map([
    [bookingId(5), { ...noStayWish(), blockedSinceMs: 1, guest: ['mail'] }],
    [bookingId(12), { ...noStayWish(), ...wish }],
  ]),
});
const again: InputParts = { bookings: [booking({ contact })], wishes: wishing() };
const planned = (parts: InputParts = {}) => plan(input({ codes: [code()], ...again, ...parts }));
const remembering = (changes: Partial<Remembered>): InputParts => ({ memory: { remembered: { ...nothingRemembered(), ...changes } } });
const agreed = { ...input(again).bookings, complete: false, agreed: true, incompleteBecause: 'the total is wrong' };
const ASKED = ['blocked-guest-returns'];
const off = { kind: 'update', codeId: 900, hold: null, changes: { active: { from: true, to: false } } };

describe('a code of a guest who is withheld', () => {
  it('is switched off, keeps its PIN, and is switched off once', () => {
    const first = planned();
    expect([first.operations, problemKinds(first)]).toMatchObject([[{ ...off, record: { pin: '4711' } }], ASKED]);
    const { plans } = syncs(nothingRemembered(), [
      { codes: [code()], parts: again },
      { codes: [code({ active: false })], parts: again },
      { codes: [code({ active: false })], parts: again },
    ]);
    expect(shown({ plans, remembered: nothingRemembered() }).slice(1)).toEqual([
      [[], ASKED],
      [[], ASKED],
    ]);
  });

  it.each<readonly [string, InputParts, readonly string[]]>([
    ['who is staying', { bookings: [booking({ contact, arrival: date('2026-11-22') })] }, ['update 900']],
    ['on a door that is not the booking’s any more', { codes: [code({ ...FORMER_DOOR })] }, ['update 900']],
    ['that was sent from here as off, and was never seen so', remembering(sentOff({ isVerified: false })), ['update 900']],
    ['that was sent from here for another booking', remembering(sentAs(code(), { claimId: bookingId(5) })), ['update 900']],
    ['that was made here', remembering(sent([code()])), []],
    ['whom the user let in', { wishes: wishing({ letInSinceMs: NOW_MS }) }, []],
    ['for whom the question was answered so', remembering(asking({ isLetIn: true })), []],
    ['who was inside before they were recognised', remembering(inside(true)), []],
    ['who was inside while their booking could not be read', remembering(inside(false)), ['update 900']],
    ['who was inside then, later too', remembering({ ...inside(true), ...asking({ wasInside: true }) }), []],
    ['who is inside now, since the last try failed', remembering({ ...inside(true), ...asking({}) }), ['update 900']],
    ['with other contacts', { bookings: [booking({ contact: { ...contact, guestId: 8 } })] }, []],
    ['with the same name alone', { bookings: [booking()] }, []],
    ['while bookings may be missing that show whose contact it is', { complete: false }, []],
    ['in a run that only lets guests in', { clockIsWrong: true }, []],
    ['while the memory of who made it cannot be read', { memory: { isUnknown: true } }, []],
    [
      'whose codes are off or on by hand: only what is on goes',
      { codes: [code({ active: false }), code({ id: 901, ...FORMER_DOOR })] },
      ['update 901'],
    ],
  ])('stays as it is, or is off, %s', (_, parts, expected) => {
    expect(summaries(planned(parts))).toEqual(expected);
  });

  it('is switched off where two readings of an incomplete list agree', () => {
    expect(summaries(plan({ ...input({ codes: [code()], ...again }), bookings: agreed }))).toEqual(['update 900']);
  });

  it('has another PIN where it cannot be switched off', () => {
    const stuck = remembering({
      ...sentOff({ isVerified: false }),
      'stays-on': new Map([['900', { claimId: bookingId(12), atMs: NOW_MS }]]),
    });
    expect(planned(stuck).operations).toMatchObject([{ record: { active: false, description: 'Smoobu#12 blocked' } }]);
  });

  it('is not switched on where its write failed here', () => {
    const failed = remembering(sentAs(code({ active: false }), { isActive: true, wasOn: false }));
    expect(summaries(planned({ codes: [code({ active: false })], ...failed }))).toEqual([]);
  });
});

describe('a code that was switched off for the question', () => {
  const before = (): Remembered => ({ ...nothingRemembered(), ...sentOff({}), ...asking({}) });
  it('and that somebody switched on again stays on: they decided last', () => {
    const result = syncs(before(), [
      { codes: [code()], parts: again },
      { codes: [code()], parts: again },
      { codes: [code()], parts: again },
    ]);
    expect(shown(result)).toEqual([
      [[], ASKED],
      [[], ASKED],
      [[], ASKED],
    ]);
    const once = syncs(result.remembered, [
      { codes: [code({ active: false })], parts: again },
      { codes: [code()], parts: again },
    ]);
    expect(shown(once)).toEqual([
      [[], ASKED],
      [[], ASKED],
    ]);
  });
  it('is on once the user lets the guest in, and off for good when they do not', () => {
    const letIn = answer(before(), 'blocked-guest:12', 'let-in');
    const next = withChanges(before(), letIn.ok ? letIn.value.remember : []);
    const noted = { ...next, 'let-in': new Map([['12', { claimId: bookingId(12), sinceMs: NOW_MS, isDone: false }]]) };
    const parts = (wish: Partial<StayWish>) => ({ ...again, wishes: wishing(wish) });
    const on = syncs(noted, [{ codes: [code({ active: false })], parts: parts({ letInSinceMs: NOW_MS }) }]);
    expect(on.plans[0]?.operations).toMatchObject([{ codeId: 900, record: { active: true, pin: '4711' } }]);
    const kept = syncs(before(), [{ codes: [code({ active: false })], parts: parts({ blockedSinceMs: NOW_MS }) }]);
    expect([shown(kept), kept.remembered['blocked-guest'].size]).toEqual([[[[], ['blocked']]], 0]);
  });
  it('is asked about as one that somebody switched off, once its guest is nobody who was blocked', () => {
    const parts = { ...again, wishes: { ...wishing(), stays: new Map() }, bookings: [booking()] };
    const result = syncs(before(), [{ codes: [code({ active: false })], parts }]);
    expect([shown(result), result.remembered['blocked-guest'].size]).toEqual([[[[], ['switched-off']]], 0]);
  });
});

function inside(isRead: boolean): Partial<Remembered> {
  return { 'doors-inside': new Map([['12', { unitId: null, places: [], ...(isRead ? { isRead } : {}) }]]) };
}
function asking(value: object): Partial<Remembered> {
  return { 'blocked-guest': new Map([['12', { claimId: bookingId(12), isLetIn: false, guest: ['mail'], ...value }]]) };
}
function sentAs(one: Code, changes: object): Partial<Remembered> {
  const known = sent([one])['read-back'];
  return { 'read-back': new Map([...known].map(([key, value]) => [key, { ...value, ...changes }])) };
}
function sentOff(changes: object): Partial<Remembered> {
  return sentAs(code({ active: false }), { isActive: false, ...changes });
}
