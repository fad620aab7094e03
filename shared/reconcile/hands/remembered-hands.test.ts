/** What is remembered of codes that were sent, and of hands at The Keys, from one sync to the next. */
import { describe, expect, it } from 'vitest';
import { booking, code, date, pin, problemKinds, settings, summaries, wall } from '../../../tests/reconcile/fixtures.ts';
import { sent, shown, syncs, twice, WISHES } from '../../../tests/reconcile/hand-syncs.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { UNKNOWN } from '../../domain/code.ts';
import type { Code } from '../../domain/code.ts';
import type { Remembered } from '../../domain/memory.ts';
import type { PlanWishes } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { StayWish } from '../../domain/wishes.ts';
import type { SentCode } from './sent-codes.ts';

const off = code({ active: false });
const longer = code({ endTime: wall('16:00') });
const blocked = (sinceMs: number): PlanWishes => ({
  ...WISHES,
  stays: new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: sinceMs }]]),
});

/** As the code was sent, with what is known of it. */
function known(before: Code, changes: Partial<SentCode>): Remembered {
  const all = sent([before]);
  const value = all['read-back'].get('900');
  if (value === undefined) throw new Error('nothing was sent');
  return { ...all, 'read-back': new Map([['900', { ...value, ...changes }]]) };
}
const changesOf = (kind: string, { plans }: ReturnType<typeof syncs>) =>
  plans.map(({ remember }) => remember.flatMap((change) => (change.kind === kind ? [change.value] : [])));

describe('a code that was sent', () => {
  it.each<readonly [string, Code, Code, readonly [boolean, boolean]]>([
    ['shows as it was sent', code(), code(), [true, true]],
    ['shows no active flag', code(), code({ active: 'unknown' }), [true, false]],
    ['is off as it was sent', off, off, [true, false]],
    ['is off, and was sent as on', code(), off, [false, false]],
    [
      'says that it is blocked, and is on',
      { ...off, description: 'Smoobu#12 blocked' },
      code({ description: 'Smoobu#12 blocked' }),
      [false, false],
    ],
    ['has another end', code(), longer, [false, false]],
  ])('%s: whether it is known to be so, and to have been on', (_rule, before, after, [isVerified, wasOn]) => {
    const { remembered } = syncs(known(before, { isVerified: false, wasOn: false }), [{ codes: [after] }]);
    expect(remembered['read-back'].get('900')).toMatchObject({ isVerified, wasOn });
  });

  it.each<readonly [string, Partial<SentCode>, Code, Code, Partial<SentCode> | null]>([
    ['as before', {}, code(), code(), null],
    ['on for the first time', { wasOn: false }, code(), code(), { wasOn: true }],
    ['without an active flag', { wasOn: false }, code(), code({ active: 'unknown' }), null],
    ['off, as it was sent', {}, off, off, null],
    [
      'on, though it says that it is blocked',
      {},
      { ...off, description: 'Smoobu#12 blocked' },
      code({ description: 'Smoobu#12 blocked' }),
      null,
    ],
    ['otherwise once only', { differs: true }, code(), code(), { differs: false }],
    ['otherwise for the first time', {}, code(), longer, { differs: true }],
  ])('and reads %s', (_rule, changes, before, after, expected) => {
    const [values] = changesOf('read-back', syncs(known(before, changes), [{ codes: [after] }]));
    expect(values).toMatchObject(expected === null ? [] : [expected]);
    expect(values).toHaveLength(expected === null ? 0 : 1);
  });

  it('for another booking is no reason to leave it alone', () => {
    const before = sent([code({ description: 'Smoobu#13' })]);
    expect(syncs(before, [{ codes: [longer] }]).plans.map(summaries)).toEqual([['update 900']]);
  });
});

