/** The first plan, folded by unit, and the bar that starts Latchkey: the user approves only what is shown. */
import { useId, useMemo } from 'preact/hooks';
import type { UnitId } from '../../../shared/domain/ids.ts';
import { useApp } from '../../lib/app.ts';
import type { WindowTranslate } from '../../lib/texts.ts';
import { useCall } from '../../lib/use-call.ts';
import { useStable } from '../../lib/use-stable.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { changesNothing, changeTexts, summaryOf } from '../preview/preview-rows.ts';
import type { PreviewSummary } from '../preview/preview-rows.ts';
import { usePreview } from '../preview/use-preview.ts';
import { PlanTable } from './plan-table.tsx';
import { SetupFrame } from './setup-frame.tsx';

interface PlanStepProps {
  readonly onBack: () => void;
  /** A unit whose guests would get no code: its door is chosen in the step before. */
  readonly onUnit: (unitId: UnitId) => void;
}
export function PlanStep({ onBack, onUnit }: PlanStepProps) {
  const { t, formats, nowMs } = useApp();
  const finish = useCall('setup.finish');
  const { status, preview, error, reload } = usePreview(useStable({ of: 'current' } as const));
  const summary = useMemo(() => (preview === null ? null : summaryOf(preview)), [preview]);
  const noteId = useId();
  const isShown = status === 'shown' && preview !== null && summary !== null;
  return (
    <SetupFrame
      title={t('first-steps.plan-title')}
      lead={t('first-steps.plan-lead')}
      step="plan"
      note={
        <p id={noteId} role="status" class={isShown ? 'strong' : 'quiet-text'}>
          {isShown ? sumText(t, summary) : t('first-steps.start-waits')}
        </p>
      }
      actions={
        <>
          <Button onClick={onBack}>{t('first-steps.back')}</Button>
          <Button kind="primary" isBusy={finish.isBusy} isDisabled={!isShown} describedBy={noteId} onClick={() => void finish.done(null)}>
            {t('first-steps.start')}
          </Button>
        </>
      }
    >
      <Failure title={t('first-steps.start-failed')} error={finish.error} text={t('first-steps.start-failed-text')} />
      {status === 'failed' && <Failure title={t('preview.failed')} text={t('preview.failed-text')} error={error} onRetry={reload} />}
      {status === 'working' && <Loading label={t('preview.reading')} rows={6} />}
      {isShown && (
        <>
          <div class="row">
            <span class="quiet-text small">{t('preview.read-at', { time: formats.instant(preview.readAtMs, nowMs) })}</span>
            <Button kind="quiet" icon="sync" onClick={reload}>
              {t('preview.again')}
            </Button>
          </div>
          {changesNothing(summary) && (
            <Empty
              icon="check"
              title={t('preview.nothing')}
              text={summary.unchanged === 0 ? t('preview.nothing-none') : t('preview.nothing-text', { count: summary.unchanged })}
            />
          )}
          <PlanTable preview={preview} onUnit={onUnit} />
        </>
      )}
    </SetupFrame>
  );
}

/** "19 new codes · 2 codes removed". */
function sumText(t: WindowTranslate, summary: PreviewSummary): string {
  return changesNothing(summary) ? t('first-steps.sum-nothing') : changeTexts(t, summary).join(' · ');
}
