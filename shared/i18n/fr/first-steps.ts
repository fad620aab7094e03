/** The first steps: both accounts, the doors, the first plan. */
import type { firstSteps as english } from '../en/first-steps.ts';
import type { Translated } from '../message.ts';

export const firstSteps: Translated<typeof english> = {
  'first-steps.steps': 'Étapes',
  'first-steps.accounts': 'Comptes',
  'first-steps.doors': 'Portes',
  'first-steps.plan': 'Premier plan',
  'first-steps.back': 'Retour',

  'first-steps.accounts-title': 'Connectez vos comptes',
  'first-steps.accounts-lead':
    'Latchkey lit vos réservations dans Smoobu et crée un code The Keys pour chaque voyageur. Rien n’est écrit avant que vous ayez vu le premier plan.',
  'first-steps.smoobu-text':
    'C’est là que sont vos réservations. Latchkey les lit ; hormis les messages que vous activez vous-même, il ne change rien.',
  'first-steps.the-keys-text': 'C’est là que sont vos serrures. Latchkey les lit maintenant, et n’écrit de codes qu’après « Démarrer ».',
  'first-steps.accounts-wait': 'Connectez les deux comptes pour continuer.',
  'first-steps.accounts-ready': 'Les deux comptes sont connectés.',
  'first-steps.choose-doors': 'Choisir les portes',
  'first-steps.other-ways': 'Autres façons de commencer',
  'first-steps.demo': 'Essayer la démo',
  'first-steps.demo-text':
    'La démo contient des réservations, des voyageurs et des portes inventés, et ne garde rien. Pour en sortir, choisissez « Quitter la démo » en haut de sa fenêtre.',
  'first-steps.demo-failed': 'La démo n’a pas démarré',
  'first-steps.demo-failed-text': 'Rien n’a été modifié. Réessayez.',
  'first-steps.import': 'Importer le fichier de configuration de l’outil Python',
  'first-steps.imported': 'Le fichier a été importé. Continuez ici.',
  'first-steps.restore': 'Restaurer une sauvegarde',

  'first-steps.doors-title': 'Quelles portes les voyageurs ouvrent-ils ?',
  'first-steps.doors-lead': {
    one: '{matched} logement sur {count} a été rapproché par son nom. Vérifiez, puis voyez ce qui changerait ; rien n’est encore écrit.',
    other:
      '{matched} logements sur {count} ont été rapprochés par leur nom. Vérifiez, puis voyez ce qui changerait ; rien n’est encore écrit.',
  },
  'first-steps.use-unit': 'Utiliser ces portes pour {unit}',
  'first-steps.use': { one: 'Utiliser ce rapprochement', other: 'Utiliser ces {count} rapprochements' },
  'first-steps.use-none': 'Cochez au moins un logement qui a une porte.',
  'first-steps.gate': { one: '{door} sert à {count} logement.', other: '{door} sert à {count} logements : proposée une fois pour tous.' },
  'first-steps.no-code-yet': {
    one: '{count} logement reste sans porte : ses voyageurs ne reçoivent pas de code.',
    other: '{count} logements restent sans porte : leurs voyageurs ne reçoivent pas de code.',
  },

  'first-steps.plan-title': 'Votre premier plan',
  'first-steps.plan-lead': 'Rien n’est écrit avant « Démarrer ». Ensuite, Latchkey tient les codes à jour tout seul.',
  'first-steps.plan-by-unit': 'Ce qui changerait, par logement',
  'first-steps.sum-nothing': 'Aucun code ne change. Latchkey commence à suivre vos réservations.',
  'first-steps.not-planned': 'Hors du plan',
  'first-steps.start': 'Démarrer',
  'first-steps.start-waits': 'Vous pourrez démarrer dès que le plan sera affiché.',
  'first-steps.start-failed': 'Latchkey n’a pas démarré',
  'first-steps.start-failed-text': 'Rien n’a été écrit sur les serrures. Réessayez.',

  'first-steps.writing': 'Écriture des codes',
  'first-steps.writing-text': 'Vous pouvez fermer cette fenêtre : Latchkey continue dans la zone de notification.',
  'first-steps.written': 'Les codes sont écrits',
  'first-steps.written-text': 'Latchkey les tient désormais à jour.',
  'first-steps.not-all': 'Certains codes ne sont pas encore écrits',
  'first-steps.not-all-text': 'Ce qui manque est indiqué ici et à la page Aujourd’hui. La prochaine synchronisation réessaiera.',
  'first-steps.by-door': 'Avancement par porte',
  'first-steps.door-waits': { one: '{count} code à écrire', other: '{count} codes à écrire' },
  'first-steps.door-at': '{done} sur {total}',
  'first-steps.door-done': { one: '{count} code écrit', other: '{count} codes écrits' },
  'first-steps.today': 'Aller à Aujourd’hui',
};
