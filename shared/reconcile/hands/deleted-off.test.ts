/** A code that was off and that somebody deleted: it is not made again, since it kept somebody out, until the user says so. */
import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  DOOR,
  FORMER_DOOR,
  NOW_MS,
  problemKinds,
  SECOND_DOOR,
  settings,
  summaries,
} from '../../../tests/reconcile/fixtures.ts';
import { answer, sent, shown, syncs, WISHES } from '../../../tests/reconcile/hand-syncs.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { nothingRemembered, withChanges } from '../../domain/memory.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { StayWish } from '../../domain/wishes.ts';
import { MINUTE_MS } from '../../time.ts';
import { letInNote } from './access-wish.ts';

const ID = bookingId(12);
const KEY = 'deleted:12@11/KpAlpha1';
const wished = (wish: Partial<StayWish>) => ({ wishes: { ...WISHES, stays: new Map([[ID, { ...noStayWish(), ...wish }]]) } });
const BLOCK = wished({ blockedSinceMs: NOW_MS });
const off = code({ active: false });
/** The user blocked the guest, and somebody deleted the code. */
const deleted = () => syncs(sent([off]), [{ codes: [], parts: BLOCK }]);

describe('a deleted code that was off', () => {
  it('is said nothing of while its guest is blocked', () => {
    expect(shown(deleted())).toEqual([[[], ['blocked']]]);
  });
  it('is not made again once the wish is lost, and the user is asked', () => {
    const lost = syncs(deleted().remembered, [{ codes: [] }, { codes: [] }]);
    expect(shown(lost)).toEqual([
      [[], ['deleted-again']],
      [[], ['deleted-again']],
    ]);
    const made = answer(lost.remembered, KEY, 'make-again');
    const next = withChanges(lost.remembered, made.ok ? made.value.remember : []);
    expect(shown(syncs(next, [{ codes: [] }]))[0]?.[0]).toEqual(['create KpAlpha1']);
  });
  it('is not made again where the wish was lost before it was deleted, or a list never showed it as off', () => {
    expect(shown(syncs(sent([off]), [{ codes: [] }, { codes: [] }]))).toEqual([
      [[], ['deleted-again']],
      [[], ['deleted-again']],
    ]);
    const known = sent([off])['read-back'].get('900')!;
    const unseen = { ...sent([off]), 'read-back': new Map([['900', { ...known, isVerified: false }]]) };
    expect(shown(syncs(unseen, [{ codes: [] }]))).toEqual([[[], ['deleted-again']]]);
  });
  it('is not made again where somebody at The Keys or another computer had switched it off', () => {
    const { plans } = syncs(sent([code()]), [{ codes: [off] }, { codes: [] }, { codes: [] }]);
    expect(plans.map((one) => [summaries(one), problemKinds(one)])).toEqual([
      [[], ['switched-off']],
      [[], ['deleted-again']],
      [[], ['deleted-again']],
    ]);
  });
  it('is made again when the user lets the guest in, before it was deleted or after', () => {
    const sinceMs = NOW_MS + MINUTE_MS;
    const parts = { ...wished({ letInSinceMs: sinceMs }), nowMs: sinceMs };
    for (const remembered of [deleted().remembered, sent([off])]) {
      const [first] = syncs(withChanges(remembered, [letInNote(ID, sinceMs)]), [{ codes: [], parts }]).plans;
      expect(summaries(first!)).toEqual(['create KpAlpha1']);
    }
    // Answered with a block, and let in later.
    const asked = syncs(sent([off]), [{ codes: [] }]).remembered;
    const blocked = answer(asked, KEY, 'block');
    const answered = withChanges(asked, blocked.ok ? blocked.value.remember : []);
    const both = syncs(answered, [
      { codes: [], parts: BLOCK },
      { codes: [], parts },
    ]);
    expect(shown(both)).toEqual([
      [[], ['blocked']],
      [['create KpAlpha1'], []],
    ]);
    expect(both.remembered['deleted-by-hand'].size).toBe(0);
  });
  it('keeps its guest from the doors of another unit, and from none where another code is on', () => {
    const moved = { settings: settings({ unit: { doors: [SECOND_DOOR] } }) };
    expect(shown(syncs(sent([off]), [{ codes: [], parts: moved }]))).toEqual([[[], ['deleted-again']]]);
    const on = code({ id: 901, ...SECOND_DOOR });
    const third = { settings: settings({ unit: { doors: [SECOND_DOOR, FORMER_DOOR] } }) };
    expect(summaries(syncs(sent([off, on]), [{ codes: [on], parts: third }]).plans[0]!)).toEqual(['create KpGate44']);
  });
  it('is made again on the door for which the user says so, though another of the stay was deleted too', () => {
    const both = { settings: settings({ unit: { doors: [DOOR, SECOND_DOOR] } }) };
    const { plans, remembered } = syncs(sent([off, code({ id: 901, ...SECOND_DOOR, active: false })]), [{ codes: [], parts: both }]);
    expect([problemKinds(plans[0]!), remembered['deleted-by-hand'].size]).toEqual([['deleted-again'], 2]);
    const made = answer(remembered, KEY, 'make-again');
    const next = withChanges(remembered, made.ok ? made.value.remember : []);
    expect(summaries(syncs(next, [{ codes: [], parts: both }]).plans[0]!)).toEqual(['create KpAlpha1']);
  });
  it('counts also where many of a lock vanish at once', () => {
    const many = [900, 901, 902].map((id) => code({ id, active: false }));
    const { plans } = syncs(sent(many), [{ codes: [], parts: { settings: settings({ unit: { doors: [SECOND_DOOR] } }) } }]);
    expect(summaries(plans[0]!)).toEqual([]);
  });
  it('is forgotten with its stay', () => {
    const over = { bookings: [booking({ state: 'cancelled' })] };
    expect(syncs(deleted().remembered, [{ codes: [], parts: over }]).remembered['deleted-by-hand'].size).toBe(0);
  });
});

