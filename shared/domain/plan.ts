/** Input and output of planning. Planning reads no clock, disk or network: everything it uses is in its input. */
import * as z from 'zod';
import type { CloudName } from '../errors.ts';
import type { LocalDateTime } from '../time.ts';
import { bookingSchema } from './booking.ts';
import type { BlockedPeriod, BookingFetch, BookingLookup, GuestContact, OtherStay, ShownBooking } from './booking.ts';
import { CHANGE_FIELDS } from './code.ts';
import type { Code, CodeRecord, Pin, UnreadShare } from './code.ts';
import { codeIdSchema, placeSchema } from './id-schemas.ts';
import type { BookingId, ClaimId, ClaimRef, CodeId, KeypadPlace, LockId, PersonId, UnitId } from './ids.ts';
import type { Immutable } from './immutable.ts';
import type { MemoryChange, Remembered } from './memory.ts';
import { stayTimesSchema } from './stay-times.ts';
import { localDateTimeSchema } from './time-schemas.ts';
import type { Problem } from './problem.ts';
import type { Settings } from './settings.ts';
import type { Person, StayWish, Wishes } from './wishes.ts';

/** What a plan needs to know of earlier runs. Kept in the history; no PINs. */
export interface PlanMemory {
  /** Which draw a claim's PIN was, so that a lost code is created again with the same PIN. */
  readonly pinDraws: ReadonlyMap<ClaimId, PinDraw>;
  /** Since when reading a booking by id has answered 404 each time. Epoch milliseconds. */
  readonly missingSinceMs: ReadonlyMap<BookingId, number>;
  /** Held deletes that the user has not decided about, by operation key. */
  readonly waiting: ReadonlyMap<string, WaitingDelete>;
  readonly remembered: Remembered;
  /** Set when none of this could be read: nothing is then removed, shortened or moved. */
  readonly isUnknown?: boolean;
}
/** A delete that waits for the user, as an earlier run held it. */
export interface WaitingDelete extends KeypadPlace, ClaimRef {
  readonly key: string;
  readonly unitId: UnitId | null;
  readonly codeId: CodeId | null;
  readonly hold: HoldReason;
}
export interface PinDraw {
  readonly attempt: number;
  readonly length: number;
}

/** What the user wishes, as far as planning needs it. */
export interface PlanWishes {
  readonly stays: ReadonlyMap<BookingId, StayWish>;
  readonly people: readonly Person[];
  /** Digits that the user typed. A claim whose digits the PIN key cannot read is missing here, though its wish has some. */
  readonly typedPins: ReadonlyMap<ClaimId, Pin>;
  /** A digest by which a retired PIN is recognised; null without a PIN key. */
  readonly digestOf: (pin: Pin) => string | null;
  /** Digests by which a blocked guest is recognised; none without a PIN key. */
  readonly guestDigests: (contact: GuestContact) => readonly string[];
  /** Other than `none`: some may be missing here, or older than what the user decided last. */
  readonly recovery: Wishes['recovery'];
}
export const NO_WISHES: PlanWishes = {
  stays: new Map(),
  people: [],
  typedPins: new Map(),
  digestOf: () => null,
  guestDigests: () => [],
  recovery: 'none',
};

export interface PlanInput {
  readonly nowMs: number;
  readonly settings: Settings;
  readonly bookings: BookingFetch;
  readonly lookups: ReadonlyMap<BookingId, BookingLookup>;
  /** One entry per lock of the mapping; null when its list could not be read: its codes are left unchanged. */
  readonly lists: ReadonlyMap<LockId, readonly Code[] | null>;
  /** Rows of these lists that could not be read. */
  readonly unread?: ReadonlyMap<LockId, readonly UnreadShare[]>;
  readonly memory: PlanMemory;
  readonly wishes: PlanWishes;
  /** The account that each cloud answered for in this run; null where that could not be read. */
  readonly accounts: Readonly<Record<CloudName, string | null>>;
  /** Keys of held deletes that the user approved for this run: these are not held again. */
  readonly released: ReadonlySet<string>;
  /** True when the wall clock jumped by more than ten minutes. */
  readonly clockStepped: boolean;
  /** True when `nowMs` is by the clouds, because this computer's clock is wrong: codes are only created and extended. */
  readonly clockIsWrong: boolean;
  /** The n-th PIN of a claim. Without a PIN key it is random, and each call gives another. */
  readonly drawPin: (claimId: ClaimId, attempt: number, length: number) => Pin;
}

