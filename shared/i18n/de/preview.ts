/** What a run would change, shown before it does. */
import type { preview as english } from '../en/preview.ts';
import type { Translated } from '../message.ts';

export const preview: Translated<typeof english> = {
  'preview.reading': 'Beide Konten werden gelesen …',
  'preview.working': 'Wird ermittelt …',
  'preview.failed': 'Was sich ändern würde, konnte nicht ermittelt werden',
  'preview.failed-text':
    'Es wurde nichts geschrieben, und die Codes auf den Schlössern sind, wie sie waren. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.',
  'preview.read-at': 'Gelesen: {time}',
  'preview.again': 'Neu lesen',
  'preview.list': 'Was sich ändern würde',
  'preview.nothing': 'Es würde sich nichts ändern',
  'preview.nothing-text': {
    one: '{count} Code bleibt genau, wie er ist; keiner kommt hinzu oder fällt weg.',
    other: 'Alle {count} Codes bleiben genau, wie sie sind; keiner kommt hinzu oder fällt weg.',
  },
  'preview.nothing-none': 'Auf den zugeordneten Türen gibt es keinen Code, und noch braucht keine Buchung einen.',
  'preview.summary': '{changes}; {rest}.',
  'preview.sum-nothing': 'Kein Code würde sich ändern.',
  'preview.sum-created': { one: '{count} neuer Code', other: '{count} neue Codes' },
  'preview.sum-moved': { one: '{count} zieht an eine andere Tür um', other: '{count} ziehen an eine andere Tür um' },
  'preview.sum-changed': { one: '{count} geändert', other: '{count} geändert' },
  'preview.sum-adopted': { one: '{count} übernommen', other: '{count} übernommen' },
  'preview.sum-removed': { one: '{count} entfernt', other: '{count} entfernt' },
  'preview.sum-waiting': { one: '{count} wartet auf Sie', other: '{count} warten auf Sie' },
  'preview.sum-unchanged': { one: '{count} bleibt, wie er ist', other: '{count} bleiben, wie sie sind' },
  'preview.group-removed': 'Von den Schlössern entfernt',
  'preview.group-waiting': 'Erst nach Ihrer Zustimmung entfernt',
  'preview.group-problems': 'Was nicht geplant werden konnte',
  'preview.group-no-unit': 'Ohne Unterkunft',
  'preview.group-count': '({count})',
  'preview.held': 'Wartet auf Sie',
  'preview.from': 'von',
  'preview.to': 'zu',
  'preview.booking-unknown': 'Buchung {id}',
  'preview.show-unit': '{unit} zeigen',
};
