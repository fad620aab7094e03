/** The stage: the browser's side of the stand-in, in the test's process. Routes what pages load and keeps the record of messages. */
import type { Browser, BrowserContext, Page, Request, Route } from 'playwright-core';
import { isServed, toAppAddress, toBrowserAddress } from '../addresses.ts';
import type { PageRequest, RequestAnswer, StageCalls, StandinCalls } from '../contract.ts';
import { createCodec } from '../page/codec.ts';
import type { FromMain, FromPage } from '../page/preload-world.ts';
import type { Remote } from '../wire.ts';
import { StagePage } from './pages.ts';
import type { IpcRecord } from '../../api.ts';

/** Permissions that Playwright can grant, by Electron's names. */
const GRANTS: Readonly<Record<string, readonly string[]>> = {
  'clipboard-read': ['clipboard-read'],
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
};

export interface StageOptions {
  readonly locale: string;
  readonly timezone: string | undefined;
}

export class Stage implements StageCalls {
  readonly ipcLog: IpcRecord[] = [];
  readonly output: string[] = [];
  private readonly _browser: Promise<Browser>;
  private readonly _options: StageOptions;
  private readonly _contexts = new Map<string, Promise<BrowserContext>>();
  private readonly _pages = new Map<number, StagePage>();
  private readonly _byPage = new Map<Page, StagePage>();
  private readonly _codec = createCodec();
  private readonly _started = Promise.withResolvers<undefined>();
  private readonly _questions = new Map<string, string>();
  private _standin: Remote<StandinCalls> | null = null;
  private _online = true;

  constructor(browser: Promise<Browser>, options: StageOptions) {
    this._browser = browser;
    this._options = options;
  }

  get hasStarted(): Promise<undefined> {
    return this._started.promise;
  }

  connectTo(standin: Remote<StandinCalls>): void {
    this._standin = standin;
  }

  pageOf(id: number): Promise<Page> | null {
    return this._pages.get(id)?.page() ?? null;
  }

  started(): void {
    this._started.resolve(undefined);
  }

  /** Everything it has opened; the browser stays. */
  async close(): Promise<void> {
    await Promise.all([...this._contexts.values()].map(async (context) => (await context).close().catch(() => {})));
  }

  openWindow(spec: Parameters<StageCalls['openWindow']>[0]): void {
    const listener = {
      message: (documentKey: string, text: string) => {
        this._recordFromPage(documentKey, text);
        void this._standin?.pageMessage(spec.id, documentKey, text).catch(() => {});
      },
      event: (event: Parameters<StandinCalls['pageEvent']>[1]) => void this._standin?.pageEvent(spec.id, event).catch(() => {}),
      output: (line: string) => void this.output.push(line),
    };
    const page = new StagePage(spec, this._context(spec.sessionKey), listener, (shown) => void this._byPage.set(shown, page));
    this._pages.set(spec.id, page);
  }

  async closeWindow(id: number): Promise<void> {
    const page = this._pages.get(id);
    this._pages.delete(id);
    await page?.close();
  }

  async resizeWindow(id: number, bounds: Parameters<StageCalls['resizeWindow']>[1]): Promise<void> {
    await this._pages.get(id)?.resize(bounds);
  }

  async navigate(id: number, url: string): Promise<string | null> {
    return (await this._pages.get(id)?.navigate(url)) ?? null;
  }

  async reload(id: number): Promise<string | null> {
    return (await this._pages.get(id)?.reload()) ?? null;
  }

  async crash(id: number): Promise<void> {
    await this._pages.get(id)?.crash();
  }

  async sendToPage(id: number, documentKey: string | null, message: string): Promise<void> {
    this._recordFromMain(documentKey, message);
    await this._pages.get(id)?.send(documentKey, message);
  }

  async grantPermission(sessionKey: string, permission: string): Promise<void> {
    const names = GRANTS[permission];
    if (names === undefined) throw new Error(`stand-in: cannot grant ${permission}`);
    await (await this._context(sessionKey)).grantPermissions([...names]);
  }

  async clearStorage(sessionKey: string): Promise<void> {
    const context = await this._context(sessionKey);
    await context.clearCookies();
    for (const page of context.pages()) {
      const cdp = await context.newCDPSession(page);
      await cdp.send('Storage.clearDataForOrigin', { origin: new URL(page.url()).origin, storageTypes: 'all' }).catch(() => {});
      await cdp.detach();
    }
  }

  async setDark(dark: boolean): Promise<void> {
    await Promise.all([...this._pages.values()].map((page) => page.setDark(dark)));
  }

