/** `WebContents`: the page of one window, as the main process sees it. */
import type * as Electron from 'electron';
import type { PageEvent, PageRequest } from './calls.ts';
import type { Context } from './context.ts';
import { inBackground } from './context.ts';
import type { Frame } from './frames.ts';
import { createFrame } from './frames.ts';
import type { IpcMain } from './ipc-main.ts';
import type { Codec } from './page/codec.ts';
import type { FromMain, FromPage } from './page/preload-world.ts';
import type { Session } from './session.ts';
import { Emitter, PreventableEvent, strict } from './strict.ts';

const EVENTS = [
  'context-menu',
  'dom-ready',
  'page-title-updated',
  'preload-error',
  'render-process-gone',
  'will-attach-webview',
  'will-frame-navigate',
  'will-navigate',
  'will-redirect',
];

type WebRtcPolicy = Parameters<Electron.WebContents['setWebRTCIPHandlingPolicy']>[0];
type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type Implemented =
  | 'id'
  | 'getURL'
  | 'loadURL'
  | 'reload'
  | 'isLoading'
  | 'forcefullyCrashRenderer'
  | 'printToPDF'
  | 'setWindowOpenHandler'
  | 'setWebRTCIPHandlingPolicy'
  | 'getWebRTCIPHandlingPolicy';

export interface WebContentsParts {
  readonly context: Context;
  readonly ipcMain: IpcMain;
  readonly codec: Codec;
  readonly session: Session;
  /** Of the window and of its contents. */
  readonly id: number;
  readonly preloadPath: string | null;
  readonly webPreferences: Electron.WebPreferences;
}

export class WebContents extends Emitter implements Pick<Electron.WebContents, Implemented> {
  readonly id: number;
  readonly session: Session;
  readonly mainFrame: Frame;
  private readonly _parts: WebContentsParts;
  /** The strict proxy around this object, which the app knows, so that identity holds. */
  private _self: WebContents = this;
  private _url = '';
  private _title = '';
  private _isLoading = false;
  private _isDestroyed = false;
  private _webRtcPolicy: WebRtcPolicy = 'default';
  private _onOpen: OpenHandler | null = null;

  constructor(parts: WebContentsParts) {
    super('WebContents', EVENTS);
    this._parts = parts;
    this.id = parts.id;
    this.session = parts.session;
    this.mainFrame = createFrame(() => this._url, { routingId: 1, processId: 1000 + parts.id }, null);
  }

  setSelf(self: WebContents): void {
    this._self = self;
  }

  getURL(): string {
    return this._url;
  }

  getLastWebPreferences(): Electron.WebPreferences {
    return this._parts.webPreferences;
  }

  isLoading(): boolean {
    return this._isLoading;
  }

  setWebRTCIPHandlingPolicy(policy: WebRtcPolicy): void {
    this._webRtcPolicy = policy;
  }
  getWebRTCIPHandlingPolicy(): string {
    return this._webRtcPolicy;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this._onOpen = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    this._post(null, { kind: 'message', channel, args: this._parts.codec.encode(args) });
  }

  async loadURL(url: string): Promise<void> {
    this._isLoading = true;
    const failure = await this._parts.context.browser.navigate(this.id, url);
    this._isLoading = false;
    if (failure === null || this._isDestroyed) return;
    throw Object.assign(new Error(`${failure} (-2) loading '${url}'`), { code: failure, errno: -2, url });
  }

  reload(): void {
    void this.loadURL(this._url).catch(() => {});
  }

  forcefullyCrashRenderer(): void {
    inBackground(this._parts.context.browser.crash(this.id));
  }

  async printToPDF(): Promise<Buffer> {
    return Buffer.from(await this._parts.context.browser.printToPdf(this.id), 'base64');
  }

  destroy(): void {
    this._isDestroyed = true;
  }

  /** Returns whether the app lets the page navigate there. */
  mayNavigate({ url, isMainFrame }: PageRequest): boolean {
    const event = Object.assign(new PreventableEvent(), { url, isMainFrame, isSameDocument: false, frame: this.mainFrame });
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }

  received(documentKey: string, text: string): void {
    const message = JSON.parse(text) as FromPage;
    const { ipcMain, codec } = this._parts;
    switch (message.kind) {
      case 'document':
        this._url = message.url;
        break;
      case 'invoke':
        void ipcMain
          .invoke(this._self, this.mainFrame, message.channel, codec.decode(message.args) as unknown[])
          .then((answer) => this._post(documentKey, { kind: 'answer', id: message.id, ...answer }));
        break;
      case 'send':
        ipcMain.deliver(this._self, this.mainFrame, message.channel, codec.decode(message.args) as unknown[]);
        break;
      case 'window-open':
        this._windowOpened(message.url);
        break;
      case 'context-menu':
        this.emit(
          'context-menu',
          {},
          strict('ContextMenuParams', { isEditable: message.isEditable, selectionText: message.selectionText }),
        );
        break;
      case 'ask-permission':
        void this.session.askPermission(this._self, message.permission, message.mediaTypes).then((granted) => {
          this._post(documentKey, { kind: 'answer', id: message.id, ok: true, value: codec.encode(granted) });
        });
        break;
      case 'preload-failed':
        this.preloadFailed(message.message);
        break;
    }
  }

  preloadFailed(reason: string): void {
    console.error(`Unable to load preload script: ${this._parts.preloadPath ?? ''}\n${reason}`);
    this.emit('preload-error', {}, this._parts.preloadPath, new Error(reason));
  }

  happened(event: PageEvent): void {
    switch (event.kind) {
      case 'url':
        this._url = event.url;
        break;
      case 'dom-ready':
        this.emit('dom-ready', {});
        break;
      case 'loaded':
        this._isLoading = false;
        if (event.title === this._title) return;
        this._title = event.title;
        this.emit('page-title-updated', {}, event.title, true);
        break;
      case 'crashed':
        this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 });
        break;
      case 'window-open':
        this._windowOpened(event.url);
        break;
      case 'download':
        this.session.emit('will-download', new PreventableEvent(), strict('DownloadItem', {}), this._self);
        break;
    }
  }

  private _windowOpened(url: string): void {
    if (this._onOpen === null) throw new Error('stand-in: window.open without setWindowOpenHandler');
    const { action } = this._onOpen(strict('HandlerDetails', { url }) as Electron.HandlerDetails);
    if (action !== 'deny') throw new Error('stand-in: window.open that is allowed');
  }

  private _post(documentKey: string | null, message: FromMain): void {
    if (this._isDestroyed) return;
    inBackground(this._parts.context.browser.sendToPage(this.id, documentKey, JSON.stringify(message)));
  }
}
