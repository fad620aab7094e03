/** The frame around the views: the navigation, the demo's banner, and the view that is open. */
import type { WindowTarget } from '../../../shared/domain/app-state.ts';
import { useApp } from '../../lib/app.ts';
import type { WindowKey } from '../../lib/texts.ts';
import { useCall } from '../../lib/use-call.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { useMappingDraft } from '../mapping/draft-context.tsx';
import { isChanged } from '../mapping/mapping-work.ts';
import type { ViewComponent } from './view-loader.tsx';

const PLACES = [
  { target: { view: 'first-steps' }, label: 'shell.first-steps', icon: 'play' },
  { target: { view: 'arrivals', bookingId: null }, label: 'shell.arrivals', icon: 'key' },
  { target: { view: 'timeline' }, label: 'shell.timeline', icon: 'calendar' },
  { target: { view: 'mapping', unitId: null }, label: 'shell.mapping', icon: 'door' },
  { target: { view: 'history', runId: null }, label: 'shell.history', icon: 'history' },
  { target: { view: 'settings' }, label: 'shell.settings', icon: 'settings' },
] as const satisfies readonly { readonly target: WindowTarget; readonly label: WindowKey; readonly icon: IconName }[];

export function Shell({ view: CurrentView }: { readonly view: ViewComponent }) {
  const { t, route, go, snapshot } = useApp();
  const [work] = useMappingDraft();
  const current = route.view === 'accounts' ? 'settings' : route.view;
  const attentionCount = snapshot.attention.length;
  return (
    <div class="shell">
      <nav class="nav" aria-label={t('shell.navigation')}>
        <p class="brand">Latchkey</p>
        <ul>
          {PLACES.filter(({ target }) => target.view !== 'first-steps' || !snapshot.firstStepsDone).map(({ target, label, icon }) => (
            <li key={target.view}>
              <button
                type="button"
                class="nav-item item"
                aria-current={target.view === current ? 'page' : undefined}
                onClick={() => go(target)}
              >
                <Icon name={icon} />
                <span>{t(label)}</span>
                {target.view === 'arrivals' && attentionCount > 0 && (
                  <span class="nav-count tiny">
                    {attentionCount}
                    <span class="visually-hidden"> {t('shell.needs-you', { count: attentionCount })}</span>
                  </span>
                )}
                {target.view === 'mapping' && work !== null && isChanged(work) && (
                  <span class="nav-draft">
                    <Icon name="edit" />
                    <span class="visually-hidden"> {t('mapping.unsaved-mark')}</span>
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
        <p class="version quiet-text tiny">{t('shell.version', { version: snapshot.version })}</p>
      </nav>
      <main>
        {snapshot.isDemo && <DemoBanner />}
        <CurrentView target={route} />
      </main>
    </div>
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
