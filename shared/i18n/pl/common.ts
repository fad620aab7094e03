/** Words that more than one view of the window uses. */
import type { common as english } from '../en/common.ts';
import type { Translated } from '../message.ts';

export const common: Translated<typeof english> = {
  'common.try-again': 'Spróbuj ponownie',
  'common.details': 'Szczegóły',
  'common.said': 'Odpowiedź The Keys: {said}',
  'common.cancel': 'Anuluj',
  'common.undo': 'Cofnij',
  'common.undo-title': 'Cofnąć to?',
  'common.undone': 'Cofnięto',
  'common.not-everywhere': 'Zapisano, ale jeszcze nie przy wszystkich drzwiach. Dokończy to następna synchronizacja.',
  'common.not-everywhere-because': 'Zapisano, ale jeszcze nie przy wszystkich drzwiach: {problem}',
  'common.not-undone': 'Tego nie można cofnąć',
  'common.make-person': 'Utwórz kod dla tej osoby',
  'common.make-people': {
    one: 'Utwórz {count} nowy kod',
    few: 'Utwórz {count} nowe kody',
    many: 'Utwórz {count} nowych kodów',
    other: 'Utwórz {count} nowego kodu',
  },
  'common.make-people-text': 'Każdy kod powstanie z nowym PIN-em, do tych samych drzwi i na ten sam czas:',
  'common.make-people-one': '{name} · {doors} · {when}',
  'common.from-until': '{from} – {until}',
  'common.choose-times': 'wybierz czas',
  'common.made-people': {
    one: 'Utworzono {count} nowy kod',
    few: 'Utworzono {count} nowe kody',
    many: 'Utworzono {count} nowych kodów',
    other: 'Utworzono {count} nowego kodu',
  },
  'common.not-all-made': '{made}. Nie utworzono: {names}',
  'common.not-made-because': '{name} ({problem})',
  'common.save': 'Zapisz',
  'common.close': 'Zamknij',
  'common.unit-number': 'Lokal {id}',
  'common.lock-number': 'Zamek {id}',
  'common.keypad-id': 'klawiatura {id}',
  'common.keypad-no-name': 'Klawiatura bez nazwy',
  'common.no-name': 'Gość bez nazwiska',
  'common.loading': 'Wczytywanie',
};
