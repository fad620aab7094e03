/** The doors of the units while they are edited: the input as typed, its mistakes, and how it differs from what is saved. Pure. */
import { placeKey } from '../../../../shared/domain/ids.ts';
import type { KeypadPlace, UnitId } from '../../../../shared/domain/ids.ts';
import type { CallInput, CallOutput } from '../../../../shared/ipc/contract.ts';
import { LIMITS, readTime, readWholeNumber } from '../../../lib/limits.ts';

export type MappedUnit = CallOutput<'mapping.get'>['units'][number];
export type UnitsInput = CallInput<'mapping.save'>['units'];

export interface DraftDoor extends KeypadPlace {
  readonly prefix: string;
  /** The digits that the keypad has, as typed; absent or empty: all ten. */
  readonly digits?: string;
  /** Kept as it is. */
  readonly hint?: string;
}
export interface DraftUnit {
  readonly unitId: UnitId;
  readonly name: string;
  readonly doors: readonly DraftDoor[];
  /** The user has confirmed that its guests need no code. Without that, a unit without doors counts as not mapped yet. */
  readonly needsNoCode: boolean;
  /** null: as in the settings. */
  readonly checkIn: string | null;
  readonly checkOut: string | null;
  /** As typed; may not be a number yet. */
  readonly bufferBefore: string;
  readonly bufferAfter: string;
  readonly timeZone: string | null;
  /** What the times in its bookings may do. Not edited here, and kept. */
  readonly times?: NonNullable<MappedUnit['times']>;
  /** Kept too. */
  readonly address?: string;
}
export type DoorMistake = 'prefix' | 'digits' | 'twice';
export interface UnitMistakes {
  readonly checkIn: boolean;
  readonly checkOut: boolean;
  readonly bufferBefore: boolean;
  readonly bufferAfter: boolean;
  /** By place. `twice`: the unit names the door more than once. */
  readonly doors: ReadonlyMap<string, DoorMistake>;
  readonly tooManyDoors: boolean;
}

/** As in the IPC contract, where main refuses more: here the user sees the mistake before saving. */
export const MAX_DOORS = 50;
export const MAX_PREFIX_LENGTH = 8;

export function draftOf(units: readonly MappedUnit[]): readonly DraftUnit[] {
  return units.map(({ bufferBeforeMinutes, bufferAfterMinutes, ...unit }) => ({
    ...unit,
    needsNoCode: unit.doors.length === 0,
    bufferBefore: String(bufferBeforeMinutes),
    bufferAfter: String(bufferAfterMinutes),
  }));
}

export function blankUnit(unitId: UnitId, name: string): DraftUnit {
  return {
    unitId,
    name,
    doors: [],
    needsNoCode: false,
    checkIn: null,
    checkOut: null,
    bufferBefore: '0',
    bufferAfter: '0',
    timeZone: null,
  };
}

/** Without name and time zone, which come from Smoobu and cannot be edited. */
function isSameUnit(one: DraftUnit, other: DraftUnit): boolean {
  return comparable(one) === comparable(other);
}
function comparable({ doors, needsNoCode, checkIn, checkOut, bufferBefore, bufferAfter }: DraftUnit): string {
  // Not mapped: other input has no effect before the unit has a door.
  if (doors.length === 0 && !needsNoCode) return '';
  const places = doors.map((door) => [door.lockId, door.keypadId, door.prefix, digitsOf(door) ?? '']);
  return JSON.stringify([places, checkIn, checkOut, readMinutes(bufferBefore) ?? bufferBefore, readMinutes(bufferAfter) ?? bufferAfter]);
}

export function withUnit(draft: readonly DraftUnit[], unit: DraftUnit): readonly DraftUnit[] {
  return draft.some(({ unitId }) => unitId === unit.unitId)
    ? draft.map((known) => (known.unitId === unit.unitId ? unit : known))
    : [...draft, unit];
}
export function withoutUnit(draft: readonly DraftUnit[], unitId: UnitId): readonly DraftUnit[] {
  return draft.filter((unit) => unit.unitId !== unitId);
}

export function addDoor(unit: DraftUnit, { lockId, keypadId }: KeypadPlace, prefix: string): DraftUnit {
  if (hasDoor(unit, { lockId, keypadId })) return unit;
  return { ...unit, doors: [...unit.doors, { lockId, keypadId, prefix }] };
}
export function removeDoor(unit: DraftUnit, place: KeypadPlace): DraftUnit {
  return { ...unit, doors: unit.doors.filter((door) => placeKey(door) !== placeKey(place)) };
}
/** Guests meet the doors in this order. */
export function moveDoor(unit: DraftUnit, place: KeypadPlace, by: -1 | 1): DraftUnit {
  const from = unit.doors.findIndex((door) => placeKey(door) === placeKey(place));
  const door = unit.doors[from];
  const to = from + by;
  if (door === undefined || to < 0 || to >= unit.doors.length) return unit;
  return { ...unit, doors: unit.doors.toSpliced(from, 1).toSpliced(to, 0, door) };
}
export function setPrefix(unit: DraftUnit, place: KeypadPlace, prefix: string): DraftUnit {
  return { ...unit, doors: unit.doors.map((door) => (placeKey(door) === placeKey(place) ? { ...door, prefix } : door)) };
}
export function setDigits(unit: DraftUnit, place: KeypadPlace, digits: string): DraftUnit {
  return { ...unit, doors: unit.doors.map((door) => (placeKey(door) === placeKey(place) ? { ...door, digits } : door)) };
}
/** undefined: all ten. */
function digitsOf({ digits = '' }: DraftDoor): string | undefined {
  return digits === '' || new Set(digits).size === 10 ? undefined : digits;
}
export function hasDoor(unit: DraftUnit, place: KeypadPlace): boolean {
  return unit.doors.some((door) => placeKey(door) === placeKey(place));
}

