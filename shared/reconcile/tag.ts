/** The ownership tag `Smoobu#<booking id>` in a code's description: what makes a code ours. */
import type { BookingId } from '../domain/ids.ts';

/** Standing alone: neither a letter, digit, underscore nor another # touches it, so Smoobu#12 is not found in Smoobu#123. */
const TAG = /(?<![\p{L}\p{N}_#])Smoobu#([1-9]\d{0,14})(?![\p{L}\p{N}_#])/gu;

/** Most codes of ours carry the tag and nothing else; this is much cheaper than the search. */
const TAG_ALONE = /^Smoobu#([1-9]\d{0,14})$/;

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
  const alone = TAG_ALONE.exec(description);
  if (alone !== null) return { kind: 'tagged', bookingId: Number(alone[1]) as BookingId };
  const bookingIds = [...new Set([...description.matchAll(TAG)].map((match) => Number(match[1]) as BookingId))];
  const [first, ...others] = bookingIds;
  if (first === undefined) return { kind: 'none' };
  if (others.length > 0) return { kind: 'ambiguous', bookingIds };
  return { kind: 'tagged', bookingId: first };
}

/** The tag first, then whatever the user had written there, without an older copy of the tag. */
export function describe(bookingId: BookingId, present: string): string {
  const tag = tagFor(bookingId);
  if (present === '' || present === tag) return tag;
  // Already first: whatever the user wrote stays letter for letter.
  if (present.startsWith(tag) && /\s/.test(present.charAt(tag.length)) && readTag(present).kind === 'tagged') return present;
  const rest = present.replaceAll(TAG, ' ').replaceAll(/\s+/gu, ' ').trim();
  return rest === '' ? tag : `${tag} ${rest}`;
}
