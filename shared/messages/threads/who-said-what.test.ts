/** Which message of a thread counts, who wrote it, and how digits are read. */
import { describe, expect, it, test } from 'vitest';
import type { Pin } from '../../domain/code.ts';
import { place } from '../../../tests/support/ids.ts';
import { foldDigits, withoutQuotes } from './fold.ts';
import { digitRuns } from './runs.ts';
import { compareThread } from './verdict.ts';
import type { KnownPins, WrittenMessage } from './verdict.ts';

const FRONT = { ...place(11, 'KpAlpha1'), prefix: '28', pin: '6093' as Pin };
const FLAT = { ...place(12, 'KpBravo2'), prefix: '', pin: '6093' as Pin };

function known(changes: Partial<KnownPins> = {}): KnownPins {
  return {
    doors: [FRONT],
    isEarlier: (pin) => pin === '4711',
    isOfOtherStay: (pin) => pin === '8233',
    prefixes: new Set(['28', '17']),
    ownData: [],
    ...changes,
  };
}
const host = (text: string): WrittenMessage => ({ from: 'host', text });
const guest = (text: string): WrittenMessage => ({ from: 'guest', text });
const unknown = (text: string): WrittenMessage => ({ from: 'unknown', text });
const verdictOf = (messages: readonly WrittenMessage[], pins = known()): string => {
  const found = compareThread(messages, pins);
  return found.verdict === 'wrong' ? found.fact : found.verdict;
};

describe('the newest message of the host with a known PIN counts', () => {
  test.each<[string, readonly WrittenMessage[], string]>([
    ['none', [], 'cannot-tell'],
    ['right', [host('Code 28 6093')], 'agrees'],
    ['an earlier one', [host('Code 28 4711')], 'earlier-pin'],
    ['of another stay', [host('Code 28 8233')], 'other-stay'],
    ['a wrong prefix', [host('Code 17 6093')], 'wrong-prefix'],
    ['corrected', [host('Code 28 4711'), host('Sorry, it is 28 6093')], 'agrees'],
    ['told again wrongly', [host('Code 28 6093'), host('Code 28 4711')], 'earlier-pin'],
    ['both in one', [host('Not 28 4711 any more, but 28 6093')], 'agrees'],
    ['news that says nothing', [host('Code 28 4711'), host('Breakfast is at 8, it costs 12 €')], 'earlier-pin'],
    // The prefix may be on a sign at the door, and the old message may be known to be over.
    ['without the prefix', [host('Code 6093')], 'cannot-tell'],
    ['without the prefix, after a wrong one', [host('Code 28 4711'), host('Code 6093')], 'cannot-tell'],
    ['without the prefix, after the right one', [host('Code 28 6093'), host('PIN 6093')], 'agrees'],
    ['the prefix apart', [host('Type 28, then 6093')], 'agrees'],
    ['the prefix only as a time', [host('From 28 h on: 6093')], 'cannot-tell'],
  ])('%s', (_what, messages, expected) => expect(verdictOf(messages)).toBe(expected));
});

describe('guests tell nobody', () => {
  test.each<[string, readonly WrittenMessage[], string]>([
    ['a guest quotes an earlier one', [guest('Is it 28 4711?')], 'cannot-tell'],
    ['a guest quotes the right one', [guest('Is it 28 6093?')], 'cannot-tell'],
    ['a guest quotes an earlier one after the right one', [host('28 6093#'), guest('and 28 4711?')], 'agrees'],
    ['a guest quotes the right one after an earlier one', [host('28 4711#'), guest('and 28 6093?')], 'earlier-pin'],
    ['the channel repeats a guest as the host', [guest('Is the code 28  4711?'), host('Is the code 28 4711?')], 'cannot-tell'],
    [
      'repeated inside other words',
      [guest('We tried 28 4711 (twice)'), host('Anna:\nWe tried 28 4711 (twice)\nSent by mail')],
      'cannot-tell',
    ],
    ['a reply quotes lines', [host('I will look.\n> Is it 28 4711?')], 'cannot-tell'],
    ['a reply quotes a mail', [host('I will look.\nOn 24 Nov 2026 at 10:00 Ana wrote:\nIs it 28 4711?')], 'cannot-tell'],
    ['a reply quotes a mail in German', [host('Ja.\nAm 24.11.2026 um 10:00 schrieb Ana <ana@example.com>:\n28 4711')], 'cannot-tell'],
    ['nobody knows who wrote a wrong one', [unknown('28 4711')], 'cannot-tell'],
    ['nobody knows who wrote the right one', [unknown('28 6093')], 'cannot-tell'],
    ['nobody knows who wrote the right one, after a wrong one', [host('28 4711'), unknown('28 6093')], 'cannot-tell'],
    ['nobody knows who wrote a wrong one, after the right one', [host('28 6093'), unknown('28 4711')], 'agrees'],
  ])('%s', (_what, messages, expected) => expect(verdictOf(messages)).toBe(expected));
});

