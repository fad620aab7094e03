/** The menu bar and the menu of a field, as Electron's templates. Pure. On Windows and Linux the bar shows when Alt is pressed. */
import type { MenuItemConstructorOptions } from 'electron';
import type { WindowTarget } from '../../shared/domain/app-state.ts';
import type { MainText } from '../../shared/i18n/main-texts.ts';
import type { TrayAction } from '../app/tray/tray-types.ts';

/** Electron's own menus are in English only. */
export type MenuText = (key: MenuKey) => string;
type MenuKey = Extract<Parameters<MainText>[0], `menu.${string}`>;

export interface MenuOptions {
  readonly platform: string;
  /** Adds the developer's menu. */
  readonly devTools: boolean;
  readonly text: MenuText;
  readonly onAction: (action: TrayAction) => void;
}

/** Each with its digit, in the order of the rail. */
const PAGES: readonly (readonly [MenuKey, digit: number, WindowTarget])[] = [
  ['menu.today', 1, { view: 'today', bookingId: null }],
  ['menu.calendar', 2, { view: 'calendar' }],
  ['menu.doors', 3, { view: 'doors', unitId: null }],
  ['menu.people', 4, { view: 'people' }],
  ['menu.messages', 5, { view: 'messages' }],
  ['menu.history', 6, { view: 'history', runId: null }],
];
const CALL: WindowTarget = { view: 'call' };
const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

export function applicationMenu({ platform, devTools, text, onAction }: MenuOptions): readonly MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const open = (target: WindowTarget) => (): void => onAction({ kind: 'open', target });
  // Only the user is asked before quitting, so that a `quit` role, which looks like the system's, is not used.
  const quit: MenuItemConstructorOptions = {
    ...{ id: 'quit', label: text('menu.quit'), accelerator: 'CommandOrControl+Q', click: () => onAction({ kind: 'quit' }) },
  };
  const settings: MenuItemConstructorOptions = {
    ...{ id: 'settings', label: text('menu.settings'), accelerator: 'CommandOrControl+,', click: open({ view: 'settings' }) },
  };
  const sync: MenuItemConstructorOptions = {
    ...{ id: 'sync', label: text('menu.sync'), accelerator: 'CommandOrControl+R', click: () => onAction({ kind: 'sync-now' }) },
  };
  const call: MenuItemConstructorOptions = {
    ...{ id: 'call', label: text('menu.call'), accelerator: 'CommandOrControl+Shift+G', click: open(CALL) },
  };
  const own: MenuItemConstructorOptions = isMac
    ? {
        label: 'Latchkey',
        submenu: [
          { role: 'about', label: text('menu.about') },
          SEPARATOR,
          settings,
          sync,
          call,
          SEPARATOR,
          { role: 'services', label: text('menu.services') },
          SEPARATOR,
          { role: 'hide', label: text('menu.hide') },
          { role: 'hideOthers', label: text('menu.hide-others') },
          { role: 'unhide', label: text('menu.show-all') },
          SEPARATOR,
          quit,
        ],
      }
    : { label: text('menu.file'), submenu: [call, sync, settings, SEPARATOR, { role: 'close', label: text('menu.close') }, quit] };
  return [
    own,
    { label: text('menu.edit'), submenu: editItems(text) },
    { label: text('menu.view'), submenu: viewItems(text) },
    {
      label: text('menu.go'),
      submenu: PAGES.map(([key, digit, target]) => {
        // "&" marks an access key.
        const label = text(key).replaceAll('&', '&&');
        return { id: key, label, accelerator: `CommandOrControl+${String(digit)}`, click: open(target) };
      }),
    },
    {
      label: text('menu.window'),
      role: 'window',
      submenu: [
        { role: 'minimize', label: text('menu.minimize') },
        { role: 'close', label: text('menu.close') },
      ],
    },
    ...(devTools ? [developerMenu()] : []),
  ];
}

function developerMenu(): MenuItemConstructorOptions {
  return {
    label: 'Developer',
    submenu: [
      { role: 'forceReload', label: 'Reload' },
      { role: 'toggleDevTools', label: 'Tools' },
    ],
  };
}

function editItems(text: MenuText): MenuItemConstructorOptions[] {
  return [{ role: 'undo', label: text('menu.undo') }, { role: 'redo', label: text('menu.redo') }, SEPARATOR, ...clipboardItems(text)];
}

function clipboardItems(text: MenuText): MenuItemConstructorOptions[] {
  return [
    { role: 'cut', label: text('menu.cut') },
    { role: 'copy', label: text('menu.copy') },
    { role: 'paste', label: text('menu.paste') },
    { role: 'selectAll', label: text('menu.select-all') },
  ];
}

function viewItems(text: MenuText): MenuItemConstructorOptions[] {
  return [
    { role: 'zoomIn', label: text('menu.zoom-in') },
    { role: 'zoomOut', label: text('menu.zoom-out') },
    { role: 'resetZoom', label: text('menu.actual-size') },
    SEPARATOR,
    { role: 'togglefullscreen', label: text('menu.full-screen') },
  ];
}

/** Of what was right-clicked. null: nothing that can be edited or copied. */
export function fieldMenu(
  { isEditable, selectionText }: { readonly isEditable: boolean; readonly selectionText: string },
  text: MenuText,
): MenuItemConstructorOptions[] | null {
  if (isEditable) return clipboardItems(text);
  return selectionText.trim() === '' ? null : [{ role: 'copy', label: text('menu.copy') }];
}
