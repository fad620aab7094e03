/** What a run learns about doors and the way of codes to them, as changes of what is remembered. Pure. */
import type { LockSummary } from '../domain/code.ts';
import type { LockId } from '../domain/ids.ts';
import type { MemoryChange } from '../domain/memory.ts';
import type { CodeReach, KnownLockHealth } from '../domain/readiness.ts';
import { withChanges } from '../domain/memory.ts';
import { reachChanges, SILENCE_COUNTS_AFTER_MS } from './code-reach.ts';
import type { ReachFacts } from './code-reach.ts';
import { healthAfter, isWorthKeeping } from './health-after.ts';

export interface HealthFacts extends Omit<ReachFacts, 'health'> {
  /** What was read in this run; null: the account does not list the lock. */
  readonly locks: ReadonlyMap<LockId, LockSummary | null>;
  /** When it was asked for. */
  readonly readAtMs: number;
  /** Of the locks whose lists were asked for. */
  readonly refused: ReadonlyMap<LockId, boolean>;
}

export function healthInRun(facts: HealthFacts): readonly MemoryChange[] {
  const { remembered, locks, readAtMs, refused, lockIds } = facts;
  const known = (lockId: LockId): KnownLockHealth | undefined => remembered['lock-health'].get(String(lockId));
  const health = new Map<LockId, KnownLockHealth>();
  for (const [lockId, lock] of locks)
    health.set(lockId, healthAfter(known(lockId), { lock, readAtMs, isRefused: refused.get(lockId) ?? null }));
  const reaches = reachChanges({ ...facts, health });
  const codes = [...withChanges(remembered, reaches)['code-reach'].values()];
  const waiting = Map.groupBy(
    codes.filter(({ reachedAtMs }) => reachedAtMs === null),
    ({ lockId }) => lockId,
  );
  const changes: MemoryChange[] = [...reaches];
  for (const lockId of lockIds) {
    const before = known(lockId);
    const next = health.get(lockId) ?? unread(before, refused.get(lockId), readAtMs);
    if (
      next !== null &&
      isWorthKeeping(
        before,
        next,
        (waiting.get(lockId) ?? []).some((code) => isAwaited(code, before, next)),
      )
    )
      changes.push({ kind: 'lock-health', key: String(lockId), value: next });
  }
  for (const key of remembered['lock-health'].keys())
    if (!lockIds.has(Number(key) as LockId)) changes.push({ kind: 'lock-health', key, value: null });
  return changes;
}

/** Nothing but its list was read of it. */
function unread(before: KnownLockHealth | undefined, isRefused: boolean | undefined, readAtMs: number): KnownLockHealth | null {
  if (isRefused === undefined || isRefused === (before?.isRefused ?? false)) return null;
  return before === undefined ? healthAfter(before, { lock: null, readAtMs, isRefused }) : { ...before, isRefused };
}

/** The first reading after a write is what hints are compared with, and a later one tells whether the gateway is silent. */
function isAwaited({ writtenAtMs }: CodeReach, before: KnownLockHealth | undefined, next: KnownLockHealth): boolean {
  return next.readAtMs >= writtenAtMs && (before?.readAtMs ?? -Infinity) < writtenAtMs + SILENCE_COUNTS_AFTER_MS;
}
