/** All that the main process says to the user except problems, in French. */
import type { main as english } from '../en/main.ts';
import type { Translated } from '../message.ts';

export const main: Translated<typeof english> = {
  // The tray’s menu and tooltip: short, since menus grow as wide as their longest entry.
  'tray.tooltip': 'Latchkey : {status}',
  'tray.tooltip-demo': 'Latchkey (démo) : {status}',
  'tray.starting': 'Démarrage…',
  'tray.idle': 'Tout est en ordre',
  'tray.not-yet': 'Pas encore synchronisé',
  'tray.syncing': 'Synchronisation…',
  'tray.syncing-of': 'Synchronisation… {done} sur {total}',
  'tray.to-do': { one: '1 chose à traiter', other: '{count} choses à traiter' },
  'tray.urgent-to-do': { one: '{count} chose urgente à traiter', other: '{count} choses urgentes à traiter' },
  'tray.some-urgent': '{count} à traiter, {urgent} en urgence',
  'tray.arrives': '{mark} {time} arrivée : {guest}, {unit}',
  'tray.leaves': '{mark} {time} départ : {guest}, {unit}',
  'tray.some-guest': 'Un voyageur',
  'tray.call': 'Un voyageur est à la porte…',
  'tray.settings': 'Réglages…',
  'tray.paused-until': 'En pause jusqu’à {time}',
  'tray.paused': 'En pause',
  'tray.offline': 'Hors ligne',
  'tray.quitting': 'Fermeture…',
  'tray.next-run': 'Prochaine synchronisation : {time}',
  'tray.last-run': 'Dernière synchronisation, {time} : {what}',
  'tray.sync-now': 'Synchroniser maintenant',
  'tray.pause': 'Mettre en pause',
  'tray.pause-hour': 'Pendant une heure',
  'tray.pause-tomorrow': 'Jusqu’à demain',
  'tray.pause-until-resumed': 'Jusqu’à ce que je reprenne',
  'tray.resume': 'Reprendre',
  'tray.open': 'Ouvrir Latchkey',
  'tray.quit': 'Quitter',
  'tray.more': 'et {more} de plus',

  'tray.changes': { one: '{count} modification', other: '{count} modifications' },
  'tray.nothing-to-do': 'rien à faire',
  'tray.not-all-read': 'lecture incomplète',
  'tray.changes-failed': { one: '{count} modification a échoué', other: '{count} modifications ont échoué' },
  'tray.run-waits': 'attend votre accord',
  'tray.removals-wait': { one: '{count} suppression attend votre accord', other: '{count} suppressions attendent votre accord' },
  'tray.failed': 'échec',
  'tray.interrupted': 'interrompu',

  'tray.some-unit': 'Un logement',
  'tray.arrival': '{unit}, {time} : {what}',
  'tray.connect': 'Connectez vos comptes',
  'tray.credentials': '{cloud} : vérifiez les identifiants',
  'tray.first-steps': 'Continuez les premiers pas',
  'tray.keychain': 'Le trousseau est inutilisable',
  'tray.other-account': 'Un autre compte',
  'tray.held': 'Des suppressions attendent votre accord',
  'tray.unreachable': '{cloud} est injoignable',
  'tray.refused': '{cloud} refuse l’accès',
  'tray.clock': 'L’horloge de cet ordinateur est à vérifier',
  'tray.mapping': '{unit} : pas encore de porte',
  'tray.booking': '{unit} : une réservation à vérifier',
  'tray.lock': 'Une serrure à vérifier',
  'tray.other': 'Un point à vérifier',
  'tray.settings-recovered': 'Les réglages ont été réinitialisés',
  'tray.mapping-unconfirmed': 'Vérifier logements et portes',
  'tray.wishes': 'Vérifier vos horaires et personnes',
  'tray.switched-off': 'Un code est désactivé',
  'tray.changed-by-hand': 'Un code a été modifié',
  'tray.shut-out-by-hand': 'Un voyageur risque de ne pas pouvoir entrer',
  'tray.pin-changed-by-hand': 'Un PIN a été modifié',
  'tray.switched-on': 'Un voyageur bloqué peut entrer',
  'tray.code-deleted': 'Un code a été supprimé',
  'tray.deleted-again': 'Un code a été supprimé de nouveau',
  'tray.times-asked': 'Les horaires d’un séjour ne sont pas clairs',
  'tray.not-told': 'Un voyageur n’a pas le code',
  'tray.told-unclear': 'Un message est-il arrivé ?',
  'tray.told-partly': 'Des portes restent à confirmer',
  'tray.told-by-hand': 'Un voyageur a un autre PIN',
  'tray.blocked-guest-returns': 'Un voyageur bloqué a réservé',
  'tray.placeholder-stays': 'Un voyageur risque de recevoir un mauvais PIN',
  'tray.shared-pin': 'Deux codes ont le même PIN',
  'tray.told-wrong-pin': 'Un voyageur a reçu un mauvais PIN',
  'tray.history-recovered': 'Un nouvel historique a été commencé',

  // Notifications, and the items of the list of what needs the user. Guests by name, never a PIN.
  'notice.rejected-title': '{cloud} n’accepte pas les identifiants',
  'notice.rejected-body': 'Les codes restent tels quels et les nouvelles réservations n’en ont pas tant que vous ne les avez pas corrigés.',
  'notice.keychain-title': 'Le trousseau est inutilisable',
  'notice.unreachable-title': '{cloud} est injoignable',
  'notice.unreachable-body': 'Depuis {time}. Les codes restent tels quels ; Latchkey continue d’essayer.',
  'notice.refused-title': '{cloud} refuse l’accès',
  'notice.run-held-title': 'Une synchronisation attend votre accord',
  'notice.other-account-title': 'Un compte n’est pas celui d’avant',
  'notice.booked-again-title': 'Est-ce le même voyageur ?',
  'notice.booked-again-body':
    '{unit} : une réservation a été annulée et une autre faite au même nom. Dites dans Latchkey si c’est le même voyageur.',
  'notice.held-title': { one: '{count} suppression attend votre accord', other: '{count} suppressions attendent votre accord' },
  'notice.held-body': 'Rien n’est supprimé tant que vous n’avez pas décidé dans Latchkey.',
  'notice.arrival-body': '{unit} : {sentence}',
  'notice.arrivals-title': { one: '{count} arrivée à vérifier', many: '{count} arrivées à vérifier', other: '{count} arrivées à vérifier' },
  'notice.arrivals-body': '{units} : ouvrez Latchkey et voyez quoi faire.',
  'notice.arrivals-body-more': '{units} et {more} de plus : ouvrez Latchkey et voyez quoi faire.',
  'notice.mapping-unconfirmed-title': 'Logements et portes non confirmés',
  'notice.wishes-title': 'Vos horaires et personnes',
  'notice.switched-off-title': 'Quelqu’un a désactivé le code d’un voyageur',
  'notice.changed-by-hand-title': 'Un code a été modifié chez The Keys',
  'notice.shut-out-by-hand-title': 'Un voyageur ne peut pas entrer à tout moment',
  'notice.pin-changed-by-hand-title': 'Un PIN a été modifié chez The Keys',
  'notice.switched-on-title': 'Un voyageur bloqué peut entrer',
  'notice.code-deleted-title': 'Quelqu’un a supprimé le code d’un voyageur',
  'notice.deleted-again-title': 'Quelqu’un a de nouveau supprimé le code d’un voyageur',
  'notice.times-asked-title': 'Les horaires d’un séjour ne sont pas clairs',
  'notice.not-told-title': 'Un voyageur n’a pas reçu le code',
  'notice.told-unclear-title': 'Un message à un voyageur est-il arrivé ?',
  'notice.told-partly-title': 'Envoyer déjà les portes confirmées ?',
  'notice.told-by-hand-title': 'Un voyageur connaît un autre PIN',
  'notice.blocked-guest-returns-title': 'Un voyageur bloqué a de nouveau réservé',
  'notice.placeholder-stays-title': 'Un modèle risque de donner un mauvais PIN à un voyageur',
  'notice.shared-pin-title': 'Deux codes ont le même PIN',
  'host.test': 'Un essai de Latchkey : un voyageur recevrait ce texte, avec des chiffres à la place des points.',
  'host.no-code':
    'Latchkey : le voyageur de la réservation {reference} ({unit}) peut arriver à partir de {time}, et il n’y a pas encore de code qui fonctionne : {doors}. Vérifiez la serrure.',
  'notice.told-wrong-pin-title': 'Un voyageur a reçu un PIN qui n’ouvre pas',
  'notice.recovered-title': 'Tout est rentré dans l’ordre',
  'notice.recovered-cloud': '{cloud} répond à nouveau.',
  'notice.recovered-credentials': '{cloud} accepte à nouveau les identifiants.',
  'notice.recovered-keychain': 'Le trousseau est à nouveau utilisable.',
  'notice.recovered-arrival': '{unit} : ce qui gênait le voyageur est résolu.',
  'notice.recovered-more': 'Et {more} de plus.',
  'notice.after-sleep-title': 'Après la sortie de veille',
  'notice.after-sleep-written': { one: '1 code a été écrit.', other: '{count} codes ont été écrits.' },
  'notice.after-sleep-removed': { one: '1 code a été supprimé.', other: '{count} codes ont été supprimés.' },

  'attention.rejected':
    '{cloud} n’accepte pas les identifiants enregistrés. Aucun code n’est tenu à jour tant que vous ne les avez pas corrigés.',
  'attention.not-connected': '{cloud} n’est pas connecté. Aucun code n’est tenu à jour d’ici là.',
  'attention.first-steps': 'Connectez Smoobu et The Keys pour commencer.',
  'attention.first-steps-map': 'Choisissez les portes de chaque logement pour continuer. Rien n’est encore écrit sur les serrures.',
  'attention.first-steps-apply':
    'Tout est prêt. Rien n’est écrit sur les serrures tant que vous n’avez pas choisi « Démarrer » dans les premiers pas.',
  'held.title': { one: 'Supprimer le code de {guest} ?', other: 'Supprimer le code de {guest} sur {count} portes ?' },
  'held.title-many': { one: 'Supprimer les codes de {count} voyageur ?', other: 'Supprimer les codes de {count} voyageurs ?' },
  'held.title-end': 'Mettre fin au code de {guest} maintenant ?',
  'held.no-name': 'la réservation {booking}',
  'held.nothing-booked': 'Smoobu n’a renvoyé aucune réservation',
  'held.someone-may-be-inside':
    'La réservation est annulée ou introuvable, mais quelqu’un est peut-être à l’intérieur. Le code fonctionne jusqu’à votre décision ou jusqu’à sa fin.',
  'held.no-longer-booked':
    'La réservation porte désormais sur d’autres dates, mais le voyageur est peut-être encore à l’intérieur. Le code fonctionne jusqu’à votre décision, jusqu’à sa fin ou jusqu’au début du séjour suivant.',
  'held.doors-changed':
    'Le séjour a désormais d’autres portes, mais le voyageur est peut-être encore derrière les anciennes. Le code y fonctionne jusqu’à votre décision, jusqu’à sa fin ou jusqu’au début du séjour suivant.',
  'held.too-many-deletes':
    'Un nombre inhabituel de codes serait supprimé en une journée. Vérifiez dans Smoobu que ces réservations sont bien terminées.',
  'held.clock-stepped': 'L’horloge de cet ordinateur a fait un saut. Vérifiez la date et l’heure avant de supprimer des codes.',
  'held.no-bookings': 'Smoobu n’a renvoyé aucune réservation. Vérifiez dans Smoobu avant de supprimer des codes.',
  'held.bookings-gone':
    'Un nombre inhabituel de réservations est introuvable dans Smoobu. Vérifiez qu’elles y ont vraiment été supprimées.',
  'held.decision-outdated': 'Vous aviez déjà décidé, et la réservation a changé depuis.',
  'held.other': 'Rien n’est supprimé sans votre accord.',
  'tray.held-unit': '{unit} : supprimer un code ?',
  'tray.no-sync': 'Aucune synchronisation n’aboutit',
  'attention.no-sync': 'Aucune synchronisation n’a abouti depuis {time}.',
  'attention.no-sync-start': 'Aucune synchronisation n’a abouti depuis le démarrage de Latchkey.',
  'attention.no-sync-offline': 'Cet ordinateur est hors ligne.',
  'attention.no-sync-unknown': 'Le journal dit pourquoi.',
  'notice.recovered-sync': 'Les synchronisations aboutissent de nouveau.',
  'attention.unreachable': {
    one: '{cloud} était injoignable à la dernière synchronisation. Les codes restent tels quels ; les nouvelles réservations n’en ont pas tant qu’il ne répond pas.',
    other:
      '{cloud} était injoignable aux {count} dernières synchronisations. Les codes restent tels quels ; les nouvelles réservations n’en ont pas tant qu’il ne répond pas.',
  },
  'attention.clock-skew':
    'L’horloge de cet ordinateur n’est pas à l’heure. Réglez-la : d’ici là, les nouvelles réservations n’ont pas de code.',
  'attention.clock-wrong':
    'L’horloge de cet ordinateur n’est pas à l’heure. Réglez-la : d’ici là, des codes sont créés et prolongés, mais aucun n’est supprimé.',
  'attention.clock-stepped': 'L’horloge de cet ordinateur a fait un saut. Aucun code n’est supprimé tant que vous n’avez pas vérifié.',
  'attention.left-out': {
    one: '{count} séjour ou suppression n’est pas affiché ici, car ses textes sont trop longs ou il y en a trop. Ses codes restent tenus à jour ; l’historique le contient.',
    other:
      '{count} séjours ou suppressions ne sont pas affichés ici, car leurs textes sont trop longs ou il y en a trop. Leurs codes restent tenus à jour ; l’historique les contient.',
  },
  'attention.settings-recovered':
    'Les réglages n’ont pas pu être lus et ont été mis de côté. Vérifiez les logements et les portes : sans eux, aucun code n’est créé.',
  'attention.mapping-unconfirmed':
    'Le fichier des réglages était endommagé, et la dernière copie valable est utilisée. Vérifiez les logements et les portes et enregistrez-les : d’ici là, aucun code n’est supprimé, raccourci ni déplacé.',
  'attention.history-recovered':
    'L’historique n’a pas pu être lu et a été mis de côté. Un nouveau a été commencé ; les codes sur les serrures ne sont pas touchés.',

  // The program itself: a newer version, and an unexpected stop.
  'tray.install': 'Installer la version {version} et relancer',
  'tray.install-after-run': 'Version {version} après cette synchronisation',
  'notice.update-title': 'La version {version} est prête',
  'notice.update-body':
    'Elle s’installe quand vous quittez Latchkey, ou maintenant depuis son menu. Les codes sur les serrures ne changent pas.',
  'notice.not-saved-title': 'Rien n’a été enregistré',
  'notice.restarted-title': 'Latchkey a dû redémarrer',
  'notice.restarted-body': 'Une erreur interne l’a arrêté. Il tient de nouveau les codes à jour ; le journal dit ce qui s’est passé.',
  'refusal.no-update': 'Il n’y a pas de version plus récente à installer. Rien n’a été modifié.',
  'crash.title': 'Latchkey s’est arrêté',
  'crash.body':
    'Une erreur interne l’a arrêté. Les codes sur les serrures continuent de fonctionner, mais les nouvelles réservations n’en reçoivent pas tant que Latchkey ne tourne pas. Relancez-le ; s’il s’arrête encore, le journal dans {folder} dit pourquoi.',
  'crash.window-title': 'La fenêtre de Latchkey ne peut pas s’afficher',
  'crash.window-body':
    'Sa page s’est arrêtée plusieurs fois. Latchkey continue dans la zone de notification et tient les codes à jour. Rouvrez la fenêtre plus tard ; le journal dans {folder} dit pourquoi.',

  // Why a call of the window did nothing.
  'refusal.gone': 'Plus rien n’attend ici : une synchronisation l’a modifié. Rien n’a été fait ; regardez ce qui attend maintenant.',
  'refusal.bad-schedule': 'Ce n’est pas un horaire, il n’a donc pas été enregistré. Écrivez cinq champs cron, par exemple */15 * * * *.',
  'refusal.no-code':
    'La serrure n’a pas de code pour cette réservation, ou n’indique pas son PIN. Synchronisez maintenant, puis réessayez.',
  'refusal.save-failed':
    'Le fichier n’a pas été enregistré : impossible d’y écrire. Rien d’autre n’a été modifié ; choisissez un autre dossier.',
  'refusal.disk-full': 'Le disque est plein, donc rien n’a été enregistré. Libérez de la place, puis réessayez.',
  'refusal.disk-read-only':
    'Latchkey ne peut pas écrire dans son dossier, donc rien n’a été enregistré. Autorisez l’écriture, puis réessayez.',
  'refusal.disk-failing': 'Le disque a refusé l’écriture, donc rien n’a été enregistré. Vérifiez le disque, puis réessayez.',
  'refusal.no-run': 'Cette synchronisation n’est plus dans l’historique : elle était plus ancienne que les jours conservés.',
  'refusal.bad-request': 'Latchkey n’a pas compris cette demande. Rien n’a été modifié ; relancez Latchkey et réessayez.',
  'refusal.too-often':
    'Cette action a été demandée trop souvent en une minute. Rien n’a été modifié ; attendez une minute, puis réessayez.',
  'refusal.not-trusted': 'Cette demande ne vient pas de la fenêtre de Latchkey. Rien n’a été modifié.',
  'refusal.internal':
    'Une erreur s’est produite dans Latchkey. Les codes restent tels quels ; réessayez, et consultez le journal si cela persiste.',

  // Why a call about units and doors, preview or first steps did nothing.
  'refusal.first-steps': 'Rien n’est écrit sur les serrures tant que vous n’avez pas choisi « Démarrer » dans les premiers pas.',
  'refusal.nothing-to-undo':
    'Il n’y a rien à annuler : les logements et les portes ont été modifiés autrement depuis, ou pas du tout. Rien n’a été modifié.',
  'refusal.bad-mapping':
    'Un logement ou une porte figure deux fois, rien n’a donc été enregistré. Retirez le doublon et enregistrez de nouveau.',
  'refusal.superseded': 'Un aperçu plus récent a remplacé celui-ci.',
  'refusal.no-candidate': 'Ce qui a été lu dans le fichier n’est plus gardé, rien n’a donc été modifié. Choisissez de nouveau le fichier.',
};
