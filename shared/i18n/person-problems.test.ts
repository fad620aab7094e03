/** A problem of a person is told with the person's name, in every language and with every sentence that may be about one. */
import { describe, expect, it } from 'vitest';
import { personId } from '../../tests/support/ids.ts';
import type { Problem } from '../domain/problem.ts';
import { createTranslate } from './message.ts';
import { englishSentence, problemSentence, withPersonNames } from './problem-text.ts';
import { mainCatalogue } from './main-texts.ts';
import type { MainCatalogue } from './main-texts.ts';

const english = mainCatalogue('en');
const CATALOGUES = { en: english, de: mainCatalogue('de'), fr: mainCatalogue('fr'), pl: mainCatalogue('pl') } as const;
const FORMATS = { date: String, dateTime: String };
const SENTENCES = Object.keys(english).filter(
  (key) => key.startsWith('problem.') && JSON.stringify(english[key as keyof MainCatalogue]).includes('{booking}'),
);
const WORDS = { en: /booking “/iu, de: /Buchung [„‘]/u, fr: /réservation «/u, pl: /rezerwacj\p{L} „/iu } as const;

function about(key: string): Problem {
  const parameters = {
    codes: 1,
    limit: 2,
    until: '2026-11-23T12:00',
    arrival: '2026-11-23',
    departure: '2026-11-24',
    tag: 'Latchkey#k3m9qa',
  };
  const problem: Problem = {
    ...{ kind: 'unverified', retryable: true, personId: personId('k3m9qa') },
    text: { key, parameters: { ...parameters, other: '12', reason: 'no', guest: 'Ada', unit: 'Loft', last: 'x', count: 1, present: 'x' } },
  };
  return withPersonNames([problem], [{ id: personId('k3m9qa'), name: 'Plumber' }])[0] ?? problem;
}

describe.each(Object.entries(CATALOGUES))('in %s', (language, catalogue) => {
  const translate = createTranslate<MainCatalogue>(catalogue, language);
  it.each(SENTENCES)('%s names the person in place of the booking', (key) => {
    const sentence = problemSentence(about(key), translate, FORMATS);
    expect(sentence).toContain('Plumber');
    expect(sentence).not.toContain('\u{FFFC}');
    expect(sentence).not.toMatch(WORDS[language as keyof typeof WORDS]);
  });
});

it('reads as a sentence', () => {
  expect(englishSentence(about('problem.no-free-pin'))).toMatch(/^No PIN is free for “Plumber” on its keypads/);
  expect(englishSentence(about('problem.different-pins'))).toMatch(/^“Plumber” has different PINs/);
  const inGerman = problemSentence(about('problem.scheduled-code'), createTranslate<MainCatalogue>(CATALOGUES.de, 'de'), FORMATS);
  expect(inGerman).toMatch(/Person „Plumber“/);
});
