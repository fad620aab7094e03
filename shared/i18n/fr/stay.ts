/** The panel of a stay. */
import type { stay as english } from '../en/stay.ts';
import type { Translated } from '../message.ts';

export const stay: Translated<typeof english> = {
  'stay.opens': 'Ouvre',
  'stay.until': 'Jusqu’à',
  'stay.new-pin': 'Nouveau code PIN',
  'stay.new-pin-title': 'Donner un nouveau code PIN à {guest} ?',
  'stay.new-pin-done': '{guest} a un nouveau code PIN',
  'stay.act-failed': 'Rien n’a été modifié',
};
