/** Why a call of the window comes to nothing, in Polish. */
import type { refusals as english } from '../en/main-refusals.ts';
import type { Translated } from '../message.ts';

export const refusals: Translated<typeof english> = {
  'refusal.gone': 'To już nie czeka: zmienił to przebieg. Nic nie zrobiono; sprawdź, co czeka teraz.',
  'refusal.badSchedule': 'To nie jest harmonogram, więc go nie zapisano. Wpisz pięć pól cron, na przykład */15 * * * *.',
  'refusal.noCode': 'Zamek nie ma kodu dla tej rezerwacji albo nie podaje jego PIN-u. Uruchom synchronizację i spróbuj ponownie.',
  'refusal.busy': 'Trwa przebieg Latchkey. Nic nie zmieniono; spróbuj ponownie za minutę.',
  'refusal.notSaved': 'Nie zapisano pliku: nie można tam zapisywać. Nic innego nie zmieniono; wybierz inny folder.',
  'refusal.noRun': 'Tego przebiegu nie ma już w historii: był starszy niż przechowywane dni.',
  'refusal.unavailable': 'Tego nie da się tu zrobić. Nic nie zmieniono.',
  'refusal.badRequest': 'Latchkey nie zrozumiał tego polecenia. Nic nie zmieniono; uruchom Latchkey od nowa i spróbuj ponownie.',
  'refusal.notTrusted': 'To polecenie nie pochodzi z okna Latchkey. Nic nie zmieniono.',
  'refusal.internal':
    'W Latchkey wystąpił błąd. Kody pozostają bez zmian; spróbuj ponownie, a jeśli błąd się powtarza, zajrzyj do dziennika.',
};
