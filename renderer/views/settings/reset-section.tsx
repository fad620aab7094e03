/** Erases credentials, mapping and settings, after a confirmation that lists what goes and what stays. */
import { useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { Failure } from '../../ui/states.tsx';
import { Section } from './section.tsx';

export function ResetSection() {
  const { t, announce, go } = useApp();
  const reset = useCall('settings.reset');
  const [isAsking, setAsking] = useState(false);
  const onReset = async (): Promise<void> => {
    const isDone = await reset.done(null);
    setAsking(false);
    if (!isDone) return;
    announce(t('settings.reset-done'));
    go({ view: 'first-steps' });
  };
  return (
    <Section id="reset">
      <div class="setting-action">
        <p class="hint">{t('settings.reset-text')}</p>
        <Button onClick={() => setAsking(true)}>{t('settings.reset-button')}</Button>
        <Failure title={t('settings.reset-failed')} error={reset.error} text={t('settings.not-saved-text')} />
      </div>
      {isAsking && (
        <ConfirmDialog
          title={t('settings.reset-title')}
          confirm={t('settings.reset-button')}
          kind="danger"
          isBusy={reset.isBusy}
          onCancel={() => setAsking(false)}
          onConfirm={() => void onReset()}
        >
          <h3>{t('settings.reset-goes')}</h3>
          <ul class="bullets">
            <li>{t('settings.reset-goes-credentials')}</li>
            <li>{t('settings.reset-goes-mapping')}</li>
            <li>{t('settings.reset-goes-settings')}</li>
          </ul>
          <h3>{t('settings.reset-stays')}</h3>
          <ul class="bullets">
            <li>{t('settings.reset-stays-codes')}</li>
            <li>{t('settings.reset-stays-history')}</li>
          </ul>
          <p>{t('settings.reset-means')}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}
