/** The finder and the list of keyboard shortcuts. */
import type { Section } from '../message.ts';

export const finder = {
  'finder.title': 'Find',
  'finder.placeholder': 'Guest, unit, door, person or action',
  'finder.open': 'Find guest, door…',
  'finder.escape': 'Esc',
  'finder.results': 'Found',
  'finder.none': 'Nothing found for “{typed}”',
  'finder.found': { one: '{count} result', other: '{count} results' },
  'finder.person': 'Person',
  'finder.unit': 'Unit',
  'finder.lock': 'Door',
  'finder.accounts': 'Accounts',
  'finder.shortcuts': 'Keyboard shortcuts',
  'shortcut.find': 'Find guests, doors and actions',
  'shortcut.find-on-page': 'Search on this page',
  'shortcut.page-1': 'Today',
  'shortcut.page-2': 'Calendar',
  'shortcut.page-3': 'Units & doors',
  'shortcut.page-4': 'People',
  'shortcut.page-5': 'Messages',
  'shortcut.page-6': 'History',
  'shortcut.call': 'A guest is at the door',
  'shortcut.sync': 'Sync now',
  'shortcut.settings': 'Settings',
  'shortcut.shortcuts': 'Show this list',
} as const satisfies Section;
