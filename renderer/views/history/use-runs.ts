/** The runs that fit, page by page, kept current: read again when the filter changes, and on top when a run has ended. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { RunFilter } from '../../../shared/domain/run.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import { filterKey } from './filters.ts';
import { firstPage, NO_RUNS, PAGE_ROWS, withNewest, withOlder } from './run-list.ts';
import type { RunList } from './run-list.ts';

export interface Runs {
  readonly list: RunList;
  /** Of what the list holds: that of the filter before, until the answer to a new one is there. */
  readonly shownFilter: RunFilter;
  readonly kind: 'loading' | 'loaded' | 'failed';
  /** Reading the first page, with or without one to show meanwhile. */
  readonly isBusy: boolean;
  readonly error: IpcError | null;
  /** Of the page below. */
  readonly restError: IpcError | null;
  readonly reload: () => void;
  readonly loadMore: () => void;
}
interface State {
  readonly list: RunList;
  readonly shownFilter: RunFilter;
  readonly kind: Runs['kind'];
  readonly error: IpcError | null;
  readonly restError: IpcError | null;
}

export function useRuns(filter: RunFilter): Runs {
  const { bridge, snapshot } = useApp();
  const [state, setState] = useState<State>({ list: NO_RUNS, shownFilter: filter, kind: 'loading', error: null, restError: null });
  const [isBusy, setBusy] = useState(true);
  const [turn, setTurn] = useState(0);
  const latest = useRef(state);
  latest.current = state;
  /** The last row of a page that is on its way below. */
  const asked = useRef<string | null>(null);
  const key = filterKey(filter);

  useEffect(() => {
    let isCurrent = true;
    asked.current = null;
    setBusy(true);
    void bridge.call('history.runs', { limit: PAGE_ROWS, filter }).then((answer) => {
      if (!isCurrent) return;
      asked.current = null;
      setBusy(false);
      if (answer.ok) setState({ list: firstPage(answer.value.runs), shownFilter: filter, kind: 'loaded', error: null, restError: null });
      else setState((before) => ({ ...before, kind: 'failed', error: answer.error }));
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, key, turn]);

  // A run that has begun or ended is on top; a page that fails here comes with the next one.
  const newest = `${snapshot.lastRun?.run.id ?? ''}/${snapshot.activity}`;
  const known = useRef(newest);
  useEffect(() => {
    if (known.current === newest) return;
    known.current = newest;
    let isCurrent = true;
    void bridge.call('history.runs', { limit: PAGE_ROWS, filter }).then((answer) => {
      if (!isCurrent || !answer.ok) return;
      setState((before) =>
        before.kind === 'loaded' && filterKey(before.shownFilter) === key
          ? { ...before, list: withNewest(before.list, answer.value.runs) }
          : before,
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, key, newest]);

  const loadMore = useCallback(() => {
    const { list, shownFilter, kind } = latest.current;
    const last = list.runs.at(-1);
    if (kind !== 'loaded' || !list.hasMore || last === undefined || asked.current === last.id) return;
    asked.current = last.id;
    setState((before) => ({ ...before, restError: null }));
    void bridge.call('history.runs', { limit: PAGE_ROWS, filter: shownFilter, beforeRunId: last.id }).then((answer) => {
      if (asked.current !== last.id) return;
      asked.current = null;
      setState((before) =>
        answer.ok ? { ...before, list: withOlder(before.list, last.id, answer.value.runs) } : { ...before, restError: answer.error },
      );
    });
  }, [bridge]);

  const reload = useCallback(() => {
    setState((before) => (before.kind === 'failed' ? { ...before, kind: 'loading', error: null } : before));
    setTurn((before) => before + 1);
  }, []);

  return { ...state, isBusy, reload, loadMore };
}
