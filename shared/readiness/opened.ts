/** When a guest's code was used first and last at each door, as far as the locks' logs tell. Pure. */
import type { Code, CodeUse } from '../domain/code.ts';
import type { LockId } from '../domain/ids.ts';
import type { MemoryChange } from '../domain/memory.ts';
import type { Plan, PlanInput } from '../domain/plan.ts';
import { openedKey } from '../domain/readiness.ts';
import type { Opened } from '../domain/readiness.ts';
import { claimantOf } from '../doors/code-owner.ts';
import { asLastWritten } from '../reconcile/stay/last-written.ts';
import { codeEnd, codeStart, EVER, NEVER } from '../reconcile/windows.ts';
import { createLocalClock } from '../reconcile/zones.ts';
import type { LocalClock } from '../reconcile/zones.ts';
import { DAY_MS, dateOf, HOUR_MS, instantOf } from '../time.ts';

/** A log is read once an hour at most. */
const READ_AGAIN_MS = HOUR_MS - 5 * 60_000;
/** As long as wishes for a stay that is over. */
const KEPT_MS = 32 * DAY_MS;

/** Locks with a guest who arrives today and may be in already. */
export function logsToRead({ nowMs, settings, memory }: PlanInput, stays: Plan['stays']): readonly LockId[] {
  if (!settings.history.codeUses) return [];
  const clock = createLocalClock(settings, nowMs);
  const units = new Map(settings.mapping.units.map((unit) => [unit.unitId, unit]));
  const locks = new Set<LockId>();
  for (const { booking, doors } of stays) {
    const unit = (booking.unitId === null ? undefined : units.get(booking.unitId)) ?? null;
    for (const door of doors) {
      const now = clock.nowAt(door, unit);
      const hasBegun = door.window.start <= now && dateOf(door.window.start) === dateOf(now);
      const readAtMs = memory.remembered['log-read'].get(String(door.lockId))?.atMs ?? Number.NEGATIVE_INFINITY;
      // A time to come was noted by a clock that was wrong.
      const isRecent = readAtMs <= nowMs && nowMs - readAtMs < READ_AGAIN_MS;
      if (hasBegun && door.isOff !== true && !isRecent) locks.add(door.lockId);
    }
  }
  return [...locks];
}

/** `uses`: of the logs that could be read. `input.lists` are those after the writes. */
export function openedAfter(
  input: PlanInput,
  stays: Plan['stays'],
  uses: ReadonlyMap<LockId, readonly CodeUse[]>,
): readonly MemoryChange[] {
  const { nowMs, settings, memory } = input;
  const { opened, 'log-read': read } = memory.remembered;
  const current = new Set(stays.map(({ booking }) => booking.id as number | string));
  const isPast = ({ claimId, lastAtMs }: Opened): boolean => !current.has(claimId) && nowMs - lastAtMs > KEPT_MS;
  const changes: MemoryChange[] = [...opened]
    .filter(([, value]) => !settings.history.codeUses || isPast(value))
    .map(([key]) => ({ kind: 'opened', key, value: null }));
  for (const [key, { atMs }] of read) if (Math.abs(nowMs - atMs) > DAY_MS) changes.push({ kind: 'log-read', key, value: null });
  const clock = createLocalClock(settings, nowMs);
  for (const [lockId, found] of uses) {
    changes.push({ kind: 'log-read', key: String(lockId), value: { atMs: nowMs } });
    for (const [key, value] of usesOf(lockId, found, input, clock)) {
      const known = opened.get(key);
      const next = known === undefined ? value : merged(known, value);
      if (known?.firstAtMs !== next.firstAtMs || known.lastAtMs !== next.lastAtMs) changes.push({ kind: 'opened', key, value: next });
    }
  }
  return changes;
}

/** Of guests' codes that are on the lock, and only while each is to work: what else a log has may be no use. */
function usesOf(lockId: LockId, uses: readonly CodeUse[], input: PlanInput, clock: LocalClock): ReadonlyMap<string, Opened> {
  const codes = new Map((input.lists.get(lockId) ?? []).map((code) => [code.id, asLastWritten(code, input)]));
  const found = new Map<string, Opened>();
  for (const { codeId, atMs } of uses) {
    const code = codes.get(codeId);
    const claimId = code === undefined ? null : claimantOf(code);
    if (code === undefined || typeof claimId !== 'number' || !isWhileItWorks(code, atMs, clock)) continue;
    const key = openedKey(claimId, lockId);
    const use = { claimId, lockId, firstAtMs: atMs, lastAtMs: atMs };
    const known = found.get(key);
    found.set(key, known === undefined ? use : merged(known, use));
  }
  return found;
}

function isWhileItWorks(code: Code, atMs: number, clock: LocalClock): boolean {
  const [start, end] = [codeStart(code), codeEnd(code)];
  if (start === null || end === null || start === EVER || end === NEVER) return false;
  const zone = clock.zoneAt(code, null);
  return instantOf(start, zone) <= atMs && atMs <= instantOf(end, zone);
}

function merged(one: Opened, other: Opened): Opened {
  return { ...one, firstAtMs: Math.min(one.firstAtMs, other.firstAtMs), lastAtMs: Math.max(one.lastAtMs, other.lastAtMs) };
}
