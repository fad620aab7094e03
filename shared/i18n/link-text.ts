/** The sentence of a link between a booking and a door: why it is not good, what that means for the guest, and what to do. */
import type { Link } from '../domain/readiness.ts';
import type { readiness } from './en/main-readiness.ts';
import { problemSentence } from './problem-text.ts';
import type { ProblemTranslate, ValueFormats } from './problem-text.ts';

export type LinkKey = keyof typeof readiness;

export interface LinkFormats extends ValueFormats {
  /** Short, as after "since": "15:00", "Tue 15:00". */
  readonly time: (atMs: number) => string;
}

/** Beside the guest's name and the door, a failed write needs fewer words than in the list of problems. */
const BRIEF: Readonly<Record<string, LinkKey>> = {
  'problem.write.create': 'link.code.not-created',
  'problem.write.update': 'link.code.not-updated',
};
export function isBrief(key: string): boolean {
  return Object.hasOwn(BRIEF, key);
}

/** null for a link that is good. `lock`: the name of its door; "" for none. */
export function linkSentence(
  { because, sinceMs, lockId }: Link,
  translate: ProblemTranslate,
  formats: LinkFormats,
  lock = '',
): string | null {
  if (because === null) return null;
  const since = sinceMs === null ? {} : { since: formats.time(sinceMs) };
  const text = { key: BRIEF[because.key] ?? because.key, parameters: { ...since, ...because.parameters } };
  const problem = { kind: 'unverified', retryable: true, text, ...(lockId === undefined ? {} : { lockId }) } as const;
  return problemSentence(problem, translate, formats, lock === '' ? {} : { lock });
}
