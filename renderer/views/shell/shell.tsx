/** The frame around the views: the rail on the left, the view that is open, and the side panel beside it. */
import { useApp } from '../../lib/app.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Rail } from './rail.tsx';
import type { OpenPanel } from './use-panel.ts';
import { SyncContext, useWindowSync } from './use-sync.ts';
import type { ViewComponent } from './view-loader.tsx';

export function Shell({ view: CurrentView, panel }: { readonly view: ViewComponent; readonly panel: OpenPanel | null }) {
  const { route, snapshot } = useApp();
  const sync = useWindowSync();
  return (
    <SyncContext.Provider value={sync}>
      <div class={panel === null ? 'shell' : 'shell with-panel'}>
        <Rail />
        <main>
          {snapshot.isDemo && <DemoBanner />}
          <CurrentView target={route} />
        </main>
        {panel !== null && <panel.Content target={panel.target} />}
      </div>
    </SyncContext.Provider>
  );
}

function DemoBanner() {
  const { t } = useApp();
  const leave = useCall('demo.leave');
  return (
    <aside class="demo-banner row" aria-label={t('shell.demo')}>
      <Icon name="info" />
      <p>{t('shell.demo-text')}</p>
      <Button kind="quiet" isBusy={leave.isBusy} onClick={() => void leave.run(null)}>
        {t('shell.demo-leave')}
      </Button>
    </aside>
  );
}
