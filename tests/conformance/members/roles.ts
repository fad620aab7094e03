/**
 * The roles of menu items that do something on macOS only, which the typings do not say: Electron gives the others a method on Windows and
 * Linux too (lib/browser/api/menu-item-roles.ts).
 */
import type { Platform } from './platforms.ts';

const MAC: readonly Platform[] = ['darwin'];
const NAMES = [
  ...['appMenu', 'clearRecentDocuments', 'front', 'help', 'hide', 'hideOthers', 'mergeAllWindows', 'moveTabToNewWindow', 'recentDocuments'],
  ...['selectNextTab', 'selectPreviousTab', 'services', 'shareMenu', 'showAllTabs', 'showSubstitutions', 'startSpeaking', 'stopSpeaking'],
  ...['toggleSmartDashes', 'toggleSmartQuotes', 'toggleTabBar', 'toggleTextReplacement', 'unhide', 'window', 'zoom'],
];

export const ROLES: Readonly<Record<string, readonly Platform[]>> = Object.fromEntries(NAMES.map((name) => [name, MAC]));
