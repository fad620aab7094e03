/** The history: what each sync did, newest first, with filters and an export. One of them opens in the side panel. */
import { useEffect, useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { useEffectEvent } from '../../lib/use-effect-event.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { View, VIEW_TITLE_ID } from '../../ui/view.tsx';
import { FilterFields } from './filter-fields.tsx';
import { hasFilter, listFilter, NO_FILTER, toFilter } from './filters.ts';
import { RunListView } from './run-list-view.tsx';
import { useAbout } from './use-about.ts';
import { useRuns } from './use-runs.ts';

interface HistoryProps {
  readonly runId: string | null;
  /** The number of a booking or lock: a stay and a door link to their runs. */
  readonly about: string;
}
export function History({ runId, about }: HistoryProps) {
  const { t, announce, openPanel } = useApp();
  const [draft, setDraft] = useState({ ...NO_FILTER, text: about });
  const filter = toFilter(draft, useAbout(draft.text));
  const runs = useRuns(listFilter(filter, draft));
  const saving = useCall('history.export');
  const openWanted = useEffectEvent(() => {
    if (runId !== null) openPanel({ kind: 'run', runId });
  });
  useEffect(() => openWanted(), [runId]);

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

  const { list, kind } = runs;
  const isFiltered = hasFilter(filter);
  return (
    <View
      title={t('history.title')}
      lead={t('history.lead')}
      layout="fill"
      actions={
        <Button kind="quiet" icon="download" isBusy={saving.isBusy} isDisabled={list.runs.length === 0} onClick={() => void save()}>
          {isFiltered ? t('history.export-these') : t('history.export')}
        </Button>
      }
    >
      <FilterFields draft={draft} onChange={setDraft} />
      {isFiltered && (
        <div class="row history-found">
          <p class="quiet-text" role="status">
            {kind === 'loaded' && t(list.hasMore ? 'history.found-more' : 'history.found', { count: list.runs.length })}
          </p>
          {list.runs.length > 0 && (
            <Button kind="quiet" icon="close" onClick={reset}>
              {t('history.reset')}
            </Button>
          )}
        </div>
      )}
      <Failure
        title={t('history.export-failed')}
        error={saving.error}
        onRetry={() => void save()}
        isBusy={saving.isBusy}
        text={t('history.export-failed-text')}
      />
      <RunListView runs={runs} isFiltered={hasFilter(runs.shownFilter)} isAll={draft.isAll} onReset={reset} />
    </View>
  );
}
