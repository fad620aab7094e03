/** `BrowserWindow`: state, visibility and closing of a window; its page is `WebContents`. */
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import type * as Electron from 'electron';
import type { App } from './app.ts';
import type { Context } from './context.ts';
import { inBackground } from './context.ts';
import type { IpcMain } from './ipc-main.ts';
import type { Codec } from './page/codec.ts';
import { pageScripts } from './page/scripts.ts';
import type { Session } from './session.ts';
import { Emitter, PreventableEvent, strict } from './strict.ts';
import { WebContents } from './web-contents.ts';

const EVENTS = [...['close', 'closed', 'hide', 'minimize', 'ready-to-show', 'restore', 'show'], ...['leave-full-screen', 'session-end']];
/** How long macOS takes to move a window into its own space and back; shorter here. */
const TRANSITION_MS = 50;

/** What windows are made of, and the list of all. */
export interface WindowParts {
  readonly context: Context;
  readonly app: App;
  readonly ipcMain: IpcMain;
  readonly codec: Codec;
  readonly session: () => Session;
  readonly list: Map<number, Window>;
  readonly isDark: () => boolean;
}

type Implemented =
  | 'id'
  | 'loadURL'
  | 'reload'
  | 'show'
  | 'hide'
  | 'focus'
  | 'isFocused'
  | 'isVisible'
  | 'isMinimized'
  | 'minimize'
  | 'restore'
  | 'isFullScreen'
  | 'setFullScreen'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'getBounds'
  | 'getNormalBounds'
  | 'getTitle'
  | 'setContentProtection';

export class Window extends Emitter implements Pick<Electron.BrowserWindow, Implemented> {
  readonly id: number;
  readonly webContents: WebContents;
  private readonly _parts: WindowParts;
  private readonly _self: Window;
  private readonly _bounds: Electron.Rectangle;
  private _title: string;
  private _isVisible: boolean;
  private _isFocused = false;
  private _isMinimized = false;
  private _isFullScreen = false;
  /** macOS only: where the transition leads. */
  private _nextFullScreen: boolean | null = null;
  private _isDestroyed = false;
  private _isContentProtected = false;

  constructor(parts: WindowParts, options: Electron.BrowserWindowConstructorOptions, id: number) {
    super('BrowserWindow', EVENTS);
    const preferences = options.webPreferences ?? {};
    parts.context.requireReady('BrowserWindow');
    rejectInsecure(preferences);
    this._parts = parts;
    this._self = strict('BrowserWindow', this);
    this.id = id;
    this._title = options.title ?? parts.app.getName();
    this._isVisible = options.show ?? true;
    this._bounds = { x: options.x ?? 100, y: options.y ?? 80, width: options.width ?? 800, height: options.height ?? 600 };
    this.webContents = this._open(preferences);
    parts.list.set(id, this._self);
    parts.app.emit('web-contents-created', {}, this.webContents);
    if (this._isVisible) setImmediate(() => this.focus());
    return this._self;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    if (!this._isVisible && !this._isDestroyed) {
      this._isVisible = true;
      this.emit('show');
    }
    this.focus();
  }

  hide(): void {
    if (!this._isVisible) return;
    if (this._isMac && (this._isFullScreen || this._nextFullScreen !== null))
      throw new Error('stand-in: hiding a full-screen window leaves a black space on macOS');
    this._isVisible = false;
    this._isFocused = false;
    this.emit('hide');
  }

  focus(): void {
    if (this._isDestroyed || !this._isVisible) return;
    for (const other of this._parts.list.values()) other._isFocused = false;
    this._isFocused = true;
  }

  minimize(): void {
    if (this._isMinimized) return;
    this._isMinimized = true;
    this._isFocused = false;
    this.emit('minimize');
  }

  restore(): void {
    if (!this._isMinimized) return;
    this._isMinimized = false;
    this.emit('restore');
  }

  /** Takes a while on macOS; asked for meanwhile, it happens afterwards. */
  setFullScreen(isFullScreen: boolean): void {
    if (!this._isMac) {
      this._becomeFullScreen(isFullScreen);
      return;
    }
    const isUnderWay = this._nextFullScreen !== null;
    this._nextFullScreen = isFullScreen;
    if (!isUnderWay && isFullScreen !== this._isFullScreen) this._startTransition(isFullScreen);
    else if (!isUnderWay) this._nextFullScreen = null;
  }

