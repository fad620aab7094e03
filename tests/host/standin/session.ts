/** `session.defaultSession` and `protocol`: what pages may load, and which permissions they get. */
import type * as Electron from 'electron';
import { headerToBrowser, toBrowserAddress } from './addresses.ts';
import type { PageRequest, PageResponse, RequestAnswer } from './calls.ts';
import type { Context } from './context.ts';
import type { Sender } from './frames.ts';
import { Emitter, strict } from './strict.ts';

type ProtocolHandler = (request: Request) => Response | Promise<Response>;
type PermissionRequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type RequestListener = (details: Electron.OnBeforeRequestListenerDetails, callback: (response: Electron.CallbackResponse) => void) => void;

/** Replaces the app's own addresses in a page: Chromium does not know their scheme. */
function addressesInHtml(body: Uint8Array): Uint8Array {
  const html = Buffer.from(body).toString('utf8');
  return Buffer.from(html.replaceAll(/(?<=\s(?:src|href|action)=")[a-z][a-z0-9+.]*:\/\/[^"]*/gi, toBrowserAddress));
}

/** `protocol` before the app is ready, and `session.protocol` after it. */
export class Protocol implements Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'> {
  private readonly _context: Context;
  private readonly _handlers = new Map<string, ProtocolHandler>();
  private readonly _privileges = new Map<string, Electron.Privileges>();

  constructor(context: Context) {
    this._context = context;
  }

  registerSchemesAsPrivileged(schemes: readonly Electron.CustomScheme[]): void {
    if (this._context.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges = {} } of schemes) this._privileges.set(scheme, privileges);
  }

  handle(scheme: string, handler: (request: never) => Response | Promise<Response>): void {
    if (this._handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    const { standard, secure } = this._privileges.get(scheme) ?? {};
    // Without these a scheme's pages have no origin like that of the https address by which the browser loads them.
    if (standard !== true || secure !== true)
      throw new Error(`stand-in: protocol.handle('${scheme}') without standard and secure privileges`);
    this._handlers.set(scheme, handler as ProtocolHandler);
  }

  /** Returns null for a scheme without a handler. */
  async answer({ url, method, headers, body }: PageRequest): Promise<PageResponse | null> {
    const handler = this._handlers.get(new URL(url).protocol.slice(0, -1));
    if (handler === undefined) return null;
    const init = { method, headers: { ...headers }, ...(body === null ? {} : { body: Buffer.from(body) }) };
    const response = await handler(new Request(url, init));
    if (!(response instanceof Response)) throw new TypeError('protocol.handle: the handler did not answer with a Response');
    const schemes = new Set(this._handlers.keys());
    const answered = [...response.headers].map(([name, value]) => [name, headerToBrowser(value, schemes)] as const);
    const content = new Uint8Array(await response.arrayBuffer());
    const isHtml = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    return { status: response.status, headers: answered, body: isHtml ? addressesInHtml(content) : content };
  }
}

type Implemented = 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'setProxy' | 'resolveProxy';

export class Session extends Emitter implements Pick<Electron.Session, Implemented> {
  readonly protocol: Protocol;
  readonly webRequest = strict('webRequest', {
    onBeforeRequest: (listener: RequestListener): void => void (this._onBeforeRequest = listener),
  });
  private _onBeforeRequest: RequestListener | null = null;
  private _onPermission: PermissionRequestHandler = null;
  private _proxy: Electron.ProxyConfig = {};

  constructor(protocol: Protocol) {
    super('Session', ['will-download']);
    this.protocol = protocol;
  }

  setPermissionRequestHandler(handler: PermissionRequestHandler): void {
    this._onPermission = handler;
  }

  /** Never called: pages get no permission, so there is none to query. */
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}

  /** Recorded only: a page's requests are answered or blocked by the app before any proxy is used. */
  setProxy(config: Electron.ProxyConfig): Promise<void> {
    this._proxy = config;
    return Promise.resolve();
  }
  resolveProxy(): Promise<string> {
    const { mode, proxyRules } = this._proxy;
    return Promise.resolve(mode === 'fixed_servers' && proxyRules !== undefined ? `PROXY ${new URL(proxyRules).host}` : 'DIRECT');
  }

  async askPermission(webContents: Sender, permission: string, mediaTypes: readonly string[]): Promise<boolean> {
    const granted = Promise.withResolvers<boolean>();
    const details = { requestingUrl: webContents.getURL(), isMainFrame: true, mediaTypes: [...mediaTypes] };
    this._onPermission?.(webContents as never, permission as never, granted.resolve, details);
    if (this._onPermission === null || (await granted.promise)) throw new Error(`stand-in: permission ${permission} that is granted`);
    return false;
  }

  async request(request: PageRequest): Promise<RequestAnswer> {
    if (await this._isCancelled(request)) return { kind: 'abort', reason: 'blockedbyclient' };
    try {
      const response = await this.protocol.answer(request);
      // Pages of the stand-in have no network, whatever the app allows.
      return response === null ? { kind: 'abort', reason: 'internetdisconnected' } : { kind: 'fulfil', response };
    } catch (error) {
      console.error(`stand-in: the handler of ${request.url} failed:`, error);
      return { kind: 'abort', reason: 'failed' };
    }
  }

  private async _isCancelled({ url }: PageRequest): Promise<boolean> {
    if (this._onBeforeRequest === null) return false;
    const answer = Promise.withResolvers<Electron.CallbackResponse>();
    const details = strict('OnBeforeRequestListenerDetails', { url });
    this._onBeforeRequest(details as Electron.OnBeforeRequestListenerDetails, answer.resolve);
    const { redirectURL, cancel = false } = await answer.promise;
    if (redirectURL !== undefined) throw new Error('stand-in: webRequest.onBeforeRequest that redirects');
    return cancel;
  }
}
