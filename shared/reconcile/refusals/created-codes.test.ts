import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, FORMER_DOOR, input, NOW_MS, summaries } from '../../../tests/reconcile/fixtures.ts';
import { bookingId, codeId, place } from '../../../tests/support/ids.ts';
import { placeKey } from '../../domain/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import { MINUTE_MS } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import { bookingsToLookUp } from '../bookings.ts';
import { createdChanges, createdKey, hiddenCodes, mayCreate, withCreate, withListed, withoutCode } from './created-codes.ts';
import type { CreatedCodes } from './created-codes.ts';
import { createLocalClock } from '../zones.ts';
import { plan } from '../plan.ts';

const WINDOW = { start: '2026-11-24T15:00' as LocalDateTime, end: '2026-11-27T12:00' as LocalDateTime };

/** One code for each time given, in minutes ago, with the ids 700, 701 and so on. */
function made(minutesAgo: readonly number[], changes: Partial<CreatedCodes> & { readonly ids?: boolean } = {}): CreatedCodes {
  const { ids = true, ...rest } = changes;
  return {
    claimId: bookingId(12),
    ...DOOR,
    window: WINDOW,
    creates: minutesAgo.map((minutes, index) => ({
      codeId: ids ? codeId(700 + index) : null,
      atMs: NOW_MS - minutes * MINUTE_MS,
      listed: false,
    })),
    ...rest,
  };
}
function remembering(...all: readonly CreatedCodes[]) {
  const created = new Map(all.map((known) => [createdKey(known.claimId, known), known]));
  return { remembered: { ...nothingRemembered(), 'created-codes': created } };
}

describe('a code that was accepted and is not listed', () => {
  it('is not made again within five minutes, and unverified meanwhile', () => {
    const result = plan(input({ bookings: [booking()], memory: remembering(made([4])) }));
    expect(summaries(result)).toEqual([]);
    expect(result.problems).toMatchObject([{ kind: 'unverified', bookingId: 12, ...DOOR, codeId: 700 }]);
    expect(result.stays[0]?.doors).toMatchObject([{ state: 'blocked', codeId: 700 }]);
  });
  it('is not made again from the moment it was accepted', () =>
    expect(summaries(plan(input({ bookings: [booking()], memory: remembering(made([0])) })))).toEqual([]));
  it('is named by the last id that is known', () => {
    const [first, second] = [made([90, 60]), made([30], { ids: false })];
    const known = { ...first, creates: [...first.creates, ...second.creates] };
    const result = plan(input({ bookings: [booking()], memory: remembering(known) }));
    expect(result.problems).toMatchObject([{ kind: 'never-listed', codeId: 701 }]);
  });
  it.each([
    ['after five minutes', made([5])],
    ['when its answer had no id', made([1], { ids: false })],
    ['when the clock was ahead', made([-30])],
    ['on another door', made([1], { ...place(12, 'KpBravo2') })],
    ['after two that are not listed', made([60, 30])],
  ])('is made again %s', (_when, known) => {
    expect(summaries(plan(input({ bookings: [booking()], memory: remembering(known) })))).toEqual(['create KpAlpha1']);
  });
  it.each([made([90, 60, 30]), made([90, 60, 30], { ids: false })])('is not made a fourth time', (known) => {
    const result = plan(input({ bookings: [booking()], memory: remembering(known) }));
    expect(summaries(result)).toEqual([]);
    expect(result.problems).toMatchObject([{ kind: 'never-listed', retryable: false, text: { parameters: { tag: 'Smoobu#12' } } }]);
    expect(mayCreate(known, NOW_MS)).toBe('stop');
  });
  it('is made again when a code that was listed has gone', () => {
    const listed = made([90, 60, 30]);
    const memory = remembering({ ...listed, creates: listed.creates.map((create, index) => ({ ...create, listed: index === 2 })) });
    expect(summaries(plan(input({ bookings: [booking()], memory })))).toEqual(['create KpAlpha1']);
  });
  it('is listed by a row of which nothing but its number can be read', () => {
    const unread = new Map([[DOOR.lockId, [{ codeId: codeId(700), keypadId: null, description: null }]]]);
    const codes = (parts: object) =>
      [...hiddenCodes(input({ memory: remembering(made([4])), ...parts }), new Set([placeKey(DOOR)]), () => true).values()].flat();
    expect([codes({}).length, codes({ unread }).length]).toEqual([1, 0]);
  });
  it('counts as listed when the list shows it later', () => {
    const result = plan(input({ bookings: [booking()], codes: [code({ id: 701 })], memory: remembering(made([60, 30])) }));
    expect(result.remember.filter(({ kind }) => kind === 'created-codes')).toMatchObject([
      { kind: 'created-codes', value: { creates: [{ listed: false }, { listed: true }] } },
    ]);
  });
});

