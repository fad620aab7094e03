/** Whether two bookings of one name are of one guest, by e-mail address, phone number and Smoobu's id. Pure. */
import type { Booking } from '../../domain/booking.ts';
import { comparableName } from '../stay/names.ts';

/** `contact`: a contact proves it. `name`: only the name speaks. `other`: another name or contact, or no name at all. */
export type SameGuest = 'contact' | 'name' | 'other';

type Guest = Pick<Booking, 'guestName' | 'contact'>;

/** So many last digits tell two phone numbers apart, whether they are written with the country or without. */
const OWN_DIGITS = 7;
/** So many of them must be equal to prove anything. */
const PROVING_DIGITS = 8;

/** By address, number or id: the name of the guests who have it; null: of several names. */
type Names = Map<string | undefined, string | null>;

/**
 * `all`: every booking that was read. An address, number or id that guests of other names have too, such as the user's own, says nothing. Smoobu's
 * id may be another for each booking (cloud-facts S28): an equal one proves something, and a different one nothing.
 */
export function createSameGuest(all: readonly Guest[]): (one: Guest, other: Guest) => SameGuest {
  const names: Names = new Map();
  let isCounted = false;
  const isShared = (value: string | undefined): boolean => {
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

function count(names: Names, guestName: string, contact: Booking['contact']): void {
  const name = comparableName(guestName);
  const { email, phone, guestId = null } = contact ?? {};
  for (const value of [email?.reveal(), phone?.reveal(), idKey(guestId)]) {
    const present = names.get(value);
    names.set(value, present === undefined || present === name ? name : null);
  }
}

function idKey(guestId: number | null): string {
  return `#${String(guestId)}`;
}

function textOf(secret: { reveal(): string } | null | undefined, isShared: (value: string | undefined) => boolean): string | undefined {
  const value = secret?.reveal();
  return isShared(value) ? undefined : value;
}

/** undefined: nothing can be said. */
type Comparison = 'same' | 'different' | undefined;

function compareEmails(one: string | undefined, other: string | undefined): Comparison {
  if (one === undefined || other === undefined) return undefined;
  return one === other ? 'same' : 'different';
}

function comparePhones(one: string | undefined, other: string | undefined): Comparison {
  if (one === undefined || other === undefined) return undefined;
  const [left, right] = [withoutZeros(one), withoutZeros(other)];
  if (Math.min(left.length, right.length) >= PROVING_DIGITS && (left.endsWith(right) || right.endsWith(left))) return 'same';
  return left.slice(-OWN_DIGITS) === right.slice(-OWN_DIGITS) ? undefined : 'different';
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/u, '');
}
