/** Words that more than one view of the window uses. */
import type { common as english } from '../en/common.ts';
import type { Translated } from '../message.ts';

export const common: Translated<typeof english> = {
  'common.try-again': 'Réessayer',
  'common.details': 'Détails',
  'common.said': 'Réponse de The Keys : {said}',
  'common.cancel': 'Annuler',
  'common.undo': 'Annuler',
  'common.undo-title': 'Annuler cette action ?',
  'common.undone': 'Annulé',
  'common.not-everywhere': 'Enregistré, mais pas encore sur toutes les portes. La prochaine synchronisation continue.',
  'common.not-everywhere-because': 'Enregistré, mais pas encore sur toutes les portes : {problem}',
  'common.not-undone': 'Impossible d’annuler',
  'common.make-person': 'Créer un code pour cette personne',
  'common.save': 'Enregistrer',
  'common.close': 'Fermer',
  'common.unit-number': 'Logement {id}',
  'common.lock-number': 'Serrure {id}',
  'common.keypad-id': 'clavier {id}',
  'common.keypad-no-name': 'Clavier sans nom',
  'common.no-name': 'Voyageur sans nom',
  'common.loading': 'Chargement',
};
