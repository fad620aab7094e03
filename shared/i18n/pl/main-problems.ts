/** What went wrong, what it means for guests, and what to do, in Polish. */
import type { problems as english } from '../en/main-problems.ts';
import type { Translated } from '../message.ts';

export const problems: Translated<typeof english> = {
  // What went wrong in a run.
  // Before the number of a booking, and before the name of a person in its place.
  'name.booking-words':
    'Gość rezerwacji|gościa rezerwacji|Kod rezerwacji|kod rezerwacji|Kodu rezerwacji|kodu rezerwacji|PIN rezerwacji|Rezerwacja|rezerwacja|rezerwację|Rezerwacji|rezerwacji',
  'name.person-words': 'Osoba|osoby|Kod osoby|kod osoby|Kodu osoby|kodu osoby|PIN osoby|Osoba|osoba|osobę|Osoby|osoby',
  'name.guest-words':
    'Gość {name}|gościa {name}|Kod gościa {name}|kod gościa {name}|Kodu gościa {name}|kodu gościa {name}|PIN gościa {name}|Rezerwacja gościa {name}|rezerwacja gościa {name}|rezerwację gościa {name}|Rezerwacji gościa {name}|rezerwacji gościa {name}',
  'name.quoted': '„{name}”',

  'problem.unmapped':
    'Rezerwacja {booking} (przyjazd {arrival}) dotyczy lokalu {unit}, który nie ma jeszcze drzwi. Nie dostanie kodu, dopóki nie wybierzesz drzwi.',
  'problem.unmapped-kept':
    'Rezerwacja {booking} (przyjazd {arrival}) dotyczy lokalu {unit}, który nie ma jeszcze drzwi. Jej obecny kod pozostaje i kończy się w dniu wyjazdu; wybierz drzwi lokalu albo usuń kod ręcznie.',
  'problem.unmapped-followed':
    'Rezerwacja {booking} jest w lokalu {unit}, który nie ma już drzwi, a jej dzień wyjazdu się zmienił. Istniejący kod kończy się teraz {until}, o tej samej godzinie co dotąd. Wybierz drzwi dla lokalu albo usuń kod ręcznie.',
  'problem.no-unit':
    'Rezerwacja {booking} (przyjazd {arrival}) nie ma lokalu. Nie dostanie kodu, dopóki w Smoobu nie trafi do lokalu, który ma drzwi.',
  'problem.no-unit-kept':
    'Rezerwacja {booking} (przyjazd {arrival}) nie ma lokalu. Jej obecny kod pozostaje bez zmian; umieść rezerwację w lokalu w Smoobu.',
  'problem.unknown-type': 'Latchkey nie zna rodzaju rezerwacji {booking}. Nie dostaje ona kodu; sprawdź ją w Smoobu.',
  'problem.unknown-type-kept': 'Latchkey nie zna rodzaju rezerwacji {booking}. Jej kody pozostają bez zmian; sprawdź ją w Smoobu.',
  'problem.bad-dates':
    'Rezerwacja {booking} kończy się, zanim się zacznie (od {arrival} do {departure}). Nic się dla niej nie zmienia; popraw ją w Smoobu.',
  'problem.night-check-out':
    'Rezerwacja {booking} ma wymeldowanie o {says}, w nocy: może chodzić o noc przed dniem wyjazdu ({day}) albo po nim. Na razie jej kod działa do {until}. Podaj, o którą noc chodzi, albo zostaw zwykłą godzinę.',
  'problem.same-day-times':
    'Rezerwacja {booking} zaczyna się i kończy {day}, a brakuje jej godziny. Na razie jej kod działa do {until}. Wybierz godziny albo wpisz obie w Smoobu.',
  'problem.same-day-no-code':
    'Rezerwacja {booking} zaczyna się i kończy {day}, a brakuje jej godzin, więc kod nie powstaje, a istniejący pozostaje bez zmian. Ustaw jej godziny albo wpisz obie w Smoobu.',
  'problem.same-day-asked':
    'Rezerwacja {booking} zaczyna się i kończy {day}, bez godzin, od których i do których gość może wejść. Wybierz je albo wpisz obie w Smoobu.',
  'problem.own-times-unused':
    'Godziny ustawione dla rezerwacji {booking} nie pasują do jej dni (od {arrival} do {departure}), więc nie są używane. Jej kod działa do {until}; ustaw je ponownie.',
  'problem.overlap':
    'W lokalu {unit} kod rezerwacji {booking} działa do {until}, a wtedy działa już kod rezerwacji {other}. W tym czasie drzwi otwierają oba kody; jeśli tak być nie może, zmień godziny albo rezerwacje.',
  'problem.booked-again':
    'Rezerwacja {other} jest anulowana albo zniknęła, a rezerwacja {booking} ma ten sam lokal, wspólny dzień i to samo nazwisko gościa; nic więcej nie mówi, czy to ten sam gość. Nowa rezerwacja ma własny kod. Podaj, czy to ten sam gość: wtedy zamiast nowego kodu zostaje dawny kod i jego PIN. Bez odpowiedzi dawny kod znika godzinę przed początkiem pobytu.',
  'problem.other-pin':
    'Gość rezerwacji {booking} miał prawdopodobnie wcześniej rezerwację {other}, która jest anulowana albo zniknęła, i może znać jej PIN. Teraz PIN jest inny: przekaż go gościowi.',
  'problem.own-times-left':
    'Gość rezerwacji {booking} miał wcześniej rezerwację {other}, która jest anulowana albo zniknęła. Ustawione dla niej godziny nie przechodzą na tę: jej dni są inne, gość miałby wstęp krócej albo jest tam inny gość. Obowiązują zwykłe godziny: ustaw je ponownie, jeśli nadal są właściwe.',
  'problem.no-code-left':
    'Gość rezerwacji {booking} miał wcześniej rezerwację {other}, która jest anulowana albo zniknęła i która miała nie mieć kodu. Ta rezerwacja dostaje kod: wybierz ponownie „Bez kodu”, jeśli lokal otwiera się inaczej.',
  'problem.incomplete':
    'Lista rezerwacji jest niepełna. Nowe rezerwacje z listy dostają kody; usuwane są tylko kody dawno zakończonych pobytów. Następna synchronizacja odczyta listę ponownie; czego brakuje, mówi dziennik.',
  'problem.incomplete-agreed':
    'Liczby na liście rezerwacji Smoobu nigdy się nie zgadzają, ale dwa odczyty są takie same. Nowe rezerwacje z listy dostają kody. Kod jest usuwany tylko wtedy, gdy jego rezerwację odczytano jako anulowaną lub przeniesioną na liście i jeszcze raz osobno; rezerwacja, której brak na liście, niczego nie traci. Jeśli to nie minie, zapytaj Smoobu.',
  'problem.booking-row':
    'Wpisu Smoobu dla rezerwacji {booking} nie da się odczytać: jej kody zostają bez zmian, a nowego nie dostanie. Sprawdź jej daty w Smoobu; jeśli gość niedługo przyjeżdża, utwórz kod ręcznie.',
  'problem.incomplete-for-a-day':
    'Lista rezerwacji jest niepełna od doby: niektóre mogą nie mieć kodu. Porównaj najbliższe przyjazdy ze Smoobu; dziennik podaje, czego brakuje.',
  'problem.no-bookings':
    'Smoobu nie przysłało żadnej rezerwacji, choć w zamkach są kody przyszłych pobytów. Nic nie usunięto i bez Twojej zgody nic nie zostanie usunięte.',
  'problem.missing-once':
    'Smoobu nie zna już rezerwacji {booking}. Jej kod pozostaje, dopóki nie potwierdzi tego drugie sprawdzenie, najwcześniej za dziesięć minut.',
  'problem.booking-unread':
    'Rezerwacji {booking} nie ma na liście i nie udało się jej odczytać osobno. Jej kod pozostaje; następna synchronizacja zapyta ponownie.',
  'problem.not-asked':
    'Rezerwacji {booking} nie ma na liście i tym razem o nią nie zapytano. Jej kod pozostaje; zapyta o nią późniejsza synchronizacja.',
  'problem.other-account-smoobu':
    'Klucz Smoobu należy do innego konta niż to, którego kody są w zamkach. Kody są tworzone i przedłużane, ale żaden nie zostanie usunięty, skrócony ani przeniesiony, dopóki nie zdecydujesz, czy to konto jest teraz Twoje.',
  'problem.other-account-the-keys':
    'Dane logowania do The Keys należą do innego konta niż to, którego zamki były dotąd używane. Kody są tworzone i przedłużane, ale żaden nie zostanie usunięty, skrócony ani przeniesiony, dopóki nie zdecydujesz, czy to konto jest teraz Twoje.',
  'problem.wrong-account':
    'Dane logowania do {cloud} należą do konta, które według Twojej odpowiedzi nie jest Twoje, więc żaden kod nie jest zmieniany, a nowe rezerwacje nie dostają kodów. Wprowadź dane logowania poprzedniego konta.',
  'problem.held.someone-may-be-inside':
    'Kod rezerwacji {booking} w zamku {lock} zostałby usunięty, ale pobyt trwa i ktoś może być w środku. Działa nadal, dopóki nie zdecydujesz.',
  'problem.held.no-longer-booked':
    'Kod rezerwacji {booking} w zamku {lock} przestałby teraz działać, bo daty rezerwacji się zmieniły, ale gość może być jeszcze w środku. Działa, dopóki nie zdecydujesz, nie minie jego koniec albo nie zacznie się następny pobyt.',
  'problem.held.doors-changed':
    'Kod rezerwacji {booking} w zamku {lock} zostałby usunięty, bo pobyt ma teraz inne drzwi, ale gość może być jeszcze za tymi drzwiami. Działa, dopóki nie zdecydujesz, nie minie jego koniec albo nie zacznie się następny pobyt.',
  'problem.held.too-many-deletes':
    'Kod rezerwacji {booking} w zamku {lock} zostałby usunięty, ale w ciągu doby zniknęłoby niezwykle dużo kodów. Działa nadal, dopóki nie zdecydujesz.',
  'problem.held.clock-stepped':
    'Kod rezerwacji {booking} w zamku {lock} zostałby usunięty, ale zegar tego komputera przeskoczył. Działa nadal, dopóki nie zdecydujesz.',
  'problem.held.no-bookings':
    'Kod rezerwacji {booking} w zamku {lock} zostałby usunięty, ale Smoobu nie zwróciło żadnych rezerwacji. Działa nadal, dopóki nie zdecydujesz.',
  'problem.held.bookings-gone':
    'Kod rezerwacji {booking} w zamku {lock} zostałby usunięty, ale niezwykle wielu rezerwacji nie ma już w Smoobu. Działa nadal, dopóki nie zdecydujesz.',
  'problem.held.decision-outdated':
    'Kod rezerwacji {booking} w zamku {lock} zostałby usunięty. Decyzja już zapadła, ale rezerwacja od tego czasu się zmieniła. Działa nadal, dopóki nie zdecydujesz.',
  'problem.code-came-back':
    'Rezerwacja {booking} ma nie mieć kodu, ale znów go ma w zamku {lock}: ktoś utworzył go ręcznie albo zrobił to Latchkey na innym komputerze. Kod zostaje. Jeśli ma zniknąć, wybierz ponownie „Bez kodu”, także na drugim komputerze.',
  'problem.code-kept':
    'Kod rezerwacji {booking} w zamku {lock} pozostał zgodnie z Twoją decyzją, choć rezerwacja jest anulowana albo zniknęła. Działa do {until}.',
  'problem.code-kept-open':
    'Kod rezerwacji {booking} w zamku {lock} pozostał zgodnie z Twoją decyzją, choć rezerwacja jest anulowana albo zniknęła. Nie ma końca; usuń go ręcznie, gdy nie będzie potrzebny.',

  'problem.ambiguous-tag':
    'Kod {code} w zamku {lock} ma znaczniki dwóch rezerwacji. Pozostaje bez zmian; zostaw w jego opisie tylko jeden znacznik.',
  'problem.scheduled-code':
    'Kod {code} rezerwacji {booking} w zamku {lock} ma plan tygodniowy, którego Latchkey nigdy nie nadpisuje. Sprawdź ręcznie, czy pasuje do pobytu.',
  'problem.unreadable-code':
    'Kodu {code} rezerwacji {booking} w zamku {lock} nie można poprawić, bo jego PIN-u nie da się pewnie odczytać. Usuń go ręcznie, a powstanie nowy.',
  'problem.no-free-pin':
    'Dla rezerwacji {booking} nie ma wolnego PIN-u na jej klawiaturach, więc nie ma tam kodu. Usuń z zamka stare kody albo dopuść dłuższe PIN-y.',
  'problem.own-pin-taken':
    'PIN wybrany dla rezerwacji {booking} nie działa w zamku {lock}: ma go tam inny kod. Wybierz inny PIN albo usuń tamten kod.',
  'problem.own-pin-unreadable':
    'Nie można odczytać PIN-u wybranego dla rezerwacji {booking}, bo zapisano go innym kluczem PIN-ów. Kody zostają bez zmian, a drzwi bez kodu dostają PIN losowy. Wybierz PIN ponownie albo sprawdź, który PIN otwiera które drzwi.',
  'problem.pins-running-out':
    'Dwie trzecie wszystkich PIN-ów tej długości jest już w użyciu. Wkrótce ustaw w ustawieniach liczbę cyfr: {digits}. Nowe kody dostaną dłuższe PIN-y, a istniejące pozostaną bez zmian.',
  'problem.keypad-full':
    'Klawiatura zamka {lock} jest pełna (kody: {codes} z około {limit}), więc rezerwacja {booking} nie ma tam kodu. Najpierw miejsce dostają najbliższe przyjazdy; usuń w aplikacji The Keys niepotrzebne kody.',
  'problem.keypad-nearly-full':
    'Klawiatura zamka {lock} jest prawie pełna (kody: {codes} z około {limit}). Usuń niepotrzebne kody, aby późne rezerwacje też je dostały.',
  'problem.waits-for-place':
    'Rezerwacja {booking} zaczyna się za ponad dwa tygodnie i nie ma jeszcze kodu w zamku {lock}: klawiatura mieści około {limit} kodów (zajęte: {codes}), a ostatnie miejsca czekają na bliższe przyjazdy. Dostanie kod, gdy tylko będzie miejsce.',
  'problem.removed-for-room':
    'Kod rezerwacji {booking} w zamku {lock} został na razie usunięty: klawiatura jest pełna, a rezerwacja {other} zaczyna się wcześniej. Zostanie utworzony ponownie z tym samym PIN-em, gdy tylko będzie miejsce.',
  'problem.removed-for-room-until':
    'Kod rezerwacji {booking} w zamku {lock} został na razie usunięty: klawiatura jest pełna, a rezerwacja {other} zaczyna się wcześniej. Zostanie utworzony ponownie z tym samym PIN-em, gdy tylko będzie miejsce, prawdopodobnie po {until}.',
  'problem.person-door-unmapped':
    'Drzwi osoby {person} nie należą już do żadnego lokalu, więc kod na nich zostaje bez zmian. Dodaj te drzwi ponownie do lokalu albo wybierz dla tej osoby inne.',
  'problem.different-pins':
    'Rezerwacja {booking} ma różne PIN-y do różnych drzwi. PIN, który gość może znać, nigdy się nie zmienia, chyba że poprosisz o nowy. Przekaż gościowi, który PIN jest do których drzwi, albo wybierz nowy PIN dla tego pobytu.',
  'problem.lock-forbidden': 'Zamek {lock} nie jest widoczny na tym koncie, więc jego kody nie są aktualizowane. Popraw drzwi jego lokali.',
  'problem.cannot-verify':
    'Nowe godziny rezerwacji {booking} wysłano do zamka {lock}, ale The Keys zwraca je w postaci, której nie można odczytać. Porównaj godziny kodu w aplikacji The Keys z pobytem.',
  'problem.door-unreadable':
    'Na liście zamka {lock} jest kod, którego nie można odczytać, a może należeć do rezerwacji. Dlatego na jednej z jego klawiatur nic się nie zmienia i nowe rezerwacje nie dostają tam kodu. Poszukaj uszkodzonego kodu w aplikacji The Keys.',
  'problem.lock-unread':
    'Nie udało się odczytać kodów zamka {lock}; liczba synchronizacji z rzędu: {count}. Powód: {reason}. Nic się tam nie zmienia i nowe rezerwacje nie dostają tam kodu. Sprawdź zamek w aplikacji The Keys.',
  'problem.lock-given-up':
    'Zamek {lock}, dawne drzwi, od siedmiu dni nie jest widoczny na koncie i odmawia dostępu: nie jest już odczytywany.',
  'problem.lock-given-up-left':
    'Zamek {lock}, dawne drzwi, od siedmiu dni nie jest widoczny na koncie i odmawia dostępu: nie jest już odczytywany. Jeśli jest jeszcze używany, mogą go otwierać kody tych rezerwacji: {bookings}.',
  'problem.switched-off':
    'Kod rezerwacji {booking} w zamku {lock} jest wyłączony: ktoś wyłączył go w The Keys albo na innym komputerze. Gość nie wejdzie z tym kodem, a Latchkey zostawia go wyłączonym. Wpuść gościa ponownie albo zostaw kod wyłączony.',
  'problem.off-after-let-in':
    'Kod rezerwacji {booking} w zamku {lock} jest wyłączony. Gość został przez Ciebie ponownie wpuszczony, ale Latchkey stracił zapis tego, więc ktoś mógł później wyłączyć kod. Gość nie wejdzie z tym kodem, a Latchkey zostawia go wyłączonym. Wpuść gościa ponownie albo zostaw kod wyłączony.',
  'problem.blocked':
    'Rezerwacja {booking} jest zablokowana, zgodnie z Twoją decyzją: jej kody są wyłączone i nie dostaje nowych, dopóki nie wpuścisz gościa ponownie.',
  'problem.partly-blocked': 'Jeden z kodów rezerwacji {booking} jest wyłączony, zgodnie z Twoją decyzją. Pozostałe działają.',
  'problem.still-on':
    'Kod rezerwacji {booking} w zamku {lock} jest nadal włączony, choć gość jest zablokowany: Latchkey nie może go wyłączyć. Wyłącz go albo usuń w aplikacji The Keys.',
  'problem.longer-by-hand':
    'Kod rezerwacji {booking} w zamku {lock} zmieniono w The Keys: otwiera od {from} do {until}, dłużej niż pobyt. Tak zostanie, najwyżej do początku następnego pobytu w lokalu i 24 godziny po wyjeździe.',
  'problem.shorter-by-hand':
    'Kod rezerwacji {booking} w zamku {lock} zmieniono w The Keys: otwiera tylko od {from} do {until}, krócej niż pobyt. Tak zostanie.',
  'problem.shut-out-by-hand':
    'Kod rezerwacji {booking} w zamku {lock} zmieniono w The Keys: otwiera tylko od {from} do {until}, więc przez część pobytu gość nie wejdzie. Tak zostanie, dopóki nie użyjesz godzin rezerwacji.',
  'problem.hand-overruled':
    'Kod rezerwacji {booking} w zamku {lock} zmieniono w The Keys, ale potem zmieniły się daty samej rezerwacji: znów liczą się jej godziny.',
  'problem.hand-usual':
    'Kod rezerwacji {booking} w zamku {lock} dostał w The Keys albo od Latchkey na innym komputerze inne godziny, które nie mają nic wspólnego z ustawionymi tutaj. Nie liczą się ani jedne, ani drugie: kod działa w zwykłych godzinach, od {from} do {until}. Ustawiaj godziny tego pobytu tylko na jednym komputerze.',
  'problem.pin-changed-by-hand':
    'PIN rezerwacji {booking} w zamku {lock} zmieniono w The Keys. Zostaje, a poprzedni PIN nie będzie już używany podczas tego pobytu. Podaj gościowi nowy.',
  'problem.switched-on':
    'Rezerwacja {booking} jest zablokowana, ale jej kod w zamku {lock} włączono w The Keys albo na innym komputerze: gość wejdzie. Zostaw gościa zablokowanego albo go wpuść.',
  'problem.code-deleted':
    'Ktoś usunął w The Keys kod rezerwacji {booking} w zamku {lock}. Jest tworzony ponownie z tym samym PIN-em. Jeśli PIN wyciekł, wybierz nowy albo zablokuj gościa.',
  'problem.deleted-again':
    'Ktoś usunął kod rezerwacji {booking} w zamku {lock} ponownie albo gdy był wyłączony, więc nie jest tworzony ponownie: gość nie otworzy tych drzwi. Zablokuj gościa albo zleć ponowne utworzenie kodu.',
  'problem.codes-vanished':
    'W zamku {lock} brakuje naraz wielu kodów, także kodu rezerwacji {booking}. Zostaną utworzone ponownie, jeśli następna synchronizacja pokaże to samo. Jeśli goście przyjeżdżają wkrótce, sprawdź zamek w aplikacji The Keys.',
  'problem.blocked-guest-returns':
    'Rezerwacja {booking} należy do gościa, którego wcześniej zablokowano. Dopóki nie zdecydujesz, nie dostanie kodu, a kod z innego komputera jest wyłączony. Kod z tego komputera albo taki, który ktoś później włączył, nadal działa.',
  'problem.shared-pin':
    'Kody {code} i {otherCode} w zamku {lock} mają ten sam PIN, więc PIN rezerwacji {booking} otwiera drzwi dłużej niż przez pobyt. Nadaj jednemu z nich inny PIN.',
  'problem.list-failed':
    'Nie udało się odczytać kodów zamka {lock}, więc nic się tam nie zmienia: nowe rezerwacje nie dostaną tam kodu, dopóki późniejsza synchronizacja go nie odczyta. Pozostałych zamków to nie dotyczy.',

  'problem.write-refused':
    'The Keys kilka razy odrzuciło kod rezerwacji {booking} w zamku {lock}, więc nie można tam na nim polegać. Następna próba: {until}; do tego czasu utwórz go ręcznie albo popraw to, co odrzuca The Keys.',
  'problem.note-cut':
    'Opis kodu rezerwacji {booking} w zamku {lock} był razem z numerem rezerwacji za długi dla The Keys, więc jego koniec został obcięty. Kod działa. Jeśli potrzebujesz reszty notatki, zapisz ją w innym miejscu.',
  'problem.pin-refused':
    'The Keys odrzuca PIN rezerwacji {booking} w zamku {lock}. Gość może go już znać, dlatego Latchkey go nie zmienia. W aplikacji The Keys utwórz tam kod z innym PIN-em, z imieniem i nazwiskiem gościa i dniem przyjazdu; następna synchronizacja przypisze go do rezerwacji. Potem przekaż gościowi, który PIN jest do których drzwi.',
  'problem.pin-open':
    'Zamek {lock} odrzucił PIN rezerwacji {booking}; następna synchronizacja spróbuje innego przy wszystkich drzwiach. Nie podawaj gościowi PIN-u, dopóki widać ten komunikat.',
  'problem.write.create':
    'Nie udało się utworzyć kodu rezerwacji {booking} w zamku {lock}: {reason}. Gość nie otworzy nim jeszcze tych drzwi; następna synchronizacja spróbuje ponownie.',
  'problem.write.update':
    'Nie udało się zmienić kodu rezerwacji {booking} w zamku {lock}: {reason}. Może otwierać w niewłaściwych godzinach; następna synchronizacja spróbuje ponownie.',
  'problem.write.adopt':
    'Nie udało się przypisać istniejącego kodu w zamku {lock} do rezerwacji {booking}: {reason}. Działa jak dotąd; następna synchronizacja spróbuje ponownie.',
  'problem.write.move':
    'Nie udało się przenieść kodu rezerwacji {booking} w zamku {lock}: {reason}. Jeszcze na nim nie polegaj; następna synchronizacja spróbuje ponownie.',
  'problem.write.delete':
    'Nie udało się usunąć kodu rezerwacji {booking} w zamku {lock}: {reason}. Może wciąż otwierać drzwi; następna synchronizacja spróbuje ponownie.',
  'reason.refused': 'The Keys odmówiło',
  'reason.forbidden': 'to konto nie może zmieniać tego zamka',
  'reason.credentials': 'The Keys nie przyjmuje danych logowania',
  'reason.aborted': 'synchronizacja została przerwana',
  'reason.unreachable': 'nie można było połączyć się z The Keys',
  'reason.rate-limited': 'The Keys ogranicza liczbę zapytań',
  'reason.not-found': 'The Keys nie zna tego zamka lub tej klawiatury',
  'reason.fault': 'The Keys zgłosiło błąd',

  'problem.unverified.missing':
    'Kod rezerwacji {booking} został zapisany, ale nie ma go w zamku {lock}. Jeszcze na nim nie polegaj; następna synchronizacja utworzy go ponownie.',
  'problem.unverified.differs':
    'Kod rezerwacji {booking} w zamku {lock} ma inny PIN lub inne godziny, niż wysłano. Jeszcze na nim nie polegaj; następna synchronizacja sprawdzi ponownie.',
  'problem.unverified.still-there':
    'Kod rezerwacji {booking} został usunięty, ale wciąż jest w zamku {lock}. Może wciąż otwierać drzwi; następna synchronizacja spróbuje ponownie.',
  'problem.unverified.unread':
    'Kod rezerwacji {booking} w zamku {lock} został zapisany, ale nie udało się go odczytać. Jeszcze na nim nie polegaj; następna synchronizacja sprawdzi ponownie.',
  'problem.unverified.unread-removal':
    'Kod rezerwacji {booking} w zamku {lock} został usunięty, ale potem nie udało się odczytać zamka. Może wciąż otwierać drzwi; następna synchronizacja sprawdzi ponownie.',
  'problem.unlisted':
    'The Keys przyjęło kod rezerwacji {booking}, ale nie pokazuje go jeszcze w zamku {lock}. Nie polegaj na nim; jeśli nie pojawi się w ciągu pięciu minut, następna synchronizacja utworzy go ponownie.',
  'problem.never-listed':
    'The Keys przyjęło kilka kodów rezerwacji {booking} w zamku {lock} i nie pokazuje żadnego z nich, więc kolejne nie są tworzone. Poszukaj w aplikacji The Keys kodów z „{tag}” w opisie: zostaw jeden i sprawdź, czy otwiera drzwi, albo utwórz kod ręcznie.',
  'problem.not-confirmed':
    'Kod tego pobytu nie jest jeszcze potwierdzony w zamku. Do tego czasu na nim nie polegaj; uruchom synchronizację, aby sprawdzić ponownie.',

  'problem.clock-wrong':
    'Zegar tego komputera myli się o ponad dziesięć minut, jak pokazują oba serwisy. Kody są tworzone i przedłużane według ich czasu, ale żaden nie jest usuwany, skracany ani przenoszony. Ustaw zegar.',
  'problem.clock-stepped':
    'Zegar tego komputera przeskoczył od ostatniej synchronizacji. Kody powstają i są poprawiane, ale żaden nie zostanie usunięty bez Twojej zgody. Sprawdź datę i godzinę, zanim usuniesz kody.',
  'problem.history-unstored.full':
    'Dysk jest pełny. Goście dostają kody jak zawsze; zapis synchronizacji jest na razie tylko w pamięci i trafi na dysk, gdy znów będzie miejsce. Zwolnij miejsce.',
  'problem.history-unstored.read-only':
    'Latchkey nie może zapisywać w swoim folderze. Goście dostają kody jak zawsze; zapis synchronizacji jest na razie tylko w pamięci i trafi na dysk, gdy znów będzie to możliwe. Zezwól na zapis.',
  'problem.history-unstored.failing':
    'Dysk nie przyjmuje tego, co zapisuje Latchkey. Goście dostają kody jak zawsze; zapis synchronizacji jest na razie tylko w pamięci i trafi na dysk, gdy znów będzie to możliwe. Sprawdź dysk.',
  'problem.wishes-recovered':
    'Plik z Twoimi decyzjami był uszkodzony i używana jest jego ostatnia dobra kopia. Własne godziny, własne PIN-y, osoby i notatki mogą być starsze niż Twoja ostatnia decyzja: sprawdź je. Kody wyłączone w zamkach pozostają wyłączone; zablokuj ponownie gości, którzy nie mają jeszcze kodu.',
  'problem.wishes-lost':
    'Plik z Twoimi decyzjami był uszkodzony i nie ma kopii: własne godziny, własne PIN-y, osoby i notatki przepadły, a kody odpowiadają rezerwacjom. Przywróć kopię zapasową albo wprowadź je jeszcze raz. Kody wyłączone w zamkach pozostają wyłączone; zablokuj ponownie gości, którzy nie mają jeszcze kodu.',
  'problem.mapping-unconfirmed':
    'Plik ustawień był uszkodzony i używana jest ostatnia dobra kopia. Goście dostają kody jak zawsze, ale żaden kod nie zostanie usunięty, skrócony ani przeniesiony, dopóki nie sprawdzisz lokali i drzwi i ich nie zapiszesz.',
  'problem.mapping-lost':
    'Żaden lokal nie ma już drzwi, więc nic nie zapisano: nowe rezerwacje nie dostaną kodu, dopóki nie wybierzesz drzwi ponownie lub nie przywrócisz kopii zapasowej.',
  'problem.cloud-paused':
    '{cloud} prosi, by nie wysyłać zapytań przed {until}. Do tego czasu kody pozostają bez zmian, a nowe rezerwacje ich nie dostają. Gdy przyjazd jest za mniej niż dwie godziny, a kod nie jest potwierdzony, Latchkey mimo to próbuje raz; podobnie po ręcznym uruchomieniu synchronizacji.',
  'problem.no-sync':
    'Od {since} nie powiodła się żadna synchronizacja: kody w zamkach pozostają bez zmian, a nowe rezerwacje na razie ich nie dostaną.',
  'problem.watchdog.unheard':
    'Usługa nadzorująca nie zaliczyła ostatniego sygnału. Jeśli to potrwa, zgłosi, że Latchkey nie działa, choć działa. Gdy następny sygnał dotrze, nie trzeba nic robić.',
  'problem.watchdog.refused':
    'Usługa nadzorująca nie przyjęła ostatniego sygnału i może zgłosić, że Latchkey nie działa, choć działa. Sprawdź tam adres i zapisz go ponownie poleceniem „latchkey credentials set watchdog”.',
  'problem.watchdog.unreadable':
    'Nie udało się odczytać adresu usługi nadzorującej z pęku kluczy, więc nic do niej nie wysłano. Odblokuj pęk kluczy albo zapisz adres ponownie poleceniem „latchkey credentials set watchdog”.',
  'problem.sync-crashed':
    'Synchronizację przerwał błąd w Latchkey. To, co zrobiła, pozostaje, a następna będzie kontynuować od tego miejsca. Jeśli to się powtórzy, wyślij diagnostykę z ustawień.',

  // Why a cloud or the keychain cannot be used.
  'failure.credentials-missing': 'Nie zapisano danych logowania do {cloud}. Kody pozostają bez zmian, dopóki nie połączysz konta.',
  'failure.credentials-rejected':
    '{cloud} nie przyjmuje danych logowania. Kody pozostają bez zmian, a nowe rezerwacje na razie ich nie dostaną. Popraw dane albo poczekaj: Latchkey sam spróbuje ponownie po 15 minutach, po godzinie, a potem co sześć godzin.',
  'failure.forbidden':
    '{cloud} odmówiło dostępu: to konto nie może tego widzieć ani zmieniać, albo połączenie jest po drodze blokowane. Kody pozostają bez zmian; sprawdź konto.',
  'failure.not-found': '{cloud} nie zna tego, o co zapytano. Kody pozostają bez zmian; sprawdź lokale i drzwi.',
  'failure.refused':
    '{cloud} odrzuciło zapytanie. Kody pozostają bez zmian; spróbuj ponownie, a jeśli to się powtarza, zajrzyj do dziennika.',
  'failure.unreachable': 'Nie można połączyć się z usługą {cloud}. Kody pozostają bez zmian; następna synchronizacja spróbuje ponownie.',
  'failure.timeout': '{cloud} nie odpowiedziało na czas. Kody pozostają bez zmian; następna synchronizacja spróbuje ponownie.',
  'failure.rate-limited': '{cloud} ogranicza liczbę zapytań. Kody pozostają bez zmian; następna synchronizacja spróbuje ponownie.',
  'failure.server-error': '{cloud} zgłosiło błąd. Kody pozostają bez zmian; następna synchronizacja spróbuje ponownie.',
  'failure.bad-response': '{cloud} przysłało nieoczekiwaną odpowiedź. Kody pozostają bez zmian; następna synchronizacja spróbuje ponownie.',
  'failure.clock-skew':
    'Zegar tego komputera zbyt mocno różni się od zegara {cloud}. Ustaw go poprawnie; do tego czasu nowe rezerwacje nie dostaną kodu.',
  'failure.aborted':
    'Synchronizację przerwano, zanim {cloud} odpowiedziało. Kody pozostają bez zmian; następna synchronizacja będzie kontynuować.',

  'keychain-missing.linux':
    'Brak pęku kluczy: zainstaluj libsecret (Debian: libsecret-1-0) oraz gnome-keyring lub KWallet i zaloguj się do pulpitu. Na komputerze bez pęku kluczy podaj dane logowania przez środowisko (LATCHKEY_…).',
  'keychain-missing.mac':
    'Nie można użyć pęku kluczy macOS: zainstaluj Latchkey ponownie i uruchom go jako zalogowany użytkownik. Na komputerze bez pęku kluczy podaj dane logowania przez środowisko (LATCHKEY_…).',
  'keychain-missing.windows':
    'Nie można użyć Menedżera poświadczeń Windows: zainstaluj Latchkey ponownie i sprawdź, czy działa jego usługa. Na komputerze bez niego podaj dane logowania przez środowisko (LATCHKEY_…).',
  'keychain-locked.linux':
    'Pęk kluczy jest zablokowany albo zgubił wpis: zaloguj się do pulpitu i odblokuj pęk kluczy logowania; jeśli nic nie pomaga, zapisz dane logowania ponownie.',
  'keychain-locked.mac':
    'Pęk kluczy jest zablokowany albo zgubił wpis: odblokuj go w programie Dostęp do pęku kluczy i zezwól Latchkey na dostęp; jeśli nic nie pomaga, zapisz dane logowania ponownie.',
  'keychain-locked.windows':
    'Menedżer poświadczeń nie odpowiedział albo zgubił wpis: zaloguj się do Windows; jeśli nic nie pomaga, zapisz dane logowania ponownie.',
  'keychain-failed.linux':
    'Pęk kluczy odmówił: otwórz program pęku kluczy swojego pulpitu, sprawdź, czy działa, i spróbuj ponownie; jeśli nic nie pomaga, zapisz dane logowania ponownie.',
  'keychain-failed.mac':
    'Pęk kluczy odmówił: otwórz Dostęp do pęku kluczy, sprawdź, czy pęk logowania działa, i spróbuj ponownie; jeśli nic nie pomaga, zapisz dane logowania ponownie.',
  'keychain-failed.windows':
    'Menedżer poświadczeń odmówił: otwórz go w panelu sterowania, sprawdź, czy działa, i spróbuj ponownie; jeśli nic nie pomaga, zapisz dane logowania ponownie.',
};