  isFullScreen(): boolean {
    return this._isFullScreen;
  }
  isVisible(): boolean {
    return this._isVisible;
  }
  isFocused(): boolean {
    return this._isFocused;
  }
  isMinimized(): boolean {
    return this._isMinimized;
  }

  isDestroyed(): boolean {
    return this._isDestroyed;
  }

  getBounds(): Electron.Rectangle {
    return { ...this._bounds };
  }

  getNormalBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  getTitle(): string {
    return this._title;
  }

  setContentProtection(enable: boolean): void {
    this._isContentProtected = enable;
  }

  /** For the driver. Electron's `isContentProtected` is false on Linux, whatever was asked. */
  get asksForContentProtection(): boolean {
    return this._isContentProtected;
  }

  /** As with the window's own button: listeners of 'close' may prevent it. */
  close(): void {
    this.closeUnlessPrevented();
  }

  closeUnlessPrevented(): boolean {
    if (this._isDestroyed) return true;
    const event = new PreventableEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.destroy();
    return true;
  }

  destroy(): void {
    if (this._isDestroyed) return;
    const { context, list, app } = this._parts;
    this._isDestroyed = true;
    this._isVisible = false;
    this._isFocused = false;
    list.delete(this.id);
    inBackground(context.browser.closeWindow(this.id));
    this.webContents.destroy();
    this.emit('closed');
    if (list.size === 0) setImmediate(() => list.size === 0 && app.allWindowsClosed());
  }

  private get _isMac(): boolean {
    return this._parts.context.facts.platform === 'darwin';
  }

  private _startTransition(isFullScreen: boolean): void {
    setTimeout(() => {
      const wanted = this._nextFullScreen ?? isFullScreen;
      this._nextFullScreen = null;
      if (this._isDestroyed) return;
      this._becomeFullScreen(isFullScreen);
      this.setFullScreen(wanted);
    }, TRANSITION_MS);
  }

  private _becomeFullScreen(isFullScreen: boolean): void {
    if (isFullScreen === this._isFullScreen) return;
    this._isFullScreen = isFullScreen;
    this.emit(isFullScreen ? 'enter-full-screen' : 'leave-full-screen');
  }

  private _open(webPreferences: Electron.WebPreferences): WebContents {
    const { context, ipcMain, codec, session, isDark } = this._parts;
    const preloadPath = webPreferences.preload ?? null;
    const contents = strict(
      'WebContents',
      new WebContents({ context, ipcMain, codec, session: session(), id: this.id, preloadPath, webPreferences }),
    );
    contents.setSelf(contents);
    let source: string | null = null;
    try {
      source = preloadPath === null ? null : readPreload(preloadPath);
    } catch (error) {
      setImmediate(() => contents.preloadFailed(String(error)));
    }
    const { width, height } = this._bounds;
    const scripts = pageScripts(source, context.facts.versions);
    inBackground(context.browser.openWindow({ id: this.id, width, height, ...scripts, dark: isDark() }));
    contents.on('dom-ready', () => this.emit('ready-to-show'));
    contents.on('page-title-updated', (_event: object, title: string) => (this._title = title));
    return contents;
  }
}

/** The stand-in cannot reproduce weakened windows, and this app must not ask for one. */
function rejectInsecure(preferences: Electron.WebPreferences): void {
  const { contextIsolation, sandbox, nodeIntegration, nodeIntegrationInSubFrames, webviewTag, webSecurity } = preferences;
  const switchedOff = { contextIsolation: contextIsolation === false, sandbox: sandbox === false, webSecurity: webSecurity === false };
  const switchedOn = { nodeIntegration, nodeIntegrationInSubFrames, webviewTag };
  for (const [name, isInsecure] of Object.entries({ ...switchedOff, ...switchedOn })) {
    if (isInsecure === true) throw new Error(`stand-in: BrowserWindow with ${name} ${name in switchedOff ? 'off' : 'on'}`);
  }
}

/** Throws when the file is missing or no script: in the page a syntax error would take everything else down with it. */
function readPreload(path: string): string {
  const source = readFileSync(path, 'utf8');
  new Script(`(function (require, module, exports, process) {\n${source}\n})`, { filename: path });
  return source;
}
