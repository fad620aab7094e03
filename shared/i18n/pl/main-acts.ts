/** Acts on a stay or a person in Polish: questions and refusals. */
import type { acts as english } from '../en/main-acts.ts';
import type { Translated } from '../message.ts';

export const acts: Translated<typeof english> = {
  'act.ask.new-pin':
    '{guest} dostanie nowy PIN do wszystkich drzwi, a obecny przestanie działać. Nie wiadomo tu, czy ktoś go zna; nie był wyświetlany.',
  'act.ask.new-pin-shown': {
    one: '{guest} dostanie nowy PIN do wszystkich drzwi, a obecny przestanie działać. Był tu wyświetlony raz; nie wiadomo, czy ktoś go zna.',
    few: '{guest} dostanie nowy PIN do wszystkich drzwi, a obecny przestanie działać. Był tu wyświetlony {count} razy; nie wiadomo, czy ktoś go zna.',
    many: '{guest} dostanie nowy PIN do wszystkich drzwi, a obecny przestanie działać. Był tu wyświetlony {count} razy; nie wiadomo, czy ktoś go zna.',
    other:
      '{guest} dostanie nowy PIN do wszystkich drzwi, a obecny przestanie działać. Był tu wyświetlony {count} razy; nie wiadomo, czy ktoś go zna.',
  },
  'act.ask.new-pin-staying': '{guest} jest teraz na miejscu. Obecny PIN od razu przestanie działać.',
  'act.ask.no-code-staying': '{guest} jest teraz na miejscu. PIN od razu przestanie działać.',
  'act.ask.crosses': 'To zachodzi na pobyt {other}, od {from} do {until}.',
  'act.refused.stay-unknown': 'Lista rezerwacji w Smoobu nie zawiera tego pobytu.',
  'act.refused.stay-cancelled': 'Rezerwacja jest anulowana.',
  'act.refused.stay-over': 'Pobyt się skończył.',
  'act.refused.stay-not-over': 'Pobyt się nie skończył albo jego mieszkanie nie ma drzwi i nie da się tego stwierdzić.',
  'act.refused.stay-without-doors':
    'Latchkey nie tworzy kodów dla tej rezerwacji: jej mieszkanie nie ma drzwi, daty są błędne albo jest zbyt odległa.',
  'act.refused.busy': 'Zapisano, a wykona to następna synchronizacja: teraz trwa inna.',
  'act.refused.not-read': 'Nie udało się odczytać rezerwacji i kodów. Spróbuj później.',
  'act.refused.no-pin-key': 'Do tego potrzebny jest klucz PIN-ów, a na tym komputerze go nie ma.',
  'act.refused.pin-unknown': 'Obecnego PIN-u nie da się odczytać z zamka, więc nie byłoby wiadomo, czy został zastąpiony.',
  'act.refused.pin-length': 'PIN ma od 4 do 8 cyfr.',
  'act.refused.pin-trivial': 'Ten PIN jest zbyt łatwy do odgadnięcia.',
  'act.refused.pin-digits': 'Jedna z klawiatur nie ma wszystkich tych cyfr.',
  'act.refused.pin-taken': 'Inny kod do jednych z drzwi ma ten PIN.',
  'act.refused.pin-near': 'Kod ważny w tym samym czasie różni się od tego PIN-u tylko jedną cyfrą.',
  'act.refused.pin-retired': 'Ten PIN został już kiedyś zastąpiony i nie będzie ponownie użyty dla tego pobytu.',
  'act.refused.window-empty': 'Drzwi zamknęłyby się, zanim się otworzą.',
  'act.refused.too-far': 'Własne godziny sięgają najwyżej dwóch dni przed pobytem i po nim.',
  'act.refused.locks-out': 'Gość jest teraz na miejscu i nie mógłby wejść. Aby kogoś nie wpuszczać, zablokuj pobyt.',
  'act.refused.act-unknown': 'Nie ma tu takiego działania albo minęło od niego ponad 30 dni.',
  'act.refused.act-is-sync': 'To była synchronizacja. Cofnąć można tylko własne działania.',
  'act.refused.act-not-undone': 'Tego nie można cofnąć.',
  'act.refused.act-new-pin': 'Nowego PIN-u nie można cofnąć: poprzedni został ujawniony.',
  'act.refused.act-changed': 'Od tego czasu coś się zmieniło. Tego nie można już cofnąć.',
  'act.refused.act-pin-lost': 'Poprzedniego PIN-u nie da się już odczytać: zaszyfrowano go innym kluczem PIN-ów.',
  'people.ask.remove': 'Usuwasz osobę: {person}. Jej kod przestanie działać na: {doors}.',
  'people.ask.link': 'Kod {code}, „{name}” ({doors}), nie pochodzi od Latchkey. Zostanie przypisany osobie: {person}.',
  'people.refused.person-unknown': 'Nikt nie ma tu takiej nazwy ani identyfikatora.',
  'people.refused.name-empty': 'Osoba musi mieć nazwę, najwyżej 50 znaków.',
  'people.refused.window-over': 'Ten czas już minął.',
  'people.refused.too-many-people': 'Jest już tysiąc osób. Usuń te, które nie potrzebują już kodu.',
  'people.refused.too-many-doors': 'Osoba może mieć najwyżej 500 drzwi.',
  'people.refused.code-unknown': 'Zamek nie ma już tego kodu.',
  'people.refused.code-of-latchkey': 'Ten kod należy już do rezerwacji albo do osoby.',
  'people.refused.code-over': 'Ten kod już nie działa.',
  'people.refused.code-unreadable':
    'Ten kod ma plan tygodniowy albo nie da się odczytać jego PIN-u lub godzin, więc nie można go przypisać.',
  'people.refused.lock-unmapped': 'Zamek {lock} nie jest drzwiami żadnego lokalu. Najpierw dodaj go w „Lokale i drzwi”.',
  'people.refused.lock-unread': 'Nie udało się odczytać zamka {lock}. Spróbuj ponownie za kilka minut.',
  'people.refused.unit-unmapped': 'Lokal {unit} nie ma jeszcze drzwi. Najpierw dodaj je w „Lokale i drzwi”.',
};
