import { describe, expect, it } from 'vitest';
import { DOOR, FORMER_DOOR, SECOND_DOOR, settings, wall } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { codeOf, pinOf, stay, TODAY, waiting, world } from '../../../tests/reconcile/full-keypad.ts';
import type { Memory } from '../../../tests/reconcile/full-keypad.ts';
import { bookingId, codeId } from '../../../tests/support/ids.ts';
import type { Booking } from '../../domain/booking.ts';
import type { Code, Pin } from '../../domain/code.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { HoldReason } from '../../domain/plan.ts';
import { addDays, DAY_MS, HOUR_MS } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import { plan } from '../plan.ts';
import { deletion } from '../removals/deletion.ts';
import { isNear, isUrgent, mayMakeRoom, roomFinderFor, roomLeft } from './make-room.ts';

describe('an arrival', () => {
  it('is urgent within a day, and near within 14', () => {
    const now = '2026-11-23T10:00' as LocalDateTime;
    const is = (when: string) => [isUrgent(when as LocalDateTime, now), isNear(when as LocalDateTime, now)];
    expect([is('2026-11-24T10:00'), is('2026-11-24T10:01')]).toEqual([
      [true, true],
      [false, true],
    ]);
    expect([is('2026-12-07T10:00'), is('2026-12-07T10:01')]).toEqual([
      [false, true],
      [false, false],
    ]);
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
  it.each<readonly [string, object]>([
    ['the list of bookings is incomplete', { complete: false }],
    ['the clock jumped', { clockStepped: true }],
    ...(['too-many-deletes', 'clock-stepped', 'no-bookings'] as const).map((hold) => [`a delete waits: ${hold}`, waiting(hold)] as const),
    ['its PIN could not be given back', { drawPin: () => '9999' as Pin }],
    ['no draw is remembered', { memory: { pinDraws: new Map() } }],
  ])('is none when %s', (_when, parts) => {
    expect(removable(soon, { codes: [codeOf(stay(30, 30))], ...parts })).toEqual([]);
  });
  it('is one although a code waits for somebody inside', () =>
    expect(removable(soon, { codes: [codeOf(stay(30, 30))], ...waiting('someone-may-be-inside') })).toEqual([930]));
  it.each([
    ['has a schedule', { hasSchedule: true }],
    ['is off', { active: false }],
    ['opens earlier than its stay', { startDate: TODAY }],
    ['opens on a later day', { startDate: addDays(TODAY, 31) }],
    ['opens later that day', { startTime: wall('16:00') }],
    ['ends on another day', { endDate: addDays(TODAY, 32) }],
    ['ends earlier that day', { endTime: wall('11:00') }],
    ['has another PIN', { pin: '8642' as Pin }],
    ['is on a former door of its stay', FORMER_DOOR],
  ])('is none that %s', (_which, changes) => {
    const place = 'lockId' in changes ? FORMER_DOOR : DOOR;
    const read = world({}, { bookings: [stay(30, 30)], codes: [codeOf(stay(30, 30), changes)] });
    expect(roomFinderFor(read).distant(place, soon as LocalDateTime)).toEqual([]);
  });
  it('may be one whose times of day the list leaves out', () =>
    expect(removable(soon, { codes: [codeOf(stay(30, 30), { startTime: 'unknown', endTime: 'unknown' })] })).toEqual([930]));
  it('is none of a stay with two codes there, but a second door of the stay keeps its code', () => {
    const double = (changes: Partial<Code>) => [codeOf(stay(30, 30)), codeOf(stay(30, 30), { id: codeId(777), ...changes })];
    const removes = (codes: readonly Code[]) =>
      removable(soon, { codes, bookings: [stay(30, 30)], settings: settings({ unit: { doors: [DOOR, SECOND_DOOR] } }) });
    expect(removes(double({}))).toEqual([]);
    expect(removes(double(SECOND_DOOR))).toEqual([930]);
  });
  it('is more than 14 days away to the minute', () => {
    const removes = (checkIn: string) => {
      const times = { settings: settings({ unit: { checkIn: wall(checkIn) } }) };
      return removable('2026-12-07T10:00', { codes: [codeOf(stay(14, 14), { startTime: wall(checkIn) })], ...times });
    };
    expect([removes('10:00'), removes('10:01')]).toEqual([[], [914]]);
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
    expect(distant?.restore).toMatchObject({ kind: 'create', pinDraw: { attempt: 0, length: 4 } });
    expect(distant?.remove).toEqual({
      kind: 'delete',
      key: 'delete:30:11/KpAlpha1:930:makes-room:2026-12-23_2026-12-24_101',
      bookingId: 30,
      unitId: 101,
      ...DOOR,
      codeId: 930,
      urgency: '2026-12-23T15:00',
      evidence: 'makes-room',
      hold: null,
      after: [],
      changes: { name: { from: 'Guest 30', to: null } },
    });
  });

  it('is none of a stay that has no code there', () =>
    expect(removable(soon, { codes: [codeOf(stay(30, 30))], bookings: [stay(30, 30), stay(40, 40)] })).toEqual([930]));
  it('is one of three a day', () => {
    const madeRoom = [1, 2, 30, -1].map((hours, index) => ({ id: 70 + index, agoMs: hours * HOUR_MS }));
    expect(roomLeft(world({ madeRoom: madeRoom.slice(0, 2) }))).toBe(1);
    expect(roomLeft(world({ madeRoom: madeRoom.slice(2) }))).toBe(2);
    expect(roomLeft(world({ madeRoom }))).toBe(0);
    expect([DAY_MS - 1, DAY_MS].map((agoMs) => roomLeft(world({ madeRoom: [{ id: 70, agoMs }] })))).toEqual([2, 3]);
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
    expect([DAY_MS - 1, DAY_MS].map((agoMs) => forgets(told(both, agoMs)).length)).toEqual([0, 1]);
    const elsewhere = codeOf(stay(30, 30), { id: codeId(777), ...FORMER_DOOR });
    expect(forgets(told([...both, elsewhere], DAY_MS))).toHaveLength(1);
    expect(forgets(told([codeOf(stay(1, 2)), elsewhere], DAY_MS))).toEqual([]);
  });
  it('is forgotten a day later when its stay needs none any more, but not while the bookings are incomplete', () => {
    const forgets = (parts: InputParts) =>
      plan(world({ madeRoom: [{ id: 30, agoMs: DAY_MS }] }, parts)).remember.filter(({ kind }) => kind === 'made-room').length;
    const others = [stay(1, 2), { ...stay(30, 30), state: 'cancelled' as const }];
    expect([forgets({ bookings: others }), forgets({ bookings: others, complete: false })]).toEqual([1, 0]);
    expect(forgets({ bookings: others, clockStepped: true })).toBe(0);
    expect(forgets({ bookings: [stay(1, 2), stay(30, -3)], codes: [codeOf(stay(30, -3), FORMER_DOOR)] })).toBe(1);
  });
  it('is not decided while the plan itself is held', () => {
    const may = (planned: Parameters<typeof mayMakeRoom>[1]) => mayMakeRoom(world({}), planned);
    expect(may({ heldBecause: 'no-bookings', operations: [] })).toBe(false);
    expect(may({ heldBecause: null, operations: [] })).toBe(true);
    const deleting = (hold: HoldReason | null) => deletion(bookingId(2), null, codeOf(stay(2, 2)), 'cancelled', hold);
    expect(may({ heldBecause: null, operations: [deleting(null), deleting('someone-may-be-inside')] })).toBe(true);
    expect(may({ heldBecause: null, operations: [deleting(null), deleting('too-many-deletes')] })).toBe(false);
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
    expect(ended({ clockIsWrong: true })).toEqual([]);
    const also = (booked: readonly Booking[], ...others: readonly Code[]) => ended({ bookings: booked, codes: [...codes, ...others] });
    const past = { startDate: addDays(TODAY, -3), endDate: addDays(TODAY, -2) };
    expect(also([], codeOf(stay(23, -3), FORMER_DOOR))).toEqual([920]);
    expect(also([stay(20, -3)], codeOf(stay(24, 5)))).toEqual([920]);
    expect(also([stay(24, 5), { ...stay(25, -1), state: 'unknown' }], codeOf(stay(24, 5), past), codeOf(stay(25, -3)))).toEqual([920]);
    expect(also([], { ...codeOf(stay(26, -3)), description: 'Latchkey#k3m9qa' })).toEqual([920]);
    const keep = { choice: 'keep', claimId: bookingId(20), lockId: DOOR.lockId, codeId: codeId(920) } as const;
    const decision = new Map([['delete:20:11/KpAlpha1:920:ended', keep]]);
    expect(ended({ memory: { remembered: { ...nothingRemembered(), decision } } })).toEqual([]);
  });
});
