/** The panel of a stay. */
import type { stay as english } from '../en/stay.ts';
import type { Translated } from '../message.ts';

export const stay: Translated<typeof english> = {
  'stay.opens': 'Öffnet ab',
  'stay.until': 'Bis',
  'stay.new-pin': 'Neue PIN',
  'stay.new-pin-title': '{guest} eine neue PIN geben?',
  'stay.new-pin-done': '{guest} hat eine neue PIN',
  'stay.act-failed': 'Es wurde nichts geändert',
};
