/** What is shown instead of the list while there is no stay to show. */
import type { WindowTarget } from '../../../shared/domain/app-state.ts';
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import type { NoStaysReason } from './overview.ts';
import type { Sync } from '../shell/use-sync.ts';

/** `help`: what the button does. Without it there is no button, because only waiting helps. */
const PARTS: Readonly<Record<Exclude<NoStaysReason, 'loading'>, { readonly icon: IconName; readonly help?: WindowTarget | 'sync' }>> = {
  'first-steps': { icon: 'play', help: { view: 'first-steps' } },
  connect: { icon: 'link', help: { view: 'accounts', cloud: null } },
  offline: { icon: 'alert' },
  paused: { icon: 'pause', help: 'sync' },
  failed: { icon: 'alert', help: 'sync' },
  'first-run': { icon: 'key', help: 'sync' },
  none: { icon: 'calendar' },
};

export function NoStays({ reason, sync }: { readonly reason: NoStaysReason; readonly sync: Sync }) {
  const { t, go } = useApp();
  if (reason === 'loading') return <Loading label={t('today.loading')} rows={5} />;
  const { icon, help } = PARTS[reason];
  const suffix = reason === 'none' ? '' : (`-${reason}` as const);
  return (
    <Empty
      icon={icon}
      title={t(`today.empty${suffix}`)}
      text={t(`today.empty${suffix}-text`)}
      actions={
        help !== undefined &&
        (help === 'sync' ? (
          <Button icon="sync" isBusy={sync.isBusy} onClick={sync.start}>
            {t('today.fix-sync')}
          </Button>
        ) : (
          <Button kind="primary" onClick={() => go(help)}>
            {t(help.view === 'accounts' ? 'today.connect' : 'today.fix-first-steps')}
          </Button>
        ))
      }
    />
  );
}
