/** The first steps: connect, map, look at the first plan, apply. */
import type { firstSteps as english } from '../en/first-steps.ts';
import type { Translated } from '../message.ts';

export const firstSteps: Translated<typeof english> = {
  'first-steps.lead':
    'Connectez les deux comptes, dites quelle porte va avec quel logement, regardez le premier plan. Rien n’est écrit sur vos serrures avant que vous n’appuyiez sur Appliquer.',
  'first-steps.steps': 'Étapes',
  'first-steps.smoobu': 'Connecter Smoobu',
  'first-steps.smoobu-text': 'Latchkey y lit vos réservations et n’y change rien.',
  'first-steps.the-keys': 'Connecter The Keys',
  'first-steps.the-keys-text': 'Latchkey lit maintenant vos serrures, et n’écrit de codes qu’une fois que vous avez appuyé sur Appliquer.',
  'first-steps.doors': 'Faire correspondre les portes',
  'first-steps.doors-text':
    'Dites quelles portes chaque logement ouvre. Un voyageur reçoit un code sur chaque porte du logement, et sur aucune autre.',
  'first-steps.plan': 'Regarder le premier plan',
  'first-steps.plan-text':
    'Voici ce que ferait le premier passage. Rien n’est écrit avant que vous n’appuyiez sur Appliquer ; ensuite, Latchkey tient les codes à jour tout seul.',
  'first-steps.done': 'Fait',
  'first-steps.now': 'Maintenant',
  'first-steps.later': 'Plus tard',
  'first-steps.trouble': 'Ne fonctionne pas',
  'first-steps.waits-doors': 'Connectez d’abord les deux comptes.',
  'first-steps.waits-plan': 'Connectez d’abord les deux comptes et faites correspondre au moins une porte.',
  'first-steps.next': 'Ensuite : {step}',
  'first-steps.mapping-failed': 'La correspondance n’a pas pu être lue',
  'first-steps.mapping-failed-text': 'Rien n’a été modifié, et rien n’est écrit sur les serrures. Réessayez.',
  'first-steps.apply': 'Appliquer',
  'first-steps.apply-waits': 'Vous pourrez appliquer dès que le plan sera affiché.',
  'first-steps.apply-failed': 'Le plan n’a pas été appliqué',
  'first-steps.apply-failed-text': 'Rien n’a été écrit sur les serrures. Réessayez.',
  'first-steps.applied': 'Latchkey a commencé : les codes sont en route vers les portes.',
  'first-steps.other-ways': 'Autres façons de commencer',
  'first-steps.demo': 'Essayer avec des données de démonstration',
  'first-steps.demo-text':
    'Pour la démonstration, Latchkey redémarre avec des réservations, des voyageurs et des portes inventés. Vous pouvez quitter la démonstration à tout moment.',
  'first-steps.demo-failed': 'La démonstration n’a pas démarré',
  'first-steps.demo-failed-text': 'Rien n’a été modifié. Réessayez.',
  'first-steps.import': 'Importer le fichier de configuration de l’outil Python',
  'first-steps.imported': 'Le fichier a été repris. Continuez par la première étape qui reste à faire.',
  'first-steps.at-work': 'Latchkey est au travail',
  'first-steps.at-work-text':
    'Le premier passage écrit les codes maintenant. Encore deux points, et c’est fini ; les deux peuvent être changés à tout moment dans les réglages.',
  'first-steps.arrivals': 'Aller aux arrivées',
};
