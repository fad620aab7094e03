/** A code that another computer switched off, or that this one has forgotten about: what is seen off keeps its guest out also once it is gone. */
import { describe, expect, it } from 'vitest';
import { booking, code, input, NOW_MS, SECOND_DOOR, settings, summaries } from '../../../tests/reconcile/fixtures.ts';
import { answer, shown, syncs, WISHES } from '../../../tests/reconcile/hand-syncs.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { nothingRemembered, withChanges } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { StayWish } from '../../domain/wishes.ts';
import { DAY_MS } from '../../time.ts';
import { letInNote } from './access-wish.ts';
import { blockedWithoutDigests, keptOut } from './seen-off.ts';

const ID = bookingId(12);
const off = code({ active: false });
const both = {
  settings: settings({ unit: { doors: [{ ...code() }, SECOND_DOOR].map(({ lockId, keypadId }) => ({ lockId, keypadId })) } }),
};
const wished = (wish: Partial<StayWish>) => ({ wishes: { ...WISHES, stays: new Map([[ID, { ...noStayWish(), ...wish }]]) } });
/** Never written here: nothing was remembered before. */
const seen = (remembered = nothingRemembered()): Remembered => syncs(remembered, [{ codes: [off] }]).remembered;
const ASKED = [[], ['deleted-again']];

describe('a code that was seen off and is gone', () => {
  it('is not made again, and the user is asked until they decide', () => {
    const gone = syncs(seen(), [{ codes: [] }, { codes: [] }]);
    expect(shown(gone)).toEqual([ASKED, ASKED]);
    expect(gone.remembered['seen-off'].size).toBe(0);
    const made = answer(gone.remembered, 'deleted:12@11/KpAlpha1', 'make-again');
    const next = withChanges(gone.remembered, made.ok ? made.value.remember : []);
    expect(shown(syncs(next, [{ codes: [] }]))[0]?.[0]).toEqual(['create KpAlpha1']);
  });
  it('keeps its guest from every door, for each of several codes', () => {
    const other = code({ id: 901, ...SECOND_DOOR, active: false });
    const { remembered } = syncs(nothingRemembered(), [{ codes: [off, other], parts: both }]);
    for (const codes of [[], [off], [other]]) expect(summaries(syncs(remembered, [{ codes, parts: both }]).plans[0]!)).toEqual([]);
  });
  it('is made again where it was on since, or another code of its stay is', () => {
    const { remembered } = syncs(seen(), [{ codes: [code()] }]);
    expect(remembered['seen-off'].size).toBe(0);
    expect(summaries(syncs(remembered, [{ codes: [] }]).plans[0]!)).toEqual(['create KpAlpha1']);
    const on = code({ id: 901, ...SECOND_DOOR });
    const third = { settings: settings({ unit: { doors: [SECOND_DOOR] } }) };
    expect(shown(syncs(seen(), [{ codes: [on], parts: third }]))).toEqual([[[], []]]);
  });
  it('is made again for a guest whom nobody blocked: its write failed, or the user let them in', () => {
    const failed = {
      'read-back': new Map([
        [
          '900',
          {
            claimId: ID,
            lockId: off.lockId,
            keypadId: off.keypadId,
            window: { start: '2026-11-24T15:00', end: '2026-11-27T12:00' },
            isActive: true,
            pin: null,
            isVerified: true,
            wasOn: false,
            differs: false,
          },
        ],
      ]),
    } as unknown as Partial<Remembered>;
    expect(seen({ ...nothingRemembered(), ...failed })['seen-off'].size).toBe(0);
    const letIn = withChanges(seen(), [letInNote(ID, NOW_MS)]);
    expect(shown(syncs(letIn, [{ codes: [], parts: wished({ letInSinceMs: NOW_MS }) }]))[0]?.[0]).toEqual(['create KpAlpha1']);
  });
  it('keeps its guest out when the booking was cancelled for a while, and is forgotten with it', () => {
    const cancelled = { bookings: [booking({ state: 'cancelled' })] };
    const away = syncs(seen(), [{ codes: [], parts: cancelled }]);
    expect(shown(syncs(away.remembered, [{ codes: [] }]))).toEqual([ASKED]);
    expect(syncs(away.remembered, [{ codes: [], parts: { bookings: [], complete: false } }]).remembered['seen-off'].size).toBe(1);
    expect(syncs(away.remembered, [{ codes: [], parts: { bookings: [] } }]).remembered['seen-off'].size).toBe(0);
  });
  it('is no reason to make one in a run that only lets guests in', () => {
    const wrong = { clockIsWrong: true };
    const gone = syncs(seen(), [{ codes: [], parts: wrong }]);
    expect([shown(gone), gone.plans[0]?.remember.filter(({ kind }) => kind === 'deleted-by-hand')]).toEqual([[ASKED], []]);
    const asked = syncs(seen(), [{ codes: [] }]).remembered;
    expect(shown(syncs(asked, [{ codes: [], parts: wrong }]))).toEqual([ASKED]);
    const letIn = { ...wrong, ...wished({ letInSinceMs: NOW_MS }) };
    for (const before of [seen(), asked])
      expect(summaries(syncs(withChanges(before, [letInNote(ID, NOW_MS)]), [{ codes: [], parts: letIn }]).plans[0]!)).toEqual([
        'create KpAlpha1',
      ]);
  });
});

