import { expect, it } from 'vitest';
import type { LocalDate } from '../../shared/time.ts';
import { formatDate, formatInstant, plural } from './format.ts';

it('leaves a day where it is, whatever the zone', () => {
  expect(formatDate('2026-11-23' as LocalDate, 'en-GB')).toMatch(/^Mon,? 23 Nov$/);
});
it('writes an instant with its day', () => {
  expect(formatInstant(Date.UTC(2026, 10, 23, 12), 'en-GB')).toMatch(/^\w{3},? 2[234] Nov,? (at )?\d\d:\d\d$/);
});
it('counts', () => {
  expect([plural(1, 'run', 'runs'), plural(0, 'run', 'runs')]).toEqual(['1 run', '0 runs']);
});
