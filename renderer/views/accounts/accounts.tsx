/** Both accounts, each in its card. The one that the route names is focused. */
import { useEffect } from 'preact/hooks';
import { CLOUD_NAMES, CLOUD_TITLES } from '../../../shared/errors.ts';
import type { CloudName } from '../../../shared/errors.ts';
import { useApp } from '../../lib/app.ts';
import { Card } from '../../ui/view.tsx';
import { Account } from './account.tsx';

function accountId(cloud: CloudName): string {
  return `account-${cloud}`;
}

export function Accounts({ cloud }: { readonly cloud: CloudName | null }) {
  const { route } = useApp();
  // Depends on the route, because a second notification about the same account must lead there again.
  useEffect(() => {
    const card = cloud === null ? null : document.getElementById(accountId(cloud));
    card?.scrollIntoView({ block: 'start' });
    card?.focus({ preventScroll: true });
  }, [route, cloud]);
  return (
    <>
      {CLOUD_NAMES.map((name) => (
        <Card key={name} level={3} id={accountId(name)} title={CLOUD_TITLES[name]} icon={name === 'smoobu' ? 'calendar' : 'door'}>
          <Account cloud={name} />
        </Card>
      ))}
    </>
  );
}
