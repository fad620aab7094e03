/** What went wrong in telling guests their code, and what to do, in Polish. */
import type { tellingProblems as english } from '../en/main-telling.ts';
import type { Translated } from '../message.ts';

export const tellingProblems: Translated<typeof english> = {
  'problem.told-wrong-pin.earlier-pin':
    'W wiadomościach rezerwacji {booking} jako ostatni podano wcześniejszy PIN pobytu. Już nie otwiera: drzwi mają teraz inny. Wyślij właściwy albo zignoruj to, jeśli gość go zna.',
  'problem.told-wrong-pin.other-stay':
    'W wiadomościach rezerwacji {booking} jako ostatni podano PIN innego pobytu zamiast tego, który otwiera dla tego pobytu. Wyślij właściwy albo zignoruj to, jeśli gość go zna.',
  'problem.told-wrong-pin.wrong-prefix':
    'W wiadomościach rezerwacji {booking} jako ostatni podano właściwy PIN, ale z błędnymi cyframi przed nim. Tak wpisany nie otwiera. Wyślij właściwe cyfry albo zignoruj to, jeśli gość je zna.',
  'problem.not-told':
    'Gość rezerwacji {booking} może przyjechać od {from}, a nie zna jeszcze kodu. Przekaż mu kod; lista wiadomości podaje, dlaczego go nie wysłano.',
  'problem.not-told-change':
    'Gość rezerwacji {booking} może przyjechać od {from}, a nie wie, co się zmieniło: kod, który zna, może nie otwierać. Przekaż mu to; lista wiadomości podaje, dlaczego nic nie wysłano.',
  'problem.told-unclear':
    'Nie ma pewności, że wiadomość do gościa rezerwacji {booking} dotarła: nie ma jej w wiadomościach rezerwacji. Sprawdź w Smoobu i powiedz, czy dotarła, albo zleć ponowne wysłanie.',
  'problem.told-partly':
    'Gość rezerwacji {booking} przyjeżdża wkrótce, a nie wszystkie drzwi mają potwierdzony kod, więc nic jeszcze nie wysłano. Wyślij dla potwierdzonych drzwi albo poczekaj na pozostałe.',
  'problem.told-by-hand': 'PIN rezerwacji {booking} zmieniono w The Keys, a gość zna inny. Wyślij gościowi nowy albo zostaw to tak.',
  'problem.register-lost':
    'Latchkey nie wie już, co przekazano gościom, więc nic im nie wysyła. Zatrzymaj wiadomości i uruchom je ponownie: najpierw zobaczysz, kto by je dostał.',
  'problem.placeholder-stays':
    'Symbol [{key}] rezerwacji {booking} w Smoobu może nadal podawać PIN, który nie otwiera drzwi, i nie udało się go usunąć. Szablon wysłany teraz podałby gościowi ten PIN. Usuń symbol w Smoobu i podaj gościowi właściwy PIN.',
  'problem.placeholder-failed':
    'Smoobu nie zapisało symbolu [{key}] rezerwacji {booking}, więc Twoje szablony nie podają jeszcze gościowi kodu. Latchkey spróbuje ponownie; gościowi, który wkrótce przyjeżdża, podaj kod samodzielnie.',
  'problem.placeholders-unread':
    'Nie udało się odczytać symboli w Smoobu: {reason}. Twoje szablony mogą jeszcze nie podawać kodu wszystkim gościom; następna synchronizacja spróbuje ponownie.',
  'problem.placeholder-taken':
    'W Smoobu jest symbol [{key}], którego nie utworzył Latchkey albo który ma tłumaczenia, na przykład przy rezerwacji {booking}. Pozostaje bez zmian, a Twoje szablony nie podają gościowi kodu. Wybierz inną nazwę dla symbolu Latchkey i użyj jej w szablonach.',
  'problem.placeholder-no-pin':
    'Drzwi lokalu {unit} wymagają różnych cyfr, więc żaden pojedynczy PIN nie jest właściwy i Twoje szablony nie podają kodu jego gościom. Ustaw „messages.placeholder.doorsKey” i użyj tego symbolu w szablonach.',
  'problem.placeholder-doors-only':
    'Drzwi lokalu {unit} wymagają różnych cyfr, więc dla jego gości nie ma symbolu z pojedynczym PIN-em. W szablonach tego lokalu użyj symbolu ze wszystkimi drzwiami.',
};
