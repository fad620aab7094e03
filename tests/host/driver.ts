/** The part of a host that both kinds share: the driver's calls on top of the control in the app's main process. */
import type { Host, MenuNode, MenuPath } from './api.ts';
import type { Control } from './standin/control.ts';
import type { Remote } from './standin/rpc.ts';

type Driven = Pick<
  Host,
  | 'windows'
  | 'closeWindow'
  | 'minimizeWindow'
  | 'setFullScreen'
  | 'crashPage'
  | 'tray'
  | 'clickTray'
  | 'clickTrayItem'
  | 'clickApplicationMenuItem'
  | 'contextMenu'
  | 'notifications'
  | 'clickNotification'
  | 'emitPower'
  | 'activate'
  | 'isInDock'
  | 'setOnline'
  | 'setDark'
  | 'answerDialog'
  | 'dialogs'
  | 'opened'
  | 'clipboardText'
  | 'loginItem'
  | 'sendFromFrame'
>;

function findById(items: readonly MenuNode[], id: string): number[] | null {
  for (const [index, item] of items.entries()) {
    if (item.id === id) return [index];
    const below = findById(item.submenu ?? [], id);
    if (below !== null) return [index, ...below];
  }
  return null;
}

/** The item's place, as `Control` takes it. Throws when the user could not click the item. */
export function menuPlace(menu: readonly MenuNode[] | null, path: MenuPath): number[] {
  const name = 'id' in path ? path.id : path.join(' ▸ ');
  let items = menu ?? [];
  const byLabels = (labels: readonly string[]): number[] | null => {
    const place: number[] = [];
    let level = items;
    for (const label of labels) {
      const index = level.findIndex((item) => item.visible && item.label === label);
      if (index < 0) return null;
      place.push(index);
      level = level[index]?.submenu ?? [];
    }
    return place;
  };
  const place = 'id' in path ? findById(items, path.id) : byLabels(path);
  if (place === null || place.length === 0) {
    throw new Error(`no menu item "${name}" among: ${items.map(({ label }) => label || '—').join(', ') || 'nothing'}`);
  }
  for (const index of place) {
    const item = items[index] as MenuNode;
    if (!item.visible) throw new Error(`menu item "${name}" is hidden`);
    if (!item.enabled) throw new Error(`menu item "${name}" is disabled`);
    items = item.submenu ?? [];
  }
  return place;
}

export function drive(control: Remote<Control>): Driven {
  return {
    windows: () => control.windows(),
    closeWindow: (id) => control.closeWindow(id),
    minimizeWindow: (id) => control.minimizeWindow(id),
    setFullScreen: (id, isFullScreen) => control.setFullScreen(id, isFullScreen),
    crashPage: (id) => control.crashPage(id),
    tray: () => control.tray(),
    clickTray: () => control.clickTray(),
    clickTrayItem: async (path) => {
      const tray = await control.tray();
      if (tray === null) throw new Error('there is no tray icon');
      await control.clickTrayItem(menuPlace(tray.menu, path));
    },
    clickApplicationMenuItem: async (path) => control.clickApplicationMenuItem(menuPlace(await control.applicationMenu(), path)),
    contextMenu: () => control.contextMenu(),
    notifications: () => control.notifications(),
    clickNotification: (id) => control.clickNotification(id),
    emitPower: (event) => control.emitPower(event),
    activate: () => control.activate(),
    isInDock: () => control.isInDock(),
    setOnline: (online) => control.setOnline(online),
    setDark: (dark) => control.setDark(dark),
    answerDialog: (answer) => control.answerDialog(answer),
    dialogs: () => control.dialogs(),
    opened: () => control.opened(),
    clipboardText: () => control.clipboardText(),
    loginItem: () => control.loginItem(),
    sendFromFrame: (frame, channel, ...args) => control.sendFromFrame(frame, channel, args),
  };
}

/** A remote whose calls all go through one function that takes their name and arguments. */
export function remote<T extends object>(call: (name: string, args: readonly unknown[]) => Promise<unknown>): Remote<T> {
  return new Proxy({} as Remote<T>, {
    get: (_target, name) => (typeof name === 'string' && name !== 'then' ? (...args: unknown[]) => call(name, args) : undefined),
  });
}
