/** The frame of the window. */
import type { shell as english } from '../en/shell.ts';
import type { Translated } from '../message.ts';

export const shell: Translated<typeof english> = {
  'shell.navigation': 'Strony',
  'shell.control-key': 'Ctrl',
  'shell.shift-key': 'Shift',
  'shell.today': 'Dzisiaj',
  'shell.calendar': 'Kalendarz',
  'shell.doors': 'Lokale i drzwi',
  'shell.people': 'Osoby',
  'shell.messages': 'Wiadomości',
  'shell.to-do': { one: 'rzecz do zrobienia', few: 'rzeczy do zrobienia', many: 'rzeczy do zrobienia', other: 'rzeczy do zrobienia' },
  'shell.close-panel': 'Zamknij',
  'shell.sync': 'Synchronizacja',
  'shell.sync-now': 'Synchronizuj teraz',
  'shell.syncing': 'Synchronizuję…',
  'shell.paused': 'Wstrzymane',
  'shell.offline': 'Brak sieci',
  'shell.not-synced': 'Jeszcze bez synchronizacji',
  'shell.sync-did-not-work': 'Synchronizacja nie powiodła się',
  'shell.synced': 'Stan: {ago}',
  'shell.covered': 'Gotowe do {day}',
  'shell.history': 'Historia',
  'shell.settings': 'Ustawienia',
  'shell.first-steps': 'Pierwsze kroki',
  'shell.version': 'Wersja {version}',
  'shell.demo': 'Tryb demo',
  'shell.demo-text': 'To jest demo: rezerwacje, goście i drzwi są zmyślone i nic nie jest zachowywane.',
  'shell.demo-leave': 'Wyjdź z demo',
  'shell.view-failed': 'Nie udało się otworzyć tej strony. Kody przy drzwiach działają dalej; zakończ Latchkey i uruchom go ponownie.',
  'shell.no-answer': 'Latchkey nie odpowiada',
  'shell.no-answer-text':
    'Kody przy drzwiach działają dalej. Zamknij to okno i otwórz je ponownie z zasobnika; jeśli to nie pomoże, zakończ Latchkey i uruchom go ponownie.',
};
