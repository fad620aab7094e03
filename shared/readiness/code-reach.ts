/** Whether codes that were written have reached their locks, as far as gateways and sync hints tell. Pure. */
import type { Code } from '../domain/code.ts';
import type { ClaimId, CodeId, KeypadPlace, LockId } from '../domain/ids.ts';
import type { MemoryChange, Remembered } from '../domain/memory.ts';
import type { CodeReach, KnownLockHealth } from '../domain/readiness.ts';
import { MINUTE_MS } from '../time.ts';
import { hintsMoved } from './health-after.ts';

/** A sync of a lock takes up to four minutes and hangs from ten: a gateway that was seen so long after a write has passed it on. */
export const REACHES_WITHIN_MS = 10 * MINUTE_MS;
/** A gateway that was not seen since a write is judged by a reading that is so much later. */
export const SILENCE_COUNTS_AFTER_MS = 30 * MINUTE_MS;

export interface PlacedCode extends KeypadPlace {
  readonly codeId: CodeId;
  readonly claimId: ClaimId;
}

/** From now on it has yet to reach its lock, whatever was known of it before. */
export function writtenCode({ codeId, claimId, lockId, keypadId }: PlacedCode, writtenAtMs: number): MemoryChange {
  return { kind: 'code-reach', key: String(codeId), value: { claimId, lockId, keypadId, writtenAtMs, reachedAtMs: null } };
}

export interface ReachFacts {
  readonly remembered: Remembered;
  /** On the locks, as they should be. */
  readonly inPlace: readonly PlacedCode[];
  readonly lists: ReadonlyMap<LockId, readonly Code[] | null>;
  /** When these were asked for. */
  readonly listsReadAtMs: number;
  readonly lockIds: ReadonlySet<LockId>;
  /** As this run read it; a lock that is missing was not read. */
  readonly health: ReadonlyMap<LockId, KnownLockHealth>;
  readonly nowMs: number;
}

/** A code that is seen for the first time counts as written now: it may have been written by another computer. */
export function reachChanges(facts: ReachFacts): readonly MemoryChange[] {
  const { remembered, inPlace, lists, listsReadAtMs, lockIds, health, nowMs } = facts;
  const known = remembered['code-reach'];
  const listed = new Map([...lists].map(([lockId, list]) => [lockId, list && new Set(list.map(({ id }) => String(id)))]));
  const changes: MemoryChange[] = [];
  for (const code of inPlace) if (!known.has(String(code.codeId))) changes.push(writtenCode(code, nowMs));
  for (const [key, reach] of known) {
    const { lockId, writtenAtMs, reachedAtMs } = reach;
    const list = listed.get(lockId) ?? null;
    const isGone = list !== null && writtenAtMs < listsReadAtMs && !list.has(key);
    if (isGone || !lockIds.has(lockId)) changes.push({ kind: 'code-reach', key, value: null });
    // The clock was ahead when it was written.
    else if (writtenAtMs > nowMs) changes.push({ kind: 'code-reach', key, value: { ...reach, writtenAtMs: nowMs, reachedAtMs: null } });
    else if (reachedAtMs === null && hasReached(reach, remembered['lock-health'].get(String(lockId)), health.get(lockId)))
      changes.push({ kind: 'code-reach', key, value: { ...reach, reachedAtMs: nowMs } });
  }
  return changes;
}

/** A hint that moved says something only when it was read before, after the write. */
function hasReached({ writtenAtMs }: CodeReach, before: KnownLockHealth | undefined, now: KnownLockHealth | undefined): boolean {
  if (now === undefined) return false;
  if (now.seenAtMs !== null && now.seenAtMs >= writtenAtMs + REACHES_WITHIN_MS) return true;
  return before !== undefined && before.readAtMs >= writtenAtMs && hintsMoved(before, now);
}
