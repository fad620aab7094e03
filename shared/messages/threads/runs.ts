/** The numbers of a message that may be digits for a keypad. Pure. */
import { BOOKING, CALLED_A_CODE, CODE, DOOR, ELSEWHERE, NAMED_BEFORE, NUMBER_BEFORE, NUMBER_OF, PASSWORD, YEAR_BEFORE } from './words.ts';
import { maskForms } from './masks.ts';

/** Digits that may belong together: joined by spaces, dots or dashes, or by nothing. */
export interface DigitRun {
  /** As they are written together. */
  readonly groups: readonly string[];
  /** Followed by a keypad's last key, as in `284711#`. */
  readonly isForKeypad: boolean;
  /** Words or letters near the group say that it is the number of something else. One for each group. */
  readonly isElse: readonly boolean[];
  /** The same for a number that may be a year: it counts only where it is called a code. */
  readonly isCalledCode: boolean;
}

const RUN = /\d+(?:(?:[ ]?[-.·][ ]?|[ ]{1,2})\d+)*/gu;
const KEYPAD_AFTER = /^[ ]?(?:#|✓|✔|☑|✅|⏎|🔵|🔔|🔑|\*(?!\*))/u;
const DOOR_WORD_GLUED = /(?<!\p{L})(?:code|pin|kod|kód|код|пін|código|codice|\p{L}*code)[-:=]?$/iu;
const MAX_RUNS = 400;

export function digitRuns(folded: string): readonly DigitRun[] {
  const masked = maskForms(folded);
  const runs: DigitRun[] = [];
  for (const found of masked.matchAll(RUN)) {
    if (runs.length >= MAX_RUNS) break;
    const start = found.index;
    const end = start + found[0].length;
    if (isGlued(masked, start, end)) continue;
    const isForKeypad = KEYPAD_AFTER.test(masked.slice(end, end + 3));
    const groups = [...found[0].matchAll(/\d+/g)];
    const before = folded.slice(Math.max(0, start - 80), start);
    runs.push({
      groups: groups.map(([digits]) => digits),
      isForKeypad,
      isElse: groups.map((group, index) => !isForKeypad && isElsewhere(folded, start + group.index, index === 0)),
      isCalledCode: isForKeypad || CALLED_A_CODE.test(before),
    });
  }
  return runs;
}

/** Part of a word, a link or a name such as `SUMMER4711`, `B-1204` or `HM47-11X`; not `PIN4711`. */
function isGlued(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 20), start);
  if (/^(?:[-_/&=@]?[\p{L}_]|[_/=@&]|:\/)/u.test(text.slice(end, end + 2))) return true;
  return /(?:[\p{L}_][-_]?|[_/=@&\\])$/u.test(before) && !DOOR_WORD_GLUED.test(before);
}

/** The full stop of `no. 12` ends nothing. */
const SENTENCE_ENDS = /[\n!?;]|\.(?=\s+[^\d\s])|(?<=\p{L}{4})\.(?=\s)/u;
const CLAUSE_ENDS = new RegExp(
  String.raw`${SENTENCE_ENDS.source}|[,()[\]|•·]|[ ]-[ ]|[ ](?:and|und|et|i|oraz|y|e|en|a(?![ ][lo])|та|і)[ ]`,
  'iu',
);

/** `isFirst`: of its run, so that the word before is about it. */
function isElsewhere(folded: string, at: number, isFirst: boolean): boolean {
  const before = folded.slice(Math.max(0, at - 60), at);
  if (isFirst && (NAMED_BEFORE.test(before) || (YEAR_BEFORE.test(before) && MAY_BE_YEAR.test(folded.slice(at, at + 5))))) return true;
  const sentence = around(folded, at, SENTENCE_ENDS);
  const clause = around(folded, at, CLAUSE_ENDS);
  const text = `${clause.before} ${clause.after}`;
  if (has(text, ELSEWHERE)) return true;
  if (lastIndex(sentence.before, ELSEWHERE) > lastIndex(sentence.before, DOOR)) return true;
  if (has(text, DOOR)) return false;
  if (has(text, BOOKING) && has(text, NUMBER_OF)) return true;
  return (has(text, PASSWORD) || NUMBER_BEFORE.test(clause.before)) && !has(text, CODE);
}
const MAY_BE_YEAR = /^(?:1[5-9]|20)\d\d(?!\d)/;

function around(text: string, at: number, ends: RegExp): { readonly before: string; readonly after: string } {
  const before =
    text
      .slice(Math.max(0, at - 300), at)
      .split(ends)
      .at(-1) ?? '';
  const [after = ''] = text.slice(at, at + 300).split(ends);
  return { before, after };
}

function has(text: string, words: RegExp): boolean {
  return text.search(words) >= 0;
}

function lastIndex(text: string, words: RegExp): number {
  return [...text.matchAll(words)].at(-1)?.index ?? -1;
}
