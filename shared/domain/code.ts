/** Keypad codes as The Keys stores them (`partage_accessoire`). A value that cannot be read is `unknown`. */
import type { LocalDate, WallTime } from '../time.ts';
import type { CodeId, KeypadId, LockId } from './ids.ts';

/** Digits as text, since leading zeros count. Branded, so that it is not mistaken for text that may be printed. */
export type Pin = string & { readonly __brand: 'Pin' };

/** The value of a field in an undocumented format. It never counts as a difference (sync rules). */
export const UNKNOWN = 'unknown';
export type Unknown = typeof UNKNOWN;

/** One code on one keypad, as read from a lock's list. */
export interface Code {
  readonly id: CodeId;
  readonly lockId: LockId;
  readonly keypadId: KeypadId;
  readonly name: string;
  /** null when the list has no usable PIN. */
  readonly pin: Pin | null;
  /** True when the cloud sent the PIN as a JSON number, so that leading zeros may be lost. `pin` is then unpadded. */
  readonly pinMayLackZeros: boolean;
  readonly active: boolean | Unknown;
  /** null: no limit. A code without an end works forever. */
  readonly startDate: LocalDate | null | Unknown;
  readonly startTime: WallTime | null | Unknown;
  readonly endDate: LocalDate | null | Unknown;
  readonly endTime: WallTime | null | Unknown;
  /** "" where the cloud says null. */
  readonly description: string;
  /** True when `horaires` is anything but an empty list: a weekly schedule, which Latchkey does not understand and never overwrites. */
  readonly hasSchedule: boolean;
  readonly notificationEnabled: boolean;
}

/** What a create or update sends. Always the whole record, because the server clears fields that are not sent. */
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

/** The fields in which a code can differ, in the order they are shown. */
export const CHANGE_FIELDS = ['start', 'end', 'name', 'active', 'description', 'lockId', 'keypadId'] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

/** The keypad codes of one lock, without the shares of gateways, remotes and people. A failed read is never an empty list. */
export interface LockListing {
  readonly lockId: LockId;
  readonly codes: readonly Code[];
  /** Rows that cannot be read, where there are any. */
  readonly unread?: readonly UnreadShare[];
}
/** As much of an unreadable row as can be read; null where nothing can. */
export interface UnreadShare {
  readonly codeId: CodeId | null;
  readonly keypadId: KeypadId | null;
  readonly description: string | null;
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
  /** When the battery was measured; absent when unknown. */
  readonly batteryAtMs?: number;
  /** Grows with the lock's log; absent when unknown. */
  readonly logSequence?: number;
  readonly keypads: readonly KeypadSummary[];
  /** null: the account lists none for this lock. Absent: whether there is one is unknown. */
  readonly gateway?: GatewaySummary | null;
}
/** Codes reach the lock through it. Without one, only when a phone opens or closes the door. */
export interface GatewaySummary {
  /** When it last reached the cloud, which does not say that this lock was in range. Of several gateways, the newest. null: unknown. */
  readonly seenAtMs: number | null;
  /** By which each can be read alone: the account may not say when it was seen. */
  readonly ids: readonly number[];
}

/** What an account of The Keys says of itself. null: it cannot be read. */
export interface LockAccount {
  /** The id that The Keys gives it. */
  readonly id: number | null;
  /** As it lists them: keypads that were never used may be missing. */
  readonly locks: readonly LockSummary[] | null;
}

/** A line of a lock's log that names a code. That none does says nothing: the log may lack it, or not name codes at all. */
export interface CodeUse {
  readonly codeId: CodeId;
  readonly atMs: number;
}

/** One dot for each digit. */
export function maskPin(pin: Pin | null): string {
  return pin === null ? '–' : '•'.repeat(pin.length);
}

/** Accepts digits only, 1 to 12 of them. Returns null for anything else. */
export function parsePin(text: string): Pin | null {
  return /^[0-9]{1,12}$/.test(text) ? (text as Pin) : null;
}
