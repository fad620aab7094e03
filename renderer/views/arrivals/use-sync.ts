/** Asking for a run, and saying what came of it once it is over. */
import { useEffect, useRef } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import type { Action } from '../../lib/use-call.ts';
import { lastRunWords } from './run-words.ts';

/** Main tells ten times a second how things are: a run that goes on would have been heard of by then. */
const HEARD_MS = 1_000;

export interface Sync {
  readonly call: Action<'sync.now'>;
  /** A run is in hand, or about to be. */
  readonly isBusy: boolean;
  readonly start: () => void;
  /** The user asked for a run in another way: its result is announced, too. */
  readonly expect: () => void;
  /** It was refused: there is nothing to wait for. */
  readonly forget: () => void;
}

export function useSync(): Sync {
  const app = useApp();
  const { snapshot, announce, t } = app;
  const call = useCall('sync.now');
  /** What was the last run when the user asked; null: nobody waits for a result. */
  const asked = useRef<{ readonly lastRunId: string | null; isSetUp: boolean } | null>(null);
  const lastRunId = snapshot.lastRun?.run.id ?? null;
  const isSyncing = snapshot.activity === 'syncing';

  useEffect(() => {
    const waiting = asked.current;
    if (waiting === null) return;
    if (lastRunId !== waiting.lastRunId) {
      asked.current = null;
      announce(lastRunWords(app).text);
    } else if (isSyncing) waiting.isSetUp = true;
    else if (waiting.isSetUp) {
      // It began and ended without a report: something in the way, which the attention items name.
      asked.current = null;
      announce(t('arrivals.sync-none'));
    }
  }, [lastRunId, isSyncing]);

  const expect = (): void => {
    asked.current = { lastRunId, isSetUp: isSyncing };
  };
  const forget = (): void => {
    asked.current = null;
  };
  return {
    call,
    isBusy: call.isBusy || isSyncing,
    expect,
    forget,
    start: () => {
      expect();
      const mine = asked.current;
      void call.done(null).then((isAsked) => {
        if (!isAsked) forget();
        // One that is refused at once may begin and end between two changes that the window hears of.
        else
          setTimeout(() => {
            // A hidden window is told nothing until it is shown again.
            if (mine === null || asked.current !== mine || mine.isSetUp || document.visibilityState !== 'visible') return;
            forget();
            announce(t('arrivals.sync-none'));
          }, HEARD_MS);
      });
    },
  };
}
