/** The panel of a stay. */
import type { Section } from '../message.ts';

export const stay = {
  'stay.opens': 'Opens',
  'stay.until': 'Until',
  'stay.new-pin': 'New PIN',
  'stay.new-pin-title': 'Give {guest} a new PIN?',
  'stay.new-pin-done': '{guest} has a new PIN',
  'stay.act-failed': 'Nothing was changed',
} as const satisfies Section;
