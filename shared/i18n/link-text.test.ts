/** A failed write is told in few words beside the guest and the door, with the same facts. */
import { expect, it } from 'vitest';
import { lockId } from '../../tests/support/ids.ts';
import type { Link } from '../domain/readiness.ts';
import { isBrief, linkSentence } from './link-text.ts';
import { createTranslate } from './message.ts';
import { mainCatalogue } from './main-texts.ts';
import type { MainCatalogue } from './main-texts.ts';

const FORMATS = { date: String, dateTime: String, time: String };
const linkOf = (key: string): Link => ({
  ...{ state: 'broken', sinceMs: null, lockId: lockId(11) },
  because: { key, parameters: { booking: '12', lock: '11', reason: 'reason.fault' } },
});
const sentence = (key: string, language: 'en' | 'de' | 'fr' | 'pl'): string | null =>
  linkSentence(linkOf(key), createTranslate<MainCatalogue>(mainCatalogue(language), language), FORMATS, 'Gate');

it.each(['en', 'de', 'fr', 'pl'] as const)('tells a failed write in few words: %s', (language) => {
  for (const key of ['problem.write.create', 'problem.write.update']) {
    expect(isBrief(key)).toBe(true);
    expect(sentence(key, language)).toMatch(/Gate.*The Keys/u);
    expect(sentence(key, language)).not.toMatch(/12|\{|reason/u);
  }
});

it('tells everything else in full', () => {
  expect(isBrief('problem.write.move')).toBe(false);
  expect(sentence('problem.write.move', 'en')).toMatch(/^The code of booking 12 could not be moved/);
});
