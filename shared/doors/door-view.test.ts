import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOOR, SECOND_DOOR, booking, code, date, settings, wall } from '../../tests/reconcile/fixtures.ts';
import type { Booking } from '../domain/booking.ts';
import type { Code } from '../domain/code.ts';
import { mayBeOpen, codeStart } from '../reconcile/windows.ts';
import { personSchema } from '../domain/wishes.ts';
import type { LocalDateTime } from '../time.ts';
import { ownerOf } from './code-owner.ts';
import type { Known } from './code-owner.ts';
import { doorView, opensNow } from './door-view.ts';

const NOW = '2026-11-25T10:00' as LocalDateTime;
const MARTA = personSchema.parse({ id: 'k3m9qa', name: 'Marta', doors: [DOOR], schedule: { kind: 'always' }, createdOn: '2026-01-01' });
function known(bookings: readonly Booking[] = [booking()], units = settings().mapping.units): Known {
  return { bookings: new Map(bookings.map((one) => [one.id, one])), people: [MARTA], units };
}

describe('whose a code is', () => {
  it.each<[string, Code, Known, object]>([
    ['a guest’s', code(), known(), { owner: 'guest', bookingId: 12, name: 'Anna Müller' }],
    ['a guest’s whose booking is not known, by the code’s name', code({ name: 'A. M.' }), known([]), { owner: 'guest', name: 'A. M.' }],
    [
      'a person’s',
      code({ description: 'Latchkey#k3m9qa' }),
      known(),
      { owner: 'person', personId: 'k3m9qa', bookingId: null, name: 'Marta' },
    ],
    ['of a person not known here', code({ description: 'Latchkey#zzzzz1' }), known(), { owner: 'unknown-person', personId: 'zzzzz1' }],
    [
      'outdated on a door that is not the person’s',
      code({ ...SECOND_DOOR, description: 'Latchkey#k3m9qa' }),
      known(),
      { owner: 'outdated' },
    ],
    ['made by hand', code({ description: 'cleaner' }), known(), { owner: 'by-hand', bookingId: null }],
    ['nobody’s where two bookings are named', code({ description: 'Smoobu#12 Smoobu#13' }), known(), { owner: 'by-hand', bookingId: null }],
    [
      'outdated once it is over',
      code({ endDate: date('2026-11-25'), endTime: wall('09:00') }),
      known(),
      { owner: 'outdated', bookingId: 12 },
    ],
    ['outdated once the booking is cancelled', code(), known([booking({ state: 'cancelled' })]), { owner: 'outdated' }],
    ['outdated on a door that the unit no longer has', code(SECOND_DOOR), known(), { owner: 'outdated' }],
    ['a guest’s where the unit is not mapped', code(SECOND_DOOR), known([booking({ unitId: 999 })]), { owner: 'guest' }],
  ])('%s', (_what, one, knows, expected) => {
    expect(ownerOf(one, knows, NOW)).toMatchObject(expected);
  });
});

describe('a door', () => {
  it('says who opens it now, and everybody who is next', () => {
    const view = doorView(
      [
        code({ id: 1 }),
        code({ id: 2, description: 'Smoobu#13', startDate: date('2026-11-29') }),
        code({ id: 3, description: 'Smoobu#14', startDate: date('2026-11-28') }),
        code({ id: 4, description: '', startDate: date('2026-11-28') }),
        code({ id: 5, active: false }),
        code({ id: 6, endDate: date('2026-11-24') }),
        code({ id: 7, startDate: null, startTime: null, endDate: null, endTime: null, description: '' }),
        code({ id: 8, hasSchedule: true }),
      ].map((one) => (one.endDate === date('2026-11-27') && one.startDate! > '2026-11-27' ? { ...one, endDate: date('2026-12-20') } : one)),
      known(),
      NOW,
    );
    expect(view.codes.map((one) => [one.code.id, one.opens])).toEqual([
      [1, 'now'],
      [7, 'now'],
      [8, 'maybe'],
      [3, 'later'],
      [4, 'later'],
      [2, 'later'],
      [6, 'over'],
      [5, 'off'],
    ]);
    expect(view.now.map(({ code: { id } }) => id)).toEqual([1, 7, 8]);
    expect(view.next.map(({ code: { id } }) => id)).toEqual([3, 4]);
  });

  const day = fc.constantFrom('2026-11-20', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-30').map(date);
  const time = fc.constantFrom('00:00', '09:59', '10:00', '10:01', '23:59').map(wall);
  const odd = <T>(value: fc.Arbitrary<T>) => fc.oneof({ weight: 5, arbitrary: value }, fc.constant(null), fc.constant('unknown' as const));
  const anyCode = fc
    .record({
      active: fc.constantFrom(true, false, 'unknown' as const),
      startDate: odd(day),
      startTime: odd(time),
      endDate: odd(day),
      endTime: odd(time),
      hasSchedule: fc.boolean(),
      description: fc.constantFrom('', 'Smoobu#12', 'Smoobu#13 late', 'Smoobu#12 Smoobu#13', 'Latchkey#k3m9qa', 'Latchkey#zzzzz1'),
      keypadId: fc.constantFrom('KpAlpha1', 'KpOther'),
    })
    .map((changes) => changes);
  const codes = fc
    .array(anyCode, { maxLength: 12 })
    .map((all) => all.map((changes, index) => code({ ...changes, id: index + 1, lockId: DOOR.lockId })));

  it('has every code once, opens to nobody more or less than the codes do, and never says that a possible opening is none', () => {
    fc.assert(
      fc.property(codes, (all) => {
        const view = doorView(all, known(), NOW);
        expect(view.codes.map((one) => one.code.id).toSorted((one, other) => one - other)).toEqual(all.map(({ id }) => id));
        expect(new Set(view.now.map((one) => one.code))).toEqual(new Set(all.filter((one) => mayBeOpen(one, NOW))));
        for (const one of view.codes) {
          if (one.opens === 'now') expect(one.code.active).toBe(true);
          if (one.owner === 'by-hand') expect(one.bookingId).toBeNull();
          else
            expect(one.code.description).toContain(one.personId === null ? `Smoobu#${String(one.bookingId)}` : `Latchkey#${one.personId}`);
          if (one.owner === 'unknown-person') expect(one.personId).not.toBe(MARTA.id);
          if (opensNow(one)) expect(view.now).toContain(one);
        }
        const starts = view.codes.filter(({ opens }) => opens === 'later').map((one) => codeStart(one.code)!);
        const earliest = starts.toSorted()[0];
        expect(view.next.map((one) => codeStart(one.code))).toEqual(starts.filter((start) => start === earliest));
        for (const start of starts) expect(start > NOW).toBe(true);
      }),
    );
  });
});
