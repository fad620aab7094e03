import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { mainText } from '../../shared/i18n/main-texts.ts';
import type { TrayAction } from '../app/tray/tray-types.ts';
import { applicationMenu, fieldMenu } from './application-menu.ts';

const text = mainText({ language: 'en', locale: 'en' });

function items(menu: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] {
  return menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
}
function shown(platform: string, devTools = false) {
  const done: TrayAction[] = [];
  const all = items(applicationMenu({ platform, devTools, text, onAction: (action) => void done.push(action) }));
  const click = (id: string): void =>
    all.find((item) => item.id === id)?.click?.(...([] as unknown as Parameters<NonNullable<MenuItemConstructorOptions['click']>>));
  return { all, roles: all.map(({ role }) => role), click, done };
}

describe.each(['darwin', 'win32', 'linux'])('the menu bar on %s', (platform) => {
  it('has what fields need, zoom and the window, by Electron’s roles', () => {
    const { roles } = shown(platform);
    for (const role of [
      'undo',
      'redo',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'zoomIn',
      'zoomOut',
      'resetZoom',
      'togglefullscreen',
      'minimize',
      'close',
    ])
      expect(roles).toContain(role);
  });
  it('has a Quit of its own, so that the user can be asked, and opens pages', () => {
    const { roles, click, done } = shown(platform);
    expect(roles).not.toContain('quit');
    for (const id of ['quit', 'sync', 'settings', 'menu.calendar']) click(id);
    expect(done).toEqual([
      { kind: 'quit' },
      { kind: 'sync-now' },
      { kind: 'open', target: { view: 'settings' } },
      { kind: 'open', target: { view: 'calendar' } },
    ]);
  });
  it('gives each key to one item, and shows every label in words', () => {
    const { all } = shown(platform, true);
    const keys = all.flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(all.filter(({ type, label = '' }) => type !== 'separator' && label === '')).toEqual([]);
    expect(all.find(({ id }) => id === 'menu.doors')?.label).toBe('Units && Doors');
  });
  it('offers the developer’s tools to developers only', () => {
    expect(shown(platform).roles).not.toContain('toggleDevTools');
    expect(shown(platform, true).roles).toContain('toggleDevTools');
  });
});

it('follows the platform: the program’s own menu on a Mac, File elsewhere', () => {
  expect(shown('darwin').all[0]?.label).toBe('Latchkey');
  expect(shown('darwin').roles).toContain('hideOthers');
  expect(shown('linux').all[0]?.label).toBe('File');
  expect(shown('linux').roles).not.toContain('hideOthers');
});

it('a field has the clipboard, a text what can be copied, and anything else no menu', () => {
  const roles = (isEditable: boolean, selectionText: string) =>
    fieldMenu({ isEditable, selectionText }, text)?.map(({ role }) => role) ?? null;
  expect(roles(true, '')).toEqual(['cut', 'copy', 'paste', 'selectAll']);
  expect(roles(false, 'Anna')).toEqual(['copy']);
  expect(roles(false, '  ')).toBeNull();
});
