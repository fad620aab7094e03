/** What went wrong, what it means for guests, and what to do, in French. */
import type { problems as english } from '../en/main-problems.ts';
import type { Translated } from '../message.ts';

export const problems: Translated<typeof english> = {
  // What went wrong in a run.
  // Before the number of a booking, and before the name of a person in its place.
  'name.booking-words': 'code de la réservation|PIN de la réservation|La réservation|la réservation',
  'name.person-words': 'code de la personne|PIN de la personne|La personne|la personne',
  'name.guest-words': 'code de {name}|PIN de {name}|La réservation de {name}|la réservation de {name}',
  'name.quoted': '« {name} »',

  'problem.unmapped':
    'La réservation {booking} (arrivée : {arrival}) concerne le logement {unit}, qui n’a pas encore de porte. Elle n’aura pas de code tant que vous n’aurez pas choisi une porte pour ce logement.',
  'problem.unmapped-kept':
    'La réservation {booking} (arrivée : {arrival}) concerne le logement {unit}, qui n’a pas encore de porte. Son code actuel reste et prend fin le jour du départ ; choisissez une porte pour ce logement, ou supprimez le code à la main.',
  'problem.unmapped-followed':
    'La réservation {booking} est dans le logement {unit}, qui n’a plus de porte, et son jour de départ a changé. Son code existant finit maintenant le {until}, à la même heure qu’avant. Choisissez une porte pour le logement, ou supprimez le code à la main.',
  'problem.no-unit':
    'La réservation {booking} (arrivée : {arrival}) n’est liée à aucun logement. Elle n’aura pas de code tant qu’elle n’est pas placée, dans Smoobu, dans un logement qui a une porte.',
  'problem.no-unit-kept':
    'La réservation {booking} (arrivée : {arrival}) n’est liée à aucun logement. Son code actuel est conservé tel quel ; placez-la dans un logement dans Smoobu.',
  'problem.unknown-type':
    'La réservation {booking} est d’un type que Latchkey ne connaît pas. Elle n’a pas de code ; vérifiez-la dans Smoobu.',
  'problem.unknown-type-kept':
    'La réservation {booking} est d’un type que Latchkey ne connaît pas. Ses codes restent tels quels ; vérifiez-la dans Smoobu.',
  'problem.bad-dates':
    'La réservation {booking} se termine avant de commencer (du {arrival} au {departure}). Rien n’est modifié pour elle ; corrigez-la dans Smoobu.',
  'problem.night-check-out':
    'La réservation {booking} a un départ à {says}, la nuit : celle qui précède le {day}, son jour de départ, ou la suivante. En attendant, son code fonctionne jusqu’au {until}. Dites quelle nuit est la bonne, ou gardez l’heure habituelle.',
  'problem.same-day-times':
    'La réservation {booking} arrive et part le {day}, et il lui manque une heure. En attendant, son code fonctionne jusqu’au {until}. Choisissez ses horaires, ou saisissez les deux dans Smoobu.',
  'problem.same-day-no-code':
    'La réservation {booking} arrive et part le {day}, et ses horaires manquent : aucun code n’est créé, et celui qu’elle a reste tel quel. Fixez ses horaires, ou saisissez les deux dans Smoobu.',
  'problem.same-day-asked':
    'La réservation {booking} arrive et part le {day}, sans horaires qui disent quand le voyageur peut entrer. Choisissez-les, ou saisissez les deux dans Smoobu.',
  'problem.own-times-unused':
    'Les horaires que vous avez fixés pour la réservation {booking} ne conviennent pas à ses dates (du {arrival} au {departure}) et ne sont donc pas utilisés. Son code fonctionne jusqu’au {until} ; fixez-les de nouveau.',
  'problem.overlap':
    'Dans le logement {unit}, le code de la réservation {booking} fonctionne jusqu’au {until}, alors que celui de la réservation {other} fonctionne déjà. Entre-temps, les deux voyageurs peuvent ouvrir la porte ; si cela ne doit pas être, modifiez les heures ou les réservations.',
  'problem.booked-again':
    'La réservation {other} est annulée ou a disparu, et la réservation {booking} a le même logement, un jour en commun et le même nom de voyageur ; rien d’autre ne dit s’il s’agit du même voyageur. La nouvelle réservation a son propre code. Dites si c’est le même voyageur : l’ancien code et son PIN restent alors à sa place. Sans réponse, l’ancien code disparaît une heure avant le début d’un séjour.',
  'problem.other-pin':
    'Le voyageur de la réservation {booking} avait probablement auparavant la réservation {other}, annulée ou disparue, et connaît peut-être son PIN. Le PIN est désormais un autre : communiquez-le au voyageur.',
  'problem.own-times-left':
    'Le voyageur de la réservation {booking} avait auparavant la réservation {other}, annulée ou disparue. Vous aviez fixé pour elle des horaires que celle-ci ne reçoit pas : ses jours diffèrent, ils laisseraient entrer le voyageur moins longtemps, ou un autre voyageur est là. Elle a ses horaires habituels : fixez-les de nouveau s’ils sont toujours justes.',
  'problem.no-code-left':
    'Le voyageur de la réservation {booking} avait auparavant la réservation {other}, annulée ou disparue, pour laquelle vous ne vouliez pas de code. Celle-ci reçoit un code : choisissez de nouveau « Pas de code » si le logement s’ouvre autrement.',
  'problem.incomplete':
    'La liste des réservations n’est pas complète. Les nouvelles réservations qui y figurent reçoivent leur code ; rien n’est supprimé, sauf les codes de séjours terminés depuis longtemps. La prochaine synchronisation relit la liste ; le journal indique ce qui manque.',
  'problem.incomplete-agreed':
    'Les totaux de la liste des réservations de Smoobu ne sont jamais justes, mais deux lectures concordent. Les nouvelles réservations de la liste reçoivent leurs codes. Un code n’est supprimé que si sa réservation est lue comme annulée ou déplacée dans la liste et encore une fois à part ; une réservation absente de la liste ne perd rien. Demandez à Smoobu si cela dure.',
  'problem.booking-row':
    'L’entrée de Smoobu pour la réservation {booking} est illisible : ses codes restent tels quels et elle n’en reçoit pas de nouveau. Vérifiez ses dates dans Smoobu ; si le voyageur arrive bientôt, créez un code à la main.',
  'problem.incomplete-for-a-day':
    'La liste des réservations est incomplète depuis un jour : certaines n’ont peut-être pas de code. Comparez les prochaines arrivées avec Smoobu ; le journal dit ce qui manque.',
  'problem.no-bookings':
    'Smoobu n’a envoyé aucune réservation, alors que des codes de séjours à venir sont sur les serrures. Rien n’est supprimé tant que vous n’avez pas vérifié.',
  'problem.missing-once':
    'Smoobu ne connaît plus la réservation {booking}. Son code est conservé jusqu’à ce qu’une seconde vérification, dans dix minutes ou plus, le confirme.',
  'problem.booking-unread':
    'La réservation {booking} n’est pas dans la liste et n’a pas pu être lue séparément. Son code est conservé ; la prochaine synchronisation redemande.',
  'problem.not-asked':
    'La réservation {booking} n’est pas dans la liste et n’a pas été demandée cette fois. Son code est conservé ; une prochaine synchronisation la demandera.',
  'problem.other-account-smoobu':
    'La clé Smoobu appartient à un autre compte que celui dont les codes sont sur les serrures. Les codes sont créés et prolongés, mais aucun n’est supprimé, raccourci ni déplacé tant que vous n’avez pas dit si ce compte est désormais le vôtre.',
  'problem.other-account-the-keys':
    'Les identifiants The Keys appartiennent à un autre compte que celui dont les serrures étaient utilisées jusqu’ici. Les codes sont créés et prolongés, mais aucun n’est supprimé, raccourci ni déplacé tant que vous n’avez pas dit si ce compte est désormais le vôtre.',
  'problem.wrong-account':
    'Les identifiants {cloud} appartiennent à un compte qui, selon vous, n’est pas le vôtre : aucun code n’est modifié et les nouvelles réservations n’en reçoivent pas. Saisissez les identifiants du compte utilisé auparavant.',
  'problem.held.someone-may-be-inside':
    'Le code de la réservation {booking} sur la serrure {lock} devrait être supprimé, mais le séjour est en cours et quelqu’un est peut-être à l’intérieur. Il continue de fonctionner jusqu’à votre décision.',
  'problem.held.no-longer-booked':
    'Le code de la réservation {booking} sur la serrure {lock} cesserait de fonctionner maintenant, car les dates de la réservation ont changé, mais le voyageur est peut-être encore à l’intérieur. Il fonctionne jusqu’à votre décision, sa fin ou le début du séjour suivant.',
  'problem.held.doors-changed':
    'Le code de la réservation {booking} sur la serrure {lock} devrait être supprimé, car le séjour a maintenant d’autres portes, mais le voyageur est peut-être encore derrière celle-ci. Il fonctionne jusqu’à votre décision, sa fin ou le début du séjour suivant.',
  'problem.held.too-many-deletes':
    'Le code de la réservation {booking} sur la serrure {lock} devrait être supprimé, mais un nombre inhabituel de codes disparaîtrait en une journée. Il continue de fonctionner jusqu’à votre décision.',
  'problem.held.clock-stepped':
    'Le code de la réservation {booking} sur la serrure {lock} devrait être supprimé, mais l’horloge de cet ordinateur a fait un saut. Il continue de fonctionner jusqu’à votre décision.',
  'problem.held.no-bookings':
    'Le code de la réservation {booking} sur la serrure {lock} devrait être supprimé, mais Smoobu n’a renvoyé aucune réservation. Il continue de fonctionner jusqu’à votre décision.',
  'problem.held.bookings-gone':
    'Le code de la réservation {booking} sur la serrure {lock} devrait être supprimé, mais un nombre inhabituel de réservations est introuvable dans Smoobu. Il continue de fonctionner jusqu’à votre décision.',
  'problem.held.decision-outdated':
    'Le code de la réservation {booking} sur la serrure {lock} devrait être supprimé. Vous aviez déjà décidé, mais la réservation a changé depuis. Il continue de fonctionner jusqu’à votre décision.',
  'problem.code-came-back':
    'La réservation {booking} ne doit pas avoir de code, mais en a de nouveau un sur la serrure {lock} : quelqu’un l’a créé à la main, ou Latchkey sur un autre ordinateur. Il reste. Pour le supprimer, choisissez de nouveau « Pas de code », sur l’autre ordinateur aussi.',
  'problem.code-kept':
    'Vous avez gardé le code de la réservation {booking} sur la serrure {lock}, bien que la réservation soit annulée ou introuvable. Il fonctionne jusqu’au {until}.',
  'problem.code-kept-open':
    'Vous avez gardé le code de la réservation {booking} sur la serrure {lock}, bien que la réservation soit annulée ou introuvable. Il n’a pas de fin ; supprimez-le à la main quand il ne sert plus.',

  'problem.ambiguous-tag':
    'Le code {code} de la serrure {lock} porte les repères de deux réservations. Il n’est pas modifié ; n’en gardez qu’un dans sa description.',
  'problem.scheduled-code':
    'Le code {code} de la réservation {booking} sur la serrure {lock} suit un horaire hebdomadaire, que Latchkey ne remplace jamais. Vérifiez à la main qu’il convient au séjour.',
  'problem.unreadable-code':
    'Le code {code} de la réservation {booking} sur la serrure {lock} ne peut pas être corrigé, car la serrure n’indique pas son PIN avec certitude. Supprimez-le à la main et un nouveau sera créé.',
  'problem.no-free-pin':
    'Aucun PIN n’est libre pour la réservation {booking} sur ses claviers ; elle n’y a donc pas de code. Supprimez d’anciens codes de la serrure ou autorisez des PIN plus longs.',
  'problem.own-pin-taken':
    'Le PIN que vous avez choisi pour la réservation {booking} n’est pas sur la serrure {lock} : un autre code l’y utilise. Choisissez un autre PIN ou supprimez l’autre code.',
  'problem.own-pin-unreadable':
    'Le PIN que vous avez choisi pour la réservation {booking} est illisible, car il a été enregistré avec une autre clé PIN. Les codes restent tels quels, et une porte sans code reçoit un PIN aléatoire. Choisissez de nouveau le PIN, ou vérifiez quel PIN ouvre quelle porte.',
  'problem.pins-running-out':
    'Les deux tiers des PIN de cette longueur sont utilisés. Choisissez bientôt {digits} chiffres dans les réglages : les nouveaux codes auront des PIN plus longs, et les PIN existants ne changent pas.',
  'problem.keypad-full':
    'Le clavier de la serrure {lock} est plein ({codes} codes sur environ {limit}) : la réservation {booking} n’y a pas de code. Les arrivées les plus proches passent d’abord ; supprimez dans l’application The Keys les codes inutiles.',
  'problem.keypad-nearly-full':
    'Le clavier de la serrure {lock} contient {codes} codes sur environ {limit}. Supprimez ceux qui sont inutiles, pour que les réservations tardives en aient un aussi.',
  'problem.waits-for-place':
    'La réservation {booking} arrive dans plus de deux semaines et n’a pas encore de code sur la serrure {lock} : le clavier contient {codes} codes sur environ {limit}, et les dernières places sont gardées pour les arrivées plus proches. Elle aura son code dès qu’il y aura de la place.',
  'problem.removed-for-room':
    'Le code de la réservation {booking} sur la serrure {lock} a été supprimé pour le moment : le clavier est plein et la réservation {other} arrive plus tôt. Il sera recréé avec le même PIN dès qu’il y aura de la place.',
  'problem.removed-for-room-until':
    'Le code de la réservation {booking} sur la serrure {lock} a été supprimé pour le moment : le clavier est plein et la réservation {other} arrive plus tôt. Il sera recréé avec le même PIN dès qu’il y aura de la place, sans doute après le {until}.',
  'problem.person-door-unmapped':
    'Une porte de {person} n’est plus celle d’aucun logement : un code y reste tel quel. Choisissez de nouveau cette porte pour un logement, ou donnez-en une autre à {person}.',
  'problem.different-pins':
    'La réservation {booking} n’a pas le même PIN sur tous ses claviers. Un PIN que le voyageur connaît peut-être ne change jamais, sauf si vous en demandez un nouveau. Dites au voyageur lequel ouvre quelle porte, ou choisissez un nouveau PIN pour le séjour.',
  'problem.lock-forbidden':
    'La serrure {lock} n’est pas visible avec ce compte. Ses codes ne sont pas tenus à jour ; corrigez les portes des logements.',
  'problem.cannot-verify':
    'Les nouveaux horaires de la réservation {booking} ont été envoyés à la serrure {lock}, mais The Keys les renvoie sous une forme illisible. Comparez les horaires du code dans l’application The Keys avec le séjour.',
  'problem.door-unreadable':
    'La serrure {lock} contient un code illisible qui peut appartenir à une réservation : rien n’est modifié sur l’un de ses claviers, et les nouvelles réservations n’y reçoivent pas de code. Cherchez un code endommagé dans l’application The Keys.',
  'problem.lock-unread':
    'Les codes de la serrure {lock} n’ont pas pu être lus {count} fois de suite : {reason}. Rien n’y est modifié, et les nouvelles réservations n’y reçoivent pas de code. Vérifiez la serrure dans l’application The Keys.',
  'problem.lock-given-up':
    'La serrure {lock}, une ancienne porte, n’est plus dans le compte depuis sept jours et refuse l’accès : elle n’est plus lue.',
  'problem.lock-given-up-left':
    'La serrure {lock}, une ancienne porte, n’est plus dans le compte depuis sept jours et refuse l’accès : elle n’est plus lue. Là où elle sert encore, les codes de ces réservations l’ouvrent peut-être : {bookings}.',
  'problem.switched-off':
    'Le code de la réservation {booking} sur la serrure {lock} est désactivé : quelqu’un l’a désactivé chez The Keys ou sur un autre ordinateur. Le voyageur ne peut pas entrer avec ce code, et Latchkey le laisse désactivé. Laissez de nouveau entrer le voyageur, ou gardez le code désactivé.',
  'problem.off-after-let-in':
    'Le code de la réservation {booking} sur la serrure {lock} est désactivé. Vous avez de nouveau laissé entrer le voyageur, mais Latchkey n’en a plus la trace : quelqu’un a peut-être désactivé le code depuis. Le voyageur ne peut pas entrer avec ce code, et Latchkey le laisse désactivé. Laissez de nouveau entrer le voyageur, ou gardez le code désactivé.',
  'problem.blocked':
    'La réservation {booking} est bloquée, comme vous l’avez décidé : ses codes sont désactivés et elle n’en reçoit pas de nouveaux tant que vous ne laissez pas de nouveau entrer le voyageur.',
  'problem.partly-blocked': 'Un code de la réservation {booking} est désactivé, comme vous l’avez décidé. Les autres fonctionnent.',
  'problem.still-on':
    'Le code de la réservation {booking} sur la serrure {lock} est toujours actif, bien que vous ayez bloqué le voyageur : Latchkey ne peut pas le désactiver. Désactivez-le ou supprimez-le dans l’application The Keys.',
  'problem.longer-by-hand':
    'Le code de la réservation {booking} sur la serrure {lock} a été modifié chez The Keys : il ouvre du {from} au {until}, plus longtemps que le séjour. Il reste ainsi, au plus jusqu’au début du prochain séjour du logement et 24 heures après le départ.',
  'problem.shorter-by-hand':
    'Le code de la réservation {booking} sur la serrure {lock} a été modifié chez The Keys : il n’ouvre que du {from} au {until}, moins longtemps que le séjour. Il reste ainsi.',
  'problem.shut-out-by-hand':
    'Le code de la réservation {booking} sur la serrure {lock} a été modifié chez The Keys : il n’ouvre que du {from} au {until}, et le voyageur ne peut donc pas entrer pendant une partie du séjour. Il reste ainsi tant que vous n’utilisez pas les horaires de la réservation.',
  'problem.hand-overruled':
    'Le code de la réservation {booking} sur la serrure {lock} a été modifié chez The Keys, mais les dates de la réservation ont changé depuis : ses horaires comptent de nouveau.',
  'problem.hand-usual':
    'Le code de la réservation {booking} sur la serrure {lock} a reçu chez The Keys, ou de Latchkey sur un autre ordinateur, d’autres horaires, sans rien de commun avec ceux que vous avez fixés ici. Ni les uns ni les autres ne comptent : il fonctionne aux horaires habituels, du {from} au {until}. Fixez les horaires de ce séjour sur un seul ordinateur.',
  'problem.pin-changed-by-hand':
    'Le PIN de la réservation {booking} sur la serrure {lock} a été modifié chez The Keys. Il reste, et l’ancien PIN n’est plus utilisé pour ce séjour. Communiquez le nouveau au voyageur.',
  'problem.switched-on':
    'La réservation {booking} est bloquée, mais son code sur la serrure {lock} a été activé chez The Keys ou sur un autre ordinateur : le voyageur peut entrer. Laissez le voyageur bloqué, ou laissez-le entrer.',
  'problem.code-deleted':
    'Quelqu’un a supprimé chez The Keys le code de la réservation {booking} sur la serrure {lock}. Il est recréé avec le même PIN. Si le PIN est connu d’autres personnes, choisissez-en un nouveau ou bloquez le voyageur.',
  'problem.deleted-again':
    'Quelqu’un a supprimé de nouveau, ou alors qu’il était désactivé, le code de la réservation {booking} sur la serrure {lock}, il n’est donc pas recréé : le voyageur ne peut pas ouvrir cette porte. Bloquez le voyageur, ou faites recréer le code.',
  'problem.codes-vanished':
    'Beaucoup de codes de la serrure {lock} manquent en même temps, dont celui de la réservation {booking}. Ils sont recréés si la prochaine synchronisation montre la même chose. Si des voyageurs arrivent bientôt, regardez la serrure dans l’application The Keys.',
  'problem.blocked-guest-returns':
    'La réservation {booking} est celle d’un voyageur que vous avez bloqué auparavant. Avant votre décision, elle ne reçoit pas de code, et celui qu’un autre ordinateur a créé est désactivé. Un code créé par cet ordinateur, ou que quelqu’un a activé depuis, continue de fonctionner.',
  'problem.shared-pin':
    'Les codes {code} et {otherCode} de la serrure {lock} ont le même PIN, et le PIN de la réservation {booking} ouvre donc la porte plus longtemps que le séjour. Donnez un autre PIN à l’un des deux.',
  'problem.list-failed':
    'Les codes de la serrure {lock} n’ont pas pu être lus ; rien n’y est donc modifié : les nouvelles réservations n’y ont pas de code tant qu’une synchronisation ne peut pas la lire. Les autres serrures ne sont pas concernées.',

  'problem.write-refused':
    'The Keys a refusé plusieurs fois le code de la réservation {booking} sur la serrure {lock} : ne comptez pas dessus à cette porte. Prochain essai : {until} ; d’ici là, créez-le à la main ou corrigez ce que The Keys refuse.',
  'problem.note-cut':
    'La description du code de la réservation {booking} sur la serrure {lock} était, avec le numéro de la réservation, trop longue pour The Keys : la fin a été coupée. Le code fonctionne. Si vous en avez besoin, conservez le reste de votre note ailleurs.',
  'problem.pin-refused':
    'The Keys refuse le PIN de la réservation {booking} sur la serrure {lock}. Le voyageur le connaît peut-être déjà : Latchkey ne le change donc pas. Dans l’application The Keys, créez à cette porte un code avec un autre PIN, au nom du voyageur et à partir de son jour d’arrivée ; la prochaine synchronisation l’associe à la réservation. Dites ensuite au voyageur quel PIN ouvre quelle porte.',
  'problem.pin-open':
    'La serrure {lock} a refusé le PIN de la réservation {booking} ; la prochaine synchronisation en essaie un autre sur toutes les portes. Ne donnez pas de PIN au voyageur tant que ce message est affiché.',
  'problem.write.create':
    'Le code de la réservation {booking} n’a pas pu être créé sur la serrure {lock} : {reason}. Le voyageur ne peut pas encore ouvrir cette porte avec ce code ; la prochaine synchronisation réessaie.',
  'problem.write.update':
    'Le code de la réservation {booking} n’a pas pu être mis à jour sur la serrure {lock} : {reason}. Il peut ouvrir aux mauvaises heures ; la prochaine synchronisation réessaie.',
  'problem.write.adopt':
    'Le code de la réservation {booking} n’a pas pu être associé sur la serrure {lock} : {reason}. Il fonctionne comme avant ; la prochaine synchronisation réessaie.',
  'problem.write.move':
    'Le code de la réservation {booking} n’a pas pu être déplacé sur la serrure {lock} : {reason}. Ne comptez pas encore dessus ; la prochaine synchronisation réessaie.',
  'problem.write.delete':
    'Le code de la réservation {booking} n’a pas pu être supprimé sur la serrure {lock} : {reason}. Il ouvre peut-être encore la porte ; la prochaine synchronisation réessaie.',
  'reason.refused': 'The Keys l’a refusé',
  'reason.forbidden': 'ce compte n’a pas le droit de modifier cette serrure',
  'reason.credentials': 'The Keys n’accepte pas les identifiants',
  'reason.aborted': 'la synchronisation a été interrompue',
  'reason.unreachable': 'The Keys est injoignable',
  'reason.rate-limited': 'The Keys a demandé une pause',
  'reason.not-found': 'The Keys ne connaît pas cette serrure ou ce clavier',
  'reason.fault': 'The Keys a rencontré une erreur interne',

  'problem.unverified.missing':
    'Le code de la réservation {booking} a été écrit, mais il n’est pas sur la serrure {lock}. Ne comptez pas encore dessus ; la prochaine synchronisation le recrée.',
  'problem.unverified.differs':
    'Le code de la réservation {booking} est sur la serrure {lock} avec un autre PIN ou une autre période que ce qui a été envoyé. Ne comptez pas encore dessus ; la prochaine synchronisation vérifie à nouveau.',
  'problem.unverified.still-there':
    'Le code de la réservation {booking} a été supprimé, mais il est encore sur la serrure {lock}. Il ouvre peut-être encore la porte ; la prochaine synchronisation réessaie.',
  'problem.unverified.unread':
    'Le code de la réservation {booking} sur la serrure {lock} a été écrit, mais n’a pas pu être relu. Ne comptez pas encore dessus ; la prochaine synchronisation vérifie à nouveau.',
  'problem.unverified.unread-removal':
    'Le code de la réservation {booking} sur la serrure {lock} a été supprimé, mais la serrure n’a pas pu être relue ensuite. Il ouvre peut-être encore la porte ; la prochaine synchronisation vérifie à nouveau.',
  'problem.unlisted':
    'The Keys a accepté le code de la réservation {booking}, mais ne l’affiche pas encore sur la serrure {lock}. Ne comptez pas dessus ; s’il n’apparaît pas dans les cinq minutes, la prochaine synchronisation le recrée.',
  'problem.never-listed':
    'The Keys a accepté plusieurs codes de la réservation {booking} sur la serrure {lock} et n’en affiche aucun ; il n’en est plus créé. Cherchez dans l’application The Keys les codes dont la description contient « {tag} » : gardez-en un et vérifiez qu’il ouvre la porte, ou créez un code à la main.',
  'problem.not-confirmed':
    'Le code de ce séjour n’est pas encore confirmé sur la serrure. Ne comptez pas dessus avant ; synchronisez maintenant pour vérifier à nouveau.',

  'problem.clock-wrong':
    'L’horloge de cet ordinateur a plus de dix minutes d’écart, comme le montrent les deux services. Des codes sont créés et prolongés selon leur heure, mais aucun n’est supprimé, raccourci ni déplacé. Réglez l’horloge.',
  'problem.clock-stepped':
    'L’horloge de cet ordinateur a fait un saut depuis la dernière synchronisation. Les codes sont créés et corrigés, mais aucun n’est supprimé tant que vous n’avez pas vérifié.',
  'problem.history-unstored.full':
    'Le disque est plein. Les voyageurs reçoivent leurs codes comme toujours ; ce que font les synchronisations reste en mémoire et sera enregistré dès qu’il y aura de la place. Libérez de la place.',
  'problem.history-unstored.read-only':
    'Latchkey ne peut pas écrire dans son dossier. Les voyageurs reçoivent leurs codes comme toujours ; ce que font les synchronisations reste en mémoire et sera enregistré dès que ce sera possible. Autorisez l’écriture.',
  'problem.history-unstored.failing':
    'Le disque refuse ce que Latchkey enregistre. Les voyageurs reçoivent leurs codes comme toujours ; ce que font les synchronisations reste en mémoire et sera enregistré dès que ce sera possible. Vérifiez le disque.',
  'problem.wishes-recovered':
    'Le fichier de vos propres décisions était endommagé, et sa dernière copie valable est utilisée. Vos horaires, vos PIN, les personnes et les notes peuvent être plus anciens que votre dernière décision : vérifiez-les. Les codes désactivés sur les serrures le restent ; bloquez à nouveau les voyageurs qui n’ont pas encore de code.',
  'problem.wishes-lost':
    'Le fichier de vos propres décisions était endommagé et n’a pas de copie : vos horaires, vos PIN, les personnes et les notes sont perdus, et les codes suivent les réservations. Restaurez une sauvegarde, ou saisissez-les encore une fois. Les codes désactivés sur les serrures le restent ; bloquez à nouveau les voyageurs qui n’ont pas encore de code.',
  'problem.mapping-unconfirmed':
    'Le fichier des réglages était endommagé, et la dernière copie valable est utilisée. Les voyageurs reçoivent leurs codes comme toujours, mais aucun code n’est supprimé, raccourci ni déplacé tant que vous n’avez pas vérifié et enregistré les logements et les portes.',
  'problem.mapping-lost':
    'Plus aucun logement n’a de porte, donc rien n’a été écrit : les nouvelles réservations n’ont pas de code tant que vous n’avez pas choisi les portes ou restauré une sauvegarde.',
  'problem.cloud-paused':
    '{cloud} a demandé de ne pas être contacté avant {until}. D’ici là, les codes restent tels quels et les nouvelles réservations n’en reçoivent pas. Pour une arrivée dans les deux heures sans code confirmé, Latchkey essaie quand même une fois ; « Synchroniser » aussi.',
  'problem.no-sync':
    'Aucune synchronisation n’a abouti depuis le {since} : les codes des serrures restent tels quels, et les nouvelles réservations n’en ont pas d’ici là.',
  'problem.watchdog.unheard':
    'Le service de surveillance n’a pas compté le dernier signal. Si cela dure, il signalera que Latchkey est arrêté alors qu’il fonctionne. Si le prochain signal arrive, il n’y a rien à faire.',
  'problem.watchdog.refused':
    'Le service de surveillance n’a pas accepté le dernier signal et peut signaler que Latchkey est arrêté alors qu’il fonctionne. Vérifiez l’adresse chez ce service et enregistrez-la de nouveau avec « latchkey credentials set watchdog ».',
  'problem.watchdog.unreadable':
    'L’adresse du service de surveillance n’a pas pu être lue dans le trousseau, donc rien ne lui a été envoyé. Déverrouillez le trousseau ou enregistrez l’adresse de nouveau avec « latchkey credentials set watchdog ».',
  'problem.sync-crashed':
    'La synchronisation a été interrompue par une erreur de Latchkey. Ce qui était fait le reste, et la prochaine continue à partir de là. Si cela se reproduit, envoyez le diagnostic depuis les réglages.',

  // Why a cloud or the keychain cannot be used.
  'failure.credentials-missing':
    'Aucun identifiant n’est enregistré pour {cloud}. Les codes restent tels quels tant que vous ne l’avez pas connecté.',
  'failure.credentials-rejected':
    '{cloud} n’accepte pas les identifiants. Les codes restent tels quels et les nouvelles réservations n’en ont pas d’ici là : corrigez-les, ou attendez : Latchkey réessaie de lui-même après 15 minutes, une heure, puis toutes les six heures.',
  'failure.forbidden':
    '{cloud} a refusé l’accès : ce compte n’a pas le droit de voir ou de modifier cela, ou la connexion est bloquée en chemin. Les codes restent tels quels ; vérifiez le compte.',
  'failure.not-found':
    '{cloud} ne connaît pas ce qui lui a été demandé. Les codes restent tels quels ; vérifiez les logements et les portes.',
  'failure.refused': '{cloud} a refusé la demande. Les codes restent tels quels ; réessayez, et consultez le journal si cela persiste.',
  'failure.unreachable': '{cloud} est injoignable. Les codes restent tels quels ; la prochaine synchronisation réessaie.',
  'failure.timeout': '{cloud} n’a pas répondu à temps. Les codes restent tels quels ; la prochaine synchronisation réessaie.',
  'failure.rate-limited': '{cloud} a demandé une pause. Les codes restent tels quels ; la prochaine synchronisation réessaie.',
  'failure.server-error': '{cloud} a rencontré une erreur interne. Les codes restent tels quels ; la prochaine synchronisation réessaie.',
  'failure.bad-response':
    '{cloud} a envoyé une réponse incompréhensible. Les codes restent tels quels ; la prochaine synchronisation réessaie.',
  'failure.clock-skew':
    'L’horloge de cet ordinateur s’écarte trop de celle de {cloud}. Mettez-la à l’heure ; d’ici là, les nouvelles réservations n’ont pas de code.',
  'failure.aborted':
    'La synchronisation a été interrompue avant la réponse de {cloud}. Les codes restent tels quels ; la prochaine synchronisation continue.',

  'keychain-missing.linux':
    'Il n’y a pas de trousseau : installez libsecret (Debian : libsecret-1-0) et gnome-keyring ou KWallet, puis ouvrez une session sur le bureau. Sur une machine qui n’en a pas, fournissez les identifiants par l’environnement (LATCHKEY_…).',
  'keychain-missing.mac':
    'Le trousseau de macOS n’a pas pu être utilisé : réinstallez Latchkey et lancez-le avec l’utilisateur qui a ouvert la session. Sur une machine sans trousseau, fournissez les identifiants par l’environnement (LATCHKEY_…).',
  'keychain-missing.windows':
    'Le Gestionnaire d’identification de Windows n’a pas pu être utilisé : réinstallez Latchkey et vérifiez que son service fonctionne. Sur une machine qui n’en a pas, fournissez les identifiants par l’environnement (LATCHKEY_…).',
  'keychain-locked.linux':
    'Le trousseau est verrouillé, ou il a perdu l’entrée : ouvrez une session sur le bureau et déverrouillez le trousseau de session ; si rien n’y fait, enregistrez à nouveau les identifiants.',
  'keychain-locked.mac':
    'Le trousseau est verrouillé, ou il a perdu l’entrée : déverrouillez-le dans Trousseaux d’accès et autorisez Latchkey ; si rien n’y fait, enregistrez à nouveau les identifiants.',
  'keychain-locked.windows':
    'Le Gestionnaire d’identification n’a pas répondu, ou il a perdu l’entrée : ouvrez une session Windows ; si rien n’y fait, enregistrez à nouveau les identifiants.',
  'keychain-failed.linux':
    'Le trousseau a refusé : ouvrez le gestionnaire de trousseaux de votre bureau, vérifiez qu’il fonctionne et réessayez ; si rien n’y fait, enregistrez à nouveau les identifiants.',
  'keychain-failed.mac':
    'Le trousseau a refusé : ouvrez Trousseaux d’accès, vérifiez que le trousseau de session fonctionne et réessayez ; si rien n’y fait, enregistrez à nouveau les identifiants.',
  'keychain-failed.windows':
    'Le Gestionnaire d’identification a refusé : ouvrez-le dans le panneau de configuration, vérifiez qu’il fonctionne et réessayez ; si rien n’y fait, enregistrez à nouveau les identifiants.',
};
