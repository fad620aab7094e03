/**
 * Codes whose times The Keys returns in a form that cannot be read: what was last written is used instead. A wish that differs
 * from it is written once, and the door is told as one that cannot be verified.
 */
import { UNKNOWN } from '../../domain/code.ts';
import type { Code, CodeRecord } from '../../domain/code.ts';
import { aboutClaim } from '../../domain/ids.ts';
import type { ClaimId, CodeId } from '../../domain/ids.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import type { FieldChanges, PlanInput, PlannedOperation, StayWindow, UpdateOperation } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { at, dateOf, timeOf } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import type { Observation } from '../observe.ts';
import { onlyExtends } from '../trust/only-extend.ts';
import type { Claim } from '../claims.ts';

/** A missing time beside a date is unknown too: a list may leave times out. */
export function isUnseen({ startDate, startTime, endDate, endTime }: Code): boolean {
  const isUnknown = (date: Code['startDate'], time: Code['startTime']): boolean =>
    date === UNKNOWN || time === UNKNOWN || (date !== null && time === null);
  return isUnknown(startDate, startTime) || isUnknown(endDate, endTime);
}

/** Differences between the wish and what was last written, where the code itself does not say. */
export function unseenDifferences(code: Code, wanted: Omit<CodeRecord, 'pin'>, input: PlanInput, now: LocalDateTime): FieldChanges {
  const last = isUnseen(code) && !onlyExtends(input) ? lastWritten(code, input) : null;
  if (last === null) return {};
  const start = at(wanted.startDate, wanted.startTime);
  const end = at(wanted.endDate, wanted.endTime);
  const hasStarted = last.start <= now && start <= now;
  return {
    ...(last.start === start || hasStarted ? {} : { start: { from: last.start, to: start } }),
    ...(last.end === end ? {} : { end: { from: last.end, to: end } }),
  };
}

function lastWritten({ id }: Code, { memory: { remembered } }: PlanInput): StayWindow | null {
  const written = remembered['last-written'].get(String(id));
  if (written !== undefined) return written;
  const created = [...remembered['created-codes'].values()].find(({ creates }) => creates.at(-1)?.codeId === id);
  return created?.window ?? null;
}

/** The code with the window that it got last, where it does not say which one it has. */
export function asLastWritten(code: Code, input: PlanInput): Code {
  const last = isUnseen(code) ? lastWritten(code, input) : null;
  if (last === null) return code;
  const { start, end } = last;
  return { ...code, startDate: dateOf(start), startTime: timeOf(start), endDate: dateOf(end), endTime: timeOf(end) };
}

/** Which doors cannot be verified, and what to remember of the codes there. Codes that are gone are forgotten. */
export function unseenWindows(
  input: PlanInput,
  observation: Observation,
  claims: readonly Claim[],
  operations: readonly PlannedOperation[],
): { readonly problems: readonly Problem[]; readonly remember: readonly MemoryChange[] } {
  const kind = 'last-written';
  const known = input.memory.remembered[kind];
  const problems: Problem[] = [];
  const remember: MemoryChange[] = [];
  const updates = operations.filter((operation): operation is UpdateOperation => operation.kind === 'update');
  const changed = new Set(updates.map(({ codeId }) => codeId));
  const isRewritten = (code: Code): boolean =>
    updates.some(({ codeId, hold, changes }) => codeId === code.id && hold === null && (changes.start ?? changes.end) !== undefined);
  for (const { id, window, managed, isDue } of claims) {
    for (const code of managed) {
      if (!isUnseen(code)) continue;
      const key = String(code.id);
      // The first time that it is seen, it is taken for right, unless what can be seen of it is wrong.
      if (lastWritten(code, input) === null && !changed.has(code.id)) remember.push({ kind, key, value: { ...window, isChanged: false } });
      if (isDue && (known.get(key)?.isChanged === true || isRewritten(code))) problems.push(cannotVerify(id, code));
    }
  }
  const isWhole = [...input.lists.values()].every((list) => list !== null) && (input.unread?.size ?? 0) === 0;
  for (const key of isWhole ? known.keys() : []) if (!observation.ids.has(Number(key) as CodeId)) remember.push({ kind, key, value: null });
  return { problems, remember };
}

function cannotVerify(claimId: ClaimId, { lockId, keypadId, id: codeId }: Code): Problem {
  const text = problemText('problem.cannot-verify');
  return { kind: 'cannot-verify', text, retryable: false, ...aboutClaim(claimId), lockId, keypadId, codeId };
}
