/** At the end of a run: reads in the locks' logs when guests opened their doors. Nothing depends on it, and it ends soon. */
import type { Plan, PlanInput } from '../../../shared/domain/plan.ts';
import { logsToRead, openedAfter } from '../../../shared/readiness/opened.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import type { LockCloud } from '../ports/clouds.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { StartDeadline } from '../ports/system.ts';

/** For all logs together. */
const READING_MS = MINUTE_MS / 6;

interface Ports {
  readonly locks: Pick<LockCloud, 'readLog'>;
  readonly history: Pick<HistoryStore, 'memory' | 'remember'>;
  readonly startDeadline: StartDeadline;
}

/** A log that cannot be read is read in the next run. */
export async function readOpened(
  { locks, history, startDeadline }: Ports,
  input: PlanInput,
  { plan: { stays }, lists }: { readonly plan: Pick<Plan, 'stays'>; readonly lists: PlanInput['lists'] },
  signal: AbortSignal,
): Promise<void> {
  const read = { ...input, lists, memory: history.memory() };
  const deadline = startDeadline(READING_MS, signal);
  try {
    const logs = await Promise.all(
      logsToRead(read, stays).map(async (lockId) => [lockId, await locks.readLog(lockId, { signal: deadline.signal })] as const),
    );
    const uses = new Map(logs.flatMap(([lockId, log]) => (log.ok ? [[lockId, log.value] as const] : [])));
    history.remember(openedAfter(read, stays, uses));
  } finally {
    deadline.cancel();
  }
}
