/** What was told compared with the lock, over invented threads: no false alarm, and no wrong PIN that is known is missed. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Pin } from '../../domain/code.ts';
import type { ThreadFact } from '../../domain/told.ts';
import { isTrivialPin } from '../../reconcile/stay/pins.ts';
import { place } from '../../../tests/support/ids.ts';
import { EASTERN_THREADS } from '../../../tests/support/threads/east.ts';
import { FORMS, TELLINGS } from '../../../tests/support/threads/invented.ts';
import type { InventedThread } from '../../../tests/support/threads/invented.ts';
import { WESTERN_THREADS } from '../../../tests/support/threads/west.ts';
import { compareThread } from './verdict.ts';
import type { KnownPins, WrittenMessage } from './verdict.ts';

const THREADS = [...WESTERN_THREADS, ...EASTERN_THREADS];

interface Digits {
  readonly prefix: string;
  readonly pin: string;
  readonly earlier: readonly string[];
  readonly others: readonly string[];
}
function known({ prefix, pin, earlier, others }: Digits, more: Partial<KnownPins> = {}): KnownPins {
  return {
    doors: [{ ...place(11, 'KpAlpha1'), prefix, pin: pin as Pin }],
    isEarlier: (one) => earlier.includes(one),
    isOfOtherStay: (one) => others.includes(one),
    prefixes: new Set(prefix === '' ? [] : [prefix]),
    ownData: [],
    ...more,
  };
}
const host = (text: string): WrittenMessage => ({ from: 'host', text });

function messagesOf({ guest = [], host: texts }: InventedThread, code: string): readonly WrittenMessage[] {
  return [...guest.map((text) => ({ from: 'guest' as const, text })), ...texts.map((text) => host(text.replaceAll('{code}', code)))];
}
/** Each number of the text, and numbers next to each other taken together. */
function everyNumber({ guest = [], host: texts }: InventedThread): readonly string[] {
  return [...guest, ...texts].flatMap((text) => {
    const numbers = [...text.matchAll(/\d+/g)].map(([digits]) => digits);
    return numbers.flatMap((_, at) => [1, 2, 3, 4].map((count) => numbers.slice(at, at + count).join('')));
  });
}

const digit = fc.integer({ min: 0, max: 9 }).map(String);
const digitsOf = (length: number): fc.Arbitrary<string> =>
  fc.array(digit, { minLength: length, maxLength: length }).map((all) => all.join(''));
const anyPin = fc
  .constantFrom(4, 4, 4, 5, 6)
  .chain(digitsOf)
  .filter((pin) => !isTrivialPin(pin));
const anyPrefix = fc.constantFrom('', '', '7', '18', '28', '123').chain((prefix) => fc.constant(prefix));
const anyDigits = fc.record({
  prefix: anyPrefix,
  pin: anyPin,
  earlier: fc.array(anyPin, { minLength: 1, maxLength: 3 }),
  others: fc.array(anyPin, { minLength: 1, maxLength: 30 }),
});
/** A PIN that is another's, or that the code of another door happens to be, says nothing about this thread. */
const distinct = (digits: Digits, codes: readonly string[] = []): Digits => {
  const free = (pins: readonly string[]): readonly string[] =>
    pins.filter((pin) => pin !== digits.pin && !codes.some((code) => code.endsWith(pin)));
  const earlier = free(digits.earlier);
  return { ...digits, earlier, others: free(digits.others).filter((pin) => !earlier.includes(pin)) };
};

it('has at least 120 threads', () => expect(THREADS.length).toBeGreaterThanOrEqual(120));

describe('no false alarm', () => {
  it.each(THREADS.map((thread) => [thread.about, thread] as const))('%s, whatever its numbers are by chance', (_about, thread) => {
    const { codes = [] } = thread;
    const numbers = everyNumber(thread).filter((number) => !codes.includes(number) && number.length >= 4 && number.length <= 8);
    for (const prefix of ['', '18', '4']) {
      const all = known({ prefix, pin: '6093', earlier: numbers, others: [] });
      expect(compareThread(messagesOf(thread, `${prefix}6093`), all).verdict).not.toBe('wrong');
      const others = known({ prefix, pin: '6093', earlier: [], others: numbers });
      expect(compareThread(messagesOf(thread, `${prefix}6093`), others).verdict).not.toBe('wrong');
      for (const number of numbers) {
        // The PIN itself: with another number before it that looks like a prefix, or none.
        const present = known({ prefix: `9${prefix}`, pin: number, earlier: [], others: [] });
        expect(compareThread(messagesOf(thread, ''), present).verdict).toBe('cannot-tell');
      }
    }
  });

  test.each(THREADS.map((thread) => [thread.about, thread] as const))('%s, with any PINs and prefixes', (_about, thread) => {
    fc.assert(
      fc.property(anyDigits, (digits) => {
        const right = `${digits.prefix}${digits.pin}`;
        const found = compareThread(messagesOf(thread, right), known(distinct(digits, thread.codes)));
        expect(found.verdict).toBe(thread.host.some((text) => text.includes('{code}')) ? 'agrees' : 'cannot-tell');
      }),
      { numRuns: 300 },
    );
  });
});

describe('every wrong PIN that is known is found', () => {
  const wrongOnes = fc.constantFrom<ThreadFact[]>('earlier-pin', 'other-stay', 'wrong-prefix');
  const telling = fc.record({
    form: fc.constantFrom(...FORMS),
    sentence: fc.constantFrom(...TELLINGS),
    among: fc.constantFrom(...THREADS),
  });

  it('in every form, language and thread', () => {
    fc.assert(
      fc.property(anyDigits, telling, wrongOnes, fc.boolean(), (drawn, { form, sentence, among }, fact, isLast) => {
        const digits = distinct(drawn, among.codes);
        const [earlier] = digits.earlier;
        const [other] = digits.others;
        const pin = fact === 'earlier-pin' ? earlier : fact === 'other-stay' ? other : digits.pin;
        const prefix = fact === 'wrong-prefix' ? digits.prefix.replaceAll(/\d/g, (one) => String((Number(one) + 1) % 10)) : digits.prefix;
        fc.pre(pin !== undefined && (fact !== 'wrong-prefix' || (prefix !== '' && prefix.length + pin.length <= 8)));
        const told = host(sentence.replace('{code}', form(prefix, pin)));
        // Written after it: nothing that is right.
        const rest = messagesOf(among, '');
        const found = compareThread(isLast ? [...rest, told] : [told, ...rest], known(digits));
        expect(found).toMatchObject({ verdict: 'wrong', fact });
      }),
      { numRuns: 5_000 },
    );
  });

  it('and the right one agrees, with the wrong one before it or in the same message', () => {
    fc.assert(
      fc.property(anyDigits, telling, fc.boolean(), (drawn, { form, sentence, among }, isTogether) => {
        const digits = distinct(drawn, among.codes);
        const [earlier] = digits.earlier;
        fc.pre(earlier !== undefined);
        const wrong = `Code: ${digits.prefix}${earlier}#`;
        const right = sentence.replace('{code}', form(digits.prefix, digits.pin));
        const texts = isTogether ? [`${wrong}\n${right}`] : [wrong, right];
        expect(compareThread([...texts.map(host), ...messagesOf(among, '')], known(digits)).verdict).toBe('agrees');
      }),
      { numRuns: 3_000 },
    );
  });
});
