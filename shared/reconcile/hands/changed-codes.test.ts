/** Codes that another computer or a hand changed, whose booking has moved since they were written. */
import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  NOW_MS,
  person,
  personCode,
  pin,
  problemKinds,
  summaries,
  wall,
  wishing,
} from '../../../tests/reconcile/fixtures.ts';
import { sent, syncs, WISHES } from '../../../tests/reconcile/hand-syncs.ts';
import { bookingId, personId } from '../../../tests/support/ids.ts';
import { noStayWish } from '../../domain/wishes.ts';

describe('a booking that moved since its code was written', () => {
  const today = { arrival: date('2026-11-23'), departure: date('2026-11-26') };
  const parts = { bookings: [booking(today)] };
  it.each([
    ['longer', code({ endTime: wall('16:00') }), 'changed-by-hand'],
    ['shorter', code({ endDate: date('2026-11-25') }), 'kept-by-hand'],
    ['later', code({ startTime: wall('18:00') }), 'kept-by-hand'],
  ])('counts at once, though the code opens %s than it was written', (_name, after, told) => {
    const { plans, remembered } = syncs(sent([code()]), [{ codes: [after], parts }]);
    expect([plans[0]?.operations, problemKinds(plans[0]!)]).toMatchObject([[{ codeId: 900, record: { startDate: '2026-11-23' } }], [told]]);
    // The write that follows is not taken for a hand.
    const [operation] = plans[0]?.operations ?? [];
    const record = operation?.kind === 'update' ? operation.record : {};
    const written = code(record);
    const next = { ...remembered, 'read-back': sent([written])['read-back'] };
    expect(syncs(next, [{ codes: [written], parts }]).plans.flatMap(summaries)).toEqual([]);
  });
  it('has nothing by hand where another computer wrote it first, so that it can get shorter again', () => {
    const moved = { bookings: [booking({ departure: date('2026-11-28') })] };
    const after = code({ endDate: date('2026-11-28') });
    const { plans, remembered } = syncs(sent([code()]), [
      { codes: [after], parts: moved },
      { codes: [after], parts: moved },
      { codes: [after] },
    ]);
    expect(plans.map((one) => [summaries(one), problemKinds(one)])).toEqual([
      [[], []],
      [[], []],
      [['update 900'], []],
    ]);
    expect(plans[2]?.operations).toMatchObject([{ record: { endDate: '2026-11-27' } }]);
    expect(remembered['by-hand'].size).toBe(0);
  });
  it('does not say that a block is undone, which two syncs have to show', () => {
    const stays = new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: NOW_MS }]]);
    const blocked = { ...parts, wishes: { ...WISHES, stays } };
    const { plans } = syncs(sent([code({ active: false })]), [{ codes: [code()], parts: blocked }]);
    expect(problemKinds(plans[0]!)).not.toContain('switched-on');
  });
});

describe('a code that reads differently for the first time', () => {
  it.each([
    ['arrival', { arrival: date('2026-11-25') }],
    ['departure', { departure: date('2026-11-28') }],
  ])('is left alone no longer once the %s of its booking changed', (_what, changes) => {
    const { plans } = syncs(sent([code()]), [{ codes: [code({ endTime: wall('16:00') })], parts: { bookings: [booking(changes)] } }]);
    expect(summaries(plans[0]!)).toEqual(['update 900']);
  });
  it('is left alone for a person, whatever times they have now', () => {
    const own = personCode();
    const known = { ...sent([own])['read-back'].get('950')!, claimId: personId('k3m9qa') };
    const moved = person({ schedule: { kind: 'once', from: '2026-11-23T09:00', until: '2026-11-23T13:00' } });
    const remembered = { ...sent([]), 'read-back': new Map([['950', known]]) };
    const parts = { bookings: [], wishes: { ...WISHES, ...wishing(moved), digestOf: WISHES.digestOf } };
    const next = syncs(remembered, [{ codes: [personCode({ endTime: wall('18:00') })], parts }]);
    expect([summaries(next.plans[0]!), next.remembered['by-hand'].size]).toEqual([[], 0]);
  });
  it('says nothing of its PIN where only its times differ, though the user retired that PIN', () => {
    const wish = { ...noStayWish(), pin: { typed: null, retired: [{ digest: 'k4711' }] } };
    const parts = { wishes: { ...WISHES, stays: new Map([[bookingId(12), wish as never]]) } };
    const { plans, remembered } = syncs(sent([code()]), [{ codes: [code({ endTime: wall('16:00') })], parts }]);
    expect([summaries(plans[0]!), problemKinds(plans[0]!), remembered['former-pins'].size]).toEqual([['update 900'], [], 0]);
  });
});

