/** The tray's menu as Electron's template. Pure: a click is handed on as the entry's action. */
import type { MenuItemConstructorOptions } from 'electron';
import type { TrayAction, TrayEntry } from '../app/tray/tray-types.ts';

/** Windows and Linux take "&" for a mark of the access key and swallow it: doubled, it is shown. */
function shownLabel(label: string): string {
  return label.replaceAll('&', '&&');
}

export function menuTemplate(entries: readonly TrayEntry[], onAction: (action: TrayAction) => void): MenuItemConstructorOptions[] {
  return entries.map((entry): MenuItemConstructorOptions => {
    if (entry.kind === 'separator') return { type: 'separator' };
    const { id, label, checked, action, submenu } = entry;
    const common = { id, label: shownLabel(label), enabled: entry.enabled };
    if (submenu.length > 0) return { ...common, type: 'submenu', submenu: menuTemplate(submenu, onAction) };
    return {
      ...common,
      ...(checked === null ? { type: 'normal' } : { type: 'checkbox', checked }),
      ...(action === null ? {} : { click: () => onAction(action) }),
    };
  });
}
