/** Why nothing is told or switched on when the user asks for it, in French. */
import type { messageRefusals as english } from '../en/main-messages.ts';
import type { Translated } from '../message.ts';

export const messageRefusals: Translated<typeof english> = {
  'messages.refused.stay-unknown': 'Ce séjour n’existe pas : il est terminé, annulé, ou son logement n’a pas de porte.',
  'messages.refused.told-already': 'Ce voyageur est déjà prévenu, et rien n’a changé depuis.',
  'messages.refused.maybe-told': 'Un message a été envoyé et n’est peut-être pas arrivé. Dites d’abord s’il est arrivé.',
  'messages.refused.changed':
    'Les voyageurs qui recevraient un message ont changé depuis que vous avez regardé. Rien n’a été activé : regardez de nouveau la liste.',
  'messages.refused.bad-key': 'Le nom doit comporter 2 à 40 lettres, chiffres, - ou _, et commencer par une lettre.',
  'messages.refused.threads-unread':
    'Les messages des voyageurs qui arrivent bientôt n’ont pas pu être lus. Réessayez plus tard, ou dites jusqu’à quelle arrivée les voyageurs sont prévenus.',
  'messages.refused.not-verified': 'Une porte au moins de ce séjour n’a pas encore de code vérifié. Synchronisez, puis réessayez.',
  'messages.refused.quiet-hours': 'Rien n’est envoyé la nuit.',
  'messages.refused.no-pin-key':
    'Il n’y a pas de clé PIN dans le trousseau : ce qui a été communiqué aux voyageurs ne pourrait pas être reconnu plus tard. Rien n’a été modifié.',
  'messages.refused.register-lost': 'Latchkey ne sait plus ce qui a été communiqué aux voyageurs. Arrêtez les messages, puis relancez-les.',
  'messages.refused.paused': 'Latchkey est en pause. Mettez fin à la pause, puis réessayez.',
  'messages.refused.blocked': 'Ce voyageur est bloqué, ou ne doit pas avoir de code.',
  'messages.refused.no-code': 'Ce séjour n’a pas de code.',
  'messages.refused.not-for-unit': 'Selon vos réglages, Latchkey n’écrit pas aux voyageurs de ce logement.',
  'messages.refused.not-for-channel': 'Selon vos réglages, Latchkey n’écrit pas aux voyageurs de cette plateforme.',
  'messages.refused.not-for-stay': 'Vous avez choisi que Latchkey n’envoie rien à ce voyageur.',
  'messages.refused.draft-language': 'Le texte dans la langue de ce voyageur est un brouillon. Relisez-le d’abord.',
  'messages.refused.template-broken': 'Le texte dans la langue de ce voyageur contient une erreur. Corrigez-la d’abord.',
  'messages.refused.different-pins':
    'Les portes de ce séjour ont des PIN différents, et le texte n’a de place que pour un seul. Mettez-y la liste des portes.',
  'messages.refused.changed-by-hand': 'Quelqu’un a modifié ce code chez The Keys. Dites d’abord si le voyageur est prévenu.',
  'messages.refused.refused': 'Smoobu a refusé le message. Latchkey réessaie de lui-même.',
  'messages.refused.reading-thread': 'Latchkey vérifie si le dernier message est arrivé.',
  'messages.refused.asked': 'Votre réponse est d’abord nécessaire. Regardez sous « À traiter », sur la page « Aujourd’hui ».',
  'messages.refused.placeholder-taken': 'Smoobu a une variable de ce nom qui n’est pas de Latchkey. Choisissez un autre nom.',
  'messages.refused.not-started': 'Les messages ne sont pas activés. Lancez-les d’abord.',
  'messages.refused.over': 'Ce séjour est terminé.',
};