describe('the id of a code that no list shows', () => {
  it('deletes it when the booking is cancelled', () => {
    const cancelled = booking({ state: 'cancelled' });
    const result = plan(input({ bookings: [cancelled], memory: remembering(made([60])) }));
    expect([summaries(result), result.operations[0]?.changes]).toEqual([['delete 700 cancelled'], {}]);
  });
  it('deletes nothing where the id is not known, or the code was listed and has gone', () => {
    const left = (known: CreatedCodes) =>
      summaries(plan(input({ bookings: [booking({ state: 'cancelled' })], memory: remembering(known) })));
    expect(left(made([60], { ids: false }))).toEqual([]);
    expect(left(withListed(made([60]), new Set([codeId(700)])))).toEqual([]);
  });
  it('leaves it alone while the list of bookings is incomplete, or its lock cannot be read', () => {
    const parts = { bookings: [booking({ state: 'cancelled' as const })], memory: remembering(made([60])) };
    expect(summaries(plan(input({ ...parts, complete: false })))).toEqual([]);
    expect(summaries(plan(input({ ...parts, failed: [DOOR.lockId] })))).toEqual([]);
    // Its row may be the one that cannot be read.
    const unread = new Map([[DOOR.lockId, [{ codeId: codeId(700), keypadId: DOOR.keypadId, description: null }]]]);
    expect(summaries(plan({ ...input(parts), unread }))).toEqual([]);
  });
  it('waits for approval while somebody may be inside', () => {
    const inside = { start: '2026-11-22T15:00', end: '2026-11-27T12:00' } as typeof WINDOW;
    const cancelled = booking({ state: 'cancelled', arrival: date('2026-11-22') });
    const result = plan(input({ bookings: [cancelled], memory: remembering(made([60], { window: inside })) }));
    expect(summaries(result)).toEqual(['delete 700 cancelled held: someone-may-be-inside']);
  });
  it('deletes it when the booking is gone for certain, and asks for it until then', () => {
    const other = booking({ id: 13, arrival: date('2027-06-01'), departure: date('2027-06-03') });
    const parts = { bookings: [other], memory: { ...remembering(made([60])) } };
    expect(bookingsToLookUp(input(parts)).ids).toEqual([12]);
    const lookups = new Map([[12, { kind: 'missing' as const }]]);
    expect(summaries(plan(input({ ...parts, lookups })))).toEqual([]);
    const memory = { ...parts.memory, missingSinceMs: new Map([[12, NOW_MS - 11 * MINUTE_MS]]) };
    expect(summaries(plan(input({ ...parts, memory, lookups })))).toEqual(['delete 700 gone']);
  });
  it('deletes it as the old side of a move, once every door has its code', () => {
    const memory = remembering(made([60], FORMER_DOOR));
    expect(summaries(plan(input({ bookings: [booking()], codes: [code()], memory })))).toEqual(['delete 700 moved']);
    const moved = plan(input({ bookings: [booking()], memory }));
    expect([summaries(moved), moved.operations[0]]).toMatchObject([
      ['move 700 to KpAlpha1'],
      { record: { description: 'Smoobu#12', notificationEnabled: false } },
    ]);
    expect(summaries(plan(input({ bookings: [booking()], memory, failed: [DOOR.lockId] })))).toEqual([]);
  });
  it('is never used once a list shows the code as somebody else’s', () => {
    const foreign = code({ id: 700, description: 'Cleaner' });
    const result = plan(input({ bookings: [booking({ state: 'cancelled' })], codes: [foreign], memory: remembering(made([60])) }));
    expect(summaries(result)).toEqual([]);
  });
  it('is forgotten a day after the stay, unless the clock jumped', () => {
    const over = made([60], { window: { start: '2026-11-18T15:00', end: '2026-11-22T09:00' } as typeof WINDOW });
    const forgets = (clockStepped: boolean) =>
      plan(input({ memory: remembering(over), clockStepped })).remember.filter(({ kind }) => kind === 'created-codes');
    expect(forgets(false)).toMatchObject([{ kind: 'created-codes', value: null }]);
    expect(forgets(true)).toEqual([]);
  });
});

