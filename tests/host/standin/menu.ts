/** `Menu`: a tree of items that a driver can read and click, with Electron's rules for check and radio items. */
import type * as Electron from 'electron';
import type { MenuNode } from '../api.ts';
import { Emitter, strict } from './strict.ts';

type Template = Electron.MenuItemConstructorOptions;
/** What clicking an item with a role does; items with other roles are shown but cannot be clicked. */
export type Roles = Readonly<Record<string, () => void>>;

export class MenuItem {
  readonly id: string;
  readonly type: NonNullable<Template['type']>;
  readonly role: string | undefined;
  readonly submenu: Menu | undefined;
  readonly label: string;
  readonly enabled: boolean;
  readonly visible: boolean;
  checked: boolean;
  private readonly _menu: Menu;
  private readonly _click: Template['click'];
  private readonly _roles: Roles;

  constructor(options: Template, menu: Menu, roles: Roles) {
    const { submenu } = options;
    this.type = options.type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.id = options.id ?? '';
    this.role = options.role;
    this.label = options.label ?? options.role ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu = Array.isArray(submenu) ? new Menu(submenu, roles) : undefined;
    this._menu = menu;
    this._click = options.click;
    this._roles = roles;
    return strict('MenuItem', this);
  }

  /** As in Electron, the check mark changes before the app is called. */
  click(): void {
    if (this.role !== undefined) {
      const act = this._roles[this.role];
      if (act === undefined) throw new Error(`stand-in: click on a menu item with role ${this.role}`);
      act();
      return;
    }
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') this._menu.select(this);
    const event = { triggeredByAccelerator: false } as Electron.KeyboardEvent;
    this._click?.(this as unknown as Electron.MenuItem, undefined, event);
  }
}

export class Menu extends Emitter implements Pick<Electron.Menu, 'popup'> {
  readonly items: MenuItem[];
  private readonly _onPopup: (menu: Menu) => void;

  constructor(template: readonly Template[], roles: Roles, onPopup: (menu: Menu) => void = () => {}) {
    super('Menu', []);
    this.items = template.map((options) => new MenuItem(options, this, roles));
    this._onPopup = onPopup;
    return strict('Menu', this);
  }

  /** Recorded only. */
  popup(): void {
    this._onPopup(this);
  }

  /** Radio items between two separators form a group. */
  select(chosen: MenuItem): void {
    const at = this.items.indexOf(chosen);
    const from = this.items.findLastIndex((item, index) => index < at && item.type === 'separator') + 1;
    const next = this.items.findIndex((item, index) => index > at && item.type === 'separator');
    for (const item of this.items.slice(from, next < 0 ? undefined : next)) if (item.type === 'radio') item.checked = item === chosen;
  }
}

export function describeMenu(menu: Menu | null): readonly MenuNode[] | null {
  if (menu === null) return null;
  return menu.items.map(({ id, label, type, enabled, visible, checked, submenu }) => ({
    id,
    label,
    type,
    enabled,
    visible,
    checked,
    submenu: describeMenu(submenu ?? null),
  }));
}

/** The item at a place such as [2, 0]: the first in the third item's submenu. */
export function itemAt(menu: Menu | null, place: readonly number[]): MenuItem {
  let items = menu?.items ?? [];
  let item: MenuItem | undefined;
  for (const index of place) {
    item = items[index];
    items = item?.submenu?.items ?? [];
  }
  if (item === undefined) throw new Error(`stand-in: no menu item at ${place.join('.')}`);
  return item;
}
