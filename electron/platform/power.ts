/** Sleep, wake-up and shutdown of the computer. */
import { powerMonitor } from 'electron';

export interface PowerEvents {
  readonly onSuspend: () => void;
  readonly onResume: () => void;
  /** Linux and macOS only: the computer shuts down and leaves the program a moment to finish. */
  readonly onShutdown: () => void;
}

/** Call once the app is ready. The returned function stops listening. */
export function watchPower({ onSuspend, onResume, onShutdown }: PowerEvents): () => void {
  powerMonitor.on('suspend', onSuspend);
  powerMonitor.on('resume', onResume);
  powerMonitor.on('shutdown', onShutdown);
  return () => {
    powerMonitor.removeListener('suspend', onSuspend);
    powerMonitor.removeListener('resume', onResume);
    powerMonitor.removeListener('shutdown', onShutdown);
  };
}
