import { expect, it } from 'vitest';
import { findStays, indexStays } from './search.ts';
import { stayOf } from '../../../tests/support/stays.ts';

const stays = [
  stayOf({ id: 7001, start: '2026-11-23T15:00', end: '2026-11-24T12:00', guestName: 'Łucja Zielonogórska' }),
  stayOf({ id: 7002, start: '2026-11-24T15:00', end: '2026-11-25T12:00', guestName: 'Björk Ægisdóttir', verdict: 'action-needed' }),
  stayOf({ id: 7003, start: '2026-11-25T15:00', end: '2026-11-26T12:00', guestName: '  ' }),
];
const index = indexStays(stays, () => 'Canal, porte', 'Guest without a name');
const found = (query: string, onlyNeedsYou = false) => findStays(index, query, onlyNeedsYou).map(({ stay }) => stay.booking.id);

it('finds stays by guest, unit, door and booking number, without regard to case and accents', () => {
  expect(found('LUCJA zielonogorska')).toEqual([7001]);
  expect(found('bjork aegis')).toEqual([7002]);
  expect(found('mill house 7003')).toEqual([7003]);
  expect(found('CANAL')).toEqual([7001, 7002, 7003]);
  expect(found('without a name')).toEqual([7003]);
  expect(found('nobody')).toEqual([]);
});
it('finds all stays for an empty query, and only those that need the user if that is chosen', () => {
  expect(found('   ')).toEqual([7001, 7002, 7003]);
  expect(found('', true)).toEqual([7002]);
  expect(found('lucja', true)).toEqual([]);
});
it('does not find a word across two fields', () => {
  expect(found('abrilmill')).toEqual([]);
});
it('asks each door for its name once', () => {
  let asked = 0;
  indexStays(
    stays,
    () => {
      asked += 1;
      return '';
    },
    '',
  );
  expect(asked).toBe(1);
});
