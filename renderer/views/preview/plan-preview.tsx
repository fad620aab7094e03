/**
 * What a run would do now, in words: for the mapping editor, the first steps and taking over a backup or a file.
 * `<PlanPreview of={{ of: 'current' }} />`; `onReading` hears of every change of state, with the key of what was asked (see previewKey).
 */
import { useEffect, useMemo } from 'preact/hooks';
import type { Names } from '../../../shared/domain/app-state.ts';
import type { UnitId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import type { App } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import type { PlanPreviewAnswer, PreviewSummary } from './preview-rows.ts';
import { changesNothing, summaryOf } from './preview-rows.ts';
import { PreviewList } from './preview-list.tsx';
import { summaryWords } from './preview-words.ts';
import { previewKey, usePreview } from './use-preview.ts';
import type { PreviewOf } from './use-preview.ts';

export interface PreviewReport {
  /** Of what was asked: `previewKey(of)`. */
  readonly key: string;
  readonly status: 'working' | 'shown' | 'failed';
  /** Of exactly this question, once it is shown. */
  readonly summary: PreviewSummary | null;
}
export interface PlanPreviewProps {
  readonly of: PreviewOf;
  /** Names of units and doors that the settings do not know yet; those of the snapshot where left out. */
  readonly names?: Names;
  readonly onReading?: (report: PreviewReport) => void;
  /** Offers to show a unit that a problem is about. */
  readonly onUnit?: (unitId: UnitId) => void;
}

export function PlanPreview({ of, names, onReading, onUnit }: PlanPreviewProps) {
  const given = useApp();
  const app: App = useMemo(() => (names === undefined ? given : { ...given, snapshot: { ...given.snapshot, names } }), [given, names]);
  const { t } = app;
  const { status, preview, error, reload } = usePreview(of);
  const summary = useMemo(() => (preview === null ? null : summaryOf(preview)), [preview]);
  const key = previewKey(of);
  useEffect(() => onReading?.({ key, status, summary: status === 'shown' ? summary : null }), [key, status, summary, onReading]);

  if (status === 'failed' && error !== null) {
    return <Failure title={t('preview.failed')} error={error} onRetry={reload} text={t('preview.failed-text')} />;
  }
  if (preview === null || summary === null) {
    return (
      <div class="preview">
        <p class="quiet-text" aria-hidden="true">
          {t('preview.reading')}
        </p>
        <Loading label={t('preview.reading')} rows={3} />
      </div>
    );
  }
  const isOld = status === 'working';
  return (
    <div class="preview" aria-busy={isOld ? 'true' : undefined}>
      <div class="row preview-head">
        <p class="preview-summary" role="status">
          {isOld ? t('preview.working') : summaryWords(app, summary)}
        </p>
        <span class="quiet-text">{t('preview.read-at', { time: app.formats.instant(preview.readAtMs, app.nowMs) })}</span>
        <Button kind="quiet" icon="sync" isBusy={isOld} onClick={reload}>
          {t('preview.again')}
        </Button>
      </div>
      <div class={isOld ? 'preview-old' : undefined}>
        <PreviewContent app={app} preview={preview} summary={summary} {...(onUnit === undefined ? {} : { onUnit })} />
      </div>
    </div>
  );
}

interface ContentProps {
  readonly app: App;
  readonly preview: PlanPreviewAnswer;
  readonly summary: PreviewSummary;
  readonly onUnit?: (unitId: UnitId) => void;
}
function PreviewContent({ app, preview, summary, onUnit }: ContentProps) {
  const { t } = app;
  return (
    <>
      {changesNothing(summary) && (
        <Empty
          icon="check"
          title={t('preview.nothing')}
          text={summary.unchanged === 0 ? t('preview.nothing-none') : t('preview.nothing-text', { count: summary.unchanged })}
        />
      )}
      {preview.operations.length + preview.problems.length > 0 && (
        <PreviewList app={app} preview={preview} {...(onUnit === undefined ? {} : { onUnit })} />
      )}
    </>
  );
}
