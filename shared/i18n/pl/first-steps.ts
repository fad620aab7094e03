/** The first steps: connect, map, look at the first plan, apply. */
import type { firstSteps as english } from '../en/first-steps.ts';
import type { Translated } from '../message.ts';

export const firstSteps: Translated<typeof english> = {
  'first-steps.lead':
    'Połącz oba konta, wskaż, które drzwi należą do którego lokalu, obejrzyj pierwszy plan. Na zamkach nic nie jest zapisywane, dopóki nie naciśniesz Zastosuj.',
  'first-steps.steps': 'Kroki',
  'first-steps.smoobu': 'Połącz Smoobu',
  'first-steps.smoobu-text': 'Latchkey czyta tam rezerwacje i niczego nie zmienia.',
  'first-steps.the-keys': 'Połącz The Keys',
  'first-steps.the-keys-text': 'Latchkey czyta teraz zamki, a kody zapisuje dopiero po naciśnięciu Zastosuj.',
  'first-steps.doors': 'Przypisz drzwi',
  'first-steps.doors-text': 'Wskaż, które drzwi otwiera każdy lokal. Gość dostaje kod do wszystkich drzwi lokalu i do żadnych innych.',
  'first-steps.plan': 'Obejrzyj pierwszy plan',
  'first-steps.plan-text':
    'Oto, co zrobiłby pierwszy przebieg. Nic nie jest zapisywane, dopóki nie naciśniesz Zastosuj; od tej chwili Latchkey sam pilnuje kodów.',
  'first-steps.done': 'Zrobione',
  'first-steps.now': 'Teraz',
  'first-steps.later': 'Później',
  'first-steps.trouble': 'Nie działa',
  'first-steps.waits-doors': 'Najpierw połącz oba konta.',
  'first-steps.waits-plan': 'Najpierw połącz oba konta i przypisz co najmniej jedne drzwi.',
  'first-steps.next': 'Dalej: {step}',
  'first-steps.mapping-failed': 'Nie udało się odczytać przypisania',
  'first-steps.mapping-failed-text': 'Nic nie zostało zmienione i nic nie jest zapisywane na zamkach. Spróbuj ponownie.',
  'first-steps.apply': 'Zastosuj',
  'first-steps.apply-waits': 'Zastosować można, gdy tylko pojawi się plan.',
  'first-steps.apply-failed': 'Plan nie został zastosowany',
  'first-steps.apply-failed-text': 'Na zamkach nic nie zapisano. Spróbuj ponownie.',
  'first-steps.applied': 'Latchkey zaczął pracę: kody są w drodze do drzwi.',
  'first-steps.other-ways': 'Inne sposoby na początek',
  'first-steps.demo': 'Wypróbuj z danymi demo',
  'first-steps.demo-text':
    'Na demo Latchkey uruchomi się ponownie, ze zmyślonymi rezerwacjami, gośćmi i drzwiami. Demo można opuścić w każdej chwili.',
  'first-steps.demo-failed': 'Demo nie zostało uruchomione',
  'first-steps.demo-failed-text': 'Nic nie zostało zmienione. Spróbuj ponownie.',
  'first-steps.import': 'Importuj plik konfiguracyjny narzędzia w Pythonie',
  'first-steps.imported': 'Plik został przejęty. Przejdź do pierwszego kroku, który pozostał do zrobienia.',
  'first-steps.at-work': 'Latchkey pracuje',
  'first-steps.at-work-text':
    'Pierwszy przebieg zapisuje teraz kody. Jeszcze dwie rzeczy i gotowe; obie można w każdej chwili zmienić w ustawieniach.',
  'first-steps.arrivals': 'Przejdź do przyjazdów',
};
