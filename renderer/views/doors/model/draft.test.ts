import { describe, expect, it } from 'vitest';
import type { WallTime } from '../../../../shared/time.ts';
import {
  addDoor,
  blankUnit,
  changedUnits,
  draftOf,
  hasMistakes,
  knownPrefix,
  mistakesOf,
  moveDoor,
  rebase,
  removeDoor,
  readMinutes,
  setDigits,
  setPrefix,
  toInput,
  unitsByDoor,
  withoutUnit,
  withUnit,
} from './draft.ts';
import type { DraftUnit, MappedUnit } from './draft.ts';
import { place, unitId } from '../../../../tests/support/ids.ts';

const GATE = place(1, 'KpGate');
const FLAT = place(2, 'KpFlat');

function mapped(id: number, further: Partial<MappedUnit> = {}): MappedUnit {
  return {
    unitId: unitId(id),
    name: `Unit ${String(id)}`,
    doors: [{ ...GATE, prefix: '' }],
    checkIn: null,
    checkOut: null,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 30,
    timeZone: 'Europe/Paris',
    ...further,
  };
}
const unitOf = (draft: readonly DraftUnit[], id: number): DraftUnit => draft.find((unit) => unit.unitId === id)!;
const send = (draft: readonly DraftUnit[]) => toInput(draft, ({ name }) => name);

describe('a draft of the mapping', () => {
  it('equals the saved mapping until something is edited', () => {
    const saved = [mapped(1), mapped(2, { checkIn: '16:00' as WallTime })];
    const draft = draftOf(saved);
    expect(changedUnits(saved, draft).size).toBe(0);
    expect(send(draft)).toEqual(saved);
  });
  it('keeps a unit’s rules for the times in its bookings', () => {
    const saved = [mapped(1, { times: { checkInMode: 'exact', cleaningMinutes: 90 } })];
    const draft = withUnit(draftOf(saved), { ...unitOf(draftOf(saved), 1), bufferAfter: '30' });
    expect(send(draft)[0]?.times).toEqual({ checkInMode: 'exact', cleaningMinutes: 90 });
  });
  it('keeps a unit’s address for guests', () => {
    const saved = [mapped(1, { address: '1 Rue X' })];
    expect(send(draftOf(saved))).toEqual(saved);
  });
  it.each([
    ['', undefined, null],
    ['0123456789', undefined, null],
    ['13579', '13579', null],
    ['1', null, 'digits'],
    ['113', null, 'digits'],
    ['1a', null, 'digits'],
  ] as const)('keeps the digits %j of a keypad, or says what is wrong', (typed, saved, mistake) => {
    const [unit = blankUnit(unitId(1), '')] = draftOf([mapped(1)]);
    const edited = setDigits(unit, GATE, typed);
    expect(mistakesOf(edited).doors.get('1/KpGate') ?? null).toBe(mistake);
    if (saved !== null) expect(send([edited])[0]?.doors[0]?.digits).toBe(saved);
    if (saved !== undefined && saved !== null) expect(changedUnits([mapped(1)], [edited]).size).toBe(1);
  });
  it('knows which units changed, including those added and removed', () => {
    const saved = [mapped(1), mapped(2), mapped(3)];
    let draft = draftOf(saved);
    draft = withUnit(draft, addDoor(unitOf(draft, 1), FLAT, ''));
    draft = withoutUnit(draft, unitId(2));
    draft = withUnit(draft, addDoor(blankUnit(unitId(9), 'New'), FLAT, ''));
    expect([...changedUnits(saved, draft)].sort()).toEqual([1, 2, 9]);
  });
  it('ignores a change that was reverted, and how a number is written', () => {
    const saved = [mapped(1)];
    let draft = draftOf(saved);
    draft = withUnit(draft, addDoor(unitOf(draft, 1), FLAT, ''));
    draft = withUnit(draft, removeDoor(unitOf(draft, 1), FLAT));
    draft = withUnit(draft, { ...unitOf(draft, 1), bufferAfter: '030', name: 'Renamed in Smoobu' });
    expect(changedUnits(saved, draft).size).toBe(0);
  });
  it('saves a unit without doors only if the user confirmed that its guests need no code', () => {
    const saved = [mapped(1), mapped(2, { doors: [] })];
    const draft = withUnit(draftOf(saved), removeDoor(unitOf(draftOf(saved), 1), GATE));
    expect(send(withUnit(draft, { ...blankUnit(unitId(9), 'Looked at'), checkIn: '10:00' })).map(({ unitId }) => unitId)).toEqual([2]);
    expect([...changedUnits(saved, draft)]).toEqual([1]);
    const said = withUnit(draft, { ...unitOf(draft, 1), needsNoCode: true });
    expect(send(said)).toMatchObject([{ unitId: 1, doors: [] }, { unitId: 2 }]);
    expect(changedUnits([mapped(2, { doors: [] })], withoutUnit(said, unitId(1))).size).toBe(0);
  });
  it('moves a door, which counts as a change, and not past the ends', () => {
    const saved = [mapped(1, { doors: [GATE, FLAT].map((door) => ({ ...door, prefix: '' })) })];
    const unit = unitOf(draftOf(saved), 1);
    const moved = moveDoor(unit, FLAT, -1);
    expect(moved.doors.map(({ lockId }) => lockId)).toEqual([FLAT.lockId, GATE.lockId]);
    expect(changedUnits(saved, [moved]).size).toBe(1);
    expect([moveDoor(unit, GATE, -1), moveDoor(unit, FLAT, 1)]).toEqual([unit, unit]);
    expect(moveDoor(moved, FLAT, 1)).toEqual(unit);
  });
  it('adds a door once', () => {
    expect(addDoor(addDoor(blankUnit(unitId(1), ''), GATE, '1'), GATE, '2').doors).toEqual([{ ...GATE, prefix: '1' }]);
  });
  it('knows which units share a door, and its prefix', () => {
    const draft = [addDoor(blankUnit(unitId(1), ''), GATE, '99'), addDoor(addDoor(blankUnit(unitId(2), ''), GATE, '99'), FLAT, '')];
    expect(unitsByDoor(draft).get('1/KpGate')).toEqual([1, 2]);
    expect(unitsByDoor(draft).get('2/KpFlat')).toEqual([2]);
    expect(knownPrefix(draft, GATE)).toBe('99');
    expect(knownPrefix(draft, place(7, 'KpNew'))).toBe('');
  });
});

