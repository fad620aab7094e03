/** The frame of the window. */
import type { shell as english } from '../en/shell.ts';
import type { Translated } from '../message.ts';

export const shell: Translated<typeof english> = {
  'shell.navigation': 'Ansichten',
  'shell.control-key': 'Strg',
  'shell.shift-key': 'Umschalt',
  'shell.today': 'Heute',
  'shell.calendar': 'Kalender',
  'shell.doors': 'Unterkünfte & Türen',
  'shell.people': 'Personen',
  'shell.messages': 'Nachrichten',
  'shell.to-do': { one: 'Aufgabe', other: 'Aufgaben' },
  'shell.close-panel': 'Schließen',
  'shell.sync': 'Synchronisierung',
  'shell.sync-now': 'Jetzt synchronisieren',
  'shell.syncing': 'Wird synchronisiert …',
  'shell.paused': 'Pausiert',
  'shell.offline': 'Kein Internet',
  'shell.not-synced': 'Noch nicht synchronisiert',
  'shell.sync-did-not-work': 'Synchronisierung fehlgeschlagen',
  'shell.synced': 'Stand: {ago}',
  'shell.covered': 'In Ordnung bis {day}',
  'shell.history': 'Verlauf',
  'shell.settings': 'Einstellungen',
  'shell.first-steps': 'Erste Schritte',
  'shell.version': 'Version {version}',
  'shell.demo': 'Demo-Modus',
  'shell.demo-text': 'Dies ist die Demo: Buchungen, Gäste und Türen sind erfunden, und nichts wird gespeichert.',
  'shell.demo-leave': 'Demo verlassen',
  'shell.view-failed':
    'Diese Ansicht konnte nicht geöffnet werden. Die Codes an Ihren Türen funktionieren weiter; beenden Sie Latchkey und starten Sie es neu.',
  'shell.no-answer': 'Latchkey antwortet nicht',
  'shell.no-answer-text':
    'Die Codes an Ihren Türen funktionieren weiter. Schließen Sie dieses Fenster und öffnen Sie es über das Symbol im Infobereich neu; hilft das nicht, beenden Sie Latchkey und starten Sie es neu.',
};
