/** Reads the lists of several locks, and what the account says about their gateways and batteries. */
import type { LockSummary } from '../../../shared/domain/code.ts';
import type { LockId } from '../../../shared/domain/ids.ts';
import type { LockReading } from '../../../shared/doors/call-view.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { LockCloud } from '../ports/clouds.ts';
import type { Clock } from '../ports/system.ts';
import { withGatewaysSeen } from './gateways-seen.ts';

/** Few enough that reading does not delay a run on the same cloud. */
const LOCKS_AT_ONCE = 4;

export interface LocksRead {
  readonly readings: ReadonlyMap<LockId, LockReading>;
  readonly failures: ReadonlyMap<LockId, CloudFailure>;
}

export async function readLocks(locks: LockCloud, lockIds: readonly LockId[], clock: Pick<Clock, 'nowMs'>): Promise<LocksRead> {
  const readings = new Map<LockId, LockReading>();
  const failures = new Map<LockId, CloudFailure>();
  const remaining = new Set(lockIds).values();
  const readNext = async (): Promise<void> => {
    for (const lockId of remaining) {
      const list = await locks.listCodes(lockId);
      if (list.ok) readings.set(lockId, { codes: list.value.codes, unread: list.value.unread ?? [], readAtMs: clock.nowMs() });
      else failures.set(lockId, list.error);
    }
  };
  await Promise.all(Array.from({ length: LOCKS_AT_ONCE }, readNext));
  return { readings, failures };
}

/** All locks of the account, and when the gateways of these were last seen. */
export async function readSummaries(
  locks: LockCloud,
  lockIds: readonly LockId[],
  clock: Pick<Clock, 'nowMs'>,
): Promise<Result<ReadonlyMap<LockId, LockSummary>, CloudFailure>> {
  const found = await locks.discover();
  if (!found.ok) return found;
  const asked = found.value.filter(({ id }) => lockIds.includes(id));
  const seen = await withGatewaysSeen(locks, asked, { nowMs: clock.nowMs() });
  return ok(new Map([...found.value, ...seen].map((lock) => [lock.id, lock])));
}
