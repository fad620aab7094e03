/** Suggests a lock for each unit by comparing names. Suggestions are only shown: a wrong door would let a guest into another flat. */
import type { UnitSummary } from '../../../shared/domain/booking.ts';
import type { KeypadSummary, LockSummary } from '../../../shared/domain/code.ts';
import type { KeypadId, LockId, UnitId } from '../../../shared/domain/ids.ts';
import { plainText } from '../../../shared/text.ts';

export interface MappingSuggestion {
  readonly unitId: UnitId;
  readonly doors: readonly { readonly lockId: LockId; readonly keypadId: KeypadId }[];
  /** 0 to 1; 1 is the same name. */
  readonly likeness: number;
}

/** Below this, two names have too little in common. */
const MIN_LIKENESS = 0.6;
/** How much better the best lock must be than the next one. */
const MIN_LEAD = 0.1;

/** Words that say what a thing is but not which one. Without accents, lower case. */
const GENERIC_WORDS: ReadonlySet<string> = new Set(
  (
    'apartment apartments appartement appart apt app flat unit room chambre wohnung ferienwohnung mieszkanie lock serrure schloss zamek door porte ' +
    'entree entrance entry tur drzwi keypad clavier digicode smart the keys main front le la les de des du d l et and und of'
  ).split(' '),
);

/** At most one suggestion for each unit, and no lock twice. Locks without a keypad are left out. */
export function suggestMapping(units: readonly UnitSummary[], locks: readonly LockSummary[]): readonly MappingSuggestion[] {
  const unitWords = units.map(({ name }) => meaningfulWords(name));
  const candidates = locks.filter(({ keypads }) => keypads.length > 0);
  const lockWords = candidates.map((lock) => lockNames(lock).map(meaningfulWords));
  const likeness = unitWords.map((words) => lockWords.map((names) => Math.max(...names.map((name) => compareWords(words, name)))));

  return units.flatMap((unit, unitIndex): MappingSuggestion[] => {
    const row = likeness[unitIndex] ?? [];
    const best = clearBest(row);
    const lock = best === null ? undefined : candidates[best];
    if (best === null || lock === undefined) return [];
    // The unit must also be clearly the best one for the lock.
    if (clearBest(likeness.map((other) => other[best] ?? 0)) !== unitIndex) return [];
    return [{ unitId: unit.id, doors: lock.keypads.map(({ keypadId }) => ({ lockId: lock.id, keypadId })), likeness: row[best] ?? 0 }];
  });
}

/** The lock's own name and, if it has a single keypad, the keypad's. */
function lockNames(lock: LockSummary): readonly string[] {
  const [keypad, ...others]: readonly KeypadSummary[] = lock.keypads;
  return keypad === undefined || others.length > 0 ? [lock.name] : [lock.name, keypad.name];
}

/** The index of the highest value, if it is high enough and well ahead of every other. */
function clearBest(values: readonly number[]): number | null {
  const best = values.reduce((bestIndex, value, index) => (value > (values[bestIndex] ?? -1) ? index : bestIndex), 0);
  const highest = values[best] ?? 0;
  if (highest < MIN_LIKENESS) return null;
  return values.every((value, index) => index === best || highest - value >= MIN_LEAD) ? best : null;
}

/** Those that say which thing it is; all of them where there are no others. */
export function meaningfulWords(name: string): readonly string[] {
  const words = plainText(name)
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => word.match(/\p{N}+|[^\p{N}]+/gu) ?? []);
  const specific = words.filter((word) => !GENERIC_WORDS.has(word));
  return [...new Set(specific.length > 0 ? specific : words)].map((word) => (/^\d+$/.test(word) ? word.replace(/^0+(?=\d)/, '') : word));
}

/** 0 to 1. Two names with numbers that share none of them are different things, however similar the words are. */
function compareWords(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return 0;
  const numbers = (words: readonly string[]): readonly string[] => words.filter((word) => /\d/.test(word));
  if (numbers(one).length > 0 && numbers(other).length > 0 && !numbers(one).some((number) => other.includes(number))) return 0;
  const shared = one.filter((word) => other.includes(word)).length;
  const containment = shared / Math.min(one.length, other.length);
  const overlap = (2 * shared) / (one.length + other.length);
  return Math.max((containment + overlap) / 2, pairLikeness(one.join(' '), other.join(' ')));
}

/** Share of letter pairs in common (Sørensen–Dice), which tolerates a typo. */
function pairLikeness(one: string, other: string): number {
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
  const left = pairs(one);
  const right = pairs(other);
  if (left.length === 0 || right.length === 0) return one === other ? 1 : 0;
  const rest = [...right];
  let shared = 0;
  for (const pair of left) {
    const index = rest.indexOf(pair);
    if (index === -1) continue;
    shared += 1;
    rest.splice(index, 1);
  }
  return (2 * shared) / (left.length + right.length);
}
