/** How syncs go, and pausing them. */
import type { sync as english } from '../en/sync.ts';
import type { Translated } from '../message.ts';

export const sync: Translated<typeof english> = {
  'sync.quitting': 'Latchkey se ferme',
  'sync.syncing': 'Synchronisation en cours',
  'sync.phase-bookings': 'Lecture des réservations',
  'sync.phase-codes': 'Lecture des codes sur les serrures',
  'sync.phase-plan': 'Comparaison des réservations et des codes',
  'sync.phase-apply': 'Modification des codes',
  'sync.phase-verify': 'Vérification des codes sur les serrures',
  'sync.phase-done': 'Finalisation',
  'sync.progress': '{phase} : {done} sur {total}',
  'sync.sync-now': 'Synchroniser',
  'sync.sync-failed': 'La synchronisation n’a pas commencé',
  'sync.sync-failed-text': 'Les codes restent tels quels : qui peut entrer maintenant le peut toujours.',
  'sync.sync-none': 'Aucune synchronisation n’a eu lieu. Les codes restent tels quels.',
  'sync.pause': 'Pause',
  'sync.pause-hint':
    'Pendant la pause, les nouvelles réservations ne reçoivent pas de code et aucun code n’est supprimé. Les codes sur les serrures continuent de fonctionner.',
  'sync.pause-hour': 'Une heure',
  'sync.pause-tomorrow': 'Jusqu’à demain',
  'sync.pause-until-resumed': 'Jusqu’à ce que je reprenne',
  'sync.resume': 'Reprendre',
  'sync.resumed': 'Les synchronisations reprennent comme prévu.',
  'sync.paused': 'En pause jusqu’à ce que vous repreniez. Les nouvelles réservations ne reçoivent pas de code.',
  'sync.paused-until': 'En pause jusqu’à {time}. Les nouvelles réservations ne reçoivent pas de code.',
  'sync.pause-failed': 'La pause n’a pas pu être modifiée',
  'sync.pause-failed-text': 'Les synchronisations continuent comme avant.',
  'sync.last-run': 'Dernière synchronisation {time}, {ago}',
  'sync.next-run': 'Prochaine synchronisation {time}',
  'sync.next-run-none': 'Aucune synchronisation prévue',
  'sync.offline':
    'Hors ligne. La prochaine synchronisation aura lieu au retour du réseau ; les codes sur les serrures continuent de fonctionner.',
  // What came of the last one.
  'sync.run-none': 'Pas encore synchronisé',
  'sync.run-in-place': 'Tous les codes sont en place',
  'sync.run-nothing': 'Rien n’était à modifier',
  'sync.run-changed': { one: '{count} code modifié', other: '{count} codes modifiés' },
  'sync.run-changed-in-place': {
    one: '{count} code modifié, tous les codes sont en place',
    other: '{count} codes modifiés, tous les codes sont en place',
  },
  'sync.run-partial': { one: '{count} modification a échoué', other: '{count} modifications ont échoué' },
  'sync.run-partly-read': 'Lecture incomplète',
  'sync.run-held': { one: '{count} suppression attend votre accord', other: '{count} suppressions attendent votre accord' },
  'sync.run-held-whole': 'Des suppressions attendent votre accord',
  'sync.run-rejected': '{cloud} refuse les identifiants',
  'sync.run-clock': 'L’horloge de cet ordinateur n’est pas à l’heure',
  'sync.run-unread': 'Lecture impossible : {clouds}',
  'sync.run-failed': 'La dernière synchronisation a échoué',
  'sync.run-interrupted': 'La dernière synchronisation a été interrompue ; la prochaine la termine',
};
