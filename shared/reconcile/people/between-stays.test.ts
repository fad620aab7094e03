import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assure } from '../../../tests/reconcile/assure.ts';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  input,
  person,
  personCode,
  SECOND_DOOR,
  settings,
  summaries,
  wall,
  wishing,
} from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import type { Booking } from '../../domain/booking.ts';
import type { Code } from '../../domain/code.ts';
import type { PersonPlan } from '../../domain/plan.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import type { Plain } from '../../../tests/support/ids.ts';
import { addMinutes } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import { plan } from '../plan.ts';
import { scopedPlan } from '../scope.ts';
import { gapsOf, withoutStays } from './between-stays.ts';

const cleaner = person({ name: 'Cleaner', schedule: { kind: 'between-stays', unitId: 101 } });
const wishes = wishing(cleaner);
/** Leaves today at noon. It is ten. */
const leaving = booking({ id: 1, arrival: date('2026-11-20'), departure: date('2026-11-23') });
const leavingCode = code({ id: 901, description: 'Smoobu#1', startDate: date('2026-11-20'), endDate: date('2026-11-23'), pin: null });
const next = (changes: Partial<Plain<Booking>> = {}) =>
  booking({ id: 2, arrival: date('2026-11-23'), departure: date('2026-11-27'), ...changes });

function gap(changes: Partial<Plain<Code>> = {}): Code {
  const day = date('2026-11-23');
  return personCode({
    name: 'Cleaner',
    startDate: day,
    startTime: wall('12:00'),
    endDate: date('2026-11-24'),
    endTime: wall('00:00'),
    ...changes,
  });
}
function windowOf(parts: InputParts): PersonPlan['window'] {
  return plan(input({ wishes, ...parts })).people[0]?.window ?? null;
}

