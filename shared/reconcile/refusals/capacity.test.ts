import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, input, NOW_MS, summaries } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { bookingId, bookingOf, claimNumber, codeId } from '../../../tests/support/ids.ts';
import type { Booking } from '../../domain/booking.ts';
import type { Code, Pin } from '../../domain/code.ts';
import { placeKey } from '../../domain/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import { addDays, DAY_MS, HOUR_MS } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import { createdKey } from './created-codes.ts';
import { mayMakeRoom, roomFinderFor, roomLeft } from './make-room.ts';
import { plan } from '../plan.ts';

const TODAY = date('2026-11-23');
const pinOf = (id: number): Pin => String(4_000 + id * 7) as Pin;

function stay(id: number, day: number, nights = 1): Booking {
  const arrival = addDays(TODAY, day);
  return booking({ id, arrival, departure: addDays(arrival, nights), guestName: `Guest ${String(id)}` });
}
function codeOf({ id, arrival, departure, guestName }: Booking, changes: Partial<Code> = {}): Code {
  const dates = { startDate: arrival, endDate: departure, name: guestName, pin: pinOf(id), description: `Smoobu#${String(id)}` };
  return { ...code({ id: codeIdOf(id) }), ...dates, ...changes };
}
const codeIdOf = (id: number): number => 900 + id;

interface Memory {
  readonly limit?: number;
  readonly limitAgoMs?: number;
  readonly madeRoom?: readonly { readonly id: number; readonly agoMs: number }[];
}
/** All bookings have drawn their PIN before. */
function world({ limit, limitAgoMs = HOUR_MS, madeRoom = [] }: Memory, parts: InputParts = {}) {
  const limits = limit === undefined ? [] : [[placeKey(DOOR), { ...DOOR, codes: limit, atMs: NOW_MS - limitAgoMs }] as const];
  const made = madeRoom.map(({ id, agoMs }) => {
    const value = { ...DOOR, claimId: bookingId(id), forClaim: bookingId(1), atMs: NOW_MS - agoMs };
    return [createdKey(bookingId(id), DOOR), value] as const;
  });
  const remembered = { ...nothingRemembered(), 'keypad-limit': new Map(limits), 'made-room': new Map(made) };
  const ids = (parts.bookings ?? []).map((entry) => entry.id);
  return input({
    drawPin: (id) => pinOf(claimNumber(id)),
    ...parts,
    memory: { pinDraws: new Map(ids.map((id) => [id, { attempt: 0, length: 4 }])), remembered, ...parts.memory },
  });
}
const creates = (...given: Parameters<typeof world>): readonly number[] =>
  plan(world(...given)).operations.flatMap((operation) => (operation.kind === 'create' ? [bookingOf(operation)] : []));

