/** Runs in the page's own world before its scripts: receives what the preload exposes and stands before what Electron would decide. */
import type { Codec } from './codec.ts';
import type { createBridgeEnd } from './bridge.ts';

export interface MainWorldNeeds {
  readonly codec: Codec;
  readonly createBridgeEnd: typeof createBridgeEnd;
  /** Name of the one event that brings the private channel; unknown to the page. */
  readonly handshake: string;
}

/** What the host decides about; the functions come over the bridge from the preload's world. */
interface Host {
  windowOpen(url: string, frameName: string, features: string): void;
  askPermission(permission: string, mediaTypes: readonly string[]): Promise<boolean>;
  checkPermission(permission: string): Promise<boolean>;
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

  const stand = (host: Host): void => {
    // A denied window.open answers null, which the browser's own would not once a window is there.
    replace(page, 'open', () => (url = '', name = '', features = '') => {
      const address = url === '' ? 'about:blank' : new URL(url as string, page.document.baseURI).href;
      host.windowOpen(address, name as string, features as string);
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
    replace(page.navigator.mediaDevices, 'getDisplayMedia', asking('display-capture'));
    replace(page.navigator.clipboard, 'readText', asking('clipboard-read'));
    replace(page.navigator.clipboard, 'read', asking('clipboard-read'));
    replace(page.navigator, 'requestMIDIAccess', asking('midi'));
    replace(
      page.Notification as Members | undefined,
      'requestPermission',
      () => async () => ((await host.askPermission('notifications', [])) ? 'granted' : 'denied'),
    );
    for (const name of ['getCurrentPosition', 'watchPosition']) {
      replace(page.navigator.geolocation, name, (original) => (found, failed, options) => {
        void host.askPermission('geolocation', []).then((granted) => {
          if (granted) original(found, failed, options);
          else if (typeof failed === 'function') (failed as Callable)({ code: 1, message: 'User denied Geolocation' });
        });
        return 0;
      });
    }
    replace(page.navigator.permissions, 'query', (original) => async (description) => {
      const name = String((description as Members | undefined)?.name);
      if (!(await host.checkPermission(name))) return { name, state: 'denied', onchange: null };
      return original(description);
    });
  };

  page.document.addEventListener(
    handshake,
    (event) => {
      event.stopImmediatePropagation();
      const target = (event as unknown as { relatedTarget: EventTarget }).relatedTarget;
      createEnd(target, 'page', codec, (name, value) => {
        if (name === 'host') {
          stand(value as Host);
          return;
        }
        const [key, api] = value as [string, unknown];
        Object.defineProperty(globalThis, key, { value: freeze(api), enumerable: true, configurable: false, writable: false });
      });
    },
    { once: true, capture: true },
  );
}
