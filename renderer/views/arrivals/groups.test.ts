import { expect, it } from 'vitest';
import type { LocalDate } from '../../../shared/time.ts';
import { dayAfter, daysBetween, groupOf, groupStays } from './groups.ts';
import { NOW_MS, stayOf, TODAY } from '../../../tests/support/stays.ts';

const stay = (id: number, start: string, end: string) => stayOf({ id, start, end });

it('puts a stay under the day of its arrival at the door', () => {
  const groups = [
    stay(1, '2026-11-20T15:00', '2026-11-23T12:00'),
    stay(2, '2026-11-23T15:00', '2026-11-24T12:00'),
    stay(3, '2026-11-24T00:30', '2026-11-25T12:00'),
    stay(4, '2026-11-29T23:59', '2026-12-02T12:00'),
    stay(5, '2026-11-30T00:00', '2026-12-02T12:00'),
  ].map((status) => groupOf(status, NOW_MS, TODAY));
  expect(groups).toEqual(['in-house', 'today', 'tomorrow', 'week', 'later']);
});

it('counts a guest as in the house from the minute the code works to the minute it ends', () => {
  const status = stay(1, '2026-11-23T10:00', '2026-11-24T10:00');
  const at = (nowMs: number) => groupOf(status, nowMs, TODAY);
  expect([at(status.startMs - 1), at(status.startMs), at(status.endMs - 1)]).toEqual(['today', 'in-house', 'in-house']);
  expect(at(status.endMs)).toBe('today');
});

it('keeps who has not arrived under today where the computer’s day is ahead of the door’s', () => {
  expect(groupOf(stay(1, '2026-11-23T15:00', '2026-11-25T12:00'), NOW_MS, '2026-11-24' as LocalDate)).toBe('today');
});

it('lists who leaves next first in the house, who arrives next first elsewhere, under headings of groups that have stays', () => {
  const entries = groupStays(
    [
      stay(1, '2026-11-20T15:00', '2026-11-25T12:00'),
      stay(2, '2026-11-21T15:00', '2026-11-23T12:00'),
      stay(4, '2026-11-25T16:00', '2026-11-27T12:00'),
      stay(3, '2026-11-25T15:00', '2026-11-28T12:00'),
    ],
    NOW_MS,
    TODAY,
  );
  expect(entries.map((entry) => (entry.kind === 'heading' ? `${entry.group} ${String(entry.count)}` : entry.key))).toEqual([
    'in-house 2',
    'stay-2',
    'stay-1',
    'week 2',
    'stay-3',
    'stay-4',
  ]);
});

it('reckons days over changes of the clocks and of the year', () => {
  expect(daysBetween('2026-10-24' as LocalDate, '2026-10-26' as LocalDate)).toBe(2);
  expect(dayAfter('2026-12-31' as LocalDate, 1)).toBe('2027-01-01');
});
