/** `WebContents`: the page of one window, as main sees it. */
import type * as Electron from 'electron';
import type { Backstage } from './backstage.ts';
import { tell } from './backstage.ts';
import type { PageEvent, PageRequest } from './contract.ts';
import type { Frame } from './frames.ts';
import { createFrame } from './frames.ts';
import type { IpcMain } from './ipc-main.ts';
import type { Codec } from './page/codec.ts';
import type { FromMain, FromPage } from './page/preload-world.ts';
import type { Session } from './session.ts';
import { Emitter, PreventableEvent, strict } from './strict.ts';

const EVENTS = [
  'before-input-event',
  'console-message',
  'context-menu',
  'destroyed',
  'devtools-opened',
  'did-create-window',
  'did-fail-load',
  'did-finish-load',
  'did-navigate',
  'did-start-loading',
  'did-stop-loading',
  'dom-ready',
  'page-title-updated',
  'preload-error',
  'render-process-gone',
  'responsive',
  'unresponsive',
  'will-attach-webview',
  'will-frame-navigate',
  'will-navigate',
  'will-prevent-unload',
  'will-redirect',
];

type WebRtcPolicy = Parameters<Electron.WebContents['setWebRTCIPHandlingPolicy']>[0];
type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type Implemented =
  | 'getURL'
  | 'getTitle'
  | 'getType'
  | 'loadURL'
  | 'reload'
  | 'isLoading'
  | 'isDestroyed'
  | 'isCrashed'
  | 'isDevToolsOpened'
  | 'openDevTools'
  | 'closeDevTools'
  | 'forcefullyCrashRenderer'
  | 'setWindowOpenHandler'
  | 'setWebRTCIPHandlingPolicy'
  | 'getWebRTCIPHandlingPolicy'
  | 'setBackgroundThrottling'
  | 'setZoomFactor'
  | 'id';

/** What a page's contents need of the parts around them. */
export interface Surroundings {
  readonly backstage: Backstage;
  readonly ipcMain: IpcMain;
  readonly codec: Codec;
  readonly session: Session;
  readonly id: number;
  readonly windowId: number;
  readonly preloadPath: string | null;
  readonly webPreferences: Electron.WebPreferences;
}

export class WebContents extends Emitter implements Pick<Electron.WebContents, Implemented> {
  readonly id: number;
  readonly session: Session;
  readonly mainFrame: Frame;
  private readonly _given: Surroundings;
  private _url = '';
  private _title = '';
  private _loading = false;
  private _crashed = false;
  private _destroyed = false;
  private _webRtcPolicy: WebRtcPolicy = 'default';
  private _onOpen: OpenHandler | null = null;

  constructor(given: Surroundings) {
    super('WebContents', EVENTS);
    this._given = given;
    this.id = given.id;
    this.session = given.session;
    this.mainFrame = createFrame(() => this._url, { routingId: 1, processId: 1000 + given.id }, null);
  }

  get title(): string {
    return this._title;
  }

  getURL(): string {
    return this._url;
  }

  getTitle(): string {
    return this._title;
  }

  getType(): 'window' {
    return 'window';
  }

  getLastWebPreferences(): Electron.WebPreferences {
    return this._given.webPreferences;
  }

  isLoading(): boolean {
    return this._loading;
  }

  isDestroyed(): boolean {
    return this._destroyed;
  }

  isCrashed(): boolean {
    return this._crashed;
  }

  isDevToolsOpened(): boolean {
    return false;
  }