export const deleteEvidenceSchema = z.enum([
  /** Smoobu says that the booking is cancelled. */
  'cancelled',
  /** Reading it by id answered 404 in two runs at least ten minutes apart. */
  'gone',
  /** The stay ended more than keepDays ago. */
  'ended',
  /** The booking moved to another door, where its new code is verified. */
  'moved',
  /** The keypad has another code with the same tag, which is kept. */
  'duplicate',
  /** The keypad is full, and a guest arrives earlier: this code is made again as soon as there is room. */
  'makes-room',
  /** The user removed the person. */
  'person-removed',
  /** The user wants no code for this stay. */
  'no-code',
  /** The user removed this one. */
  'removed-by-user',
  /** The user replaced its door, and the code on the new one is verified. */
  'door-replaced',
]);
export type DeleteEvidence = z.infer<typeof deleteEvidenceSchema>;

export const holdReasonSchema = z.enum([
  /** The code is valid now: someone may be inside. */
  'someone-may-be-inside',
  /** The booking's dates do not contain the present time any more, but its code does. */
  'no-longer-booked',
  /** The stay has other doors now, and its guest may still be behind the former ones. */
  'doors-changed',
  /** Too many deletes at once. */
  'too-many-deletes',
  /** The clock jumped. */
  'clock-stepped',
  /** Smoobu returned no bookings at all. */
  'no-bookings',
  /** Several bookings of one day, or every booking, cannot be found any more. */
  'bookings-gone',
  /** The user decided about the code before, and the booking has changed since. */
  'decision-outdated',
]);
export type HoldReason = z.infer<typeof holdReasonSchema>;

/** Differences by field, as shown and recorded. Never a PIN. Start and end are "2026-11-23T15:00", or the part of it that is known. */
export function fieldChangesSchema(text: z.ZodString) {
  const value = z.union([text, z.boolean(), z.null()]);
  return z.partialRecord(z.enum(CHANGE_FIELDS), z.strictObject({ from: value, to: value }));
}
export type FieldChanges = z.infer<ReturnType<typeof fieldChangesSchema>>;
export type FieldChange = Immutable<NonNullable<FieldChanges[keyof FieldChanges]>>;

