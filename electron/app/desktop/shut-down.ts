/** The last steps of quitting, when no run is in progress: closes everything in order, then installs an update if one is due. */
import type { HistoryStore } from '../ports/storage.ts';
import type { Clock, Logger } from '../ports/system.ts';
import type { UpdateKeeper } from '../updates/update-keeper.ts';

export interface ShutDownPorts {
  readonly clock: Pick<Clock, 'sleep'>;
  readonly log: Logger;
  readonly updates: Pick<UpdateKeeper, 'stop' | 'atShutdown'>;
  readonly history: Pick<HistoryStore, 'close'>;
  /** Window, tray, and what the system reports. */
  closeScreen(): void;
  closeConnections(): Promise<void>;
  closeFiles(): Promise<unknown>;
  relaunch(next: { readonly isDemo: boolean }): void;
  exit(): void;
}

const CLOSE_CAP_MS = 1_000;

/** Always ends with `exit`, whatever fails or hangs. */
export async function shutDown(ports: ShutDownPorts): Promise<void> {
  const { clock, log, updates, history } = ports;
  try {
    updates.stop();
    const update = updates.atShutdown();
    ports.closeScreen();
    // Connections can hang; what is recorded is already on disk.
    await Promise.race([ports.closeConnections(), clock.sleep(CLOSE_CAP_MS)]);
    history.close();
    await Promise.race([ports.closeFiles(), clock.sleep(CLOSE_CAP_MS)]);
    const installed = await update?.install();
    // The version that is running is still installed, and codes need it.
    if (installed?.ok === false && update?.restart === true) ports.relaunch({ isDemo: false });
  } catch (error) {
    log.log('error', 'shutdown failed', { error });
  }
  ports.exit();
}
