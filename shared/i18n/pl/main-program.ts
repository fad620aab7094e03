/** In Polish. */
import type { program as english } from '../en/main-program.ts';
import type { Translated } from '../message.ts';

export const program: Translated<typeof english> = {
  'tray.install': 'Zainstaluj wersję {version} i uruchom',
  'tray.install-after-run': 'Wersja {version} po tym przebiegu',
  'notice.update-title': 'Wersja {version} jest gotowa',
  'notice.update-body': 'Zainstaluje się po zamknięciu Latchkey albo teraz, z menu. Kody na zamkach pozostają bez zmian.',
  'notice.restarted-title': 'Latchkey musiał uruchomić się ponownie',
  'notice.restarted-body': 'W programie wystąpił błąd. Kody są znów aktualizowane; dziennik mówi, co się stało.',
  'refusal.no-update': 'Nie ma nowszej wersji do zainstalowania. Nic nie zmieniono.',
  'crash.title': 'Latchkey się zatrzymał',
  'crash.body':
    'W programie wystąpił błąd. Kody na zamkach nadal działają, ale nowe rezerwacje nie dostaną kodów, dopóki Latchkey nie zostanie uruchomiony. Uruchom go ponownie; jeśli znów się zatrzyma, przyczyna jest w dzienniku w {folder}.',
  'crash.window-title': 'Nie można pokazać okna Latchkey',
  'crash.window-body':
    'Jego strona zatrzymała się kilka razy. Latchkey działa dalej w zasobniku i aktualizuje kody. Otwórz okno później; przyczyna jest w dzienniku w {folder}.',
};
