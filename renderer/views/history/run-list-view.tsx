/** The list of runs by day, or what is shown instead: nothing yet, no match, or a failure. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { memoize } from '../../lib/memoize.ts';
import { useEffectEvent } from '../../lib/use-effect-event.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { VirtualList } from '../../ui/virtual-list.tsx';
import { hasFilter } from './filters.ts';
import { listItems, neighbour } from './run-list.ts';
import type { ListItem, RunRow } from './run-list.ts';
import { countsText, dayText, isRunning, outcomeText, runText } from './run-text.ts';
import type { Runs } from './use-runs.ts';

const ROW_HEIGHT_PX = 64;

export interface RunListViewProps {
  readonly runs: Runs;
  /** The run that was open before: the list scrolls to it and focuses it once. */
  readonly returnTo: string | null;
  readonly onReturned: () => void;
  readonly onOpen: (id: string) => void;
  readonly onReset: () => void;
}

export function RunListView({ runs, returnTo, onReturned, onOpen, onReset }: RunListViewProps) {
  const app = useApp();
  const { t, formats } = app;
  const { list, restError, shownFilter, loadMore } = runs;
  const dayOf = useMemo(
    () =>
      memoize(
        ({ startedAt }: RunRow) => formats.dateAt(Date.parse(startedAt)),
        ({ startedAt }) => startedAt,
      ),
    [formats],
  );
  const items = useMemo(() => listItems(list, dayOf, restError), [list, dayOf, restError]);

  // A run that was opened from another view may not be in the list yet: the focus stays where it is.
  const isNotListed = returnTo !== null && runs.kind !== 'loading' && !list.runs.some(({ id }) => id === returnTo);
  const giveUp = useEffectEvent(() => {
    if (isNotListed) onReturned();
  });
  useEffect(() => giveUp(), [isNotListed]);

  if (runs.kind === 'loading') return <Loading label={t('history.loading')} rows={7} />;
  if (runs.kind === 'failed') {
    return (
      <Failure title={t('history.failed')} text={t('history.failed-text')} error={runs.error} onRetry={runs.reload} isBusy={runs.isBusy} />
    );
  }
  if (list.runs.length === 0) {
    return hasFilter(shownFilter) ? (
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
    const next = neighbour(list.runs, id, step);
    if (next !== null) document.getElementById(runRowId(next.id))?.focus();
  };
  const row = (item: ListItem) => {
    switch (item.kind) {
      case 'day':
        return <h2 class="run-day">{dayText(app, item.day)}</h2>;
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
      // A list for another filter starts at its top.
      key={JSON.stringify(shownFilter)}
      label={t('history.runs')}
      items={items}
      estimatedHeightPx={ROW_HEIGHT_PX}
      isHeading={isHeading}
      row={row}
      showKey={returnTo}
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

interface RunButtonProps {
  readonly run: RunRow;
  /** It was open until now: it gets the focus back. */
  readonly takesFocus: boolean;
  readonly onFocusTaken: () => void;
  readonly onOpen: (id: string) => void;
  readonly onArrow: (id: string, step: 1 | -1) => void;
}

function runRowId(id: string): string {
  return `run-${id}`;
}

function RunButton({ run, takesFocus, onFocusTaken, onOpen, onArrow }: RunButtonProps) {
  const app = useApp();
  const { t, snapshot } = app;
  const button = useRef<HTMLButtonElement>(null);
  const takeFocus = useEffectEvent(() => {
    if (!takesFocus) return;
    button.current?.focus({ preventScroll: true });
    onFocusTaken();
  });
  useEffect(() => takeFocus(), [takesFocus]);
  const { tone, text, icon } = outcomeText(t, run, isRunning(run, snapshot));
  const { time, trigger, duration } = runText(app, run);
  const facts = [trigger, duration, run.mode === 'dry-run' ? t('history.dry-run') : null].filter((part) => part !== null);
  return (
    <button
      type="button"
      class="run-row item panel"
      id={runRowId(run.id)}
      ref={button}
      onClick={() => onOpen(run.id)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        onArrow(run.id, event.key === 'ArrowDown' ? 1 : -1);
      }}
    >
      <span class="run-time">{time}</span>{' '}
      <span>
        <Badge tone={tone} text={text} icon={icon} />
      </span>{' '}
      <span class="run-what">
        <span>{countsText(t, run)}</span> <span class="quiet-text small">{facts.join(' · ')}</span>
      </span>
      <Icon name="right" />
    </button>
  );
}
