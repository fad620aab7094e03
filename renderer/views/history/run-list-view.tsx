/** The list of runs by day, or what is shown instead: nothing yet, no match, or a failure. */
import { useMemo } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { memoize } from '../../lib/memoize.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { listItems, neighbour } from './run-list.ts';
import type { ListedRun, ListItem } from './run-list.ts';
import { RunRow, runRowId } from './run-row.tsx';
import { dayText } from './run-text.ts';
import type { Runs } from './use-runs.ts';

const ROW_HEIGHT_PX = 45;

export interface RunListViewProps {
  readonly runs: Runs;
  readonly isFiltered: boolean;
  /** Each sync is a line of its own, also one that came to the same as the one before. */
  readonly isAll: boolean;
  readonly onReset: () => void;
}

export function RunListView({ runs, isFiltered, isAll, onReset }: RunListViewProps) {
  const app = useApp();
  const { t, formats } = app;
  const { list, restError, shownFilter, loadMore, reload } = runs;
  const dayOf = useMemo(
    () =>
      memoize(
        ({ startedAt }: ListedRun) => formats.dateAt(Date.parse(startedAt)),
        ({ startedAt }) => startedAt,
      ),
    [formats],
  );
  const items = useMemo(() => listItems(list, { dayOf, error: restError, isFolded: !isAll }), [list, dayOf, restError, isAll]);

  if (runs.kind === 'loading') return <Loading label={t('history.loading')} rows={7} />;
  if (runs.kind === 'failed')
    return <Failure title={t('history.failed')} text={t('history.failed-text')} error={runs.error} onRetry={reload} isBusy={runs.isBusy} />;
  if (list.runs.length === 0) {
    return isFiltered ? (
      <Empty
        icon="search"
        title={t('history.none-fits')}
        text={t('history.none-fits-text')}
        actions={<Button onClick={onReset}>{t('history.reset')}</Button>}
      />
    ) : (
      <Empty icon="history" title={t('history.empty')} text={t('history.empty-text')} />
    );
  }
  const moveFocus = (id: string, step: 1 | -1): void => {
    const next = neighbour(items, id, step);
    if (next !== null) document.getElementById(runRowId(next.id))?.focus();
  };
  const row = (item: ListItem) => {
    switch (item.kind) {
      case 'day':
        return <h2 class="run-day">{dayText(app, item.day)}</h2>;
      case 'run':
        return <RunRow run={item.run} repeats={item.repeats} onArrow={moveFocus} onUndone={reload} />;
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
      // A list for another filter starts at its top.
      key={JSON.stringify(shownFilter)}
      label={t('history.syncs')}
      items={items}
      estimatedHeightPx={ROW_HEIGHT_PX}
      isHeading={isHeading}
      row={row}
      keepsPlace
      onEndNear={() => {
        if (restError === null) loadMore();
      }}
      total={list.hasMore ? -1 : undefined}
    />
  );
}

function isHeading(item: ListItem): boolean {
  return item.kind !== 'run';
}
