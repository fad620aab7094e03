/** What a sync would change, shown before it does. */
import type { preview as english } from '../en/preview.ts';
import type { Translated } from '../message.ts';

export const preview: Translated<typeof english> = {
  'preview.reading': 'Beide Konten werden gelesen …',
  'preview.working': 'Wird geprüft …',
  'preview.failed': 'Was sich ändern würde, konnte nicht ermittelt werden',
  'preview.failed-text':
    'Es wurde nichts geschrieben, und die Codes an den Schlössern sind, wie sie waren. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  'preview.read-at': 'Aktualisiert: {time}',
  'preview.again': 'Aktualisieren',
  'preview.list': 'Was sich ändern würde',
  'preview.nothing': 'Es würde sich nichts ändern',
  'preview.nothing-text': {
    one: '{count} Code bleibt genau, wie er ist; keiner kommt hinzu oder fällt weg.',
    other: 'Alle {count} Codes bleiben genau, wie sie sind; keiner kommt hinzu oder fällt weg.',
  },
  'preview.nothing-none': 'An diesen Türen gibt es keinen Code, und noch braucht keine Buchung einen.',
  'preview.summary': '{changes}; {rest}.',
  'preview.sum-nothing': 'Kein Code würde sich ändern.',
  'preview.sum-created': { one: '{count} neuer Code', other: '{count} neue Codes' },
  'preview.sum-moved': { one: '{count} zieht an eine andere Tür um', other: '{count} ziehen an eine andere Tür um' },
  'preview.sum-changed': { one: '{count} vorhandener Code geändert', other: '{count} vorhandene Codes geändert' },
  'preview.sum-adopted': { one: '{count} vorhandener Code verknüpft', other: '{count} vorhandene Codes verknüpft' },
  'preview.sum-removed': { one: '{count} Code gelöscht', other: '{count} Codes gelöscht' },
  'preview.sum-waiting': { one: '{count} braucht Ihre Zustimmung', other: '{count} brauchen Ihre Zustimmung' },
  'preview.sum-unchanged': { one: '{count} bleibt, wie er ist', other: '{count} bleiben, wie sie sind' },
  'preview.group-removed': 'Von den Schlössern gelöscht',
  'preview.group-waiting': 'Erst nach Ihrer Zustimmung gelöscht',
  'preview.waiting-text': 'Sie funktionieren weiter, bis Sie entscheiden. Latchkey fragt Sie auf der Seite „Heute“.',
  'preview.group-problems': 'Nicht im Plan',
  'preview.group-no-unit': 'Personen und andere Codes',
  'preview.group-count': '({count})',
  'preview.held': 'Braucht Ihre Zustimmung',
  'preview.from': 'von',
  'preview.to': 'zu',
  'preview.booking-unknown': 'Buchung {id}',
};
