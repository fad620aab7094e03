/**
 * What runs remember for later runs, beside PIN draws, absences and holds. One schema for each kind, whose values are kept under a key of
 * their own. Never a PIN or anything else secret, and no guest's name but those of arrivals.
 */
import * as z from 'zod';
import { MAX_SAID } from '../errors.ts';
import { bookingIdSchema, claimIdSchema, codeIdSchema, lockIdSchema, personIdSchema, placeSchema, unitIdSchema } from './id-schemas.ts';
import type { Immutable } from './immutable.ts';
import { READINESS_MEMORY } from './readiness.ts';
import { ACT_KINDS } from './stay-action.ts';
import { exactTimeSchema, localDateSchema, localDateTimeSchema } from './time-schemas.ts';
import { keptPlaceholderSchema, threadSchema, toldSchema } from './told.ts';
import { programLimitsSchema } from './program-limits.ts';
import { heardSchema } from './watchdog.ts';
import { dayTimeSchema } from './wishes.ts';

const windowSchema = z.strictObject({ start: localDateTimeSchema, end: localDateTimeSchema });

/** Digests by which a guest is recognised. */
const guestSchema = z.array(z.string().max(100)).max(3);
const isTrue = z.literal(true).exactOptional();

/** The wishes for a stay that acts change; a typed PIN is sealed. */
const actWishSchema = z.strictObject({
  blockedSinceMs: z.int().nonnegative().nullable(),
  noCode: z.boolean(),
  noMessages: z.boolean().default(false),
  from: dayTimeSchema.nullable(),
  until: dayTimeSchema.nullable(),
  typed: z.string().max(200).nullable(),
});

