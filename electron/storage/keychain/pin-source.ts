/** PINs drawn from the pin key, so that a lost code comes back with the PIN the guest was told, and no PIN has to be stored. */
import { hash, randomInt } from 'node:crypto';
import type { PinSource } from '../../app/ports/system.ts';
import { parsePin } from '../../../shared/domain/code.ts';
import type { Pin } from '../../../shared/domain/code.ts';

export const PIN_KEY_BYTES = 32;

/** An evenly drawn whole number from 0 up to, but not including, `limit`. */
export type RandomInt = (limit: number) => number;

/**
 * The n-th PIN of a booking. Without a key every draw is a new secure random one (`keyed` is false).
 *
 * The keyed draw: HMAC-SHA256(key, "<booking id>:<attempt>") is read byte by byte; bytes of 250 and more are skipped, so that every
 * digit (byte mod 10) is equally likely; when the 32 bytes are used up, "<booking id>:<attempt>:1", ":2" and so on give more.
 * A shorter PIN is therefore the beginning of the longer one of the same draw.
 * Fixed vector: key 00 01 02 … 1f, booking 90001, attempt 0, 8 digits: 36876026.
 */
export function createPinSource(key: Uint8Array | null, random: RandomInt = randomInt): PinSource {
  if (key === null) {
    const draw = (_bookingId: number, _attempt: number, length: number): Pin =>
      toPin(Array.from({ length }, () => String(random(10))).join(''));
    return { keyed: false, draw };
  }
  if (key.length !== PIN_KEY_BYTES) throw new RangeError(`The pin key must have ${String(PIN_KEY_BYTES)} bytes.`);
  const mac = createMac(key);
  return {
    keyed: true,
    draw: (bookingId, attempt, length) => {
      let digits = '';
      for (let block = 0; digits.length < length; block += 1) {
        const bytes = mac(
          block === 0 ? `${String(bookingId)}:${String(attempt)}` : `${String(bookingId)}:${String(attempt)}:${String(block)}`,
        );
        for (let index = 0; index < bytes.length && digits.length < length; index += 1) {
          const byte = bytes.charCodeAt(index);
          if (byte < FIRST_UNEVEN_BYTE) digits += String(byte % 10);
        }
      }
      return toPin(digits);
    },
  };
}

/** 250 is the largest multiple of ten that a byte can reach. */
const FIRST_UNEVEN_BYTE = 250;
/** SHA-256 works on blocks of this many bytes. */
const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
/** Three whole numbers and two colons fit in well. */
const MAX_MESSAGE_LENGTH = 64;

/**
 * HMAC-SHA256 (RFC 2104) with the key's pads made once: planning draws tens of thousands of times, and one-shot hashes with
 * results as binary text take a third of the time of `createHmac`, which the tests compare it with. Messages are ASCII.
 */
function createMac(key: Uint8Array): (message: string) => string {
  const inner = Buffer.alloc(BLOCK_BYTES + MAX_MESSAGE_LENGTH);
  const outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES);
  for (let index = 0; index < BLOCK_BYTES; index += 1) {
    inner[index] = (key[index] ?? 0) ^ 0x36;
    outer[index] = (key[index] ?? 0) ^ 0x5c;
  }
  return (message) => {
    if (message.length > MAX_MESSAGE_LENGTH) throw new RangeError('The message is too long to draw from.');
    const length = BLOCK_BYTES + inner.write(message, BLOCK_BYTES, 'latin1');
    outer.write(hash('sha256', inner.subarray(0, length), 'binary'), BLOCK_BYTES, 'latin1');
    return hash('sha256', outer, 'binary');
  };
}

function toPin(digits: string): Pin {
  const pin = parsePin(digits);
  if (pin === null) throw new RangeError('A PIN has 1 to 12 digits.');
  return pin;
}
