/** Runs in the page's own world before its scripts: receives what the preload exposes, and asks main where Electron would. */
import type { Codec } from './codec.ts';
import type { createBridgeEnd } from './bridge.ts';

export interface MainWorldNeeds {
  readonly codec: Codec;
  readonly createBridgeEnd: typeof createBridgeEnd;
  /** Name of the event that brings the private channel; unknown to the page. */
  readonly handshake: string;
}

/** Calls to main, from the preload's world over the bridge. */
interface Host {
  windowOpen(url: string): void;
  askPermission(permission: string, mediaTypes: readonly string[]): Promise<boolean>;
}
type Callable = (...args: unknown[]) => unknown;
type Members = Record<string, unknown>;

export function mainWorld({ codec, createBridgeEnd: createEnd, handshake }: MainWorldNeeds): void {
  const page = globalThis as unknown as Members & {
    document: EventTarget & { baseURI: string };
    top: unknown;
    navigator: Record<string, Members | undefined>;
  };
  if (page.top !== globalThis) return;

  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value) || ArrayBuffer.isView(value)) return value;
    for (const item of Object.values(value)) freeze(item);
    return Object.freeze(value);
  };
  const replace = (owner: Members | undefined, name: string, make: (original: Callable) => Callable): void => {
    const original = owner?.[name];
    if (owner === undefined || typeof original !== 'function') return;
    Object.defineProperty(owner, name, {
      value: make((original as Callable).bind(owner)),
      configurable: true,
      writable: true,
    });
  };
  const denied = (what: string): Error => new DOMException(`${what} denied`, 'NotAllowedError');

  const replaceAll = (host: Host): void => {
    // In Electron a denied window.open returns null; the browser's own would return the popup that is closed later.
    replace(page, 'open', () => (url = '') => {
      host.windowOpen(url === '' ? 'about:blank' : new URL(url as string, page.document.baseURI).href);
      return null;
    });
    const asking =
      (permission: string, media: (args: unknown[]) => string[] = () => []) =>
      (original: Callable): Callable =>
      async (...args) => {
        if (await host.askPermission(permission, media(args))) return original(...args);
        throw denied(permission);
      };
    const mediaTypes = ([wanted]: unknown[]): string[] => {
      const { audio, video } = (wanted ?? {}) as Members;
      return [...(audio ? ['audio'] : []), ...(video ? ['video'] : [])];
    };
    replace(page.navigator.mediaDevices, 'getUserMedia', asking('media', mediaTypes));
    replace(page.navigator.clipboard, 'readText', asking('clipboard-read'));
    replace(
      page.Notification as Members | undefined,
      'requestPermission',
      () => async () => ((await host.askPermission('notifications', [])) ? 'granted' : 'denied'),
    );
    replace(page.navigator.geolocation, 'getCurrentPosition', (original) => (found, failed, options) => {
      void host.askPermission('geolocation', []).then((granted) => {
        if (granted) original(found, failed, options);
        else if (typeof failed === 'function') (failed as Callable)({ code: 1, message: 'User denied Geolocation' });
      });
    });
  };

  page.document.addEventListener(
    handshake,
    (event) => {
      event.stopImmediatePropagation();
      const target = (event as unknown as { relatedTarget: EventTarget }).relatedTarget;
      createEnd(target, 'page', codec, (name, value) => {
        if (name === 'host') {
          replaceAll(value as Host);
          return;
        }
        const [key, api] = value as [string, unknown];
        Object.defineProperty(globalThis, key, { value: freeze(api), enumerable: true, configurable: false, writable: false });
      });
    },
    { once: true, capture: true },
  );
}
