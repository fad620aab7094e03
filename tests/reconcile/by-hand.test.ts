/** Changed by hand at The Keys, every row: codes that a list showed as they were sent, and that read differently later. */
import { describe, expect, it } from 'vitest';
import { nothingRemembered } from '../../shared/domain/memory.ts';
import type { Remembered } from '../../shared/domain/memory.ts';
import type { PlanWishes } from '../../shared/domain/plan.ts';
import { noStayWish } from '../../shared/domain/wishes.ts';
import { plan } from '../../shared/reconcile/plan.ts';
import { HOUR_MS } from '../../shared/time.ts';
import { bookingId } from '../support/ids.ts';
import { booking, code, date, DOOR, input, NOW_MS, pin, problemKinds, SECOND_DOOR, settings, summaries, wall } from './fixtures.ts';
import { answer, keyed, sent, shown, syncs, twice, WISHES } from './hand-syncs.ts';

describe('a code that opens longer', () => {
  it('is left alone first, then kept and shown', () => {
    const result = twice(code(), code({ endTime: wall('16:00') }));
    expect(shown(result)).toEqual([
      [[], []],
      [[], ['changed-by-hand']],
      [[], ['changed-by-hand']],
    ]);
    expect(result.plans[1]?.stays[0]?.doors[0]?.window.end).toBe('2026-11-27T16:00');
  });
  it.each([
    ['24 hours past departure', code({ endDate: date('2026-12-20') }), {}, '2026-11-28T12:00'],
    ['24 hours past departure without an end', code({ endDate: null, endTime: null }), {}, '2026-11-28T12:00'],
    [
      'the next stay of the unit',
      code({ endDate: null, endTime: null }),
      { bookings: [booking(), booking({ id: 13, guestName: 'Ben', arrival: date('2026-11-27'), departure: date('2026-11-29') })] },
      '2026-11-27T15:00',
    ],
  ])('is cut to %s', (_name, after, parts, end) => {
    const { plans } = syncs(sent([code()]), [
      { codes: [after], parts },
      { codes: [after], parts },
    ]);
    expect(summaries(plans[0]!)).not.toContain('update 900');
    expect(plans[1]?.operations.filter((one) => one.kind === 'update')).toMatchObject([
      { codeId: 900, record: { endDate: end.slice(0, 10), endTime: end.slice(11) } },
    ]);
    // After our own write it stays so.
    const cut = code({ endDate: date(end.slice(0, 10)), endTime: wall(end.slice(11)) });
    const { remembered } = syncs(sent([code()]), [
      { codes: [after], parts },
      { codes: [after], parts },
    ]);
    const written = { ...remembered, 'read-back': sent([cut])['read-back'] };
    const after2 = syncs(written, [
      { codes: [cut], parts },
      { codes: [cut], parts },
    ]);
    expect(after2.plans.flatMap(summaries).filter((one) => one.startsWith('update'))).toEqual([]);
  });
  it('is told of a guest who has left as well, until the code is over', () => {
    const left = { departure: date('2026-11-23'), arrival: date('2026-11-20') };
    const before = code({ startDate: left.arrival, endDate: left.departure });
    const parts = { bookings: [booking(left)], nowMs: NOW_MS + 4 * HOUR_MS };
    expect(shown(twice(before, { ...before, endDate: date('2026-11-24') }, parts))).toEqual([
      [[], []],
      [[], ['changed-by-hand']],
      [[], ['changed-by-hand']],
    ]);
    const later = { ...parts, nowMs: NOW_MS + 30 * HOUR_MS };
    expect(shown(twice(before, { ...before, endDate: date('2026-11-24') }, later))[2]).toEqual([[], []]);
  });
  it('gets the booking’s times when the user says so, and is only told when the user keeps it', () => {
    const after = code({ endTime: wall('16:00') });
    const { remembered } = twice(code(), after);
    const used = answer(remembered, 'changed:900', 'use-booking');
    expect(used).toMatchObject({ value: { remember: [{ kind: 'by-hand', key: '900', value: null }] } });
    const without = { ...remembered, 'by-hand': new Map() };
    expect(shown(syncs(without, [{ codes: [after] }]))).toEqual([[['update 900'], []]]);
    const kept = answer(remembered, 'changed:900', 'keep-change');
    const value = kept.ok ? kept.value.remember[0]?.value : null;
    const told = { ...remembered, 'by-hand': new Map([['900', value]]) } as unknown as Remembered;
    expect(shown(syncs(told, [{ codes: [after] }]))).toEqual([[[], ['kept-by-hand']]]);
  });
});

