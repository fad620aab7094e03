/** A text is recognised after Smoobu, a channel or a mail program has dressed it up, and taken for no other. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { foldText } from './fold-text.ts';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#039;');
}
const TAGS = ['<br>', '<br/>', '<p>', '</p>', '<div class="x y">', '</div>', '\r\n', '&nbsp;', '\u200B', ' <b> ', '<!-- x -->', '\u00AD'];
/** As text may be written, with what looks like markup in it. */
const anyText = fc.oneof(
  hostileText(),
  fc
    .array(fc.constantFrom('Code:', '4711', 'a < b', '<b>', '&amp;', '&', '&lt;', '<', '>', 'l’eau', '–', '18 4711', '\n'), {
      maxLength: 12,
    })
    .map((words) => words.join(' ')),
);

test('a text that was escaped, wrapped and filled with tags folds as it did before', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.array(fc.constantFrom(...TAGS), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 2 }),
      (text, tags, times) => {
        let dressed = text;
        for (let time = 0; time < times; time += 1) dressed = escaped(dressed);
        let next = 0;
        const wrapped = dressed.replaceAll(/\s/gu, () => tags[next++ % tags.length] ?? '');
        expect(foldText(`<html><p>${wrapped}</p></html>`)).toBe(foldText(text));
      },
    ),
  );
});

test('quotes, dashes, dots and entities count as what they look like', () => {
  expect(foldText('L&rsquo;entr&#233;e&nbsp;&ndash; &#x201C;18&#8239;4711&rdquo; \u2026')).toBe(foldText(`L'entrée - "184711" ...`));
});

test('letters, digits and signs count, in their order', () => {
  const plain = fc.string({ unit: fc.constantFrom(...'a b 4 7 1 : . , ! ? # ä ß 漢'.split(' ')), maxLength: 30 });
  fc.assert(
    fc.property(plain, plain, (one, other) => {
      expect(foldText(one) === foldText(other)).toBe(one === other);
    }),
  );
  expect(foldText('Code 4711')).not.toBe(foldText('Code 4712'));
  expect(foldText('1 < 2 and 3 > 2')).toBe('1<2and3>2');
  expect(foldText('<3')).toBe('<3');
});

test('folding twice is folding once, and no text takes long', () => {
  fc.assert(fc.property(anyText, (text) => foldText(foldText(text)) === foldText(text)));
  const startMs = performance.now();
  for (const part of ['<', '<a', '&amp;', '<a>', '&lt;a', '>']) foldText(part.repeat(100_000));
  expect(performance.now() - startMs).toBeLessThan(5_000);
});
