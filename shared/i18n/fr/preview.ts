/** What a sync would change, shown before it does. */
import type { preview as english } from '../en/preview.ts';
import type { Translated } from '../message.ts';

export const preview: Translated<typeof english> = {
  'preview.reading': 'Lecture des deux comptes…',
  'preview.working': 'Calcul en cours…',
  'preview.failed': 'Ce qui changerait n’a pas pu être calculé',
  'preview.failed-text': 'Rien n’a été écrit et les codes sur les serrures sont restés tels quels. Vérifiez la connexion et réessayez.',
  'preview.read-at': 'Actualisé : {time}',
  'preview.again': 'Actualiser',
  'preview.list': 'Ce qui changerait',
  'preview.nothing': 'Rien ne changerait',
  'preview.nothing-text': {
    one: '{count} code reste exactement tel quel ; aucun n’est créé ni supprimé.',
    other: 'Les {count} codes restent exactement tels quels ; aucun n’est créé ni supprimé.',
  },
  'preview.nothing-none': 'Ces portes ne portent aucun code, et aucune réservation n’en demande encore.',
  'preview.summary': '{changes} ; {rest}.',
  'preview.sum-nothing': 'Aucun code ne changerait.',
  'preview.sum-created': { one: '{count} nouveau code', other: '{count} nouveaux codes' },
  'preview.sum-moved': { one: '{count} déplacé vers une autre porte', other: '{count} déplacés vers une autre porte' },
  'preview.sum-changed': { one: '{count} code existant modifié', other: '{count} codes existants modifiés' },
  'preview.sum-adopted': { one: '{count} code existant associé', other: '{count} codes existants associés' },
  'preview.sum-removed': { one: '{count} code supprimé', other: '{count} codes supprimés' },
  'preview.sum-waiting': { one: '{count} à approuver', other: '{count} à approuver' },
  'preview.sum-unchanged': { one: '{count} reste tel quel', other: '{count} restent tels quels' },
  'preview.group-removed': 'Supprimés des serrures',
  'preview.group-waiting': 'Supprimés seulement avec votre accord',
  'preview.waiting-text': 'Ils restent valables jusqu’à votre décision. Latchkey vous la demandera sur la page Aujourd’hui.',
  'preview.group-problems': 'Hors du plan',
  'preview.group-no-unit': 'Personnes et autres codes',
  'preview.group-count': '({count})',
  'preview.held': 'À approuver',
  'preview.from': 'de',
  'preview.to': 'à',
  'preview.booking-unknown': 'Réservation {id}',
};
