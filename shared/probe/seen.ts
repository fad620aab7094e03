/** What the probe of an account saw: answers of both clouds as they came, beside what was sent. In memory only, since they are full of names and PINs. */
import type { Code, CodeRecord } from '../domain/code.ts';
import type { BookingId, LockId } from '../domain/ids.ts';
import type { RefusedField } from '../reconcile/refusals/refused-field.ts';

export interface Seen {
  readonly status: number;
  /** undefined when the body is not JSON. */
  readonly json: unknown;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
}

/** `uncertain`: no usable answer came, or it was accepted and no list shows it. */
type WriteOutcome = 'done' | 'refused' | 'failed' | 'uncertain';
export interface Wrote {
  readonly outcome: WriteOutcome;
  /** What a refusal was about, where it said so in words that are known. */
  readonly field: RefusedField | null;
  readonly answer: Seen | null;
}

/** A code as the list showed it after a write. */
export interface ReadBack {
  readonly sent: CodeRecord;
  readonly code: Code;
  /** Its row, as it came. */
  readonly row: unknown;
}

export const NAME_FORMS = ['full', 'long', 'plain'] as const;
/** `full`: marks and signs of several languages. `long`: letters and blanks only. `plain`: also short. */
type NameForm = (typeof NAME_FORMS)[number];

export interface DoorSeen {
  readonly lockId: LockId | null;
  readonly nowMs: number;
  readonly signIn: Seen | null;
  readonly inventedToken: Seen | null;
  readonly missingToken: Seen | null;
  /** `utilisateur/get`, `partage/all/serrure`, `accessoire/get` of a gateway, `serrure/get`. */
  readonly account: Seen | null;
  readonly list: Seen | null;
  readonly gateway: Seen | null;
  readonly log: Seen | null;
  readonly creates: readonly (Wrote & { readonly form: NameForm })[];
  /** How long until the list showed the first code; null: not within a minute. Absent: none was made. */
  readonly lagMs?: number | null;
  readonly made: ReadBack | null;
  readonly updates: readonly (Wrote & { readonly note: 'long' | 'short' })[];
  /** After the first update that was not refused. */
  readonly firstUpdated: ReadBack | null;
  readonly off: ReadBack | null;
  readonly samePin: readonly (Wrote & { readonly name: 'same' | 'other' })[];
  readonly past: Wrote | null;
  readonly deletes: readonly Wrote[];
  readonly deletedAgain: Wrote | null;
}

export interface BookingSeen {
  readonly nowMs: number;
  readonly me: Seen | null;
  readonly unit: Seen | null;
  /** The first page of bookings. */
  readonly page: Seen | null;
  /** One of its bookings, asked for by its id. */
  readonly byId: { readonly id: BookingId; readonly answer: Seen } | null;
  /** The list from and to that booking's own days. */
  readonly ends: { readonly id: BookingId; readonly answer: Seen } | null;
  readonly thread: Seen | null;
  readonly placeholders: Seen | null;
  readonly written: PlaceholderSeen | null;
}
export interface PlaceholderSeen {
  readonly create: Wrote;
  /** The same key once more, and how many there were then. */
  readonly again: Wrote | null;
  readonly copies: number | null;
  readonly update: Wrote | null;
  readonly isUpdated: boolean | null;
  readonly remove: Wrote | null;
  readonly isGone: boolean | null;
}

export interface AllSeen {
  readonly doors: DoorSeen;
  readonly bookings: BookingSeen;
}

export const NO_DOOR_SEEN: DoorSeen = {
  ...{ lockId: null, nowMs: 0, signIn: null, inventedToken: null, missingToken: null, account: null, list: null, gateway: null, log: null },
  ...{ creates: [], made: null, updates: [], firstUpdated: null, off: null, samePin: [], past: null, deletes: [], deletedAgain: null },
};
export const NO_BOOKING_SEEN: BookingSeen = {
  ...{ nowMs: 0, me: null, unit: null, page: null, byId: null, ends: null, thread: null, placeholders: null, written: null },
};
