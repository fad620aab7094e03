/** Where main wants the window to go, kept until the page can show it: a notification may be clicked before the page is drawn. */
import type { WindowTarget } from '../../shared/domain/app-state.ts';

export class PendingNavigation {
  #target: WindowTarget | null = null;
  #listener: ((target: WindowTarget) => void) | null = null;

  put(target: WindowTarget): void {
    if (this.#listener === null) this.#target = target;
    else this.#listener(target);
  }

  /** The newest target that is not shown yet. */
  take(): WindowTarget | null {
    const target = this.#target;
    this.#target = null;
    return target;
  }

  /** Starts with the pending target, if there is one. The returned function stops it. */
  listen(listener: (target: WindowTarget) => void): () => void {
    this.#listener = listener;
    const target = this.take();
    if (target !== null) listener(target);
    return () => {
      this.#listener = null;
    };
  }
}
