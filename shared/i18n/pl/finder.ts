/** The finder and the list of keyboard shortcuts. */
import type { finder as english } from '../en/finder.ts';
import type { Translated } from '../message.ts';

export const finder: Translated<typeof english> = {
  'finder.title': 'Szukaj',
  'finder.placeholder': 'Gość, lokal, drzwi, osoba lub czynność',
  'finder.open': 'Szukaj gościa, drzwi…',
  'finder.escape': 'Esc',
  'finder.results': 'Znaleziono',
  'finder.none': 'Nic nie znaleziono dla „{typed}”',
  'finder.found': { one: '{count} wynik', few: '{count} wyniki', many: '{count} wyników', other: '{count} wyniki' },
  'finder.person': 'Osoba',
  'finder.unit': 'Lokal',
  'finder.lock': 'Drzwi',
  'finder.accounts': 'Konta',
  'finder.setting': 'Ustawienia: {section}',
  'finder.shortcuts': 'Skróty klawiszowe',
  'shortcut.find': 'Szukaj gości, drzwi i czynności',
  'shortcut.find-on-page': 'Szukaj na tej stronie',
  'shortcut.page-1': 'Dzisiaj',
  'shortcut.page-2': 'Kalendarz',
  'shortcut.page-3': 'Lokale i drzwi',
  'shortcut.page-4': 'Osoby',
  'shortcut.page-5': 'Wiadomości',
  'shortcut.page-6': 'Historia',
  'shortcut.call': 'Gość pod drzwiami',
  'shortcut.sync': 'Synchronizuj teraz',
  'shortcut.print': 'Drukuj kartę',
  'shortcut.settings': 'Ustawienia',
  'shortcut.shortcuts': 'Pokaż tę listę',
};
