import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  input,
  NOW_MS,
  person,
  personCode,
  settings,
  wall,
  wishing,
} from '../../../tests/reconcile/fixtures.ts';
import { otherStaySchema } from '../../domain/booking.ts';
import type { Booking } from '../../domain/booking.ts';
import type { Code } from '../../domain/code.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import { stayWishSchema } from '../../domain/wishes.ts';
import { HOUR_MS } from '../../time.ts';
import { plan } from '../plan.ts';

const units = [
  { unitId: 101, name: 'Flat 1', doors: [DOOR] },
  { unitId: 102, doors: [] },
];
const NOW = { arrival: date('2026-11-20'), departure: date('2026-11-26') };
const TODAY = { arrival: date('2026-11-20'), departure: date('2026-11-23') };
const YESTERDAY = { arrival: date('2026-11-20'), departure: date('2026-11-22') };
const WRONG = { arrival: date('2026-11-23'), departure: date('2026-11-22') };
const INSIDE = { startDate: date('2026-11-20'), endDate: date('2026-11-26') };
const planOf = (bookings: readonly Booking[], codes: readonly Code[] = [], complete = true) => {
  const lists = new Map([
    [DOOR.lockId, codes],
    [code().lockId, codes],
  ]);
  const read = input({ settings: settings({ units }), bookings });
  return plan({ ...read, bookings: { ...read.bookings, complete }, lists: new Map([...read.lists, ...lists]) });
};
const othersOf = (...read: Parameters<typeof planOf>) => planOf(...read).others;
const reasons = (...read: Parameters<typeof planOf>) => othersOf(...read).map(({ why }) => why);

