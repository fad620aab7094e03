/** Notifications, and the sentences of what needs the host, in French. */
import type { notices as english } from '../en/main-notices.ts';
import type { Translated } from '../message.ts';

export const notices: Translated<typeof english> = {
  'notice.rejected-title': '{cloud} n’accepte pas les identifiants',
  'notice.rejected-body': 'Les codes restent tels quels et les nouvelles réservations n’en ont pas tant que vous ne les avez pas corrigés.',
  'notice.keychain-title': 'Le trousseau est inutilisable',
  'notice.unreachable-title': '{cloud} est injoignable',
  'notice.unreachable-body': 'Depuis {time}. Les codes restent tels quels ; Latchkey continue d’essayer.',
  'notice.run-held-title': 'Un passage attend votre accord',
  'notice.held-title': { one: '{count} suppression attend votre accord', other: '{count} suppressions attendent votre accord' },
  'notice.held-body': 'Rien n’est supprimé tant que vous n’avez pas décidé dans Latchkey.',
  'notice.arrival-title': 'Arrivée {time} : code non confirmé',
  'notice.arrival-now-title': 'Arrivée possible : code non confirmé',
  'notice.arrival-body': '{unit} : le code n’a pas pu être confirmé sur la serrure. Ne comptez pas encore dessus.',
  'notice.arrivals-title': { one: '{count} arrivée : code non confirmé', other: '{count} arrivées : codes non confirmés' },
  'notice.arrivals-body': '{units} : les codes n’ont pas pu être confirmés sur les serrures. Ne comptez pas encore dessus.',
  'notice.arrivals-body-more':
    '{units} et {more} de plus : les codes n’ont pas pu être confirmés sur les serrures. Ne comptez pas encore dessus.',
  'notice.recovered-title': 'Tout est rentré dans l’ordre',
  'notice.recovered-cloud': '{cloud} répond à nouveau.',
  'notice.recovered-credentials': '{cloud} accepte à nouveau les identifiants.',
  'notice.recovered-keychain': 'Le trousseau est à nouveau utilisable.',
  'notice.recovered-arrival': '{unit} : le code est confirmé sur la serrure.',
  'notice.recovered-more': 'Et {more} de plus.',

  'attention.arrival':
    '{unit} : une arrivée est proche ou en cours, et son code n’est pas confirmé sur la serrure. Ne comptez pas encore dessus ; regardez le séjour.',
  'attention.rejected':
    '{cloud} n’accepte pas les identifiants enregistrés. Aucun code n’est tenu à jour tant que vous ne les avez pas corrigés.',
  'attention.not-connected': '{cloud} n’est pas connecté. Aucun code n’est tenu à jour d’ici là.',
  'attention.first-steps': 'Connectez Smoobu et The Keys pour commencer.',
  'attention.first-steps-map': 'Associez des logements aux portes pour continuer. Rien n’est encore écrit sur les serrures.',
  'attention.first-steps-apply':
    'Tout est prêt. Rien n’est écrit sur les serrures tant que vous n’avez pas choisi Appliquer dans les premiers pas.',
  'attention.held': {
    one: '{count} suppression attend votre accord. D’ici là, le code continue d’ouvrir sa porte.',
    other: '{count} suppressions attendent votre accord. D’ici là, les codes continuent d’ouvrir leurs portes.',
  },
  'attention.unreachable': {
    one: '{cloud} était injoignable au dernier passage. Les codes restent tels quels ; les nouvelles réservations n’en ont pas tant qu’il ne répond pas.',
    other:
      '{cloud} était injoignable aux {count} derniers passages. Les codes restent tels quels ; les nouvelles réservations n’en ont pas tant qu’il ne répond pas.',
  },
  'attention.clock-skew':
    'L’horloge de cet ordinateur n’est pas à l’heure. Réglez-la : d’ici là, les nouvelles réservations n’ont pas de code.',
  'attention.clock-stepped': 'L’horloge de cet ordinateur a sauté. Aucun code n’est supprimé tant que vous n’avez pas vérifié.',
  'attention.settings-recovered':
    'Les réglages n’ont pas pu être lus et ont été mis de côté. Vérifiez la correspondance : sans elle, aucun code n’est créé.',
  'attention.history-recovered':
    'L’historique n’a pas pu être lu et a été mis de côté. Un nouveau a été commencé ; les codes sur les serrures ne sont pas touchés.',
};
