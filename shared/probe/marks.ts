/** What a probe may have left behind, kept before each write: no PIN, no name. Pure changes of it. */
import * as z from 'zod';
import { bookingIdSchema, codeIdSchema, placeSchema } from '../domain/id-schemas.ts';
import type { CodeId, KeypadPlace } from '../domain/ids.ts';
import type { Immutable } from '../domain/immutable.ts';
import { MINUTE_MS } from '../time.ts';
import { PROBE_TAG } from './tag.ts';

const codeMarkSchema = placeSchema.extend({
  kind: z.literal('codes'),
  tag: z.string().regex(PROBE_TAG),
  /** That The Keys named, or a list showed. */
  madeIds: z.array(codeIdSchema).max(100),
  /** Creates of which it is not known what became of them. */
  open: z.int().nonnegative().max(100),
  wroteAtMs: z.int().nonnegative(),
});
const placeholderMarkSchema = z.strictObject({
  kind: z.literal('placeholder'),
  key: z.string().regex(/^latchkeyProbe[a-z]{8}$/),
  bookingId: bookingIdSchema,
  wroteAtMs: z.int().nonnegative(),
});

export const probeMarksSchema = z.array(z.discriminatedUnion('kind', [codeMarkSchema, placeholderMarkSchema])).max(50);
export type ProbeMark = Immutable<z.infer<typeof probeMarksSchema>>[number];
export type CodeMark = Extract<ProbeMark, { kind: 'codes' }>;
export type PlaceholderMark = Extract<ProbeMark, { kind: 'placeholder' }>;

/** A create whose answer was lost may be in no list for so long. */
const LATE_MS = 15 * MINUTE_MS;

export function newCodeMark({ lockId, keypadId }: KeypadPlace, tag: string, nowMs: number): CodeMark {
  return { kind: 'codes', lockId, keypadId, tag, madeIds: [], open: 0, wroteAtMs: nowMs };
}
export function beforeCreate(mark: CodeMark, nowMs: number): CodeMark {
  return { ...mark, open: mark.open + 1, wroteAtMs: nowMs };
}
export function afterRefusal(mark: CodeMark): CodeMark {
  return { ...mark, open: Math.max(0, mark.open - 1) };
}
/** Ids that an answer named, or that a list showed with this tag. */
export function afterSighting(mark: CodeMark, ids: readonly CodeId[]): CodeMark {
  const others = ids.filter((id) => !mark.madeIds.includes(id));
  return others.length === 0 ? mark : { ...mark, madeIds: [...mark.madeIds, ...others], open: Math.max(0, mark.open - others.length) };
}
export function afterRemoval(mark: CodeMark, id: CodeId): CodeMark {
  return { ...mark, madeIds: mark.madeIds.filter((one) => one !== id) };
}
/** Nothing is left, as far as can be known: `shown` is how many the list still shows. */
export function isSettled({ madeIds, open, wroteAtMs }: CodeMark, shown: number, nowMs: number): boolean {
  return shown === 0 && madeIds.length === 0 && (open === 0 || nowMs - wroteAtMs >= LATE_MS);
}

function markKey(mark: ProbeMark): string {
  return mark.kind === 'codes' ? mark.tag : mark.key;
}
export function withMark(marks: readonly ProbeMark[], mark: ProbeMark): readonly ProbeMark[] {
  const others = withoutMark(marks, mark);
  return [...others, mark];
}
export function withoutMark(marks: readonly ProbeMark[], mark: ProbeMark): readonly ProbeMark[] {
  return marks.filter((one) => markKey(one) !== markKey(mark));
}
