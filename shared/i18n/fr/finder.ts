/** The finder and the list of keyboard shortcuts. */
import type { finder as english } from '../en/finder.ts';
import type { Translated } from '../message.ts';

export const finder: Translated<typeof english> = {
  'finder.title': 'Rechercher',
  'finder.placeholder': 'Voyageur, logement, porte, personne ou action',
  'finder.open': 'Voyageur, porte…',
  'finder.escape': 'Échap',
  'finder.results': 'Résultats',
  'finder.none': 'Aucun résultat pour « {typed} »',
  'finder.found': { one: '{count} résultat', other: '{count} résultats' },
  'finder.person': 'Personne',
  'finder.unit': 'Logement',
  'finder.lock': 'Porte',
  'finder.accounts': 'Comptes',
  'finder.setting': 'Réglages : {section}',
  'finder.shortcuts': 'Raccourcis clavier',
  'shortcut.find': 'Rechercher voyageurs, portes et actions',
  'shortcut.find-on-page': 'Rechercher dans cette page',
  'shortcut.page-1': 'Aujourd’hui',
  'shortcut.page-2': 'Calendrier',
  'shortcut.page-3': 'Logements et portes',
  'shortcut.page-4': 'Personnes',
  'shortcut.page-5': 'Messages',
  'shortcut.page-6': 'Historique',
  'shortcut.call': 'Un voyageur est à la porte',
  'shortcut.sync': 'Synchroniser maintenant',
  'shortcut.print': 'Imprimer une fiche',
  'shortcut.settings': 'Réglages',
  'shortcut.shortcuts': 'Afficher cette liste',
};
