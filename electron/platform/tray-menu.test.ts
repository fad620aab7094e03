import { describe, expect, it } from 'vitest';
import type { TrayAction, TrayEntry } from '../app/tray/tray-types.ts';
import { menuTemplate } from './tray-menu.ts';

const item = (id: string, further: Partial<Extract<TrayEntry, { kind: 'item' }>> = {}): TrayEntry => ({
  kind: 'item',
  id,
  label: id,
  enabled: true,
  checked: null,
  action: null,
  submenu: [],
  ...further,
});

describe('menuTemplate', () => {
  it('keeps labels, states and submenus', () => {
    const template = menuTemplate(
      [
        item('status', { enabled: false }),
        { kind: 'separator' },
        item('login', { checked: false }),
        item('pause', { submenu: [item('hour', { checked: true })] }),
      ],
      () => {},
    );
    expect(template).toEqual([
      { id: 'status', label: 'status', enabled: false, type: 'normal' },
      { type: 'separator' },
      { id: 'login', label: 'login', enabled: true, type: 'checkbox', checked: false },
      {
        id: 'pause',
        label: 'pause',
        enabled: true,
        type: 'submenu',
        submenu: [{ id: 'hour', label: 'hour', enabled: true, type: 'checkbox', checked: true }],
      },
    ]);
  });

  it('calls back with the action of the clicked entry', () => {
    const seen: TrayAction[] = [];
    const [entry] = menuTemplate([item('sync', { action: { kind: 'sync-now' } })], (action) => void seen.push(action));
    entry?.click?.({} as never, undefined, {});
    expect(seen).toEqual([{ kind: 'sync-now' }]);
  });

  it('escapes ampersands', () => {
    expect(menuTemplate([item('Mill & Barn')], () => {})[0]?.label).toBe('Mill && Barn');
  });
});
