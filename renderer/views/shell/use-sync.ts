/** Starts a sync, and announces its result once it is over. One for the whole window. */
import { createContext } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { useEffectEvent } from '../../lib/use-effect-event.ts';
import { lastRunText } from './run-text.ts';

/** Main sends changes ten times a second: after this long, a sync that did start would have been seen. */
const START_SEEN_MS = 1_000;

export interface Sync {
  /** Why the sync could not be started. */
  readonly error: IpcError | null;
  /** A sync runs, or is about to. */
  readonly isBusy: boolean;
  readonly start: () => void;
  /** The user starts a sync by something else: its result is announced, too. */
  readonly expectResult: () => void;
  /** It was refused, so that no result will come. */
  readonly expectNothing: () => void;
}

export const SyncContext = createContext<Sync | null>(null);

export function useSync(): Sync {
  const sync = useContext(SyncContext);
  if (sync === null) throw new Error('useSync() works only below SyncContext.');
  return sync;
}

/** For the frame of the window only. */
export function useWindowSync(): Sync {
  const app = useApp();
  const { snapshot, announce, t } = app;
  const call = useCall('sync.now');
  /** The sync whose result the user waits for; `lastRunId`: the last run when it was started. */
  const expected = useRef<{ readonly lastRunId: string | null; hasStarted: boolean } | null>(null);
  const lastRunId = snapshot.lastRun?.run.id ?? null;
  const isSyncing = snapshot.activity === 'syncing';

  const follow = useEffectEvent(() => {
    const { current } = expected;
    if (current === null) return;
    if (lastRunId !== current.lastRunId) {
      expected.current = null;
      announce(lastRunText(app).text);
    } else if (isSyncing) current.hasStarted = true;
    else if (current.hasStarted) {
      // It ended without a report: something prevented it, which the attention items name.
      expected.current = null;
      announce(t('sync.sync-none'));
    }
  });
  useEffect(() => follow(), [lastRunId, isSyncing]);

  const expectResult = (): void => {
    expected.current = { lastRunId, hasStarted: isSyncing };
  };
  const expectNothing = (): void => {
    expected.current = null;
  };
  const start = async (): Promise<void> => {
    expectResult();
    const mine = expected.current;
    if (!(await call.done(null))) {
      expectNothing();
      return;
    }
    // A sync that is refused at once may start and end between two changes that reach the window.
    setTimeout(() => {
      // A hidden window gets no changes until it is shown again.
      if (mine === null || expected.current !== mine || mine.hasStarted || document.visibilityState !== 'visible') return;
      expectNothing();
      announce(t('sync.sync-none'));
    }, START_SEEN_MS);
  };
  return { error: call.error, isBusy: call.isBusy || isSyncing, start: () => void start(), expectResult, expectNothing };
}
