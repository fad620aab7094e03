/** Whose log is read when, and what is kept of it. */
import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, input, SECOND_DOOR, settings } from '../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../tests/reconcile/fixtures.ts';
import { bookingId, codeId } from '../../tests/support/ids.ts';
import { nothingRemembered, withChanges } from '../domain/memory.ts';
import type { MemoryChange } from '../domain/memory.ts';
import { plan } from '../reconcile/plan.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';
import { logsToRead, openedAfter } from './opened.ts';

/** Half past five in Paris, on the day of the arrival. */
const NOW_MS = Date.parse('2026-11-24T16:30:00Z');
const FOUR_MS = Date.parse('2026-11-24T15:04:00Z');

function read(parts: InputParts = {}, changes: readonly MemoryChange[] = []) {
  const memory = { remembered: withChanges(nothingRemembered(), changes) };
  const known = input({ nowMs: NOW_MS, bookings: [booking()], codes: [code()], ...parts, memory });
  return { known, stays: plan(known).stays };
}
const toRead = (parts: InputParts = {}, changes: readonly MemoryChange[] = []) => {
  const { known, stays } = read(parts, changes);
  return logsToRead(known, stays);
};
const readAt = (atMs: number): MemoryChange => ({ kind: 'log-read', key: '11', value: { atMs } });
const off = () => ({ ...settings(), history: { keepDays: 365, codeUses: false } });

describe('the log of a lock is read', () => {
  it.each<readonly [string, InputParts, readonly MemoryChange[], readonly number[]]>([
    ['once a guest may have arrived there today', {}, [], [11]],
    ['not before the code works', { nowMs: NOW_MS - 3 * HOUR_MS }, [], []],
    ['not on the days after', { nowMs: NOW_MS + DAY_MS }, [], []],
    ['not where the user switched it off', { settings: off() }, [], []],
    ['not of a guest whose code is off', { codes: [code({ active: false })] }, [], []],
    ['once an hour', {}, [readAt(NOW_MS - 30 * MINUTE_MS)], []],
    ['again after an hour', {}, [readAt(NOW_MS - HOUR_MS)], [11]],
    ['whatever a wrong clock noted', {}, [readAt(NOW_MS + 9 * HOUR_MS)], [11]],
  ])('%s', (_when, parts, changes, expected) => expect(toRead(parts, changes)).toEqual(expected));
});

describe('of a log', () => {
  const after = (uses: readonly (readonly [number, number])[], changes: readonly MemoryChange[] = [], parts: InputParts = {}) => {
    const { known, stays } = read(parts, changes);
    const found = new Map([[DOOR.lockId, uses.map(([id, atMs]) => ({ codeId: codeId(id), atMs }))]]);
    return withChanges(known.memory.remembered, openedAfter(known, stays, found)).opened;
  };
  const kept = (firstAtMs: number, lastAtMs: number) => ({ claimId: bookingId(12), lockId: DOOR.lockId, firstAtMs, lastAtMs });
  const known = (firstAtMs: number, lastAtMs: number): MemoryChange => ({ kind: 'opened', key: '12@11', value: kept(firstAtMs, lastAtMs) });

  it('the first and the last use of a guest’s code are kept', () => {
    expect([
      ...after([
        [900, FOUR_MS + 5],
        [900, FOUR_MS],
        [900, FOUR_MS + 2],
      ]),
    ]).toEqual([['12@11', kept(FOUR_MS, FOUR_MS + 5)]]);
    expect(after([[900, FOUR_MS + 9]], [known(FOUR_MS, FOUR_MS + 5)]).get('12@11')).toEqual(kept(FOUR_MS, FOUR_MS + 9));
    // A log that is shorter than it was takes nothing away.
    expect(after([], [known(FOUR_MS, FOUR_MS + 5)]).get('12@11')).toEqual(kept(FOUR_MS, FOUR_MS + 5));
  });

  it('nothing is kept of other codes, of times at which the code is not to work, and of codes without a time', () => {
    expect(
      after([
        [901, FOUR_MS],
        [900, FOUR_MS - 2 * HOUR_MS],
        [900, FOUR_MS + 9 * DAY_MS],
      ]).size,
    ).toBe(0);
    expect(after([[900, FOUR_MS]], [], { codes: [code({ description: '' })] }).size).toBe(0);
    expect(after([[900, FOUR_MS]], [], { codes: [code({ endDate: null, endTime: null })] }).size).toBe(0);
    expect(after([[900, FOUR_MS]], [], { codes: [code({ startDate: 'unknown' })] }).size).toBe(0);
  });

  it('it is gone when the stay is long over, and at once when the user switches it off', () => {
    const over = booking({ arrival: date('2026-10-01'), departure: date('2026-10-04') });
    const long = known(NOW_MS - 50 * DAY_MS, NOW_MS - 33 * DAY_MS);
    expect(after([], [long], { bookings: [over], codes: [] }).size).toBe(0);
    expect(after([], [known(FOUR_MS, NOW_MS - 31 * DAY_MS)], { bookings: [over], codes: [] }).size).toBe(1);
    const staying = booking({ arrival: date('2026-09-01'), departure: date('2026-12-04') });
    const codes = [code({ startDate: date('2026-09-01'), endDate: date('2026-12-04') })];
    expect(after([], [long], { bookings: [staying], codes }).size).toBe(1);
    expect(after([], [known(FOUR_MS, FOUR_MS)], { settings: off() }).size).toBe(0);
  });

  it('each door has its own', () => {
    const parts = { settings: settings({ unit: { doors: [DOOR, SECOND_DOOR] } }), codes: [code(), code({ id: 901, ...SECOND_DOOR })] };
    const { known: input_, stays } = read(parts);
    const uses = new Map([
      [DOOR.lockId, [{ codeId: codeId(900), atMs: FOUR_MS }]],
      [SECOND_DOOR.lockId, [{ codeId: codeId(901), atMs: FOUR_MS + MINUTE_MS }]],
    ]);
    expect(logsToRead(input_, stays)).toEqual([11, 12]);
    expect(openedAfter(input_, stays, uses).filter(({ kind }) => kind === 'opened')).toMatchObject([{ key: '12@11' }, { key: '12@12' }]);
  });
});
