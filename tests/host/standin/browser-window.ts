/** `BrowserWindow`: state, visibility and life of a window; its page is `WebContents`. */
import type * as Electron from 'electron';
import type { App } from './app.ts';
import type { Backstage } from './backstage.ts';
import { tell } from './backstage.ts';
import type { IpcMain } from './ipc-main.ts';
import type { Codec } from './page/codec.ts';
import { pageScripts } from './page/scripts.ts';
import type { Session, Sessions } from './session.ts';
import { Emitter, PreventableEvent, strict } from './strict.ts';
import { WebContents } from './web-contents.ts';
import { readPreload, refuse, WINDOW_EVENTS } from './window-options.ts';
import type { WindowMembers } from './window-options.ts';

/** The parts a window is made of, and the list it stands in. */
export interface WindowWorld {
  readonly backstage: Backstage;
  readonly app: App;
  readonly ipcMain: IpcMain;
  readonly codec: Codec;
  readonly sessions: Sessions;
  readonly list: Map<number, Window>;
  readonly isDark: () => boolean;
  readonly isOnline: () => boolean;
}

export class Window extends Emitter implements Pick<Electron.BrowserWindow, WindowMembers> {
  readonly id: number;
  readonly webContents: WebContents;
  /** As the app gave them, for the security assertions. */
  readonly options: Electron.BrowserWindowConstructorOptions;
  private readonly _world: WindowWorld;
  private readonly _self: Window;
  private _bounds: Electron.Rectangle;
  private _title: string;
  private _visible: boolean;
  private _focused = false;
  private _minimized = false;
  private _maximized = false;
  private _destroyed = false;

  constructor(world: WindowWorld, options: Electron.BrowserWindowConstructorOptions, id: number) {
    super('BrowserWindow', WINDOW_EVENTS);
    world.backstage.requireReady('BrowserWindow');
    const preferences = options.webPreferences ?? {};
    refuse(preferences);
    this._world = world;
    this._self = strict('BrowserWindow', this);
    this.id = id;
    this.options = options;
    this._title = options.title ?? world.app.getName();
    this._visible = options.show ?? true;
    this._bounds = { x: options.x ?? 100, y: options.y ?? 80, width: options.width ?? 800, height: options.height ?? 600 };
    const session = (preferences.session as unknown as Session | undefined) ?? world.sessions.fromPartition(preferences.partition ?? '');
    this.webContents = this._open(session, preferences);
    world.list.set(id, this._self);
    world.app.emit('browser-window-created', {}, this._self);
    world.app.emit('web-contents-created', {}, this.webContents);
    if (this._visible) setImmediate(() => this._becomeFocused());
    return this._self;
  }

  get title(): string {
    return this._title;
  }

  set title(title: string) {
    this._title = title;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  reload(): void {
    this.webContents.reload();
  }

  show(): void {
    this.showInactive();
    this._becomeFocused();
  }

  showInactive(): void {
    if (this._visible || this._destroyed) return;
    this._visible = true;
    this.emit('show');
  }

  hide(): void {
    if (!this._visible) return;
    this._visible = false;
    this.blur();
    this.emit('hide');
  }

  focus(): void {
    if (this._visible) this._becomeFocused();
  }

  blur(): void {
    if (!this._focused) return;
    this._focused = false;
    this.emit('blur');
    this._world.app.emit('browser-window-blur', {}, this._self);
  }

  minimize(): void {
    if (this._minimized) return;
    this._minimized = true;
    this.blur();
    this.emit('minimize');
  }

  restore(): void {
    if (!this._minimized) return;
    this._minimized = false;
    this.emit('restore');
  }

  maximize(): void {
    this._maximized = true;
    this.emit('maximize');
  }

  unmaximize(): void {
    this._maximized = false;
    this.emit('unmaximize');
  }

  isVisible(): boolean {
    return this._visible;
  }
  isFocused(): boolean {
    return this._focused;
  }
  isMinimized(): boolean {
    return this._minimized;
  }
  isMaximized(): boolean {
    return this._maximized;
  }
  isFullScreen(): boolean {
    return false;
  }
  isDestroyed(): boolean {
    return this._destroyed;
  }

  getBounds(): Electron.Rectangle {
    return { ...this._bounds };
  }

  getNormalBounds(): Electron.Rectangle {
    return this.getBounds();
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this._bounds = { ...this._bounds, ...bounds };
    tell(this._world.backstage.stage.resizeWindow(this.id, this._bounds));
    this.emit('resize');
  }

  getSize(): number[] {
    return [this._bounds.width, this._bounds.height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  setTitle(title: string): void {
    this._title = title;
  }

  getTitle(): string {
    return this._title;
  }

  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  setAutoHideMenuBar(): void {}
  setIcon(): void {}
  setSkipTaskbar(): void {}
  setBackgroundColor(): void {}
  center(): void {}
  moveTop(): void {}
  flashFrame(): void {}

  /** As from the window's own button: listeners of 'close' may prevent it. */
  close(): void {
    this.closeUnlessPrevented();
  }

  closeUnlessPrevented(): boolean {
    if (this._destroyed) return true;
    const event = new PreventableEvent();
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.destroy();
    return true;
  }

  destroy(): void {
    if (this._destroyed) return;
    const { backstage, list, app } = this._world;
    this.blur();
    this._destroyed = true;
    this._visible = false;
    list.delete(this.id);
    tell(backstage.stage.closeWindow(this.id));
    this.webContents.destroy();
    this.emit('closed');
    if (list.size === 0) setImmediate(() => list.size === 0 && app.allWindowsClosed());
  }

  private _becomeFocused(): void {
    if (this._focused || this._destroyed || !this._visible) return;
    for (const other of this._world.list.values()) if (other.id !== this.id) other.blur();
    this._focused = true;
    this.emit('focus');
    this._world.app.emit('browser-window-focus', {}, this._self);
  }

  private _open(session: Session, webPreferences: Electron.WebPreferences): WebContents {
    const { backstage, ipcMain, codec, isDark, isOnline } = this._world;
    const preloadPath = webPreferences.preload ?? null;
    const given = { backstage, ipcMain, codec, session, id: this.id, windowId: this.id, preloadPath, webPreferences };
    const contents = strict('WebContents', new WebContents(given));
    contents.known(contents);
    let source: string | null = null;
    try {
      source = preloadPath === null ? null : readPreload(preloadPath);
    } catch (error) {
      setImmediate(() => contents.preloadFailed(String(error)));
    }
    const scripts = pageScripts(source, backstage.facts.versions);
    const spec = { id: this.id, webContentsId: contents.id, sessionKey: session.key, bounds: this._bounds };
    tell(backstage.stage.openWindow({ ...spec, ...scripts, dark: isDark(), online: isOnline() }));
    contents.on('dom-ready', () => this.emit('ready-to-show'));
    contents.on('page-title-updated', (event: PreventableEvent, title: string, explicit: boolean) => {
      this.emit('page-title-updated', event, title, explicit);
      if (!event.defaultPrevented) this._title = title;
    });
    return contents;
  }
}
