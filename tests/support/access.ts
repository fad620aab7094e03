/** Cloud access over a history in memory, with marks that take no time. */
import { CloudAccess } from '../../electron/app/accounts/cloud-access.ts';
import type { HistoryStore } from '../../electron/app/ports/storage.ts';
import type { Clock } from '../../electron/app/ports/system.ts';
import { openHistoryStore } from '../../electron/storage/history/history-store.ts';
import { createVirtualClock } from './virtual-clock.ts';

const PLAIN_MARKS = {
  newSalt: (): string => 'salt',
  mark: (credentials: string, salt: string): Promise<string> => Promise.resolve(`${salt}:${String(credentials.length)}`),
};

export function createAccess(clock: Clock = createVirtualClock({ nowMs: 0 }), history: HistoryStore = memoryHistory(clock)): CloudAccess {
  return new CloudAccess({ history, clock, log: { log: () => undefined }, marks: PLAIN_MARKS });
}

export function memoryHistory(clock: Clock): HistoryStore {
  return openHistoryStore({ file: ':memory:', clock, log: { log: () => undefined } });
}
