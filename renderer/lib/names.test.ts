import { expect, it } from 'vitest';
import { sampleSnapshot } from '../../tests/support/snapshot.ts';
import { guestOf, ownKeypadName } from './names.ts';
import { bookingId } from '../../tests/support/ids.ts';

const known = sampleSnapshot();

it('calls the guest of an operation as the booking does, else as the code does', () => {
  const [hold] = known.holds;
  if (hold === undefined) throw new Error('The sample has a hold.');
  expect(guestOf(known, hold)).toBeNull();
  expect(guestOf(known, { ...hold, changes: { name: { from: 'Ines Abril', to: null } } })).toBe('Ines Abril');
  expect(guestOf(known, { ...hold, bookingId: bookingId(7001) })).toBe('Ines Abril');
});
it.each([
  ['Canal, porte', 'Digicode Canal, porte', null],
  ['Canal, porte, Cour', 'Cour', null],
  ['Canal', 'canal', null],
  ['Canal', ' ', null],
  ['Canal', ' Courtyard ', 'Courtyard'],
])('beside the door %s, the keypad "%s" is called %s', (door, keypad, shown) => {
  expect(ownKeypadName(door, keypad)).toBe(shown);
});