export const MEMORY_SCHEMAS = {
  /**
   * A code that somebody switched off, until none of the claim is off. `isKept`: the user answered that it stays off. `wasLetIn`: the user let the
   * claim in before, and whether that was carried out is not known any more. Key: the claim's id.
   */
  'switched-off': placeSchema.extend({
    claimId: claimIdSchema,
    codeId: codeIdSchema,
    isKept: z.boolean(),
    wasLetIn: isTrue,
  }),
  /** The last wish to let a claim in again, from the act on, and whether all its codes were on since. Key: the claim's id. */
  'let-in': z.strictObject({ claimId: claimIdSchema, sinceMs: z.int().nonnegative(), isDone: z.boolean() }),
  /** A code that read as on after it was switched off. Key: the code's id. */
  'stays-on': z.strictObject({ claimId: claimIdSchema, atMs: z.int() }),
  /**
   * What the user did, to take it back for 30 days: the wishes before and after, and the PIN that codes had which cannot be drawn again, sealed.
   * Key: the run's id.
   */
  act: z.strictObject({
    claimId: claimIdSchema,
    atMs: z.int(),
    action: z.enum(ACT_KINDS),
    /** null for people. */
    before: actWishSchema.nullable(),
    after: actWishSchema.nullable(),
    formerPin: z.string().max(200).nullable(),
  }),
  /** What the user did with a door, so that it can be taken back. Key: the run's id. */
  'door-act': z.discriminatedUnion('act', [
    z.strictObject({
      act: z.literal('replaced'),
      atMs: z.int(),
      from: placeSchema,
      to: placeSchema,
      units: z.array(unitIdSchema).max(2_000),
      people: z.array(personIdSchema).max(2_000),
    }),
    /**
     * `pin`: sealed; null where the code cannot come back. `hasNote`: it had one, which is not kept. The rest of the code is in the run's
     * operation.
     */
    z.strictObject({
      act: z.literal('removed'),
      atMs: z.int(),
      pin: z.string().max(200).nullable(),
      hasNote: z.boolean(),
    }),
  ]),
  /** A code as it was sent last, or accepted after it was changed by hand. Key: the code's id. */
  'read-back': placeSchema.extend({
    claimId: claimIdSchema,
    window: windowSchema,
    isActive: z.boolean(),
    /** Keyed with the PIN key, whose own digest tells another key. null: there was none. */
    pin: z.strictObject({ digest: z.string().max(100), key: z.string().max(100) }).nullable(),
    /** A list showed it so. */
    isVerified: z.boolean(),
    /** A list showed it as on since it was sent as on. */
    wasOn: z.boolean(),
    /** The wish to let its claim in under which it was read as on. */
    letInSinceMs: z.int().optional(),
    /** The wish to block its claim under which it was read as off. */
    blockedSinceMs: z.int().optional(),
    /** It read differently in the last sync. */
    differs: z.boolean(),
  }),
  /** What a hand at The Keys made of a code, beside what it was before. `isKept`: the user answered that it stays. Key: the code's id. */
  'by-hand': placeSchema.extend({
    claimId: claimIdSchema,
    codeId: codeIdSchema,
    before: windowSchema,
    window: windowSchema,
    isPinChanged: z.boolean(),
    isKept: z.boolean(),
    /** What the code has now, and what that means. */
    now: windowSchema,
    result: z.enum(['same', 'longer', 'shorter', 'shut-out', 'overruled', 'usual']),
  }),
  /** Digests of PINs that somebody replaced at The Keys: none comes back. Key: the claim's id. */
  'former-pins': z.strictObject({ claimId: claimIdSchema, digests: z.array(z.string().max(100)).max(20) }),
  /** The wish to block a guest that somebody undid at The Keys. `isAsked`: the user has not answered yet. Key: the claim's id. */
  'switched-on': placeSchema.extend({ claimId: claimIdSchema, codeId: codeIdSchema, blockedSinceMs: z.int() }),
  /** A code that somebody deleted, when, and whether the user is asked because it happened again or the code was off. Key: `createdKey`. */
  'deleted-by-hand': placeSchema.extend({
    claimId: claimIdSchema,
    codeId: codeIdSchema,
    atMs: z.int(),
    isAgain: z.boolean(),
    wasOff: z.boolean().default(false),
    isAnswered: z.boolean(),
    /** Of the PIN, for the user who wants another one. */
    pin: z.string().max(100).nullable(),
    guest: guestSchema,
  }),
  /** A code that a list showed as off, whoever wrote it. `guest`: while no code of the stay was on. Key: the code's id. */
  'seen-off': placeSchema.extend({ claimId: claimIdSchema, guest: guestSchema }),
  /** A booking whose guest is one that the user blocked before, by digests. `wasInside`: a code opened for them before. Key: the claim's id. */
  'blocked-guest': z.strictObject({ claimId: claimIdSchema, isLetIn: z.boolean(), guest: guestSchema, wasInside: isTrue }),
  /** The stays for which the digits of a spare code were shown; `until`: when each ends, as far as was known. Key: the person's id. */
  'spare-shown': z.strictObject({
    personId: personIdSchema,
    stays: z
      .array(z.strictObject({ bookingId: bookingIdSchema, until: localDateTimeSchema }))
      .min(1)
      .max(50),
  }),
  /** Codes that were missing at once: nothing is made again before a second sync shows the same. Key: the lock's id. */
  vanished: z.strictObject({ codeIds: z.array(codeIdSchema).max(500) }),
  /** Since when every list of bookings was incomplete. Key: `bookings`. */
  incomplete: z.strictObject({ sinceMs: z.number() }),
  /** Since when no sync has worked: the last one that did, else the first that failed; and how many failed since. Key: `sync`. */
  'no-sync': z.strictObject({ sinceMs: z.number(), failures: z.int().nonnegative() }),
  /** The account that a cloud's data belongs to, as the cloud names it. Key: the cloud's name. */
  account: z.strictObject({ id: z.string().min(1).max(100) }),
  /** That there is a mapping, and how many units it had last. */
  mapping: z.strictObject({ units: z.int().positive() }),
  /** A fingerprint of the name that was sent and the one that the cloud keeps instead. Key: the code's id. */
  'kept-name': z.strictObject({ print: z.int().nonnegative() }),
  /** Where the guest of a stay under way was let in before its doors changed. `isRead`: its booking was, too. Key: its id. Places as of `placeKey`. */
  'doors-inside': z.strictObject({ unitId: unitIdSchema.nullable(), places: z.array(z.string().max(200)), isRead: isTrue }),
  /**
   * The former booking of a guest who booked again. `same`: its PIN and codes belong to this one. `asked`: only the name says so, and the user is
   * asked. `unknown`: this one has another PIN, which the guest may not know. `other`: another guest, as the user said. Key: the booking's id.
   */
  'booked-again': z.strictObject({ from: bookingIdSchema, guest: z.enum(['same', 'asked', 'unknown', 'other']) }),
  /** When a stay ends that the user has a wish for, as long as the wish is kept. Key: the booking's id. */
  'wished-stay': z.strictObject({ bookingId: bookingIdSchema, departure: localDateSchema }),
  /** What the user had decided for the former booking of a guest who booked again, and what of it does not count for this one. Key: the booking's id. */
  'wishes-followed': z.strictObject({
    bookingId: bookingIdSchema,
    from: bookingIdSchema,
    left: z.array(z.enum(['own-times', 'no-code'])).max(2),
  }),
  /**
   * What the user is asked about the times of a stay, and answered. `until`: when its code ends meanwhile; null: it has none. `offers`: what may be
   * answered beside the usual times, as own times. Key: the booking's id.
   */
  'asked-times': z.strictObject({
    bookingId: bookingIdSchema,
    asks: z.enum(['night-check-out', 'same-day']),
    says: exactTimeSchema.nullable(),
    day: localDateSchema,
    until: localDateTimeSchema.nullable(),
    offers: z
      .array(
        z.strictObject({
          choice: z.enum(['morning-of-departure', 'night-after', 'between-guests', 'whole-day']),
          from: dayTimeSchema.nullable(),
          until: dayTimeSchema,
        }),
      )
      .max(4),
    isAnswered: z.boolean(),
  }),
  /** By how many days a booking's code ends after its departure day, and whether it followed that day without a mapping. Key: the booking's id. */
  'code-end': z.strictObject({ daysAfter: z.int().min(-3).max(3), followed: z.boolean() }),
  /** How many codes a keypad held when it last refused another because it was full, and when. Key: the place. */
  'keypad-limit': placeSchema.extend({ codes: z.int().nonnegative(), atMs: z.int() }),
  /** A code that was removed for now, since its keypad was full and `forClaim` arrives earlier. Key: `createdKey`. */
  'made-room': placeSchema.extend({ claimId: claimIdSchema, forClaim: claimIdSchema, atMs: z.int() }),
  /** Since when every discovery lacked a retired lock whose list is refused, and whether it was given up. Key: the lock's id. */
  'retired-lock': z.strictObject({ absentSinceMs: z.int(), isGivenUp: z.boolean() }),
  /** When the locks of the account were last read for this. Key: the cloud's name. */
  discovery: z.strictObject({ readAtMs: z.int() }),
  /** Codes of a claim on a keypad that The Keys accepted, oldest first. Key: `createdKey` in shared/reconcile/refusals/created-codes.ts. */
  'created-codes': placeSchema.extend({
    claimId: claimIdSchema,
    window: windowSchema,
    creates: z.array(z.strictObject({ codeId: codeIdSchema.nullable(), atMs: z.int(), listed: z.boolean() })).max(20),
  }),
  /** What The Keys refused for a booking on one keypad. Key: `refusalKey`. */
  refusal: z.strictObject({
    /** Draws whose PINs were refused. */
    draws: z.array(z.strictObject({ attempt: z.int().nonnegative(), length: z.int().positive() })).max(100),
    /** The forms of note, name and start to send; 0 is as wanted. */
    note: z.int().nonnegative().default(0),
    name: z.int().nonnegative(),
    start: z.int().nonnegative(),
    /** What the last refusal was about, where The Keys said so. */
    field: z.enum(['full', 'note', 'start', 'name', 'pin']).nullable(),
    /** A PIN was refused that the guest may know, so that it does not change by itself. */
    isKeptPin: z.boolean(),
    /** Refusals after everything was tried, and when the next try is due. */
    tries: z.int().nonnegative(),
    nextMs: z.int().nonnegative(),
    /** Fingerprint of the wanted name and times: after a change all is tried again. */
    print: z.int().nonnegative(),
    said: z.string().max(MAX_SAID).nullable(),
  }),
  /** The codes that a stay had when it was to have none any more: another one is somebody else's doing. Key: the booking's id. */
  'no-code': z.strictObject({ codeIds: z.array(codeIdSchema) }),
  /** The booking's PIN may still change: not every door had a code with it yet. Key: the booking's id. */
  'open-pin': z.strictObject({ sinceMs: z.int() }),
  /** The forms of notes, names and starts that a lock accepted after it had refused plainer wishes. Key: the lock's id. */
  'lock-forms': z.strictObject({ note: z.int().nonnegative().default(0), name: z.int().nonnegative(), start: z.int().nonnegative() }),
  /** In how many syncs in a row a lock's list could not be read. Key: the lock's id. */
  'unread-lock': z.strictObject({ runs: z.int().positive() }),
  /**
   * A cloud rejected these credentials: the times of the last sign-ins, and how many were rejected in a row. Key: the cloud's name. `mark`
   * tells other credentials from these; it is salted, slow to compute and too short to find them by.
   */
  rejection: z.strictObject({
    salt: z.string().max(100),
    mark: z.string().max(100),
    triesMs: z.array(z.number()).min(1).max(10),
    rejected: z.int().nonnegative(),
  }),
  /** A cloud asked not to be asked until then. `triedFor`: bookings for which it was asked all the same, once. Key: the cloud's name. */
  pause: z.strictObject({ sinceMs: z.number(), untilMs: z.number(), triedFor: z.array(z.number()).max(200) }),
  /** The window that a code with unreadable times got last; changed after it was made, or not. Key: the code's id. */
  'last-written': windowSchema.extend({ isChanged: z.boolean() }),
  /** Another account was seen there, with what the user said. Key: the cloud's name. `refused`: it is not theirs. */
  'other-account': z.strictObject({ id: z.string().min(1).max(100), refused: z.boolean() }),
  /** What the user decided about a removal that waited. Key: that of the operation, which names the situation it was decided in. */
  decision: z.strictObject({
    choice: z.enum(['approve', 'keep']),
    claimId: claimIdSchema,
    lockId: lockIdSchema,
    codeId: codeIdSchema,
  }),
  /** A live code that a run removed, or tried to, without asking. Key: the code's id. `gone`: its booking answered 404. */
  removed: z.strictObject({ atMs: z.int(), bookingId: bookingIdSchema, gone: z.boolean() }),
  /** What a guest was told in one way. Key: `toldKey`. */
  told: toldSchema,
  /** Key: the booking's id. */
  thread: threadSchema,
  /** Key: `placeholderKey`. */
  placeholder: keptPlaceholderSchema,
  /** When the placeholders of the account were last read. Key: "all". */
  'placeholders-read': z.strictObject({ atMs: z.number() }),
  /** When a way was switched on. Without it the register was lost, and nothing is sent. Key: the way. */
  'way-started': z.strictObject({ sinceMs: z.int() }),
  /** The host was told that this guest arrives soon without a working code. Key: the booking's id. */
  'host-told': z.strictObject({ bookingId: bookingIdSchema, atMs: z.int() }),
  ...READINESS_MEMORY,
  watchdog: heardSchema,
  'program-limits': programLimitsSchema,
  /** How many managed codes were live, about once an hour, oldest first. Key: "all". */
  'live-codes': z.strictObject({ samples: z.array(z.strictObject({ atMs: z.int(), count: z.int().nonnegative() })).max(100) }),
} as const;

