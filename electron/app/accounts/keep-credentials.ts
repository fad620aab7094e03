/** Credentials the user entered or took over: into the keychain, tested, and shown. One way for all of the window's calls. */
import type { Connection } from '../../../shared/domain/app-state.ts';
import type { CloudName, KeychainFailure } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import type { StoredCredentials } from './credentials.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { DesktopPorts } from '../desktop/ports.ts';

type Ports = Pick<DesktopPorts, 'accounts' | 'clock'>;

export async function storeEntry(desktop: Desktop, { accounts }: Ports, entry: StoredCredentials): Promise<Result<null, KeychainFailure>> {
  const stored = await accounts.store(entry);
  if (stored.ok) desktop.dispatch({ kind: 'credentials-saved', cloud: entry.cloud, userName: await accounts.userName(entry.cloud) });
  return stored;
}

export async function removeEntry(desktop: Desktop, { accounts }: Ports, cloud: CloudName): Promise<Result<null, KeychainFailure>> {
  const removed = await accounts.remove(cloud);
  if (removed.ok) desktop.dispatch({ kind: 'credentials-removed', cloud });
  return removed;
}

/** What is stored, tried at the cloud; the answer is what the window shows of the connection from now on. */
export async function testConnection(desktop: Desktop, { accounts, clock }: Ports, cloud: CloudName): Promise<Connection> {
  const failure = await accounts.test(cloud);
  desktop.dispatch({ kind: 'connection-tested', cloud, failure, atMs: clock.nowMs() });
  return desktop.snapshot().connections[cloud];
}
