/** The runs that match the filter, page by page: loaded again when the filter changes, and on top when a run starts or ends. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RunFilter } from '../../../shared/domain/run.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import { useApp } from '../../lib/app.ts';
import { useStable } from '../../lib/use-stable.ts';
import { firstPage, NO_RUNS, PAGE_ROWS, withNewest, withOlder } from './run-list.ts';
import type { RunList } from './run-list.ts';

interface State {
  readonly list: RunList;
  /** The filter of the list: still the previous one until the runs for a new one are loaded. */
  readonly shownFilter: RunFilter;
  readonly kind: 'loading' | 'loaded' | 'failed';
  readonly error: IpcError | null;
  /** Why older runs could not be loaded. */
  readonly restError: IpcError | null;
}
export interface Runs extends State {
  /** The first page is loading, whether or not there is a list to show meanwhile. */
  readonly isBusy: boolean;
  readonly reload: () => void;
  readonly loadMore: () => void;
}

export function useRuns(wantedFilter: RunFilter): Runs {
  const { bridge, snapshot } = useApp();
  const filter = useStable(wantedFilter);
  const [state, setState] = useState<State>({ list: NO_RUNS, shownFilter: filter, kind: 'loading', error: null, restError: null });
  const [isBusy, setBusy] = useState(true);
  const [turn, setTurn] = useState(0);
  /** The page after this run is loading. */
  const loadingAfter = useRef<string | null>(null);

  useEffect(() => {
    let isCurrent = true;
    loadingAfter.current = null;
    setBusy(true);
    void bridge.call('history.runs', { limit: PAGE_ROWS, filter }).then((answer) => {
      if (!isCurrent) return;
      loadingAfter.current = null;
      setBusy(false);
      if (answer.ok) setState({ list: firstPage(answer.value.runs), shownFilter: filter, kind: 'loaded', error: null, restError: null });
      else setState((before) => ({ ...before, kind: 'failed', error: answer.error }));
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, filter, turn]);

  // When this first page cannot be loaded, the next change tries again.
  const newest = `${snapshot.lastRun?.run.id ?? ''}/${snapshot.activity}`;
  const shownNewest = useRef(newest);
  useEffect(() => {
    if (shownNewest.current === newest) return;
    shownNewest.current = newest;
    let isCurrent = true;
    void bridge.call('history.runs', { limit: PAGE_ROWS, filter }).then((answer) => {
      if (!isCurrent || !answer.ok) return;
      setState((before) =>
        before.kind === 'loaded' && before.shownFilter === filter
          ? { ...before, list: withNewest(before.list, answer.value.runs) }
          : before,
      );
    });
    return () => {
      isCurrent = false;
    };
  }, [bridge, filter, newest]);

  const loadMore = (): void => {
    const { list, shownFilter, kind } = state;
    const last = list.runs.at(-1);
    if (kind !== 'loaded' || !list.hasMore || last === undefined || loadingAfter.current === last.id) return;
    loadingAfter.current = last.id;
    setState((before) => ({ ...before, restError: null }));
    void bridge.call('history.runs', { limit: PAGE_ROWS, filter: shownFilter, beforeRunId: last.id }).then((answer) => {
      if (loadingAfter.current !== last.id) return;
      loadingAfter.current = null;
      setState((before) =>
        answer.ok ? { ...before, list: withOlder(before.list, last.id, answer.value.runs) } : { ...before, restError: answer.error },
      );
    });
  };
  const reload = (): void => {
    setState((before) => (before.kind === 'failed' ? { ...before, kind: 'loading', error: null } : before));
    setTurn((before) => before + 1);
  };
  return { ...state, isBusy, reload, loadMore };
}
