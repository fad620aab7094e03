import { describe, expect, it } from 'vitest';
import { hasFilter, isBookingWrong, NO_FILTER, toFilter } from './filters.ts';

describe('the filter', () => {
  it('is empty where nothing is chosen', () => {
    expect(toFilter(NO_FILTER)).toEqual({});
    expect(hasFilter(toFilter(NO_FILTER))).toBe(false);
  });

  it('contains what is chosen', () => {
    const filter = toFilter({ unit: '500037', booking: '90001', kind: 'move', outcome: 'held' });
    expect(filter).toEqual({ unitId: 500_037, bookingId: 90_001, kind: 'move', outcome: 'held' });
    expect(hasFilter(filter)).toBe(true);
  });

  it.each(['90001', ' 90 001 ', '#90001', '90\u00a0001'])('reads the booking number %j', (booking) => {
    expect(toFilter({ ...NO_FILTER, booking })).toEqual({ bookingId: 90_001 });
  });

  it.each(['abc', '0', '-1', '1.5', '1e3', '9'.repeat(16)])('calls %j a wrong booking number, and leaves it out', (booking) => {
    expect(isBookingWrong({ ...NO_FILTER, booking })).toBe(true);
    expect(toFilter({ ...NO_FILTER, booking, kind: 'create' })).toEqual({ kind: 'create' });
  });

  it.each(['', '  ', '#'])('treats %j as no booking number', (booking) => {
    expect(isBookingWrong({ ...NO_FILTER, booking })).toBe(false);
    expect(toFilter({ ...NO_FILTER, booking })).toEqual({});
  });
});
