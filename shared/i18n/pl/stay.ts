/** The panel of a stay. */
import type { stay as english } from '../en/stay.ts';
import type { Translated } from '../message.ts';

export const stay: Translated<typeof english> = {
  'stay.opens': 'Otwiera od',
  'stay.until': 'Do',
  'stay.new-pin': 'Nowy PIN',
  'stay.new-pin-title': 'Nadać nowy PIN: {guest}?',
  'stay.new-pin-done': 'Nowy PIN nadany: {guest}',
  'stay.act-failed': 'Niczego nie zmieniono',
};
