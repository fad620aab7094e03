/** Says that nothing here is real, and leads out of the demo. */
import { useApp } from '../../lib/app.tsx';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';

export function DemoBanner() {
  const { t } = useApp();
  const leave = useCall('demo.leave');
  return (
    <aside class="demo-banner" aria-label={t('shell.demo')}>
      <Icon name="info" />
      <p>{t('shell.demo-text')}</p>
      <Button kind="quiet" isBusy={leave.isBusy} onClick={() => void leave.run(null)}>
        {t('shell.demo-leave')}
      </Button>
    </aside>
  );
}
