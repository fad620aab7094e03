/** The ownership tag `Smoobu#<booking id>` in a code's description: what makes a code ours. */
import type { BookingId } from '../domain/ids.ts';

/** Standing alone: neither a letter, digit, underscore nor another # touches it, so Smoobu#12 is not found in Smoobu#123. */
const TAG = /(?<![\p{L}\p{N}_#])Smoobu#(\d{1,15})(?![\p{L}\p{N}_#])/gu;

export type TagReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'tagged'; readonly bookingId: BookingId }
  /** Two different bookings in one description: nobody's, and never touched. */
  | { readonly kind: 'ambiguous'; readonly bookingIds: readonly BookingId[] };

export function tagFor(bookingId: BookingId): string {
  return `Smoobu#${String(bookingId)}`;
}

export function readTag(description: string): TagReading {
  // Most descriptions on a lock are not ours; the plain search is much cheaper than the pattern.
  if (!description.includes('Smoobu#')) return { kind: 'none' };
  const bookingIds = [...new Set([...description.matchAll(TAG)].map((match) => Number(match[1])))].filter((id) => id > 0);
  const [first, ...others] = bookingIds;
  if (first === undefined) return { kind: 'none' };
  if (others.length > 0) return { kind: 'ambiguous', bookingIds };
  return { kind: 'tagged', bookingId: first };
}

/** The tag first, then whatever the host had written there, without an older copy of the tag. */
export function describe(bookingId: BookingId, present: string): string {
  const rest = present.replaceAll(TAG, ' ').replaceAll(/\s+/gu, ' ').trim();
  return rest === '' ? tagFor(bookingId) : `${tagFor(bookingId)} ${rest}`;
}
