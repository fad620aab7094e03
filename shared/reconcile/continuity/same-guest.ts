/** Whether two bookings of one name are of one guest, by e-mail address, phone number and Smoobu's id. Pure. */
import type { Booking } from '../../domain/booking.ts';
import { comparableName } from '../stay/names.ts';

/** `contact`: a contact proves it. `name`: only the name speaks. `other`: another name or contact, or no name at all. */
export type SameGuest = 'contact' | 'name' | 'other';

/** So many last digits tell two phone numbers apart, whether they are written with the country or without. */
const OWN_DIGITS = 7;
/** So many of them must be equal to prove anything. */
const PROVING_DIGITS = 8;

/**
 * `all`: every booking that was read. An address, number or id that guests of other names have too, such as the user's own, says nothing. Smoobu's
 * id may be another for each booking (cloud-facts S28): an equal one proves something, and a different one nothing.
 */
export function createSameGuest(all: readonly Booking[]): (one: Booking, other: Booking) => SameGuest {
  const names = new Map<string, string | null>();
  let isCounted = false;
  const isShared = (value: string): boolean => {
    if (!isCounted) for (const { guestName, contact } of all) count(names, guestName, contact);
    isCounted = true;
    return names.get(value) === null;
  };
  return (one, other) => {
    const name = comparableName(one.guestName);
    if (name === '' || name !== comparableName(other.guestName)) return 'other';
    const emails = [textOf(one.contact?.email, isShared), textOf(other.contact?.email, isShared)] as const;
    const phones = [textOf(one.contact?.phone, isShared), textOf(other.contact?.phone, isShared)] as const;
    const told = [compareEmails(...emails), comparePhones(...phones)];
    if (told.includes('different')) return 'other';
    if (told.includes('same')) return 'contact';
    const id = one.contact?.guestId ?? null;
    return id !== null && id === other.contact?.guestId && !isShared(idKey(id)) ? 'contact' : 'name';
  };
}

function count(names: Map<string, string | null>, guestName: string, contact: Booking['contact']): void {
  const name = comparableName(guestName);
  const { email, phone, guestId } = contact ?? {};
  for (const value of [email?.reveal(), phone?.reveal(), guestId == null ? undefined : idKey(guestId)]) {
    if (value === undefined) continue;
    const present = names.get(value);
    names.set(value, present === undefined || present === name ? name : null);
  }
}

function idKey(guestId: number): string {
  return `#${String(guestId)}`;
}

function textOf(secret: { reveal(): string } | null | undefined, isShared: (value: string) => boolean): string | null {
  const value = secret?.reveal() ?? null;
  return value === null || isShared(value) ? null : value;
}

type Comparison = 'same' | 'different' | 'unknown';

function compareEmails(one: string | null, other: string | null): Comparison {
  if (one === null || other === null) return 'unknown';
  return one === other ? 'same' : 'different';
}

function comparePhones(one: string | null, other: string | null): Comparison {
  if (one === null || other === null) return 'unknown';
  const [short = '', long = ''] = [one, other]
    .map((digits) => digits.replace(/^0+/u, ''))
    .sort((left, right) => left.length - right.length);
  if (short.length >= PROVING_DIGITS && long.endsWith(short)) return 'same';
  return short === long || short.slice(-OWN_DIGITS) === long.slice(-OWN_DIGITS) ? 'unknown' : 'different';
}
