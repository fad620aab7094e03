/** Whether there is a network, from Electron. */
import { net } from 'electron';
import type { Timers } from '../app/ports/schedule.ts';
import { watchConnection } from './network-watch.ts';
import type { NetworkWatch } from './network-watch.ts';

/** Once the app is ready. */
export function watchNetwork(timers: Timers, onChange: (isOnline: boolean) => void): NetworkWatch {
  return watchConnection({ probe: () => net.isOnline(), timers, onChange });
}
