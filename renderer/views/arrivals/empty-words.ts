/** Why there is no stay to show, and what helps. Pure. */
import type { AppSnapshot, WindowTarget } from '../../../shared/domain/app-state.ts';
import { CLOUD_NAMES } from '../../../shared/errors.ts';
import { overviewOf } from './overview.ts';
import type { LocalDate } from '../../../shared/time.ts';

export type Emptiness = 'first-steps' | 'connect' | 'offline' | 'paused' | 'failed' | 'first-run' | 'none';

/** `loading`: stays are about to come. null: there are stays, or the line above says why there are none. */
export function emptinessOf(snapshot: AppSnapshot, nowMs: number, today: LocalDate): Emptiness | 'loading' | null {
  const { stays, staysReadAtMs, activity, connections, isOnline, pause, lastRun, firstStepsDone } = snapshot;
  if (stays.length > 0) return null;
  if (!firstStepsDone) return 'first-steps';
  if (staysReadAtMs !== null) {
    const { list, withoutCode } = overviewOf(snapshot, nowMs, today);
    return list === 'whole' && withoutCode === 0 ? 'none' : null;
  }
  if (activity === 'starting' || activity === 'syncing') return 'loading';
  if (CLOUD_NAMES.some((cloud) => !connections[cloud].stored)) return 'connect';
  if (!isOnline) return 'offline';
  if (pause.kind !== 'none') return 'paused';
  return lastRun?.run.outcome === 'failed' ? 'failed' : 'first-run';
}

/** Where its button leads; `sync`: a run helps; null: waiting does. */
export function emptyHelp(emptiness: Emptiness): WindowTarget | 'sync' | null {
  switch (emptiness) {
    case 'first-steps':
      return { view: 'first-steps' };
    case 'connect':
      return { view: 'accounts', cloud: null };
    case 'paused':
    case 'failed':
    case 'first-run':
      return 'sync';
    case 'offline':
    case 'none':
      return null;
  }
}
