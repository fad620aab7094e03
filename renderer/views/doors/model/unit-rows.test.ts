import { describe, expect, it } from 'vitest';
import type { Names } from '../../../../shared/domain/app-state.ts';
import { addDoor, blankUnit } from './draft.ts';
import type { DraftUnit } from './draft.ts';
import { matchesKeypad, mergedNames, offeredKeypads } from './keypads.ts';
import { filteredRows, isMissing, matchesOf, sureMatches, unitRows } from './unit-rows.ts';
import type { Discovery, RowsOf } from './unit-rows.ts';
import { branded, keypadId, lockId, place, unitId } from '../../../../tests/support/ids.ts';

const DOOR = place(5, 'KpA');
const found = branded<Discovery>({
  units: [
    { unitId: 1, name: 'Flat 10' },
    { unitId: 2, name: 'Flat 2' },
    { unitId: 3, name: 'Écluse' },
  ],
  locks: [
    { lockId: 5, name: 'Front', timeZone: null, batteryMillivolts: null, keypads: [{ keypadId: 'KpA', name: 'Porch' }] },
    { lockId: 6, name: 'Shed', timeZone: null, batteryMillivolts: null, keypads: [] },
  ],
  suggestions: [
    { unitId: 2, doors: [DOOR], likeness: 0.96 },
    { unitId: 3, doors: [DOOR], likeness: 0.7 },
  ],
  gates: [],
  houses: [],
  failures: [],
});
const compare = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });
function rowsOf(further: Partial<RowsOf> = {}) {
  const names = new Map(found.units?.map(({ unitId, name }) => [unitId, name]));
  return unitRows({ draft: [], saved: [], found, nameOf: (unitId) => names.get(unitId) ?? `Unit ${String(unitId)}`, compare, ...further });
}

describe('the list of units', () => {
  it('has the units of Smoobu and those with doors, sorted by name', () => {
    const rows = rowsOf({ draft: [addDoor(blankUnit(unitId(8), ''), DOOR, '')] });
    expect(rows.map(({ name, isGone }) => [name, isGone])).toEqual([
      ['Écluse', false],
      ['Flat 2', false],
      ['Flat 10', false],
      ['Unit 8', true],
    ]);
  });
  it('marks no unit as gone while Smoobu cannot be read', () => {
    expect(rowsOf({ draft: [blankUnit(unitId(8), '')], found: { ...found, units: null } }).map(({ isGone }) => isGone)).toEqual([false]);
    expect(rowsOf({ draft: [blankUnit(unitId(8), '')], found: null })).toHaveLength(1);
  });
  it('matches doors only with units that have none, and uses together only what is not merely similar', () => {
    expect(sureMatches(rowsOf()).map(({ unitId }) => unitId)).toEqual([2]);
    expect(sureMatches(rowsOf({ draft: [addDoor(blankUnit(unitId(2), ''), DOOR, '')] }))).toEqual([]);
  });
  it('puts the gate before the own door, and says what the names tell', () => {
    const gate = { ...place(7, 'KpGate'), units: [unitId(1), unitId(2)] };
    const likeness = [1, 0.8, 0.7];
    const suggestions = likeness.map((value, index) => ({ unitId: unitId(index + 1), doors: [DOOR], likeness: value }));
    const matches = [...matchesOf({ suggestions, gates: [gate, { ...place(8, 'KpHall'), units: [unitId(3)] }] }).values()];
    expect(matches).toMatchObject([
      { likeness: 'same-name', sharedBy: 2, doors: [place(7, 'KpGate'), DOOR] },
      { likeness: 'same-words', sharedBy: 2, doors: [place(7, 'KpGate'), DOOR] },
      { likeness: 'similar', sharedBy: 0, doors: [place(8, 'KpHall'), DOOR] },
    ]);
  });
  it('marks changes and mistakes', () => {
    const unit = addDoor(blankUnit(unitId(2), ''), DOOR, 'x');
    const row = (doors: readonly DraftUnit[]) => rowsOf({ draft: doors }).find(({ unitId }) => unitId === 2);
    expect(row([unit])).toMatchObject({ isChanged: true, hasMistake: true, isMissingDoor: false, doorCount: 1 });
    expect(row([addDoor(unit, place(5, 'KpGone'), '')])).toMatchObject({ isMissingDoor: true });
  });
  it('is searched without accents, and can be filtered by units without doors', () => {
    const rows = rowsOf({ draft: [addDoor(blankUnit(unitId(2), ''), DOOR, '')] });
    const polish = rowsOf({ draft: [blankUnit(unitId(4), '')], nameOf: () => 'Mieszkanie Łukasz' });
    expect(filteredRows(polish, 'lukasz', 'all')).toHaveLength(polish.length);
    expect(filteredRows(rows, 'ecl', 'all').map(({ unitId }) => unitId)).toEqual([3]);
    expect(filteredRows(rows, '', 'without-door').map(({ unitId }) => unitId)).toEqual([3, 1]);
  });
});

describe('the keypads on offer', () => {
  const known: Names = {
    units: [{ unitId: unitId(8), name: 'Old flat' }],
    doors: [{ ...place(9, 'KpOld'), lockName: 'Cellar', keypadName: '' }],
  };
  it('are those of the account; locks without a keypad are listed apart', () => {
    const offered = offeredKeypads(mergedNames(known, found, []), found, compare);
    expect(offered.keypads).toEqual([{ ...DOOR, lockName: 'Front', keypadName: 'Porch' }]);
    expect(offered.locksWithoutKeypad).toEqual([{ lockId: 6, name: 'Shed' }]);
    expect(isMissing(found, DOOR)).toBe(false);
    expect(isMissing(found, place(9, 'KpOld'))).toBe(true);
  });
  it('are those with known names while the account cannot be read', () => {
    const unread = { ...found, locks: null };
    expect(offeredKeypads(mergedNames(known, unread, []), unread, compare).keypads).toEqual(known.doors);
    expect(isMissing(unread, place(9, 'KpOld'))).toBe(false);
  });
  it('keep their names of the settings where the account has none', () => {
    const nameless = {
      ...found,
      locks: [{ ...found.locks![0]!, lockId: lockId(9), name: ' ', keypads: [{ keypadId: keypadId('KpOld'), name: '' }] }],
    };
    expect(mergedNames(known, nameless, []).doors).toEqual(known.doors);
  });
  it('are found by any of their names or ids', () => {
    const door = { ...place(9, 'KpOld'), lockName: 'Cellar', keypadName: 'Steps' };
    expect(['cell', 'STEPS', 'kpold', '9', ''].every((search) => matchesKeypad(door, search))).toBe(true);
    expect(matchesKeypad(door, 'attic')).toBe(false);
    expect(matchesKeypad({ ...door, lockName: 'Brama Łódzka' }, 'lodz')).toBe(true);
  });
});
