/** Acts on a stay or a person in French: questions and refusals. */
import type { acts as english } from '../en/main-acts.ts';
import type { Translated } from '../message.ts';

export const acts: Translated<typeof english> = {
  'act.ask.new-pin': '{guest} reçoit un nouveau PIN sur chaque porte, et l’actuel cesse de fonctionner. Il n’a pas été affiché ici.',
  'act.ask.new-pin-shown': {
    one: '{guest} reçoit un nouveau PIN sur chaque porte, et l’actuel cesse de fonctionner. Il a été affiché une fois ici ; on ne sait pas si quelqu’un le connaît.',
    other:
      '{guest} reçoit un nouveau PIN sur chaque porte, et l’actuel cesse de fonctionner. Il a été affiché {count} fois ici ; on ne sait pas si quelqu’un le connaît.',
  },
  'act.told.message': '{guest} a reçu ce PIN par message le {at}.',
  'act.told.placeholder': 'Ce PIN est dans vos modèles Smoobu pour {guest} depuis le {at} ; l’un d’eux est peut-être déjà parti.',
  'act.told.copy': 'Vous avez donné ce PIN à {guest} le {at}.',
  'act.told.host': 'Ce PIN est dans vos messages à {guest}, lus le {at}.',
  'act.ask.new-pin-staying': '{guest} est sur place en ce moment. Le PIN actuel cesse de fonctionner immédiatement.',
  'act.ask.no-code-staying': '{guest} est sur place en ce moment. Le PIN cesse de fonctionner immédiatement.',
  'act.ask.crosses': 'Cela chevauche le séjour de {other}, du {from} au {until}.',
  'act.refused.stay-unknown': 'La liste des réservations de Smoobu ne contient pas ce séjour.',
  'act.refused.stay-cancelled': 'La réservation est annulée.',
  'act.refused.stay-over': 'Le séjour est terminé.',
  'act.refused.stay-not-over': 'Le séjour n’est pas terminé, ou son logement n’a pas de porte et rien ne permet de le dire.',
  'act.refused.stay-without-doors':
    'Latchkey ne crée pas de code pour cette réservation : son logement n’a pas de porte, ses dates sont erronées ou elle est trop lointaine.',
  'act.refused.busy': 'C’est noté, et la prochaine synchronisation l’exécutera : une autre est en cours.',
  'act.refused.not-read': 'Les réservations et les codes n’ont pas pu être lus. Réessayez plus tard.',
  'act.refused.no-pin-key': 'Il faut pour cela la clé PIN, et il n’y en a pas sur cet ordinateur.',
  'act.refused.pin-unknown': 'Le PIN actuel ne peut pas être lu sur la serrure : personne ne pourrait dire s’il a été remplacé.',
  'act.refused.pin-length': 'Un PIN compte de 4 à 8 chiffres.',
  'act.refused.pin-trivial': 'Ce PIN est trop facile à deviner.',
  'act.refused.pin-digits': 'L’un des claviers n’a pas tous ces chiffres.',
  'act.refused.pin-taken': 'Un autre code de l’une des portes a ce PIN.',
  'act.refused.pin-near': 'Un code valable au même moment ne diffère de ce PIN que d’un chiffre.',
  'act.refused.pin-retired': 'Ce PIN a déjà été remplacé et ne sert plus pour ce séjour.',
  'act.refused.window-empty': 'La porte se fermerait avant de s’ouvrir.',
  'act.refused.too-far': 'Les horaires choisis vont au plus de deux jours avant à deux jours après ceux du séjour.',
  'act.refused.locks-out':
    'Le voyageur est sur place et ne pourrait plus entrer. Pour ne plus laisser entrer quelqu’un, bloquez le séjour.',
  'act.refused.act-unknown': 'Cette action n’existe pas ici, ou elle date de plus de 30 jours.',
  'act.refused.act-is-sync': 'C’était une synchronisation. Seul ce que vous avez fait vous-même peut être annulé.',
  'act.refused.act-not-undone': 'Cela ne peut pas être annulé.',
  'act.refused.act-new-pin': 'Un nouveau PIN ne s’annule pas : l’ancien a été divulgué.',
  'act.refused.act-changed': 'Quelque chose a été modifié depuis. Cela ne peut plus être annulé.',
  'act.refused.door-shared':
    'Un autre logement a aussi la nouvelle porte : l’annulation n’est pas possible. Pour revenir en arrière, modifiez les portes dans « Logements et portes ».',
  'act.refused.act-pin-lost': 'L’ancien PIN ne peut plus être lu : il a été chiffré avec une autre clé PIN.',
  'people.ask.remove': 'Le code « {person} » cesse de fonctionner sur {doors}.',
  'people.ask.link': 'Le code {code}, « {name} », sur {doors} n’a pas été créé par Latchkey. Il sera attribué à {person}.',
  'people.refused.person-unknown': 'Personne n’a ce nom ou cet identifiant ici.',
  'people.refused.name-empty': 'Il faut un nom de 50 caractères au plus.',
  'people.refused.window-over': 'Cette période est passée.',
  'people.refused.too-many-people': 'Il y a déjà mille personnes. Supprimez celles qui n’ont plus besoin de code.',
  'people.refused.too-many-doors': 'Une personne peut avoir 500 portes au plus.',
  'people.refused.code-unknown': 'La serrure n’a plus ce code.',
  'people.refused.code-of-latchkey': 'Ce code appartient déjà à une réservation ou à une personne.',
  'people.refused.pin-retired': 'Ce PIN a déjà été remplacé chez The Keys et ne sert plus pour cette personne.',
  'people.refused.code-over': 'Ce code ne fonctionne plus.',
  'people.refused.code-unreadable':
    'Ce code suit un horaire hebdomadaire, ou son PIN ou ses dates ne peuvent pas être lus : il ne peut pas être attribué à une personne.',
  'people.refused.lock-unmapped': 'La serrure {lock} n’est la porte d’aucun logement. Ajoutez-la d’abord dans « Logements et portes ».',
  'people.refused.lock-unread': 'La serrure {lock} n’a pas pu être lue. Réessayez dans quelques minutes.',
  'people.refused.unit-unmapped': 'Le logement {unit} n’a pas encore de porte. Ajoutez-la d’abord dans « Logements et portes ».',
};
