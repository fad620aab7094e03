/** `Tray` and `Notification`: what the host of the app would see outside its window. */
import type * as Electron from 'electron';
import type { Backstage } from './backstage.ts';
import type { ImageFacts, NativeImage } from './native-image.ts';
import { imageFrom } from './native-image.ts';
import { Menu } from './menu.ts';
import { Emitter, strict } from './strict.ts';

const TRAY_EVENTS = [
  'balloon-click',
  'click',
  'double-click',
  'drop',
  'middle-click',
  'mouse-down',
  'mouse-enter',
  'mouse-leave',
  'right-click',
];
type TrayMembers =
  | 'setToolTip'
  | 'setTitle'
  | 'getTitle'
  | 'popUpContextMenu'
  | 'closeContextMenu'
  | 'destroy'
  | 'isDestroyed'
  | 'getBounds'
  | 'setIgnoreDoubleClickEvents'
  | 'focus';

export class Tray extends Emitter implements Pick<Electron.Tray, TrayMembers> {
  private readonly _list: Set<Tray>;
  private readonly _self: Tray;
  private _image: NativeImage;
  private _toolTip = '';
  private _title = '';
  private _menu: Menu | null = null;
  private _popups = 0;
  private _destroyed = false;

  constructor(backstage: Backstage, list: Set<Tray>, image: unknown) {
    super('Tray', TRAY_EVENTS);
    backstage.requireReady('Tray');
    this._image = imageFrom(image);
    this._list = list;
    this._self = strict('Tray', this);
    list.add(this._self);
    return this._self;
  }

  setImage(image: unknown): void {
    this._alive();
    this._image = imageFrom(image);
  }

  setPressedImage(): void {}

  setToolTip(toolTip: string): void {
    this._alive();
    this._toolTip = toolTip;
  }

  setTitle(title: string): void {
    this._title = title;
  }

  getTitle(): string {
    return this._title;
  }

  setContextMenu(menu: unknown): void {
    this._alive();
    if (menu !== null && !(menu instanceof Menu)) throw new TypeError('stand-in: this is no menu');
    this._menu = menu;
  }

  popUpContextMenu(): void {
    this._popups += 1;
  }

  closeContextMenu(): void {}
  setIgnoreDoubleClickEvents(): void {}
  focus(): void {}

  getBounds(): Electron.Rectangle {
    return { x: 0, y: 0, width: 16, height: 16 };
  }

  isDestroyed(): boolean {
    return this._destroyed;
  }

  destroy(): void {
    this._destroyed = true;
    this._list.delete(this._self);
  }

  get menu(): Menu | null {
    return this._menu;
  }

  facts(): { image: ImageFacts; tooltip: string; title: string; popups: number } {
    return { image: this._image.facts(), tooltip: this._toolTip, title: this._title, popups: this._popups };
  }

  private _alive(): void {
    if (this._destroyed) throw new Error('Tray is destroyed');
  }
}

const NOTIFICATION_EVENTS = ['action', 'click', 'close', 'failed', 'reply', 'show'];

export class Notification extends Emitter implements Pick<Electron.Notification, 'show' | 'close' | 'title' | 'body' | 'silent'> {
  title: string;
  body: string;
  silent: boolean;
  subtitle: string;
  urgency: 'normal' | 'critical' | 'low';
  timeoutType: 'default' | 'never';
  actions: Electron.NotificationAction[];
  closeButtonText: string;
  readonly facts: { readonly id: number; shown: boolean };
  private readonly _list: Notification[];

  constructor(backstage: Backstage, list: Notification[], options: Electron.NotificationConstructorOptions) {
    super('Notification', NOTIFICATION_EVENTS);
    backstage.requireReady('Notification');
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.subtitle = options.subtitle ?? '';
    this.silent = options.silent ?? false;
    this.urgency = options.urgency ?? 'normal';
    this.timeoutType = options.timeoutType ?? 'default';
    this.actions = options.actions ?? [];
    this.closeButtonText = options.closeButtonText ?? '';
    this._list = list;
    this.facts = { id: list.length, shown: false };
    return strict('Notification', this);
  }

  /** Listed from the first time it is shown on, as the host would have seen it. */
  show(): void {
    const facts = this._list.includes(this) ? this.facts : Object.assign(this.facts, { id: this._list.push(this) - 1 });
    facts.shown = true;
    setImmediate(() => this.emit('show', {}));
  }

  close(): void {
    if (!this.facts.shown) return;
    this.facts.shown = false;
    setImmediate(() => this.emit('close', {}));
  }

  act(kind: 'click' | 'close' | 'action', index: number): void {
    if (!this.facts.shown) throw new Error('stand-in: this notification is not on the screen');
    if (kind === 'close') {
      this.close();
      return;
    }
    this.facts.shown = false;
    // `actionIndex` on the event and as an argument: Electron hands both.
    if (kind === 'action') this.emit('action', { actionIndex: index }, index);
    else this.emit('click', {});
  }
}
