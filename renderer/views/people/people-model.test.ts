import { expect, it } from 'vitest';
import type { LocalDate, LocalDateTime } from '../../../shared/time.ts';
import { codeId, personId, place } from '../../../tests/support/ids.ts';
import { PEOPLE_LISTED } from '../../../tests/window/data/people.ts';
import { codesOfNobody, inGroups, stateOf } from './people-model.ts';
import type { DoorCode } from './people-model.ts';

const { people } = PEOPLE_LISTED;
const byName = (one: string, other: string): number => one.localeCompare(other, 'en');
const code = (id: number, changes: Partial<DoorCode>): DoorCode => ({
  ...place(3701, 'Kp4Mr1Zs'),
  codeId: codeId(id),
  name: 'Cleaner',
  start: null,
  end: null,
  isActive: true,
  bookingId: null,
  personId: null,
  owner: 'by-hand',
  schedule: null,
  ...changes,
});

it('says of each person whether the code works, and what hinders it first', () => {
  expect(people.map((person) => `${person.name}: ${stateOf(person)}`)).toEqual([
    'Aurélie Castaing-Morvan: opens',
    'Ménage Rosalinde: next',
    'Nettoyage Canal: waiting',
    'Plombier Oyelaran: partly',
    'Photographe: opens',
    'Tobias Kellermann: off',
    'Spare: opens',
    'Spare: opens',
  ]);
});

it('does not call over what could not be read', () => {
  const [owner] = people;
  if (owner === undefined) throw new Error('The data has people.');
  const doors = owner.doors.map((door) => ({ ...door, state: 'unverified' as const }));
  expect(stateOf({ ...owner, window: null, doors, opensNow: false })).toBe('unknown');
  expect(stateOf({ ...owner, window: null, doors: owner.doors.map((door) => ({ ...door, state: 'outdated' as const })) })).toBe('over');
});

it('shows spare codes apart, sorted and searched as the others', () => {
  const all = inGroups(people, '', ({ name }) => name, byName);
  expect(all.spares.map(({ personId: id }) => id)).toEqual(['spare1', 'spare2']);
  expect(all.people.map(({ name }) => name)).toEqual(all.people.map(({ name }) => name).toSorted(byName));
  expect(inGroups(people, 'menage', ({ name }) => name, byName)).toMatchObject({ people: [{ name: 'Ménage Rosalinde' }], spares: [] });
});

it('lists codes made by hand and of people not known here, as long as they may open a door', () => {
  const codes = [
    code(1, {}),
    code(2, { personId: personId('zzzzz9') }),
    code(3, { personId: personId('own3r2') }),
    code(4, { bookingId: 12 as DoorCode['bookingId'] }),
    code(5, { end: '2026-11-22T00:00' as LocalDateTime }),
    code(6, { end: '2026-11-21T23:59' as LocalDateTime }),
  ];
  expect(codesOfNobody(codes, people, '2026-11-22' as LocalDate).map(({ codeId: id }) => id)).toEqual([1, 2, 5]);
});
