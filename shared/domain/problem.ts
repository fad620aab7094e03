/** What went wrong or needs the user's attention, as facts of a closed set of kinds. */
import * as z from 'zod';
import { CLOUD_FAILURE_KINDS, CLOUD_NAMES, MAX_SAID } from '../errors.ts';
import { bookingIdSchema, codeIdSchema, keypadIdSchema, lockIdSchema, personIdSchema, unitIdSchema } from './id-schemas.ts';
import type { Immutable } from './immutable.ts';

export const PROBLEM_KINDS = [
  // the bookings
  'unmapped-unit',
  'unmapped-followed',
  'unknown-booking-type',
  'bad-booking-dates',
  'unclear-times',
  'times-asked',
  'overlap',
  'bookings-incomplete',
  'incomplete-for-a-day',
  'no-bookings',
  'booking-unreadable',
  'booking-missing',
  'lookups-deferred',
  'other-account',
  'wrong-account',
  'removal-held',
  'code-kept',
  'booked-again',
  'other-pin',
  'wish-left',
  'code-came-back',
  'switched-off',
  'blocked',
  'still-on',
  'changed-by-hand',
  'shut-out-by-hand',
  'kept-by-hand',
  'pin-changed-by-hand',
  'switched-on',
  'code-deleted',
  'deleted-again',
  'codes-vanished',
  'blocked-guest-returns',
  'shared-pin',
  // what guests are told
  'not-told',
  'told-unclear',
  'told-partly',
  'told-by-hand',
  'register-lost',
  'told-wrong-pin',
  // the locks and codes
  'list-failed',
  'lock-unread',
  'door-unreadable',
  'scheduled-code',
  'ambiguous-tag',
  'unreadable-code',
  'no-free-pin',
  'own-pin-taken',
  'own-pin-unreadable',
  'pins-running-out',
  'keypad-full',
  'keypad-nearly-full',
  'waits-for-place',
  'removed-for-room',
  'different-pins',
  'person-door-unmapped',
  'unverified',
  'cannot-verify',
  'never-listed',
  'note-cut',
  'write-failed',
  'write-refused',
  'pin-refused',
  'pin-open',
  // what guests are told
  'placeholder-stays',
  'placeholder-failed',
  'placeholder-taken',
  'placeholder-no-pin',
  // accounts, this computer and the run
  'credentials-missing',
  'credentials-rejected',
  'cloud-unreachable',
  'cloud-paused',
  'cloud-failed',
  'forbidden-lock',
  'lock-given-up',
  'clock-stepped',
  'clock-wrong',
  'clock-skew',
  'keychain',
  'settings-recovered',
  'mapping-unconfirmed',
  'wishes-recovered',
  'wishes-lost',
  'history-recovered',
  'history-unstored',
  'pin-key-missing',
  'no-sync',
  'watchdog-unheard',
  'sync-crashed',
  'deadline',
  'interrupted',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

/** The key of a sentence in the catalogues, and what fills its placeholders. */
export const problemTextSchema = z.strictObject({
  key: z.string(),
  /** What the problem's other fields do not contain. Dates and times are `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM`. */
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ProblemText = Immutable<z.infer<typeof problemTextSchema>>;

export const questionSchema = z.strictObject({ key: z.string().min(1).max(300), choices: z.array(z.string().max(40)) });
export type Question = Immutable<z.infer<typeof questionSchema>>;

/** Facts only: shared/i18n/problem-text.ts makes the sentence. */
export const problemSchema = z.strictObject({
  kind: z.enum(PROBLEM_KINDS),
  text: problemTextSchema,
  /** True when a later run may resolve it without the user. */
  retryable: z.boolean(),
  /** Set when the problem concerns a whole cloud. Not part of the command line's JSON. */
  cloud: z.enum(CLOUD_NAMES).exactOptional(),
  /** Set when a cloud's failure is the cause. Not part of the command line's JSON. */
  failure: z.enum(CLOUD_FAILURE_KINDS).exactOptional(),
  /** Why The Keys refused a write, in its own words, without PIN and guest's name. */
  said: z.string().max(MAX_SAID).exactOptional(),
  /** Set when a cloud is not asked in every run: when it is asked again. Epoch milliseconds. Not part of the command line's JSON. */
  retryAtMs: z.number().exactOptional(),
  bookingId: bookingIdSchema.exactOptional(),
  personId: personIdSchema.exactOptional(),
  unitId: unitIdSchema.exactOptional(),
  lockId: lockIdSchema.exactOptional(),
  keypadId: keypadIdSchema.exactOptional(),
  codeId: codeIdSchema.exactOptional(),
  /** Set when it waits for the user: `latchkey answer` takes the key and one of the choices. Not kept in the history. */
  question: questionSchema.exactOptional(),
});
export type Problem = Immutable<z.infer<typeof problemSchema>>;

/** For the window, with a sentence in the user's language. It never contains secrets, PINs or phone numbers. */
export const shownProblemSchema = problemSchema.omit({ text: true }).extend({ message: z.string() });
export type ShownProblem = Immutable<z.infer<typeof shownProblemSchema>>;
