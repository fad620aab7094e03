/** The keyboard shortcuts of the window: which keys mean what, and how they are written. Pure. */

export const SHORTCUTS = [
  'find',
  'find-on-page',
  'page-1',
  'page-2',
  'page-3',
  'page-4',
  'page-5',
  'page-6',
  'call',
  'sync',
  'print',
  'settings',
  'shortcuts',
] as const;
export type Shortcut = (typeof SHORTCUTS)[number];

/** With Ctrl, on a Mac with Command. `?` stands alone; a guest at the door is with Shift as well. */
const KEYS: Readonly<Record<Shortcut, string>> = {
  find: 'k',
  'find-on-page': 'f',
  'page-1': '1',
  'page-2': '2',
  'page-3': '3',
  'page-4': '4',
  'page-5': '5',
  'page-6': '6',
  call: 'g',
  sync: 'r',
  print: 'p',
  settings: ',',
  shortcuts: '?',
};

export interface Keys {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}
/** `isTyping`: the focus is in a field, where `?` is a letter. null: these keys are no shortcut. */
export function shortcutOf({ key, ctrlKey, metaKey, shiftKey, altKey }: Keys, isMac: boolean, isTyping: boolean): Shortcut | null {
  const hasCommand = isMac ? metaKey && !ctrlKey : ctrlKey && !metaKey;
  if (altKey) return null;
  if (!ctrlKey && !metaKey) return key === KEYS.shortcuts && !isTyping ? 'shortcuts' : null;
  if (!hasCommand) return null;
  if (shiftKey) return key.toLowerCase() === KEYS.call ? 'call' : null;
  return SHORTCUTS.find((shortcut) => shortcut !== 'shortcuts' && shortcut !== 'call' && KEYS[shortcut] === key.toLowerCase()) ?? null;
}

/** As they are printed on the keyboards of the language. */
export interface KeyNames {
  readonly control: string;
  readonly shift: string;
}
/** "Ctrl K", on a Mac "⌘K". */
export function shortcutText(shortcut: Shortcut, isMac: boolean, { control, shift }: KeyNames): string {
  const key = KEYS[shortcut].toUpperCase();
  if (shortcut === 'shortcuts') return key;
  if (shortcut === 'call') return isMac ? `⇧⌘${key}` : `${control} ${shift} ${key}`;
  return isMac ? `⌘${key}` : `${control} ${key}`;
}
