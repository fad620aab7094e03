import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfHtml } from './html-text.ts';

describe('textOfHtml', () => {
  it.each([
    ['plain text\nwith lines', 'plain text\nwith lines'],
    ['<p>Hello Zo&euml;,<br />your code: <b>28</b>&nbsp;<b>4711</b></p>', 'Hello Zoë,\nyour code: 28 4711'],
    ['4<span>7</span>1<i>1</i>', '4711'],
    ['<td>28</td><td>4711</td>', '28\n\n4711'],
    ['<style>p { color: #471100 }</style><!-- 0815 --><script>var a = 1234;</script>Bonjour', 'Bonjour'],
    ['<!-- never closed 0815', ''],
    ['1 < 2 & 3 > 2, <3', '1 < 2 & 3 > 2, <3'],
    ['&lt;b&gt; &amp;amp; &quot;x&quot; it&#039;s &#x2713; &#52;&#55;', '<b> &amp; "x" it\'s ✓ 47'],
    ['&Uuml;berall &Eacute;t&eacute; &ccedil;a &szlig; &ntilde; &unknown; &#99999999;', 'Überall Été ça ß ñ &unknown; &#99999999;'],
    ['<a href="https://maps.example/?q=4711">the map</a>', 'the map'],
    ['a\u00a0b \t c\r\n\n\n\nd', 'a b c\n\nd'],
    ['', ''],
  ])('%j is %j', (html, text) => {
    expect(textOfHtml(html)).toBe(text);
  });

  it('reads back what was written as HTML, but for white space', () => {
    const folded = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
    const written = fc.string({ unit: fc.constantFrom('a', 'é', '<', '>', '&', '4', '#', ' ', '\n', "'", ';') });
    const escaped = (text: string): string =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>\n');
    fc.assert(
      fc.property(written, (text) => {
        expect(folded(textOfHtml(escaped(text)))).toBe(folded(text));
      }),
    );
  });

  it.each(['<a'.repeat(100_000), '<!--'.repeat(100_000), '<script>'.repeat(50_000), '&#'.repeat(100_000), `${' '.repeat(200_000)}x`])(
    'takes no longer for a hostile text (%#)',
    (html) => {
      const startedMs = performance.now();
      textOfHtml(html);
      expect(performance.now() - startedMs).toBeLessThan(2_000);
    },
  );
});
