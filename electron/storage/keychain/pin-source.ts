/** Draws PINs from the PIN key, so that a lost code is recreated with the PIN its guest already has, and no PIN has to be stored. */
import { createHmac, createSecretKey, randomInt } from 'node:crypto';
import type { PinSource } from '../../app/ports/system.ts';
import { parsePin } from '../../../shared/domain/code.ts';
import type { Pin } from '../../../shared/domain/code.ts';

export const PIN_KEY_BYTES = 32;

/** A uniformly distributed whole number from 0 up to, but not including, `limit`. */
export type RandomInt = (limit: number) => number;

/**
 * The n-th PIN of a booking or person. Without a key every draw is a new secure random one (`keyed` is false).
 *
 * The keyed draw: HMAC-SHA256(key, "<id of the booking or person>:<attempt>") is read byte by byte; bytes of 250 and more are skipped, so that every
 * digit (byte mod 10) is equally likely; when the 32 bytes are used up, "<id>:<attempt>:1", ":2" and so on give more.
 * A shorter PIN is therefore the beginning of the longer one of the same draw.
 * Fixed vector: key 00 01 02 … 1f, booking 90001, attempt 0, 8 digits: 36876026.
 */
export function createPinSource(key: Uint8Array | null, random: RandomInt = randomInt): PinSource {
  if (key === null) {
    return { keyed: false, draw: (_claimId, _attempt, length) => toPin(Array.from({ length }, () => String(random(10))).join('')) };
  }
  if (key.length !== PIN_KEY_BYTES) throw new RangeError(`The pin key must have ${String(PIN_KEY_BYTES)} bytes.`);
  const macKey = createSecretKey(key);
  return {
    keyed: true,
    draw: (claimId, attempt, length) => {
      let digits = '';
      for (let block = 0; digits.length < length; block += 1) {
        const message = `${String(claimId)}:${String(attempt)}${block === 0 ? '' : `:${String(block)}`}`;
        for (const byte of createHmac('sha256', macKey).update(message).digest()) {
          if (byte < FIRST_UNEVEN_BYTE) digits += String(byte % 10);
          if (digits.length === length) break;
        }
      }
      return toPin(digits);
    },
  };
}

/** 250 is the largest multiple of ten that a byte can reach. */
const FIRST_UNEVEN_BYTE = 250;

function toPin(digits: string): Pin {
  const pin = parsePin(digits);
  if (pin === null) throw new RangeError('A PIN has 1 to 12 digits.');
  return pin;
}
