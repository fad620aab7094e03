/** What opens over any page by a shortcut. */
export { Finder } from './finder.tsx';
export { PrintDialog } from '../print/print-dialog.tsx';
export { ShortcutsDialog } from './shortcuts-dialog.tsx';
