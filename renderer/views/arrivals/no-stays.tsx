/** What stands in place of the list while there is no stay to show. */
import { useApp } from '../../lib/app.ts';
import { Button } from '../../ui/button.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { Empty, Loading } from '../../ui/states.tsx';
import { emptyHelp } from './empty-words.ts';
import type { Emptiness } from './empty-words.ts';
import type { Sync } from './use-sync.ts';

const ICONS: Readonly<Record<Emptiness, IconName>> = {
  'first-steps': 'play',
  connect: 'link',
  offline: 'alert',
  paused: 'pause',
  failed: 'alert',
  'first-run': 'key',
  none: 'calendar',
};

export function NoStays({ emptiness, sync }: { readonly emptiness: Emptiness | 'loading'; readonly sync: Sync }) {
  const { t, go } = useApp();
  if (emptiness === 'loading') return <Loading label={t('arrivals.loading')} rows={5} />;
  const suffix = emptiness === 'none' ? '' : (`-${emptiness}` as const);
  const help = emptyHelp(emptiness);
  return (
    <Empty
      icon={ICONS[emptiness]}
      title={t(`arrivals.empty${suffix}`)}
      actions={
        help !== null &&
        (help === 'sync' ? (
          <Button icon="sync" isBusy={sync.isBusy} onClick={sync.start}>
            {t('arrivals.sync-now')}
          </Button>
        ) : (
          <Button kind="primary" onClick={() => go(help)}>
            {t(help.view === 'accounts' ? 'arrivals.help-accounts' : 'arrivals.help-first-steps')}
          </Button>
        ))
      }
      text={t(`arrivals.empty${suffix}-text`)}
    />
  );
}
