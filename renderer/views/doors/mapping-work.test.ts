import { describe, expect, it } from 'vitest';
import { addDoor, withUnit } from './draft.ts';
import type { MappedUnit } from './draft.ts';
import { afterDiscard, afterLoad, afterSave, afterUndo, isChanged, unitOf, withSuggestions } from './mapping-work.ts';
import type { MappingWork } from './mapping-work.ts';
import { place, unitId } from '../../../tests/support/ids.ts';

const GATE = place(1, 'KpGate');
const FLAT = place(2, 'KpFlat');
const nameOf = (unitId: number): string => `Unit ${String(unitId)}`;

function mapped(id: number, doors: MappedUnit['doors'] = [{ ...GATE, prefix: '7' }]): MappedUnit {
  return {
    unitId: unitId(id),
    name: '',
    doors,
    checkIn: null,
    checkOut: null,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    timeZone: null,
  };
}
function begun(): MappingWork {
  return afterLoad(null, { units: [mapped(1)], canUndo: false });
}
function edited(): MappingWork {
  const work = begun();
  return { ...work, draft: withUnit(work.draft, addDoor(unitOf(work, unitId(1), ''), FLAT, '')) };
}

describe('the data of the mapping editor', () => {
  it('is unchanged after loading, and keeps an edit when it is loaded again', () => {
    expect(isChanged(begun())).toBe(false);
    const again = afterLoad(edited(), { units: [mapped(1), mapped(2)], canUndo: false });
    expect(again.draft.map(({ unitId, doors }) => [unitId, doors.length])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(isChanged(again)).toBe(true);
  });
  it('forgets an edit when it is discarded', () => {
    expect(isChanged(afterDiscard(edited()))).toBe(false);
  });
  it('remembers the mapping before a save until the save is undone here or elsewhere', () => {
    const saved = afterSave(edited(), {
      units: [
        mapped(1, [
          { ...GATE, prefix: '7' },
          { ...FLAT, prefix: '' },
        ]),
      ],
      canUndo: true,
    });
    expect(isChanged(saved)).toBe(false);
    expect(saved.beforeSave).toEqual([mapped(1)]);
    expect(afterUndo(saved, { units: [mapped(1)], canUndo: false })).toMatchObject({ beforeSave: null, saved: [mapped(1)] });
    expect(afterLoad(saved, { units: [...saved.saved], canUndo: true }).beforeSave).toEqual([mapped(1)]);
    expect(afterLoad(saved, { units: [...saved.saved], canUndo: false }).beforeSave).toBeNull();
    expect(afterLoad(saved, { units: [mapped(1), mapped(9)], canUndo: true }).beforeSave).toBeNull();
  });
  it('adds suggested doors with their known prefixes', () => {
    const suggestions = [
      { unitId: unitId(5), doors: [GATE, FLAT], likeness: 1 },
      { unitId: unitId(6), doors: [FLAT], likeness: 0.95 },
    ];
    const work = withSuggestions(begun(), suggestions, nameOf);
    expect(unitOf(work, unitId(5), '').doors).toEqual([
      { ...GATE, prefix: '7' },
      { ...FLAT, prefix: '' },
    ]);
    expect(unitOf(work, unitId(6), '')).toMatchObject({ name: 'Unit 6', doors: [{ ...FLAT, prefix: '' }] });
    expect(isChanged(begun())).toBe(false);
  });
});
