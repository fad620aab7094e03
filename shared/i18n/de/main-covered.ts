/** Until when codes are right without another sync: tray, question before quitting, command line. In German. */
import type { covered as english } from '../en/main-covered.ts';
import type { Translated } from '../message.ts';

export const covered: Translated<typeof english> = {
  'covered.until': 'Codes sind für Anreisen bis {time} eingerichtet.',
  'covered.until-messages': {
    one: 'Codes sind für Anreisen bis {time} eingerichtet; 1 Nachricht, die vorher fällig ist, würde nicht gesendet.',
    other: 'Codes sind für Anreisen bis {time} eingerichtet; {count} Nachrichten, die vorher fällig sind, würden nicht gesendet.',
  },
  'covered.right': 'Die Codes stimmen bis {time}.',
  'covered.right-messages': {
    one: 'Die Codes stimmen bis {time}; 1 Nachricht, die vorher fällig ist, würde nicht gesendet.',
    other: 'Die Codes stimmen bis {time}; {count} Nachrichten, die vorher fällig sind, würden nicht gesendet.',
  },
  'covered.quit': 'Beenden (Codes stimmen bis {time})',
  'covered.quit-messages': {
    one: 'Beenden (Codes stimmen bis {time}; 1 Nachricht wartet)',
    other: 'Beenden (Codes stimmen bis {time}; {count} Nachrichten warten)',
  },
  'covered.over': 'Nicht mehr alle Codes stimmen: Die nächste Synchronisierung korrigiert, was möglich ist.',
  'quit.title': 'Latchkey beenden?',
  'quit.yes': 'Beenden',
  'quit.no': 'Weiterlaufen lassen',
};
