import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { booking, date, settings, DOOR, SECOND_DOOR } from '../../tests/reconcile/fixtures.ts';
import { branded } from '../../tests/support/ids.ts';
import { personSchema } from '../domain/wishes.ts';
import { plainText } from '../text.ts';
import { doorIndex, findDoor } from './find-door.ts';
import type { DoorMatch, Found, Searchable } from './find-door.ts';

const TODAY = date('2026-11-23');
const MAPPING = settings({
  units: [
    { unitId: 101, name: 'Loft Canal', doors: [DOOR] },
    { unitId: 102, name: 'Müllerstraße', doors: [DOOR, SECOND_DOOR] },
    { unitId: 103, name: 'Garten', doors: [SECOND_DOOR] },
  ],
  locks: [
    { lockId: 11, name: 'Loft door', keypads: [{ keypadId: 'KpAlpha1', name: 'Street side' }] },
    { lockId: 12, name: 'Garten' },
  ],
}).mapping;
const CLEANER = personSchema.parse({ id: 'k3m9qa', name: 'Marta', doors: [DOOR], schedule: { kind: 'always' }, createdOn: '2026-01-01' });
const GUESTS = [
  booking({ id: 1, guestName: 'Anna Müller', unitId: 101, arrival: date('2026-11-20'), departure: date('2026-11-25') }),
  booking({ id: 2, guestName: 'Anna Müllerowa', unitId: 101, arrival: date('2026-12-20'), departure: date('2026-12-25') }),
  booking({ id: 3, guestName: 'Łukasz Groß', unitId: 102 }),
  booking({ id: 4, guestName: 'Ben Anders', unitId: 103, arrival: date('2026-11-01'), departure: date('2026-11-05') }),
  booking({ id: 5, guestName: 'Nobody', state: 'blocked' }),
];
const find = (text: string, given: Partial<Searchable> = {}): Found =>
  findDoor(doorIndex({ bookings: GUESTS, people: [CLEANER], mapping: MAPPING, ...given }, TODAY), text);
const idOf = (match: DoorMatch): unknown =>
  match.kind === 'guest' ? match.bookingId : match.kind === 'unit' ? match.unitId : match.kind === 'lock' ? match.lockId : match.personId;
const idsOf = (found: Found): unknown =>
  found.kind === 'several' ? found.matches.map(idOf) : found.kind === 'one' ? idOf(found.match) : null;

describe('finding a door', () => {
  it.each<[string, unknown, unknown]>([
    ['an exact name wins over longer ones', 'anna muller', 1],
    ['case, accents and letters of other languages do not count', 'LUKASZ gross', 3],
    ['part of a name', 'ders', 4],
    ['a word in the middle', 'muller', [102, 1, 2]],
    ['who is staying before who comes', 'anna', [1, 2]],
    ['the number of a lock', '12', 12],
    ['the number of a booking', '3', 3],
    ['the number of a unit', '102', 102],
    ['a person', 'mar', 'k3m9qa'],
    ['a keypad, by its id or name', 'street', 11],
    ['a unit and its door of one name are one', 'garten', 103],
    ['a unit and a door of different names, and the same lock, are one', 'loft', 101],
    ['nothing', 'zzz', null],
    ['an empty text', '  ', null],
    ['blocked days are nobody', 'nobody', null],
  ])('%s', (_what, text, expected) => {
    expect(idsOf(find(text as string))).toEqual(expected);
  });

  it('lists guests of the same name, also when both are typed in full', () => {
    const same = [booking({ id: 7, guestName: 'Kim Lee' }), booking({ id: 8, guestName: 'Kim  Lee' })];
    expect(idsOf(find('kim lee', { bookings: same }))).toEqual([7, 8]);
  });

  it('shows twenty, and says how many more there are', () => {
    const many = Array.from({ length: 50 }, (_unused, id) => booking({ id: id + 1, guestName: `Kim ${String(id)}x` }));
    expect(find('kim', { bookings: many })).toMatchObject({ kind: 'several', more: 30 });
  });

  const name = fc.stringMatching(/^[A-Za-zéüßłø]{1,4}( [A-Za-zéüßłø]{1,4})?$/);
  const guests = fc.uniqueArray(name, { maxLength: 30, selector: plainText });

  it('finds every guest by the full name, and by any part of it among others that have all its words', () => {
    fc.assert(
      fc.property(guests, fc.nat(), fc.nat({ max: 8 }), fc.nat({ max: 8 }), (names, pick, from, to) => {
        fc.pre(names.length > 0);
        const bookings = names.map((guestName, index) => booking({ id: index + 1, guestName }));
        const empty = { bookings, people: [], mapping: branded<Searchable['mapping']>({ units: [], locks: [], retired: [] }) };
        const wanted = names[pick % names.length]!;
        expect(find(wanted, empty)).toMatchObject({ kind: 'one', match: { name: wanted } });
        const part = plainText(wanted)
          .slice(from, from + to)
          .trim();
        fc.pre(part !== '');
        const found = find(part, empty);
        const listed = found.kind === 'several' ? found.matches : found.kind === 'one' ? [found.match] : [];
        expect(listed.length).toBeGreaterThan(0);
        for (const { name: listedName } of listed) for (const word of part.split(' ')) expect(plainText(listedName)).toContain(word);
      }),
    );
  });
});
