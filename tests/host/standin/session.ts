/** `session`, with `protocol` and `webRequest`: what pages may load, and what they may ask for. */
import type * as Electron from 'electron';
import type { Backstage } from './backstage.ts';
import { tell } from './backstage.ts';
import { headerToBrowser, toBrowserAddress } from './addresses.ts';
import type { PageRequest, PageResponse, RequestAnswer } from './contract.ts';
import { Emitter, strict } from './strict.ts';
import type { Sender } from './frames.ts';
import { WebRequest } from './web-request.ts';

type ProtocolHandler = (request: Request) => Response | Promise<Response>;
type PermissionRequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type PermissionCheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];

/** Schemes the app declared before it was ready. */
export type Privileges = ReadonlyMap<string, Electron.Privileges>;

/** A page may name others of the app in full; Chromium would not know their scheme. */
function addressesInHtml(body: Uint8Array): Uint8Array {
  const html = Buffer.from(body).toString('utf8');
  return Buffer.from(html.replaceAll(/(?<=\s(?:src|href|action)=")[a-z][a-z0-9+.]*:\/\/[^"]*/gi, toBrowserAddress));
}

export class Protocol implements Pick<Electron.Protocol, 'handle' | 'unhandle' | 'isProtocolHandled'> {
  private readonly _handlers = new Map<string, ProtocolHandler>();
  private readonly _privileges: Privileges;

  constructor(privileges: Privileges) {
    this._privileges = privileges;
  }

  handle(scheme: string, handler: (request: never) => Response | Promise<Response>): void {
    if (this._handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    const { standard, secure } = this._privileges.get(scheme) ?? {};
    // Only such schemes have an origin like the https one the browser sees here.
    if (standard !== true || secure !== true)
      throw new Error(`stand-in: protocol.handle('${scheme}') without standard and secure privileges`);
    this._handlers.set(scheme, handler as ProtocolHandler);
  }

  unhandle(scheme: string): void {
    this._handlers.delete(scheme);
  }

  isProtocolHandled(scheme: string): boolean {
    return this._handlers.has(scheme);
  }

  get schemes(): ReadonlySet<string> {
    return new Set(this._handlers.keys());
  }

  async answer({ url, method, headers, body }: PageRequest): Promise<PageResponse | null> {
    const handler = this._handlers.get(new URL(url).protocol.slice(0, -1));
    if (handler === undefined) return null;
    const init = { method, headers: { ...headers }, ...(body === null ? {} : { body: Buffer.from(body) }) };
    const response = await handler(new Request(url, init));
    if (!(response instanceof Response)) throw new TypeError('protocol.handle: the handler did not answer with a Response');
    const answered = [...response.headers].map(([name, value]) => [name, headerToBrowser(value, this.schemes)] as const);
    const content = new Uint8Array(await response.arrayBuffer());
    const isHtml = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    return { status: response.status, headers: answered, body: isHtml ? addressesInHtml(content) : content };
  }
}

type Implemented =
  | 'setDevicePermissionHandler'
  | 'clearStorageData'
  | 'clearCache'
  | 'setProxy'
  | 'resolveProxy'
  | 'setSpellCheckerEnabled'
  | 'isPersistent';

export class Session extends Emitter implements Pick<Electron.Session, Implemented> {
  readonly key: string;
  readonly protocol: Protocol;
  readonly webRequest: WebRequest;
  private readonly _backstage: Backstage;
  private _onRequest: PermissionRequestHandler = null;
  private _onCheck: PermissionCheckHandler = null;
  private _proxy: Electron.ProxyConfig = {};

  constructor(backstage: Backstage, key: string, privileges: Privileges) {
    super('Session', ['will-download', 'spellcheck-dictionary-download-failure']);
    this._backstage = backstage;
    this.key = key;
    this.protocol = strict('protocol', new Protocol(privileges));
    this.webRequest = strict('webRequest', new WebRequest());
  }

  setPermissionRequestHandler(handler: PermissionRequestHandler): void {
    this._onRequest = handler;
  }

  setPermissionCheckHandler(handler: PermissionCheckHandler): void {
    this._onCheck = handler;
  }

  setDevicePermissionHandler(): void {}
  /** Only written down: the requests of a page are answered by the app, or stopped, before any proxy would be asked. */
  setProxy(config: Electron.ProxyConfig): Promise<void> {
    this._proxy = config;
    return Promise.resolve();
  }
  resolveProxy(): Promise<string> {
    const { mode, proxyRules } = this._proxy;
    return Promise.resolve(mode === 'fixed_servers' && proxyRules !== undefined ? `PROXY ${new URL(proxyRules).host}` : 'DIRECT');
  }
  clearCache(): Promise<void> {
    return Promise.resolve();
  }
  setSpellCheckerEnabled(): void {}

  isPersistent(): boolean {
    return this.key === '' || this.key.startsWith('persist:');
  }

  async clearStorageData(): Promise<void> {
    await this._backstage.stage.clearStorage(this.key);
  }

  /** The app's word on a permission; granted where the app has set no handler, as in Electron. */
  async askPermission(webContents: Sender, permission: string, mediaTypes: readonly string[]): Promise<boolean> {
    const handler = this._onRequest;
    const granted = Promise.withResolvers<boolean>();
    const details = { requestingUrl: webContents.getURL(), isMainFrame: true, mediaTypes: [...mediaTypes] };
    if (handler === null) granted.resolve(true);
    else handler(webContents as never, permission as never, granted.resolve, details);
    if (!(await granted.promise)) return false;
    await this._backstage.stage.grantPermission(this.key, permission);
    return true;
  }

  checkPermission(webContents: Sender, permission: string): boolean {
    const origin = `${webContents.mainFrame.origin}/`;
    return this._onCheck?.(webContents as never, permission as never, origin, { isMainFrame: true }) ?? true;
  }

  async request(request: PageRequest): Promise<RequestAnswer> {
    const { cancel, redirectURL } = await this.webRequest.before(request);
    if (cancel === true) return { kind: 'abort', reason: 'blockedbyclient' };
    if (redirectURL !== undefined) return { kind: 'redirect', url: redirectURL };
    try {
      const response = await this.protocol.answer(request);
      if (response === null) return { kind: 'network' };
      const seen = await this.webRequest.received(request, response);
      return seen === null ? { kind: 'abort', reason: 'blockedbyclient' } : { kind: 'fulfil', response: seen };
    } catch (error) {
      console.error(`stand-in: the handler of ${request.url} failed:`, error);
      return { kind: 'abort', reason: 'failed' };
    }
  }
}

/** `session` itself. */
export class Sessions {
  readonly privileges = new Map<string, Electron.Privileges>();
  private readonly _all = new Map<string, Session>();
  private readonly _backstage: Backstage;
  private readonly _created: (session: Session) => void;

  constructor(backstage: Backstage, created: (session: Session) => void) {
    this._backstage = backstage;
    this._created = created;
  }

  get defaultSession(): Session {
    return this.fromPartition('');
  }

  fromPartition(partition: string): Session {
    this._backstage.requireReady('Session');
    let session = this._all.get(partition);
    if (session === undefined) {
      session = strict('Session', new Session(this._backstage, partition, this.privileges));
      this._all.set(partition, session);
      this._created(session);
    }
    return session;
  }

  registerSchemesAsPrivileged(schemes: readonly Electron.CustomScheme[]): void {
    if (this._backstage.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges = {} } of schemes) this.privileges.set(scheme, privileges);
  }

  setOnline(online: boolean): void {
    tell(this._backstage.stage.setOnline(online));
  }
}
