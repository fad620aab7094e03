/** Detects when the network goes down or comes back, by polling once a minute: Electron has no event for it in the main process. */
import type { Timers } from '../app/ports/schedule.ts';

const POLL_INTERVAL_MS = 60_000;

export interface NetworkWatch {
  /** As of the last probe. */
  isOnline(): boolean;
  /** Probes now, for instance after waking up. `onChange` is called first if the state has changed. */
  check(): boolean;
  stop(): void;
}
export interface NetworkWatchOptions {
  /** False is certain; true may still mean that the internet is out of reach. */
  readonly probe: () => boolean;
  readonly timers: Timers;
  readonly onChange: (isOnline: boolean) => void;
}

export function watchNetwork({ probe, timers, onChange }: NetworkWatchOptions): NetworkWatch {
  let isOnline = probe();
  let cancelTimer: () => void;
  const check = (): boolean => {
    const wasOnline = isOnline;
    isOnline = probe();
    if (isOnline !== wasOnline) onChange(isOnline);
    return isOnline;
  };
  const poll = (): void => {
    cancelTimer = timers.after(POLL_INTERVAL_MS, () => {
      // Scheduled before the check, so that an error in a listener does not end the polling.
      poll();
      check();
    });
  };
  poll();
  return { isOnline: () => isOnline, check, stop: () => cancelTimer() };
}