interface OperationBase extends KeypadPlace, ClaimRef {
  /** Identifies the operation across runs: the same situation gives the same key. */
  readonly key: string;
  /** null when the booking is unknown, or no longer known, and for people. */
  readonly unitId: UnitId | null;
  /** The start of the stay at the door, or of the code: the earliest is done first. */
  readonly urgency: LocalDateTime | null;
  readonly changes: FieldChanges;
  /** Done before everything else: a code between stays gives way before a neighbouring stay is written. */
  readonly goesFirst?: true;
}
/** What a run may try where The Keys refuses a write. */
export interface NextTries {
  /** Whether the PIN may be another: no guest can know it yet. */
  readonly pin: boolean;
  /** The next forms of note, name and start; null: there is none. */
  readonly note: number | null;
  readonly name: number | null;
  readonly start: number | null;
  /** Fingerprint of what is wanted. */
  readonly print: number;
}
interface WritesRecord {
  readonly record: CodeRecord;
  readonly next?: NextTries;
  /** A part of the user's note does not fit, and is left out. */
  readonly isNoteCut?: boolean;
}
export interface CreateOperation extends OperationBase, WritesRecord {
  readonly kind: 'create';
  /** null when the PIN is that of the booking's code on another door. */
  readonly pinDraw: PinDraw | null;
}
export interface UpdateOperation extends OperationBase, WritesRecord {
  readonly kind: 'update' | 'adopt';
  readonly codeId: CodeId;
  /** As in a delete: set when the update would take the door from somebody who may be inside. */
  readonly hold: HoldReason | null;
  /** The present times of the code cannot be read. */
  readonly isUnseen?: boolean;
  /** Set where the code gets another PIN, because a door of the booking refused the one it has. */
  readonly pinDraw?: PinDraw;
}
/** Creates a code here, verifies it, and deletes `from` once every door of the booking is verified. */
export interface MoveOperation extends OperationBase, WritesRecord {
  readonly kind: 'move';
  readonly pinDraw: PinDraw | null;
  readonly from: KeypadPlace & { readonly codeId: CodeId };
}
export interface DeleteOperation extends OperationBase {
  readonly kind: 'delete';
  readonly codeId: CodeId;
  readonly evidence: DeleteEvidence;
  /** null: not held. Otherwise the delete needs the user's approval. */
  readonly hold: HoldReason | null;
  /** Keys of operations that must be verified first. */
  readonly after: readonly string[];
}
/** null: not held. */
export function holdOf(operation: PlannedOperation): HoldReason | null {
  return operation.kind === 'create' || operation.kind === 'move' ? null : operation.hold;
}
export type PlannedOperation = CreateOperation | UpdateOperation | MoveOperation | DeleteOperation;

const stayWindowSchema = z.strictObject({ start: localDateTimeSchema, end: localDateTimeSchema });
export type StayWindow = Immutable<z.infer<typeof stayWindowSchema>>;

/** One door of a live stay, and how it will be after the plan. */
export const stayDoorSchema = placeSchema.extend({
  prefix: z.string(),
  window: stayWindowSchema,
  /** `in-place`: the lock has the right code. `planned`: an operation of this plan writes it. `blocked`: a problem says why not. */
  state: z.enum(['in-place', 'planned', 'blocked']),
  codeId: codeIdSchema.nullable(),
  operationKey: z.string().nullable(),
  /** Nobody is to get in there: its code is off, or none is made. */
  isOff: z.literal(true).exactOptional(),
});
export type StayDoor = Immutable<z.infer<typeof stayDoorSchema>>;

/** A live booking and its doors: one row of the arrivals. */
export const staySchema = z.strictObject({
  booking: bookingSchema,
  unitName: z.string(),
  /** Where the ends of its window come from. */
  times: stayTimesSchema,
  doors: z.array(stayDoorSchema),
});
export type Stay = Omit<Immutable<z.infer<typeof staySchema>>, 'booking'> & { readonly booking: ShownBooking };

/** The codes of a person, as they will be after the plan. */
export interface PersonPlan {
  readonly personId: PersonId;
  /** When the codes work now or next; null: never again, or not until a check-out is known. */
  readonly window: StayWindow | null;
  readonly doors: readonly StayDoor[];
}

export interface Plan {
  readonly operations: readonly PlannedOperation[];
  readonly problems: readonly Problem[];
  readonly stays: readonly Stay[];
  /** Without people who were removed. */
  readonly people: readonly PersonPlan[];
  readonly blockedPeriods: readonly BlockedPeriod[];
  /** As they are before the plan. */
  readonly others: readonly OtherStay[];
  /** Codes that need no change. */
  readonly unchanged: number;
  /** Bookings and codes left unchanged because of a problem or the user's choice. */
  readonly skipped: number;
  /** Set when all deletes of the run are held, even if none are due. */
  readonly heldBecause: HoldReason | null;
  /** Keys of holds whose reason was seen to be gone. All others stand, also those that this plan knows nothing about. */
  readonly settledHolds: readonly string[];
  /** What a live run keeps for later runs, before it writes to the locks. */
  readonly remember: readonly MemoryChange[];
}
