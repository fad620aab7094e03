/** Why a call about mapping, preview or first steps comes to nothing, in Polish. */
import type { setupRefusals as english } from '../en/main-setup.ts';
import type { Translated } from '../message.ts';

export const setupRefusals: Translated<typeof english> = {
  'refusal.firstSteps': 'Na zamkach nic nie jest zapisywane, dopóki w pierwszych krokach nie wybrano „Zastosuj”.',
  'refusal.nothingToUndo': 'Nie ma czego cofnąć: przypisanie zmieniono od tego czasu inaczej albo wcale. Nic nie zmieniono.',
  'refusal.badMapping': 'Lokal lub drzwi występują w tym przypisaniu dwa razy, więc nic nie zapisano. Usuń powtórzenie i zapisz ponownie.',
  'refusal.superseded': 'Zastąpił go nowszy podgląd.',
  'refusal.noCandidate': 'To, co odczytano z pliku, nie jest już przechowywane, więc nic nie zmieniono. Wybierz plik ponownie.',
};
