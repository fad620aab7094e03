/** Converts the tray's menu into Electron's template. Pure: a click calls back with the entry's action. */
import type { MenuItemConstructorOptions } from 'electron';
import type { TrayAction, TrayEntry } from '../app/tray/tray-types.ts';

export function menuTemplate(entries: readonly TrayEntry[], onAction: (action: TrayAction) => void): MenuItemConstructorOptions[] {
  return entries.map((entry): MenuItemConstructorOptions => {
    if (entry.kind === 'separator') return { type: 'separator' };
    const { id, label, checked, action, submenu } = entry;
    // Windows and Linux read a single "&" as the mark of an access key and do not show it.
    const common = { id, label: label.replaceAll('&', '&&'), enabled: entry.enabled };
    if (submenu.length > 0) return { ...common, type: 'submenu', submenu: menuTemplate(submenu, onAction) };
    return {
      ...common,
      ...(checked === null ? { type: 'normal' } : { type: 'checkbox', checked }),
      ...(action === null ? {} : { click: () => onAction(action) }),
    };
  });
}
