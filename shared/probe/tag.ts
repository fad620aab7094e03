/** The tag of the probe's own codes. It is none of a booking or a person, so every sync takes such a code for one made by hand and leaves it alone. */
import type { Code } from '../domain/code.ts';
import type { CodeId } from '../domain/ids.ts';
import { readTag } from '../reconcile/tag.ts';
import { plainText } from '../text.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const TAG_LENGTH = 8;
const TAG = /(?<![\p{L}\p{N}_#-])Latchkey-probe#[a-z]{8}(?![\p{L}\p{N}_#])/gu;
/** What every name of such a code begins with, so that people recognise it. */
const NAME_START = 'Latchkey probe';

/** `random`: a whole number below its limit. */
export function newProbeTag(random: (limit: number) => number): string {
  return `Latchkey-probe#${Array.from({ length: TAG_LENGTH }, () => LETTERS.charAt(random(LETTERS.length))).join('')}`;
}

export const PROBE_TAG = /^Latchkey-probe#[a-z]{8}$/;

/** Of any probe. A note that names a booking or person as well is not the probe's to remove. */
export function hasProbeTag(note: string): boolean {
  return note.search(TAG) !== -1 && readTag(note).kind === 'none';
}

/** Whatever its note says. */
export function isNamedByProbe({ name }: Pick<Code, 'name'>): boolean {
  return plainText(name).startsWith(plainText(NAME_START));
}

/** `madeIds`: that The Keys named when they were made. Such a code may have lost its note, but not its name as well. */
export function isProbeCode(code: Pick<Code, 'id' | 'name' | 'description'>, madeIds: readonly CodeId[]): boolean {
  if (hasProbeTag(code.description)) return true;
  return madeIds.includes(code.id) && isNamedByProbe(code) && readTag(code.description).kind === 'none';
}

/** Each with what it finds out: other letters and signs, the length, neither. At most 50 characters (cloud-facts K22). */
export const PROBE_NAMES = {
  full: `${NAME_START} Zoë & Łukasz-Ñandú O’Neil (test)`,
  long: `${NAME_START} with a long name of plain letters`,
  plain: NAME_START,
  other: `${NAME_START} B`,
} as const;
