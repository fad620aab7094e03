/** The window's one store: a snapshot of the app, kept current by numbered changes, and read again where one is missing. */
import type { AppSnapshot, WindowTarget } from '../../shared/domain/app-state.ts';
import type { UserSettings } from '../../shared/domain/settings.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import type { Bridge } from './bridge.ts';

type Change = EventPayload<'snapshot.changed'>;

export interface SnapshotStore {
  /** null until it was first read. */
  get(): AppSnapshot | null;
  /** Called after every change; the returned function ends the subscription. */
  subscribe(listener: () => void): () => void;
  /** Shows a change of the settings at once, before main has saved it. */
  assume<S extends keyof UserSettings>(section: S, change: Partial<UserSettings[S]>): void;
  /** Reads the snapshot from main again. */
  read(): Promise<void>;
}
export interface StoreOptions {
  readonly bridge: Bridge;
  /** The view to open: at the start, and whenever a notification or the tray is clicked. */
  readonly onGoto: (target: WindowTarget) => void;
}

/** `gap`: a change before this one is missing. A change that is older than the snapshot is ignored. */
export function applyChange(snapshot: AppSnapshot, change: Change): AppSnapshot | 'gap' {
  if (change.revision <= snapshot.revision) return snapshot;
  if (change.since > snapshot.revision) return 'gap';
  return { ...snapshot, ...change.fields, revision: change.revision };
}

/** Listens before it reads, so that no change is lost in between. */
export async function startStore(options: StoreOptions): Promise<SnapshotStore> {
  const store = new LiveStore(options.bridge);
  options.bridge.on('snapshot.changed', (change) => store.changed(change));
  options.bridge.on('window.goto', options.onGoto);
  const asked = options.bridge.call('window.ready', null);
  await store.read();
  const ready = await asked;
  if (ready.ok && ready.value !== null) options.onGoto(ready.value);
  return store;
}

class LiveStore implements SnapshotStore {
  readonly #bridge: Bridge;
  readonly #listeners = new Set<() => void>();
  #snapshot: AppSnapshot | null = null;
  #isReading = true;
  /** Changes that came while the snapshot was being read. */
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

  assume<S extends keyof UserSettings>(section: S, change: Partial<UserSettings[S]>): void {
    const snapshot = this.#snapshot;
    if (snapshot === null) return;
    const { settings } = snapshot;
    this.#set({ ...snapshot, settings: { ...settings, [section]: { ...settings[section], ...change } } });
  }

  /** If reading fails, the snapshot stays, and the next change causes another try. */
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