  async setOnline(online: boolean): Promise<void> {
    this._online = online;
    await Promise.all([...this._contexts.values()].map(async (context) => (await context).setOffline(!online)));
  }

  private _context(sessionKey: string): Promise<BrowserContext> {
    const known = this._contexts.get(sessionKey);
    if (known !== undefined) return known;
    const context = this._newContext();
    context.catch(() => {});
    this._contexts.set(sessionKey, context);
    return context;
  }

  private async _newContext(): Promise<BrowserContext> {
    const { locale, timezone } = this._options;
    const browser = await this._browser;
    const context = await browser.newContext({
      locale,
      offline: !this._online,
      serviceWorkers: 'block',
      ...(timezone === undefined ? {} : { timezoneId: timezone }),
    });
    await context.route(
      () => true,
      (route, request) => this._route(route, request),
    );
    return context;
  }

  private async _route(route: Route, request: Request): Promise<void> {
    try {
      const asked = this._describe(request);
      const answer: RequestAnswer = (asked && (await this._standin?.request(asked))) ?? { kind: 'abort', reason: 'aborted' };
      if (answer.kind === 'abort') await route.abort(answer.reason);
      else if (answer.kind === 'redirect') await route.fulfill({ status: 307, headers: { location: answer.url } });
      else if (answer.kind === 'network') await this._fetch(route, asked as PageRequest);
      else await route.fulfill(toFulfil(answer.response));
    } catch {
      // The page or the app has gone meanwhile.
      await route.abort('failed').catch(() => {});
    }
  }

  /** Null for what belongs to no window of the app: a popup about to be closed. */
  private _describe(request: Request): PageRequest | null {
    const frame = request.frame();
    const page = this._byPage.get(frame.page());
    if (page === undefined) return null;
    const isNavigation = request.isNavigationRequest();
    const isMainFrame = frame.parentFrame() === null;
    const byPage = !(isMainFrame && sameDocument(page.ownNavigation, request.url()));
    if (isNavigation && isMainFrame) page.ownNavigation = null;
    return {
      windowId: page.spec.id,
      url: toAppAddress(request.url()),
      method: request.method(),
      headers: request.headers(),
      body: request.postDataBuffer(),
      resourceType: request.resourceType(),
      isNavigation,
      isMainFrame,
      byPage,
    };
  }

  /** The real network, as far as tests may use it. */
  private async _fetch(route: Route, asked: PageRequest): Promise<void> {
    const url = route.request().url();
    if (isServed(url) || !['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)) {
      await route.abort(isServed(url) ? 'failed' : 'internetdisconnected');
      return;
    }
    const response = await route.fetch({ maxRedirects: 0 });
    const headers = response.headersArray().map(({ name, value }) => [name, value] as const);
    const seen = await this._standin?.responded(asked, { status: response.status(), headers, body: await response.body() });
    if (seen == null) await route.abort('blockedbyclient');
    else await route.fulfill(toFulfil(seen));
  }

  private _recordFromPage(documentKey: string, text: string): void {
    const message = JSON.parse(text) as FromPage;
    if (message.kind !== 'invoke' && message.kind !== 'send') return;
    if (message.kind === 'invoke') this._questions.set(`${documentKey} ${message.id}`, message.channel);
    this.ipcLog.push({ direction: 'to-main', channel: message.channel, values: this._codec.decode(message.args) as unknown[] });
  }

  private _recordFromMain(documentKey: string | null, text: string): void {
    const message = JSON.parse(text) as FromMain;
    if (message.kind === 'message') {
      this.ipcLog.push({ direction: 'to-page', channel: message.channel, values: this._codec.decode(message.args) as unknown[] });
      return;
    }
    const channel = this._questions.get(`${documentKey ?? ''} ${message.id}`);
    if (channel !== undefined) this.ipcLog.push({ direction: 'answer', channel, values: [this._codec.decode(message.value)] });
  }
}

function sameDocument(wanted: string | null, url: string): boolean {
  return wanted !== null && new URL(wanted).href.split('#')[0] === new URL(url).href.split('#')[0];
}

function toFulfil({ status, headers, body }: Extract<RequestAnswer, { kind: 'fulfil' }>['response']): Parameters<Route['fulfill']>[0] {
  const joined: Record<string, string> = {};
  for (const [name, value] of headers) {
    const before = joined[name];
    joined[name] = before === undefined ? value : `${before}${name === 'set-cookie' ? '\n' : ', '}${value}`;
  }
  if (joined.location !== undefined) joined.location = toBrowserAddress(joined.location);
  return { status, headers: joined, body: Buffer.from(body) };
}
