/** The answers to what is asked in the arrivals view. */
import type { answers as english } from '../en/answers.ts';
import type { Translated } from '../message.ts';

export const answers: Translated<typeof english> = {
  'arrivals.answer-approve': 'Es ist jetzt meins',
  'arrivals.answer-keep': 'Es ist nicht meins',
  'arrivals.answer-confirm': 'Sie stimmen',
  'arrivals.answer-let-in': 'Wieder hineinlassen',
  'arrivals.answer-keep-blocked': 'Gesperrt lassen',
  'arrivals.answer-use-booking': 'Zeiten der Buchung verwenden',
  'arrivals.answer-keep-change': 'Änderung behalten',
  'arrivals.answer-block': 'Sperren',
  'arrivals.answer-make-again': 'Neu anlegen',
  'arrivals.answer-new-pin': 'Neue PIN',
  'arrivals.answer-leave': 'So lassen',
  'arrivals.answer-send-right-one': 'Richtige PIN senden',
  'arrivals.answer-ignore': 'Ignorieren',
  'arrivals.answer-usual': 'Übliche Zeit',
  'arrivals.answer-morning-of-departure': 'Nacht vor der Abreise',
  'arrivals.answer-night-after': 'Nacht danach',
  'arrivals.answer-between-guests': 'Zwischen zwei Gästen',
  'arrivals.answer-whole-day': 'Ganzer Tag',
  'arrivals.answer-arrived': 'Sie ist angekommen',
  'arrivals.answer-send-again': 'Noch einmal senden',
  'arrivals.answer-send-verified': 'Für die bestätigten Türen senden',
  'arrivals.answer-wait': 'Warten',
  'arrivals.answer-send-change': 'Neue PIN senden',
  'arrivals.answered-confirm': 'Latchkey arbeitet damit weiter.',
  'arrivals.answered-approve': 'Latchkey verwendet ab jetzt dieses Konto.',
  'arrivals.answered-keep': 'Für dieses Konto wird nichts geändert. Geben Sie die Zugangsdaten des anderen ein.',
  'arrivals.answered-next-sync': 'Die nächste Synchronisierung richtet sich danach.',
  'arrivals.answered-before': 'Das ist schon beantwortet.',
};
