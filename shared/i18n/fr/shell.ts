/** The frame of the window. */
import type { shell as english } from '../en/shell.ts';
import type { Translated } from '../message.ts';

export const shell: Translated<typeof english> = {
  'shell.navigation': 'Vues',
  'shell.control-key': 'Ctrl',
  'shell.shift-key': 'Maj',
  'shell.today': 'Aujourd’hui',
  'shell.calendar': 'Calendrier',
  'shell.doors': 'Logements et portes',
  'shell.people': 'Personnes',
  'shell.messages': 'Messages',
  'shell.to-do': { one: 'chose à traiter', other: 'choses à traiter' },
  'shell.close-panel': 'Fermer',
  'shell.sync': 'Synchronisation',
  'shell.sync-now': 'Synchroniser maintenant',
  'shell.syncing': 'Synchronisation…',
  'shell.paused': 'En pause',
  'shell.offline': 'Hors ligne',
  'shell.not-synced': 'Pas encore synchronisé',
  'shell.sync-did-not-work': 'Échec de la synchronisation',
  'shell.synced': 'Synchro {ago}',
  'shell.covered': 'OK jusqu’au {day}',
  'shell.history': 'Historique',
  'shell.settings': 'Réglages',
  'shell.first-steps': 'Premiers pas',
  'shell.version': 'Version {version}',
  'shell.demo': 'Démo',
  'shell.demo-text': 'Ceci est la démo : réservations, voyageurs et portes sont inventés, et rien n’est conservé.',
  'shell.demo-leave': 'Quitter la démo',
  'shell.view-failed':
    'Cette vue n’a pas pu être ouverte. Les codes de vos portes continuent de fonctionner ; quittez Latchkey et relancez-le.',
  'shell.no-answer': 'Latchkey ne répond pas',
  'shell.no-answer-text':
    'Les codes de vos portes continuent de fonctionner. Fermez cette fenêtre et rouvrez-la depuis la zone de notification ; si cela n’aide pas, quittez Latchkey et relancez-le.',
};
