/** What a sync would do now: shown before the mapping is saved, before the setup is completed, and before a file is applied. */
import { useEffect, useMemo } from 'preact/hooks';
import type { Names } from '../../../shared/domain/app-state.ts';
import type { UnitId } from '../../../shared/domain/ids.ts';
import { AppContext, useApp } from '../../lib/app.ts';
import { useStable } from '../../lib/use-stable.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { PreviewList } from './preview-list.tsx';
import { changesNothing, summaryOf, summaryText } from './preview-rows.ts';
import type { PreviewSummary } from './preview-rows.ts';
import { usePreview } from './use-preview.ts';
import type { PreviewOf } from './use-preview.ts';

export interface PreviewReport {
  readonly of: PreviewOf;
  readonly status: 'working' | 'shown' | 'failed';
  /** Of exactly this question, once it is shown. */
  readonly summary: PreviewSummary | null;
}
export interface PlanPreviewProps {
  readonly of: PreviewOf;
  /** With names of units and doors that the settings do not have yet; those of the snapshot by default. */
  readonly names?: Names;
  /** Called for every change of the state; must not change between renders. */
  readonly onReport?: (report: PreviewReport) => void;
  /** Shows a unit that a problem is about. */
  readonly onUnit?: (unitId: UnitId) => void;
}

export function PlanPreview({ of: wanted, names, onReport, onUnit }: PlanPreviewProps) {
  const given = useApp();
  const app = useMemo(() => (names === undefined ? given : { ...given, snapshot: { ...given.snapshot, names } }), [given, names]);
  const { t } = app;
  const of = useStable(wanted);
  const { status, preview, error, reload } = usePreview(of);
  const summary = useMemo(() => (preview === null ? null : summaryOf(preview)), [preview]);
  useEffect(() => onReport?.({ of, status, summary: status === 'shown' ? summary : null }), [of, status, summary, onReport]);

  if (status === 'failed') return <Failure title={t('preview.failed')} text={t('preview.failed-text')} error={error} onRetry={reload} />;
  if (preview === null || summary === null) {
    return (
      <div class="stack">
        <p class="quiet-text" aria-hidden="true">
          {t('preview.reading')}
        </p>
        <Loading label={t('preview.reading')} rows={3} />
      </div>
    );
  }
  const isOld = status === 'working';
  return (
    <div class="stack" aria-busy={isOld ? 'true' : undefined}>
      <div class="row">
        <p class="preview-summary" role="status">
          {isOld ? t('preview.working') : summaryText(t, summary)}
        </p>
        <span class="quiet-text">{t('preview.read-at', { time: app.formats.instant(preview.readAtMs, app.nowMs) })}</span>
        <Button kind="quiet" icon="sync" isBusy={isOld} onClick={reload}>
          {t('preview.again')}
        </Button>
      </div>
      <div class={isOld ? 'preview-old' : undefined}>
        {changesNothing(summary) && (
          <Empty
            icon="check"
            title={t('preview.nothing')}
            text={summary.unchanged === 0 ? t('preview.nothing-none') : t('preview.nothing-text', { count: summary.unchanged })}
          />
        )}
        {preview.operations.length + preview.problems.length > 0 && (
          <AppContext.Provider value={app}>
            <PreviewList preview={preview} onUnit={onUnit} />
          </AppContext.Provider>
        )}
      </div>
    </div>
  );
}
