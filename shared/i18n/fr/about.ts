/** In French. */
import type { about as english } from '../en/about.ts';
import type { Translated } from '../message.ts';

export const about: Translated<typeof english> = {
  'about.update-ready': 'La version {version} est prête à être installée',
  'about.update-ready-text': 'Elle s’installe quand vous quittez Latchkey. Réglages, historique et codes restent tels quels.',
  'about.update-put-off': 'La version {version} est reportée',
  'about.update-put-off-text': 'Vous avez choisi « Plus tard ». Latchkey redemande dans une semaine.',
  'about.update-after-run': 'La version {version} est installée après la synchronisation en cours',
  'about.update-install': 'Installer et relancer',
  'about.update-later': 'Plus tard',
  'about.update-failed': 'La nouvelle version n’a pas été installée',
  'about.update-failed-text': 'Latchkey continue comme avant. Réessayez.',
  'about.update-starting': 'La version {version} va être installée.',
  'about.update-is-later': 'La version {version} est reportée d’une semaine.',
  'about.no-sandbox': 'La fenêtre s’exécute sans bac à sable',
  'about.no-sandbox-text':
    'Les codes et les voyageurs ne sont pas concernés, mais un défaut de la fenêtre pourrait avoir plus de conséquences qu’il ne devrait. Sous Linux, utilisez le paquet deb ou rpm plutôt que l’AppImage ; le guide indique ce qui peut aussi aider.',
  'about.no-notifications': 'La dernière notification n’a pas été affichée',
  'about.no-notifications-text':
    'Seules l’icône de la barre et cette fenêtre vous signalent un voyageur sans code valide. Autorisez les notifications de Latchkey dans les réglages du système. macOS peut n’en afficher aucune pour un programme sans signature de développeur.',
  'about.diagnostics': 'Diagnostic',
  'about.diagnostics-text':
    'Pour qui vous aide : version, système, réglages et déroulement des dernières synchronisations. Ni PIN, ni identifiants, ni noms de voyageurs ou de logements.',
  'about.diagnostics-show': 'Afficher le diagnostic',
  'about.diagnostics-hide': 'Masquer le diagnostic',
  'about.diagnostics-copy': 'Copier le diagnostic',
  'about.diagnostics-copied': 'Diagnostic copié.',
  'about.diagnostics-failed': 'Le diagnostic n’a pas pu être lu',
  'about.diagnostics-failed-text': 'Les codes et les voyageurs ne sont pas concernés. Réessayez, ou envoyez le journal.',
  'about.licences': 'Licences',
  'about.licences-text':
    'Latchkey contient le travail d’autres personnes. Les textes de leurs licences sont dans THIRD_PARTY_NOTICES, à côté du programme.',
  'about.licences-failed': 'La liste n’a pas pu être affichée. Elle est dans THIRD_PARTY_NOTICES, à côté du programme.',
  'about.licence-name': 'Nom',
  'about.licence-version': 'Version',
  'about.licence': 'Licence',
};
