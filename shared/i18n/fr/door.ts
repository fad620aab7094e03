/** The panel of a door: who can open it, its codes, its spare code, its health, and replacing it. */
import type { door as english } from '../en/door.ts';
import type { Translated } from '../message.ts';

export const door: Translated<typeof english> = {
  'door.loading': 'Lecture de la porte',
  'door.failed': 'La porte n’a pas pu être lue',
  'door.failed-text': 'Les codes sur la porte continuent de fonctionner. Ce qui est affiché ci-dessous peut être plus ancien.',
  'door.refresh': 'Actualiser',
  'door.not-read': 'Pas encore lue',
  'door.unread': {
    one: '{count} code n’a pas pu être lu et ouvre peut-être la porte.',
    other: '{count} codes n’ont pas pu être lus et ouvrent peut-être la porte.',
  },
  'door.room': '{used} sur {count}',
  'door.updated': 'Mis à jour',
  'door.codes': 'Codes',

  'door.battery': 'Pile',
  'door.battery-unknown': 'Inconnue',
  'door.battery-good': 'Bonne ({volts} V)',
  'door.battery-volts': '{volts} V',
  'door.battery-low': 'Faible : à changer bientôt ({volts} V)',
  'door.battery-critical': 'Presque vide : à changer maintenant ({volts} V)',
  'door.gateway': 'Passerelle',
  'door.gateway-none': 'Aucune : un changement n’atteint cette porte que lorsqu’un téléphone la synchronise',
  'door.gateway-unknown': 'Inconnue',
  'door.gateway-connected': 'Connectée',
  'door.gateway-silent': 'Muette depuis {time} : les changements n’atteignent peut-être pas cette porte',

  'door.now': 'Peuvent ouvrir maintenant',
  'door.now-nobody': 'Personne ne peut ouvrir avec un code en ce moment.',
  'door.next': 'Ensuite',
  'door.later': 'Plus tard',
  'door.ended': 'N’ouvrent plus',
  'door.guest': 'Voyageur',
  'door.person': 'Personne',
  'door.by-hand': 'Créé à la main',
  'door.outdated': 'Code obsolète',
  'door.unknown-person': 'Créé par Latchkey sur un autre ordinateur',
  'door.maybe': 'ouvre peut-être',
  'door.off': 'désactivé',
  'door.nobodys': 'Non attribué',
  'door.always': 'toujours',
  'door.from': 'à partir du {start}',
  'door.until': 'jusqu’au {end}',
  'door.from-until': '{start} – {end}',
  'door.has-schedule': 'certains jours seulement',
  'door.no-name': 'Code sans nom',
  'door.remove-name': 'Supprimer le code : {name}',

  'door.spare': 'Code de secours',
  'door.spare-text':
    'Ouvre cette porte à toute heure. Il est créé d’avance, pour le cas où le code d’un voyageur ne fonctionne pas et où Internet ou une passerelle est en panne. S’il a été montré pour un voyageur, il reçoit un nouveau PIN à la fin de ce séjour.',
  'door.spare-off-title': 'Supprimer le code de secours de {door} ?',
  'door.spare-made': 'Code de secours créé : {door}.',
  'door.spare-removed': 'Code de secours supprimé : {door}.',
  'door.spare-failed': 'Le code de secours n’a pas été modifié',

  'door.history': 'Historique de cette porte',

  'door.replace': 'Remplacer cette porte partout',
  'door.replace-text': {
    one: 'Une nouvelle serrure prend sa place pour {count} logement et toutes les personnes. Les codes y sont créés avec les mêmes PIN avant que les anciens disparaissent.',
    other:
      'Une nouvelle serrure prend sa place pour {count} logements et toutes les personnes. Les codes y sont créés avec les mêmes PIN avant que les anciens disparaissent.',
  },
  'door.replace-none': 'Le compte n’a pas d’autre serrure libre. Ajoutez d’abord la nouvelle serrure dans l’application The Keys.',
  'door.replace-check': 'Rechercher de nouvelles serrures',
  'door.replace-by': 'Remplacer par {door}',
  'door.replace-title': 'Remplacer {door} par {by} ?',
  'door.replace-confirm': 'Remplacer la porte',
  'door.replaced': '{by} a remplacé {door}.',
};
