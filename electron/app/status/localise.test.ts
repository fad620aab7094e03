import { describe, expect, it } from 'vitest';
import { FORMATS, LOCALIZATION } from '../../../tests/support/app/state-fixtures.ts';
import type { Names } from '../../../shared/domain/app-state.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { CLOUD_FAILURE_KINDS, KEYCHAIN_FAILURE_KINDS } from '../../../shared/errors.ts';
import type { KeychainSystem } from '../../../shared/errors.ts';
import { LANGUAGES } from '../../../shared/i18n/languages.ts';
import type { Language } from '../../../shared/i18n/languages.ts';
import { mainCatalogue, mainText } from '../../../shared/i18n/main-texts.ts';
import { placeholdersOf } from '../../../shared/i18n/message.ts';
import { englishSentence, problemText, recordedText } from '../../../shared/i18n/problem-text.ts';
import { problemSchema } from '../../../shared/ipc/domain-schemas.ts';
import { failureMessage, problemLocaliser } from './localise.ts';
import type { Localization } from './localization.ts';
import { bookingId, lockId, place, unitId } from '../../../tests/support/ids.ts';

const NAMES: Names = {
  units: [{ unitId: unitId(101), name: 'Flat 1' }],
  doors: [{ ...place(501, 'KpAlpha1'), lockName: 'Front door', keypadName: '' }],
};
const NO_NAMES: Names = { units: [], doors: [] };
const FORMATTED = {
  ...FORMATS,
  date: (date: string) => `day ${date}`,
  nearDate: (date: string) => `near ${date}`,
  dateTime: (at: string) => `moment ${at}`,
};
function localization(language: Language): Localization {
  return { language, locale: language, text: mainText({ language, locale: language }), formats: FORMATTED };
}
const localised = (problem: Problem, language: Language, names = NAMES): string =>
  problemLocaliser(localization(language), names)(problem).message;

const unmapped: Problem = {
  kind: 'unmapped-unit',
  text: problemText('problem.unmapped', { arrival: '2026-11-24' }),
  retryable: false,
  bookingId: bookingId(90001),
  unitId: unitId(101),
};
const unwritten: Problem = {
  kind: 'write-failed',
  text: problemText('problem.write.create'),
  retryable: true,
  failure: 'rate-limited',
  bookingId: bookingId(90001),
  lockId: lockId(501),
};

