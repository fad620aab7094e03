import { describe, expect, it } from 'vitest';
import { clockStepped } from './clock-step.ts';

const MINUTE = 60_000;
const LAST = { wallMs: 1_000_000_000_000, uptimeMs: 500_000, bootId: 'one' };
const later = (wallMinutes: number, uptimeMinutes: number, bootId = 'one') => ({
  wallMs: LAST.wallMs + wallMinutes * MINUTE,
  uptimeMs: LAST.uptimeMs + uptimeMinutes * MINUTE,
  bootId,
});

describe('a clock jump', () => {
  it.each([
    [15, 15, false],
    [25, 15, false],
    [25.1, 15, true],
    [5, 15, false],
    [4.9, 15, true],
    [-1_440, 15, true],
    // Asleep for a week: the uptime passed, too.
    [10_080, 10_080, false],
  ])('%d minutes of wall clock and %d of uptime: %s', (wallMinutes, uptimeMinutes, expected) => {
    expect(clockStepped(LAST, later(wallMinutes, uptimeMinutes), null)).toBe(expected);
  });
  it('after a reboot is certain only when the clock went back', () => {
    expect(clockStepped(LAST, later(10_000, -5, 'two'), null)).toBe(false);
    expect(clockStepped(LAST, later(-10, -5, 'two'), null)).toBe(false);
    expect(clockStepped(LAST, later(-11, -5, 'two'), null)).toBe(true);
  });
  it('is also found by the cloud’s clock, even on the first run', () => {
    expect(clockStepped(null, LAST, null)).toBe(false);
    expect(clockStepped(null, LAST, 10 * MINUTE)).toBe(false);
    expect(clockStepped(null, LAST, 11 * MINUTE)).toBe(true);
    expect(clockStepped(LAST, later(15, 15), -11 * MINUTE)).toBe(true);
  });
});
