import { expect, it } from 'vitest';
import type { LocalDate, LocalDateTime, WallTime } from '../../shared/time.ts';
import { createFormats } from './format.ts';

const NOW_MS = Date.UTC(2026, 10, 23, 12);
const british = createFormats('en-GB', 'Europe/Paris');
/** Which spaces a locale puts between is not ours to test. */
const plain = (text: string): string => text.replaceAll(/[\s\u202f\u2009]+/g, ' ');

it('shows days and times of doors as they are, in every zone', () => {
  for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
    const formats = createFormats('en-GB', zone);
    expect(formats.day('2026-11-23' as LocalDate)).toMatch(/^Mon,? 23 Nov$/);
    expect(formats.time('00:05' as WallTime)).toBe('00:05');
    expect(formats.moment('2026-11-23T15:00' as LocalDateTime)).toMatch(/^Mon,? 23 Nov(,| at) 15:00$/);
  }
});
it('writes an instant in this computer’s zone, with its day when it is not today', () => {
  expect(british.instant(NOW_MS, NOW_MS)).toBe('13:00');
  expect(british.instant(NOW_MS + 86_400_000, NOW_MS)).toMatch(/^Tue,? 24 Nov(,| at) 13:00$/);
  expect(british.dateAt(Date.UTC(2026, 10, 23, 23, 30))).toBe('2026-11-24');
});
it('writes how far away something is', () => {
  expect(british.relative(NOW_MS + 5 * 60_000, NOW_MS)).toBe('in 5 minutes');
  expect(british.relative(NOW_MS - 2 * 3_600_000, NOW_MS)).toBe('2 hours ago');
  expect(british.relative(NOW_MS + 86_400_000, NOW_MS)).toBe('tomorrow');
  expect(british.shortRelative(NOW_MS - 20_000, NOW_MS)).toBe('now');
  expect(createFormats('pl').relative(NOW_MS - 20_000, NOW_MS)).toBe('teraz');
});
it('writes how long something took', () => {
  expect([420, 12_300, 60_000, 80_000].map((ms) => plain(british.duration(ms)))).toEqual(['0.4 secs', '12 secs', '1 min', '1 min 20 secs']);
});
it('follows the locale', () => {
  expect(plain(createFormats('en-US', 'UTC').time('15:00' as WallTime))).toBe('03:00 PM');
  expect(plain(createFormats('de-DE', 'UTC').number(2000))).toBe('2.000');
  expect(['Flat 10', 'flat 9', 'Écluse'].sort((one, other) => british.compare(one, other))).toEqual(['Écluse', 'flat 9', 'Flat 10']);
});
