/** Runs in the preload's isolated world at the start of each document: `require('electron')` for the preload, and the post to main. */
import type { Codec } from './codec.ts';
import type { createBridgeEnd } from './bridge.ts';

export interface PreloadWorldNeeds {
  readonly codec: Codec;
  readonly createBridgeEnd: typeof createBridgeEnd;
  readonly handshake: string;
  /** Names of the functions by which text goes to the host and comes from it. */
  readonly bindingName: string;
  readonly receiverName: string;
  readonly facts: { readonly platform: string; readonly versions: Readonly<Record<string, string>> };
  /** The preload's source as a function, null when there is none. */
  readonly preload: ((require: (name: string) => unknown, module: { exports: unknown }, exports: unknown, process: object) => void) | null;
}

/** From the page to main. `id` belongs to questions, which main answers with a `FromMain` of the same id. */
export type FromPage =
  | { readonly kind: 'document'; readonly url: string }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'window-open'; readonly url: string; readonly frameName: string; readonly features: string }
  | { readonly kind: 'ask-permission'; readonly id: number; readonly permission: string; readonly mediaTypes: readonly string[] }
  | { readonly kind: 'check-permission'; readonly id: number; readonly permission: string }
  | { readonly kind: 'preload-failed'; readonly message: string };

export type FromMain =
  | { readonly kind: 'answer'; readonly id: number; readonly ok: boolean; readonly value: string }
  | { readonly kind: 'message'; readonly channel: string; readonly args: string };

type Listener = (event: unknown, ...args: unknown[]) => void;

export function preloadWorld(needs: PreloadWorldNeeds): void {
  const { codec, bindingName, receiverName, handshake, facts } = needs;
  const world = globalThis as unknown as Record<string, unknown> & {
    document: EventTarget;
    location: { href: string };
    top: unknown;
    MouseEvent: new (type: string, init: { relatedTarget: EventTarget }) => Event;
  };
  // Frames within the page get no preload (nodeIntegrationInSubFrames is off).
  if (world.top !== globalThis) return;
  const binding = world[bindingName] as (text: string) => void;
  Reflect.deleteProperty(world, bindingName);
  const post = (message: FromPage): void => binding(JSON.stringify(message));
  post({ kind: 'document', url: world.location.href });

  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>();
  let nextId = 1;
  const ask = (make: (id: number) => FromPage): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const id = nextId++;
      waiting.set(id, { resolve, reject });
      post(make(id));
    });
  const known = <T extends object>(name: string, target: T): T =>
    new Proxy(target, {
      get(inner, member) {
        if (typeof member === 'string' && !(member in inner) && member !== 'then') throw new Error(`stand-in: ${name}.${member}`);
        return Reflect.get(inner, member) as unknown;
      },
    });
  const text = (channel: unknown): string => {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    return channel;
  };

  const add = (channel: string, listener: Listener, once: boolean): void => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
  };
  const remove = (channel: string, listener: Listener): void => {
    const list = listeners.get(channel) ?? [];
    const at = list.findLastIndex((entry) => entry.listener === listener);
    if (at >= 0) listeners.set(channel, list.toSpliced(at, 1));
  };
  const ipcRenderer: Record<string, unknown> = {
    // Not async: what cannot be cloned throws at once for send, and rejects for invoke.
    invoke: async (channel: unknown, ...args: unknown[]) =>
      ask((id) => ({ kind: 'invoke', id, channel: text(channel), args: codec.encode(args) })),
    send: (channel: unknown, ...args: unknown[]) => post({ kind: 'send', channel: text(channel), args: codec.encode(args) }),
    on: (channel: string, listener: Listener) => {
      add(channel, listener, false);
      return exposed;
    },
    once: (channel: string, listener: Listener) => {
      add(channel, listener, true);
      return exposed;
    },
    off: (channel: string, listener: Listener) => {
      remove(channel, listener);
      return exposed;
    },
    removeListener: (channel: string, listener: Listener) => {
      remove(channel, listener);
      return exposed;
    },
    removeAllListeners: (channel: string) => {
      listeners.delete(channel);
      return exposed;
    },
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
  };
  const exposed = known('ipcRenderer', ipcRenderer);

  world[receiverName] = (json: string): void => {
    const message = JSON.parse(json) as FromMain;
    if (message.kind === 'answer') {
      const caller = waiting.get(message.id);
      waiting.delete(message.id);
      const value = codec.decode(message.value);
      if (message.ok) caller?.resolve(value);
      else caller?.reject(new Error(String(value)));
      return;
    }
    const args = codec.decode(message.args) as unknown[];
    const list = listeners.get(message.channel) ?? [];
    listeners.set(
      message.channel,
      list.filter(({ once }) => !once),
    );
    for (const { listener } of list) listener({ sender: exposed, ports: [] }, ...args);
  };

  const channel = new EventTarget();
  const bridge = needs.createBridgeEnd(channel, 'preload', codec, () => {});
  world.document.dispatchEvent(new world.MouseEvent(handshake, { relatedTarget: channel }));
  bridge.hand('host', {
    windowOpen: (url: string, frameName: string, features: string) => post({ kind: 'window-open', url, frameName, features }),
    askPermission: (permission: string, mediaTypes: string[]) => ask((id) => ({ kind: 'ask-permission', id, permission, mediaTypes })),
    checkPermission: (permission: string) => ask((id) => ({ kind: 'check-permission', id, permission })),
  });

  const keys = new Set<string>();
  const contextBridge = known('contextBridge', {
    exposeInMainWorld(key: string, api: unknown) {
      if (keys.has(key)) throw new Error('Cannot bind an API on top of an existing property on the window object');
      if (api === exposed) throw new Error('stand-in: ipcRenderer itself over the bridge');
      keys.add(key);
      bridge.hand('expose', [key, api]);
    },
  });

  const load = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer')
      return known('electron (in the preload)', { contextBridge, ipcRenderer: exposed });
    throw new Error(`module not found: ${name}`);
  };
  const process = known('process (in the preload)', { ...facts, type: 'renderer', sandboxed: true, contextIsolated: true });
  const module = { exports: {} };
  try {
    needs.preload?.(load, module, module.exports, process);
  } catch (error) {
    post({ kind: 'preload-failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