describe('between stays', () => {
  it('a code works from the check-out, for twelve hours at most', () => {
    expect(windowOf({ bookings: [leaving] })).toEqual({ start: '2026-11-23T12:00', end: '2026-11-24T00:00' });
    expect(summaries(plan(input({ wishes, bookings: [leaving], codes: [leavingCode, gap()] })))).toEqual([]);
  });

  it('it ends when the next guest may come in, buffers included', () => {
    const buffers = settings({ unit: { bufferBeforeMinutes: 30, bufferAfterMinutes: 45 } });
    expect(windowOf({ bookings: [leaving, next()], settings: buffers })).toEqual({ start: '2026-11-23T12:45', end: '2026-11-23T14:30' });
  });

  it('nothing opens while no check-out is known', () => {
    const result = plan(input({ wishes, bookings: [booking({ state: 'blocked' })] }));
    expect(result.people).toEqual([{ personId: 'k3m9qa', window: null, doors: [] }]);
    expect(result.operations).toEqual([]);
    // Not even a code from before.
    expect(plan(input({ wishes, codes: [gap()], bookings: [next({ unitId: 999 })] })).operations).toMatchObject([
      { kind: 'update', goesFirst: true, record: { endDate: '2026-11-21' } },
    ]);
  });

  it('the code moves on to the next gap when the present one is over', () => {
    const past = gap({ startDate: date('2026-11-20'), endDate: date('2026-11-21') });
    const operations = plan(input({ wishes, bookings: [leaving], codes: [leavingCode, past] })).operations;
    expect(operations).toMatchObject([{ kind: 'update', codeId: 950, record: { startDate: '2026-11-23', startTime: '12:00' } }]);
  });

  it('gives way before a neighbour’s code is written', () => {
    const bookings = [leaving, next({ arrival: date('2026-11-23') })];
    const operations = plan(input({ wishes, bookings, codes: [leavingCode, gap()] })).operations;
    expect(operations).toMatchObject([
      { kind: 'update', personId: 'k3m9qa', goesFirst: true, record: { endDate: '2026-11-23', endTime: '15:00' } },
      { kind: 'create', bookingId: 2 },
    ]);
  });

  it('on a door that is not the cleaner’s any more goes, and is shortened while nothing may be deleted', () => {
    const longer = gap({ ...FORMER_DOOR, endDate: date('2026-11-25') });
    const parts = { wishes, bookings: [leaving, next()], codes: [leavingCode, longer] };
    expect(summaries(plan(input(parts)))).toContain('delete 950 moved');
    expect(plan(input(parts)).operations.find(({ kind }) => kind === 'delete')).toMatchObject({ codeId: 950, after: [] });
    const { operations } = plan(input({ ...parts, settings: { ...settings(), recovery: 'copy' } }));
    expect(operations.filter(({ personId }) => personId !== undefined)).toMatchObject([
      { kind: 'update', codeId: 950, goesFirst: true, record: { endDate: '2026-11-23', endTime: '15:00' } },
    ]);
  });

  it('a double that may open when a guest is in goes without waiting for the other one', () => {
    const codes = [leavingCode, gap({ endDate: date('2026-11-23'), endTime: wall('13:00') }), gap({ id: 951 })];
    expect(plan(input({ wishes, bookings: [leaving, next()], codes })).operations.slice(0, 2)).toMatchObject([
      { kind: 'delete', codeId: 951, evidence: 'duplicate', goesFirst: true, after: [] },
      { kind: 'update', codeId: 950 },
    ]);
  });

  it('also in a run for that neighbour alone', () => {
    const read = input({ wishes, bookings: [leaving, next()], codes: [leavingCode, gap()] });
    const scoped = scopedPlan(plan(read), read, bookingId(2));
    expect(summaries(scoped)).toEqual(['update 950', 'create KpAlpha1']);
  });

  it('does not open while a code may let a guest in, whatever the booking says', () => {
    const late = { ...leavingCode, endTime: wall('14:00') };
    const parts = { bookings: [leaving], codes: [late] };
    expect(windowOf(parts)?.start).toBe('2026-11-23T14:00');
    // Switched off, it lets nobody in.
    expect(windowOf({ ...parts, codes: [{ ...late, active: false }] })?.start).toBe('2026-11-23T12:00');
    // Of a booking that is not known, on a door of the unit.
    const stranger = code({ id: 902, description: 'Smoobu#77', startDate: date('2026-11-23'), endDate: date('2026-11-25') });
    expect(windowOf({ bookings: [leaving], codes: [stranger] })?.end).toBe('2026-11-23T15:00');
    // Of another unit's guest, on a gate that both have.
    const units = [
      { unitId: 101, doors: [DOOR, FORMER_DOOR] },
      { unitId: 102, doors: [SECOND_DOOR, FORMER_DOOR] },
    ];
    const other = booking({ id: 77, unitId: 102, arrival: date('2026-11-23'), departure: date('2026-11-25') });
    const shared = { settings: settings({ units }), bookings: [leaving, other], codes: [{ ...stranger, ...FORMER_DOOR }] };
    expect(windowOf(shared)).toEqual({ start: '2026-11-23T12:00', end: '2026-11-24T00:00' });
  });

  it('never grows while bookings are incomplete, a lock was not read or the clock is wrong, and gives way all the same', () => {
    const bookings = [leaving];
    const short = gap({ endDate: date('2026-11-23'), endTime: wall('13:00') });
    for (const parts of [
      { complete: false },
      { clockIsWrong: true },
      { memory: { isUnknown: true } },
      { accounts: { smoobu: '1', 'the-keys': '1' } },
    ]) {
      const grows = 'accounts' in parts;
      expect(summaries(plan(input({ wishes, bookings, codes: [leavingCode, short], ...parts })))).toEqual(grows ? ['update 950'] : []);
      expect(summaries(plan(input({ wishes, bookings, codes: [leavingCode], ...parts })))).toEqual(grows ? ['create KpAlpha1'] : []);
      const crowded = plan(input({ wishes, bookings: [leaving, next()], codes: [leavingCode, gap()], ...parts })).operations;
      expect(crowded[0]).toMatchObject({ kind: 'update', personId: 'k3m9qa', record: { endTime: '15:00' } });
    }
    const twoDoors = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
    expect(summaries(plan(input({ wishes, bookings, settings: twoDoors, failed: [12], codes: [leavingCode, short] })))).toEqual([]);
  });

  it.each([
    ['an end that was taken away', { endDate: null, endTime: null }],
    ['an end that cannot be read', { endDate: 'unknown', endTime: 'unknown' }],
  ] as const)('while it must not grow, counts %s as some hours from now', (_what, changes) => {
    const parts = { bookings: [], complete: false };
    expect(windowOf({ ...parts, codes: [gap(changes)] })).toEqual({ start: '2026-11-23T12:00', end: '2026-11-23T22:00' });
    expect(windowOf({ ...parts, codes: [gap(changes), gap({ id: 951 })] })?.end).toBe('2026-11-24T00:00');
  });

  it.each([
    ['that was taken away', { startDate: null, startTime: null }],
    ['that cannot be read', { startDate: 'unknown', startTime: 'unknown' }],
  ] as const)('while it must not grow, counts a start %s as now, beside codes that have one', (_what, changes) => {
    const whole = windowOf({ bookings: [], complete: false, codes: [gap(changes)] });
    expect(whole).toEqual({ start: '2026-11-23T10:00', end: '2026-11-24T00:00' });
    const both = windowOf({ bookings: [], complete: false, codes: [gap(changes), gap({ id: 951 })] });
    expect(both).toEqual({ start: '2026-11-23T12:00', end: '2026-11-24T00:00' });
  });

  it('has no window without a code, while it must not grow, nor in a unit that is not mapped', () => {
    expect(windowOf({ bookings: [leaving], complete: false })).toBeNull();
    const elsewhere = wishing(person({ name: 'Cleaner', schedule: { kind: 'between-stays', unitId: 999 } }));
    expect(plan(input({ wishes: elsewhere, bookings: [leaving] })).people).toEqual([{ personId: 'k3m9qa', window: null, doors: [] }]);
  });

  it('is on no other door while it must not grow', () => {
    const both = wishing(person({ name: 'Cleaner', doors: [DOOR, SECOND_DOOR], schedule: { kind: 'between-stays', unitId: 101 } }));
    const parts = { wishes: both, bookings: [leaving], complete: false, codes: [leavingCode, gap()] };
    const { people } = plan(input({ ...parts, settings: settings({ unit: { doors: [DOOR, SECOND_DOOR] } }) }));
    expect(people[0]?.doors).toMatchObject([{ codeId: 950 }, { lockId: 12, state: 'blocked', codeId: null }]);
  });

  it('is not closed by a check-out that an incomplete list lacks', () => {
    expect(plan(input({ wishes, bookings: [], complete: false, codes: [gap()] })).operations).toEqual([]);
  });

  it('leaves no second code that opens at another time', () => {
    const wide = gap({ id: 951, endDate: date('2026-11-30') });
    const operations = plan(input({ wishes, bookings: [leaving], codes: [leavingCode, gap(), wide] })).operations;
    expect(operations).toMatchObject([{ kind: 'delete', codeId: 951, evidence: 'duplicate', goesFirst: true, after: [] }]);
    const unsure = plan(input({ wishes, bookings: [leaving], codes: [leavingCode, gap(), wide], clockIsWrong: true })).operations;
    expect(unsure).toMatchObject([{ kind: 'update', codeId: 951, goesFirst: true, record: { endDate: '2026-11-24' } }]);
  });

  it('is kept when it has ended, for the next gap', () => {
    const old = gap({ startDate: date('2026-11-01'), endDate: date('2026-11-02') });
    expect(plan(input({ wishes, codes: [old], bookings: [next({ unitId: 102 })] })).operations).toEqual([]);
  });

  it('counts its hours by the clock, also in the night in which it changes', () => {
    const stays = (end: string) => ({ busy: [{ start: '2026-01-01T00:00', end }], checkOuts: [end] }) as never;
    expect(gapsOf(stays('2026-10-24T20:00'), 12, 'Europe/Paris')[0]?.end).toBe('2026-10-25T07:00');
    expect(gapsOf(stays('2026-03-28T20:00'), 12, 'Europe/Paris')[0]?.end).toBe('2026-03-29T09:00');
  });
});

