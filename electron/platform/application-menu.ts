/** The menu bar: macOS needs one for Quit, Copy and Paste; elsewhere the window goes without. */
import { Menu } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';

/** Once the app is ready. `devTools` adds their shortcuts, for unpackaged programs. */
export function setApplicationMenu({ platform, devTools }: { readonly platform: string; readonly devTools: boolean }): void {
  const forMac: MenuItemConstructorOptions[] = [{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }];
  const forDevelopers: MenuItemConstructorOptions[] = [{ label: 'Developer', submenu: [{ role: 'reload' }, { role: 'toggleDevTools' }] }];
  const menu = [...(platform === 'darwin' ? forMac : []), ...(devTools ? forDevelopers : [])];
  Menu.setApplicationMenu(menu.length === 0 ? null : Menu.buildFromTemplate(menu));
}