describe('places below the known limit', () => {
  it('go to the nearest arrivals, and three stay free of those more than 14 days away', () => {
    const bookings = [stay(1, 3), stay(2, 13), stay(3, 14), stay(4, 20), stay(5, 30)];
    expect(creates({}, { bookings })).toEqual([1, 2, 3, 4, 5]);
    expect(creates({ limit: 6 }, { bookings })).toEqual([1, 2, 3]);
    expect(creates({ limit: 3 }, { bookings })).toEqual([1, 2]);
  });
  it('are told when there is none, with the number of codes', () => {
    const bookings = [stay(1, 3), stay(2, 4)];
    const result = plan(world({ limit: 1 }, { bookings, codes: [codeOf(stay(1, 3))] }));
    expect(summaries(result)).toEqual([]);
    expect(result.problems.map(({ kind, bookingId: id, text }) => [kind, id, text.parameters])).toEqual([
      ['keypad-full', 2, { codes: 1, limit: 1 }],
      ['keypad-nearly-full', undefined, { codes: 1, limit: 1 }],
    ]);
  });
  it('are tried for a guest who arrives within a day or is there, and once a day for the next one', () => {
    const full = [stay(1, 3), stay(2, 4)].map((entry) => codeOf(entry));
    const bookings = [stay(1, 3), stay(2, 4)];
    expect(creates({ limit: 2 }, { bookings: [...bookings, stay(3, 0), stay(4, -1, 3), stay(5, 2)], codes: full })).toEqual([4, 3]);
    expect(creates({ limit: 2, limitAgoMs: DAY_MS }, { bookings: [...bookings, stay(5, 2), stay(6, 3)], codes: full })).toEqual([5]);
    expect(creates({ limit: 2, limitAgoMs: -HOUR_MS }, { bookings: [...bookings, stay(5, 2)], codes: full })).toEqual([5]);
  });
  it('are forgotten when the keypad holds more', () => {
    const bookings = [stay(1, 3), stay(2, 4), stay(3, 5)];
    const result = plan(world({ limit: 1 }, { bookings, codes: bookings.slice(0, 2).map((entry) => codeOf(entry)) }));
    expect(summaries(result)).toEqual(['create KpAlpha1']);
    expect(result.remember).toContainEqual({ kind: 'keypad-limit', key: placeKey(DOOR), value: null });
  });
  it('are warned about at nine tenths, and ended codes no longer stay for a week', () => {
    const ended = codeOf(stay(20, -3));
    const codes = [
      ended,
      ...[30, 31, 32, 33, 34, 35, 36, 37].map((id) => codeOf(stay(id, 40), { description: 'Cleaner', name: String(id) })),
    ];
    const kinds = (limit: number) => plan(world({ limit }, { bookings: [stay(1, 60)], codes })).problems.map(({ kind }) => kind);
    expect([kinds(10), kinds(11)]).toEqual([['keypad-nearly-full', 'waits-for-place'], ['waits-for-place']]);
    expect(summaries(plan(world({ limit: 10 }, { bookings: [stay(1, 60)], codes })))).toContain('delete 920 ended');
    expect(summaries(plan(world({ limit: 11 }, { bookings: [stay(1, 60)], codes })))).not.toContain('delete 920 ended');
  });
});

