import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  input,
  NOW_MS,
  problemKinds,
  settings,
  summaries,
  wall,
} from '../../../tests/reconcile/fixtures.ts';
import type { BookingLookup } from '../../domain/booking.ts';
import { bookingId, codeId } from '../../../tests/support/ids.ts';
import { operationKey } from '../operation-key.ts';
import { plan } from '../plan.ts';

/** Another booking, so that the list is never empty. */
const OTHER = booking({ id: 99, state: 'cancelled', guestName: '' });
const MISSING: BookingLookup = { kind: 'missing' };
const during = { startDate: date('2026-11-22'), endDate: date('2026-11-25') };
const planned = (parts: Parameters<typeof input>[0]) =>
  plan(input({ codes: [code()], ...parts, bookings: [OTHER, ...(parts?.bookings ?? [])] }));
const missing = (minutes: number | null) => ({
  lookups: new Map([[12, MISSING]]),
  memory: { missingSinceMs: new Map(minutes === null ? [] : [[12, NOW_MS - minutes * 60_000]]) },
});

describe('cancelled', () => {
  it('in the list or by id: the code is deleted', () => {
    const cancelled = booking({ state: 'cancelled' });
    expect(summaries(planned({ bookings: [cancelled] }))).toEqual(['delete 900 cancelled']);
    expect(summaries(planned({ lookups: new Map([[12, { kind: 'found', booking: cancelled }]]) }))).toEqual(['delete 900 cancelled']);
  });
  it('during the stay, by the code’s window or the booking’s: held', () => {
    const now = booking({ state: 'cancelled', arrival: date('2026-11-22'), departure: date('2026-11-25') });
    const held = ['delete 900 cancelled held: someone-may-be-inside'];
    expect(summaries(planned({ bookings: [now], codes: [code(during)] }))).toEqual(held);
    expect(summaries(planned({ bookings: [now], codes: [code()] }))).toEqual(held);
    expect(summaries(planned({ bookings: [booking({ state: 'cancelled' })], codes: [code(during)] }))).toEqual(held);
    expect(
      summaries(planned({ bookings: [now], codes: [code({ ...during, startDate: 'unknown', endDate: 'unknown', active: 'unknown' })] })),
    ).toEqual(held);
  });
  it('a code that is switched off is deleted, since it lets nobody in', () => {
    expect(summaries(planned({ bookings: [booking({ state: 'cancelled' })], codes: [code({ ...during, active: false })] }))).toEqual([
      'delete 900 cancelled',
    ]);
  });
});

describe('gone from Smoobu', () => {
  it.each([
    [null, []],
    [0, []],
    [9.99, []],
    [10, ['delete 900 gone']],
    [1_440, ['delete 900 gone']],
  ])('missing for %s minutes: %j', (minutes, expected) => {
    const alive = booking({ id: 13, arrival: date('2026-12-01'), departure: date('2026-12-02') });
    const result = planned({ ...missing(minutes), bookings: [alive] });
    expect(summaries(result).filter((text) => !text.startsWith('create'))).toEqual(expected);
    expect(problemKinds(result)).toEqual(expected.length === 0 ? ['booking-missing'] : []);
  });
  it('while the code is valid: held', () => {
    expect(summaries(planned({ ...missing(60), codes: [code(during)] }))).toEqual(['delete 900 gone held: someone-may-be-inside']);
  });
});

describe('absent from the list', () => {
  it.each([
    ['not asked for', undefined, 'lookups-deferred'],
    ['not readable', { kind: 'failed' as const }, 'booking-unreadable'],
  ])('%s: kept and reported', (_what, lookup, kind) => {
    const memory = { missingSinceMs: new Map([[12, 0]]) };
    const result = planned({ memory, lookups: new Map(lookup === undefined ? [] : [[12, lookup]]) });
    expect([summaries(result), problemKinds(result)]).toEqual([[], [kind]]);
  });
  it('found by id and live: kept and corrected', () => {
    const lookups = new Map([[12, { kind: 'found' as const, booking: booking({ departure: date('2026-11-30') }) }]]);
    expect(summaries(planned({ lookups }))).toEqual(['update 900']);
  });
});

describe('ended', () => {
  const ended = (day: string) => code({ startDate: date('2026-11-01'), endDate: date(day) });
  it.each([
    ['2026-11-15', ['delete 900 ended']],
    ['2026-11-16', []],
    ['2026-11-20', []],
  ])('on %s: %j', (day, expected) => {
    const result = planned({ codes: [ended(day)] });
    expect([summaries(result), problemKinds(result)]).toEqual([expected, []]);
  });
  it('is the only reason to delete while bookings are incomplete', () => {
    const cancelled = booking({ id: 13, state: 'cancelled' });
    const codes = [ended('2026-11-01'), code({ id: 901, description: 'Smoobu#13' }), code({ id: 902, description: 'Smoobu#14' })];
    const lookups = new Map([[14, MISSING]]);
    const memory = { missingSinceMs: new Map([[14, 0]]) };
    expect(summaries(planned({ complete: false, bookings: [cancelled], codes, lookups, memory }))).toEqual(['delete 900 ended']);
  });
  it('does not apply to a live stay: its outdated code is corrected', () => {
    const long = booking({ arrival: date('2026-10-01'), departure: date('2026-12-24') });
    expect(summaries(planned({ bookings: [long], codes: [ended('2026-11-01')] }))).toEqual(['update 900']);
  });
  it('does not apply to a code without a readable end', () => {
    expect(summaries(planned({ codes: [code({ endDate: null }), code({ id: 901, endDate: 'unknown' })] }))).toEqual([]);
  });
});

