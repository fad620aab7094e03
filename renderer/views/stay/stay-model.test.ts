import { expect, it } from 'vitest';
import type { LocalDate } from '../../../shared/time.ts';
import { sampleStay } from '../../../tests/support/snapshot.ts';
import { NOW_MS, stayOf, TODAY } from '../../../tests/support/stays.ts';
import { doorCode, groupOf, groupStays, hasOwnTimes } from './stay-model.ts';
import { codeId } from '../../../tests/support/ids.ts';

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

it('shows a guest under “staying now” from the minute the code works to the minute it ends', () => {
  const status = stay(1, '2026-11-23T10:00', '2026-11-24T10:00');
  const at = (nowMs: number) => groupOf(status, nowMs, TODAY);
  expect([at(status.startMs - 1), at(status.startMs), at(status.endMs - 1)]).toEqual(['today', 'in-house', 'in-house']);
  expect(at(status.endMs)).toBe('today');
});

it('keeps a guest who has not arrived under today when the computer’s day is ahead of the door’s', () => {
  expect(groupOf(stay(1, '2026-11-23T15:00', '2026-11-25T12:00'), NOW_MS, '2026-11-24' as LocalDate)).toBe('today');
});

it('sorts guests who stay now by departure and the others by arrival, with headings only over groups that have stays', () => {
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

it('tells a door with a code from one whose code is planned and one whose code is unknown', () => {
  const status = { ...sampleStay(), verifiedPlaces: [] };
  const [door] = status.stay.doors;
  if (door === undefined) throw new Error('The sample has a door.');
  expect(doorCode(status, door)).toBe('unknown');
  expect(doorCode(status, { ...door, state: 'planned' })).toBe('coming');
  expect(doorCode(status, { ...door, codeId: codeId(1) })).toBe('code');
  expect(doorCode({ ...status, verifiedPlaces: [door] }, { ...door, state: 'planned' })).toBe('code');
  expect(hasOwnTimes(status, door)).toBe(false);
});
