/** The first steps: both accounts, the doors, the first plan. */
import type { firstSteps as english } from '../en/first-steps.ts';
import type { Translated } from '../message.ts';

export const firstSteps: Translated<typeof english> = {
  'first-steps.steps': 'Kroki',
  'first-steps.accounts': 'Konta',
  'first-steps.doors': 'Drzwi',
  'first-steps.plan': 'Pierwszy plan',
  'first-steps.back': 'Wstecz',

  'first-steps.accounts-title': 'Połącz konta',
  'first-steps.accounts-lead':
    'Latchkey odczytuje rezerwacje ze Smoobu i tworzy w The Keys kod dla każdego gościa. Nic nie jest zapisywane, dopóki nie zobaczysz pierwszego planu.',
  'first-steps.smoobu-text': 'Tu są Twoje rezerwacje. Latchkey je czyta; poza wysyłaniem wiadomości, które włączysz, niczego nie zmienia.',
  'first-steps.the-keys-text': 'Tu są Twoje zamki. Latchkey teraz je czyta, a kody zapisuje dopiero, gdy naciśniesz „Rozpocznij”.',
  'first-steps.accounts-wait': 'Połącz oba konta, aby przejść dalej.',
  'first-steps.accounts-ready': 'Oba konta są połączone.',
  'first-steps.choose-doors': 'Wybierz drzwi',
  'first-steps.other-ways': 'Inne sposoby na początek',
  'first-steps.demo': 'Wypróbuj demo',
  'first-steps.demo-text':
    'Demo ma zmyślone rezerwacje, gości i drzwi i niczego nie zachowuje. Aby z niego wyjść, wybierz „Wyjdź z demo” u góry okna.',
  'first-steps.demo-failed': 'Demo nie zostało uruchomione',
  'first-steps.demo-failed-text': 'Nic nie zostało zmienione. Spróbuj ponownie.',
  'first-steps.import': 'Importuj plik konfiguracyjny narzędzia w Pythonie',
  'first-steps.imported': 'Plik został zaimportowany. Kontynuuj tutaj.',
  'first-steps.restore': 'Przywróć kopię zapasową',

  'first-steps.doors-title': 'Które drzwi otwierają goście?',
  'first-steps.doors-lead': {
    one: 'Dopasowano po nazwie: {matched} z {count} lokalu. Sprawdź, a potem zobacz, co by się zmieniło; nic nie jest jeszcze zapisywane.',
    few: 'Dopasowano po nazwie: {matched} z {count} lokali. Sprawdź, a potem zobacz, co by się zmieniło; nic nie jest jeszcze zapisywane.',
    many: 'Dopasowano po nazwie: {matched} z {count} lokali. Sprawdź, a potem zobacz, co by się zmieniło; nic nie jest jeszcze zapisywane.',
    other:
      'Dopasowano po nazwie: {matched} z {count} lokali. Sprawdź, a potem zobacz, co by się zmieniło; nic nie jest jeszcze zapisywane.',
  },
  'first-steps.use-unit': 'Użyj tych drzwi: {unit}',
  'first-steps.use': {
    one: 'Użyj tego dopasowania',
    few: 'Użyj tych {count} dopasowań',
    many: 'Użyj tych {count} dopasowań',
    other: 'Użyj tych {count} dopasowań',
  },
  'first-steps.use-none': 'Zaznacz co najmniej jeden lokal z drzwiami.',
  'first-steps.gate': {
    one: '{door}: drzwi {count} lokalu.',
    few: '{door}: wspólne drzwi {count} lokali, dodane od razu do wszystkich.',
    many: '{door}: wspólne drzwi {count} lokali, dodane od razu do wszystkich.',
    other: '{door}: wspólne drzwi {count} lokali, dodane od razu do wszystkich.',
  },
  'first-steps.no-code-yet': {
    one: '{count} lokal pozostaje bez drzwi: jego goście nie dostaną kodu.',
    few: '{count} lokale pozostają bez drzwi: ich goście nie dostaną kodu.',
    many: '{count} lokali pozostaje bez drzwi: ich goście nie dostaną kodu.',
    other: '{count} lokalu pozostaje bez drzwi: ich goście nie dostaną kodu.',
  },

  'first-steps.plan-title': 'Twój pierwszy plan',
  'first-steps.plan-lead': 'Nic nie jest zapisywane, dopóki nie naciśniesz „Rozpocznij”. Od tej chwili Latchkey sam aktualizuje kody.',
  'first-steps.plan-by-unit': 'Co by się zmieniło, według lokali',
  'first-steps.sum-nothing': 'Żaden kod się nie zmienia. Latchkey zaczyna śledzić rezerwacje.',
  'first-steps.not-planned': 'Poza planem',
  'first-steps.start': 'Rozpocznij',
  'first-steps.start-waits': 'Rozpocząć można, gdy pojawi się plan.',
  'first-steps.start-failed': 'Latchkey nie rozpoczął pracy',
  'first-steps.start-failed-text': 'W zamkach nic nie zapisano. Spróbuj ponownie.',

  'first-steps.writing': 'Zapisywanie kodów',
  'first-steps.writing-text': 'Możesz zamknąć to okno: Latchkey działa dalej w zasobniku.',
  'first-steps.written': 'Kody zostały zapisane',
  'first-steps.written-text': 'Od teraz Latchkey sam je aktualizuje.',
  'first-steps.not-all': 'Nie wszystkie kody są już zapisane',
  'first-steps.not-all-text': 'Czego brakuje, widać tutaj i na stronie „Dzisiaj”. Następna synchronizacja spróbuje ponownie.',
  'first-steps.by-door': 'Postęp dla każdych drzwi',
  'first-steps.door-waits': {
    one: '{count} kod do zapisania',
    few: '{count} kody do zapisania',
    many: '{count} kodów do zapisania',
    other: '{count} kodu do zapisania',
  },
  'first-steps.door-at': '{done} z {total}',
  'first-steps.door-done': {
    one: 'Zapisano {count} kod',
    few: 'Zapisano {count} kody',
    many: 'Zapisano {count} kodów',
    other: 'Zapisano {count} kodu',
  },
  'first-steps.today': 'Przejdź do „Dzisiaj”',
};
