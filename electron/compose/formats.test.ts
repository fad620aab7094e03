import { expect, it } from 'vitest';
import type { LocalDate, LocalDateTime } from '../../shared/time.ts';
import { createFormats } from './formats.ts';

const formats = (locale: string) => createFormats(locale, 'Europe/Paris', () => Date.parse('2026-11-23T09:00:00Z'));
const date = (text: string): LocalDate => text as LocalDate;

it('writes a date as the language does, with its year only where it may be needed', () => {
  expect(['en-GB', 'de-DE', 'fr-FR', 'pl-PL'].map((locale) => formats(locale).date(date('2026-11-26')))).toEqual([
    'Thu 26 Nov',
    'Do., 26. Nov.',
    'jeu. 26 nov.',
    'czw., 26 lis',
  ]);
  expect(formats('en-GB').date(date('2027-02-24'))).toBe('Wed 24 Feb');
  expect(formats('en-GB').date(date('2027-11-26'))).toBe('Fri, 26 Nov 2027');
  expect(formats('en-GB').dateTime('2026-11-26T12:00' as LocalDateTime)).toBe('Thu 26 Nov, 12:00');
});

it('says noon where a clock of twelve hours would say 12:00 PM', () => {
  expect(formats('en-US').dateTime('2026-11-26T12:00' as LocalDateTime)).toBe('Thu, Nov 26, noon');
  expect(formats('en-US').time(Date.parse('2026-11-23T11:00:00Z'))).toBe('noon');
});

it('says today and tomorrow of near dates', () => {
  const near = (locale: string) =>
    ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'].map((day) => formats(locale).nearDate(date(day)));
  expect(near('en-GB')).toEqual(['Sun 22 Nov', 'today', 'tomorrow', 'Wed 25 Nov']);
  expect(near('pl-PL').slice(1, 3)).toEqual(['dzisiaj', 'jutro']);
});
