/** What went wrong in telling guests their code, and what to do, in French. */
import type { tellingProblems as english } from '../en/main-telling.ts';
import type { Translated } from '../message.ts';

export const tellingProblems: Translated<typeof english> = {
  'problem.told-wrong-pin.earlier-pin':
    'Dans les messages de la réservation {booking}, le dernier PIN communiqué est un ancien PIN du séjour. Il n’ouvre plus : les portes en ont un autre. Envoyez le bon, ou ignorez ceci si le voyageur le connaît.',
  'problem.told-wrong-pin.other-stay':
    'Dans les messages de la réservation {booking}, le dernier PIN communiqué est celui d’un autre séjour, au lieu de celui qui ouvre pour ce séjour. Envoyez le bon, ou ignorez ceci si le voyageur le connaît.',
  'problem.told-wrong-pin.wrong-prefix':
    'Dans les messages de la réservation {booking}, le bon PIN a été communiqué en dernier avec de mauvais chiffres devant. Tapé ainsi, il n’ouvre pas. Envoyez les bons chiffres, ou ignorez ceci si le voyageur les connaît.',
  'problem.not-told':
    'Le voyageur de la réservation {booking} peut arriver à partir de {from} et n’a pas reçu le code. Communiquez-le-lui ; la liste des messages indique pourquoi il n’a pas été envoyé.',
  'problem.not-told-change':
    'Le voyageur de la réservation {booking} peut arriver à partir de {from} et ne sait pas ce qui a changé : le code qu’il connaît n’ouvre peut-être pas. Prévenez-le ; la liste des messages indique pourquoi rien n’a été envoyé.',
  'problem.told-unclear':
    'Il n’est pas certain que le message au voyageur de la réservation {booking} soit arrivé : il n’est pas dans la conversation. Regardez dans Smoobu et dites s’il est arrivé, ou faites-le renvoyer.',
  'problem.told-partly':
    'Le voyageur de la réservation {booking} arrive bientôt, et une porte au moins n’a pas de code confirmé ; rien n’a donc encore été envoyé. Envoyez pour les portes confirmées, ou attendez les autres.',
  'problem.told-by-hand':
    'Le PIN de la réservation {booking} a été modifié chez The Keys, et le voyageur en connaît un autre. Envoyez-lui le nouveau, ou laissez ainsi.',
  'problem.register-lost':
    'Latchkey ne sait plus ce qui a été communiqué aux voyageurs et ne leur envoie donc rien. Arrêtez les messages et relancez-les : vous verrez d’abord qui en recevrait.',
  'problem.placeholder-stays':
    'La variable [{key}] de la réservation {booking} dans Smoobu indique peut-être encore un PIN qui n’ouvre pas la porte, et n’a pas pu être supprimée. Un modèle envoyé maintenant donnerait ce PIN au voyageur. Supprimez cette variable dans Smoobu et donnez le bon PIN au voyageur.',
  'problem.placeholder-failed':
    'Smoobu n’a pas enregistré la variable [{key}] de la réservation {booking} ; vos modèles ne donnent donc pas encore le code au voyageur. Latchkey réessaie ; si le voyageur arrive bientôt, donnez-lui le code vous-même.',
  'problem.placeholders-unread':
    'Les variables de Smoobu n’ont pas pu être lues : {reason}. Vos modèles ne donnent peut-être pas encore le code à tous les voyageurs ; la prochaine synchronisation réessaie.',
  'problem.placeholder-taken':
    'Smoobu a une variable [{key}] que Latchkey n’a pas créée, ou qui a des traductions, par exemple pour la réservation {booking}. Elle reste telle quelle, et vos modèles ne donnent pas le code au voyageur. Choisissez un autre nom pour la variable de Latchkey et utilisez-le dans vos modèles.',
  'problem.placeholder-no-pin':
    'Les portes du logement {unit} demandent des chiffres différents ; aucun PIN unique n’est juste, et vos modèles ne donnent pas de code à ses voyageurs. Renseignez « messages.placeholder.doorsKey » et utilisez cette variable dans vos modèles.',
  'problem.placeholder-doors-only':
    'Les portes du logement {unit} demandent des chiffres différents ; il n’y a donc pas de variable avec un PIN unique pour ses voyageurs. Utilisez la variable avec toutes les portes dans les modèles de ce logement.',
};