describe('a change by hand', () => {
  it('of one person’s code is not cut by the times of another', () => {
    const other = person({
      id: 'other1',
      name: 'Painter',
      schedule: { kind: 'once', from: '2026-11-23T14:00', until: '2026-11-23T16:00' },
    });
    const painter = personCode({
      id: 951,
      name: 'Painter',
      pin: pin('5822'),
      description: 'Latchkey#other1',
      startTime: wall('14:00'),
      endTime: wall('16:00'),
    });
    const known = { ...sent([personCode()])['read-back'].get('950')!, claimId: personId('k3m9qa') };
    const remembered = { ...sent([]), 'read-back': new Map([['950', known]]) };
    const run = {
      codes: [personCode({ endTime: wall('18:00') }), painter],
      parts: { bookings: [], wishes: { ...WISHES, people: [person(), other] } },
    };
    expect(syncs(remembered, [run, run]).plans.map(summaries)).toEqual([[], []]);
  });
  it('ends with the booking’s own dates, whoever gave the code those', () => {
    const longer = code({ endTime: wall('16:00') });
    const back = syncs(
      sent([code()]),
      [longer, longer, code(), code()].map((one) => ({ codes: [one] })),
    );
    expect([back.plans.map(summaries), back.remembered['by-hand'].size]).toEqual([[[], [], [], []], 0]);
    // There is nothing to forget where there was none.
    const moved = { bookings: [booking({ departure: date('2026-11-28') })] };
    const run = { codes: [code({ endDate: date('2026-11-28') })], parts: moved };
    expect(syncs(sent([code()]), [run, run]).plans.flatMap(({ remember }) => remember.filter(({ kind }) => kind === 'by-hand'))).toEqual(
      [],
    );
  });
  it('ends with its start unreadable and another day than it was given', () => {
    const longer = code({ endTime: wall('16:00') });
    const { remembered } = syncs(sent([code()]), [{ codes: [longer] }, { codes: [longer] }]);
    const unread = code({ startTime: 'unknown', endTime: 'unknown', startDate: date('2026-11-25') });
    expect(syncs(remembered, [{ codes: [unread] }]).remembered['by-hand'].size).toBe(0);
  });
  it('that lets nobody in leaves the times of the booking, and the usual ones where the user’s do not count', () => {
    const nothing = { startDate: date('2026-11-26'), startTime: wall('10:00'), endDate: date('2026-11-26'), endTime: wall('10:00') };
    const times = (own: object, wish: object) => {
      const before = code(own);
      const parts = {
        bookings: [booking({ checkOut: wall('18:00') })],
        wishes: { ...WISHES, stays: new Map([[bookingId(12), { ...noStayWish(), ...wish }]]) },
      };
      const run = { codes: [{ ...before, ...nothing }], parts };
      const [, second] = syncs(sent([before]), [run, run]).plans;
      const [window] = second?.stays.flatMap(({ doors }) => doors.map((door) => door.window)) ?? [];
      return [window?.start.slice(11), window?.end.slice(11)];
    };
    expect(times({ endTime: wall('18:00') }, { note: 'Late train.' })).toEqual(['15:00', '18:00']);
    const [early, late] = [
      { day: 0, time: wall('10:00') },
      { day: 0, time: wall('20:00') },
    ];
    expect(times({ startTime: wall('10:00'), endTime: wall('18:00') }, { from: early })).toEqual(['15:00', '12:00']);
    expect(times({ endTime: wall('20:00') }, { until: late })).toEqual(['15:00', '12:00']);
  });
  it('does not switch on a code that is off, nor is switching one on such a change', () => {
    const stays = new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: NOW_MS }]]);
    const blocked = { wishes: { ...WISHES, stays } };
    const off = code({ active: false });
    const run = { codes: [{ ...off, endTime: wall('16:00') }], parts: blocked };
    const { plans } = syncs(sent([off]), [run, run, run]);
    expect(plans.flatMap(({ operations }) => operations.filter((one) => one.kind !== 'delete' && one.record.active))).toEqual([]);
    const moved = { ...blocked, bookings: [booking({ departure: date('2026-11-28') })] };
    const on = { codes: [code()], parts: moved };
    expect(syncs(sent([off]), [on, on]).remembered['by-hand'].size).toBe(0);
  });
});
