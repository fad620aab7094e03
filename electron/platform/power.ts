/** Sleep, wake-up and shutdown of the computer. */
import { powerMonitor } from 'electron';

export interface PowerEvents {
  readonly onSuspend: () => void;
  readonly onResume: () => void;
  /** Linux and macOS only: the user logs out, or the computer shuts down, which waits a while for the program to exit by itself. */
  readonly onShutdown: () => void;
}

/** Call once the app is ready. The returned function stops listening. */
export function watchPower({ onSuspend, onResume, onShutdown }: PowerEvents): () => void {
  powerMonitor.on('suspend', onSuspend);
  powerMonitor.on('resume', onResume);
  // Never removed: on Linux the system waits only while somebody listens, and files are closed after this has been stopped. Not prevented,
  // Linux would not wait, and macOS would ask to quit at once, and report that the log-out was interrupted. Electron's types lack the event.
  const shutDown = (event: { preventDefault(): void }): void => {
    event.preventDefault();
    onShutdown();
  };
  powerMonitor.on('shutdown', shutDown as () => void);
  return () => {
    powerMonitor.removeListener('suspend', onSuspend);
    powerMonitor.removeListener('resume', onResume);
  };
}
