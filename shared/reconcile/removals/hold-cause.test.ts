import { describe, expect, it } from 'vitest';
import type { OperationReport } from '../../domain/run.ts';
import { holdCause, isAboutGuestInside } from './hold-cause.ts';

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