describe('a code that opens shorter', () => {
  it('is kept, and urgent where it shuts out a guest of today or tomorrow', () => {
    expect(shown(twice(code(), code({ endTime: wall('09:00') })))[2]).toEqual([[], ['changed-by-hand']]);
    expect(shown(twice(code(), code({ startTime: wall('20:00') })))[2]).toEqual([[], ['shut-out-by-hand']]);
  });
  it('gives way to the booking’s own dates when they change afterwards, which is told', () => {
    const after = code({ endTime: wall('09:00') });
    const { remembered } = twice(code(), after);
    const later = { bookings: [booking({ departure: date('2026-11-28') })] };
    const result = syncs(remembered, [{ codes: [after], parts: later }]);
    expect(shown(result)).toEqual([[['update 900'], ['kept-by-hand']]]);
    expect(result.plans[0]?.operations).toMatchObject([{ record: { endDate: '2026-11-28', endTime: '12:00' } }]);
    // What somebody changes after that counts again.
    const written = { ...result.remembered, 'read-back': sent([code({ endDate: date('2026-11-28') })])['read-back'] };
    const again = code({ endDate: date('2026-11-28'), endTime: wall('10:00') });
    const runs = { codes: [again], parts: later };
    expect(shown(syncs(written, [runs, runs, runs])).slice(1)).toEqual([
      [[], ['changed-by-hand']],
      [[], ['changed-by-hand']],
    ]);
    // And until the dates change again.
    const last = { codes: [again], parts: { bookings: [booking({ departure: date('2026-11-29') })] } };
    expect(shown(syncs(syncs(written, [runs, runs]).remembered, [last]))).toEqual([[['update 900'], ['kept-by-hand']]]);
  });
});

describe('a changed PIN', () => {
  it('is kept and shown, and the former one never comes back', () => {
    const after = code({ pin: pin('9153') });
    const parts = { memory: { pinDraws: new Map([[12, { attempt: 0, length: 4 }]]) }, drawPin: () => pin('4711') };
    const result = twice(code(), after, parts);
    expect(shown(result)).toEqual([
      [[], []],
      [[], ['pin-changed-by-hand']],
      [[], ['pin-changed-by-hand']],
    ]);
    const twoDoors = {
      ...parts,
      settings: settings({ unit: { doors: [DOOR, SECOND_DOOR] } }),
      drawPin: (_id: unknown, attempt: number) => pin(attempt === 0 ? '4711' : '8264'),
    };
    const [further] = syncs(result.remembered, [{ codes: [after], parts: twoDoors }]).plans;
    expect(further?.operations).toMatchObject([{ kind: 'create', record: { pin: '9153' } }]);
    const [again] = syncs(result.remembered, [{ codes: [], parts: twoDoors }]).plans;
    expect(again?.operations.map((one) => one.kind !== 'delete' && one.record.pin)).toEqual(['8264', '8264']);
  });
  it('is not known with another PIN key', () => {
    expect(
      shown(syncs(sent([code()], keyed('other')), [{ codes: [code({ pin: pin('9153') })] }, { codes: [code({ pin: pin('9153') })] }])),
    ).toEqual([
      [[], []],
      [[], []],
    ]);
  });
});

