/** Keypad codes as The Keys keeps them (`partage_accessoire`), with every unreadable value kept as unknown. */
import type { LocalDate, WallTime } from '../time.ts';
import type { CodeId, KeypadId, LockId } from './ids.ts';

/** A PIN: digits as text, leading zeros count. The brand keeps it from being mixed with texts that may be printed. */
export type Pin = string & { readonly __brand: 'Pin' };

/** The value of a field that came in a format nobody described. Unknown is never a difference (sync rules). */
export const UNKNOWN = 'unknown';
export type Unknown = typeof UNKNOWN;

/** One code on one keypad, as read from a lock's list. */
export interface Code {
  readonly id: CodeId;
  readonly lockId: LockId;
  readonly keypadId: KeypadId;
  readonly name: string;
  /** null when the list did not tell a usable PIN. */
  readonly pin: Pin | null;
  /** True when the cloud sent the PIN as a JSON number, so that leading zeros may be lost. `pin` is then unpadded. */
  readonly pinMayLackZeros: boolean;
  readonly active: boolean | Unknown;
  /** null is "open": a code without an end works for ever. */
  readonly startDate: LocalDate | null | Unknown;
  readonly startTime: WallTime | null | Unknown;
  readonly endDate: LocalDate | null | Unknown;
  readonly endTime: WallTime | null | Unknown;
  /** "" where the cloud says null. */
  readonly description: string;
  /** True when `horaires` is anything but an empty list: a weekly schedule we do not understand and never overwrite. */
  readonly hasSchedule: boolean;
  readonly notificationEnabled: boolean;
}

/** Everything an update or create sends. The server clears what is not sent, so this is always the whole record. */
export interface CodeRecord {
  readonly name: string;
  readonly pin: Pin;
  readonly startDate: LocalDate;
  readonly startTime: WallTime;
  readonly endDate: LocalDate;
  readonly endTime: WallTime;
  readonly active: boolean;
  readonly description: string;
  readonly notificationEnabled: boolean;
}

/** What can differ of a code, in the order it is shown. */
export const CHANGE_FIELDS = ['start', 'end', 'name', 'active', 'description', 'lockId', 'keypadId'] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

/** One lock's list. A list that failed is never an empty one. Shares of gateways, remotes and people are left out. */
export interface LockListing {
  readonly lockId: LockId;
  readonly codes: readonly Code[];
}

export interface KeypadSummary {
  readonly keypadId: KeypadId;
  readonly name: string;
}
export interface LockSummary {
  readonly id: LockId;
  readonly name: string;
  /** IANA zone of the lock; null when absent or unknown to this machine. */
  readonly timeZone: string | null;
  readonly batteryMillivolts: number | null;
  readonly keypads: readonly KeypadSummary[];
}

/** Formats a PIN for the screen: as many dots as digits. */
export function maskPin(pin: Pin | null): string {
  return pin === null ? '–' : '•'.repeat(pin.length);
}

/** Accepts digits only, 1 to 12 of them. Returns null for anything else. */
export function parsePin(text: string): Pin | null {
  return /^[0-9]{1,12}$/.test(text) ? (text as Pin) : null;
}
