/** Words that more than one view of the window uses. */
import type { Section } from '../message.ts';

export const common = {
  'common.try-again': 'Try again',
  'common.details': 'Details',
  'common.said': 'The Keys said: {said}',
  'common.cancel': 'Cancel',
  'common.undo': 'Undo',
  'common.undo-title': 'Take this back?',
  'common.undone': 'Taken back',
  'common.not-everywhere': 'Saved, but not on every door yet. The next sync continues.',
  'common.not-everywhere-because': 'Saved, but not on every door yet: {problem}',
  'common.not-undone': 'This cannot be taken back',
  'common.make-person': 'Make a code for this person',
  'common.save': 'Save',
  'common.close': 'Close',
  'common.unit-number': 'Unit {id}',
  'common.lock-number': 'Lock {id}',
  'common.keypad-id': 'keypad {id}',
  'common.keypad-no-name': 'Keypad without a name',
  'common.no-name': 'Guest without a name',
  'common.loading': 'Loading',
} as const satisfies Section;
