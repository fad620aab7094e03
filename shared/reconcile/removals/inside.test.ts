import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, input, NOW_MS, SECOND_DOOR, settings, summaries, wall } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { GATE, INSIDE, UNITS, WINDOW } from '../../../tests/reconcile/two-flats.ts';
import { branded } from '../../../tests/support/ids.ts';
import { placeKey } from '../../domain/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { MemoryValue } from '../../domain/memory.ts';
import type { Plan } from '../../domain/plan.ts';
import { MINUTE_MS } from '../../time.ts';
import { plan } from '../plan.ts';

const ATHOME = [code(WINDOW), code({ ...WINDOW, ...GATE, id: 901 })];
/** Arrives this morning at nine, an hour ago, in unit 101. */
const NEXT = booking({ id: 13, arrival: date('2026-11-23'), checkIn: wall('09:00'), departure: date('2026-11-26'), guestName: 'Next' });
const OTHER = booking({ id: 99, state: 'cancelled', guestName: '' });
const planned = (changes: Parameters<typeof booking>[0], parts: InputParts = {}): Plan => {
  const { bookings = [], ...rest } = parts;
  return plan(input({ settings: UNITS, codes: ATHOME, ...rest, bookings: [OTHER, booking({ ...INSIDE, ...changes }), ...bookings] }));
};
const own = (result: Plan): readonly string[] =>
  summaries({ ...result, operations: result.operations.filter(({ bookingId }) => bookingId === 12) });
const remembered = (value: { unitId: number | null; places: readonly string[] }) => ({
  remembered: { ...nothingRemembered(), 'doors-inside': new Map([['12', { ...value, isRead: true } as MemoryValue<'doors-inside'>]]) },
});
const doorsOf = (result: Plan) => result.remember.find(({ kind, key }) => kind === 'doors-inside' && key === '12')?.value;

it('that a booking was read is remembered while its code opens, also once the booking is gone', () => {
  const before = planned({});
  expect(doorsOf(before)).toMatchObject({ unitId: 101, isRead: true });
  const value = doorsOf(before) as MemoryValue<'doors-inside'>;
  const memory = { remembered: { ...nothingRemembered(), 'doors-inside': new Map([['12', value]]) } };
  expect(doorsOf(plan(input({ settings: UNITS, codes: ATHOME, bookings: [OTHER], memory })))).toBeUndefined();
  expect(doorsOf(plan(input({ settings: UNITS, codes: ATHOME, bookings: [OTHER] })))).not.toHaveProperty('isRead');
});

describe('what takes a door from somebody inside waits', () => {
  it.each([
    ['a departure moved to the past', { departure: date('2026-11-23'), checkOut: wall('09:59') }, 'no-longer-booked'],
    ['a departure at this very minute', { departure: date('2026-11-23'), checkOut: wall('10:00') }, 'no-longer-booked'],
    ['a stay moved to next month', { arrival: date('2026-12-22'), departure: date('2026-12-25') }, 'no-longer-booked'],
    ['an arrival moved to tonight', { arrival: date('2026-11-23') }, 'no-longer-booked'],
  ])('%s', (_what, changes, hold) => {
    expect(own(planned(changes))).toEqual([`update 900 held: ${hold}`, `update 901 held: ${hold}`]);
  });
  it('a cancellation', () => {
    const held = 'cancelled held: someone-may-be-inside';
    expect(own(planned({ state: 'cancelled' }))).toEqual([`delete 900 ${held}`, `delete 901 ${held}`]);
  });
  it('the old side of a move to another unit: the new door is made at once, and the shared one stays', () => {
    expect(own(planned({ unitId: 102 }))).toEqual(['create KpBravo2', 'delete 900 moved held: doors-changed']);
  });
  it('the old side of a mapping that was changed', () => {
    const remapped = settings({ unit: { doors: [SECOND_DOOR] } });
    const retired = { ...remapped, mapping: { ...remapped.mapping, retired: [DOOR, GATE] as never } };
    expect(own(planned({}, { settings: retired }))).toEqual([
      'create KpBravo2',
      'delete 900 moved held: doors-changed',
      'delete 901 moved held: doors-changed',
    ]);
  });
});

