/** `Menu` and `MenuItem`: a tree that a driver can read and click, with Electron's rules for check and radio items. */
import type * as Electron from 'electron';
import type { MenuNode } from '../api.ts';
import { Emitter, strict } from './strict.ts';

type Template = Electron.MenuItemConstructorOptions;
/** What a role does here; others can be shown but not clicked. */
export type Roles = Readonly<Record<string, () => void>>;

export class MenuItem {
  readonly id: string;
  readonly type: NonNullable<Template['type']>;
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
  readonly submenu: Menu | undefined;
  readonly icon: unknown;
  readonly toolTip: string;
  label: string;
  sublabel: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  /** Set by the menu it stands in. */
  menu: Menu | null = null;
  private readonly _click: Template['click'];
  private readonly _roles: Roles;

  constructor(options: Template, roles: Roles) {
    const { submenu } = options;
    this.type = options.type ?? (submenu === undefined ? 'normal' : 'submenu');
    this.id = options.id ?? '';
    this.role = options.role;
    this.label = options.label ?? options.role ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.icon = options.icon;
    this.accelerator = options.accelerator;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    const isMenu = submenu instanceof Menu;
    this.submenu = isMenu ? submenu : Array.isArray(submenu) ? buildFromTemplate(submenu, roles) : undefined;
    this._click = options.click;
    this._roles = roles;
    return strict('MenuItem', this);
  }

  get commandId(): number {
    return (this.menu?.items.indexOf(this) ?? -1) + 1;
  }

  /** As Electron does on a real click: the mark changes first. */
  click(): void {
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') this.menu?.select(this);
    if (this.role !== undefined && this._click === undefined) {
      const act = this._roles[this.role.toLowerCase()];
      if (act === undefined) throw new Error(`stand-in: click on a menu item with role ${this.role}`);
      act();
      return;
    }
    const event = { triggeredByAccelerator: false } as Electron.KeyboardEvent;
    this._click?.(this as unknown as Electron.MenuItem, undefined, event);
  }
}

export class Menu extends Emitter {
  readonly items: MenuItem[] = [];

  constructor() {
    super('Menu', ['menu-will-show', 'menu-will-close']);
    return strict('Menu', this);
  }

  append(item: MenuItem): void {
    this.insert(this.items.length, item);
  }

  insert(at: number, item: MenuItem): void {
    item.menu = this;
    this.items.splice(at, 0, item);
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(): void {}
  closePopup(): void {}

  /** Radio items between two separators are one group. */
  select(chosen: MenuItem): void {
    const at = this.items.indexOf(chosen);
    const from = this.items.findLastIndex((item, index) => index < at && item.type === 'separator') + 1;
    const next = this.items.findIndex((item, index) => index > at && item.type === 'separator');
    for (const item of this.items.slice(from, next < 0 ? undefined : next)) if (item.type === 'radio') item.checked = item === chosen;
  }
}

export function buildFromTemplate(template: readonly (Template | MenuItem)[], roles: Roles): Menu {
  const menu = new Menu();
  for (const entry of template) menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry, roles));
  return menu;
}

export function describeMenu(menu: Menu | null): readonly MenuNode[] | null {
  if (menu === null) return null;
  return menu.items.map(({ id, label, sublabel, type, role, accelerator, enabled, visible, checked, submenu }) => ({
    id,
    label,
    sublabel,
    type,
    role: role ?? null,
    accelerator: accelerator ?? null,
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
