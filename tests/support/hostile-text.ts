/** Texts as nobody writes them: of any length, with any character, and those that programs trip over. */
import * as fc from 'fast-check';

/** Lone halves of characters, NUL, line ends, directions, marks, starts of formulas, tags, markup and paths. */
const AWKWARD_TEXTS = [
  ...['\u0000', '\u0007\u001B[2J', '\r\n', '\uD800', '\uDC00\uD800', '\u202E', '\u2066\u202D', '\u200F', '\u2028', '\uFEFF'],
  ...['\u0301'.repeat(300), '👨‍👩‍👧‍👦', '🇫🇷', '=1+1', '+cmd|x', '-2', '@SUM(A1)', '\t=1', '＝1', 'Smoobu#12', 'Smoobu#', '<b>', '{name}', '%s'],
  ...['__proto__', "'; --", '"', '\\', '../..', 'null', '0', ' ', 'x'.repeat(1_001), 'ß'.repeat(5_000), '😀'.repeat(3_000)],
];

export function hostileText(): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(...AWKWARD_TEXTS),
  );
  return fc.array(unit, { maxLength: 8 }).map((parts) => parts.join(''));
}