describe('guests who are no stay', () => {
  it.each([
    ['in a unit that has no door yet', { unitId: 999 }, [], ['no-door']],
    ['without a unit', { unitId: null }, [], ['no-door']],
    ['in a unit that needs no codes', { unitId: 102 }, [], []],
    ['in a unit whose doors were taken away, with a code left', { unitId: 102, ...NOW }, [code(INSIDE)], ['no-door']],
    ['of a type that is not known', { state: 'unknown' }, [], ['unclear']],
    ['whose dates end before they begin', { arrival: date('2026-11-27'), departure: date('2026-11-24') }, [], ['unclear']],
    ['cancelled, without a code', { state: 'cancelled' }, [], []],
    ['cancelled, with a code that still opens', { state: 'cancelled', ...NOW }, [code(INSIDE)], ['cancelled']],
    ['cancelled, with a code that is off', { state: 'cancelled', ...NOW }, [code({ ...INSIDE, active: false })], []],
    [
      'cancelled, with a code that ended',
      { state: 'cancelled' },
      [code({ startDate: date('2026-11-20'), endDate: date('2026-11-22') })],
      [],
    ],
    ['with everything in order', {}, [code()], []],
    ['leaving today from a unit that needs no codes', { unitId: 102, departure: date('2026-11-23') }, [], []],
    ['leaving today, cancelled', { state: 'cancelled', departure: date('2026-11-23') }, [], []],
    ['who left today, without a unit', { unitId: null, ...TODAY, checkOut: wall('08:00') }, [], []],
    ['who left yesterday', YESTERDAY, [], []],
    ['who left yesterday, with a code that still opens', YESTERDAY, [code(INSIDE)], ['over']],
    ['whose dates were wrong and are over, in a unit that needs no codes', { unitId: 102, ...WRONG }, [], []],
    ['whose dates were wrong and are over, without a unit', { unitId: null, ...WRONG }, [], []],
    ['who are none but a blocked period', { state: 'blocked' }, [], []],
    ['who are none but a blocked period, with a code', { state: 'blocked', ...NOW }, [code(INSIDE)], ['unclear']],
    ['beyond the days that are looked at', { unitId: 999, arrival: date('2027-09-01'), departure: date('2027-09-03') }, [], []],
  ] as const)('%s', (_what, changes, codes, expected) => {
    expect(reasons([booking(changes)], codes)).toEqual(expected);
  });

  it('have the name of their unit as Smoobu says it where it has no door yet', () => {
    expect(othersOf([{ ...booking({ unitId: 999 }), unitName: 'Canal' }])).toMatchObject([{ why: 'no-door', unitName: 'Canal' }]);
  });

  it('are known by the name on the code where Smoobu no longer has the booking, unless its list is incomplete', () => {
    const left = code({ ...INSIDE, name: 'Rosalind A.' });
    expect(othersOf([], [left])).toMatchObject([
      { bookingId: 12, why: 'gone', guestName: 'Rosalind A.', end: '2026-11-26T12:00', codes: [{ ...DOOR, codeId: 900 }] },
    ]);
    expect(othersOf([], [left], false)).toEqual([]);
  });

  it('include those who leave today, before and after the hour', () => {
    const [noon, early] = [booking(TODAY), booking({ ...TODAY, id: 13, checkOut: wall('08:00') })];
    // The code works until noon all the same.
    expect(othersOf([noon, early])).toMatchObject([
      { bookingId: 12, why: 'left', end: '2026-11-23T12:00' },
      { bookingId: 13, why: 'left', end: '2026-11-23T12:00' },
    ]);
    expect(othersOf([noon])).toMatchObject([{ guestName: 'Anna Müller', unitName: 'Flat 1', end: '2026-11-23T12:00' }]);
  });

  it('do not include a guest who leaves later today and needs no code as gone', () => {
    const today = booking({ arrival: date('2026-11-20'), departure: date('2026-11-23') });
    const wish = stayWishSchema.parse({ noCode: true });
    const at = (nowMs: number) => {
      const read = input({
        settings: settings({ units }),
        bookings: [today],
        wishes: { ...NO_WISHES, stays: new Map([[today.id, wish]]) },
        nowMs,
      });
      return plan(read).others.map(({ why }) => why);
    };
    expect([at(NOW_MS), at(NOW_MS + 2 * HOUR_MS), at(NOW_MS + 3 * HOUR_MS)]).toEqual([['no-code'], ['left'], ['left']]);
  });

  it('do not include who left today where nobody needed a code, or who cancelled', () => {
    const later = (changes: Parameters<typeof booking>[0], more = {}) =>
      plan(input({ settings: settings({ units }), bookings: [booking({ ...TODAY, ...changes })], nowMs: NOW_MS + 3 * HOUR_MS, ...more }))
        .others;
    expect([later({ unitId: 102 }), later({ state: 'cancelled' }), later({}).length]).toEqual([[], [], 1]);
  });

  it('include a stay without a minute, which gets no code', () => {
    const noon = settings({ units, times: { checkIn: '12:00', checkOut: '12:00' } });
    const day = booking({ departure: date('2026-11-24') });
    expect(plan(input({ settings: noon, bookings: [day] })).others).toMatchObject([{ why: 'unclear' }]);
  });

  it('have the name that Smoobu has for their unit where the user gave none', () => {
    const names = (name: string) => {
      const given = settings({ units: [{ unitId: 101, name, doors: [DOOR] }] });
      return plan(input({ settings: given, bookings: [booking({ ...TODAY, unitName: 'Attic' })] })).others.map(({ unitName }) => unitName);
    };
    expect([names(''), names('  '), names('Flat 1')]).toEqual([['Attic'], ['Attic'], ['Flat 1']]);
    expect(othersOf([booking({ unitId: null, unitName: 'Attic' })])).toMatchObject([{ unitName: 'Attic' }]);
  });

  it('have the times of the booking, or of the code where that opens longer', () => {
    const late = booking({ unitId: null, checkOut: wall('08:00') });
    expect(othersOf([late])).toMatchObject([{ unitName: '', start: '2026-11-24T15:00', end: '2026-11-27T08:00' }]);
    expect(othersOf([booking(YESTERDAY)], [code(INSIDE)])).toMatchObject([
      {
        start: '2026-11-20T15:00',
        end: '2026-11-26T12:00',
        startMs: Date.parse('2026-11-20T14:00:00Z'),
        endMs: Date.parse('2026-11-26T11:00:00Z'),
      },
    ]);
  });

  it('have the first start and the last end of several codes', () => {
    const [early, late] = [
      code({ startDate: date('2026-11-20'), endDate: date('2026-11-28') }),
      code({ id: 901, startDate: date('2026-11-19'), endDate: date('2026-11-25') }),
    ];
    expect(othersOf([booking({ state: 'cancelled' })], [early, late])).toMatchObject([
      { start: '2026-11-19T15:00', end: '2026-11-28T12:00' },
    ]);
  });

  it('have their day and times where their code is, which may be far from the unit', () => {
    const { lockId } = FORMER_DOOR;
    const read = input({
      settings: settings({ units, locks: [{ lockId, timeZone: 'Pacific/Kiritimati' }] }),
      bookings: [booking(TODAY)],
      codes: [code({ ...INSIDE, ...FORMER_DOOR })],
      nowMs: NOW_MS + 3 * HOUR_MS,
    });
    expect(plan(read).others).toMatchObject([{ why: 'over', endMs: Date.parse('2026-11-25T22:00:00Z') }]);
  });

  it('are in the order of their first days, those without a first day before all', () => {
    const ever = { id: 30, state: 'cancelled' } as const;
    const codes = [30, 31].map((id) => code({ id: 900 + id, description: `Smoobu#${String(id)}`, startDate: null, startTime: null }));
    const unmapped = [
      { id: 20, arrival: date('2026-11-26') },
      { id: 21, arrival: date('2026-11-25') },
      { id: 19, arrival: date('2026-11-26') },
      { id: 22, arrival: date('2026-11-24') },
    ];
    const bookings = [...unmapped.map((one) => booking({ ...one, unitId: null })), booking({ ...ever, id: 31 }), booking(ever)];
    // Of a booking that is gone, and read after all others.
    const gone = code({ id: 905, description: 'Smoobu#5', startDate: date('2026-11-26'), endDate: date('2026-11-28') });
    expect(othersOf(bookings, [...codes, gone]).map(({ bookingId }) => bookingId)).toEqual([30, 31, 22, 21, 5, 19, 20]);
  });

  it('are at most 500, the nearest, with 20 codes each', () => {
    const many = Array.from({ length: 501 }, (_, index) => booking({ id: 1_000 - index, unitId: null }));
    const others = othersOf(many);
    expect([others.length, others[0]?.bookingId, others.at(-1)?.bookingId]).toEqual([500, 500, 999]);
    const codes = Array.from({ length: 21 }, (_, index) => code({ ...INSIDE, id: 900 + index }));
    expect(othersOf([booking({ state: 'cancelled' })], codes)[0]?.codes).toHaveLength(20);
  });

  it('are no people, who have no booking', () => {
    expect(plan(input({ wishes: wishing(person()), codes: [personCode()] })).others).toEqual([]);
  });

  it('say without limits where a code has none', () => {
    const open = code({ startDate: null, startTime: null, endDate: null, endTime: null });
    expect(othersOf([booking({ state: 'cancelled' })], [open])).toMatchObject([{ start: null, end: null, startMs: null, endMs: null }]);
  });

  it('are few and fit their schema, whatever is read, and nobody with a code that may open is missed', () => {
    const days = fc.integer({ min: 10, max: 30 }).map((day) => date(`2026-11-${String(day)}`));
    const made = fc.record({
      state: fc.constantFrom('live', 'cancelled', 'unknown', 'blocked'),
      unitId: fc.constantFrom(101, 102, 999, null),
      arrival: days,
      departure: days,
      guestName: fc.string({ maxLength: 1_000 }),
    });
    const codes = fc.record({ active: fc.boolean(), startDate: days, endDate: days, isRead: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.tuple(made, codes, fc.boolean()), { maxLength: 20 }), (facts) => {
        const bookings = facts.flatMap(([changes, { isRead }], index) => (isRead ? [booking({ ...changes, id: index + 1 })] : []));
        const seen = facts.flatMap(([, { isRead: _read, ...times }, hasCode], index) =>
          hasCode ? [code({ ...times, id: index + 1, description: `Smoobu#${String(index + 1)}` })] : [],
        );
        const { others, stays } = planOf(bookings, seen);
        expect(others.length).toBeLessThanOrEqual(500);
        for (const other of others) expect(otherStaySchema.safeParse(other).success).toBe(true);
        const listed = new Set([...others.map(({ bookingId }) => bookingId), ...stays.map(({ booking: { id } }) => id)]);
        const opens = ({ active, endDate }: Code): boolean => active === true && String(endDate) > '2026-11-23';
        for (const one of seen.filter(opens)) expect([...listed].map(Number)).toContain(one.id);
      }),
    );
  });
});
