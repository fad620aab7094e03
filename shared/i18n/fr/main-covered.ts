/** Jusqu’à quand les codes sont en place sans autre synchronisation : barre d’état, question avant de quitter, ligne de commande. */
import type { covered as english } from '../en/main-covered.ts';
import type { Translated } from '../message.ts';

export const covered: Translated<typeof english> = {
  'covered.until': 'Les codes sont en place pour les arrivées jusqu’au {time}.',
  'covered.until-messages': {
    one: 'Les codes sont en place pour les arrivées jusqu’au {time} ; 1 message prévu avant ne partirait pas.',
    other: 'Les codes sont en place pour les arrivées jusqu’au {time} ; {count} messages prévus avant ne partiraient pas.',
  },
  'covered.right': 'Les codes restent exacts jusqu’au {time}.',
  'covered.right-messages': {
    one: 'Les codes restent exacts jusqu’au {time} ; 1 message prévu avant ne partirait pas.',
    other: 'Les codes restent exacts jusqu’au {time} ; {count} messages prévus avant ne partiraient pas.',
  },
  'covered.quit': 'Quitter (codes en place jusqu’au {time})',
  'covered.quit-messages': {
    one: 'Quitter (codes jusqu’au {time} ; 1 message en attente)',
    other: 'Quitter (codes jusqu’au {time} ; {count} messages en attente)',
  },
  'covered.over': 'Certains codes ne sont plus exacts : la prochaine synchronisation corrige ce qu’elle peut.',
  'quit.title': 'Quitter Latchkey ?',
  'quit.yes': 'Quitter',
  'quit.no': 'Laisser tourner',
};