  openDevTools(): void {}
  closeDevTools(): void {}
  focus(): void {}
  setBackgroundThrottling(): void {}
  setZoomFactor(): void {}

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
    this._post(null, { kind: 'message', channel, args: this._given.codec.encode(args) });
  }

  async loadURL(url: string): Promise<void> {
    await this._load(url, () => this._given.backstage.stage.navigate(this._given.windowId, url));
  }

  reload(): void {
    void this._load(this._url, () => this._given.backstage.stage.reload(this._given.windowId)).catch(() => {});
  }

  forcefullyCrashRenderer(): void {
    tell(this._given.backstage.stage.crash(this._given.windowId));
  }

  destroy(): void {
    if (this._destroyed) return;
    this._destroyed = true;
    this.emit('destroyed');
  }

  /** True when the app lets the page go there. */
  mayNavigate({ url, isMainFrame }: PageRequest): boolean {
    const event = Object.assign(new PreventableEvent(), { url, isMainFrame, isSameDocument: false, frame: this.mainFrame });
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event, url);
    return !event.defaultPrevented;
  }

  received(documentKey: string, text: string): void {
    const message = JSON.parse(text) as FromPage;
    const { ipcMain, codec } = this._given;
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
        this._windowOpen(message.url, message.frameName, message.features);
        break;
      case 'ask-permission':
        void this.session.askPermission(this._self, message.permission, message.mediaTypes).then((granted) => {
          this._post(documentKey, { kind: 'answer', id: message.id, ok: true, value: codec.encode(granted) });
        });
        break;
      case 'check-permission': {
        const value = codec.encode(this.session.checkPermission(this._self, message.permission));
        this._post(documentKey, { kind: 'answer', id: message.id, ok: true, value });
        break;
      }
      case 'preload-failed':
        this.preloadFailed(message.message);
        break;
    }
  }

  preloadFailed(reason: string): void {
    console.error(`Unable to load preload script: ${this._given.preloadPath ?? ''}\n${reason}`);
    this.emit('preload-error', {}, this._given.preloadPath, new Error(reason));
  }

  happened(event: PageEvent): void {
    switch (event.kind) {
      case 'url':
        this._url = event.url;
        this.emit('did-navigate', {}, event.url, 200, 'OK');
        break;
      case 'dom-ready':
        this.emit('dom-ready', {});
        break;
      case 'loaded':
        this._retitle(event.title);
        this._loading = false;
        this.emit('did-finish-load');
        this.emit('did-stop-loading');
        break;
      case 'title':
        this._retitle(event.title);
        break;
      case 'crashed':
        this._crashed = true;
        this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 });
        break;
      case 'window-open':
        this._windowOpen(event.url, event.frameName, event.features);
        break;
      case 'download': {
        const item = { getURL: () => event.url, getFilename: () => event.fileName, cancel: () => {} };
        this.session.emit('will-download', new PreventableEvent(), strict('DownloadItem', item), this._self);
        break;
      }
    }
  }

  /** Itself as the app knows it, so that identity holds. */
  private get _self(): WebContents {
    return this._known ?? this;
  }
  private _known: WebContents | null = null;

  known(self: WebContents): void {
    this._known = self;
  }

  private async _load(url: string, go: () => Promise<string | null>): Promise<void> {
    this._loading = true;
    this._crashed = false;
    this.emit('did-start-loading');
    const failure = await go();
    this._loading = false;
    if (failure === null || this._destroyed) return;
    this.emit('did-fail-load', {}, -2, failure, url, true);
    throw Object.assign(new Error(`${failure} (-2) loading '${url}'`), { code: failure, errno: -2, url });
  }

  private _retitle(title: string): void {
    if (title === this._title) return;
    this._title = title;
    this.emit('page-title-updated', new PreventableEvent(), title, true);
  }

  private _windowOpen(url: string, frameName: string, features: string): void {
    if (this._onOpen === null) throw new Error('stand-in: window.open without setWindowOpenHandler');
    const details = { url, frameName, features, disposition: 'foreground-tab', referrer: { url: this._url, policy: 'default' } };
    const { action } = this._onOpen(details as unknown as Electron.HandlerDetails);
    if (action !== 'deny') throw new Error('stand-in: window.open that is allowed');
  }

  private _post(documentKey: string | null, message: FromMain): void {
    if (this._destroyed) return;
    tell(this._given.backstage.stage.sendToPage(this._given.windowId, documentKey, JSON.stringify(message)));
  }
}
