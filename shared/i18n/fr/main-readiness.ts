/** Why an arriving guest may not get in, and what to do, in French. */
import type { readiness as english } from '../en/main-readiness.ts';
import type { Translated } from '../message.ts';

export const readiness: Translated<typeof english> = {
  'link.booking.stale':
    'Smoobu n’a pas été lu depuis {since} : un changement ou une annulation après cela n’est pas connu ici. Vérifiez dans Smoobu et synchronisez dès qu’il répond.',
  'link.booking.times':
    'Le code ne suit pas une heure indiquée dans la réservation. Vérifiez les horaires du séjour et dites au voyageur à partir de quand la porte s’ouvre.',
  'link.code.missing':
    'Aucun code de ce voyageur n’est confirmé sur la serrure {lock}. Synchronisez maintenant ; si cela ne suffit pas, créez un code dans l’application The Keys ou préparez un code de secours.',
  'link.code.missing-unread':
    'Aucun code de ce voyageur n’est confirmé sur la serrure {lock}, et la liste de cette serrure est illisible. Appelez le voyageur et faites-le entrer avec un code de secours ou un code créé dans l’application The Keys.',
  'link.code.waiting': 'Le code n’est pas encore sur la serrure {lock}. La prochaine synchronisation l’écrit.',
  'link.code.not-created': 'Pas encore de code sur la serrure {lock} : {reason}. La prochaine synchronisation réessaie.',
  'link.code.not-updated': 'Le code sur la serrure {lock} n’a pas pu être modifié : {reason}. Il peut ouvrir aux mauvaises heures.',
  'link.code.unread':
    'La liste de la serrure {lock} est illisible, et aucun code de ce voyageur n’y a encore été vu. La prochaine synchronisation réessaie.',
  'link.code.stale':
    'La liste de la serrure {lock} n’a pas été lue depuis {since}. Le code y était alors : le voyageur entre probablement.',
  'link.code.stale-soon':
    'La liste de la serrure {lock} n’a pas été lue depuis {since}. Le code y était alors : le voyageur entre probablement. Appelez-le et préparez un code de secours ou les codes imprimés.',
  'link.code.off':
    'Le code sur la serrure {lock} est désactivé : le voyageur n’entre pas. Activez-le, ou bloquez le voyageur si c’est voulu.',
  'link.code.blocked': 'Bloqué par vous : le voyageur n’entre pas.',
  'link.code.still-on':
    'Vous avez bloqué ce voyageur, et rien ne confirme que le code sur la serrure {lock} est désactivé. Synchronisez maintenant ; si cela ne suffit pas, désactivez-le dans l’application The Keys.',
  'link.gateway.under-way':
    'Le code est en route vers la serrure {lock} depuis {since}. Elle peut mettre jusqu’à dix minutes à le recevoir.',
  'link.gateway.not-seen':
    'Le code est en route vers la serrure {lock}, dont la passerelle n’a pas été vue depuis {since}. La serrure l’aura peu après que la passerelle réponde à nouveau.',
  'link.gateway.silent':
    'La passerelle de la serrure {lock} n’a pas été vue depuis {since} : la serrure n’a probablement pas le code. Redémarrez la passerelle, ou ouvrez la porte une fois avec l’application The Keys sur un téléphone.',
  'link.gateway.phone':
    'La serrure {lock} n’a pas de passerelle et ne reçoit le code (écrit {since}) que d’un téléphone. Ouvrez la porte une fois avec l’application The Keys.',
  'link.gateway.unknown': 'On ne sait pas si le code a atteint la serrure {lock}.',
  'link.battery.critical': 'La pile de la serrure {lock} est presque vide. Changez-la avant l’arrivée du voyageur.',
  'link.battery.low': 'La pile de la serrure {lock} est faible. Changez-la bientôt.',
  'link.battery.old': 'La pile de la serrure {lock} n’a pas été lue depuis {since}. Elle est lue quand la porte est utilisée.',
  'link.battery.not-judged': 'La pile de la serrure {lock} est d’un type dont les seuils ne sont pas connus : elle n’est pas évaluée.',
  'link.battery.unknown': 'L’état de la pile de la serrure {lock} n’est pas connu.',
  'link.lock.refused': 'La serrure {lock} refuse l’accès à ce compte. Demandez à son propriétaire de la partager à nouveau.',
  'link.lock.unknown': 'On ne sait pas quand la serrure {lock} a été utilisée pour la dernière fois.',
  'link.guest.unknown': 'On ne sait pas si le voyageur connaît le code.',
  'link.guest.scheduled': 'Le voyageur ne connaît pas encore le code ; le moment du message n’est pas encore venu.',
  'link.guest.due': 'Le message avec le code est à envoyer depuis {since} et n’est pas encore parti.',
  'link.guest.not-told': 'Le message avec le code est à envoyer depuis {since} et n’est pas parti. Donnez le code au voyageur.',
  'link.guest.not-verified': 'Le voyageur reçoit le code dès que chaque porte l’a.',
  'link.guest.unclear': 'Il n’est pas certain que le message avec le code soit arrivé. Vérifiez dans Smoobu.',
  'link.guest.cannot-tell':
    'Aucun message au voyageur ne contient un code qui soit à coup sûr le bon. Assurez-vous que le voyageur connaît le code.',
  'link.computer.asleep':
    'Cet ordinateur était éteint ou en veille aux deux dernières synchronisations prévues. Laissez-le allumé, ou synchronisez avant la veille.',
  'link.computer.paused': 'Les synchronisations sont en pause : le code n’est pas écrit. Reprenez-les.',
  'link.computer.rejected': 'Un service refuse les identifiants enregistrés : le code n’est pas écrit. Saisissez-les à nouveau.',

  'arrival.what-booking': 'réservation à vérifier',
  'arrival.what-code': 'code non confirmé',
  'arrival.what-no-code': 'pas encore de code',
  'arrival.what-no-code-at': 'pas de code sur {missing} des {doors} portes',
  'arrival.what-gateway': 'code pas encore dans la serrure',
  'arrival.what-battery': 'pile presque vide',
  'arrival.what-lock': 'pas d’accès à la serrure',
  'arrival.what-guest': 'voyageur non prévenu',
  'arrival.what-computer': 'code non écrit',
  'arrival.one-today': '{guest} arrive à {time} : {what}',
  'arrival.one-tomorrow': '{guest} arrive demain à {time} : {what}',
  'arrival.one-later': '{guest} arrive {time} : {what}',
  'arrival.one-arrived': '{guest} devait arriver à {time} : {what}',
  'arrival.one-staying': '{guest} est sur place : {what}',
  'arrival.several-today': {
    one: '{cause} : {count} voyageur concerné, {guest} aujourd’hui à {time}',
    other: '{cause} : {count} voyageurs concernés, d’abord {guest} aujourd’hui à {time}',
  },
  'arrival.several-tomorrow': {
    one: '{cause} : {count} voyageur concerné, {guest} demain à {time}',
    other: '{cause} : {count} voyageurs concernés, d’abord {guest} demain à {time}',
  },
  'arrival.several-arrived': {
    one: '{cause} : {count} voyageur concerné, {guest}, attendu à {time}',
    other: '{cause} : {count} voyageurs concernés, d’abord {guest}, attendu à {time}',
  },
  'arrival.several-staying': {
    one: '{cause} : {count} voyageur concerné, {guest}, sur place',
    other: '{cause} : {count} voyageurs concernés, d’abord {guest}, sur place',
  },
  'arrival.cause-booking': 'Réservation à vérifier',
  'arrival.cause-code': 'Code non confirmé',
  'arrival.cause-gateway': 'Code pas encore dans la serrure',
  'arrival.cause-battery': 'Pile presque vide',
  'arrival.cause-lock': 'Pas d’accès à la serrure',
  'arrival.cause-guest': 'Voyageur non prévenu',
  'arrival.cause-computer': 'Code non écrit',
  'arrival.cause-paused': 'Les synchronisations sont en pause',
  'arrival.cause-at': '{cause} ({lock})',
  'attention.call-guest': '{unit} : arrivée {time}. Appelez le voyageur et préparez un code de secours ou les codes imprimés.',
  'attention.door-silent':
    'La passerelle de la serrure {lock} n’a pas été vue depuis {time}. Les codes que la serrure a déjà fonctionnent ; les nouveaux attendent. Redémarrez la passerelle.',
  'attention.door-low': 'La pile de la serrure {lock} est faible. Changez-la bientôt.',
  'attention.door-critical': 'La pile de la serrure {lock} est presque vide. Changez-la maintenant.',
  'tray.door-silent': '{lock} : passerelle muette',
  'tray.door-battery': '{lock} : pile faible',
  'notice.recovered-door': 'La serrure {lock} est de nouveau en ordre.',
};
