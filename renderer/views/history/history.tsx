/** The history: what each run did, newest first, with filters and an export. One run opens in place of the list. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { View, VIEW_TITLE_ID } from '../../ui/view.tsx';
import { FilterFields } from './filter-fields.tsx';
import { hasFilter, NO_FILTER, toFilter } from './filters.ts';
import { RunListView } from './run-list-view.tsx';
import { RunView } from './run-view.tsx';
import { useRuns } from './use-runs.ts';

export function History({ runId }: { readonly runId: string | null }) {
  const { t, go, announce, route } = useApp();
  // A stay links to the runs of its booking.
  const booking = route.view === 'history' && route.bookingId !== undefined ? String(route.bookingId) : '';
  const [draft, setDraft] = useState({ ...NO_FILTER, booking });
  const filter = toFilter(draft);
  const runs = useRuns(filter);
  const saving = useCall('history.export');
  // Going back from a run shows it in the list and focuses it.
  const [returnTo, setReturnTo] = useState<string | null>(null);
  const open = useRef<string | null>(runId);
  useEffect(() => {
    if (runId === null && open.current !== null) setReturnTo(open.current);
    open.current = runId;
  }, [runId]);

  const reset = (): void => {
    setDraft(NO_FILTER);
    // The button that had the focus is removed.
    document.getElementById(VIEW_TITLE_ID)?.focus();
  };
  const save = async (): Promise<void> => {
    const answer = await saving.run({ filter });
    if (answer === null) return;
    announce(answer.savedAs === null ? t('history.not-exported') : t('history.exported', { file: answer.savedAs }));
  };

  if (runId !== null) return <RunView key={runId} id={runId} onBack={() => go({ view: 'history', runId: null })} />;
  const { list, kind, shownFilter } = runs;
  const isFiltered = hasFilter(filter);
  return (
    <View
      title={t('history.title')}
      lead={t('history.lead')}
      layout="fill"
      actions={
        <Button icon="download" isBusy={saving.isBusy} isDisabled={list.runs.length === 0} onClick={() => void save()}>
          {isFiltered ? t('history.export-these') : t('history.export')}
        </Button>
      }
    >
      <FilterFields draft={draft} onChange={setDraft}>
        <p class="quiet-text" role="status">
          {kind === 'loaded' &&
            hasFilter(shownFilter) &&
            t(list.hasMore ? 'history.found-more' : 'history.found', { count: list.runs.length })}
        </p>
        {isFiltered && list.runs.length > 0 && (
          <Button kind="quiet" icon="close" onClick={reset}>
            {t('history.reset')}
          </Button>
        )}
      </FilterFields>
      <Failure
        title={t('history.export-failed')}
        error={saving.error}
        onRetry={() => void save()}
        isBusy={saving.isBusy}
        text={t('history.export-failed-text')}
      />
      <RunListView
        runs={runs}
        returnTo={returnTo}
        onReturned={() => setReturnTo(null)}
        onOpen={(id) => go({ view: 'history', runId: id })}
        onReset={reset}
      />
    </View>
  );
}
