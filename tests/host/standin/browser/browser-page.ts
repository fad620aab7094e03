/** One window of the app as a page of the browser: its scripts, messages and events. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { toAppAddress, toBrowserAddress } from '../addresses.ts';
import type { PageEvent, WindowSpec } from '../calls.ts';

export interface PageListener {
  message(documentKey: string, text: string): void;
  event(event: PageEvent): void;
  output(line: string): void;
}

interface ContextCreated {
  readonly context: {
    readonly id: number;
    readonly uniqueId: string;
    readonly name: string;
    readonly auxData?: { readonly frameId?: string };
  };
}

/** Chromium's error code in a Playwright error. */
function reason(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /net::(ERR_\w+)/.exec(text)?.[1] ?? 'ERR_FAILED';
}

export class BrowserPage {
  readonly spec: WindowSpec;
  /** Set while main navigates, to tell this from a navigation of the page. */
  ownNavigation: string | null = null;
  private readonly _context: Promise<BrowserContext>;
  private readonly _listener: PageListener;
  private readonly _onPage: (page: Page) => void;
  private _opened: Promise<{ page: Page; cdp: CDPSession }>;
  /** The preload's worlds of this page: Chromium's number, and the id that stays valid. */
  private readonly _worlds = new Map<number, string>();
  private _currentWorld: string | null = null;
  private _mainFrameId: string | null = null;
  private _crashed = false;
  private _closed = false;

  constructor(spec: WindowSpec, context: Promise<BrowserContext>, listener: PageListener, onPage: (page: Page) => void) {
    this.spec = spec;
    this._context = context;
    this._listener = listener;
    this._onPage = onPage;
    this._opened = this._open();
    this._opened.catch(() => {});
  }

  async page(): Promise<Page> {
    return (await this._opened).page;
  }

  async navigate(url: string): Promise<string | null> {
    try {
      if (this._crashed) {
        this._crashed = false;
        const crashed = await this.page();
        this._opened = this._open();
        await crashed.close().catch(() => {});
      }
      const { page } = await this._opened;
      this.ownNavigation = toBrowserAddress(url);
      await page.goto(this.ownNavigation, { waitUntil: 'load', timeout: 0 });
      return null;
    } catch (error) {
      return this._closed ? null : reason(error);
    } finally {
      this.ownNavigation = null;
    }
  }

  async crash(): Promise<void> {
    const { cdp } = await this._opened;
    // This call is never answered.
    cdp.send('Page.crash').catch(() => {});
  }

  async printToPdf(): Promise<string> {
    const { cdp } = await this._opened;
    return (await cdp.send('Page.printToPDF')).data;
  }

  async setDark(dark: boolean): Promise<void> {
    await (await this._opened).page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  }

  async send(documentKey: string | null, message: string): Promise<void> {
    const { cdp } = await this._opened;
    const uniqueContextId = documentKey ?? this._currentWorld;
    if (uniqueContextId === null) return;
    const expression = `globalThis[${JSON.stringify(this.spec.receiverName)}]?.(${JSON.stringify(message)})`;
    // As in Electron, a document that has been replaced receives nothing.
    await cdp.send('Runtime.evaluate', { expression, uniqueContextId }).catch(() => {});
  }

  async close(): Promise<void> {
    this._closed = true;
    const opened = await this._opened.catch(() => null);
    await opened?.page.close({ runBeforeUnload: false }).catch(() => {});
  }

  private async _open(): Promise<{ page: Page; cdp: CDPSession }> {
    const { spec } = this;
    const context = await this._context;
    const page = await context.newPage();
    this._onPage(page);
    const [cdp] = await Promise.all([
      context.newCDPSession(page),
      page.setViewportSize({ width: spec.width, height: spec.height }),
      page.emulateMedia({ colorScheme: spec.dark ? 'dark' : 'light' }),
    ]);
    this._listen(page, cdp);
    await Promise.all([
      cdp.send('Page.enable'),
      cdp.send('Runtime.enable'),
      cdp.send('Runtime.addBinding', { name: spec.bindingName, executionContextName: spec.worldName }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: spec.mainWorldScript }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: spec.preloadWorldScript, worldName: spec.worldName }),
      cdp.send('Page.getFrameTree').then(({ frameTree }) => (this._mainFrameId = frameTree.frame.id)),
    ]);
    return { page, cdp };
  }

  private _listen(page: Page, cdp: CDPSession): void {
    const { spec, _listener: listener } = this;
    cdp.on('Runtime.executionContextCreated', ({ context }: ContextCreated) => {
      if (context.name !== spec.worldName) return;
      this._worlds.set(context.id, context.uniqueId);
      if (context.auxData?.frameId === this._mainFrameId) this._currentWorld = context.uniqueId;
    });
    cdp.on('Runtime.executionContextsCleared', () => {
      this._worlds.clear();
      this._currentWorld = null;
    });
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== spec.bindingName) return;
      const text = payload.startsWith('{"kind":"document"') ? withAppAddress(payload) : payload;
      listener.message(this._worlds.get(executionContextId) ?? '', text);
    });
    cdp.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) listener.event({ kind: 'url', url: toAppAddress(frame.url) });
    });
    cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this._mainFrameId) listener.event({ kind: 'url', url: toAppAddress(url) });
    });
    // Links and forms; window.open is replaced in the page (page/main-world.ts).
    cdp.on('Page.windowOpen', ({ url }) => listener.event({ kind: 'window-open', url: toAppAddress(url) }));
    page.on('popup', (popup) => void popup.close().catch(() => {}));
    page.on('domcontentloaded', () => listener.event({ kind: 'dom-ready' }));
    page.on('load', () => {
      void page.title().then(
        (title) => listener.event({ kind: 'loaded', title }),
        () => {},
      );
    });
    page.on('crash', () => {
      this._crashed = true;
      listener.event({ kind: 'crashed' });
    });
    page.on('download', (download) => {
      listener.event({ kind: 'download' });
      void download.cancel().catch(() => {});
    });
    page.on('console', (message) => listener.output(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => listener.output(`uncaught: ${error.message}`));
  }
}

function withAppAddress(payload: string): string {
  const message = JSON.parse(payload) as { kind: string; url: string };
  return JSON.stringify({ ...message, url: toAppAddress(message.url) });
}
