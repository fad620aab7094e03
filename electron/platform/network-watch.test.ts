import { describe, expect, it } from 'vitest';
import { watchNetwork } from './network-watch.ts';

function watching(online = true) {
  const state = { online, probes: 0, waits: [] as { ms: number; due: (() => void) | null }[], changes: [] as boolean[] };
  const watch = watchNetwork({
    probe: () => {
      state.probes += 1;
      return state.online;
    },
    timers: {
      after: (ms, due) => {
        const wait = { ms, due: due as (() => void) | null };
        state.waits.push(wait);
        return () => (wait.due = null);
      },
    },
    onChange: (isOnline) => void state.changes.push(isOnline),
  });
  const minute = (): void => state.waits.at(-1)?.due?.();
  return { state, watch, minute };
}

describe('watchNetwork', () => {
  it('probes once a minute and reports only changes', () => {
    const { state, watch, minute } = watching();
    minute();
    state.online = false;
    minute();
    minute();
    state.online = true;
    minute();
    expect(state.changes).toEqual([false, true]);
    expect(state.waits.map(({ ms }) => ms)).toEqual([60_000, 60_000, 60_000, 60_000, 60_000]);
    expect(state.probes).toBe(5);
    expect(watch.isOnline()).toBe(true);
  });

  it('probes at once when asked, without another timer', () => {
    const { state, watch } = watching();
    state.online = false;
    expect(watch.isOnline()).toBe(true);
    expect(watch.check()).toBe(false);
    expect([watch.isOnline(), state.changes, state.waits.length]).toEqual([false, [false], 1]);
  });

  it('stops', () => {
    const { state, watch, minute } = watching();
    watch.stop();
    state.online = false;
    minute();
    expect(state.changes).toEqual([]);
  });
});
