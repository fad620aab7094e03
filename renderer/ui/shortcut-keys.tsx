/** How a shortcut is pressed on this computer: "Ctrl K" or "⌘K". */
import { useApp } from '../lib/app.ts';
import { isMac } from '../lib/platform.ts';
import { shortcutText } from '../lib/shortcuts.ts';
import type { Shortcut } from '../lib/shortcuts.ts';

export function ShortcutKeys({ shortcut }: { readonly shortcut: Shortcut }) {
  const { t } = useApp();
  return <kbd>{shortcutText(shortcut, isMac(), { control: t('shell.control-key'), shift: t('shell.shift-key') })}</kbd>;
}