describe('a guest whom the user blocked while Smoobu did not answer', () => {
  const contact = { email: null, phone: null, guestId: 7 };
  const found = (wish: Partial<StayWish>, bookings = [booking({ contact })], digests = ['a', 'b', 'c', 'd']) => {
    const wishes = { ...wished(wish).wishes, guestDigests: () => digests };
    return [...blockedWithoutDigests(input({ bookings, wishes }))];
  };
  it('gets digests once the booking is read, also when it is cancelled by then', () => {
    expect(found({ blockedSinceMs: NOW_MS })).toEqual([[12, ['a', 'b', 'c']]]);
    expect(found({ blockedSinceMs: NOW_MS }, [booking({ contact }), booking({ id: 13, contact })])).toEqual([[12, ['a', 'b', 'c']]]);
    expect(found({ blockedSinceMs: NOW_MS }, [booking({ contact, state: 'cancelled' })])).toEqual([[12, ['a', 'b', 'c']]]);
  });
  it('keeps those that are known, and has none without a contact, a PIN key or a block', () => {
    expect(found({ blockedSinceMs: NOW_MS, guest: ['x'] })).toEqual([]);
    expect(found({ blockedSinceMs: NOW_MS }, [booking()])).toEqual([]);
    expect(found({ blockedSinceMs: NOW_MS }, [])).toEqual([]);
    expect(found({ blockedSinceMs: NOW_MS }, undefined, [])).toEqual([]);
    expect(found({ note: 'Late train.' })).toEqual([]);
  });
});

describe('the guest of a code that was seen off', () => {
  const contact = { email: null, phone: null, guestId: 7 };
  const wishes = {
    ...WISHES,
    guestDigests: ({ guestId }: { guestId: number | null }) => (guestId === null ? [] : [`g${String(guestId)}`]),
  };
  const before = booking({ contact });
  const again = booking({ id: 20, contact, arrival: '2026-12-10' as never, departure: '2026-12-12' as never });
  const stays = (...bookings: readonly ReturnType<typeof booking>[]) => ({ wishes, bookings });

  it('is recognised in another booking, once the code is deleted or its booking cancelled', () => {
    const { remembered } = syncs(nothingRemembered(), [{ codes: [off], parts: stays(before) }]);
    const deleted = syncs(remembered, [{ codes: [], parts: stays(before) }]).remembered;
    for (const known of [remembered, deleted])
      expect(syncs(known, [{ codes: [], parts: stays(before, again) }]).plans[0]?.operations).toEqual([]);
    const cancelled = booking({ contact, state: 'cancelled' });
    const { plans } = syncs(remembered, [
      { codes: [], parts: stays(cancelled) },
      { codes: [], parts: stays(cancelled, again) },
    ]);
    expect([summaries(plans[1]!), plans[1]?.problems.map(({ kind }) => kind)]).toEqual([[], ['blocked-guest-returns']]);
  });
  it('is not taken for blocked where one of the codes was on', () => {
    const on = code({ id: 901, ...SECOND_DOOR });
    const { remembered } = syncs(nothingRemembered(), [{ codes: [off, on], parts: { ...both, ...stays(before) } }]);
    expect(remembered['seen-off'].get('900')?.guest).toEqual([]);
    const parts = { ...both, ...stays(booking({ contact, state: 'cancelled' }), again), nowMs: NOW_MS + DAY_MS };
    expect(summaries(syncs(remembered, [{ codes: [], parts }]).plans[0]!)).toEqual(['create KpAlpha1', 'create KpBravo2']);
  });
});

it('a code that stays off is remembered once', () => {
  const { plans } = syncs(nothingRemembered(), [{ codes: [off] }, { codes: [off] }]);
  expect(plans.map(({ remember }) => remember.filter(({ kind }) => kind === 'seen-off').length)).toEqual([1, 0]);
});

describe('who is out', () => {
  const known = (parts: Record<string, readonly (readonly [string, object])[]>) => [
    ...keptOut({
      memory: {
        remembered: {
          ...nothingRemembered(),
          ...Object.fromEntries(Object.entries(parts).map(([kind, values]) => [kind, new Map(values)])),
        },
      } as never,
    }),
  ];
  const seenOff = ['900', { claimId: 12, guest: ['a'] }] as const;
  const deleted = (facts: object) => ['900', { claimId: 13, guest: ['b'], wasOff: true, isAgain: true, ...facts }] as const;
  it('is so by a code that was off, or was off when it was deleted', () => {
    expect(known({ 'seen-off': [seenOff], 'deleted-by-hand': [deleted({})] })).toEqual([
      [12, ['a']],
      [13, ['b']],
    ]);
    expect(known({ 'deleted-by-hand': [deleted({ wasOff: false })] })).toEqual([]);
    expect(known({ 'deleted-by-hand': [deleted({ isAgain: false })] })).toEqual([]);
  });
  it('is not so while the user’s wish to let them in is carried out', () => {
    const out = (isDone: boolean) => known({ 'seen-off': [seenOff], 'deleted-by-hand': [deleted({})], 'let-in': [['12', { isDone }]] });
    expect([out(false), out(true)]).toEqual([
      [[13, ['b']]],
      [
        [12, ['a']],
        [13, ['b']],
      ],
    ]);
  });
});
