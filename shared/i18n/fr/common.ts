/** Words that more than one view of the window uses. */
import type { common as english } from '../en/common.ts';
import type { Translated } from '../message.ts';

export const common: Translated<typeof english> = {
  'common.try-again': 'Réessayer',
  'common.details': 'Détails',
  'common.said': 'Réponse de The Keys : {said}',
  'common.cancel': 'Annuler',
  'common.undo': 'Revenir en arrière',
  'common.undo-title': 'Revenir en arrière ?',
  'common.undone': 'Action annulée',
  'common.not-everywhere': 'Enregistré, mais pas encore sur toutes les portes. La prochaine synchronisation continue.',
  'common.not-everywhere-because': 'Enregistré, mais pas encore sur toutes les portes : {problem}',
  'common.not-undone': 'Impossible de revenir en arrière',
  'common.make-person': 'Créer un code pour cette personne',
  'common.make-people': { one: 'Créer {count} nouveau code', many: 'Créer {count} nouveaux codes', other: 'Créer {count} nouveaux codes' },
  'common.make-people-text': 'Chaque code est recréé avec un nouveau PIN, pour les portes et les horaires qu’il avait :',
  'common.make-people-one': '{name} · {doors} · {when}',
  'common.from-until': '{from} – {until}',
  'common.choose-times': 'horaires à choisir',
  'common.made-people': { one: '{count} nouveau code créé', many: '{count} nouveaux codes créés', other: '{count} nouveaux codes créés' },
  'common.not-all-made': '{made}. Non créés : {names}',
  'common.not-made-because': '{name} ({problem})',
  'common.save': 'Enregistrer',
  'common.close': 'Fermer',
  'common.unit-number': 'Logement {id}',
  'common.lock-number': 'Serrure {id}',
  'common.keypad-id': 'clavier {id}',
  'common.keypad-no-name': 'Clavier sans nom',
  'common.no-name': 'Voyageur sans nom',
  'common.loading': 'Chargement',
};
