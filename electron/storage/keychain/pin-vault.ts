/** Encrypts PINs that the user typed, and makes digests of PINs and guests, with keys that are derived from the PIN key. */
import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { PinVault, SealOwner, SealPurpose } from '../../app/ports/system.ts';
import { parsePin } from '../../../shared/domain/code.ts';
import { PIN_KEY_BYTES } from './pin-source.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Of the longest PIN: shorter ones are filled up, so that a sealed text says nothing about the length. */
const PADDED = 12;

/**
 * Every purpose has a key: HKDF-SHA256(PIN key, no salt, "latchkey <purpose>", 32 bytes). A PIN is sealed by AES-256-GCM under a random nonce
 * of 12 bytes, with "<purpose>:<claim id>" (or "<purpose>:code <code id>") as associated data, and written as nonce, ciphertext, tag. A digest is HMAC-SHA256. Both are
 * written in letters only, so that no digits in a file can be taken for a PIN.
 */
export function createPinVault(pinKey: Uint8Array | null, random: (bytes: number) => Uint8Array = randomBytes): PinVault {
  if (pinKey === null)
    return { keyed: false, seal: () => null, open: () => null, digestPin: () => null, digestText: () => null, digestGuest: () => null };
  if (pinKey.length !== PIN_KEY_BYTES) throw new RangeError(`The pin key must have ${String(PIN_KEY_BYTES)} bytes.`);
  const root = createSecretKey(pinKey);
  const keys = new Map<string, KeyObject>();
  const keyFor = (purpose: string): KeyObject => {
    const key = keys.get(purpose) ?? createSecretKey(Buffer.from(hkdfSync('sha256', root, '', `latchkey ${purpose}`, 32)));
    keys.set(purpose, key);
    return key;
  };
  const digest = (purpose: string, text: string): string => toLetters(createHmac('sha256', keyFor(purpose)).update(text).digest());

  return {
    keyed: true,
    seal: (purpose, owner, pin) => {
      const nonce = random(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce).setAAD(boundTo(purpose, owner));
      const text = Buffer.concat([cipher.update(pin.padEnd(PADDED)), cipher.final()]);
      return toLetters(Buffer.concat([nonce, text, cipher.getAuthTag()]));
    },
    open: (purpose, owner, sealed) => {
      const bytes = fromLetters(sealed);
      if (bytes?.length !== NONCE_BYTES + PADDED + TAG_BYTES) return null;
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), bytes.subarray(0, NONCE_BYTES));
      decipher.setAAD(boundTo(purpose, owner)).setAuthTag(bytes.subarray(-TAG_BYTES));
      const padded = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
      try {
        decipher.final();
      } catch {
        return null;
      }
      return parsePin(padded.toString('latin1').trimEnd());
    },
    digestPin: (pin) => digest('retired-pin', pin),
    digestText: (text) => digest('told-text', text),
    digestGuest: ({ email, phone, guestId }) => {
      const known = { 'guest-email': email?.reveal(), 'guest-phone': phone?.reveal(), 'guest-id': guestId?.toString() };
      return Object.entries(known).flatMap(([purpose, text]) => (text === undefined ? [] : [digest(purpose, text)]));
    },
  };
}

/** A booking's id is a number, a person's is one word, and a code's has a space: they never look alike. */
function boundTo(purpose: SealPurpose, owner: SealOwner): Buffer {
  return Buffer.from(`${purpose}:${String(owner)}`);
}

const LETTERS = 'abcdefghijklmnop';
/** Four bits each. */
function toLetters(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => LETTERS.charAt(byte >> 4) + LETTERS.charAt(byte & 15)).join('');
}
function fromLetters(text: string): Buffer | null {
  if (!/^(?:[a-p]{2})*$/.test(text)) return null;
  return Buffer.from((text.match(/../g) ?? []).map((pair) => LETTERS.indexOf(pair.charAt(0)) * 16 + LETTERS.indexOf(pair.charAt(1))));
}
