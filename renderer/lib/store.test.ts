import { describe, expect, it } from 'vitest';
import type { WindowTarget } from '../../shared/domain/app-state.ts';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import { sampleSnapshot } from '../../tests/support/snapshot.ts';
import type { Bridge } from './bridge.ts';
import { applyChange, startStore } from './store.ts';
import { bookingId } from '../../tests/support/ids.ts';

type Change = EventPayload<'snapshot.changed'>;
const change = (since: number, revision: number, fields: Change['fields'] = {}): Change => ({ since, revision, fields });
const at = (revision: number) => ({ ...sampleSnapshot(), revision });

describe('applyChange', () => {
  it('applies the next change, whole fields at a time', () => {
    expect(applyChange(at(12), change(12, 13, { isOnline: false }))).toEqual({ ...at(13), isOnline: false });
  });
  it('applies a change that covers revisions before and after the snapshot', () => {
    expect(applyChange(at(12), change(10, 15, { nextRunAtMs: null }))).toEqual({ ...at(15), nextRunAtMs: null });
  });
  it('ignores an older change', () => {
    const snapshot = at(12);
    expect(applyChange(snapshot, change(10, 12, { isOnline: false }))).toBe(snapshot);
  });
  it('detects a gap', () => {
    expect(applyChange(at(12), change(13, 14))).toBe('gap');
  });
});

/** Main, with answers that are held back until the test lets them go. */
function fakeMain(target: WindowTarget | null = null) {
  const listeners = new Map<string, (payload: never) => void>();
  const calls: string[] = [];
  const pending: ((revision: number | null) => void)[] = [];
  const answer = (name: string): Promise<unknown> => {
    calls.push(name);
    if (name === 'window.ready') return Promise.resolve({ ok: true, value: target });
    return new Promise((resolve) =>
      pending.push((revision) =>
        resolve(
          revision === null ? { ok: false, error: { kind: 'internal', detail: null, message: 'no' } } : { ok: true, value: at(revision) },
        ),
      ),
    );
  };
  const bridge: Bridge = {
    call: answer as Bridge['call'],
    on: (name, listener) => {
      listeners.set(name, listener);
      return () => void listeners.delete(name);
    },
  };
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const emit = (given: Change): void => listeners.get('snapshot.changed')?.(given as never);
  const deliver = async (revision: number | null): Promise<void> => {
    await settle();
    pending.shift()?.(revision);
    await settle();
  };
  return { bridge, calls, emit, deliver, listeners };
}

describe('startStore', () => {
  it('shows an assumed setting until main is read again', async () => {
    const main = fakeMain();
    const starting = startStore({ bridge: main.bridge, onGoto: () => {} });
    await main.deliver(12);
    const store = await starting;
    store.assume('app', { theme: 'dark' });
    const { app } = at(12).settings;
    expect(store.get()).toEqual({ ...at(12), settings: { ...at(12).settings, app: { ...app, theme: 'dark' } } });
    const reading = store.read();
    await main.deliver(12);
    await reading;
    expect(store.get()).toEqual(at(12));
  });

  it('listens before it reads, and applies the changes that came in between', async () => {
    const main = fakeMain();
    const starting = startStore({ bridge: main.bridge, onGoto: () => {} });
    // In this order, and neither waits for the other.
    expect(main.calls).toEqual(['window.ready', 'snapshot.get']);
    main.emit(change(12, 13, { isOnline: false }));
    await main.deliver(12);
    const store = await starting;
    expect(main.calls).toEqual(['window.ready', 'snapshot.get']);
    expect(store.get()).toEqual({ ...at(13), isOnline: false });
  });

  it('passes on the targets that main sends, at the start and later', async () => {
    const first: WindowTarget = { view: 'today', bookingId: bookingId(7001) };
    const main = fakeMain(first);
    const seen: WindowTarget[] = [];
    const starting = startStore({ bridge: main.bridge, onGoto: (target) => void seen.push(target) });
    await main.deliver(1);
    await starting;
    main.listeners.get('window.goto')?.({ view: 'settings' } as never);
    expect(seen).toEqual([first, { view: 'settings' }]);
  });

  it('reads again once after a gap, and notifies its listeners', async () => {
    const main = fakeMain();
    const starting = startStore({ bridge: main.bridge, onGoto: () => {} });
    await main.deliver(12);
    const store = await starting;
    let notified = 0;
    const end = store.subscribe(() => (notified += 1));
    main.emit(change(14, 15));
    main.emit(change(15, 16));
    expect(store.get()?.revision).toBe(12);
    await main.deliver(15);
    expect(store.get()?.revision).toBe(16);
    expect(main.calls).toEqual(['window.ready', 'snapshot.get', 'snapshot.get']);
    expect(notified).toBe(2);
    end();
    main.emit(change(16, 17));
    expect([store.get()?.revision, notified]).toEqual([17, 2]);
  });

  it('tries again with the next change when a reading fails', async () => {
    const main = fakeMain();
    const starting = startStore({ bridge: main.bridge, onGoto: () => {} });
    await main.deliver(null);
    const store = await starting;
    expect(store.get()).toBeNull();
    main.emit(change(3, 4));
    await main.deliver(4);
    expect(store.get()?.revision).toBe(4);
  });
});
