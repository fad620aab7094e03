/** Mistakes in a text are found where they are made, and what channels reject is pointed out. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { validateTemplate } from './validate-template.ts';
import type { TemplateUse } from './validate-template.ts';

const CODE: TemplateUse = { name: 'code', unitId: null, unlike: [] };

/** "kind line found meant", without what is null. */
function findings(text: string, use: Partial<TemplateUse> = {}): readonly (readonly string[])[] {
  const { errors, warnings } = validateTemplate(text, { ...CODE, ...use });
  return [errors, warnings].map((list) =>
    list.map(({ kind, line, found, meant }) => [kind, line, found, meant].filter((part) => part !== null).join(' ')),
  );
}

test.each<[string, readonly string[]]>([
  ['Hello {guest}, {pin}', []],
  ['{doors}\n{unit} {address} {host} {from} {until} {reference}', []],
  ['', ['empty']],
  [' \n ', ['empty']],
  ['Hello {guest}', ['no-digits']],
  ['{pin}\n{gest}', ['unknown-placeholder 2 {gest} guest']],
  ['{pin} {Pin} { pin }', ['unknown-placeholder 1 {Pin} pin', 'unknown-placeholder 1 { pin } pin']],
  [
    '{pin} {code} {name} {xyz} {}',
    ['unknown-placeholder 1 {code} pin', 'unknown-placeholder 1 {name} guest', 'unknown-placeholder 1 {xyz}', 'unknown-placeholder 1 {}'],
  ],
  ['{pin}\r\n\r\n{guest', ['brace 3 {']],
  ['{{pin}}', ['brace 1 {']],
  ['{pin} {change}', ['unknown-placeholder 1 {change}']],
  [`{pin}${'x'.repeat(2_000)}`, ['too-long']],
])('mistakes in %j', (text, expected) => {
  expect(findings(text)[0]).toEqual(expected);
});

test('a correction says what has changed', () => {
  expect(findings('{pin}', { name: 'correction' })).toEqual([['no-change'], []]);
  expect(findings('{pin} {change}', { name: 'correction' })).toEqual([[], []]);
});

test('{pin} is a mistake for a unit whose doors differ, and a warning in a text for all units', () => {
  const unlike = [
    { unitId: 5, name: 'Vieux Lyon' },
    { unitId: 6, name: ' ' },
  ];
  expect(findings('{pin}', { unlike, unitId: 5 })).toEqual([['different-digits Vieux Lyon'], []]);
  expect(findings('{pin}', { unlike, unitId: 6 })).toEqual([['different-digits 6'], []]);
  expect(findings('{pin}', { unlike, unitId: 7 })).toEqual([[], []]);
  expect(findings('{pin}', { unlike })).toEqual([[], ['different-digits Vieux Lyon']]);
  expect(findings('{doors}', { unlike, unitId: 5 })).toEqual([[], []]);
});

test.each<[string, readonly string[]]>([
  ['See https://x.example/a', ['link 1 https://x.example/a']],
  ['See www.example', ['link 1 www.example']],
  ['See lyon-flats.com', ['link 1 lyon-flats.com']],
  ['Write to me@x.example', ['link 1 me@x.example']],
  ['Mr.Smith comes at 15:00. See you', []],
  ['Code 18{pin}', ['digits-beside 1 18{pin}']],
  ['Code 1 8 {pin}#', ['digits-beside 1 1 8 {pin}']],
  ['{pin}0', ['digits-beside 1 {pin}0']],
  ['2nd floor: {pin} 2', []],
  ['IMPORTANT notice', ['capitals 1 IMPORTANT']],
  ['DO NOT turn', ['capitals 1 DO NOT']],
  ['Your PIN, the WLAN and TV', []],
  ['ÉTÉ ÂGÉ', ['capitals 1 ÉTÉ ÂGÉ']],
  ['the gate (code 1234)', ['digits-in-parentheses 1 (code 1234)']],
  ['the gate (green)', []],
  ['WhatsApp me or see Airbnb', ['service 1 WhatsApp']],
  ['pay by paypal', ['service 1 paypal']],
  ['your booking.com booking', ['link 1 booking.com', 'service 1 booking.com']],
  ['googled it', []],
  ['<b>Hi</b> &eacute;', ['html 1 <b>']],
  ['a < b & c', []],
  ['word '.repeat(200), ['long']],
])('what channels may reject in %j', (text, expected) => {
  expect(findings(`${text}{doors}`)).toEqual([[], expected]);
});

test('any text is judged, at once and without more findings than lines and kinds', () => {
  fc.assert(
    fc.property(hostileText(), (text) => {
      const { errors, warnings } = validateTemplate(text, CODE);
      for (const { line, found } of [...errors, ...warnings]) {
        expect(line ?? 1).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
        expect((found ?? '').length).toBeLessThanOrEqual(80);
      }
    }),
  );
  const startMs = performance.now();
  for (const part of ['A', 'A ', '(', '{', '<a', 'a.', 'a@', '-', '{a}']) validateTemplate(part.repeat(2_000).slice(0, 2_000), CODE);
  expect(performance.now() - startMs).toBeLessThan(2_000);
});
