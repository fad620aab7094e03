/** The answers to what is asked in the arrivals view. */
import type { answers as english } from '../en/answers.ts';
import type { Translated } from '../message.ts';

export const answers: Translated<typeof english> = {
  'arrivals.answer-approve': 'C’est désormais le mien',
  'arrivals.answer-keep': 'Ce n’est pas le mien',
  'arrivals.answer-confirm': 'Tout est juste',
  'arrivals.answer-let-in': 'Laisser de nouveau entrer',
  'arrivals.answer-keep-blocked': 'Laisser bloqué',
  'arrivals.answer-use-booking': 'Utiliser les horaires de la réservation',
  'arrivals.answer-keep-change': 'Garder la modification',
  'arrivals.answer-block': 'Bloquer',
  'arrivals.answer-make-again': 'Recréer',
  'arrivals.answer-new-pin': 'Nouveau PIN',
  'arrivals.answer-leave': 'Laisser ainsi',
  'arrivals.answer-send-right-one': 'Envoyer le bon PIN',
  'arrivals.answer-ignore': 'Ignorer',
  'arrivals.answer-usual': 'Heure habituelle',
  'arrivals.answer-morning-of-departure': 'Nuit avant le départ',
  'arrivals.answer-night-after': 'Nuit suivante',
  'arrivals.answer-between-guests': 'Entre deux voyageurs',
  'arrivals.answer-whole-day': 'Toute la journée',
  'arrivals.answer-arrived': 'Il est arrivé',
  'arrivals.answer-send-again': 'Renvoyer',
  'arrivals.answer-send-verified': 'Envoyer pour les portes confirmées',
  'arrivals.answer-wait': 'Attendre',
  'arrivals.answer-send-change': 'Envoyer le nouveau PIN',
  'arrivals.answered-confirm': 'Latchkey continue ainsi.',
  'arrivals.answered-approve': 'Latchkey utilise désormais ce compte.',
  'arrivals.answered-keep': 'Rien n’est modifié pour ce compte. Saisissez les identifiants de l’autre.',
  'arrivals.answered-next-sync': 'La prochaine synchronisation en tient compte.',
  'arrivals.answered-before': 'La réponse a déjà été donnée.',
};
