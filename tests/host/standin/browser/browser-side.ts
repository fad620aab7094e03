/** The browser side of the stand-in, in the test's process: shows windows, routes what pages load, and records messages. */
import type { Browser, BrowserContext, Page, Request, Route } from 'playwright-core';
import type { IpcRecord } from '../../api.ts';
import { toAppAddress } from '../addresses.ts';
import type { BrowserCalls, MainCalls, PageEvent, PageRequest, PageResponse, RequestAnswer, WindowSpec } from '../calls.ts';
import { createCodec } from '../page/codec.ts';
import type { FromMain, FromPage } from '../page/preload-world.ts';
import type { Remote } from '../rpc.ts';
import { BrowserPage } from './browser-page.ts';

export interface BrowserOptions {
  readonly locale: string;
  readonly timezone: string | undefined;
}

export class BrowserSide implements BrowserCalls {
  readonly ipcLog: IpcRecord[] = [];
  readonly output: string[] = [];
  private readonly _context: Promise<BrowserContext>;
  private readonly _pages = new Map<number, BrowserPage>();
  private readonly _byPage = new Map<Page, BrowserPage>();
  private readonly _codec = createCodec();
  private readonly _started = Promise.withResolvers<undefined>();
  /** The channels of pending `invoke` calls, by document and id. */
  private readonly _invoked = new Map<string, string>();
  private _main: Remote<MainCalls> | null = null;

  constructor(browser: Promise<Browser>, options: BrowserOptions) {
    this._context = this._createContext(browser, options);
    this._context.catch(() => {});
  }

  get hasStarted(): Promise<undefined> {
    return this._started.promise;
  }

  connectTo(main: Remote<MainCalls>): void {
    this._main = main;
  }

  pageOf(id: number): Promise<Page> | null {
    return this._pages.get(id)?.page() ?? null;
  }

  started(): void {
    this._started.resolve(undefined);
  }

  /** Closes all windows; the browser keeps running. */
  async close(): Promise<void> {
    await (await this._context).close();
  }

  openWindow(spec: WindowSpec): void {
    const listener = {
      message: (documentKey: string, text: string) => {
        this._recordFromPage(documentKey, text);
        void this._main?.pageMessage(spec.id, documentKey, text).catch(() => {});
      },
      event: (event: PageEvent) => void this._main?.pageEvent(spec.id, event).catch(() => {}),
      output: (line: string) => void this.output.push(line),
    };
    const page = new BrowserPage(spec, this._context, listener, (shown) => void this._byPage.set(shown, page));
    this._pages.set(spec.id, page);
  }

  async closeWindow(id: number): Promise<void> {
    const page = this._pages.get(id);
    this._pages.delete(id);
    await page?.close();
  }

  async navigate(id: number, url: string): Promise<string | null> {
    return (await this._pages.get(id)?.navigate(url)) ?? null;
  }

  async crash(id: number): Promise<void> {
    await this._pages.get(id)?.crash();
  }

  async printToPdf(id: number): Promise<string> {
    const page = this._pages.get(id);
    if (page === undefined) throw new Error('stand-in: there is no page to print');
    return page.printToPdf();
  }

  async sendToPage(id: number, documentKey: string | null, message: string): Promise<void> {
    this._recordFromMain(documentKey, message);
    await this._pages.get(id)?.send(documentKey, message);
  }

  async setDark(dark: boolean): Promise<void> {
    await Promise.all([...this._pages.values()].map((page) => page.setDark(dark)));
  }

  async setOnline(online: boolean): Promise<void> {
    await (await this._context).setOffline(!online);
  }

  private async _createContext(browser: Promise<Browser>, { locale, timezone }: BrowserOptions): Promise<BrowserContext> {
    const zone = timezone === undefined ? {} : { timezoneId: timezone };
    const context = await (await browser).newContext({ locale, serviceWorkers: 'block', ...zone });
    await context.route(
      () => true,
      (route, request) => this._route(route, request),
    );
    return context;
  }

  private async _route(route: Route, request: Request): Promise<void> {
    try {
      const described = this._describe(request);
      const answer: RequestAnswer = (described && (await this._main?.request(described))) ?? { kind: 'abort', reason: 'aborted' };
      if (answer.kind === 'abort') await route.abort(answer.reason);
      else await route.fulfill(toFulfil(answer.response));
    } catch {
      // The page or the app has ended.
      await route.abort('failed').catch(() => {});
    }
  }

  /** Null for what belongs to no window of the app: a popup that is about to be closed. */
  private _describe(request: Request): PageRequest | null {
    const frame = request.frame();
    const page = this._byPage.get(frame.page());
    if (page === undefined) return null;
    const isNavigation = request.isNavigationRequest();
    const isMainFrame = frame.parentFrame() === null;
    const byPage = !(isMainFrame && isSameDocument(page.ownNavigation, request.url()));
    if (isNavigation && isMainFrame) page.ownNavigation = null;
    return {
      windowId: page.spec.id,
      url: toAppAddress(request.url()),
      method: request.method(),
      headers: request.headers(),
      body: request.postDataBuffer(),
      isNavigation,
      isMainFrame,
      byPage,
    };
  }

  private _recordFromPage(documentKey: string, text: string): void {
    const message = JSON.parse(text) as FromPage;
    if (message.kind !== 'invoke' && message.kind !== 'send') return;
    if (message.kind === 'invoke') this._invoked.set(`${documentKey} ${message.id}`, message.channel);
    this.ipcLog.push({ direction: 'to-main', channel: message.channel, values: this._codec.decode(message.args) as unknown[] });
  }

  private _recordFromMain(documentKey: string | null, text: string): void {
    const message = JSON.parse(text) as FromMain;
    if (message.kind === 'message') {
      this.ipcLog.push({ direction: 'to-page', channel: message.channel, values: this._codec.decode(message.args) as unknown[] });
      return;
    }
    const channel = this._invoked.get(`${documentKey ?? ''} ${message.id}`);
    if (channel !== undefined) this.ipcLog.push({ direction: 'answer', channel, values: [this._codec.decode(message.value)] });
  }
}

function isSameDocument(wanted: string | null, url: string): boolean {
  return wanted !== null && new URL(wanted).href.split('#')[0] === new URL(url).href.split('#')[0];
}

function toFulfil({ status, headers, body }: PageResponse): Parameters<Route['fulfill']>[0] {
  return { status, headers: Object.fromEntries(headers), body: Buffer.from(body) };
}
