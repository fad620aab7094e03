/** Notices when the network goes and comes back, by asking at most once a minute: no system tells all programs. Needs no Electron. */
import type { Timers } from '../app/ports/schedule.ts';

const EVERY_MS = 60_000;

export interface NetworkWatch {
  /** As last seen. */
  isOnline(): boolean;
  /** Asks now, as after waking up or before a run; `onChange` is called first when it differs. */
  check(): boolean;
  stop(): void;
}
export interface NetworkWatchOptions {
  /** True may still mean that there is no way out; false is certain. */
  readonly probe: () => boolean;
  readonly timers: Timers;
  readonly onChange: (isOnline: boolean) => void;
}

export function watchConnection({ probe, timers, onChange }: NetworkWatchOptions): NetworkWatch {
  const state: { isOnline: boolean; takeBack: (() => void) | null } = { isOnline: probe(), takeBack: null };
  const check = (): boolean => {
    const isOnline = probe();
    if (isOnline !== state.isOnline) {
      state.isOnline = isOnline;
      onChange(isOnline);
    }
    return isOnline;
  };
  const wait = (): void => {
    state.takeBack = timers.after(EVERY_MS, () => {
      // First the next round: a listener that throws must not end the watch.
      wait();
      check();
    });
  };
  wait();
  return { isOnline: () => state.isOnline, check, stop: () => state.takeBack?.() };
}
