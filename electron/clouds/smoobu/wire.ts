/** Smoobu's JSON, read tolerantly: keys in kebab or camel case, "" for null, numbers as text, unknown keys ignored (cloud-facts S21). Only a missing list is an error. */
import * as z from 'zod';
import type { BookingId, UnitId } from '../../../shared/domain/ids.ts';
import { cleanText } from '../../../shared/text.ts';
import { fieldsOf, idOf, objectSchema, textOf, wholeNumberOf, type Fields } from './fields.ts';

export type WireBooking = Readonly<ReturnType<typeof parseBooking>>;
export type WirePage = Readonly<NonNullable<ReturnType<typeof parsePage>>>;

/** Of guests, units and accounts. The settings hold no longer names. */
export const MAX_NAME_LENGTH = 200;

/** Linked apartments of one booking. */
const MAX_RELATED = 50;
/** The channel in which Smoobu enters blocked days. A guest's name there may be a guest's all the same. */
const BLOCKED_CHANNEL = 11;

const yesSchema = z.union([z.literal(true), z.literal(1), z.literal('1'), z.string().regex(/^\s*(?:true|yes)\s*$/i)]);
const pageSchema = z.looseObject({ bookings: z.array(z.unknown()) });
const apartmentsSchema = z.looseObject({ apartments: z.array(z.unknown()) });

/** null when the `bookings` list is missing: an answer without it is a failure, never an empty list. */
export function parsePage(json: unknown) {
  const parsed = pageSchema.safeParse(json);
  if (!parsed.success) return null;
  return {
    rows: parsed.data.bookings.map(parseBooking),
    page: wholeNumberOf(parsed.data, 'page'),
    pageCount: wholeNumberOf(parsed.data, 'page_count', 'pageCount'),
    totalItems: wholeNumberOf(parsed.data, 'total_items', 'totalItems'),
  };
}

/** A row reduced to what is needed; null is missing or unreadable. A value that is no object becomes a row without an id. */
export function parseBooking(json: unknown) {
  const row = fieldsOf(json);
  const apartment = fieldsOf(row.apartment);
  const guestName = textOf(row, 'guest-name', 'guestName');
  const fullName = [textOf(row, 'firstname', 'firstName'), textOf(row, 'lastname', 'lastName')].filter((name) => name !== null).join(' ');
  return {
    id: idOf(row, 'id') as BookingId | null,
    type: textOf(row, 'type'),
    arrival: textOf(row, 'arrival', 'arrivalDate', 'arrival-date'),
    departure: textOf(row, 'departure', 'departureDate', 'departure-date'),
    checkIn: textOf(row, 'check-in', 'checkIn'),
    checkOut: textOf(row, 'check-out', 'checkOut'),
    apartmentId: (idOf(apartment, 'id') as UnitId | null) ?? (idOf(row, 'apartmentId', 'apartment-id') as UnitId | null),
    apartmentName: cleanText(textOf(apartment, 'name') ?? '', MAX_NAME_LENGTH),
    guestName: guestName ?? fullName,
    email: textOf(row, 'email'),
    phone: textOf(row, 'phone'),
    guestId: idOf(row, 'guestId', 'guest-id'),
    related: relatedOf(row),
    language: textOf(row, 'language'),
    channelId: idOf(fieldsOf(row.channel), 'id') ?? idOf(row, 'channel_id', 'channelId', 'channel-id'),
    reference: textOf(row, 'reference-id', 'referenceId') ?? numberText(row, 'reference-id', 'referenceId'),
    modifiedAt: textOf(row, 'modifiedAt', 'modified-at'),
    isBlocked:
      ['is-blocked-booking', 'isBlockedBooking'].some((name) => yesSchema.safeParse(row[name]).success) ||
      (idOf(fieldsOf(row.channel), 'id') === BLOCKED_CHANNEL && (guestName ?? fullName) === ''),
  };
}

function numberText(row: Fields, ...names: readonly string[]): string | null {
  const number = idOf(row, ...names);
  return number === null ? null : String(number);
}

/** Ids of linked apartments; what cannot be read is left out, since they are only offered to the user. */
function relatedOf(row: Fields): readonly UnitId[] {
  const linked = Array.isArray(row.related) ? row.related.slice(0, MAX_RELATED) : [];
  return linked.flatMap((value: unknown) => (idOf(fieldsOf(value), 'id') as UnitId | null) ?? []);
}

/** null when the `apartments` list is missing. */
export function parseApartments(json: unknown) {
  const parsed = apartmentsSchema.safeParse(json);
  if (!parsed.success) return null;
  return parsed.data.apartments.map((value) => {
    const row = fieldsOf(value);
    return { id: idOf(row, 'id') as UnitId | null, name: cleanText(textOf(row, 'name') ?? '', MAX_NAME_LENGTH) };
  });
}

/** null when the answer is no object. It contains neither id nor name (cloud-facts S12). */
export function parseApartmentDetails(json: unknown) {
  const parsed = objectSchema.safeParse(json);
  return parsed.success ? { timeZone: textOf(parsed.data, 'timeZone', 'time-zone', 'timezone')?.trim() ?? null } : null;
}

/** null when the answer names no account. */
export function parseAccount(json: unknown) {
  const parsed = objectSchema.safeParse(json);
  if (!parsed.success) return null;
  const email = textOf(parsed.data, 'email');
  const account = { id: idOf(parsed.data, 'id'), email: email === null ? null : cleanText(email, MAX_NAME_LENGTH) };
  return account.id === null && account.email === null ? null : account;
}
