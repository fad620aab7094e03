/** What planning takes in and gives out. Planning touches no clock, no disk and no network: everything it uses stands here. */
import * as z from 'zod';
import type { LocalDateTime } from '../time.ts';
import { bookingSchema } from './booking.ts';
import type { BookingFetch, BookingLookup } from './booking.ts';
import { CHANGE_FIELDS } from './code.ts';
import type { Code, CodeRecord, Pin } from './code.ts';
import { codeIdSchema, placeSchema } from './id-schemas.ts';
import type { BookingId, CodeId, KeypadPlace, LockId, UnitId } from './ids.ts';
import type { Immutable } from './immutable.ts';
import { localDateTimeSchema } from './time-schemas.ts';
import type { Problem } from './problem.ts';
import type { Settings } from './settings.ts';

/** What earlier runs left behind that a plan may use. Kept in the history; no PINs. */
export interface PlanMemory {
  /** Which draw of the PIN a booking got, and how many digits it had: a lost code comes back as it was. */
  readonly pinDraws: ReadonlyMap<BookingId, PinDraw>;
  /** When reading a booking by id first answered 404, without a find since. Epoch milliseconds. */
  readonly missingSinceMs: ReadonlyMap<BookingId, number>;
  /** Held deletes that still wait for the user, by operation key. */
  readonly waiting: ReadonlyMap<string, HoldReason>;
  /** Held deletes the user said no to, by operation key. */
  readonly dismissed: ReadonlySet<string>;
}
export interface PinDraw {
  readonly attempt: number;
  readonly length: number;
}

export interface PlanInput {
  readonly nowMs: number;
  readonly settings: Settings;
  readonly bookings: BookingFetch;
  readonly lookups: ReadonlyMap<BookingId, BookingLookup>;
  /** One entry per lock of the mapping; null is a failed list, on which nothing happens. */
  readonly lists: ReadonlyMap<LockId, readonly Code[] | null>;
  readonly memory: PlanMemory;
  /** Keys of held deletes the user has agreed to: these are not held again. */
  readonly released: ReadonlySet<string>;
  /** True when the wall clock moved by more than ten minutes without as much time passing. */
  readonly clockStepped: boolean;
  /** The n-th PIN of a booking. Pure with a key; a random source where none is to be had. */
  readonly drawPin: (bookingId: BookingId, attempt: number, length: number) => Pin;
}

export const deleteEvidenceSchema = z.enum([
  /** The booking is read as cancelled. */
  'cancelled',
  /** Reading it by id answered 404 in two runs at least ten minutes apart. */
  'gone',
  /** The stay ended more than keepDays ago. */
  'ended',
  /** The old side of a move whose new side is verified. */
  'moved',
  /** Another code with the same tag stands on the same keypad and is kept. */
  'duplicate',
]);
export type DeleteEvidence = z.infer<typeof deleteEvidenceSchema>;

export const holdReasonSchema = z.enum([
  /** The window is open now: someone may be inside. */
  'someone-may-be-inside',
  /** Too many deletes at once. */
  'too-many-deletes',
  /** The clock stepped. */
  'clock-stepped',
  /** No booking came back at all. */
  'no-bookings',
]);
export type HoldReason = z.infer<typeof holdReasonSchema>;

/** Differences by field, as shown and recorded. Never a PIN. Window values are "2026-11-23T15:00" or parts of it. */
export function fieldChangesSchema(text: z.ZodString) {
  const value = z.union([text, z.boolean(), z.null()]);
  return z.partialRecord(z.enum(CHANGE_FIELDS), z.strictObject({ from: value, to: value }));
}
export type FieldChanges = z.infer<ReturnType<typeof fieldChangesSchema>>;
export type FieldChange = Immutable<NonNullable<FieldChanges[keyof FieldChanges]>>;

interface OperationBase extends KeypadPlace {
  /** Names the operation across runs: the same situation gives the same key. */
  readonly key: string;
  readonly bookingId: BookingId;
  /** null when the booking is not known (any more). */
  readonly unitId: UnitId | null;
  /** When it starts to matter: the stay's start at the door, or the code's; orders the work. */
  readonly urgency: LocalDateTime | null;
  readonly changes: FieldChanges;
}
interface WritesRecord {
  readonly record: CodeRecord;
}
export interface CreateOperation extends OperationBase, WritesRecord {
  readonly kind: 'create';
  /** null when the PIN was taken over from another door of the booking. */
  readonly pinDraw: PinDraw | null;
}
export interface UpdateOperation extends OperationBase, WritesRecord {
  readonly kind: 'update' | 'adopt';
  readonly codeId: CodeId;
}
/** Create on this place, verify, then delete `from`. The delete waits until every door of the booking is verified. */
export interface MoveOperation extends OperationBase, WritesRecord {
  readonly kind: 'move';
  readonly pinDraw: PinDraw | null;
  readonly from: KeypadPlace & { readonly codeId: CodeId };
}
export interface DeleteOperation extends OperationBase {
  readonly kind: 'delete';
  readonly codeId: CodeId;
  readonly evidence: DeleteEvidence;
  /** Set: not carried out before the user's word. */
  readonly hold: HoldReason | null;
  /** Keys of operations that must be verified first (duplicates and old sides of moves). */
  readonly after: readonly string[];
}
export type PlannedOperation = CreateOperation | UpdateOperation | MoveOperation | DeleteOperation;

const stayWindowSchema = z.strictObject({ start: localDateTimeSchema, end: localDateTimeSchema });
export type StayWindow = Immutable<z.infer<typeof stayWindowSchema>>;

/** One door of one live stay, as the plan leaves it. */
export const stayDoorSchema = placeSchema.extend({
  prefix: z.string(),
  window: stayWindowSchema,
  /** `in-place`: read from the lock and right. `planned`: an operation of this plan. `blocked`: a problem says why. */
  state: z.enum(['in-place', 'planned', 'blocked']),
  codeId: codeIdSchema.nullable(),
  operationKey: z.string().nullable(),
});
export type StayDoor = Immutable<z.infer<typeof stayDoorSchema>>;

/** One live stay and its doors: what the arrivals view is made of. */
export const staySchema = z.strictObject({ booking: bookingSchema, unitName: z.string(), doors: z.array(stayDoorSchema) });
export type Stay = Immutable<z.infer<typeof staySchema>>;

export interface Plan {
  readonly operations: readonly PlannedOperation[];
  readonly problems: readonly Problem[];
  readonly stays: readonly Stay[];
  /** Codes that are right as they stand. */
  readonly unchanged: number;
  /** Bookings and codes left alone for a stated reason (problems, dismissed holds). */
  readonly skipped: number;
  /** Set when the whole run is held, deletes due or not. */
  readonly heldBecause: HoldReason | null;
}
