/** The list of runs by day, or what stands in its place: nothing yet, nothing that fits, a failure. */
import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { filterKey, hasFilter } from './filters.ts';
import { createDays, itemKey, listItems, neighbour } from './run-list.ts';
import type { ListItem } from './run-list.ts';
import { RunButton, runRowId } from './run-row.tsx';
import { dayWords } from './run-words.ts';
import type { Runs } from './use-runs.ts';

const ROW_HEIGHT_PX = 64;

export interface RunListViewProps {
  readonly runs: Runs;
  /** The run that was open last: the list shows it, and gives it the focus once. */
  readonly returnTo: string | null;
  readonly onReturned: () => void;
  readonly onOpen: (id: string) => void;
  readonly onReset: () => void;
}

export function RunListView({ runs, returnTo, onReturned, onOpen, onReset }: RunListViewProps) {
  const { t, formats, nowMs } = useApp();
  const { list, restError, shownFilter, loadMore } = runs;
  const dayOf = useMemo(() => createDays((atMs) => formats.dateAt(atMs)), [formats]);
  const items = useMemo(() => listItems(list, dayOf, restError), [list, dayOf, restError]);
  const moveFocus = useCallback(
    (id: string, step: 1 | -1) => {
      const next = neighbour(list.runs, id, step);
      if (next !== null) document.getElementById(runRowId(next.id))?.focus();
    },
    [list],
  );

  // A run that was opened from elsewhere, and is further down than the list goes: the focus stays where it is.
  const isUnknown = returnTo !== null && runs.kind !== 'loading' && !list.runs.some(({ id }) => id === returnTo);
  useEffect(() => {
    if (isUnknown) onReturned();
  }, [isUnknown]);

  if (runs.kind === 'loading') return <Loading label={t('history.loading')} rows={7} />;
  if (runs.kind === 'failed' && runs.error !== null) {
    return (
      <Failure title={t('history.failed')} error={runs.error} onRetry={runs.reload} isBusy={runs.isBusy} text={t('history.failed-text')} />
    );
  }
  if (list.runs.length === 0) {
    return hasFilter(shownFilter) ? (
      <Empty
        icon="search"
        title={t('history.none-fits')}
        actions={<Button onClick={onReset}>{t('history.reset')}</Button>}
        text={t('history.none-fits-text')}
      />
    ) : (
      <Empty icon="history" title={t('history.empty')} text={t('history.empty-text')} />
    );
  }
  const row = (item: ListItem) => {
    switch (item.kind) {
      case 'day':
        return <h2 class="run-day">{dayWords(t, formats, item.day, nowMs)}</h2>;
      case 'run':
        return (
          <RunButton run={item.run} takesFocus={item.run.id === returnTo} onFocusTaken={onReturned} onOpen={onOpen} onArrow={moveFocus} />
        );
      case 'rest':
        return item.error === null ? (
          <Loading label={t('history.loading-more')} rows={1} />
        ) : (
          <Failure title={t('history.rest-failed')} error={item.error} onRetry={loadMore} />
        );
    }
  };
  return (
    <VirtualList
      // Another filter is another list: it begins at its top.
      key={filterKey(shownFilter)}
      label={t('history.runs')}
      items={items}
      keyOf={itemKey}
      estimatedHeightPx={ROW_HEIGHT_PX}
      isHeading={(item) => item.kind !== 'run'}
      row={row}
      showKey={returnTo}
      keepsPlace
      onEndNear={restError === null ? loadMore : () => undefined}
      {...(list.hasMore ? { total: -1 } : {})}
    />
  );
}
