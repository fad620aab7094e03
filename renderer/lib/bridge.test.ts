import { afterEach, expect, it, vi } from 'vitest';
import { windowBridge } from './bridge.ts';

const NO_ANSWER = { ok: false, error: { kind: 'internal', detail: null, message: 'The app does not answer.' } };

afterEach(() => vi.unstubAllGlobals());

/** What the preload provides. */
function preload(call: (name: string, payload: unknown) => Promise<unknown>) {
  const listeners = new Map<string, (payload: string) => void>();
  const on = (name: string, listener: (payload: string) => void): (() => void) => {
    listeners.set(name, listener);
    return () => void listeners.delete(name);
  };
  vi.stubGlobal('latchkey', { call, on });
  return listeners;
}

it('reads the text of an answer', async () => {
  preload(async (name, payload) => JSON.stringify({ ok: true, value: { name, payload } }));
  expect(await windowBridge().call('window.ready', null)).toEqual({ ok: true, value: { name: 'window.ready', payload: null } });
});

it.each([
  ['main is quitting', () => Promise.reject(new Error('reply was never sent'))],
  ['the answer is cut off', async () => '{"ok":true,"val'],
])('says that there is no answer when %s', async (_case, call) => {
  preload(call);
  expect(await windowBridge().call('window.ready', null)).toEqual(NO_ANSWER);
});

it('reads the text of an event until nobody listens', () => {
  const listeners = preload(async () => '');
  const heard: unknown[] = [];
  const stop = windowBridge().on('window.goto', (target) => void heard.push(target));
  listeners.get('window.goto')?.('{"view":"people"}');
  stop();
  expect(heard).toEqual([{ view: 'people' }]);
  expect(listeners.size).toBe(0);
});

it('works in no other page', () => {
  expect(() => windowBridge()).toThrow('This page belongs to the Latchkey app');
});
