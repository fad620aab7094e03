/** The menu bar as Electron's template. Pure: macOS needs one for Quit, Copy and Paste; elsewhere the window has none. */
import type { MenuItemConstructorOptions } from 'electron';

/** `devTools` adds the developer's shortcuts. */
export function applicationMenu(platform: string, devTools: boolean, onQuit: () => void): readonly MenuItemConstructorOptions[] {
  const forMac: MenuItemConstructorOptions[] = [
    { label: 'Latchkey', submenu: appMenu(onQuit) },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ];
  const forDevelopers: MenuItemConstructorOptions[] = [{ label: 'Developer', submenu: [{ role: 'reload' }, { role: 'toggleDevTools' }] }];
  return [...(platform === 'darwin' ? forMac : []), ...(devTools ? forDevelopers : [])];
}

/** As Electron's own `appMenu`, whose Quit would look like the system's: only the user is asked. */
function appMenu(onQuit: () => void): MenuItemConstructorOptions[] {
  return [
    { role: 'about' },
    { type: 'separator' },
    { role: 'services' },
    { type: 'separator' },
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    { type: 'separator' },
    { id: 'quit', label: 'Quit Latchkey', accelerator: 'Command+Q', click: onQuit },
  ];
}
