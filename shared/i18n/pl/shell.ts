/** The frame of the window. */
import type { shell as english } from '../en/shell.ts';
import type { Translated } from '../message.ts';

export const shell: Translated<typeof english> = {
  'shell.navigation': 'Widoki',
  'shell.arrivals': 'Przyjazdy',
  'shell.timeline': 'Oś czasu',
  'shell.mapping': 'Przypisanie',
  'shell.history': 'Historia',
  'shell.settings': 'Ustawienia',
  'shell.first-steps': 'Pierwsze kroki',
  'shell.needs-you': { one: 'sprawa wymaga uwagi', few: 'sprawy wymagają uwagi', many: 'spraw wymaga uwagi', other: 'sprawy wymaga uwagi' },
  'shell.version': 'Wersja {version}',
  'shell.demo': 'Tryb demo',
  'shell.demo-text': 'To jest demo: rezerwacje, goście i drzwi są zmyślone i nic nie jest zachowywane.',
  'shell.demo-leave': 'Wyjdź z demo',
  'shell.view-failed': 'Nie udało się otworzyć tego widoku. Kody przy drzwiach działają dalej; zakończ Latchkey i uruchom go od nowa.',
  'shell.no-answer': 'Latchkey nie odpowiada',
  'shell.no-answer-text':
    'Kody przy drzwiach działają dalej. Zamknij to okno i otwórz je ponownie z zasobnika; jeśli to nie pomoże, zakończ Latchkey i uruchom go od nowa.',
};
