/** The frame of the window. */
import type { shell as english } from '../en/shell.ts';
import type { Translated } from '../message.ts';

export const shell: Translated<typeof english> = {
  'shell.navigation': 'Ansichten',
  'shell.arrivals': 'Anreisen',
  'shell.timeline': 'Zeitleiste',
  'shell.mapping': 'Zuordnung',
  'shell.history': 'Verlauf',
  'shell.settings': 'Einstellungen',
  'shell.first-steps': 'Erste Schritte',
  'shell.needs-you': { one: 'Sache braucht Sie', other: 'Sachen brauchen Sie' },
  'shell.version': 'Version {version}',
  'shell.demo': 'Demo-Modus',
  'shell.demo-text': 'Dies ist die Demo: Buchungen, Gäste und Türen sind erfunden, und nichts wird aufbewahrt.',
  'shell.demo-leave': 'Demo verlassen',
  'shell.view-failed':
    'Diese Ansicht konnte nicht geöffnet werden. Die Codes an Ihren Türen funktionieren weiter; beenden Sie Latchkey und starten Sie es neu.',
  'shell.no-answer': 'Latchkey antwortet nicht',
  'shell.no-answer-text':
    'Die Codes an Ihren Türen funktionieren weiter. Schließen Sie dieses Fenster und öffnen Sie es über das Symbol im Infobereich neu; hilft das nicht, beenden Sie Latchkey und starten Sie es neu.',
};
