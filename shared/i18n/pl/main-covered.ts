/** Until when the codes are right without another sync, in Polish: the tray, the question on quitting, the command line. */
import type { covered as english } from '../en/main-covered.ts';
import type { Translated } from '../message.ts';

export const covered: Translated<typeof english> = {
  'covered.until': 'Kody są ustawione dla przyjazdów do {time}.',
  'covered.until-messages': {
    one: 'Kody są ustawione dla przyjazdów do {time}; 1 wiadomość przypadająca wcześniej nie zostałaby wysłana.',
    few: 'Kody są ustawione dla przyjazdów do {time}; {count} wiadomości przypadające wcześniej nie zostałyby wysłane.',
    many: 'Kody są ustawione dla przyjazdów do {time}; {count} wiadomości przypadających wcześniej nie zostałoby wysłanych.',
    other: 'Kody są ustawione dla przyjazdów do {time}; {count} wiadomości przypadającej wcześniej nie zostałoby wysłane.',
  },
  'covered.right': 'Kody są prawidłowe do {time}.',
  'covered.right-messages': {
    one: 'Kody są prawidłowe do {time}; 1 wiadomość przypadająca wcześniej nie zostałaby wysłana.',
    few: 'Kody są prawidłowe do {time}; {count} wiadomości przypadające wcześniej nie zostałyby wysłane.',
    many: 'Kody są prawidłowe do {time}; {count} wiadomości przypadających wcześniej nie zostałoby wysłanych.',
    other: 'Kody są prawidłowe do {time}; {count} wiadomości przypadającej wcześniej nie zostałoby wysłane.',
  },
  'covered.quit': 'Zakończ (kody prawidłowe do {time})',
  'covered.quit-messages': {
    one: 'Zakończ (kody prawidłowe do {time}; 1 wiadomość czeka)',
    few: 'Zakończ (kody prawidłowe do {time}; {count} wiadomości czekają)',
    many: 'Zakończ (kody prawidłowe do {time}; {count} wiadomości czeka)',
    other: 'Zakończ (kody prawidłowe do {time}; {count} wiadomości czeka)',
  },
  'covered.over': 'Nie wszystkie kody są już prawidłowe: następna synchronizacja poprawi, co się da.',
  'quit.title': 'Zakończyć Latchkey?',
  'quit.yes': 'Zakończ',
  'quit.no': 'Pozostaw uruchomiony',
};
