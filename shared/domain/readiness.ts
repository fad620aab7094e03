/** Whether an arriving guest will get in: what is known of each link between the booking and the door, and what follows. No PIN. */
import * as z from 'zod';
import { bookingIdSchema, claimIdSchema, codeIdSchema, lockIdSchema, placeSchema, unitIdSchema } from './id-schemas.ts';
import type { ClaimId, LockId } from './ids.ts';
import type { Immutable } from './immutable.ts';
import { problemTextSchema } from './problem.ts';
import { localDateTimeSchema } from './time-schemas.ts';

/** In the order in which they are shown, and in which the worst is looked for. */
export const LINK_NAMES = ['booking', 'code', 'gateway', 'battery', 'lock', 'guest', 'computer'] as const;
export type LinkName = (typeof LINK_NAMES)[number];

export const linkStateSchema = z.enum(['good', 'doubtful', 'broken', 'unknown']);
export type LinkState = z.infer<typeof linkStateSchema>;

export const verdictSchema = z.enum(['ready', 'on-its-way', 'check', 'action-needed']);
export type Verdict = z.infer<typeof verdictSchema>;

/** `because`: a sentence of the catalogue of links, or of problems; null for one that is good. `sinceMs`: null where it is not known. */
const linkSchema = z.strictObject({
  state: linkStateSchema,
  because: problemTextSchema.nullable(),
  sinceMs: z.number().nullable(),
  /** The door that it is about. */
  lockId: lockIdSchema.exactOptional(),
});
export type Link = Immutable<z.infer<typeof linkSchema>>;
export type Links = Readonly<Record<LinkName, Link>>;

export interface Readiness {
  readonly verdict: Verdict;
  /** What the one sentence is about; null when everything is as it should be. */
  readonly worst: LinkName | null;
  readonly links: Links;
}

/** When a whole list of bookings, and the list of each lock, was last read by a sync. Key: `LAST_READ`. */
const lastReadSchema = z.strictObject({ bookingsAtMs: z.number(), lists: z.record(z.string(), z.number()) });
export type LastRead = Immutable<z.infer<typeof lastReadSchema>>;
export const LAST_READ = 'all';

/**
 * What a sync knew of one stay and its doors. Kept in the history for stays that begin soon, so that it can be judged after a restart, by
 * another process, and while the clouds are unreachable. Written again only when something else than the times of reading changes, which are in
 * `LastRead`. Key: the booking's id.
 */
const arrivalSchema = z.strictObject({
  bookingId: bookingIdSchema,
  unitId: unitIdSchema.nullable(),
  unitName: z.string().max(300),
  guest: z.string().max(300),
  startMs: z.number(),
  endMs: z.number(),
  /** The user keeps the guest out. */
  isBlocked: z.boolean(),
  /** Whether what the booking says can be followed. */
  booking: linkSchema,
  doors: z.array(
    placeSchema.extend({
      codeId: codeIdSchema.nullable(),
      window: z.strictObject({ start: localDateTimeSchema, end: localDateTimeSchema }),
      /** `off`: read from the lock as off, or without a code, as it is to be. `unread`: its list could not be read. */
      state: z.enum(['verified', 'waiting', 'unread', 'broken', 'off']),
      /** Also for a verified one: somebody changed it by hand, or it needs other digits than another door. */
      because: problemTextSchema.nullable(),
      /** When the lock's list last showed the right code, for this window, or somewhat earlier than that. */
      verifiedAtMs: z.number().nullable(),
    }),
  ),
  guestTold: linkSchema,
  /** When the booking was read, or somewhat earlier. */
  readAtMs: z.number(),
});
export type Arrival = Immutable<z.infer<typeof arrivalSchema>>;
export type ArrivalDoor = Arrival['doors'][number];

/** What the account last said about a lock. Key: the lock's id. */
export const lockHealthSchema = z.strictObject({
  /** When the rest was asked for. It is read more often than it is stored: see `isWorthKeeping`. */
  readAtMs: z.number(),
  /** `phone`: without a gateway, a change reaches the door only when a phone syncs it. */
  reach: z.enum(['gateway', 'phone', 'unknown']),
  /** When the newest of its gateways last reached the cloud; null: unknown. */
  seenAtMs: z.number().nullable(),
  batteryMillivolts: z.number().nullable(),
  batteryAtMs: z.number().nullable(),
  logSequence: z.number().nullable(),
  /** When a sync hint of the lock (battery date, log sequence) was first seen to have moved; null: never. */
  movedAtMs: z.number().nullable(),
  /** One reading a week of a battery without known marks, oldest first, up to about a month ago. */
  earlier: z.array(z.strictObject({ millivolts: z.number(), atMs: z.number() })).max(10),
  /** The lock refuses access to this account. */
  isRefused: z.boolean(),
});
export type KnownLockHealth = Immutable<z.infer<typeof lockHealthSchema>>;

/** Whether a code that was written has reached its lock. Key: the code's id. */
const codeReachSchema = placeSchema.extend({
  claimId: claimIdSchema,
  writtenAtMs: z.number(),
  /** From then on it stays good, whatever happens to the gateway. null: not known yet. */
  reachedAtMs: z.number().nullable(),
});
export type CodeReach = Immutable<z.infer<typeof codeReachSchema>>;

/** When a stay's code was used first and last, as the lock's log tells. Key: `openedKey`. */
export function openedKey(claimId: ClaimId, lockId: LockId): string {
  return `${String(claimId)}@${String(lockId)}`;
}
const openedSchema = z.strictObject({ claimId: claimIdSchema, lockId: lockIdSchema, firstAtMs: z.number(), lastAtMs: z.number() });
export type Opened = Immutable<z.infer<typeof openedSchema>>;

/** What ends it: a guest or person without a right code, a code that would open too long, or the first day of which no booking was read. */
const COVERED_ENDS = ['arrival', 'person', 'open-code', 'unread-days'] as const;

/**
 * Until when the doors stay right without another sync, as the last one left them, and how many messages would not go until then. In the past
 * where a door is not right already. Key: "all".
 */
export const coveredSchema = z.strictObject({
  untilMs: z.number(),
  ends: z.enum(COVERED_ENDS),
  messages: z.int().nonnegative(),
  asOfMs: z.number(),
});
export type Covered = Immutable<z.infer<typeof coveredSchema>>;

/** Each is described where its schema is. */
export const READINESS_MEMORY = {
  arrival: arrivalSchema,
  'last-read': lastReadSchema,
  'lock-health': lockHealthSchema,
  'code-reach': codeReachSchema,
  opened: openedSchema,
  /** When the log of a lock was last read. Key: the lock's id. */
  'log-read': z.strictObject({ atMs: z.number() }),
  covered: coveredSchema,
} as const;