export type MemoryKind = keyof typeof MEMORY_SCHEMAS;
export type MemoryValue<K extends MemoryKind> = Immutable<z.infer<(typeof MEMORY_SCHEMAS)[K]>>;
export type Remembered = { readonly [K in MemoryKind]: ReadonlyMap<string, MemoryValue<K>> };

/** null forgets. Decided by pure functions, and written by the run. */
export type MemoryChange = {
  readonly [K in MemoryKind]: { readonly kind: K; readonly key: string; readonly value: MemoryValue<K> | null };
}[MemoryKind];

export const MEMORY_KINDS = Object.keys(MEMORY_SCHEMAS) as readonly MemoryKind[];

export function nothingRemembered(): Remembered {
  return Object.fromEntries(MEMORY_KINDS.map((kind) => [kind, new Map()])) as unknown as Remembered;
}

export function withChanges(remembered: Remembered, changes: readonly MemoryChange[]): Remembered {
  const kinds = new Map(Object.entries(remembered).map(([kind, values]) => [kind, new Map<string, unknown>(values)]));
  for (const { kind, key, value } of changes) {
    if (value === null) kinds.get(kind)?.delete(key);
    else kinds.get(kind)?.set(key, value);
  }
  return Object.fromEntries(kinds) as unknown as Remembered;
}