describe('a change by hand', () => {
  it('is remembered once', () => {
    const result = twice(code(), longer);
    expect(changesOf('by-hand', result)).toMatchObject([[], [{ result: 'longer', isPinChanged: false }], []]);
    expect(result.remembered['former-pins'].size).toBe(0);
  });

  it.each<readonly [string, Code, Code, object]>([
    [
      'of the start, then of the end',
      code({ startTime: wall('16:00') }),
      code({ startTime: wall('16:00'), endTime: wall('11:00') }),
      { before: { start: '2026-11-24T15:00', end: '2026-11-27T12:00' }, isPinChanged: false },
    ],
    [
      'of the end, then of the end again',
      code({ endTime: wall('11:00') }),
      code({ endTime: wall('10:00') }),
      { before: { start: '2026-11-24T15:00', end: '2026-11-27T12:00' }, window: { end: '2026-11-27T10:00' } },
    ],
    [
      'of the PIN, then of the end',
      code({ pin: pin('9153') }),
      code({ pin: pin('9153'), endTime: wall('11:00') }),
      { before: { end: '2026-11-27T12:00' }, isPinChanged: true },
    ],
  ])('%s is beside what the booking gave it', (_rule, first, second, expected) => {
    const all = [first, first, second, second].map((one) => ({ codes: [one] }));
    expect(syncs(sent([code()]), all).remembered['by-hand'].get('900')).toMatchObject(expected);
  });

  it('counts beside the dates that the booking has now, where they changed before it', () => {
    const parts = { bookings: [booking({ departure: date('2026-11-28') })] };
    const shorter = code({ endTime: wall('11:00') });
    const { remembered } = syncs(sent([code()]), [{ codes: [shorter] }, { codes: [shorter] }]);
    const moved = { ...remembered, 'read-back': sent([code({ endDate: date('2026-11-28') })])['read-back'] };
    const again = code({ endDate: date('2026-11-28'), endTime: wall('10:00') });
    const runs = { codes: [again], parts };
    expect(syncs(moved, [runs, runs]).remembered['by-hand'].get('900')).toMatchObject({ before: { end: '2026-11-28T12:00' } });
  });

  it.each([
    ['later than it ends', { checkIn: '15:00', checkOut: '12:00' }],
    ['at the moment at which it ends', { checkIn: '12:00', checkOut: '12:00' }],
  ])('that leaves nothing of a stay within one day counts for nothing, though that usually begins %s', (_rule, times) => {
    const own = { ...noStayWish(), from: { day: 0, time: wall('06:00') }, until: { day: 0, time: wall('22:00') } };
    const before = code({ startTime: wall('06:00'), endDate: date('2026-11-24'), endTime: wall('22:00') });
    const { plans } = twice(
      before,
      { ...before, startTime: wall('20:00'), endTime: wall('08:00') },
      {
        bookings: [booking({ departure: date('2026-11-24') })],
        settings: settings({ times }),
        wishes: { ...WISHES, stays: new Map([[bookingId(12), own]]) },
      },
    );
    expect(plans[2]?.stays[0]?.doors[0]?.window).toEqual({ start: '2026-11-24T06:00', end: '2026-11-24T22:00' });
  });

  it('is over with the stay at the moment at which the code ends', () => {
    const left = { arrival: date('2026-11-20'), departure: date('2026-11-23') };
    const before = code({ startDate: left.arrival, endDate: left.departure });
    const after = { ...before, endDate: date('2026-11-24') };
    const told = (nowMs: number) => problemKinds(twice(before, after, { bookings: [booking(left)], nowMs }).plans[2]!);
    expect([told(Date.parse('2026-11-24T11:59:00+01:00')), told(Date.parse('2026-11-24T12:00:00+01:00'))]).toEqual([
      ['changed-by-hand'],
      [],
    ]);
  });

  it.each([
    ['a code that is gone', [code({ id: 901 })], [], 0],
    ['not while its lock is not read', [], [11], 1],
  ] as const)('is forgotten with %s', (_rule, codes, failed, count) => {
    const { remembered } = twice(code(), longer);
    expect(syncs(remembered, [{ codes, parts: { failed } }]).remembered['by-hand'].size).toBe(count);
  });

  it.each([
    ['other dates than it was given', { endDate: date('2026-11-26') }, 0],
    ['the dates that it was given', {}, 1],
    ['no dates', { startDate: UNKNOWN, endDate: UNKNOWN }, 1],
  ] as const)('is forgotten with its times unreadable and %s: another computer may have changed it since', (_rule, dates, count) => {
    const { remembered } = twice(code(), longer);
    const unread = code({ startTime: UNKNOWN, endTime: UNKNOWN, ...dates });
    expect(syncs(remembered, [{ codes: [unread] }]).remembered['by-hand'].size).toBe(count);
  });

  it('of the PIN keeps the former ones from coming back: the last twenty, each once', () => {
    const digests = ['k4711', ...Array.from({ length: 19 }, (_, index) => `k${String(8_000 + index)}`)];
    const formerPins = (before: readonly string[]) => {
      const remembered = { ...sent([code()]), 'former-pins': new Map([['12', { claimId: bookingId(12), digests: [...before] }]]) };
      const run = { codes: [code({ pin: pin('9153') })] };
      return syncs(before.length === 0 ? sent([code()]) : remembered, [run, run]).remembered['former-pins'].get('12')?.digests;
    };
    expect(formerPins([])).toEqual(['k4711']);
    expect(formerPins(['k4711', 'k8000'])).toEqual(['k8000', 'k4711']);
    expect(formerPins(digests)).toEqual([...digests.slice(1), 'k4711']);
    expect(formerPins([...digests.slice(1), 'k7777'])).toEqual([...digests.slice(2), 'k7777', 'k4711']);
  });
});

