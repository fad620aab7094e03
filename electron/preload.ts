/** The bridge: the page gets two functions, and through them only the names of the contract. Sandboxed, so one CommonJS file. */
import { contextBridge, ipcRenderer } from 'electron';
import { CALL_CHANNEL, CALLS, EVENT_CHANNEL, EVENTS } from '../shared/ipc/channels.ts';

const isListed = (names: readonly string[], name: unknown): name is string => typeof name === 'string' && names.includes(name);

contextBridge.exposeInMainWorld('latchkey', {
  /** Resolves to an envelope; rejects only when main is not there to answer. */
  call: (name: unknown, payload: unknown): Promise<unknown> =>
    isListed(CALLS, name) ? ipcRenderer.invoke(CALL_CHANNEL, name, payload) : Promise.reject(new TypeError('There is no such call.')),

  /** Calls the listener with each payload until the returned function is called. */
  on: (name: unknown, listener: unknown): (() => void) => {
    if (!isListed(EVENTS, name) || typeof listener !== 'function') throw new TypeError('There is no such event.');
    // The event itself stays here: it would hand `ipcRenderer` to the page.
    const heard = (_event: unknown, heardName: unknown, payload: unknown): void => {
      if (heardName === name) (listener as (payload: unknown) => void)(payload);
    };
    ipcRenderer.on(EVENT_CHANNEL, heard);
    return () => void ipcRenderer.removeListener(EVENT_CHANNEL, heard);
  },
});
