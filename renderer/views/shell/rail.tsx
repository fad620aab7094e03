/** The rail: the pages of the window, and how the last sync went. */
import type { WindowTarget } from '../../../shared/domain/app-state.ts';
import { useApp } from '../../lib/app.ts';
import type { WindowKey } from '../../lib/texts.ts';
import { Icon } from '../../ui/icon.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { useMappingDraft } from '../doors/draft-context.tsx';
import { isChanged } from '../doors/mapping-work.ts';
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
  const { t, snapshot } = useApp();
  return (
    <header class="rail">
      <p class="brand">
        <Icon name="key" /> Latchkey
      </p>
      <nav aria-label={t('shell.navigation')}>
        <ul>
          {(snapshot.firstStepsDone ? PAGES : [FIRST_STEPS, ...PAGES]).map((page) => (
            <RailItem key={page.label} page={page} />
          ))}
        </ul>
        <ul class="rail-apart">
          <RailItem page={SETTINGS} />
        </ul>
      </nav>
      {snapshot.firstStepsDone && <SyncFooter />}
    </header>
  );
}

function RailItem({ page: { target, label, icon } }: { readonly page: Page }) {
  const { t, route, go, snapshot } = useApp();
  const [work] = useMappingDraft();
  const current = route.view === 'accounts' ? 'settings' : route.view;
  const attentionCount = snapshot.firstStepsDone ? snapshot.attention.length : 0;
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
        {target.view === 'doors' && work !== null && isChanged(work) && (
          <span class="nav-draft">
            <Icon name="edit" />
            <span class="visually-hidden"> {t('mapping.unsaved-mark')}</span>
          </span>
        )}
      </button>
    </li>
  );
}
