/** `Tray` and `Notification`: what the user sees of the app outside its window. */
import type * as Electron from 'electron';
import type { NotificationView, TrayView } from '../api.ts';
import type { Context } from './context.ts';
import { describeMenu } from './menu.ts';
import type { Menu } from './menu.ts';
import type { NativeImage } from './native-image.ts';
import { Emitter, strict } from './strict.ts';

export class Tray extends Emitter implements Pick<Electron.Tray, 'setToolTip' | 'destroy' | 'getBounds'> {
  private readonly _list: Set<Tray>;
  private readonly _self: Tray;
  private _image: NativeImage;
  private _toolTip = '';
  private _menu: Menu | null = null;

  constructor(context: Context, list: Set<Tray>, image: NativeImage) {
    super('Tray', ['click']);
    context.requireReady('Tray');
    this._image = image;
    this._list = list;
    this._self = strict('Tray', this);
    list.add(this._self);
    performance.mark('tray', { detail: process.cpuUsage() });
    return this._self;
  }

  setImage(image: NativeImage): void {
    this._requireAlive();
    this._image = image;
  }

  setToolTip(toolTip: string): void {
    this._requireAlive();
    this._toolTip = toolTip;
  }

  setContextMenu(menu: Menu): void {
    this._requireAlive();
    this._menu = menu;
  }

  getBounds(): Electron.Rectangle {
    return { x: 0, y: 0, width: 16, height: 16 };
  }

  destroy(): void {
    this._list.delete(this._self);
  }

  get menu(): Menu | null {
    return this._menu;
  }

  view(): TrayView {
    return { image: this._image.facts(), tooltip: this._toolTip, menu: describeMenu(this._menu) };
  }

  private _requireAlive(): void {
    if (!this._list.has(this._self)) throw new Error('Tray is destroyed');
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"', '&apos;': "'" };

/** What a desktop on Linux shows that reads bodies as markup: no tags, and nothing where the text is no markup at all. */
function asMarkup(body: string): string {
  if (/&(?!(lt|gt|amp|quot|apos);)/.test(body)) return '';
  return body.replace(/<[^>]*>/g, '').replace(/&[a-z]+;/g, (entity) => ENTITIES[entity] ?? entity);
}

export class Notification extends Emitter implements Pick<Electron.Notification, 'show' | 'close' | 'title' | 'body'> {
  readonly title: string;
  readonly body: string;
  private readonly _list: Notification[];
  private readonly _fails: boolean;
  private _isShown = false;

  constructor(context: Context, list: Notification[], { title = '', body = '' }: Electron.NotificationConstructorOptions) {
    super('Notification', ['click', 'failed', 'show']);
    context.requireReady('Notification');
    this.title = title;
    this.body = context.facts.platform === 'linux' ? asMarkup(body) : body;
    this._list = list;
    this._fails = context.facts.notificationsFail;
    return strict('Notification', this);
  }

  /** Listed from the first time it is shown. */
  show(): void {
    if (this._fails) {
      setImmediate(() => this.emit('failed', {}, 'notifications are not allowed for this application'));
      return;
    }
    if (!this._list.includes(this)) this._list.push(this);
    this._isShown = true;
    setImmediate(() => this.emit('show', {}));
  }

  close(): void {
    this._isShown = false;
  }

  /** As when the user clicks it. */
  click(): void {
    if (!this._isShown) throw new Error('stand-in: this notification is not on the screen');
    this._isShown = false;
    this.emit('click', {});
  }

  view(): NotificationView {
    return { id: this._list.indexOf(this), title: this.title, body: this.body, isShown: this._isShown };
  }
}
