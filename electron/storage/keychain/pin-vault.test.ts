import { createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GuestContact } from '../../../shared/domain/booking.ts';
import { parsePin } from '../../../shared/domain/code.ts';
import type { Pin } from '../../../shared/domain/code.ts';
import { personIdSchema } from '../../../shared/domain/id-schemas.ts';
import type { ClaimId } from '../../../shared/domain/ids.ts';
import { pinWishSchema } from '../../../shared/domain/wishes.ts';
import { Secret } from '../../../shared/secret.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { createPinVault } from './pin-vault.ts';

const KEY = Uint8Array.from({ length: 32 }, (_, index) => index);
const PURPOSES = ['wish-pin', 'undo-pin'] as const;
const vault = createPinVault(KEY);

const pinOf = (text: string): Pin => parsePin(text) ?? expect.fail('no PIN');
const pins = fc.stringMatching(/^[0-9]{4,12}$/).map(pinOf);
const claims: fc.Arbitrary<ClaimId> = fc.oneof(
  fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }).map(bookingId),
  fc.stringMatching(/^[a-z][a-z0-9]{5}$/).map((text) => personIdSchema.parse(text)),
);
const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });
const purposes = fc.constantFrom(...PURPOSES);
const contact = (given: Partial<Record<'email' | 'phone', string>> & { guestId?: number }): GuestContact => ({
  email: given.email === undefined ? null : new Secret(given.email),
  phone: given.phone === undefined ? null : new Secret(given.phone),
  guestId: given.guestId ?? null,
});
/** As another program would read it. */
const bytesOf = (letters: string): Buffer =>
  Buffer.from(
    letters.replaceAll(/[a-p]/g, (letter) => (letter.charCodeAt(0) - 97).toString(16)),
    'hex',
  );
const derived = (label: string): Buffer => Buffer.from(hkdfSync('sha256', KEY, '', `latchkey ${label}`, 32));

describe('a sealed PIN', () => {
  const FIXED = 'aaabacadaeafagahaiajakalgkgjmkicocdclehendmofamhgbpidddpfabnbafiajeabjbheheinain';

  it('is as documented', () => {
    const fixed = createPinVault(KEY, (bytes) => Uint8Array.from({ length: bytes }, (_, index) => index));
    const sealed = fixed.seal('wish-pin', bookingId(90001), pinOf('4821'));
    expect(sealed).toBe(FIXED);
    expect(vault.open('wish-pin', bookingId(90001), FIXED)).toBe('4821');
    const bytes = bytesOf(FIXED);
    const slow = createDecipheriv('aes-256-gcm', derived('wish-pin'), bytes.subarray(0, 12));
    slow.setAAD(Buffer.from('wish-pin:90001')).setAuthTag(bytes.subarray(24));
    expect(slow.update(bytes.subarray(12, 24)).toString() + slow.final().toString()).toBe('4821        ');
  });

  it('is opened by the same key, for the same claim and purpose, and nothing of it can be read without', () => {
    fc.assert(
      fc.property(keys, purposes, claims, pins, (key, purpose, claim, pin) => {
        const sealed = createPinVault(key).seal(purpose, claim, pin) ?? '';
        expect(createPinVault(key).open(purpose, claim, sealed)).toBe(pin);
        expect(sealed).toMatch(/^[a-p]{80}$/);
        expect(pinWishSchema.parse({ typed: sealed }).typed).toBe(sealed);
        expect(bytesOf(sealed).toString('latin1')).not.toContain(pin);
      }),
    );
  });

  it('differs each time, also for one PIN', () => {
    const sealed = Array.from({ length: 50 }, () => vault.seal('wish-pin', bookingId(1), pinOf('4821')));
    expect(new Set(sealed).size).toBe(50);
  });

  it('is nothing to another key, claim or purpose', () => {
    fc.assert(
      fc.property(keys, purposes, claims, claims, pins, (other, purpose, claim, otherClaim, pin) => {
        fc.pre(claim !== otherClaim);
        const sealed = vault.seal(purpose, claim, pin) ?? '';
        expect(createPinVault(other).open(purpose, claim, sealed)).toBeNull();
        expect(vault.open(purpose, otherClaim, sealed)).toBeNull();
        expect(vault.open(purpose === 'wish-pin' ? 'undo-pin' : 'wish-pin', claim, sealed)).toBeNull();
      }),
    );
  });

  it('is nothing once it is damaged, and no text is an error', () => {
    const sealed = vault.seal('wish-pin', bookingId(1), pinOf('4821')) ?? '';
    const letters = fc.stringMatching(/^[a-p]$/);
    fc.assert(
      fc.property(fc.nat({ max: 79 }), letters, (at, letter) => {
        fc.pre(sealed[at] !== letter);
        expect(vault.open('wish-pin', bookingId(1), sealed.slice(0, at) + letter + sealed.slice(at + 1))).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect(vault.open('wish-pin', bookingId(1), text)).toBeNull();
      }),
    );
    expect(vault.open('wish-pin', bookingId(1), sealed.slice(0, 78))).toBeNull();
    expect(vault.open('wish-pin', bookingId(1), '')).toBeNull();
  });
});

describe('a digest', () => {
  it('is as documented', () => {
    const slow = (purpose: string, text: string): string => createHmac('sha256', derived(purpose)).update(text).digest('hex');
    const hex = (letters: string | null | undefined): string => bytesOf(letters ?? '').toString('hex');
    expect(hex(vault.digestPin(pinOf('4821')))).toBe(slow('retired-pin', '4821'));
    const guest = vault.digestGuest(contact({ email: 'ada@planted.invalid', phone: '33600731904', guestId: 8841 }));
    expect(guest?.map(hex)).toEqual([
      slow('guest-email', 'ada@planted.invalid'),
      slow('guest-phone', '33600731904'),
      slow('guest-id', '8841'),
    ]);
  });

  it('is equal for equal PINs, and for them only; it has no digits', () => {
    fc.assert(
      fc.property(pins, pins, (one, other) => {
        expect(vault.digestPin(one) === vault.digestPin(other)).toBe(one === other);
        expect(vault.digestPin(one)).toMatch(/^[a-p]{64}$/);
        expect(pinWishSchema.safeParse({ retired: [{ digest: vault.digestPin(one) }] }).success).toBe(true);
      }),
    );
    expect(createPinVault(new Uint8Array(32)).digestPin(pinOf('4821'))).not.toBe(vault.digestPin(pinOf('4821')));
  });

  it('of a guest has one for each thing that is known, which is never that of another thing', () => {
    expect(vault.digestGuest(contact({}))).toEqual([]);
    expect(vault.digestGuest(contact({ phone: '336007' }))).toHaveLength(1);
    expect(vault.digestGuest(contact({ phone: '336007' }))).not.toEqual(vault.digestGuest(contact({ guestId: 336_007 })));
  });
});

it('without a PIN key there is nothing', () => {
  const keyless = createPinVault(null);
  const sealed = vault.seal('wish-pin', bookingId(1), pinOf('4821')) ?? '';
  expect([keyless.keyed, keyless.seal('wish-pin', bookingId(1), pinOf('4821')), keyless.open('wish-pin', bookingId(1), sealed)]).toEqual([
    false,
    null,
    null,
  ]);
  expect([keyless.digestPin(pinOf('4821')), keyless.digestGuest(contact({ guestId: 1 }))]).toEqual([null, null]);
});

it.each([0, 31, 33])('a key of %i bytes is refused', (length) => {
  expect(() => createPinVault(new Uint8Array(length))).toThrow(RangeError);
});
