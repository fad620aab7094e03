/** The sheets that are printed, and the dialog for them. */
import type { print as english } from '../en/print.ts';
import type { Translated } from '../message.ts';

export const print: Translated<typeof english> = {
  'print.title': 'Imprimer',
  'print.today': 'Aujourd’hui',
  'print.emergency': 'Fiche de secours',
  'print.today-text': 'Arrivées, départs et rotations du jour, et autres personnes avec un code.',
  'print.emergency-text':
    'Ce qui ouvre chaque porte maintenant et dans les deux semaines à venir, pour le jour où ni l’ordinateur ni Internet ne marchent.',
  'print.unit': 'Logement',
  'print.all-units': 'Tous les logements',
  'print.with-pins': 'Avec les PIN',
  'print.with-pins-hint': 'Une question vous sera posée. Gardez la fiche hors de vue des voyageurs.',
  'print.failed': 'La fiche n’a pas pu être préparée',
  'print.save': 'Enregistrer en PDF',
  'print.print': 'Imprimer',
  'print.saved': 'Enregistré : {file}',
  'print.emergency-title': 'Fiche de secours, {time}',
  'print.has-pins': 'Gardez-la hors de vue des voyageurs.',
  'print.no-pins': 'Sans les PIN.',
  'print.prefix': 'taper d’abord {prefix}',
  'print.not-read': 'Cette serrure n’a pas pu être lue : ses codes manquent.',
  'print.nobody': 'Aucun code ne l’ouvre maintenant ni dans les deux semaines à venir.',
  'print.as-of': 'Au {time}',
  'print.pin': 'PIN',
  'print.whose': 'Pour qui',
  'print.from': 'Début',
  'print.until': 'Fin',
  'print.arriving': 'Arrivées',
  'print.leaving': 'Départs',
  'print.turnovers': 'Rotations',
  'print.people': 'Autres personnes avec un code',
  'print.none': 'Personne',
  'print.then': '{leaving}, puis {arriving}',
  'print.free': 'libre de {from} à {until}',
  'print.people-unread': 'Les autres personnes avec un code n’ont pas pu être lues.',
};
