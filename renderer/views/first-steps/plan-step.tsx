/** The first plan, folded by unit, and the bar that starts Latchkey: the user approves only what is shown. */
import { useId, useMemo } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { useStable } from '../../lib/use-stable.ts';
import { Button } from '../../ui/button.tsx';
import { Empty, Failure, Loading } from '../../ui/states.tsx';
import { changesNothing, summaryOf } from '../preview/preview-rows.ts';
import { usePreview } from '../preview/use-preview.ts';
import { sumText } from './plan-model.ts';
import { PlanTable } from './plan-table.tsx';
import { SetupFrame } from './setup-frame.tsx';

export function PlanStep({ onBack }: { readonly onBack: () => void }) {
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
          <PlanTable preview={preview} />
        </>
      )}
    </SetupFrame>
  );
}