describe('what takes no door does not wait', () => {
  it.each([
    ['leaves a day early', { departure: date('2026-11-24') }],
    ['leaves in a minute', { departure: date('2026-11-23'), checkOut: wall('10:01') }],
    ['stays longer', { departure: date('2026-11-28') }],
  ])('%s', (_what, changes) => expect(own(planned(changes))).toEqual(['update 900', 'update 901']));
  it('an arrival at this very minute', () => {
    expect(own(planned({ arrival: date('2026-11-23'), checkIn: wall('10:00') }))).toEqual([]);
  });
  it('before the arrival, and after the end of the code', () => {
    const at = (nowMs: number, changes = {}) =>
      own(planned({ departure: date('2026-11-20'), arrival: date('2026-11-19'), ...changes }, { nowMs }));
    const start = Date.parse('2026-11-22T14:00:00Z');
    const end = Date.parse('2026-11-25T11:00:00Z');
    expect(at(start - MINUTE_MS)).toEqual(['update 900', 'update 901']);
    expect(at(start)).toEqual(['update 900 held: no-longer-booked', 'update 901 held: no-longer-booked']);
    expect(at(end - MINUTE_MS)).toEqual(['update 900 held: no-longer-booked', 'update 901 held: no-longer-booked']);
    expect(at(end)).toEqual([]);
    const cancelled = { state: 'cancelled' } as const;
    expect(at(start - MINUTE_MS, cancelled)).toEqual(['delete 900 cancelled', 'delete 901 cancelled']);
    expect(at(start, cancelled)[0]).toBe('delete 900 cancelled held: someone-may-be-inside');
    expect(at(end - MINUTE_MS, cancelled)[0]).toBe('delete 900 cancelled held: someone-may-be-inside');
    expect(at(end, cancelled)[0]).toBe('delete 900 cancelled');
  });
  it('a code without an end, of a stay that is over', () => {
    const codes = [code({ ...WINDOW, endDate: null, endTime: null })];
    expect(own(planned({ departure: date('2026-11-23'), checkOut: wall('09:00') }, { codes }))).toEqual(['update 900']);
  });
  it('a former door while the code there is not open yet', () => {
    expect(own(planned({ unitId: 102 }, { nowMs: Date.parse('2026-11-22T13:59:00Z') }))).toEqual(['move 900 to KpBravo2']);
  });
});

describe('nobody waits longer than', () => {
  const over = { departure: date('2026-11-23'), checkOut: wall('09:30') };
  it('the user’s decision, which is about these dates only', () => {
    const keys = planned(over).operations.map(({ key }) => key);
    expect(own(planned(over, { released: new Set(keys) }))).toEqual(['update 900', 'update 901']);
    expect(own(planned({ ...over, checkOut: wall('09:31') }, { released: new Set(keys) }))[0]).toBe('update 900 held: no-longer-booked');
    const keep = (codeId: number) => branded<MemoryValue<'decision'>>({ choice: 'keep', claimId: 12, lockId: DOOR.lockId, codeId });
    const decision = new Map(keys.map((key, index) => [key, keep(900 + index)]));
    const kept = planned(over, { memory: { remembered: { ...nothingRemembered(), decision } } });
    expect([own(kept), kept.skipped]).toEqual([[], 2]);
  });
  it.each([
    ['a minute before', '10:01', true],
    ['at its start', '10:00', false],
    ['after it', '09:00', false],
  ])('the start of the unit’s next stay: %s', (_when, checkIn, waits) => {
    const bookings = [{ ...NEXT, checkIn: wall(checkIn) }];
    expect(own(planned(over, { bookings }))).toEqual(
      waits ? ['update 900 held: no-longer-booked', 'update 901 held: no-longer-booked'] : ['update 900', 'update 901'],
    );
    expect(own(planned({ state: 'cancelled' }, { bookings })).some((line) => line.includes('held'))).toBe(waits);
    expect(own(planned({ unitId: 102 }, { bookings })).some((line) => line.includes('held'))).toBe(waits);
  });
  it.each([
    ['of another unit, whose guests share the gate', { unitId: 102 }],
    ['that began together with this one', { arrival: date('2026-11-22'), checkIn: null }],
    ['that is over', { departure: date('2026-11-23'), checkOut: wall('10:00') }],
    ['that is cancelled', { state: 'cancelled' as const }],
  ])('not: a stay %s', (_what, changes) => {
    expect(own(planned(over, { bookings: [booking({ ...NEXT, ...changes })] }))).toEqual([
      'update 900 held: no-longer-booked',
      'update 901 held: no-longer-booked',
    ]);
  });
  it('a booking that is gone goes with the unit where its guest was let in', () => {
    const lookups = new Map([[12, { kind: 'missing' as const }]]);
    const memory = { missingSinceMs: new Map([[12, NOW_MS - 3_600_000]]) };
    const gone = (bookings: readonly (typeof NEXT)[], parts: InputParts = {}) =>
      summaries(plan(input({ settings: UNITS, codes: ATHOME, lookups, memory, ...parts, bookings: [OTHER, ...bookings] }))).filter((line) =>
        line.includes('gone'),
      );
    expect(gone([])[0]).toBe('delete 900 gone held: someone-may-be-inside');
    expect(gone([NEXT])).toEqual(['delete 900 gone', 'delete 901 gone']);
    // Only the gate is left, which is not the unit's own: what was remembered decides.
    const gate = { codes: ATHOME.slice(1) };
    expect(gone([NEXT], gate)).toEqual(['delete 901 gone held: someone-may-be-inside']);
    const former = remembered({ unitId: 101, places: [placeKey(DOOR), placeKey(GATE)] });
    expect(gone([NEXT], { ...gate, memory: { ...memory, ...former } })).toEqual(['delete 901 gone']);
  });
});

