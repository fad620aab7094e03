/** Until when codes are in place without another sync, as tray, quit question and command line say it. */
import type { Section } from '../message.ts';

export const covered = {
  'covered.until': 'Codes are in place for arrivals until {time}.',
  'covered.until-messages': {
    one: 'Codes are in place for arrivals until {time}; 1 message due before that would not go.',
    other: 'Codes are in place for arrivals until {time}; {count} messages due before that would not go.',
  },
  // A code of a person, or one that would open too long, is what comes first.
  'covered.right': 'Codes stay right until {time}.',
  'covered.right-messages': {
    one: 'Codes stay right until {time}; 1 message due before that would not go.',
    other: 'Codes stay right until {time}; {count} messages due before that would not go.',
  },
  'covered.quit': 'Quit (codes are in place until {time})',
  'covered.quit-messages': {
    one: 'Quit (codes until {time}; 1 message would wait)',
    other: 'Quit (codes until {time}; {count} messages would wait)',
  },
  'covered.over': 'Not every code is right any more: the next sync corrects what it can.',
  'quit.title': 'Quit Latchkey?',
  'quit.yes': 'Quit',
  'quit.no': 'Keep running',
} as const satisfies Section;
