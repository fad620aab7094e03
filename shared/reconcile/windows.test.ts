import { describe, expect, it } from 'vitest';
import { code, date } from '../../tests/reconcile/fixtures.ts';
import type { LocalDateTime } from '../time.ts';
import { codeEnd, codeStart, endedBefore, givenWindow, isOver, mayBeOpen, windowsOverlap } from './windows.ts';

const now = (text: string): LocalDateTime => text as LocalDateTime;

describe('the window of a code', () => {
  it.each([
    ['all of it', {}, ['2026-11-24T15:00', '2026-11-27T12:00']],
    ['no times', { startTime: null, endTime: null }, ['2026-11-24T00:00', '2026-11-27T23:59']],
    ['times that cannot be read', { startTime: 'unknown', endTime: 'unknown' }, ['2026-11-24T00:00', '2026-11-27T23:59']],
    ['no dates', { startDate: null, endDate: null }, ['0000-01-01T00:00', '9999-12-31T23:59']],
    ['dates that cannot be read', { startDate: 'unknown', endDate: 'unknown' }, [null, null]],
  ] as const)('as far as it is known: %s', (_, changes, expected) => {
    expect([codeStart(code(changes)), codeEnd(code(changes))]).toEqual(expected);
  });
  it('several of one stay go from the first start to the last end that is known', () => {
    const later = code({ id: 901, startDate: date('2026-11-23'), endDate: 'unknown' });
    const earlier = code({ id: 902, startDate: 'unknown', endDate: date('2026-11-26') });
    expect(givenWindow([earlier, later])).toEqual({ start: '2026-11-23T15:00', end: '2026-11-26T12:00' });
    expect(givenWindow([code(), later])).toEqual({ start: '2026-11-23T15:00', end: '2026-11-27T12:00' });
    expect(givenWindow([code(), code({ endDate: date('2026-11-25') })])).toMatchObject({ end: '2026-11-27T12:00' });
    expect([givenWindow([]), givenWindow([later]), givenWindow([earlier])]).toEqual([null, null, null]);
  });
  it('overlaps another one that begins before it ends, and not the one after it', () => {
    const window = (start: string, end: string) => ({ start: now(start), end: now(end) });
    const [first, next, across] = [window('1', '3'), window('3', '5'), window('2', '4')];
    expect([windowsOverlap(first, next), windowsOverlap(next, first)]).toEqual([false, false]);
    expect([windowsOverlap(first, across), windowsOverlap(across, first), windowsOverlap(first, first)]).toEqual([true, true, true]);
  });
  it('a code is over from its last minute on, if its end can be read', () => {
    expect(isOver(code(), now('2026-11-27T11:59'))).toBe(false);
    expect(isOver(code(), now('2026-11-27T12:00'))).toBe(true);
    expect(isOver(code({ endTime: null }), now('2026-11-27T23:58'))).toBe(false);
    expect(isOver(code({ endDate: null, endTime: null }), now('2999-01-01T00:00'))).toBe(false);
    expect(isOver(code({ endDate: 'unknown' }), now('2999-01-01T00:00'))).toBe(false);
  });
  it('a code may be valid unless it certainly is not', () => {
    const during = now('2026-11-25T00:00');
    expect(mayBeOpen(code(), during)).toBe(true);
    expect(mayBeOpen(code({ active: 'unknown', startDate: 'unknown', endDate: 'unknown' }), during)).toBe(true);
    expect(mayBeOpen(code({ active: false }), during)).toBe(false);
    expect([mayBeOpen(code(), now('2026-11-27T11:59')), mayBeOpen(code(), now('2026-11-27T12:00'))]).toEqual([true, false]);
    expect([mayBeOpen(code(), now('2026-11-24T14:59')), mayBeOpen(code(), now('2026-11-24T15:00'))]).toEqual([false, true]);
  });
  it('it ended long enough ago only after more than that number of days', () => {
    expect(endedBefore(code(), 7, now('2026-12-04T12:00'))).toBe(false);
    expect(endedBefore(code(), 7, now('2026-12-04T12:01'))).toBe(true);
    expect(endedBefore(code({ endDate: null }), 7, now('2999-01-01T00:00'))).toBe(false);
    expect(endedBefore(code({ endDate: 'unknown' }), 7, now('2999-01-01T00:00'))).toBe(false);
    expect(endedBefore(code(), 0, now('2026-11-27T12:00'))).toBe(false);
  });
});