describe('a run that only lets guests in', () => {
  const wrong = { clockIsWrong: true };
  const both = { settings: settings({ unit: { doors: [DOOR, SECOND_DOOR] } }) };
  const moved = { settings: settings({ unit: { doors: [SECOND_DOOR] } }) };
  const on = code({ id: 901, ...SECOND_DOOR });
  const first = (remembered: Parameters<typeof syncs>[0], codes: Parameters<typeof syncs>[1][0]['codes'], parts: object) =>
    summaries(syncs(remembered, [{ codes, parts: { ...parts, ...wrong } }]).plans[0]!);
  it('makes a code again that was on', () => expect(first(sent([code()]), [], {})).toEqual(['create KpAlpha1']));
  it('makes none on another door of whom a code kept out', () => {
    expect(first(sent([off]), [], both)).toEqual([]);
    expect(first(syncs(sent([off]), [{ codes: [] }]).remembered, [], moved)).toEqual([]);
    expect(first(sent([off]), [], moved)).toEqual([]);
  });
  it('makes none on the door itself, where another code is on', () => expect(first(sent([off, on]), [on], both)).toEqual([]));
});

it('a code that was on and was deleted twice keeps nobody from another door', () => {
  const both = { settings: settings({ unit: { doors: [DOOR, SECOND_DOOR] } }) };
  const once = syncs(sent([code()]), [{ codes: [], parts: both }]).remembered;
  const again = { ...once, 'read-back': sent([code()])['read-back'] };
  expect(shown(syncs(again, [{ codes: [], parts: both }]))).toEqual([[['create KpBravo2'], ['deleted-again']]]);
});

it('a wish to let the guest in counts from the moment at which the code was deleted', () => {
  const asked = syncs(sent([off]), [{ codes: [] }]).remembered;
  const told = (letInSinceMs: number) =>
    problemKinds(syncs(withChanges(asked, [letInNote(ID, letInSinceMs)]), [{ codes: [], parts: wished({ letInSinceMs }) }]).plans[0]!);
  expect([told(NOW_MS - 1), told(NOW_MS)]).toEqual([['deleted-again'], []]);
});

describe('what was seen off', () => {
  const other = booking({ id: 13, guestName: 'Zoë', arrival: '2026-12-10' as never, departure: '2026-12-12' as never });
  const seen = () => syncs(nothingRemembered(), [{ codes: [off], parts: { bookings: [booking(), other] } }]).remembered;
  it('is kept for a cancelled booking, beside other stays, and has nothing else to forget', () => {
    const cancelled = { bookings: [booking({ state: 'cancelled' }), other] };
    const { plans, remembered } = syncs(seen(), [{ codes: [], parts: cancelled }]);
    expect(remembered['seen-off'].size).toBe(1);
    expect(plans[0]?.remember.filter(({ kind }) => kind === 'read-back')).toEqual([]);
  });
});

it('codes on a door that is not their stays’ any more have not vanished', () => {
  const days = [1, 2, 3].map((day) => [`2026-12-0${String(day)}` as never, `2026-12-0${String(day + 1)}` as never] as const);
  const bookings = days.map(([arrival, departure], index) => booking({ id: 20 + index, arrival, departure }));
  const codes = days.map(([startDate, endDate], index) =>
    code({ id: 920 + index, description: `Smoobu#${String(20 + index)}`, startDate, endDate }),
  );
  const vanished = (door: typeof DOOR) => {
    const parts = { bookings, settings: settings({ unit: { doors: [door] } }) };
    return syncs(sent(codes), [{ codes: [], parts }]).remembered.vanished.size;
  };
  expect([vanished(DOOR), vanished(SECOND_DOOR)]).toEqual([1, 0]);
});
