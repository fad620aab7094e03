/** Runs in the preload's isolated world at the start of each document: `require('electron')` for the preload, and messages to main. */
import type { Codec } from './codec.ts';
import type { createBridgeEnd } from './bridge.ts';

export interface PreloadWorldNeeds {
  readonly codec: Codec;
  readonly createBridgeEnd: typeof createBridgeEnd;
  readonly handshake: string;
  /** Names of the functions that send text to main and receive it. */
  readonly bindingName: string;
  readonly receiverName: string;
  readonly facts: { readonly platform: string; readonly versions: Readonly<Record<string, string>> };
  /** The preload's source as a function, null when there is none. */
  readonly preload: ((require: (name: string) => unknown, module: { exports: unknown }, exports: unknown, process: object) => void) | null;
}

/** From the page to main. Main answers a message that has an `id` with a `FromMain` of the same id. */
export type FromPage =
  | { readonly kind: 'document'; readonly url: string }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'window-open'; readonly url: string }
  | { readonly kind: 'context-menu'; readonly isEditable: boolean; readonly selectionText: string }
  | { readonly kind: 'ask-permission'; readonly id: number; readonly permission: string; readonly mediaTypes: readonly string[] }
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
  const listeners = new Map<string, Listener[]>();
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

  const exposed = known('ipcRenderer', {
    // Values that cannot be cloned reject here and throw in `send`, as in Electron.
    invoke: async (channel: unknown, ...args: unknown[]) =>
      ask((id) => ({ kind: 'invoke', id, channel: text(channel), args: codec.encode(args) })),
    send: (channel: unknown, ...args: unknown[]) => post({ kind: 'send', channel: text(channel), args: codec.encode(args) }),
    on: (channel: string, listener: Listener) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    removeListener: (channel: string, listener: Listener) => {
      const list = listeners.get(channel) ?? [];
      const at = list.lastIndexOf(listener);
      if (at >= 0) listeners.set(channel, list.toSpliced(at, 1));
    },
  });

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
    for (const listener of listeners.get(message.channel) ?? []) listener({ sender: exposed, ports: [] }, ...args);
  };

  const channel = new EventTarget();
  const bridge = needs.createBridgeEnd(channel, 'preload', codec, () => {});
  world.document.dispatchEvent(new world.MouseEvent(handshake, { relatedTarget: channel }));
  bridge.hand('host', {
    windowOpen: (url: string) => post({ kind: 'window-open', url }),
    askPermission: (permission: string, mediaTypes: string[]) => ask((id) => ({ kind: 'ask-permission', id, permission, mediaTypes })),
  });

  // At the window, once the page has had its chance to prevent the menu.
  addEventListener('contextmenu', (event) => {
    const at = event.target as HTMLElement;
    const isField = at.matches('textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit])');
    const isEditable = at.isContentEditable || (isField && !at.matches(':disabled, :read-only'));
    const selectionText = String(getSelection() ?? '');
    if (!event.defaultPrevented) post({ kind: 'context-menu', isEditable, selectionText });
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
    if (name === 'electron') return known('electron (in the preload)', { contextBridge, ipcRenderer: exposed });
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