describe('a change that is reversed', () => {
  const both = [...ATHOME, code({ ...WINDOW, ...SECOND_DOOR, id: 902 })];
  const memory = remembered({ unitId: 101, places: [placeKey(DOOR), placeKey(GATE)] });
  it('remembers the doors from before', () => {
    expect(doorsOf(planned({ unitId: 102 }))).toEqual({ unitId: 101, places: [placeKey(DOOR), placeKey(GATE)], isRead: true });
    expect(doorsOf(planned({}))).toEqual({ unitId: 101, places: [placeKey(DOOR), placeKey(GATE)], isRead: true });
    expect(doorsOf(planned({}, { memory }))).toBeUndefined();
    expect(doorsOf(planned({}, { memory, codes: [code({ ...WINDOW, ...GATE, id: 899 }), code(WINDOW)] }))).toBeUndefined();
    expect(doorsOf(planned({ unitId: 102 }, { memory, codes: both }))).toBeUndefined();
  });
  it('takes back at once the door that the stay got through it', () => {
    expect(own(planned({}, { memory, codes: both }))).toEqual(['delete 902 moved']);
    expect(own(planned({}, { codes: both }))).toEqual(['delete 902 moved held: doors-changed']);
  });
  it('is none when the stay went on to a third door', () => {
    const third = settings({
      units: [
        { unitId: 101, doors: [DOOR] },
        { unitId: 102, doors: [SECOND_DOOR] },
        { unitId: 103, doors: [GATE] },
      ],
    });
    const codes = [code(WINDOW), code({ ...WINDOW, ...SECOND_DOOR, id: 902 })];
    const former = remembered({ unitId: 101, places: [placeKey(DOOR)] });
    expect(own(planned({ unitId: 103 }, { settings: third, codes, memory: former }))).toEqual([
      'create KpGate44',
      'delete 900 moved held: doors-changed',
      'delete 902 moved held: doors-changed',
    ]);
  });
  it('is forgotten when no code of the stay opens any more, unless a lock could not be read', () => {
    const parts = { memory, codes: [], nowMs: NOW_MS };
    const without = (extra: InputParts) =>
      plan(input({ settings: UNITS, bookings: [OTHER], ...parts, ...extra })).remember.filter(({ kind }) => kind === 'doors-inside');
    expect(without({})).toEqual([{ kind: 'doors-inside', key: '12', value: null }]);
    expect(without({ failed: [12] })).toEqual([]);
  });
});

describe('a stay that is over', () => {
  it('leaves a code alone that has passed, whatever else differs', () => {
    const past = { departure: date('2026-11-23'), checkOut: wall('08:00') };
    const ended = (endTime: string) => [code({ ...WINDOW, name: 'x', endDate: date('2026-11-23'), endTime: wall(endTime) })];
    expect(own(planned(past, { codes: ended('10:00') }))).toEqual([]);
    expect(own(planned(past, { codes: ended('10:01') }))).toEqual(['update 900 held: no-longer-booked']);
    // A stay that goes on gets its code back.
    expect(own(planned({ unitId: 101 }, { codes: ended('10:00') }))).toEqual(['update 900', 'create KpGate44']);
  });
});
