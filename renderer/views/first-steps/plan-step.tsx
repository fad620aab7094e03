/** The first plan as a preview, and the button that completes the setup. */
import { useId, useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { PlanPreview } from '../preview/plan-preview.tsx';
import type { PreviewReport } from '../preview/plan-preview.tsx';

export function PlanStep({ onApplied }: { readonly onApplied: () => void }) {
  const { t, announce, go } = useApp();
  const finish = useCall('setup.finish');
  const [report, setReport] = useState<PreviewReport | null>(null);
  const reasonId = useId();
  // The user approves only what is shown.
  const isShown = report?.status === 'shown';
  const apply = async (): Promise<void> => {
    if (!(await finish.done(null))) return;
    announce(t('first-steps.applied'));
    onApplied();
  };
  return (
    <>
      <PlanPreview of={{ of: 'current' }} onReport={setReport} onUnit={(unitId) => go({ view: 'doors', unitId })} />
      <Failure title={t('first-steps.apply-failed')} error={finish.error} text={t('first-steps.apply-failed-text')} />
      <div class="row">
        <Button
          kind="primary"
          isBusy={finish.isBusy}
          isDisabled={!isShown}
          describedBy={isShown ? undefined : reasonId}
          onClick={() => void apply()}
        >
          {t('first-steps.apply')}
        </Button>
        {!isShown && (
          <span class="hint" id={reasonId}>
            {t('first-steps.apply-waits')}
          </span>
        )}
      </div>
    </>
  );
}