describe('a deleted code', () => {
  it('is made again at once, which is told; deleted again within a day, the user is asked', () => {
    const first = syncs(sent([code()]), [{ codes: [] }]);
    expect(shown(first)).toEqual([[['create KpAlpha1'], ['code-deleted']]]);
    const again = { ...first.remembered, 'read-back': sent([code({ id: 901 })])['read-back'] };
    const second = syncs(again, [
      { codes: [], parts: { nowMs: NOW_MS + HOUR_MS } },
      { codes: [], parts: { nowMs: NOW_MS + 30 * HOUR_MS } },
    ]);
    expect(shown(second)).toEqual([
      [[], ['deleted-again']],
      [[], ['deleted-again']],
    ]);
    const made = answer(second.remembered, 'deleted:12@11/KpAlpha1', 'make-again');
    const value = made.ok ? made.value.remember[0]?.value : null;
    const answered = { ...second.remembered, 'deleted-by-hand': new Map([['12@11/KpAlpha1', value]]) } as unknown as Remembered;
    expect(shown(syncs(answered, [{ codes: [] }]))[0]?.[0]).toEqual(['create KpAlpha1']);
    expect(answer(second.remembered, 'deleted:12@11/KpAlpha1', 'block')).toMatchObject({ value: { access: { id: 12, is: 'blocked' } } });
    expect(answer(first.remembered, 'deleted:12@11/KpAlpha1', 'new-pin')).toMatchObject({ value: { retire: { id: 12, digest: 'k4711' } } });
    const after = syncs(again, [{ codes: [], parts: { nowMs: NOW_MS + 25 * HOUR_MS } }]);
    expect(shown(after)).toEqual([[['create KpAlpha1'], ['code-deleted']]]);
  });
  it('is made again only after a second sync where many of a lock vanish at once', () => {
    const guests = [12, 13, 14, 15].map((id, index) =>
      booking({
        id,
        guestName: `Guest ${String(id)}`,
        arrival: date(`2026-12-0${String(index * 2 + 1)}`),
        departure: date(`2026-12-0${String(index * 2 + 2)}`),
      }),
    );
    const codes = guests.map(({ id, guestName, arrival, departure }, index) =>
      code({
        id: 900 + index,
        description: `Smoobu#${String(id)}`,
        name: guestName,
        startDate: arrival,
        endDate: departure,
        pin: pin(String(4711 + index * 37)),
      }),
    );
    const parts = { bookings: guests };
    const left = codes.slice(0, 1);
    const result = syncs(sent(codes), [
      { codes: left, parts },
      { codes: left, parts },
    ]);
    expect(result.plans.map(summaries)).toEqual([[], ['create KpAlpha1', 'create KpAlpha1', 'create KpAlpha1']]);
    expect(problemKinds(result.plans[0]!)).toEqual(['codes-vanished', 'codes-vanished', 'codes-vanished']);
    // Two, or a third of them, are made again at once.
    const many = [...codes, ...Array.from({ length: 5 }, (_, index) => ({ ...codes[0]!, id: (910 + index) as never }))];
    expect(summaries(syncs(sent(many), [{ codes: [codes[0]!, ...many.slice(4)], parts }]).plans[0]!)).toContain('create KpAlpha1');
    expect(summaries(syncs(sent(codes), [{ codes: codes.slice(0, 2), parts }]).plans[0]!)).toEqual(['create KpAlpha1', 'create KpAlpha1']);
  });
});

describe('a code that never read as it was sent', () => {
  it('is corrected as ever', () => {
    const known = sent([code()])['read-back'].get('900')!;
    const unverified = { ...nothingRemembered(), 'read-back': new Map([['900', { ...known, isVerified: false }]]) };
    for (const remembered of [unverified, nothingRemembered()])
      expect(shown(syncs(remembered, [{ codes: [code({ endTime: wall('16:00') })] }]))).toEqual([[['update 900'], []]]);
  });
  it('was not switched off by anybody: it is tried again', () => {
    const known = sent([code()])['read-back'].get('900')!;
    const failed = { ...nothingRemembered(), 'read-back': new Map([['900', { ...known, isVerified: false, wasOn: false }]]) };
    const [result] = syncs(failed, [{ codes: [code({ active: false })] }]).plans;
    expect(result?.operations).toMatchObject([{ kind: 'update', record: { active: true } }]);
    expect(shown(syncs(sent([code()]), [{ codes: [code({ active: false })] }]))).toEqual([[[], ['switched-off']]]);
  });
});

