/** What went wrong or needs the user, as a closed set. Texts are made elsewhere; a problem carries facts. */
import * as z from 'zod';
import { CLOUD_FAILURE_KINDS, CLOUD_NAMES } from '../errors.ts';
import { bookingIdSchema, codeIdSchema, keypadIdSchema, lockIdSchema, unitIdSchema } from './id-schemas.ts';
import type { Immutable } from './immutable.ts';

export const PROBLEM_KINDS = [
  // the bookings
  'unmapped-unit',
  'unknown-booking-type',
  'bad-booking-dates',
  'overlap',
  'bookings-incomplete',
  'no-bookings',
  'booking-unreadable',
  'booking-missing',
  'lookups-deferred',
  // the locks and codes
  'list-failed',
  'scheduled-code',
  'ambiguous-tag',
  'unreadable-code',
  'no-free-pin',
  'different-pins',
  'unverified',
  'write-failed',
  // the surroundings
  'credentials-missing',
  'credentials-rejected',
  'cloud-unreachable',
  'cloud-failed',
  'forbidden-lock',
  'clock-stepped',
  'clock-skew',
  'keychain',
  'settings-recovered',
  'history-recovered',
  'pin-key-missing',
  'deadline',
  'interrupted',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** A sentence of the catalogue and what fills its places, so that it can be said in any language later. */
export const problemTextSchema = z.strictObject({
  key: z.string(),
  /** Ids, dates and wall times as they are, `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM`; formatted when the sentence is made. */
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ProblemText = Immutable<z.infer<typeof problemTextSchema>>;

export const problemSchema = z.strictObject({
  kind: z.enum(PROBLEM_KINDS),
  /**
   * One plain sentence for the user: what happened, what it means for guests, what to do. No secrets, PINs, phones.
   * English where the problem arises, in the user's language where the window shows it.
   */
  message: z.string(),
  /** True when a later run may clear it without the user. */
  retryable: z.boolean(),
  /** The cloud it is about, where it is about a whole cloud; not part of the command line's JSON. */
  cloud: z.enum(CLOUD_NAMES).exactOptional(),
  /** How the cloud failed, where a failure is the cause; not part of the command line's JSON. */
  failure: z.enum(CLOUD_FAILURE_KINDS).exactOptional(),
  bookingId: bookingIdSchema.exactOptional(),
  unitId: unitIdSchema.exactOptional(),
  lockId: lockIdSchema.exactOptional(),
  keypadId: keypadIdSchema.exactOptional(),
  codeId: codeIdSchema.exactOptional(),
});
export type Problem = Immutable<z.infer<typeof problemSchema>> & {
  /** What `message` was made from (shared/i18n/problem-text.ts). It leaves neither to the window nor in the command line's JSON. */
  readonly say?: ProblemText;
};
