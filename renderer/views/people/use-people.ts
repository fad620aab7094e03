/** Everybody who has a code without a booking: read for the page, kept for the panel, and read again after syncs and acts. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../lib/app.ts';
import type { Bridge } from '../../lib/bridge.ts';
import type { Loaded } from '../../lib/use-call.ts';

type People = CallOutput<'people.list'>;
export type ShownPerson = People['people'][number];

class PeopleStore {
  state: Loaded<People> = { kind: 'loading' };
  isBusy = false;
  readonly #bridge: Bridge;
  readonly #listeners = new Set<() => void>();
  #latest = 0;
  #readAfter: string | null | undefined = undefined;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
  /** Once for each sync. */
  async ensure(lastRunId: string | null): Promise<void> {
    if (this.#readAfter === lastRunId && this.state.kind !== 'error') return;
    this.#readAfter = lastRunId;
    await this.read();
  }
  async read(): Promise<void> {
    this.#latest += 1;
    const mine = this.#latest;
    this.isBusy = true;
    if (this.state.kind === 'error') this.state = { kind: 'loading' };
    this.#changed();
    const answer = await this.#bridge.call('people.list', null);
    // Of two readings that overlap, the later one knows more.
    if (mine !== this.#latest) return;
    this.isBusy = false;
    this.state = answer.ok ? { kind: 'loaded', value: answer.value } : { kind: 'error', error: answer.error };
    this.#changed();
  }
  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
const stores = new WeakMap<Bridge, PeopleStore>();
function storeOf(bridge: Bridge): PeopleStore {
  const store = stores.get(bridge) ?? new PeopleStore(bridge);
  stores.set(bridge, store);
  return store;
}

export interface KnownPeople {
  readonly state: Loaded<People>;
  readonly isBusy: boolean;
  readonly reload: () => void;
}
/** `isFresh`: reads whenever the component opens; else only what was not read since the last sync. */
export function usePeople(isFresh: boolean): KnownPeople {
  const { bridge, snapshot } = useApp();
  const store = useMemo(() => storeOf(bridge), [bridge]);
  const lastRunId = snapshot.lastRun?.run.id ?? null;
  const [, redraw] = useState(0);
  useEffect(() => store.subscribe(() => redraw((turn) => turn + 1)), [store]);
  useEffect(() => {
    void (isFresh && store.state.kind !== 'loading' ? store.read() : store.ensure(lastRunId));
  }, [store, isFresh, lastRunId]);
  return { state: store.state, isBusy: store.isBusy, reload: () => void store.read() };
}
