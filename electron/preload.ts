/**
 * The bridge: two functions for the page that accept only the names in the contract, and hand over what main says as it came, as JSON texts.
 * One CommonJS file, since it is sandboxed.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, CALLS, EVENT_CHANNEL, EVENTS } from '../shared/ipc/channels.ts';

const isListed = (names: readonly string[], name: unknown): name is string => typeof name === 'string' && names.includes(name);

contextBridge.exposeInMainWorld('latchkey', {
  /** Resolves to the text of an envelope; rejects only when main does not respond. */
  call: (name: unknown, payload: unknown): Promise<unknown> =>
    isListed(CALLS, name) ? ipcRenderer.invoke(CALL_CHANNEL, name, payload) : Promise.reject(new TypeError('There is no such call.')),

  /** Calls the listener with the text of each payload until the returned function is called. */
  on: (name: unknown, listener: unknown): (() => void) => {
    if (!isListed(EVENTS, name) || typeof listener !== 'function') throw new TypeError('There is no such event.');
    // The event is not passed on, since it contains `ipcRenderer`.
    const onEvent = (_event: unknown, eventName: unknown, payload: unknown): void => {
      if (eventName === name) (listener as (payload: unknown) => void)(payload);
    };
    ipcRenderer.on(EVENT_CHANNEL, onEvent);
    return () => void ipcRenderer.removeListener(EVENT_CHANNEL, onEvent);
  },
});
