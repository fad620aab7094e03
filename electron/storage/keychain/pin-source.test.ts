import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPinSource } from './pin-source.ts';
import { bookingId } from '../../../tests/support/ids.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, index) => index);

/** The same draw in the plainest words, on the platform's own HMAC. */
function slowDraw(key: Uint8Array, bookingId: number, attempt: number, length: number): string {
  const digits: number[] = [];
  for (let block = 0; digits.length < length; block += 1) {
    const message = `${String(bookingId)}:${String(attempt)}${block === 0 ? '' : `:${String(block)}`}`;
    for (const byte of createHmac('sha256', key).update(message).digest()) if (byte < 250) digits.push(byte % 10);
  }
  return digits.slice(0, length).join('');
}

const bookingIds = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const attempts = fc.integer({ min: 0, max: 10_000 });

describe('a keyed source', () => {
  const source = createPinSource(KEY);

  it('reproduces the documented vector', () => {
    expect(source.keyed).toBe(true);
    expect(source.draw(bookingId(90001), 0, 8)).toBe('36876026');
  });

  it('draws what HMAC-SHA256 says, for every key', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        bookingIds,
        attempts,
        fc.integer({ min: 1, max: 12 }),
        (key, id, attempt, length) => {
          expect(createPinSource(key).draw(bookingId(id), attempt, length)).toBe(slowDraw(key, id, attempt, length));
        },
      ),
    );
  });

  it('draws digits only, and shorter PINs as the beginning of longer ones', () => {
    fc.assert(
      fc.property(bookingIds, attempts, (id, attempt) => {
        const longest = source.draw(bookingId(id), attempt, 12);
        expect(longest).toMatch(/^[0-9]{12}$/);
        for (let length = 1; length < 12; length += 1) expect(source.draw(bookingId(id), attempt, length)).toBe(longest.slice(0, length));
      }),
    );
  });

  it('takes every digit equally often, in every place', () => {
    const draws = 20_000;
    for (const place of [0, 3, 7]) {
      const counts = new Array<number>(10).fill(0);
      for (let id = 1; id <= draws; id += 1) counts[Number(source.draw(bookingId(id), 0, 8)[place])]! += 1;
      const expected = draws / 10;
      const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // Nine degrees of freedom: a fair source stays below this in 999 of 1000 cases; the key is fixed, so the outcome is too.
      expect(chiSquare).toBeLessThan(27.9);
    }
  });

  it('differs by key, booking and attempt', () => {
    const other = createPinSource(Uint8Array.from(KEY, (byte) => byte ^ 1));
    expect(
      new Set([
        source.draw(bookingId(1), 0, 12),
        source.draw(bookingId(2), 0, 12),
        source.draw(bookingId(1), 1, 12),
        other.draw(bookingId(1), 0, 12),
      ]).size,
    ).toBe(4);
  });

  it('copies the key: wiping it afterwards changes nothing', () => {
    const key = Uint8Array.from(KEY);
    const wiped = createPinSource(key);
    key.fill(0);
    expect(wiped.draw(bookingId(90001), 0, 8)).toBe(source.draw(bookingId(90001), 0, 8));
  });

  it.each([0, 16, 31, 33])('refuses a key of %i bytes', (length) => {
    expect(() => createPinSource(new Uint8Array(length))).toThrow(RangeError);
  });

  it.each([0, 13])('refuses a PIN of %i digits', (length) => {
    expect(() => source.draw(bookingId(1), 0, length)).toThrow(RangeError);
  });
});

describe('a source without a key', () => {
  it('asks the random source for every digit', () => {
    const asked: number[] = [];
    const source = createPinSource(null, (limit) => asked.push(limit) - 1);
    expect(source.keyed).toBe(false);
    expect(source.draw(bookingId(1), 0, 4)).toBe('0123');
    expect(asked).toEqual([10, 10, 10, 10]);
  });

  it('draws again every time by default', () => {
    const source = createPinSource(null);
    const pins = Array.from({ length: 20 }, () => source.draw(bookingId(1), 0, 8));
    expect(pins.every((pin) => /^[0-9]{8}$/.test(pin))).toBe(true);
    expect(new Set(pins).size).toBeGreaterThan(15);
  });
});
