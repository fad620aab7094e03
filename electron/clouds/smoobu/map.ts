/** Smoobu's rows to bookings. Pure. A row that cannot be read is named, so that it never looks like an absent booking. */
import type { Booking, BookingState } from '../../../shared/domain/booking.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import { cleanText, compareText } from '../../../shared/text.ts';
import { parseLocalDate, parseWallTime, type WallTime } from '../../../shared/time.ts';
import { commonContact, contactOf } from './contact.ts';
import { commonMessageFacts, messageFactsOf } from './message-facts.ts';
import { MAX_NAME_LENGTH } from './wire.ts';
import type { WireBooking } from './wire.ts';

const LIVE_TYPES = new Set(['reservation', 'modification of booking']);
const MODIFICATION = 'modification of booking';
const NO_TIME = '00:00';

/**
 * The state of a row's booking. Any type that was never seen live, and a missing one, is unknown and changes nothing (cloud-facts S18).
 */
export function stateOf(row: Pick<WireBooking, 'type' | 'isBlocked'>): BookingState {
  const type = normalType(row.type);
  if (type.includes('cancel')) return 'cancelled';
  if (row.isBlocked || type.includes('block')) return 'blocked';
  return LIVE_TYPES.has(type) ? 'live' : 'unknown';
}

/** null for "", null, "00:00" (all of which mean that no time is set, cloud-facts S19) and anything that is no time. */
export function timeOf(text: string | null): WallTime | null {
  const time = text === null ? null : parseWallTime(text.trim());
  return time === NO_TIME ? null : time;
}

export type RowTrouble = 'id' | 'dates';

/** The booking of a row, or which part of the row cannot be read. */
export function mapBooking(row: WireBooking): Booking | RowTrouble {
  if (row.id === null) return 'id';
  const arrival = parseLocalDate(row.arrival?.trim() ?? '');
  const departure = parseLocalDate(row.departure?.trim() ?? '');
  if (arrival === null || departure === null) return 'dates';
  return {
    id: row.id,
    state: stateOf(row),
    unitId: row.apartmentId,
    arrival,
    departure,
    checkIn: timeOf(row.checkIn),
    checkOut: timeOf(row.checkOut),
    guestName: cleanText(row.guestName, MAX_NAME_LENGTH),
    ...contactOf(row),
    ...messageFactsOf(row),
    ...(row.apartmentName === '' ? {} : { unitName: row.apartmentName }),
    ...(row.related.length === 0 ? {} : { related: row.related }),
  };
}

export interface MappedBookings {
  /** One per id, in ascending order. */
  readonly bookings: readonly Booking[];
  /** Bookings whose rows cannot be read, without blocked days. Rows without an id are counted in pages.ts. */
  readonly unreadable: readonly BookingId[];
}

/**
 * Maps rows and merges those with the same id (cloud-facts S17), whatever their order. A row without readable dates is left out together
 * with the other rows of its id, since nobody can tell which of them is right.
 */
export function mapBookings(rows: readonly WireBooking[]): MappedBookings {
  const groups = new Map<BookingId, Candidate[]>();
  const withoutDates = new Set<BookingId>();
  const withStay = new Set(rows.flatMap(({ id, isBlocked }) => (id === null || isBlocked ? [] : [id])));
  for (const row of rows) {
    const booking = mapBooking(row);
    if (row.id === null) continue;
    if (typeof booking === 'string') withoutDates.add(row.id);
    else groups.set(row.id, [...(groups.get(row.id) ?? []), candidateOf(booking, row)]);
  }
  const bookings = [...groups]
    .filter(([id]) => !withoutDates.has(id))
    .sort(([left], [right]) => left - right)
    .map(([, candidates]) => mergeDoubles(candidates));
  const unreadable = [...withoutDates].filter((id) => withStay.has(id));
  return { bookings, unreadable: unreadable.sort((left, right) => left - right) };
}

interface Candidate {
  readonly booking: Booking;
  /** "YYYY-MM-DD HH:mm:ss", comparable; null when missing. */
  readonly modifiedAt: string | null;
  readonly isModification: boolean;
}

function candidateOf(booking: Booking, row: WireBooking): Candidate {
  return { booking, modifiedAt: comparableMoment(row.modifiedAt), isModification: normalType(row.type) === MODIFICATION };
}

/**
 * Rows of one id: the last change if all of them have a time, then modifications over reservations. Rows that still differ in anything
 * but the name make the state `unknown`.
 */
function mergeDoubles(candidates: readonly Candidate[]): Booking {
  const latest = latestOf(candidates);
  const contradictory = new Set(latest.map(({ booking }) => booking.state)).size > 1;
  const modifications = latest.filter(({ isModification }) => isModification);
  const preferred = !contradictory && modifications.length > 0 ? modifications : latest;
  const ordered = preferred.map(({ booking }) => booking).sort(byContent);
  const [first] = ordered;
  if (first === undefined) throw new Error('A group of rows is never empty.');
  const agree = !contradictory && ordered.every((booking) => doorKey(booking) === doorKey(first));
  const { contact: _contact, unitName: _unitName, language: _language, channelId: _channelId, reference: _reference, ...rest } = first;
  const [unitName, otherName] = new Set(ordered.flatMap((booking) => booking.unitName ?? []));
  const named = unitName === undefined || otherName !== undefined ? {} : { unitName };
  const merged = { ...rest, ...named, ...commonContact(ordered), ...commonMessageFacts(ordered) };
  return agree ? merged : { ...merged, state: 'unknown' };
}

function latestOf(candidates: readonly Candidate[]): readonly Candidate[] {
  const moments = candidates.map(({ modifiedAt }) => modifiedAt).filter((moment) => moment !== null);
  if (moments.length < candidates.length) return candidates;
  const last = moments.reduce((left, right) => (left > right ? left : right));
  return candidates.filter(({ modifiedAt }) => modifiedAt === last);
}

/** A fixed order: longer names first, since channels shorten them, then by text. */
function byContent(left: Booking, right: Booking): number {
  return (
    compareText(doorKey(left), doorKey(right)) ||
    right.guestName.length - left.guestName.length ||
    compareText(left.guestName, right.guestName)
  );
}

function doorKey(booking: Booking): string {
  const { state, unitId, arrival, departure, checkIn, checkOut } = booking;
  return JSON.stringify([state, unitId, arrival, departure, checkIn, checkOut]);
}

function normalType(type: string | null): string {
  return type?.trim().toLowerCase() ?? '';
}

/** Seconds can be missing (cloud-facts S20): the moment then counts as the start of its minute. */
function comparableMoment(text: string | null): string | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::(\d{2}))?/.exec(text?.trim() ?? '');
  return match === null ? null : `${match[1] ?? ''} ${match[2] ?? ''}:${match[3] ?? '00'}`;
}
