/** Sleep and waking up, as the system tells. */
import { powerMonitor } from 'electron';

export interface PowerEvents {
  readonly onSuspend: () => void;
  readonly onResume: () => void;
  /** Linux and macOS: the machine goes down. There is a moment left to finish. */
  readonly onShutdown: () => void;
}

/** Once the app is ready. The returned function stops listening. */
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
