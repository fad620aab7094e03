/** Wishes: what the user decided for a stay, and the people who have codes without a booking. A wish beats the booking. */
import * as z from 'zod';
import type { BookingId, ClaimId } from './ids.ts';
import { bookingIdSchema, codeIdSchema, lockIdSchema, personIdSchema, unitIdSchema } from './id-schemas.ts';
import type { Immutable } from './immutable.ts';
import { keypadIdSchema } from './mapping.ts';
import { exactTimeSchema, localDateSchema, localDateTimeSchema } from './time-schemas.ts';

export const WISHES_SCHEMA_VERSION = 1;

/** A day counted from the stay's own, so that it moves along when the booking moves, and a wall time at the door. */
export const dayTimeSchema = z.strictObject({ day: z.int().min(-2).max(2), time: exactTimeSchema });
export type DayTime = Immutable<z.infer<typeof dayTimeSchema>>;

/** A PIN that must not be used again: by its draw, or for a typed or adopted one by a digest that is keyed with the PIN key. */
const retiredPinSchema = z.union([
  z.strictObject({ attempt: z.int().nonnegative(), length: z.int().min(4).max(12) }),
  z.strictObject({ digest: z.string().min(1).max(100) }),
]);
export type RetiredPin = Immutable<z.infer<typeof retiredPinSchema>>;

/** Digits that the user typed, encrypted with a key that is derived from the PIN key. */
const sealedPinSchema = z.string().min(1).max(200);

export const pinWishSchema = z.strictObject({
  /** null: drawn. */
  typed: sealedPinSchema.nullable().default(null),
  retired: z.array(retiredPinSchema).max(50).default([]),
});
export type PinWish = Immutable<z.infer<typeof pinWishSchema>>;

export const stayWishSchema = z.strictObject({
  /** Since when the user keeps this guest out. The locks remember it as well: their codes are switched off. */
  blockedSinceMs: z.int().nonnegative().nullable().default(null),
  /** When the user let a blocked guest in again: codes that are off are switched on until all are. null once blocked again. */
  letInSinceMs: z.int().nonnegative().nullable().default(null),
  /** The unit opens otherwise this time. */
  noCode: z.boolean().default(false),
  /** From the day of arrival. null: by the booking, the unit and the defaults. */
  from: dayTimeSchema.nullable().default(null),
  /** From the day of departure. */
  until: dayTimeSchema.nullable().default(null),
  pin: pinWishSchema.prefault({}),
  note: z.string().max(500).default(''),
  /** This guest is not told anything by Latchkey. */
  noMessages: z.literal(true).exactOptional(),
  /** Digests of the guest's e-mail address, phone number and Smoobu id, so that a blocked guest who books again is recognised. */
  guest: z.array(z.string().min(1).max(100)).max(3).default([]),
});
export type StayWish = Immutable<z.infer<typeof stayWishSchema>>;

/** When a person's code works. Local times at the door. */
export const scheduleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('always') }),
  z.strictObject({ kind: z.literal('once'), from: localDateTimeSchema, until: localDateTimeSchema }),
  z.strictObject({ kind: z.literal('between-stays'), unitId: unitIdSchema, maxHours: z.int().min(1).max(24).default(12) }),
]);
export type Schedule = Immutable<z.infer<typeof scheduleSchema>>;

/** One cleaner may have every door of a large host. */
export const MAX_PERSON_DOORS = 500;

export const personSchema = z.strictObject({
  id: personIdSchema,
  name: z.string().trim().min(1).max(50),
  doors: z
    .array(z.strictObject({ lockId: lockIdSchema, keypadId: keypadIdSchema }))
    .min(1)
    .max(MAX_PERSON_DOORS),
  schedule: scheduleSchema,
  pin: pinWishSchema.prefault({}),
  blockedSinceMs: z.int().nonnegative().nullable().default(null),
  letInSinceMs: z.int().nonnegative().nullable().default(null),
  /** A code made ahead for an emergency on one door. */
  isSpare: z.boolean().default(false),
  /** Local date: codes of `always` begin then. */
  createdOn: localDateSchema,
  /** Kept after the removal, so that codes on locks that cannot be read yet go later. */
  removedAtMs: z.int().nonnegative().nullable().default(null),
  /** The code made by hand that the user linked. */
  linked: z.strictObject({ lockId: lockIdSchema, keypadId: keypadIdSchema, codeId: codeIdSchema }).nullable().default(null),
});
export type Person = Immutable<z.infer<typeof personSchema>>;

export const wishesSchema = z.strictObject({
  schemaVersion: z.literal(WISHES_SCHEMA_VERSION).default(WISHES_SCHEMA_VERSION),
  stays: z
    .array(z.strictObject({ bookingId: bookingIdSchema, wish: stayWishSchema }))
    .max(20_000)
    .default([]),
  people: z.array(personSchema).max(2_000).default([]),
  /** How they came back after their file was damaged: from the last good copy, or not at all. Ends when the user confirms them. */
  recovery: z.enum(['none', 'copy', 'lost']).default('none'),
});
export type Wishes = Immutable<z.infer<typeof wishesSchema>>;

export function noWishes(): Wishes {
  return wishesSchema.parse({});
}
export function noStayWish(): StayWish {
  return stayWishSchema.parse({});
}

/** Blocks whom the codes of a claim are for, or lets them in again. `guest`: digests by which a blocked guest is recognised. */
export function withAccess(
  wishes: Wishes,
  id: ClaimId,
  access: 'blocked' | 'let-in',
  nowMs: number,
  guest: readonly string[] = [],
): Wishes {
  const isBlocked = access === 'blocked';
  const wish = { blockedSinceMs: isBlocked ? nowMs : null, letInSinceMs: isBlocked ? null : nowMs };
  if (typeof id === 'string') {
    const people = wishes.people.map((person) => (person.id === id ? { ...person, ...wish } : person));
    return { ...wishes, people };
  }
  return withStay(wishes, id, (known) => ({ ...known, ...wish, guest: guest.length > 0 ? [...guest] : known.guest }));
}

/** Own times for a stay; null: that end is not changed. */
export function withTimes(wishes: Wishes, id: BookingId, { from, until }: Pick<StayWish, 'from' | 'until'>): Wishes {
  return withStay(wishes, id, (known) => ({ ...known, from: from ?? known.from, until: until ?? known.until }));
}

/** The claim gets another PIN than that one. */
export function withRetired(wishes: Wishes, id: ClaimId, pin: RetiredPin): Wishes {
  const isOther = (one: RetiredPin): boolean => JSON.stringify(one) !== JSON.stringify(pin);
  const more = (wish: PinWish): Person['pin'] => ({ typed: null, retired: [...wish.retired.filter(isOther), pin].slice(-50) });
  if (typeof id === 'string') {
    const people = wishes.people.map((person) => (person.id === id ? { ...person, pin: more(person.pin) } : person));
    return { ...wishes, people };
  }
  return withStay(wishes, id, (known) => ({ ...known, pin: more(known.pin) }));
}

function withStay(wishes: Wishes, id: BookingId, change: (known: StayWish) => StayWish): Wishes {
  const known = wishes.stays.find(({ bookingId }) => bookingId === id)?.wish ?? noStayWish();
  return { ...wishes, stays: [...wishes.stays.filter(({ bookingId }) => bookingId !== id), { bookingId: id, wish: change(known) }] };
}
