import { describe, expect, it } from 'vitest';
import { addDoor, changedUnits, withUnit } from './draft.ts';
import type { MappedUnit } from './draft.ts';
import { afterDiscard, afterLoad, afterSave, unitOf, withMatches } from './doors-work.ts';
import type { DoorsWork } from './doors-work.ts';
import type { Match } from './unit-rows.ts';
import { place, unitId } from '../../../../tests/support/ids.ts';

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
const isChanged = ({ saved, draft }: DoorsWork): boolean => changedUnits(saved, draft).size > 0;
function begun(): DoorsWork {
  return afterLoad(null, { units: [mapped(1)], before: null });
}
function edited(): DoorsWork {
  const work = begun();
  return { ...work, draft: withUnit(work.draft, addDoor(unitOf(work, unitId(1), ''), FLAT, '')) };
}

describe('units and doors while they are edited', () => {
  it('is unchanged after loading, and keeps an edit when it is loaded again', () => {
    expect(isChanged(begun())).toBe(false);
    const again = afterLoad(edited(), { units: [mapped(1), mapped(2)], before: null });
    expect(again.draft.map(({ unitId, doors }) => [unitId, doors.length])).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(isChanged(again)).toBe(true);
  });
  it('forgets an edit when it is discarded', () => {
    expect(isChanged(afterDiscard(edited()))).toBe(false);
  });
  it('equals what was saved after a save', () => {
    const doors = [GATE, FLAT].map((door) => ({ ...door, prefix: '7' }));
    const saved = afterSave(edited(), { units: [mapped(1, doors)], before: [mapped(1)] });
    expect([isChanged(saved), saved.before]).toEqual([false, [mapped(1)]]);
  });
  it('adds matched doors with their known prefixes', () => {
    const matches: readonly Match[] = [
      { unitId: unitId(5), doors: [GATE, FLAT], likeness: 'same-name', sharedBy: 0 },
      { unitId: unitId(6), doors: [FLAT], likeness: 'same-words', sharedBy: 0 },
    ];
    const work = withMatches(begun(), matches, nameOf);
    expect(unitOf(work, unitId(5), '').doors).toEqual([
      { ...GATE, prefix: '7' },
      { ...FLAT, prefix: '' },
    ]);
    expect(unitOf(work, unitId(6), '')).toMatchObject({ name: 'Unit 6', doors: [{ ...FLAT, prefix: '' }] });
    expect(isChanged(begun())).toBe(false);
  });
});
