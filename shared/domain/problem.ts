/** What went wrong or needs the user, as a closed set. Texts are made elsewhere; a problem carries facts. */
import type { CloudFailureKind, CloudName } from '../errors.ts';
import type { BookingId, CodeId, KeypadId, LockId, UnitId } from './ids.ts';

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
export interface ProblemText {
  readonly key: string;
  /** Ids, dates and wall times as they are, `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM`; made words when they are said. */
  readonly parameters: Readonly<Record<string, string | number>>;
}

export interface Problem {
  readonly kind: ProblemKind;
  /**
   * One plain sentence for the user: what happened, what it means for guests, what to do. No secrets, PINs, phones.
   * English where the problem arises, in the user's language where the window shows it.
   */
  readonly message: string;
  /** What `message` was made from (shared/i18n/problem-text.ts). It leaves neither to the window nor in the command line's JSON. */
  readonly say?: ProblemText;
  /** True when a later run may clear it without the user. */
  readonly retryable: boolean;
  /** The cloud it is about, where it is about a whole cloud; not part of the command line's JSON. */
  readonly cloud?: CloudName;
  /** How the cloud failed, where a failure is the cause; not part of the command line's JSON. */
  readonly failure?: CloudFailureKind;
  readonly bookingId?: BookingId;
  readonly unitId?: UnitId;
  readonly lockId?: LockId;
  readonly keypadId?: KeypadId;
  readonly codeId?: CodeId;
}
