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
  'common.save': 'Enregistrer',
  'common.close': 'Fermer',
  'common.unit-number': 'Logement {id}',
  'common.lock-number': 'Serrure {id}',
  'common.keypad-id': 'clavier {id}',
  'common.no-name': 'Voyageur sans nom',
  'common.loading': 'Chargement',
};
