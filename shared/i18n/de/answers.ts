/** The answers to what is asked on the page Today. */
import type { answers as english } from '../en/answers.ts';
import type { Translated } from '../message.ts';

export const answers: Translated<typeof english> = {
  'answer.approve': 'Das ist jetzt mein Konto',
  'answer.keep': 'Das ist nicht mein Konto',
  'answer.confirm': 'Alles stimmt',
  'answer.let-in': 'Wieder hineinlassen',
  'answer.keep-blocked': 'Gesperrt lassen',
  'answer.use-booking': 'Zeiten der Buchung verwenden',
  'answer.keep-change': 'Änderung behalten',
  'answer.block': 'Sperren',
  'answer.make-again': 'Neu anlegen',
  'answer.new-pin': 'Neue PIN',
  'answer.leave': 'So lassen',
  'answer.send-right-one': 'Richtige PIN senden',
  'answer.ignore': 'Ignorieren',
  'answer.usual': 'Übliche Zeit',
  'answer.morning-of-departure': 'Nacht vor der Abreise',
  'answer.night-after': 'Nacht nach der Abreise',
  'answer.between-guests': 'Zwischen zwei Gästen',
  'answer.whole-day': 'Ganzer Tag',
  'answer.arrived': 'Nachricht ist angekommen',
  'answer.send-again': 'Noch einmal senden',
  'answer.send-verified': 'Für die bestätigten Türen senden',
  'answer.wait': 'Warten',
  'answer.send-change': 'Neue PIN senden',
  'answered.confirm': 'Latchkey arbeitet damit weiter.',
  'answered.approve': 'Latchkey verwendet ab jetzt dieses Konto.',
  'answered.keep': 'Für dieses Konto wird nichts geändert. Geben Sie die Zugangsdaten des anderen ein.',
  'answered.next-sync': 'Die nächste Synchronisierung richtet sich danach.',
  'answered.before': 'Das ist schon beantwortet.',
};
