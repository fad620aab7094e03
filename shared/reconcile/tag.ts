/** The tag in a code's description, `Smoobu#<booking id>` or `Latchkey#<person id>`: it says why the code exists. */
import type { BookingId, ClaimId, PersonId } from '../domain/ids.ts';
import { cutText } from '../text.ts';

/** A separate word, without a letter, digit, `_` or `#` next to it: Smoobu#12 is not found in Smoobu#123. */
const TAG = /(?<![\p{L}\p{N}_#])(?:Smoobu#[1-9]\d{0,14}|Latchkey#[a-z][a-z0-9]{5})(?![\p{L}\p{N}_#])/gu;

export type TagReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'tagged'; readonly claimId: ClaimId }
  /** Two different tags in one description: the code belongs to neither and is never touched. */
  | { readonly kind: 'ambiguous'; readonly claimIds: readonly ClaimId[] };

export function tagFor(id: ClaimId): string {
  return typeof id === 'number' ? `Smoobu#${String(id)}` : `Latchkey#${id}`;
}

export function readTag(description: string): TagReading {
  const tags = description.match(TAG) ?? [];
  const [first] = tags;
  if (first === undefined) return { kind: 'none' };
  if (tags.some((tag) => tag !== first)) return { kind: 'ambiguous', claimIds: [...new Set(tags)].map(claimOfTag) };
  return { kind: 'tagged', claimId: claimOfTag(first) };
}

function claimOfTag(tag: string): ClaimId {
  const id = tag.slice(tag.indexOf('#') + 1);
  return tag.startsWith('Smoobu') ? (Number(id) as BookingId) : (id as PersonId);
}

/** Behind the tag of a code that could not be switched off. Every installation takes such a code for one that is off. */
const BLOCKED = 'blocked';
const BLOCKED_TAG = new RegExp(`${TAG.source}\\s+${BLOCKED}(?![\\p{L}\\p{N}_#])`, 'gu');

export function saysBlocked(description: string): boolean {
  return description.includes(BLOCKED) && description.search(BLOCKED_TAG) !== -1;
}

/** A description with the tag first, the word for a blocked code or not, and then the user's text, without earlier tags. */
export function withTag(id: ClaimId, present: string, isBlocked = saysBlocked(present)): string {
  const tag = isBlocked ? `${tagFor(id)} ${BLOCKED}` : tagFor(id);
  if (present === tag) return tag;
  // The user's text keeps its spaces when the tag is already first.
  const isFirst = present.startsWith(tag) && /\s/.test(present.charAt(tag.length));
  if (isFirst && readTag(present).kind === 'tagged' && saysBlocked(present) === isBlocked) return present;
  const rest = withoutTag(present);
  return rest === '' ? tag : `${tag} ${rest}`;
}

/** What the user wrote, without any tag. */
export function withoutTag(description: string): string {
  return description.replaceAll(BLOCKED_TAG, ' ').replaceAll(TAG, ' ').replaceAll(/\s+/gu, ' ').trim();
}

/** How long a description may be in each form, after the one before was refused: as it is, cut, cut more; then the tag alone. */
const NOTE_LENGTHS = [Number.POSITIVE_INFINITY, 255, 120] as const;
/** The last form in which something is left of a long note. */
export const LAST_CUT_NOTE_FORM = NOTE_LENGTHS.length - 1;

/** A description that begins with the tag, in one of its forms. The tag is never cut. */
export function noteInForm(id: ClaimId, description: string, form: number): string {
  const length = NOTE_LENGTHS[form] ?? 0;
  if (description.length <= length) return description;
  const cut = length === 0 ? '' : cutText(description, length);
  // Half a word of the note, such as "Smoobu#12" of "Smoobu#12a", must not become the tag of another booking.
  return readTag(cut).kind === 'tagged' ? cut : withTag(id, '', saysBlocked(description));
}

/** The next form that is another text than the present one; null after the last one. */
export function nextNoteForm(id: ClaimId, description: string, form: number): number | null {
  const sent = noteInForm(id, description, form);
  for (let next = form + 1; next <= NOTE_LENGTHS.length; next += 1) if (noteInForm(id, description, next) !== sent) return next;
  return null;
}