describe('a blocked guest', () => {
  const wishes: PlanWishes = { ...WISHES, stays: new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: NOW_MS, guest: ['mail'] }]]) };
  it('whose code somebody switched on is not switched off again before the user says so', () => {
    const off = code({ active: false });
    const result = syncs(sent([off]), [
      { codes: [code()], parts: { wishes } },
      { codes: [code()], parts: { wishes } },
      { codes: [code()], parts: { wishes } },
    ]);
    expect(shown(result)).toEqual([
      [[], ['blocked']],
      [[], ['switched-on']],
      [[], ['switched-on']],
    ]);
    expect(answer(result.remembered, 'on:12', 'keep-blocked')).toMatchObject({ value: { access: { id: 12, is: 'blocked' } } });
    const again = { ...wishes, stays: new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: NOW_MS + 1 }]]) };
    expect(shown(syncs(result.remembered, [{ codes: [code()], parts: { wishes: again } }]))).toEqual([[['update 900'], ['blocked']]]);
  });
  it('who has left is out at once, although somebody made the code longer', () => {
    const left = { departure: date('2026-11-23'), arrival: date('2026-11-20') };
    const before = code({ startDate: left.arrival, endDate: left.departure });
    const parts = { bookings: [booking(left)], nowMs: NOW_MS + 4 * HOUR_MS, wishes };
    const runs = [{ codes: [{ ...before, endDate: date('2026-11-24') }], parts }];
    expect(syncs(sent([before]), runs).plans[0]?.operations).toMatchObject([{ kind: 'update', record: { active: false } }]);
    expect(syncs(sent([before]), [{ codes: [before], parts }]).plans[0]?.operations).toEqual([]);
  });
  it('who books again is recognised, not by name, and gets no code until the user decides', () => {
    const contact = { email: null, phone: null, guestId: 7 };
    const parts = {
      bookings: [booking({ id: 77, contact }), booking({ id: 78, arrival: date('2026-12-01'), departure: date('2026-12-02') })],
      wishes: { ...wishes, guestDigests: ({ guestId }: { guestId: number | null }) => (guestId === 7 ? ['mail'] : []) },
    };
    const result = syncs(nothingRemembered(), [{ codes: [], parts }]);
    expect([result.plans[0]?.operations.map(({ bookingId: id }) => id), problemKinds(result.plans[0]!)]).toEqual([
      [78],
      ['blocked-guest-returns'],
    ]);
    const letIn = answer(result.remembered, 'blocked-guest:77', 'let-in');
    const value = letIn.ok ? letIn.value.remember[0]?.value : null;
    const decided = { ...result.remembered, 'blocked-guest': new Map([['77', value]]) } as unknown as Remembered;
    expect(syncs(decided, [{ codes: [], parts }]).plans[0]?.operations).toHaveLength(2);
    // Let in without being asked.
    const stays = new Map([...wishes.stays, [bookingId(77), { ...noStayWish(), letInSinceMs: NOW_MS }]]);
    const unblocked = syncs(result.remembered, [{ codes: [], parts: { ...parts, wishes: { ...parts.wishes, stays } } }]);
    expect([unblocked.plans[0]?.operations.length, problemKinds(unblocked.plans[0]!)]).toEqual([2, []]);
    expect(answer(result.remembered, 'blocked-guest:77', 'keep-blocked')).toMatchObject({
      value: { access: { id: 77, is: 'blocked', guest: ['mail'] } },
    });
  });
  it('a contact that guests of several other names have, such as an agency’s, withholds no code', () => {
    const withheld = (...names: readonly string[]) => {
      const contact = { email: null, phone: null, guestId: 7 };
      const bookings = names.map((guestName, index) =>
        booking({
          id: 77 + index,
          guestName,
          contact,
          arrival: date(`2026-12-0${String(index + 1)}`),
          departure: date(`2026-12-0${String(index + 2)}`),
        }),
      );
      return problemKinds(plan(input({ bookings, wishes: { ...wishes, guestDigests: () => ['mail'] } })));
    };
    expect(withheld('Otto Berg')).toEqual(['blocked-guest-returns']);
    expect(withheld('Otto Berg', 'Mia Frost')).toEqual([]);
    expect(withheld('Otto Berg', 'otto  BERG')).toEqual(['blocked-guest-returns', 'blocked-guest-returns']);
  });
});

it('one PIN on two codes of a keypad is a problem that names both, where the other opens longer', () => {
  const cleaner = code({ id: 950, name: 'Cleaner', description: '', startDate: null, endDate: null });
  const result = plan(input({ bookings: [booking()], codes: [code(), cleaner] }));
  expect([summaries(result), result.problems]).toMatchObject([
    [],
    [{ kind: 'shared-pin', codeId: 900, text: { parameters: { otherCode: '950' } } }],
  ]);
  for (const other of [
    { ...cleaner, active: false },
    { ...cleaner, ...SECOND_DOOR },
    { ...cleaner, pin: pin('4712') },
  ])
    expect(problemKinds(plan(input({ bookings: [booking()], codes: [code(), other] })))).toEqual([]);
});
