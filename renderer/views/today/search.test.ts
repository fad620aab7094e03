import { expect, it } from 'vitest';
import { stayOf } from '../../../tests/support/stays.ts';
import { guestRows } from './rows.ts';
import { findRows, indexRows } from './search.ts';

const rows = guestRows({
  others: [],
  stays: [
    stayOf({ id: 7001, start: '2026-11-23T15:00', end: '2026-11-24T12:00', guestName: 'Łucja Zielonogórska' }),
    stayOf({ id: 7002, start: '2026-11-24T15:00', end: '2026-11-25T12:00', guestName: 'Björk Ægisdóttir', verdict: 'action-needed' }),
    stayOf({ id: 7003, start: '2026-11-25T15:00', end: '2026-11-26T12:00', guestName: '  ' }),
  ],
});
const words = {
  doorName: () => 'Canal, porte',
  unitName: ({ unitName }: (typeof rows)[number]) => unitName,
  stateName: ({ state }: (typeof rows)[number]) => state,
  noName: 'Guest without a name',
};
const index = indexRows(rows, words);
const found = (query: string) => findRows(index, query).map(({ bookingId }) => bookingId);

it('finds guests by name, unit, door, booking number and what is unusual, without regard to case and accents', () => {
  expect(found('LUCJA zielonogorska')).toEqual([7001]);
  expect(found('bjork aegis')).toEqual([7002]);
  expect(found('mill house 7003')).toEqual([7003]);
  expect(found('CANAL')).toEqual([7001, 7002, 7003]);
  expect(found('without a name')).toEqual([7003]);
  expect(found('action needed')).toEqual([7002]);
  expect(found('nobody')).toEqual([]);
});
it('finds everyone for an empty query, and no word across two fields', () => {
  expect(found('   ')).toEqual([7001, 7002, 7003]);
  expect(found('abrilmill')).toEqual([]);
});
it('asks each door for its name once', () => {
  let asked = 0;
  const doorName = (): string => {
    asked += 1;
    return '';
  };
  indexRows(rows, { ...words, doorName });
  expect(asked).toBe(1);
});
