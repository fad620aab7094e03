/** A text that was sent is recognised in what the thread says, in each form in which Smoobu may return it. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText } from '../../../shared/messages/templates/fold-text.ts';
import { BUILT_IN } from '../../../shared/messages/templates/texts/built-in.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { parseThreadPage } from './thread.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#039;');
/** As PHP's htmlentities does for Latin letters. */
const named = (text: string): string =>
  escaped(text).replaceAll(/[é\u00DF\u00FC\u00A0]/gu, (letter) => ({ é: '&eacute;', ß: '&szlig;', ü: '&uuml;' })[letter] ?? '&nbsp;');
const withBreaks = (html: string): string => `<div class="text"><p>${html.replaceAll('\n', '<br />\r\n')}</p></div>`;

const FORMS: readonly ((text: string) => object)[] = [
  (message) => ({ message }),
  (message) => ({ message, htmlMessage: '' }),
  (message) => ({ message: escaped(message) }),
  (text) => ({ message: 'shortened', htmlMessage: withBreaks(escaped(text)) }),
  (text) => ({ htmlMessage: withBreaks(named(text)) }),
  (text) => ({ htmlMessage: withBreaks(escaped(escaped(text))) }),
];
const readBack = (row: object): string => parseThreadPage([row])?.messages[0]?.text.reveal() ?? '';

it.each(Object.entries(BUILT_IN))('the built-in texts (%s)', (_language, { templates }) => {
  for (const text of Object.values(templates)) for (const form of FORMS) expect(foldText(readBack(form(text)))).toBe(foldText(text));
});

it('any other text', () => {
  fc.assert(
    fc.property(hostileText(), fc.constantFrom(...FORMS), (words, form) => {
      const text = `Zoé,\n${words.toWellFormed()} & Groß <3:\nyour code: 28 4711#`;
      expect(foldText(readBack(form(text)))).toBe(foldText(text));
    }),
    { numRuns: 40 },
  );
});
