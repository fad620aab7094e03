/** Why an arriving guest may not get in, and what to do, in Polish. */
import type { readiness as english } from '../en/main-readiness.ts';
import type { Translated } from '../message.ts';

export const readiness: Translated<typeof english> = {
  'link.booking.stale':
    'Smoobu nie było odczytane od {since}: późniejsza zmiana lub anulowanie nie są tu znane. Sprawdź w Smoobu i zsynchronizuj, gdy tylko odpowie.',
  'link.booking.times':
    'Kod nie odpowiada godzinie zapisanej w rezerwacji. Sprawdź godziny pobytu i powiedz gościowi, od kiedy kod otwiera drzwi.',
  'link.code.missing':
    'W zamku {lock} nie ma potwierdzonego kodu tego gościa. Zsynchronizuj teraz; jeśli to nie pomoże, utwórz kod w aplikacji The Keys albo przygotuj kod zapasowy.',
  'link.code.missing-unread':
    'W zamku {lock} nie ma potwierdzonego kodu tego gościa, a jego listy nie można odczytać. Zadzwoń do gościa i wpuść go kodem zapasowym albo kodem utworzonym w aplikacji The Keys.',
  'link.code.waiting': 'Kodu nie ma jeszcze w zamku {lock}. Zapisze go następna synchronizacja.',
  'link.code.not-created': 'W zamku {lock} nie ma jeszcze kodu: {reason}. Następna synchronizacja spróbuje ponownie.',
  'link.code.not-updated': 'Nie udało się zmienić kodu w zamku {lock}: {reason}. Może otwierać w niewłaściwych godzinach.',
  'link.code.unread':
    'Listy zamka {lock} nie można odczytać i nie widziano tam jeszcze kodu tego gościa. Następna synchronizacja spróbuje ponownie.',
  'link.code.stale': 'Lista zamka {lock} nie była odczytana od {since}. Kod wtedy tam był, więc gość prawdopodobnie wejdzie.',
  'link.code.stale-soon':
    'Lista zamka {lock} nie była odczytana od {since}. Kod wtedy tam był, więc gość prawdopodobnie wejdzie. Zadzwoń do gościa i przygotuj kod zapasowy albo wydrukowane kody.',
  'link.code.off': 'Kod w zamku {lock} jest wyłączony, więc gość nie wejdzie. Włącz go albo zablokuj gościa, jeśli tak ma być.',
  'link.code.blocked': 'Zablokowany przez Ciebie: gość nie wejdzie.',
  'link.code.still-on':
    'Ten gość jest zablokowany, a nie potwierdzono, że kod w zamku {lock} jest wyłączony. Zsynchronizuj teraz; jeśli to nie pomoże, wyłącz go w aplikacji The Keys.',
  'link.gateway.under-way': 'Kod jest w drodze do zamka {lock} od {since}. Zamek ma go po najwyżej dziesięciu minutach.',
  'link.gateway.not-seen':
    'Kod jest w drodze do zamka {lock}, którego bramki nie widziano od {since}. Zamek będzie go miał wkrótce po tym, jak bramka znów odpowie.',
  'link.gateway.silent':
    'Bramki zamka {lock} nie widziano od {since}, więc zamek prawdopodobnie nie ma kodu. Uruchom bramkę ponownie albo otwórz raz drzwi aplikacją The Keys w telefonie.',
  'link.gateway.phone':
    'Zamek {lock} nie ma bramki i dostaje kod (zapisany {since}) tylko z telefonu. Otwórz raz drzwi aplikacją The Keys.',
  'link.gateway.unknown': 'Nie wiadomo, czy kod dotarł do zamka {lock}.',
  'link.battery.critical': 'Bateria zamka {lock} jest prawie pusta. Wymień ją przed przyjazdem gościa.',
  'link.battery.low': 'Bateria zamka {lock} jest słaba. Wymień ją wkrótce.',
  'link.battery.old': 'Bateria zamka {lock} nie była odczytana od {since}. Odczyt następuje przy użyciu drzwi.',
  'link.battery.not-judged': 'Bateria zamka {lock} jest rodzaju, którego progów nie znamy, więc nie jest oceniana.',
  'link.battery.unknown': 'Stan baterii zamka {lock} nie jest znany.',
  'link.lock.refused': 'Zamek {lock} odmawia dostępu temu kontu. Poproś właściciela, aby udostępnił go ponownie.',
  'link.lock.unknown': 'Nie wiadomo, kiedy zamek {lock} był ostatnio używany.',
  'link.guest.unknown': 'Nie wiadomo, czy gość zna kod.',
  'link.guest.scheduled': 'Gość nie zna jeszcze kodu; na wiadomość jest jeszcze czas.',
  'link.guest.due': 'Wiadomość z kodem miała zostać wysłana o {since} i jeszcze nie została.',
  'link.guest.not-told': 'Wiadomość z kodem miała zostać wysłana o {since} i nie została. Podaj gościowi kod.',
  'link.guest.not-verified': 'Gość dostanie kod, gdy tylko będą go miały wszystkie drzwi.',
  'link.guest.unclear': 'Nie ma pewności, czy wiadomość z kodem dotarła. Sprawdź w Smoobu.',
  'link.guest.cannot-tell': 'Żadna wiadomość do gościa nie zawiera kodu, który na pewno jest właściwy. Upewnij się, że gość zna kod.',
  'link.computer.asleep':
    'Ten komputer był wyłączony lub uśpiony, gdy miały się odbyć dwie ostatnie synchronizacje. Zostaw go włączonego albo zsynchronizuj przed uśpieniem.',
  'link.computer.paused': 'Synchronizacje są wstrzymane, więc kod nie jest zapisywany. Wznów je.',
  'link.computer.rejected': 'Usługa odrzuca zapisane dane logowania, więc kod nie jest zapisywany. Wpisz je ponownie.',

  'arrival.what-booking': 'rezerwacja niejasna',
  'arrival.what-code': 'kod niepotwierdzony',
  'arrival.what-no-code': 'jeszcze bez kodu',
  'arrival.what-no-code-at': 'brak kodu na {missing} z {doors} drzwi',
  'arrival.what-gateway': 'kod jeszcze nie w zamku',
  'arrival.what-battery': 'bateria prawie pusta',
  'arrival.what-lock': 'brak dostępu do zamka',
  'arrival.what-guest': 'gość nie zna kodu',
  'arrival.what-computer': 'kod niezapisany',
  'arrival.one-today': '{guest}, przyjazd o {time}: {what}',
  'arrival.one-tomorrow': '{guest}, przyjazd jutro o {time}: {what}',
  'arrival.one-later': '{guest}, przyjazd {time}: {what}',
  'arrival.one-arrived': '{guest}, przyjazd był o {time}: {what}',
  'arrival.one-staying': '{guest} jest na miejscu: {what}',
  'arrival.several-today': {
    one: '{cause}: dotyczy {count} gościa, {guest} dziś {time}',
    few: '{cause}: dotyczy {count} gości, najbliżej {guest} dziś {time}',
    many: '{cause}: dotyczy {count} gości, najbliżej {guest} dziś {time}',
    other: '{cause}: dotyczy {count} gości, najbliżej {guest} dziś {time}',
  },
  'arrival.several-tomorrow': {
    one: '{cause}: dotyczy {count} gościa, {guest} jutro {time}',
    few: '{cause}: dotyczy {count} gości, najbliżej {guest} jutro {time}',
    many: '{cause}: dotyczy {count} gości, najbliżej {guest} jutro {time}',
    other: '{cause}: dotyczy {count} gości, najbliżej {guest} jutro {time}',
  },
  'arrival.several-arrived': {
    one: '{cause}: dotyczy {count} gościa, {guest}, przyjazd był o {time}',
    few: '{cause}: dotyczy {count} gości, w tym {guest}, przyjazd był o {time}',
    many: '{cause}: dotyczy {count} gości, w tym {guest}, przyjazd był o {time}',
    other: '{cause}: dotyczy {count} gości, w tym {guest}, przyjazd był o {time}',
  },
  'arrival.several-staying': {
    one: '{cause}: dotyczy {count} gościa, {guest} na miejscu',
    few: '{cause}: dotyczy {count} gości, w tym {guest} na miejscu',
    many: '{cause}: dotyczy {count} gości, w tym {guest} na miejscu',
    other: '{cause}: dotyczy {count} gości, w tym {guest} na miejscu',
  },
  'arrival.cause-booking': 'Rezerwacja niejasna',
  'arrival.cause-code': 'Kod niepotwierdzony',
  'arrival.cause-gateway': 'Kodu nie ma jeszcze w zamku',
  'arrival.cause-battery': 'Bateria prawie pusta',
  'arrival.cause-lock': 'Brak dostępu do zamka',
  'arrival.cause-guest': 'Gość nie zna kodu',
  'arrival.cause-computer': 'Kod niezapisany',
  'arrival.cause-paused': 'Synchronizacje są wstrzymane',
  'arrival.cause-at': '{cause} ({lock})',
  'attention.call-guest': '{unit} ma przyjazd {time}: zadzwoń do gościa i przygotuj kod zapasowy albo wydrukowane kody.',
  'attention.door-silent':
    'Bramki zamka {lock} nie widziano od {time}. Kody, które zamek już ma, działają dalej; nowe czekają. Uruchom bramkę ponownie.',
  'attention.door-low': 'Bateria zamka {lock} jest słaba. Wymień ją wkrótce.',
  'attention.door-critical': 'Bateria zamka {lock} jest prawie pusta. Wymień ją teraz.',
  'tray.door-silent': '{lock}: bramka milczy',
  'tray.door-battery': '{lock}: słaba bateria',
  'notice.recovered-door': 'Zamek {lock} jest znów w porządku.',
};
