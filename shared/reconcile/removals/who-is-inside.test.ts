/** Who may be inside, asked directly: the edges of a window, codes that say little, and which doors a guest was let in by. */
import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, input, SECOND_DOOR, settings, wall } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { GATE, INSIDE, UNITS, WINDOW } from '../../../tests/reconcile/two-flats.ts';
import { bookingId, branded } from '../../../tests/support/ids.ts';
import type { CodeRecord } from '../../domain/code.ts';
import { placeKey } from '../../domain/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import { observe } from '../observe.ts';
import { sortBookings } from '../stays.ts';
import { createLocalClock } from '../zones.ts';
import { createInside } from './inside.ts';

const [OPEN, OPEN_GATE] = [code(WINDOW), code({ ...WINDOW, ...GATE, id: 901 })];
const HERE = booking(INSIDE);
const unknown = { startDate: 'unknown', startTime: 'unknown', endDate: 'unknown', endTime: 'unknown' } as const;

interface Stored {
  readonly unitId: number | null;
  readonly places: readonly string[];
}
function inside(parts: InputParts = {}, stored?: Stored, isRead = true) {
  const former = new Map(stored === undefined ? [] : [['12', { ...stored, ...(isRead ? { isRead: true as const } : {}) }]]);
  const remembered = branded<Remembered>({ ...nothingRemembered(), 'doors-inside': former });
  const read = input({ settings: UNITS, codes: [OPEN, OPEN_GATE], bookings: [HERE], memory: { remembered }, ...parts });
  const clock = createLocalClock(read.settings, read.nowMs);
  return createInside(read, observe(read), sortBookings(read, observe(read), clock), clock);
}
const changes = (...given: Parameters<typeof inside>) => inside(...given).remember.map(({ value }) => value as Stored | null);
const doors = (...given: Parameters<typeof inside>) =>
  changes(...given).map((value) => (value === null ? null : { unitId: value.unitId, places: value.places }));
const placesOf = (...places: readonly (typeof DOOR)[]) => places.map(placeKey).sort();
const AT_HOME = { unitId: 101, places: placesOf(DOOR, GATE) };
const ELSEWHERE = { unitId: 102, places: placesOf(SECOND_DOOR, GATE) };

describe('the doors by which a guest was let in', () => {
  it.each<[string, InputParts, typeof AT_HOME | undefined, readonly unknown[]]>([
    ['are those of the stay, once all of them open', {}, ELSEWHERE, [AT_HOME]],
    ['are the same in any order', { codes: [OPEN_GATE, OPEN] }, AT_HOME, []],
    ['stay while one of the stay is missing', { codes: [OPEN] }, ELSEWHERE, []],
    ['stay while another one opens', { codes: [OPEN, OPEN_GATE, code({ ...WINDOW, ...SECOND_DOOR, id: 902 })] }, ELSEWHERE, []],
    ['stay while one of them is another', { codes: [OPEN, code({ ...WINDOW, ...SECOND_DOOR, id: 902 })] }, ELSEWHERE, []],
    ['stay after a cancellation', { bookings: [booking({ ...INSIDE, state: 'cancelled' })] }, ELSEWHERE, []],
    ['stay when the unit is not known', { bookings: [booking({ ...INSIDE, unitId: null })] }, ELSEWHERE, []],
    ['stay when the booking is gone', { bookings: [] }, ELSEWHERE, []],
    ['are only those that open now', { codes: [OPEN, code({ ...GATE, id: 901 })] }, undefined, [{ unitId: 101, places: placesOf(DOOR) }]],
    ['are none before the stay', { codes: [code()] }, undefined, []],
    ['tell no unit where units share them', { bookings: [], codes: [OPEN_GATE] }, undefined, [{ unitId: null, places: placesOf(GATE) }]],
    ['tell the booking’s where units share them', { codes: [OPEN_GATE] }, undefined, [{ unitId: 101, places: placesOf(GATE) }]],
    ['are forgotten when their codes are over', { codes: [code({ ...WINDOW, endDate: date('2026-11-22') })] }, AT_HOME, [null]],
    ['are not forgotten before their codes are over', { codes: [code()] }, AT_HOME, []],
  ])('%s', (_what, parts, stored, expected) => expect(doors(parts, stored)).toEqual(expected));
  it('are the same in any order on one lock', () => {
    const second = { ...DOOR, keypadId: SECOND_DOOR.keypadId };
    const codes = [code({ ...WINDOW, ...second, id: 902 }), OPEN];
    const both = { unitId: 101, places: placesOf(DOOR, second) };
    expect(doors({ settings: settings({ unit: { doors: [DOOR, second] } }), codes })).toEqual([both]);
  });
  it('tell whether the booking was read meanwhile', () => {
    expect(changes({ bookings: [] })).toEqual([{ unitId: 101, places: AT_HOME.places }]);
    expect(changes({ bookings: [] }, AT_HOME, false)).toEqual([]);
    expect(changes({}, AT_HOME, false)).toEqual([{ ...AT_HOME, isRead: true }]);
    expect(changes({ bookings: [] }, AT_HOME)).toEqual([]);
  });
  it('tell no unit where none has them', () => {
    const one = settings({ units: [{ unitId: 102, doors: [SECOND_DOOR] }] });
    const retired = { ...one, mapping: { ...one.mapping, retired: [DOOR] as never } };
    expect(doors({ settings: retired, bookings: [], codes: [OPEN] })).toEqual([{ unitId: null, places: placesOf(DOOR) }]);
  });
});

