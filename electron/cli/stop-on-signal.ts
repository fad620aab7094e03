/** The first signal asks to stop, the second ends the process at once. */
import type { World } from './terminal.ts';

/** The code that shells report for a process ended by SIGINT. */
const ENDED_BY_SIGNAL = 130;

export interface StopRequest {
  readonly signal: AbortSignal;
  release(): void;
}

export function stopOnSignal(world: World, onFirst: () => void): StopRequest {
  const controller = new AbortController();
  const release = world.onStopSignal(() => {
    if (controller.signal.aborted) {
      world.endNow(ENDED_BY_SIGNAL);
      return;
    }
    onFirst();
    controller.abort();
  });
  return { signal: controller.signal, release };
}
