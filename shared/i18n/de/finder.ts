/** The finder and the list of keyboard shortcuts. */
import type { finder as english } from '../en/finder.ts';
import type { Translated } from '../message.ts';

export const finder: Translated<typeof english> = {
  'finder.title': 'Suchen',
  'finder.placeholder': 'Gast, Unterkunft, Tür, Person oder Aktion',
  'finder.open': 'Gast, Tür suchen …',
  'finder.escape': 'Esc',
  'finder.results': 'Gefunden',
  'finder.none': 'Nichts gefunden für „{typed}“',
  'finder.found': { one: '{count} Ergebnis', other: '{count} Ergebnisse' },
  'finder.person': 'Person',
  'finder.unit': 'Unterkunft',
  'finder.lock': 'Tür',
  'finder.accounts': 'Konten',
  'finder.setting': 'Einstellungen: {section}',
  'finder.shortcuts': 'Tastenkürzel',
  'shortcut.find': 'Gäste, Türen und Aktionen suchen',
  'shortcut.find-on-page': 'Auf dieser Seite suchen',
  'shortcut.page-1': 'Heute',
  'shortcut.page-2': 'Kalender',
  'shortcut.page-3': 'Unterkünfte & Türen',
  'shortcut.page-4': 'Personen',
  'shortcut.page-5': 'Nachrichten',
  'shortcut.page-6': 'Verlauf',
  'shortcut.call': 'Ein Gast steht vor der Tür',
  'shortcut.sync': 'Jetzt synchronisieren',
  'shortcut.print': 'Blatt drucken',
  'shortcut.settings': 'Einstellungen',
  'shortcut.shortcuts': 'Diese Liste zeigen',
};