describe('foreign codes', () => {
  it.each([
    { description: '' },
    { description: 'Smoobu#12 Smoobu#13' },
    { description: 'smoobu#12' },
    { description: 'xSmoobu#12' },
    { keypadId: 'KpNotMapped' },
  ])('%j: never deleted', (changes) => {
    const codes = [code({ ...changes, name: 'x', endDate: date('2020-01-01'), endTime: wall('10:00') })];
    expect(summaries(planned({ bookings: [booking({ state: 'cancelled' })], codes }))).toEqual([]);
  });
  it('a code with two tags is reported', () => {
    expect(problemKinds(planned({ codes: [code({ description: 'Smoobu#12 Smoobu#13' })] }))).toEqual(['ambiguous-tag']);
  });
});

describe('totals that never match', () => {
  const cancelled = booking({ state: 'cancelled' });
  const incomplete = (listed: readonly ReturnType<typeof booking>[], again: BookingLookup | null, agreed = true, codes = [code()]) => {
    const plain = input({ bookings: [OTHER, ...listed], complete: false, codes, lookups: new Map(again === null ? [] : [[12, again]]) });
    return summaries(plan({ ...plain, bookings: { ...plain.bookings, agreed } }));
  };
  it('a cancellation that is read in the list and again by id is evidence, once two readings agree', () => {
    const again = { kind: 'found' as const, booking: cancelled };
    expect(incomplete([cancelled], again)).toEqual(['delete 900 cancelled']);
    expect(incomplete([cancelled], again, false)).toEqual([]);
    expect(incomplete([cancelled], null)).toEqual([]);
    expect(incomplete([cancelled], { kind: 'found', booking: booking() })).toEqual([]);
    expect(incomplete([cancelled], MISSING)).toEqual([]);
    expect(incomplete([cancelled], { kind: 'failed' })).toEqual([]);
  });
  it('so is a move', () => {
    const codes = [code(), code({ id: 901, ...FORMER_DOOR })];
    expect(incomplete([booking()], { kind: 'found', booking: booking() }, true, codes)).toEqual(['delete 901 moved']);
    expect(incomplete([booking()], null, true, codes)).toEqual([]);
  });
  it('absence never is', () => {
    const plain = input({ ...missing(60), bookings: [OTHER], complete: false, codes: [code()] });
    expect(summaries(plan({ ...plain, bookings: { ...plain.bookings, agreed: true } }))).toEqual([]);
  });
});

describe('a row that cannot be read', () => {
  const read = (lookup: BookingLookup, codes = [code()]) => {
    const plain = input({ ...missing(60), bookings: [OTHER], codes, lookups: new Map([[12, lookup]]) });
    return plan({ ...plain, bookings: { ...plain.bookings, unreadable: [booking().id] } });
  };
  it.each([{ kind: 'failed' as const }, MISSING])('leaves its booking as it is, and the user is told: %j', (lookup) => {
    const ended = code({ startDate: date('2026-10-01'), endDate: date('2026-10-05') });
    for (const codes of [[code()], [], [ended]]) {
      const result = read(lookup, codes);
      expect([summaries(result), problemKinds(result)]).toEqual([[], ['booking-unreadable']]);
    }
  });
  it('is read by id, and then nothing is wrong', () => {
    const result = read({ kind: 'found', booking: booking({ departure: date('2026-11-28') }) });
    expect([summaries(result), problemKinds(result)]).toEqual([['update 900'], []]);
  });
});

describe('what a delete says', () => {
  const cancelled = booking({ state: 'cancelled' });
  const only = (parts: Parameters<typeof input>[0]) => planned(parts).operations[0];
  const key = (evidence: 'cancelled' | 'ended' | 'gone', situation?: string) =>
    operationKey('delete', bookingId(12), DOOR, codeId(900), evidence, situation);
  it('names the unit and the guest', () => {
    const change = { name: { from: 'Anna Müller', to: null } };
    expect(only({ bookings: [cancelled] })).toMatchObject({ unitId: 101, changes: change, after: [] });
    const nameless = only({ bookings: [cancelled], codes: [code({ name: ' ' })] });
    expect(nameless?.changes).toEqual({});
  });
  it('is about one situation: another one is another question', () => {
    expect(only({ bookings: [cancelled] })?.key).toBe(key('cancelled', '2026-11-24_2026-11-27_101'));
    expect(only({ bookings: [booking({ state: 'cancelled', unitId: null })] })?.key).toBe(key('cancelled', '2026-11-24_2026-11-27_none'));
    const alive = booking({ id: 13, arrival: date('2026-12-01'), departure: date('2026-12-02') });
    const gone = (present: ReturnType<typeof code>) =>
      planned({ ...missing(60), bookings: [alive], codes: [present] }).operations.find(({ kind }) => kind === 'delete')?.key;
    expect(gone(code())).toBe(key('gone', '2026-11-24T15:00_2026-11-27T12:00'));
    expect(gone(code({ startDate: 'unknown', endDate: 'unknown' }))).toBe(key('gone', 'unknown_unknown'));
    expect(only({ codes: [code({ startDate: date('2026-10-01'), endDate: date('2026-10-05') })] })?.key).toBe(key('ended'));
  });
  it('goes by the clock of its unit', () => {
    const west = settings({ unit: { timeZone: 'America/New_York' } });
    const codes = [code({ startDate: date('2026-11-15'), endDate: date('2026-11-16'), endTime: wall('09:30') })];
    expect(summaries(planned({ bookings: [cancelled], codes }))).toEqual(['delete 900 ended']);
    expect(summaries(planned({ bookings: [cancelled], codes, settings: west }))).toEqual(['delete 900 cancelled']);
  });
  it('and a booking that is not deleted yet is asked for again', () => {
    expect(planned(missing(0)).problems).toMatchObject([{ kind: 'booking-missing', retryable: true, bookingId: 12, ...DOOR, codeId: 900 }]);
  });
});