describe('mistakes in a draft', () => {
  const sound = addDoor(blankUnit(unitId(1), ''), GATE, '');
  it('finds none in a valid unit, whichever of its times comes first', () => {
    expect(hasMistakes({ ...sound, checkIn: '09:00', checkOut: '18:00', bufferBefore: '1440' })).toBe(false);
  });
  it.each(['a', '12 3', '123456789'])('refuses the prefix %j', (prefix) => {
    expect(mistakesOf(setPrefix(sound, GATE, prefix)).doors.get('1/KpGate')).toBe('prefix');
  });
  it('refuses a door that is listed twice', () => {
    expect(mistakesOf({ ...sound, doors: [...sound.doors, ...sound.doors] }).doors.get('1/KpGate')).toBe('twice');
  });
  it.each(['', '24:00', '9:00', '12:60'])('refuses the time %j', (checkIn) => {
    expect(mistakesOf({ ...sound, checkIn })).toMatchObject({ checkIn: true, checkOut: false });
  });
  it.each([
    ['0', 0],
    ['1440', 1440],
    ['1441', null],
    ['-1', null],
    ['1.5', null],
    ['', null],
  ])('reads %j minutes as %j', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });
  it('refuses more doors than the contract allows', () => {
    const doors = Array.from({ length: 51 }, (_, index) => ({ ...place(index + 1, 'Kp'), prefix: '' }));
    expect(hasMistakes({ ...sound, doors })).toBe(true);
    expect(hasMistakes({ ...sound, doors: doors.slice(1) })).toBe(false);
  });
});

describe('a draft when the mapping changed elsewhere', () => {
  it('keeps what the user edited and replaces the rest', () => {
    const before = [mapped(1), mapped(2), mapped(3)];
    let draft = withUnit(draftOf(before), addDoor(unitOf(draftOf(before), 1), FLAT, ''));
    draft = withUnit(draft, addDoor(blankUnit(unitId(9), 'New'), FLAT, ''));
    draft = withoutUnit(draft, unitId(3));
    const now = [mapped(1), mapped(2, { bufferAfterMinutes: 60 }), mapped(3), mapped(4)];
    const rebased = rebase(draft, before, now);
    expect(rebased.map(({ unitId }) => unitId)).toEqual([1, 2, 4, 9]);
    expect(unitOf(rebased, 1).doors).toHaveLength(2);
    expect(unitOf(rebased, 2).bufferAfter).toBe('60');
    expect([...changedUnits(now, rebased)].sort()).toEqual([1, 3, 9]);
  });
});
