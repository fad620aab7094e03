/** What the calendar draws, before it has a place: stays, and codes without a stay. Pure. */
import type { AppSnapshot, StayStatus } from '../../../shared/domain/app-state.ts';
import type { OtherStay } from '../../../shared/domain/booking.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { BookingId, CodeId, PersonId, UnitId } from '../../../shared/domain/ids.ts';
import type { StayDoor } from '../../../shared/domain/plan.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { LocalDateTime } from '../../../shared/time.ts';

export type DoorCodes = CallOutput<'codes.list'>;
export type ListedCode = DoorCodes['codes'][number];

export const BAR_STATES = [
  'ready',
  'on-its-way',
  'check',
  'action-needed',
  'still-opens',
  'person',
  'by-hand',
  'outdated',
  'unknown-person',
  'off',
] as const;
/**
 * The verdict of a stay, as far as it is about this door. `still-opens`: of a guest who is not expected any more, whose code still opens, or of
 * anybody whose removal needs the user. `person`: a code without a booking. `by-hand`: made by hand. `outdated`: of nobody who comes any more.
 * `unknown-person`: of a person who is not known here. `off`: switched off.
 */
export type BarState = (typeof BAR_STATES)[number];

/** Why a guest is not expected any more. */
const NOT_EXPECTED = ['cancelled', 'gone', 'over'] as const satisfies readonly OtherStay['why'][];
type NotExpected = (typeof NOT_EXPECTED)[number];

export interface Draft {
  readonly key: string;
  readonly state: BarState;
  /** The same for all codes of one guest or person: they are counted once. */
  readonly who: string;
  /** null for codes without a stay that is shown. */
  readonly bookingId: BookingId | null;
  readonly personId: PersonId | null;
  /** null for stays, and for a code that is not on its lock yet. */
  readonly codeId: CodeId | null;
  /** Of the guest, person or code; may be empty. */
  readonly name: string;
  readonly schedule: ListedCode['schedule'];
  readonly unitName: string;
  readonly unitId: UnitId | null;
  /** At the door. null: without limit. */
  readonly start: LocalDateTime | null;
  readonly end: LocalDateTime | null;
  /** The lock has a code for it that is not off: within its time, it may open. */
  readonly isOnLock: boolean;
  /** Why the guest is not expected any more; null: the guest is, or nothing is known. */
  readonly why: NotExpected | null;
  /** Its removal needs the user's approval. */
  readonly isHeld: boolean;
  /** Among what there is to do, it is urgent. */
  readonly isUrgent: boolean;
}

export function stayDraft({ stay, verdict, because, verifiedPlaces }: StayStatus, door: StayDoor): Draft {
  const { booking, unitName } = stay;
  const isVerified = verifiedPlaces.some((place) => placeKey(place) === placeKey(door));
  // What is wrong with another door is no news at this one.
  const isAboutOther = isVerified && because?.lockId !== undefined && because.lockId !== door.lockId;
  return {
    key: `booking-${booking.id}-${placeKey(door)}`,
    state: isAboutOther ? 'ready' : verdict === 'ready' && !isVerified ? 'on-its-way' : verdict,
    who: `booking-${booking.id}`,
    bookingId: booking.id,
    personId: null,
    codeId: null,
    name: booking.guestName.trim(),
    schedule: null,
    unitName,
    unitId: booking.unitId,
    start: door.window.start,
    end: door.window.end,
    isOnLock: isVerified || door.codeId !== null,
    why: null,
    isHeld: false,
    isUrgent: false,
  };
}

/** What is known of codes that should not open their doors any more. */
export interface Unexpected {
  readonly others: ReadonlyMap<BookingId, OtherStay>;
  readonly held: ReadonlySet<CodeId | null>;
  readonly urgent: ReadonlySet<BookingId | null>;
}
export function unexpected({ others, holds, attention }: Pick<AppSnapshot, 'others' | 'holds' | 'attention'>): Unexpected {
  return {
    others: new Map(others.map((other) => [other.bookingId, other])),
    held: new Set(holds.filter(({ kind }) => kind === 'delete').map(({ codeId }) => codeId)),
    urgent: new Set(attention.filter(({ severity }) => severity === 'urgent').map(({ bookingId }) => bookingId)),
  };
}

export function codeDraft(code: ListedCode, { others, held, urgent }: Unexpected): Draft {
  const { codeId, bookingId, personId } = code;
  const other = bookingId === null ? undefined : others.get(bookingId);
  const why = NOT_EXPECTED.find((one) => one === other?.why) ?? null;
  const isHeld = held.has(codeId);
  const plain = codeState(code);
  const state = plain !== 'off' && (isHeld || (plain === 'outdated' && why !== null)) ? 'still-opens' : plain;
  return {
    key: `code-${codeId}-${placeKey(code)}`,
    state,
    who: personId ?? (bookingId === null ? `code-${codeId}` : `booking-${bookingId}`),
    bookingId: null,
    personId,
    codeId,
    name: code.name.trim(),
    schedule: code.schedule,
    unitName: '',
    unitId: null,
    start: code.start,
    end: code.end,
    isOnLock: code.isActive,
    why,
    isHeld,
    isUrgent: state === 'still-opens' && bookingId !== null && urgent.has(bookingId),
  };
}

function codeState({ isActive, owner }: ListedCode): BarState {
  if (!isActive) return 'off';
  // A guest's code without a stay at this door has outlived it.
  return owner === 'guest' ? 'outdated' : owner;
}
