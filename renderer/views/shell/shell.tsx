/** The frame around the views: where one can go, and the view one is in. */
import type { ComponentChildren } from 'preact';
import type { WindowTarget } from '../../../shared/domain/app-state.ts';
import { useApp } from '../../lib/app.tsx';
import { useDrafts } from '../mapping/drafts.tsx';
import type { WindowKey } from '../../lib/texts.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { isChanged } from '../mapping/mapping-work.ts';
import { DemoBanner } from './demo-banner.tsx';
import type { ViewComponent } from './view-loader.tsx';

interface Place {
  readonly target: WindowTarget;
  readonly label: Extract<WindowKey, `shell.${string}`>;
  readonly icon: IconName;
}
const PLACES: readonly (Place & {
  readonly label: 'shell.arrivals' | 'shell.timeline' | 'shell.mapping' | 'shell.history' | 'shell.settings';
})[] = [
  { target: { view: 'arrivals', bookingId: null }, label: 'shell.arrivals', icon: 'key' },
  { target: { view: 'timeline' }, label: 'shell.timeline', icon: 'calendar' },
  { target: { view: 'mapping', unitId: null }, label: 'shell.mapping', icon: 'door' },
  { target: { view: 'history', runId: null }, label: 'shell.history', icon: 'history' },
  { target: { view: 'settings' }, label: 'shell.settings', icon: 'settings' },
];

export function Shell({ view: CurrentView }: { readonly view: ViewComponent }) {
  const { t, route, go, snapshot } = useApp();
  const current = route.view === 'accounts' ? 'settings' : route.view;
  const needsHost = snapshot.attention.length;
  const [{ mapping }] = useDrafts();
  const hasMappingDraft = mapping !== undefined && isChanged(mapping);
  const places: readonly (Omit<Place, 'label'> & { label: ComponentChildren })[] = [
    ...(snapshot.firstStepsDone
      ? []
      : [{ target: { view: 'first-steps' } as const, label: t('shell.first-steps'), icon: 'play' as const }]),
    ...PLACES.map((place) => ({ ...place, label: t(place.label) })),
  ];
  return (
    <div class="shell">
      <nav class="nav" aria-label={t('shell.navigation')}>
        <p class="brand">Latchkey</p>
        <ul>
          {places.map(({ target, label, icon }) => (
            <li key={target.view}>
              <button type="button" class="nav-item" aria-current={target.view === current ? 'page' : undefined} onClick={() => go(target)}>
                <Icon name={icon} />
                <span>{label}</span>
                {target.view === 'arrivals' && needsHost > 0 && (
                  <span class="nav-count">
                    {needsHost}
                    <span class="visually-hidden"> {t('shell.needs-you', { count: needsHost })}</span>
                  </span>
                )}
                {target.view === 'mapping' && hasMappingDraft && (
                  <span class="nav-draft">
                    <Icon name="edit" />
                    <span class="visually-hidden"> {t('mapping.unsaved-mark')}</span>
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
        <p class="version">{t('shell.version', { version: snapshot.version })}</p>
      </nav>
      <main>
        {snapshot.isDemo && <DemoBanner />}
        <CurrentView target={route} />
      </main>
    </div>
  );
}