const NOON = '2026-11-23T12:00' as LocalDateTime;
const moment = fc.integer({ min: -2_880, max: 5_760 }).map((minutes) => addMinutes(NOON, minutes));
const span = fc.tuple(moment, fc.integer({ min: 1, max: 2_880 })).map(([start, minutes]) => ({ start, end: addMinutes(start, minutes) }));
const inOrder = fc
  .array(span, { maxLength: 6 })
  .map((spans) =>
    spans
      .toSorted((one, other) => (one.start < other.start ? -1 : 1))
      .filter((one, index, all) => all.slice(0, index).every((earlier) => earlier.end < one.start)),
  );
const overlap = (one: { start: string; end: string }, other: { start: string; end: string }) =>
  one.start < other.end && other.start < one.end;

describe('any stays', () => {
  it('no gap overlaps one, and each begins at or after a check-out', () => {
    assure(
      1_000,
      fc.property(inOrder, fc.integer({ min: 1, max: 24 }), (busy, hours) => {
        for (const free of gapsOf({ busy, checkOuts: busy.map(({ end }) => end) }, hours, 'Europe/Paris')) {
          expect(busy.some((stay) => overlap(stay, free))).toBe(false);
          expect(busy.some(({ end }) => end === free.start && free.end <= addMinutes(end, hours * 60))).toBe(true);
        }
      }),
    );
  });

  it('what is left of a window lies in it, overlaps none, and is still to come', () => {
    assure(
      1_000,
      fc.property(inOrder, span, moment, (busy, window, now) => {
        const left = withoutStays(window, { busy, checkOuts: [] }, now);
        if (left === null) return;
        expect(left.start >= window.start && left.end <= window.end && left.start < left.end && left.end > now).toBe(true);
        expect(busy.some((stay) => overlap(stay, left))).toBe(false);
      }),
    );
  });
});
