import { describe, expect, it } from 'vitest';
import type { OperationReport } from '../../domain/run.ts';
import { holdCause, holdGroups, isAboutGuestInside } from './hold-cause.ts';

const held = (hold: string | null, unitId: number | null = 5) =>
  ({ key: 'delete 900', hold, unitId, bookingId: 12 }) as unknown as OperationReport;

describe('the cause of a hold', () => {
  it.each<[string | null, string, boolean]>([
    ['someone-may-be-inside', 'someone-may-be-inside:booking:12', true],
    ['no-longer-booked', 'no-longer-booked:booking:12', true],
    ['doors-changed', 'doors-changed:unit:5', true],
    ['too-many-deletes', 'delete 900', false],
    ['bookings-gone', 'delete 900', false],
    ['no-bookings', 'delete 900', false],
    ['clock-stepped', 'delete 900', false],
    ['decision-outdated', 'delete 900', false],
    [null, 'delete 900', false],
  ])('%s', (hold, cause, isInside) => {
    expect([holdCause(held(hold)), isAboutGuestInside(held(hold))]).toEqual([cause, isInside]);
  });
  it('is the booking where the unit is not known', () => {
    expect(holdCause(held('doors-changed', null))).toBe('doors-changed:booking:12');
    expect(holdCause(held('no-longer-booked', null))).toBe('no-longer-booked:booking:12');
  });
});

it('what waits is decided together: all doors of one cause, and everything with the same other reason', () => {
  const hold = (key: string, reason: string, bookingId: number) =>
    ({ key, hold: reason, unitId: 5, bookingId }) as unknown as OperationReport;
  const holds = [
    hold('a', 'no-longer-booked', 12),
    hold('b', 'too-many-deletes', 12),
    hold('c', 'no-longer-booked', 12),
    hold('d', 'no-longer-booked', 13),
    hold('e', 'too-many-deletes', 13),
  ];
  expect(holdGroups(holds).map(({ key, reason, holds: members }) => [key, reason, members.map((one) => one.key)])).toEqual([
    ['no-longer-booked:booking:12', 'no-longer-booked', ['a', 'c']],
    ['too-many-deletes', 'too-many-deletes', ['b', 'e']],
    ['no-longer-booked:booking:13', 'no-longer-booked', ['d']],
  ]);
  expect(holdGroups([held(null)])).toMatchObject([{ key: 'null', reason: null }]);
  expect(holdGroups([])).toEqual([]);
});
