/** Words that more than one view of the window uses. */
import type { common as english } from '../en/common.ts';
import type { Translated } from '../message.ts';

export const common: Translated<typeof english> = {
  'common.try-again': 'Erneut versuchen',
  'common.details': 'Details',
  'common.said': 'The Keys antwortete: {said}',
  'common.cancel': 'Abbrechen',
  'common.undo': 'Rückgängig',
  'common.undo-title': 'Rückgängig machen?',
  'common.undone': 'Rückgängig gemacht',
  'common.not-everywhere': 'Gespeichert, aber noch nicht an jeder Tür. Die nächste Synchronisierung macht weiter.',
  'common.not-everywhere-because': 'Gespeichert, aber noch nicht an jeder Tür: {problem}',
  'common.not-undone': 'Das lässt sich nicht rückgängig machen',
  'common.make-person': 'Code für diese Person anlegen',
  'common.make-people': { one: '{count} neuen Code anlegen', other: '{count} neue Codes anlegen' },
  'common.make-people-text': 'Jeder Code wird mit einer neuen PIN angelegt, für die Türen und Zeiten, die er hatte:',
  'common.make-people-one': '{name} · {doors} · {when}',
  'common.from-until': '{from} – {until}',
  'common.choose-times': 'Zeiten wählen',
  'common.made-people': { one: '{count} neuer Code angelegt', other: '{count} neue Codes angelegt' },
  'common.not-all-made': '{made}. Nicht angelegt: {names}',
  'common.not-made-because': '{name} ({problem})',
  'common.save': 'Speichern',
  'common.close': 'Schließen',
  'common.unit-number': 'Unterkunft {id}',
  'common.lock-number': 'Schloss {id}',
  'common.keypad-id': 'Tastenfeld {id}',
  'common.keypad-no-name': 'Tastenfeld ohne Namen',
  'common.no-name': 'Gast ohne Namen',
  'common.loading': 'Wird geladen',
};