describe('what is remembered of creates', () => {
  it('replaces codes that were listed, and counts each answer once', () => {
    const create = (known: CreatedCodes | undefined, id: number | null) =>
      withCreate(known, { claimId: bookingId(12), ...DOOR, window: WINDOW, codeId: id === null ? null : codeId(id) }, NOW_MS);
    const listed = { ...create(undefined, 700), creates: [{ codeId: codeId(700), atMs: 1, listed: true }] };
    expect(create(listed, 701).creates.map(({ codeId: id }) => id)).toEqual([701]);
    expect(create(create(undefined, 700), 700).creates).toHaveLength(1);
    expect(create(create(undefined, 700), null).creates.map(({ codeId: id }) => id)).toEqual([700, null]);
  });
});

describe('what is known of creates', () => {
  it('forgets a code that is deleted, and everything once no code is left', () => {
    const known = made([9, 8]);
    expect(withoutCode(known, codeId(700))).toEqual({ ...known, creates: known.creates.slice(1) });
    expect(withoutCode(known, codeId(999))).toEqual(known);
    expect(withoutCode(made([9]), codeId(700))).toBeNull();
    const unnamed = made([9, 8], { ids: false });
    expect(withoutCode({ ...unnamed, creates: [...made([9]).creates, ...unnamed.creates] }, codeId(700))).toBeNull();
    const mixed = { ...known, creates: [...made([9]).creates, ...unnamed.creates] };
    expect(withoutCode(mixed, codeId(999))).toEqual(mixed);
  });
  it('adds a create to those that no list showed, and keeps the last six', () => {
    const made700 = { claimId: bookingId(12), ...DOOR, codeId: codeId(700), window: WINDOW };
    const fresh = { codeId: codeId(700), atMs: NOW_MS, listed: false };
    expect(withCreate(undefined, made700, NOW_MS)).toEqual({ ...made([]), creates: [fresh] });
    const [first, second] = made([9, 8]).creates;
    expect(withCreate(made([9, 8]), made700, NOW_MS).creates).toEqual([second, fresh]);
    const unnamed = { codeId: null, atMs: NOW_MS, listed: false };
    expect(withCreate(made([9, 8]), { ...made700, codeId: null }, NOW_MS).creates).toEqual([first, second, unnamed]);
    const before = made([9], { ids: false });
    expect(withCreate(before, { ...made700, codeId: null }, NOW_MS).creates).toEqual([...before.creates, unnamed]);
    expect(withCreate(made([7, 6, 5, 4, 3, 2, 1], { ids: false }), made700, NOW_MS).creates).toHaveLength(6);
  });
  it('marks what a list shows; a create without an id may be any of it', () => {
    const listed = (known: CreatedCodes) => withListed(known, new Set([codeId(701)])).creates.map((create) => create.listed);
    expect(listed(made([9, 8]))).toEqual([false, true]);
    expect(listed(made([9, 8], { ids: false }))).toEqual([true, true]);
  });
});

describe('what a plan changes about creates', () => {
  const changes = (known: CreatedCodes, codes: readonly ReturnType<typeof code>[], parts: Parameters<typeof input>[0] = {}) => {
    const read = input({ ...parts, memory: remembering(known) });
    return createdChanges(read, new Map([[bookingId(12), codes]]), createLocalClock(read.settings, read.nowMs)).map(({ value }) => value);
  };
  const shown = code({ id: 700 });
  it('is that a list shows them, on their keypad', () => {
    const known = made([9, 8]);
    const [first, second] = known.creates;
    expect(changes(known, [shown])).toEqual([{ ...known, creates: [{ ...first, listed: true }, second] }]);
    expect(changes(known, [{ ...shown, ...FORMER_DOOR }])).toEqual([]);
    expect(changes(known, [code({ id: 999 })])).toEqual([]);
    expect(changes(known, [])).toEqual([]);
    expect(changes(made([9], { ids: false }), [])).toEqual([]);
    expect(changes(withListed(known, new Set([codeId(700)])), [shown])).toEqual([]);
    expect(changes(withListed(known, new Set([codeId(700), codeId(701)])), [shown])).toEqual([]);
  });
  it('is that they are forgotten a day after the stay, but not after a clock jump', () => {
    const until = (end: string) => made([9], { window: { ...WINDOW, end: end as LocalDateTime } });
    expect(changes(until('2026-11-22T09:59'), [])).toEqual([null]);
    expect(changes(until('2026-11-22T10:00'), [])).toEqual([]);
    expect(changes(until('2026-11-22T09:59'), [], { clockStepped: true })).toEqual([]);
  });
});
