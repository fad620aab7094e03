import { describe, expect, it } from 'vitest';
import type { Names } from '../../../shared/domain/app-state.ts';
import { addDoor, blankUnit } from './draft.ts';
import type { DraftUnit } from './draft.ts';
import { matchesKeypad, mergedNames, offeredKeypads } from './keypads.ts';
import { confidence, filteredRows, isMissing, sureSuggestions, unitRows } from './unit-rows.ts';
import type { Discovery, RowsOf } from './unit-rows.ts';
import { branded, keypadId, lockId, place, unitId } from '../../../tests/support/ids.ts';

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
  houses: [],
  failures: [],
});
const compare = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });
function rowsOf(further: Partial<RowsOf> = {}) {
  const names = new Map(found.units?.map(({ unitId, name }) => [unitId, name]));
  return unitRows({ draft: [], saved: [], found, nameOf: (unitId) => names.get(unitId) ?? `Unit ${String(unitId)}`, compare, ...further });
}

describe('the list of units', () => {
  it('has the units of Smoobu and those of the mapping, sorted by name', () => {
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
  it('suggests doors only for units without one, and accepts only sure suggestions together', () => {
    expect(sureSuggestions(rowsOf()).map(({ unitId }) => unitId)).toEqual([2]);
    expect(sureSuggestions(rowsOf({ draft: [addDoor(blankUnit(unitId(2), ''), DOOR, '')] }))).toEqual([]);
    expect([0.9, 0.89, 0.7].map(confidence)).toEqual(['same', 'alike', 'perhaps']);
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
    expect(filteredRows(rows, '', 'not-mapped').map(({ unitId }) => unitId)).toEqual([3, 1]);
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
