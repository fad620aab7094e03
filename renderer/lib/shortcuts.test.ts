import { describe, expect, it } from 'vitest';
import { SHORTCUTS, shortcutOf, shortcutText } from './shortcuts.ts';

const KEYS_EN = { control: 'Ctrl', shift: 'Shift' };
const NONE = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('keyboard shortcuts', () => {
  it('are pressed with Ctrl, and on a Mac with Command', () => {
    expect(shortcutOf({ ...NONE, key: 'k', ctrlKey: true }, false, false)).toBe('find');
    expect(shortcutOf({ ...NONE, key: 'K', ctrlKey: true }, false, true)).toBe('find');
    expect(shortcutOf({ ...NONE, key: 'k', metaKey: true }, true, false)).toBe('find');
    expect(shortcutOf({ ...NONE, key: 'k', ctrlKey: true }, true, false)).toBeNull();
    expect(shortcutOf({ ...NONE, key: 'k', metaKey: true }, false, false)).toBeNull();
    expect(shortcutOf({ ...NONE, key: ',', ctrlKey: true }, false, false)).toBe('settings');
  });
  it('leave letters alone, and every combination that means something else', () => {
    expect(shortcutOf({ ...NONE, key: 'k' }, false, false)).toBeNull();
    expect(shortcutOf({ ...NONE, key: 'k', ctrlKey: true, altKey: true }, false, false)).toBeNull();
    expect(shortcutOf({ ...NONE, key: 'r', ctrlKey: true, shiftKey: true }, false, false)).toBeNull();
    expect(shortcutOf({ ...NONE, key: 'G', ctrlKey: true, shiftKey: true }, false, true)).toBe('call');
    expect(shortcutOf({ ...NONE, key: 'g', ctrlKey: true }, false, false)).toBeNull();
    expect(shortcutOf({ ...NONE, key: 'c', ctrlKey: true }, false, false)).toBeNull();
  });
  it('has one key without Ctrl, which is a letter while the user types', () => {
    expect(shortcutOf({ ...NONE, key: '?', shiftKey: true }, false, false)).toBe('shortcuts');
    expect(shortcutOf({ ...NONE, key: '?', shiftKey: true }, false, true)).toBeNull();
    expect(shortcutOf({ ...NONE, key: '?', ctrlKey: true }, false, false)).toBeNull();
  });
  it('are each written in their own way', () => {
    for (const isMac of [true, false])
      expect(new Set(SHORTCUTS.map((one) => shortcutText(one, isMac, KEYS_EN))).size).toBe(SHORTCUTS.length);
    const german = { control: 'Strg', shift: 'Umschalt' };
    expect([shortcutText('find', false, german), shortcutText('call', false, german)]).toEqual(['Strg K', 'Strg Umschalt G']);
    expect([shortcutText('find', true, KEYS_EN), shortcutText('call', true, KEYS_EN)]).toEqual(['⌘K', '⇧⌘G']);
  });
});
