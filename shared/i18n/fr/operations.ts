/** Operations in words. */
import type { operations as english } from '../en/operations.ts';
import type { Translated } from '../message.ts';

export const operations: Translated<typeof english> = {
  'operations.create': 'Nouveau code sur {door}',
  'operations.update': 'Modification du code sur {door}',
  'operations.adopt': 'Reprise du code sur {door}',
  'operations.move': 'Déplacement du code vers {door}',
  'operations.delete': 'Suppression du code sur {door}',
  'operations.why.create': 'La réservation n’a pas encore de code sur cette porte.',
  'operations.why.update': 'La réservation et son code diffèrent ({fields}).',
  'operations.why.update-plain': 'La réservation et son code diffèrent.',
  'operations.why.adopt':
    'Un code créé à la main porte le nom du voyageur et commence au même moment. Il appartient désormais à la réservation et garde son PIN.',
  'operations.why.move':
    'La réservation a changé de porte. Le nouveau code vient d’abord ; l’ancien disparaît une fois le nouveau confirmé sur la serrure.',
  'operations.why.cancelled': 'La réservation a été annulée.',
  'operations.why.gone': 'Smoobu ne connaît plus la réservation et l’a dit deux fois.',
  'operations.why.ended': 'Le séjour est terminé et son code n’est plus conservé.',
  'operations.why.moved': 'La réservation a changé de porte et son code est en place sur la nouvelle.',
  'operations.why.makes-room': 'Le clavier est plein et un autre client arrive plus tôt. Ce code sera recréé dès qu’il y aura de la place.',
  'operations.why.duplicate': 'La réservation a un autre code sur ce clavier, et celui-là reste.',
  'operations.hold.someone-may-be-inside': 'Votre accord est nécessaire : le séjour est en cours et quelqu’un est peut-être à l’intérieur.',
  'operations.hold.no-longer-booked':
    'Votre accord est nécessaire : la réservation ne couvre plus le moment présent, mais le voyageur est peut-être encore à l’intérieur.',
  'operations.hold.doors-changed':
    'Votre accord est nécessaire : le séjour a maintenant d’autres portes, et le voyageur est peut-être encore derrière celle-ci.',
  'operations.hold.too-many-deletes': 'Votre accord est nécessaire : un nombre inhabituel de codes disparaîtrait d’un coup.',
  'operations.hold.clock-stepped': 'Votre accord est nécessaire : l’horloge de cet ordinateur a fait un saut.',
  'operations.hold.bookings-gone': 'Votre accord est nécessaire : un nombre inhabituel de réservations est introuvable chez Smoobu.',
  'operations.hold.decision-outdated':
    'Votre accord est nécessaire : vous aviez déjà décidé pour ce code, et la réservation a changé depuis.',
  'operations.hold.no-bookings': 'Votre accord est nécessaire : Smoobu n’a envoyé aucune réservation.',
  'operations.status.done': 'Fait',
  'operations.status.planned': 'Non exécuté',
  'operations.status.held': 'En attente de votre accord',
  'operations.status.failed': 'Échec',
  'operations.status.unverified': 'Non confirmé',
  'operations.field.start': 'Début',
  'operations.field.end': 'Fin',
  'operations.field.name': 'Nom',
  'operations.field.active': 'Actif ou non',
  'operations.field.description': 'Description',
  'operations.field.lockId': 'Serrure',
  'operations.field.keypadId': 'Clavier',
  'operations.in-list.start': 'début',
  'operations.in-list.end': 'fin',
  'operations.in-list.name': 'nom',
  'operations.in-list.active': 'activation',
  'operations.in-list.description': 'description',
  'operations.in-list.lockId': 'serrure',
  'operations.in-list.keypadId': 'clavier',
  'operations.value.open': 'sans limite',
  'operations.value.unreadable': 'illisible',
  'operations.value.on': 'actif',
  'operations.value.off': 'inactif',
  'operations.value.none': 'aucun',
};
