/** The window's calls about credentials: save, test and remove them. What other calls store or remove goes through here, too. */
import type { Connection } from '../../../shared/domain/app-state.ts';
import type { CloudName, KeychainFailure } from '../../../shared/errors.ts';
import type { CallHandlers, CallRequest } from '../../../shared/ipc/contract.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { Secret } from '../../../shared/secret.ts';
import type { StoredCredentials } from '../accounts/credentials.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';
import { accessRefusal } from './refusal.ts';

type Names = 'credentials.save' | 'credentials.test' | 'credentials.remove';
type Ports = Pick<DesktopPorts, 'accounts' | 'clock' | 'system'>;

export function credentialCalls(desktop: Desktop, ports: Ports): Pick<CallHandlers, Names> {
  return {
    'credentials.save': async (request) => {
      const stored = await storeInKeychain(desktop, ports, credentialsOf(request));
      if (!stored.ok) return accessRefusal(desktop.text, stored.error, ports.system);
      const tested = await testConnection(desktop, ports, request.cloud);
      desktop.credentialsChanged();
      return ok(tested);
    },
    'credentials.test': async ({ cloud }) => ok(await testConnection(desktop, ports, cloud)),
    'credentials.remove': async ({ cloud }) => {
      const removed = await removeFromKeychain(desktop, ports, cloud);
      if (!removed.ok) return accessRefusal(desktop.text, removed.error, ports.system);
      desktop.credentialsChanged();
      return ok(desktop.snapshot().connections[cloud]);
    },
  };
}

export async function storeInKeychain(
  desktop: Desktop,
  { accounts }: Pick<Ports, 'accounts'>,
  entry: StoredCredentials,
): Promise<Result<unknown, KeychainFailure>> {
  const stored = await accounts.store(entry);
  if (stored.ok) desktop.dispatch({ kind: 'credentials-saved', cloud: entry.cloud, userName: stored.value });
  return stored;
}

export async function removeFromKeychain(
  desktop: Desktop,
  { accounts }: Pick<Ports, 'accounts'>,
  cloud: CloudName,
): Promise<Result<null, KeychainFailure>> {
  const removed = await accounts.remove(cloud);
  if (removed.ok) desktop.dispatch({ kind: 'credentials-removed', cloud });
  return removed;
}

/** Signs in with the stored credentials; the answer is the connection that the window shows from now on. */
export async function testConnection(
  desktop: Desktop,
  { accounts, clock }: Pick<Ports, 'accounts' | 'clock'>,
  cloud: CloudName,
): Promise<Connection> {
  const failure = await accounts.test(cloud);
  desktop.dispatch({ kind: 'connection-tested', cloud, failure, atMs: clock.nowMs() });
  return desktop.snapshot().connections[cloud];
}

function credentialsOf(request: CallRequest<'credentials.save'>): StoredCredentials {
  return request.cloud === 'smoobu'
    ? { cloud: 'smoobu', credentials: { apiKey: new Secret(request.apiKey), apiSecret: new Secret(request.apiSecret) } }
    : { cloud: 'the-keys', credentials: { username: request.phone, password: new Secret(request.password) } };
}
