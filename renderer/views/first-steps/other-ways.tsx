/** Other ways to start: the demo, or the older tool's configuration file. */
import { useId, useState } from 'preact/hooks';
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Failure } from '../../ui/states.tsx';
import { Card } from '../../ui/view.tsx';
import { ImportPanel } from '../settings/import-panel.tsx';

export function OtherWays({ onImported }: { readonly onImported: () => void }) {
  const { t, snapshot } = useApp();
  const demo = useCall('demo.start');
  const [isImporting, setImporting] = useState(false);
  const panelId = useId();
  return (
    <section class="other-ways stack" aria-label={t('first-steps.other-ways')}>
      <div class="row">
        {!snapshot.isDemo && (
          <Button kind="quiet" icon="play" isBusy={demo.isBusy} onClick={() => void demo.run(null)}>
            {t('first-steps.demo')}
          </Button>
        )}
        <Button
          kind="quiet"
          icon="upload"
          isExpanded={isImporting}
          controls={isImporting ? panelId : undefined}
          onClick={() => setImporting((before) => !before)}
        >
          {t('first-steps.import')}
        </Button>
      </div>
      {!snapshot.isDemo && <p class="hint">{t('first-steps.demo-text')}</p>}
      <Failure title={t('first-steps.demo-failed')} error={demo.error} text={t('first-steps.demo-failed-text')} />
      {isImporting && (
        <Card id={panelId} title={t('settings.import')} icon="upload">
          <ImportPanel
            onDone={() => {
              setImporting(false);
              onImported();
            }}
          />
        </Card>
      )}
    </section>
  );
}
