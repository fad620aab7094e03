/** What a row says about who the guest is, in one spelling, so that it can be compared. Pure. Longer or odder texts are none. */
import type { Booking, GuestContact } from '../../../shared/domain/booking.ts';
import { Secret } from '../../../shared/secret.ts';
import type { WireBooking } from './wire.ts';

const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,189}$/u;
/** With what people write between the digits. */
const PHONE = /^[+\d\s().\-/\u2010-\u2015]{6,40}$/u;
const PHONE_DIGITS = /^\d{6,15}$/;

/** Nothing when the row has none of it. */
export function contactOf({ email, phone, guestId }: Pick<WireBooking, 'email' | 'phone' | 'guestId'>): Pick<Booking, 'contact'> {
  const contact = { email: secretOf(emailOf(email)), phone: secretOf(phoneOf(phone)), guestId };
  return Object.values(contact).every((value) => value === null) ? {} : { contact };
}

/** Of rows of one booking: what they do not contradict each other about. */
export function commonContact(rows: readonly Pick<Booking, 'contact'>[]): Pick<Booking, 'contact'> {
  const contacts = rows.flatMap(({ contact }) => contact ?? []);
  const contact: GuestContact = {
    email: common(
      contacts.map(({ email }) => email),
      (email) => email.reveal(),
    ),
    phone: common(
      contacts.map(({ phone }) => phone),
      (phone) => phone.reveal(),
    ),
    guestId: common(
      contacts.map(({ guestId }) => guestId),
      String,
    ),
  };
  return Object.values(contact).every((value) => value === null) ? {} : { contact };
}

/** null when two of the values differ; null among them is no difference. */
export function common<T>(values: readonly (T | null)[], textOf: (value: T) => string): T | null {
  const [first, ...others] = values.filter((value) => value !== null);
  return first !== undefined && others.every((other) => textOf(other) === textOf(first)) ? first : null;
}

function emailOf(text: string | null): string | null {
  const email = text?.slice(0, 400).trim().normalize('NFC').toLowerCase() ?? '';
  return EMAIL.test(email) ? email : null;
}

function phoneOf(text: string | null): string | null {
  const written = text?.slice(0, 100).trim() ?? '';
  if (!PHONE.test(written)) return null;
  const digits = written.replace(/\(\s*0\s*\)/u, '').replaceAll(/\D/gu, '');
  const international = written.startsWith('00') ? digits.slice(2) : digits;
  return PHONE_DIGITS.test(international) ? international : null;
}

function secretOf(text: string | null): Secret | null {
  return text === null ? null : new Secret(text);
}