describe('a code that is removed for now', () => {
  const removable = (start: string, parts: Partial<InputParts> & { readonly codes: readonly Code[] }, memory: Memory = {}) =>
    roomFinderFor(world(memory, { bookings: bookingsOf(parts.codes), ...parts }))
      .distant(DOOR, start as LocalDateTime)
      .map(({ remove }) => remove.codeId);
  const all = [1, 2, 4, 13, 15, 30, 60].map((day) => codeOf(stay(day, day)));
  const bookingsOf = (codes: readonly Code[]): readonly Booking[] => codes.map((one) => stay(one.id - 900, one.id - 900));
  const soon = '2026-11-24T09:30';

  it('is the most distant one, more than 14 days away', () => {
    expect(removable('2026-12-01T15:00', { codes: all })).toEqual([960, 930, 915]);
  });
  it('is more than three days away for a guest who arrives within a day', () => {
    expect(removable(soon, { codes: all })).toEqual([960, 930, 915, 913, 904]);
    expect(removable('2026-11-22T15:00', { codes: all })).toEqual([960, 930, 915, 913, 904]);
  });
  it('is none for an arrival that is itself more than 14 days away', () => {
    expect(removable('2026-12-08T15:00', { codes: all })).toEqual([]);
  });
  it.each([
    ['the list of bookings is incomplete', { complete: false }],
    ['the clock jumped', { clockStepped: true }],
    ['the brake holds something', { memory: { waiting: new Map([['delete:1', 'too-many-deletes' as const]]) } }],
    ['its PIN could not be given back', { drawPin: () => '9999' as Pin }],
    ['no draw is remembered', { memory: { pinDraws: new Map() } }],
  ])('is none when %s', (_when, parts) => {
    expect(removable(soon, { codes: [codeOf(stay(30, 30))], ...(parts as Partial<InputParts>) })).toEqual([]);
  });
  it.each([
    ['has a schedule', { hasSchedule: true }],
    ['is off', { active: false }],
    ['opens earlier than its stay', { startDate: TODAY }],
    ['has another PIN', { pin: '8642' as Pin }],
  ])('is none that %s', (_which, changes) => {
    expect(removable(soon, { codes: [codeOf(stay(30, 30), changes)] })).toEqual([]);
  });
  it('is none of a booking that is cancelled, unknown or not read', () => {
    for (const state of ['cancelled', 'unknown'] as const)
      expect(removable(soon, { codes: [codeOf(stay(30, 30))], bookings: [{ ...stay(30, 30), state }, stay(1, 1)] })).toEqual([]);
    expect(removable(soon, { codes: [codeOf(stay(30, 30))], bookings: [stay(1, 1)] })).toEqual([]);
  });
  it('has the whole record to be made again', () => {
    const own = codeOf(stay(30, 30), { description: 'Smoobu#30 late arrival', notificationEnabled: true });
    const [distant] = roomFinderFor(world({}, { bookings: [stay(30, 30)], codes: [own] })).distant(DOOR, soon as LocalDateTime);
    expect(distant?.restore.record).toMatchObject({
      pin: pinOf(30),
      name: 'Guest 30',
      description: 'Smoobu#30 late arrival',
      notificationEnabled: true,
    });
    expect(distant?.remove).toMatchObject({ codeId: codeId(930), evidence: 'makes-room', hold: null });
  });

  it('is one of three a day', () => {
    const madeRoom = [1, 2, 30, -1].map((hours, index) => ({ id: 70 + index, agoMs: hours * HOUR_MS }));
    expect(roomLeft(world({ madeRoom: madeRoom.slice(0, 2) }))).toBe(1);
    expect(roomLeft(world({ madeRoom: madeRoom.slice(2) }))).toBe(2);
    expect(roomLeft(world({ madeRoom }))).toBe(0);
  });
  it('stays told until it is there again, and is forgotten a day later', () => {
    const bookings = [stay(1, 2), stay(30, 30)];
    const told = (codes: readonly Code[], agoMs: number) => plan(world({ limit: 1, madeRoom: [{ id: 30, agoMs }] }, { bookings, codes }));
    const without = told([codeOf(stay(1, 2))], 2 * DAY_MS);
    expect(without.problems.filter(({ kind }) => kind === 'removed-for-room')).toMatchObject([
      { bookingId: 30, text: { parameters: { other: '1', until: '2026-11-26T12:00' } } },
    ]);
    const forgets = (result: ReturnType<typeof told>) => result.remember.filter(({ kind }) => kind === 'made-room');
    expect(forgets(without)).toEqual([]);
    const both = [codeOf(stay(1, 2)), codeOf(stay(30, 30))];
    expect(forgets(told(both, HOUR_MS))).toEqual([]);
    expect(forgets(told(both, 2 * DAY_MS))).toMatchObject([{ value: null }]);
  });
  it('is not decided while the plan itself is held', () => {
    expect(mayMakeRoom(world({}), { heldBecause: 'no-bookings', operations: [] })).toBe(false);
    expect(mayMakeRoom(world({}), { heldBecause: null, operations: [] })).toBe(true);
  });
});

describe('ended codes', () => {
  it('of ours go from a full keypad, unless the clock jumped or the user keeps them', () => {
    const codes = [codeOf(stay(20, -3)), codeOf(stay(21, 0, 2)), codeOf(stay(22, -5), { description: 'Cleaner' })];
    const ended = (parts: InputParts) =>
      roomFinderFor(world({}, { bookings: [stay(21, 0, 2)], codes, ...parts }))
        .ended(DOOR)
        .map(({ codeId: id }) => id);
    expect(ended({})).toEqual([920]);
    expect(ended({ clockStepped: true })).toEqual([]);
    const keep = { choice: 'keep', claimId: bookingId(20), lockId: DOOR.lockId, codeId: codeId(920) } as const;
    const decision = new Map([['delete:20:11/KpAlpha1:920:ended', keep]]);
    expect(ended({ memory: { remembered: { ...nothingRemembered(), decision } } })).toEqual([]);
  });
});