describe('several doors', () => {
  const both = known({ doors: [FRONT, FLAT] });
  it('agrees about the doors whose digits are told', () => {
    expect(compareThread([host('Front 28 6093, flat: 6093')], both)).toMatchObject({ verdict: 'agrees', doors: [FRONT, FLAT] });
    expect(compareThread([host('Code 6093#')], both)).toMatchObject({ verdict: 'agrees', doors: [FLAT] });
  });
  it('alarms where one is right and the prefix of another is wrong', () => {
    const flat = { ...FLAT, prefix: '17' };
    expect(verdictOf([host('Front 28 6093, flat: 39 6093')], known({ doors: [FRONT, flat] }))).toBe('wrong-prefix');
    expect(verdictOf([host('Front 28 6093, flat: 17 6093, not 39 6093')], known({ doors: [FRONT, flat] }))).toBe('agrees');
  });
});

describe('a number that is by chance a known PIN', () => {
  test.each<[string, string, string]>([
    ['a price', 'The deposit is 4711 €.', 'cannot-tell'],
    ['a price, and the code', 'The deposit is 4711 €. Code: 28 4711', 'earlier-pin'],
    ['Wi-Fi', 'Wi-Fi password: 4711', 'cannot-tell'],
    ['Wi-Fi, and the code', 'Wi-Fi password: abc, door code: 4711', 'earlier-pin'],
    ['a flat', 'You are in apartment 4711.', 'cannot-tell'],
    ['typed like a code', 'Apartment: 4711#', 'earlier-pin'],
    ['only the digits', '4711', 'earlier-pin'],
  ])('%s', (_what, text, expected) => expect(verdictOf([host(text)])).toBe(expected));

  it('is no PIN where the address, the unit or the booking explains it', () => {
    const ownData = ['Loft 4711', '12 rue Mercière, 69002 Lyon', 'HM-8233'];
    expect(verdictOf([host('Welcome to Loft 4711!')], known({ ownData }))).toBe('cannot-tell');
    expect(verdictOf([host('Type 4711# at Loft 4711')], known({ ownData }))).toBe('earlier-pin');
  });

  it('counts as a year unless it is called a code', () => {
    const year = known({ isEarlier: (pin) => pin === '2024' });
    expect(verdictOf([host('A new kitchen: 2024 was a good year, and since 2024 all is new')], year)).toBe('cannot-tell');
    for (const text of ['Code: 2024', 'Your PIN is 2024', '28 2024', '2024#', 'Der Türcode lautet 2024'])
      expect(verdictOf([host(text)], year)).toBe('earlier-pin');
  });
});

test('digits are read in every form', () => {
  const read = (text: string): readonly string[] => digitRuns(withoutQuotes(foldDigits(text))).map(({ groups }) => groups.join(' '));
  expect(read('2️⃣8️⃣ 4️⃣7️⃣1️⃣1️⃣#️⃣')).toEqual(['28 4711']);
  expect(read('２８４７１１')).toEqual(['284711']);
  expect(read('28<b>47</b>11<br>99')).toEqual(['284711', '99']);
  expect(read('28&nbsp;4711 &#52;&#x37;')).toEqual(['28 4711 47']);
  expect(read('28–4711, 28.4711, 28 - 4711')).toEqual(['28 4711', '28 4711', '28 4711']);
  expect(read('4 7 1 1\n4\u200B711')).toEqual(['4 7 1 1', '4711']);
  expect(read('PIN4711 CODE-4711 X4711 4711B B-4711 a/4711')).toEqual(['4711', '4711']);
});

test('reading takes little time, whatever the text is', () => {
  const texts = [
    '1 '.repeat(10_000),
    '1.'.repeat(10_000),
    '€1'.repeat(9_000),
    'a'.repeat(20_000),
    '<b'.repeat(9_000),
    'wrote 1'.repeat(3_000),
    '0 '.repeat(9_000),
  ];
  for (const text of texts) {
    const before = performance.now();
    compareThread([guest(text), host(text)], known());
    expect(performance.now() - before).toBeLessThan(1_500);
  }
});
