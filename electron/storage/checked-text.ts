/** The text of a checked file: JSON with a checksum, so that damage which is still valid JSON is not taken for what the user decided. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { parseJson } from '../../shared/json.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { SetAsideWhy } from './set-aside.ts';

export interface Unusable {
  readonly why: SetAsideWhy;
  readonly because: string;
}
export type Raw = Readonly<Record<string, unknown>>;
/** What the checksum is made of: the rest may be edited by hand. */
export type Decisive = (raw: Raw) => unknown;

export const TOO_LARGE: Unusable = { why: 'corrupt', because: 'it is too large' };
const CHECK = 'check';

export function checkedText(raw: Raw, decisive: Decisive): string {
  return `${JSON.stringify({ ...raw, [CHECK]: checksum(decisive(raw)) }, null, 2)}\n`;
}

/** A file without a checksum was edited by hand, or is of an earlier version. */
export function readCheckedText(text: string, decisive: Decisive): Result<{ readonly raw: Raw; readonly isSealed: boolean }, Unusable> {
  const value = parseJson(text);
  if (value === undefined) return err({ why: 'corrupt', because: 'it is not valid JSON' });
  const read = z.record(z.string(), z.unknown()).safeParse(value);
  if (!read.success) return err({ why: 'corrupt', because: 'it is not a JSON object' });
  const { [CHECK]: check, ...raw } = read.data;
  if (check === undefined) return ok({ raw, isSealed: false });
  if (check === checksum(decisive(raw))) return ok({ raw, isSealed: true });
  return err({ why: 'corrupt', because: `its checksum does not fit; after a change by hand, the key "${CHECK}" must be removed` });
}

export function newerVersion(what: string, version: number): Unusable {
  return { why: 'newer', because: `it was written by a newer version of Latchkey (${what} version ${String(version)})` };
}

/** By its schema; names the path of the first mistake. The schema's messages quote no values. */
export function parsedBy<T>(schema: z.ZodType<T>, raw: Raw): Result<T, Unusable> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  if (issue === undefined) return err({ why: 'corrupt', because: 'it does not fit' });
  const place = issue.path.map(String).join('.');
  return err({ why: 'corrupt', because: `${place === '' ? 'the whole' : place}: ${issue.message}` });
}

function checksum(decisive: unknown): string {
  return createHash('sha256').update(JSON.stringify(decisive)).digest('hex');
}
