/** The answers to what is asked on the page Today. */
import type { answers as english } from '../en/answers.ts';
import type { Translated } from '../message.ts';

export const answers: Translated<typeof english> = {
  'answer.approve': 'C’est désormais le mien',
  'answer.keep': 'Ce n’est pas le mien',
  'answer.confirm': 'Tout est juste',
  'answer.let-in': 'Laisser de nouveau entrer',
  'answer.keep-blocked': 'Laisser bloqué',
  'answer.use-booking': 'Utiliser les horaires de la réservation',
  'answer.keep-change': 'Garder la modification',
  'answer.block': 'Bloquer',
  'answer.make-again': 'Recréer',
  'answer.new-pin': 'Nouveau PIN',
  'answer.leave': 'Laisser ainsi',
  'answer.send-right-one': 'Envoyer le bon PIN',
  'answer.ignore': 'Ignorer',
  'answer.usual': 'Heure habituelle',
  'answer.morning-of-departure': 'Nuit avant le départ',
  'answer.night-after': 'Nuit suivante',
  'answer.between-guests': 'Entre deux voyageurs',
  'answer.whole-day': 'Toute la journée',
  'answer.arrived': 'Il est arrivé',
  'answer.send-again': 'Renvoyer',
  'answer.send-verified': 'Envoyer pour les portes confirmées',
  'answer.wait': 'Attendre',
  'answer.send-change': 'Envoyer le nouveau PIN',
  'answered.confirm': 'Latchkey continue ainsi.',
  'answered.approve': 'Latchkey utilise désormais ce compte.',
  'answered.keep': 'Rien n’est modifié pour ce compte. Saisissez les identifiants de l’autre.',
  'answered.next-sync': 'La prochaine synchronisation en tient compte.',
  'answered.before': 'La réponse a déjà été donnée.',
};
