/** Where main wants the window to be: kept until the page takes it, since a notification may be clicked before the page is drawn. */
import type { WindowTarget } from '../../shared/domain/app-state.ts';

export class PendingNavigation {
  #target: WindowTarget | null = null;
  readonly #listeners = new Set<() => void>();

  put(target: WindowTarget): void {
    this.#target = target;
    for (const listener of [...this.#listeners]) listener();
  }
  /** The newest that was not taken yet. */
  take(): WindowTarget | null {
    const target = this.#target;
    this.#target = null;
    return target;
  }
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
