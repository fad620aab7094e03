import { expect, it } from 'vitest';
import { formats, t } from '../../../tests/support/stays.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { codeWhen } from './code-when.ts';

const NOW = '2026-11-23T10:15' as LocalDateTime;
const when = (start: string | null, end: string | null, isActive = true) => {
  const said = codeWhen({ t, formats }, { start: start as LocalDateTime | null, end: end as LocalDateTime | null, isActive }, NOW);
  return [said.opensNow, said.text];
};

it('says of a code that is nobody’s since when it opens, until when, or that it does not', () => {
  expect(when(null, null)).toEqual([true, 'Opens now, always']);
  expect(when('2025-09-01T00:00', null)).toEqual([true, 'Opens now, since 1 Sept 2025']);
  expect(when(NOW, '2026-11-27T11:00')).toEqual([true, 'Opens now, until Fri 27 Nov, 11:00']);
  expect(when('2026-11-23T10:16', null)).toEqual([false, 'From Mon 23 Nov, 10:16']);
  expect(when('2026-11-01T00:00', NOW)).toEqual([false, 'Sun 1 Nov, 00:00 – Mon 23 Nov, 10:15']);
  expect(when(null, null, false)).toEqual([false, 'Switched off']);
});
