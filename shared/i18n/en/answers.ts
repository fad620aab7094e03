/** The answers to what is asked in the arrivals view. */
import type { Section } from '../message.ts';

export const answers = {
  'arrivals.answer-approve': 'It is mine now',
  'arrivals.answer-keep': 'It is not mine',
  'arrivals.answer-confirm': 'They are right',
  'arrivals.answer-let-in': 'Let in again',
  'arrivals.answer-keep-blocked': 'Keep blocked',
  'arrivals.answer-use-booking': 'Use the booking’s times',
  'arrivals.answer-keep-change': 'Keep the change',
  'arrivals.answer-block': 'Block',
  'arrivals.answer-make-again': 'Make again',
  'arrivals.answer-new-pin': 'New PIN',
  'arrivals.answer-leave': 'Leave it',
  'arrivals.answer-usual': 'Usual time',
  'arrivals.answer-morning-of-departure': 'Night before departure',
  'arrivals.answer-night-after': 'Night after',
  'arrivals.answer-between-guests': 'Between two guests',
  'arrivals.answer-whole-day': 'Whole day',
  'arrivals.answered-confirm': 'Latchkey continues with them.',
  'arrivals.answered-approve': 'Latchkey uses this account from now on.',
  'arrivals.answered-keep': 'Nothing is changed for this account. Enter the credentials of the other one.',
  'arrivals.answered-next-sync': 'The next sync acts on it.',
  'arrivals.answered-before': 'It was answered already.',
} as const satisfies Section;