describe('a PIN that somebody replaced', () => {
  const after = code({ pin: pin('9153') });
  const wishing = (changes: Partial<StayWish['pin']>, typed: string | null = null) => ({
    wishes: {
      ...WISHES,
      stays: new Map([[bookingId(12), { ...noStayWish(), pin: { typed: null, retired: [], ...changes } }]]),
      typedPins: new Map(typed === null ? [] : [[bookingId(12), pin(typed)]]),
    },
  });
  const pins = ({ plans }: ReturnType<typeof syncs>) =>
    plans.map(({ operations }) => operations.map((one) => (one.kind === 'delete' ? null : one.record.pin)));

  it('does not get back the one that the user typed and Latchkey wrote', () => {
    expect(shown(twice(code(), after, wishing({ typed: 'sealed' }, '4711')))).toEqual([
      [[], []],
      [[], ['pin-changed-by-hand']],
      [[], ['pin-changed-by-hand']],
    ]);
  });
  it('gets the one that the user typed since', () => {
    expect(pins(syncs(sent([code()]), [{ codes: [after], parts: wishing({ typed: 'sealed' }, '8261') }]))).toEqual([['8261']]);
  });
  it('by one that the user retired, gets a third one at once', () => {
    const { plans, remembered } = syncs(sent([code()]), [{ codes: [after], parts: wishing({ retired: [{ digest: 'k9153' }] }) }]);
    expect([plans.map(summaries), plans.flatMap(problemKinds)]).toEqual([[['update 900']], ['pin-changed-by-hand']]);
    expect(remembered['former-pins'].get('12')?.digests).toEqual(['k4711']);
    expect(plans[0]?.problems).toMatchObject([{ bookingId: 12, codeId: 900, lockId: 11 }]);
    expect(pins({ plans, remembered })[0]).not.toContain('4711');
  });
});

describe('a code that somebody switched on', () => {
  const runs = (wishes: PlanWishes, ...codes: readonly Code[]) => codes.map((one) => ({ codes: [one], parts: { wishes } }));

  it('is what the user decided last, where they blocked the guest again after it was switched off', () => {
    const before = (blockedSinceMs: number) => known(off, { blockedSinceMs });
    const all = [blocked(1), blocked(2), WISHES].map((wishes) => syncs(before(1), runs(wishes, code(), code())));
    expect(all.map(({ plans, remembered }) => [plans.map(summaries), remembered['switched-on'].size])).toEqual([
      [[[], []], 1],
      [[['update 900'], ['update 900']], 0],
      [[[], []], 0],
    ]);
    expect(all.map(({ remembered }) => remembered['read-back'].get('900')?.isActive)).toEqual([true, false, true]);
  });

  it('undoes the block, and nothing else is changed by hand', () => {
    const { remembered } = syncs(sent([off]), runs(blocked(1), code(), code()));
    expect([...remembered['switched-on'].values()]).toMatchObject([{ blockedSinceMs: 1 }]);
    expect(remembered['by-hand'].size).toBe(0);
  });

  it.each<readonly [string, PlanWishes, Code]>([
    ['where nobody blocked the guest', WISHES, code()],
    ['by a change of its times', blocked(1), { ...off, endTime: wall('16:00') }],
  ])('undoes nothing %s', (_rule, wishes, after) => {
    const { plans, remembered } = syncs(sent([off]), runs(wishes, after, after));
    expect([remembered['switched-on'].size, plans.flatMap(problemKinds)]).toEqual([0, expect.not.arrayContaining(['switched-on'])]);
  });

  const before = (sinceMs: number): Remembered => {
    const { remembered } = syncs(sent([off]), runs(blocked(sinceMs), code(), code()));
    return { ...remembered, 'read-back': sent([off])['read-back'] };
  };
  it('is forgotten once the user blocks the guest again, or lets them in', () => {
    for (const wishes of [blocked(2), WISHES])
      expect(syncs(before(1), runs(wishes, off)).plans[0]?.remember).toContainEqual({ kind: 'switched-on', key: '12', value: null });
  });
  it('is remembered where somebody did it after that', () => {
    expect(syncs(before(1), runs(blocked(2), code(), code())).remembered['switched-on'].get('12')).toMatchObject({ blockedSinceMs: 2 });
    const differs = { ...before(1), 'read-back': known(off, { differs: true })['read-back'] };
    expect(changesOf('switched-on', syncs(differs, runs(blocked(2), code())))).toMatchObject([[{ blockedSinceMs: 2 }]]);
  });
  it('leaves nothing to forget where nobody did', () => {
    expect(changesOf('switched-on', syncs(sent([code()]), [{ codes: [code()] }]))).toEqual([[]]);
  });
});
