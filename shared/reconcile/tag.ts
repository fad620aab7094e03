/** The tag `Smoobu#<booking id>` in a code's description: it makes a code belong to a booking. */
import type { BookingId } from '../domain/ids.ts';

/** A separate word, without a letter, digit, `_` or `#` next to it: Smoobu#12 is not found in Smoobu#123. */
const TAG = /(?<![\p{L}\p{N}_#])Smoobu#([1-9]\d{0,14})(?![\p{L}\p{N}_#])/gu;

export type TagReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'tagged'; readonly bookingId: BookingId }
  /** Two different bookings in one description: the code belongs to neither and is never touched. */
  | { readonly kind: 'ambiguous'; readonly bookingIds: readonly BookingId[] };

export function tagFor(bookingId: BookingId): string {
  return `Smoobu#${String(bookingId)}`;
}

export function readTag(description: string): TagReading {
  const bookingIds = [...new Set([...description.matchAll(TAG)].map((match) => Number(match[1]) as BookingId))];
  const [first, ...others] = bookingIds;
  if (first === undefined) return { kind: 'none' };
  if (others.length > 0) return { kind: 'ambiguous', bookingIds };
  return { kind: 'tagged', bookingId: first };
}

/** A description with the tag first and then the user's text, without earlier tags. */
export function withTag(bookingId: BookingId, present: string): string {
  const tag = tagFor(bookingId);
  if (present === '' || present === tag) return tag;
  // The user's text keeps its spaces when the tag is already first.
  if (present.startsWith(tag) && /\s/.test(present.charAt(tag.length)) && readTag(present).kind === 'tagged') return present;
  const rest = present.replaceAll(TAG, ' ').replaceAll(/\s+/gu, ' ').trim();
  return rest === '' ? tag : `${tag} ${rest}`;
}
