/** Why nothing is told or switched on when the user asks for it, in Polish. */
import type { messageRefusals as english } from '../en/main-messages.ts';
import type { Translated } from '../message.ts';

export const messageRefusals: Translated<typeof english> = {
  'messages.refused.stay-unknown': 'Nie ma takiego pobytu: skończył się, został anulowany albo jego lokal nie ma drzwi.',
  'messages.refused.told-already': 'Ten gość ma już tę wiadomość i od tego czasu nic się nie zmieniło.',
  'messages.refused.maybe-told': 'Wiadomość została wysłana i mogła nie dotrzeć. Najpierw odpowiedz, czy dotarła.',
  'messages.refused.changed':
    'Od chwili, gdy lista została pokazana, zmieniło się, kto dostałby wiadomość. Nic nie włączono: obejrzyj listę jeszcze raz.',
  'messages.refused.bad-key': 'Nazwa musi mieć od 2 do 40 liter, cyfr, znaków - lub _ i zaczynać się od litery.',
  'messages.refused.threads-unread':
    'Nie udało się odczytać wiadomości gości, którzy wkrótce przyjadą. Spróbuj później albo podaj, do którego przyjazdu goście już znają kod.',
  'messages.refused.not-verified': 'Nie wszystkie drzwi tego pobytu mają już potwierdzony kod. Zsynchronizuj i spróbuj ponownie.',
  'messages.refused.quiet-hours': 'W nocy nic nie jest wysyłane.',
  'messages.refused.no-pin-key':
    'W pęku kluczy nie ma klucza PIN-ów, więc później nie dałoby się rozpoznać, co przekazano gościom. Nic nie zmieniono.',
  'messages.refused.register-lost': 'Latchkey nie wie już, co przekazano gościom. Zatrzymaj wiadomości i uruchom je ponownie.',
  'messages.refused.paused': 'Latchkey jest wstrzymany. Wznów go i spróbuj ponownie.',
  'messages.refused.blocked': 'Ten gość jest zablokowany albo ma nie mieć kodu.',
  'messages.refused.no-code': 'Ten pobyt nie ma kodu.',
  'messages.refused.not-for-unit': 'Według Twoich ustawień Latchkey nic nie wysyła gościom tego lokalu.',
  'messages.refused.not-for-channel': 'Według Twoich ustawień Latchkey nic nie wysyła gościom z tego kanału rezerwacji.',
  'messages.refused.not-for-stay': 'Zgodnie z Twoim wyborem Latchkey nic nie wysyła temu gościowi.',
  'messages.refused.draft-language': 'Tekst w języku tego gościa to szkic. Najpierw go przejrzyj.',
  'messages.refused.template-broken': 'Tekst w języku tego gościa zawiera błąd. Najpierw go popraw.',
  'messages.refused.different-pins': 'Drzwi tego pobytu mają różne PIN-y, a w tekście jest miejsce tylko na jeden. Użyj w nim listy drzwi.',
  'messages.refused.changed-by-hand': 'Ktoś zmienił ten kod w The Keys. Najpierw odpowiedz, czy gość ma się o tym dowiedzieć.',
  'messages.refused.refused': 'Smoobu odrzuciło wiadomość. Latchkey sam spróbuje ponownie.',
  'messages.refused.reading-thread': 'Latchkey sprawdza, czy ostatnia wiadomość dotarła.',
  'messages.refused.asked': 'Najpierw potrzebna jest Twoja odpowiedź. Zobacz „Do zrobienia” na stronie „Dzisiaj”.',
  'messages.refused.placeholder-taken': 'Smoobu ma już symbol o tej nazwie, który nie należy do Latchkey. Wybierz inną nazwę.',
  'messages.refused.not-started': 'Wiadomości nie są włączone. Najpierw je uruchom.',
  'messages.refused.over': 'Ten pobyt się skończył.',
};