/** The units that use a door, by place. */
export function unitsByDoor(draft: readonly DraftUnit[]): ReadonlyMap<string, readonly UnitId[]> {
  const users = new Map<string, UnitId[]>();
  for (const { unitId, doors } of draft) {
    for (const key of new Set(doors.map(placeKey))) users.set(key, [...(users.get(key) ?? []), unitId]);
  }
  return users;
}
/** The prefix of another unit on that keypad: it belongs to the keypad, so a new unit most likely needs the same. */
export function knownPrefix(draft: readonly DraftUnit[], place: KeypadPlace): string {
  return draft.flatMap(({ doors }) => doors).find((door) => placeKey(door) === placeKey(place))?.prefix ?? '';
}

/** Units that differ from the saved mapping, including those that were added or removed. */
export function changedUnits(saved: readonly MappedUnit[], draft: readonly DraftUnit[]): ReadonlySet<UnitId> {
  const before = new Map(draftOf(saved).map((unit) => [unit.unitId, unit]));
  const after = new Map(draft.map((unit) => [unit.unitId, unit]));
  const changed = new Set<UnitId>();
  for (const unit of draft) {
    if (!isSameUnit(unit, before.get(unit.unitId) ?? blankUnit(unit.unitId, unit.name))) changed.add(unit.unitId);
  }
  for (const unitId of before.keys()) if (!after.has(unitId)) changed.add(unitId);
  return changed;
}

/** Applies the draft to a mapping that was saved elsewhere: edited units stay, the others are replaced. */
export function rebase(draft: readonly DraftUnit[], before: readonly MappedUnit[], now: readonly MappedUnit[]): readonly DraftUnit[] {
  const changed = changedUnits(before, draft);
  const edited = new Map(draft.filter(({ unitId }) => changed.has(unitId)).map((unit) => [unit.unitId, unit]));
  const kept = draftOf(now).flatMap((unit) => {
    if (!changed.has(unit.unitId)) return [unit];
    const own = edited.get(unit.unitId);
    return own === undefined ? [] : [own];
  });
  const known = new Set(now.map(({ unitId }) => unitId));
  return [...kept, ...[...edited.values()].filter(({ unitId }) => !known.has(unitId))];
}

export function mistakesOf(unit: DraftUnit): UnitMistakes {
  const doors = new Map<string, DoorMistake>();
  const seen = new Set<string>();
  for (const door of unit.doors) {
    const key = placeKey(door);
    if (seen.has(key)) doors.set(key, 'twice');
    else if (!/^\d*$/.test(door.prefix) || door.prefix.length > MAX_PREFIX_LENGTH) doors.set(key, 'prefix');
    else if (!/^(?:|\d{2,10})$/.test(door.digits ?? '') || new Set(door.digits).size !== (door.digits ?? '').length)
      doors.set(key, 'digits');
    seen.add(key);
  }
  return {
    checkIn: unit.checkIn !== null && readTime(unit.checkIn) === null,
    checkOut: unit.checkOut !== null && readTime(unit.checkOut) === null,
    bufferBefore: readMinutes(unit.bufferBefore) === null,
    bufferAfter: readMinutes(unit.bufferAfter) === null,
    doors,
    tooManyDoors: unit.doors.length > MAX_DOORS,
  };
}
export function hasMistakes(unit: DraftUnit): boolean {
  const { checkIn, checkOut, bufferBefore, bufferAfter, doors, tooManyDoors } = mistakesOf(unit);
  return checkIn || checkOut || bufferBefore || bufferAfter || doors.size > 0 || tooManyDoors;
}

export function readMinutes(text: string): number | null {
  return readWholeNumber(text, LIMITS.bufferMinutes);
}

/**
 * What is saved, for a draft without mistakes. A unit without doors is included only if the user has confirmed that its guests need no code:
 * otherwise they would get none, and the user would not be told.
 */
export function toInput(draft: readonly DraftUnit[], nameOf: (unit: DraftUnit) => string): UnitsInput {
  return draft
    .filter(({ doors, needsNoCode }) => doors.length > 0 || needsNoCode)
    .map((unit) => ({
      unitId: unit.unitId,
      name: nameOf(unit),
      doors: unit.doors.map((door) => {
        const { lockId, keypadId, prefix, hint } = door;
        const digits = digitsOf(door);
        return { lockId, keypadId, prefix, ...(digits === undefined ? {} : { digits }), ...(hint === undefined ? {} : { hint }) };
      }),
      checkIn: unit.checkIn,
      checkOut: unit.checkOut,
      bufferBeforeMinutes: readMinutes(unit.bufferBefore) ?? 0,
      bufferAfterMinutes: readMinutes(unit.bufferAfter) ?? 0,
      timeZone: unit.timeZone,
      ...(unit.times === undefined ? {} : { times: unit.times }),
      ...(unit.address === undefined ? {} : { address: unit.address }),
    }));
}
