/** Words that more than one view of the window uses. */
import type { common as english } from '../en/common.ts';
import type { Translated } from '../message.ts';

export const common: Translated<typeof english> = {
  'common.try-again': 'Erneut versuchen',
  'common.details': 'Einzelheiten',
  'common.said': 'The Keys antwortete: {said}',
  'common.cancel': 'Abbrechen',
  'common.undo': 'Rückgängig',
  'common.undo-title': 'Rückgängig machen?',
  'common.undone': 'Rückgängig gemacht',
  'common.not-everywhere': 'Gespeichert, aber noch nicht an jeder Tür. Die nächste Synchronisierung macht weiter.',
  'common.not-everywhere-because': 'Gespeichert, aber noch nicht an jeder Tür: {problem}',
  'common.not-undone': 'Das lässt sich nicht rückgängig machen',
  'common.make-person': 'Code für diese Person anlegen',
  'common.save': 'Speichern',
  'common.close': 'Schließen',
  'common.unit-number': 'Unterkunft {id}',
  'common.lock-number': 'Schloss {id}',
  'common.keypad-id': 'Tastatur {id}',
  'common.keypad-no-name': 'Tastenfeld ohne Namen',
  'common.no-name': 'Gast ohne Namen',
  'common.loading': 'Wird geladen',
};