describe('a problem', () => {
  it('is in English with numbers on the command line', () => {
    const english = mainText({ language: 'en', locale: 'en' });
    expect([unmapped, unwritten].map(englishSentence)).toEqual([
      english('problem.unmapped', { booking: '90001', arrival: '2026-11-24', unit: '101' }),
      english('problem.write.create', { booking: '90001', lock: '501', reason: english('reason.rate-limited') }),
    ]);
  });
  it('has its details in English only', () => {
    const text = problemText('problem.incomplete');
    const problem: Problem = {
      kind: 'bookings-incomplete',
      text: { ...text, parameters: { details: 'page 2 is missing' } },
      retryable: true,
    };
    expect(englishSentence(problem)).toBe(`${englishSentence({ ...problem, text })} (page 2 is missing)`);
    expect(localised(problem, 'de')).toBe(mainText({ language: 'de', locale: 'de' })('problem.incomplete'));
  });
  it('is in the user’s language, with names where they are known', () => {
    expect(localised(unmapped, 'de')).toContain(
      'Buchung 90001 (Anreise near 2026-11-24) ist in der Unterkunft „Flat 1“, die noch keine Tür',
    );
    expect(localised(unwritten, 'fr')).toContain('sur la serrure «\u00a0Front door\u00a0»\u00a0: The Keys a demandé une pause.');
    expect(localised(unwritten, 'pl', NO_NAMES)).toContain('w zamku 501: The Keys ogranicza liczbę zapytań.');
  });
  it('has every date as the language writes it, and both of a pair in one form', () => {
    const ends = { ...unmapped, text: problemText('problem.bad-dates', { arrival: '2026-11-24', departure: '2026-11-23' }) };
    expect(localised(ends, 'en')).toContain('(day 2026-11-24 to day 2026-11-23)');
    const night = problemText('problem.night-check-out', { says: '02:00', day: '2026-11-24', until: '2026-11-24T12:00' });
    expect(localised({ ...unmapped, text: night }, 'en')).toMatch(/before day 2026-11-24, .* until moment 2026-11-24T12:00 meanwhile/);
    const follows = { ...unmapped, text: problemText('problem.unmapped-followed', { until: '2026-11-24' }) };
    expect(localised(follows, 'en')).toContain('ends on day 2026-11-24,');
  });
  it('has its sentence only, as the window’s schema requires', () => {
    for (const problem of [unmapped, unwritten]) {
      expect(problemSchema.safeParse(problem).success).toBe(false);
      expect(problemSchema.safeParse(problemLocaliser(LOCALIZATION, NAMES)(problem)).success).toBe(true);
    }
  });
  it('recorded by an earlier version keeps its sentence', () => {
    expect(localised({ ...unmapped, text: recordedText('As it was.') }, 'de')).toBe('As it was.');
  });
  it.each(LANGUAGES)('has no unfilled placeholder in %s', (language) => {
    const catalogue: Readonly<Record<string, Parameters<typeof placeholdersOf>[0]>> = mainCatalogue('en');
    const keys = Object.keys(catalogue).filter((key) => /^(problem|failure)\./.test(key));
    expect(keys.length).toBeGreaterThan(40);
    for (const key of keys) {
      const parameters = Object.fromEntries(placeholdersOf(catalogue[key] ?? '').map((place) => [place, '7']));
      const message = localised({ kind: 'overlap', text: { key, parameters }, retryable: false }, language);
      expect(message).toMatch(/^[^{}]+\.$/u);
    }
  });
});

it.each(LANGUAGES)('every failure has its own sentence in %s', (language) => {
  const { text } = localization(language);
  const systems: readonly KeychainSystem[] = ['linux', 'mac', 'windows'];
  const sentences = [
    ...CLOUD_FAILURE_KINDS.map((kind) => failureMessage({ kind, cloud: 'smoobu', message: 'RAW', certain: true }, text, 'linux')),
    ...KEYCHAIN_FAILURE_KINDS.flatMap((kind) => systems.map((system) => failureMessage({ kind, message: 'RAW' }, text, system))),
  ];
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[^{}]{20,}\.$/u);
  expect(sentences.filter((sentence) => sentence.includes('RAW'))).toEqual([]);
});

it('names the guest in place of the booking’s number, in every language, but not where two bookings have one name', () => {
  const guests = new Map([[bookingId(90001), 'Björk Hallgrímsdóttir']]);
  const named = (problem: Problem, language: Language, known = guests): string =>
    problemLocaliser(localization(language), NAMES, known)(problem).message;
  expect(named(unmapped, 'en')).toMatch(/^Björk Hallgrímsdóttir’s booking \(arrives/);
  for (const language of LANGUAGES) {
    expect(named(unmapped, language)).toContain('Björk Hallgrímsdóttir');
    expect(named(unmapped, language)).not.toMatch(/90001|[\u{FFFA}-\u{FFFC}]/u);
    expect(named(unmapped, language, new Map())).toContain('90001');
  }
  expect(named({ ...unwritten, bookingId: bookingId(90001) }, 'en')).toMatch(/^Björk Hallgrímsdóttir’s code could not be created on lock /);
  const twice: Problem = { ...unmapped, kind: 'booked-again', text: problemText('problem.booked-again', { other: '90002' }) };
  expect(named(twice, 'en')).toMatch(/^Booking 90002 is cancelled or gone, and Björk Hallgrímsdóttir’s booking has/);
  expect(named(twice, 'en', new Map([...guests, [bookingId(90002), 'Björk Hallgrímsdóttir']]))).toMatch(
    /^Booking 90002 .* and booking 90001/,
  );
});