describe('a reversal', () => {
  it('needs all doors of the stay to be former ones', () => {
    const now = inside({}, AT_HOME);
    expect(now.isReversed(SECOND_DOOR, bookingId(12), [DOOR, GATE])).toBe(true);
    expect(now.isReversed(SECOND_DOOR, bookingId(12), [DOOR, SECOND_DOOR])).toBe(false);
    expect(now.isReversed(GATE, bookingId(12), [DOOR, GATE])).toBe(false);
    expect(now.isReversed(SECOND_DOOR, bookingId(13), [DOOR, GATE])).toBe(false);
  });
});

describe('a new record takes the door', () => {
  const record = (changes: object) => ({ ...OPEN, ...changes }) as unknown as CodeRecord;
  const from = (time: string) => record({ startDate: date('2026-11-23'), startTime: wall(time) });
  const until = (time: string) => record({ endDate: date('2026-11-23'), endTime: wall(time) });
  it.each<[string, CodeRecord, typeof OPEN, boolean]>([
    ['when it opens in a minute', from('10:01'), OPEN, true],
    ['not when it opens now', from('10:00'), OPEN, false],
    ['when it ends now', until('10:00'), OPEN, true],
    ['not when it ends in a minute', until('10:01'), OPEN, false],
    ['not when the code has no start, which is a mistake', from('10:01'), { ...OPEN, startDate: null }, false],
    ['not when the code has no end, which is a mistake', until('10:00'), { ...OPEN, endDate: null }, false],
    ['not when the code does not open now', from('10:01'), code(), false],
  ])('%s', (_what, wanted, present, takes) => expect(inside().waitsWith(wanted, present, HERE)).toBe(takes));
});

describe('what waits', () => {
  const cancelled = booking({ ...INSIDE, state: 'cancelled' });
  const waits = (present: typeof OPEN, own: typeof HERE | null, others: readonly (typeof HERE)[] = []) =>
    inside({ bookings: [...(own === null ? [] : [own]), ...others], codes: [present] }).waits(present, bookingId(12), own);
  const next = (changes: object = {}) => booking({ id: 13, arrival: date('2026-11-23'), checkIn: wall('09:00'), ...changes });
  it('is not a code that lets nobody in, although the stay is under way', () => {
    expect(waits({ ...OPEN, active: false }, cancelled)).toBe(false);
    expect(waits({ ...OPEN, endDate: date('2026-11-22') }, cancelled)).toBe(false);
    expect(waits({ ...OPEN, active: false }, null)).toBe(false);
  });
  it('is a code of which nothing is known', () => {
    expect(waits({ ...OPEN, ...unknown, active: 'unknown' }, null)).toBe(true);
    expect(waits({ ...OPEN, ...unknown }, null, [next()])).toBe(true);
  });
  it('is followed by the start of the booking where the code’s is not known', () => {
    expect(waits({ ...OPEN, ...unknown }, cancelled, [next()])).toBe(false);
    expect(waits({ ...OPEN, ...unknown }, cancelled, [next({ arrival: date('2026-11-21'), departure: date('2026-11-25') })])).toBe(true);
  });
  it('is not followed by its own booking, nor by one of which no unit is known', () => {
    const later = booking({ ...INSIDE, arrival: date('2026-11-23'), checkIn: wall('09:00') });
    expect(waits(OPEN, later)).toBe(true);
    expect(waits(OPEN_GATE, booking({ ...INSIDE, state: 'cancelled', unitId: null }), [next({ unitId: null })])).toBe(true);
  });
  it('is followed when one of several stays began later', () => {
    const together = booking({ id: 14, arrival: date('2026-11-22'), departure: date('2026-11-24') });
    expect(waits(OPEN, cancelled, [next(), together])).toBe(false);
    expect(waits(OPEN, cancelled, [together])).toBe(true);
  });
  it('is a code that opens by the clock of its unit', () => {
    const west = settings({ unit: { timeZone: 'America/New_York' } });
    const own = booking({ state: 'cancelled' });
    const early = code({ startDate: date('2026-11-23'), startTime: wall('05:00') });
    const at = (nowMs: number) => inside({ settings: west, bookings: [own], codes: [early], nowMs }).waits(early, bookingId(12), own);
    expect([at(Date.parse('2026-11-23T09:59:00Z')), at(Date.parse('2026-11-23T10:00:00Z'))]).toEqual([false, true]);
  });
  it('goes by the unit’s times and zone', () => {
    const late = settings({ unit: { checkIn: wall('09:00'), timeZone: 'America/New_York' } });
    const own = booking({ state: 'cancelled', arrival: date('2026-11-23'), departure: date('2026-11-25') });
    const future = code({ startDate: date('2026-11-24') });
    const at = (nowMs: number) => inside({ settings: late, bookings: [own], codes: [future], nowMs }).waits(future, bookingId(12), own);
    expect(at(Date.parse('2026-11-23T13:59:00Z'))).toBe(false);
    expect(at(Date.parse('2026-11-23T14:00:00Z'))).toBe(true);
  });
});
