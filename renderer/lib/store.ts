/** What the app knows, as the window has it: one snapshot, kept current by numbered changes. Where one is missing, it is read again. */
import type { AppSnapshot, WindowTarget } from '../../shared/domain/app-state.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import type { Bridge } from './bridge.ts';

type Change = EventPayload<'snapshot.changed'>;

export interface SnapshotStore {
  /** null until the first reading. */
  get(): AppSnapshot | null;
  /** Called after every change; the returned function ends it. */
  subscribe(listener: () => void): () => void;
}
export interface StoreOptions {
  readonly bridge: Bridge;
  /** Main wants the window to go there: at the start, and whenever a notification or the tray is clicked. */
  readonly onGoto: (target: WindowTarget) => void;
}

/** `gap`: the change follows one that never came. The same snapshot: it is older than what is known. */
export function applyChange(snapshot: AppSnapshot, change: Change): AppSnapshot | 'gap' {
  if (change.revision <= snapshot.revision) return snapshot;
  if (change.since > snapshot.revision) return 'gap';
  return { ...snapshot, ...change.fields, revision: change.revision };
}

/** Listens first and reads then, so that nothing falls between. */
export async function startStore(options: StoreOptions): Promise<SnapshotStore> {
  const store = new LiveStore(options.bridge);
  options.bridge.on('snapshot.changed', (change) => store.changed(change));
  options.bridge.on('window.goto', options.onGoto);
  const ready = await options.bridge.call('window.ready', null);
  await store.read();
  if (ready.ok && ready.value !== null) options.onGoto(ready.value);
  return store;
}

class LiveStore implements SnapshotStore {
  readonly #bridge: Bridge;
  readonly #listeners = new Set<() => void>();
  #snapshot: AppSnapshot | null = null;
  /** From the start: what comes before the first reading waits for it. */
  #isReading = true;
  #early: Change[] = [];

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  get(): AppSnapshot | null {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  changed(change: Change): void {
    if (this.#isReading) {
      this.#early.push(change);
      return;
    }
    if (!this.#apply(change)) void this.read();
  }

  /** A reading that fails leaves what is there; the next change tries again. */
  async read(): Promise<void> {
    this.#isReading = true;
    const answer = await this.#bridge.call('snapshot.get', null);
    this.#isReading = false;
    const early = this.#early;
    this.#early = [];
    if (!answer.ok) return;
    this.#set(answer.value);
    if (!early.every((change) => this.#apply(change))) await this.read();
  }

  #apply(change: Change): boolean {
    const next = this.#snapshot === null ? 'gap' : applyChange(this.#snapshot, change);
    if (next === 'gap') return false;
    if (next !== this.#snapshot) this.#set(next);
    return true;
  }

  #set(snapshot: AppSnapshot): void {
    this.#snapshot = snapshot;
    for (const listener of [...this.#listeners]) listener();
  }
}
