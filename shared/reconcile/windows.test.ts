import { describe, expect, it } from 'vitest';
import { booking, code, date, settings, wall } from '../../tests/reconcile/fixtures.ts';
import type { LocalDateTime } from '../time.ts';
import { codeEnd, codeStart, endedBefore, isOver, mayBeOpen, windowOf, windowsOverlap } from './windows.ts';

const now = (text: string): LocalDateTime => text as LocalDateTime;
function windowWith(unit: Record<string, unknown>, changes: Parameters<typeof booking>[0] = {}) {
  const made = settings({ unit });
  return windowOf(booking(changes), made.mapping.units[0] ?? null, made);
}

describe('the window of a stay', () => {
  it('uses the booking’s times, otherwise the unit’s, otherwise the default', () => {
    expect(windowWith({})).toEqual({ start: '2026-11-24T15:00', end: '2026-11-27T12:00' });
    expect(windowWith({ checkIn: '16:00', checkOut: '10:00' })).toEqual({ start: '2026-11-24T16:00', end: '2026-11-27T10:00' });
    expect(windowWith({ checkIn: '16:00' }, { checkIn: wall('18:30'), checkOut: wall('11:00') })).toEqual({
      start: '2026-11-24T18:30',
      end: '2026-11-27T11:00',
    });
  });
  it('adds the unit’s buffers, also over midnight', () => {
    expect(windowWith({ bufferBeforeMinutes: 30, bufferAfterMinutes: 45 })).toEqual({ start: '2026-11-24T14:30', end: '2026-11-27T12:45' });
    expect(windowWith({ bufferBeforeMinutes: 1_440, bufferAfterMinutes: 1_440 })).toEqual({
      start: '2026-11-23T15:00',
      end: '2026-11-28T12:00',
    });
  });
  it('is wall time, also when the clocks change', () => {
    const stay = { arrival: date('2026-03-28'), departure: date('2026-03-29') };
    expect(windowWith({ bufferAfterMinutes: 60 }, stay)).toEqual({ start: '2026-03-28T15:00', end: '2026-03-29T13:00' });
  });
});

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
