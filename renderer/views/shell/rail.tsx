/** The rail: the pages of the window, and how the last sync went. */
import type { WindowTarget } from '../../../shared/domain/app-state.ts';
import { useApp } from '../../lib/app.ts';
import type { WindowKey } from '../../lib/texts.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { SyncFooter } from './sync-footer.tsx';

type Page = (typeof PAGES)[number] | typeof SETTINGS | typeof FIRST_STEPS;
interface AnyPage {
  readonly target: WindowTarget;
  readonly label: WindowKey;
  readonly icon: IconName;
}
const PAGES = [
  { target: { view: 'today', bookingId: null }, label: 'shell.today', icon: 'today' },
  { target: { view: 'calendar' }, label: 'shell.calendar', icon: 'calendar' },
  { target: { view: 'doors', unitId: null }, label: 'shell.doors', icon: 'door' },
  { target: { view: 'people' }, label: 'shell.people', icon: 'user' },
  { target: { view: 'messages' }, label: 'shell.messages', icon: 'send' },
  { target: { view: 'history', runId: null }, label: 'shell.history', icon: 'history' },
] as const satisfies readonly AnyPage[];
const SETTINGS = { target: { view: 'settings' }, label: 'shell.settings', icon: 'settings' } as const satisfies AnyPage;
const FIRST_STEPS = { target: { view: 'first-steps' }, label: 'shell.first-steps', icon: 'play' } as const satisfies AnyPage;

export function Rail() {
  const { snapshot } = useApp();
  return (
    <header class="rail">
      <p class="brand">
        <Icon name="key" /> Latchkey
      </p>
      {snapshot.firstStepsDone ? <Pages /> : <SetupPages />}
      {snapshot.firstStepsDone && <SyncFooter />}
    </header>
  );
}

function Pages() {
  const { t } = useApp();
  return (
    <nav aria-label={t('shell.navigation')}>
      <ul>
        {PAGES.map((page) => (
          <RailItem key={page.label} page={page} />
        ))}
      </ul>
      <ul class="rail-apart">
        <RailItem page={SETTINGS} />
      </ul>
    </nav>
  );
}

/** The setup is all there is before it is done; from another page, which a menu opened, this leads back. */
function SetupPages() {
  const { t, route } = useApp();
  if (route.view === 'first-steps') return null;
  return (
    <nav aria-label={t('shell.navigation')}>
      <ul>
        <RailItem page={FIRST_STEPS} />
      </ul>
    </nav>
  );
}

function RailItem({ page: { target, label, icon } }: { readonly page: Page }) {
  const { t, route, go, snapshot } = useApp();
  const current = route.view === 'accounts' ? 'settings' : route.view;
  // Nothing is wrong before the first sync has written the codes.
  const attentionCount = snapshot.firstStepsDone && snapshot.lastRun !== null ? snapshot.attention.length : 0;
  return (
    <li>
      <button type="button" class="nav-item item" aria-current={target.view === current ? 'page' : undefined} onClick={() => go(target)}>
        <Icon name={icon} />
        <span>{t(label)}</span>
        {target.view === 'today' && attentionCount > 0 && (
          <span class="nav-count tiny">
            {attentionCount}
            <span class="visually-hidden"> {t('shell.to-do', { count: attentionCount })}</span>
          </span>
        )}
      </button>
    </li>
  );
}
