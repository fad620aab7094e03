/** A mapping while it is edited: what the user typed as it was typed, what is wrong with it, and what differs from what is saved. */
import { placeKey } from '../../../shared/domain/ids.ts';
import type { KeypadPlace, UnitId } from '../../../shared/domain/ids.ts';
import type { CallInput, CallOutput } from '../../../shared/ipc/contract.ts';

export type MappedUnit = CallOutput<'mapping.get'>['units'][number];
export type UnitsInput = CallInput<'mapping.save'>['units'];

export interface DraftDoor extends KeypadPlace {
  readonly prefix: string;
}
export interface DraftUnit {
  readonly unitId: UnitId;
  readonly name: string;
  readonly doors: readonly DraftDoor[];
  /** The user's word that its guests need no code: without it, a unit without doors is one that is not mapped yet, and is told as such. */
  readonly needsNoCode: boolean;
  /** null: as in the settings. */
  readonly checkIn: string | null;
  readonly checkOut: string | null;
  /** As typed; may be no number yet. */
  readonly bufferBefore: string;
  readonly bufferAfter: string;
  readonly timeZone: string | null;
}
export interface UnitMistakes {
  readonly checkIn: boolean;
  readonly checkOut: boolean;
  readonly bufferBefore: boolean;
  readonly bufferAfter: boolean;
  /** By place. `twice`: the unit names the door more than once. */
  readonly doors: ReadonlyMap<string, 'prefix' | 'twice'>;
  readonly tooManyDoors: boolean;
}

/** As the contract has it (electron refuses more), said here so that the user learns of it before. */
export const MAX_DOORS = 50;
export const MAX_BUFFER_MINUTES = 1440;
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

/** Names and zones are not the user's to edit: Smoobu tells them. */
function isSameUnit(one: DraftUnit, other: DraftUnit): boolean {
  return essence(one) === essence(other);
}
function essence({ doors, needsNoCode, checkIn, checkOut, bufferBefore, bufferAfter }: DraftUnit): string {
  // Not mapped: what else was typed has no use before it has a door.
  if (doors.length === 0 && !needsNoCode) return '';
  const places = doors.map(({ lockId, keypadId, prefix }) => [lockId, keypadId, prefix]);
  return JSON.stringify([places, checkIn, checkOut, minutesOf(bufferBefore) ?? bufferBefore, minutesOf(bufferAfter) ?? bufferAfter]);
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
export function setPrefix(unit: DraftUnit, place: KeypadPlace, prefix: string): DraftUnit {
  return { ...unit, doors: unit.doors.map((door) => (placeKey(door) === placeKey(place) ? { ...door, prefix } : door)) };
}
export function hasDoor(unit: DraftUnit, place: KeypadPlace): boolean {
  return unit.doors.some((door) => placeKey(door) === placeKey(place));
}

/** Which units open with a keypad, by place. */
export function usersOf(draft: readonly DraftUnit[]): ReadonlyMap<string, readonly UnitId[]> {
  const users = new Map<string, UnitId[]>();
  for (const { unitId, doors } of draft) {
    for (const key of new Set(doors.map(placeKey))) users.set(key, [...(users.get(key) ?? []), unitId]);
  }
  return users;
}
/** What guests of other units type first on that keypad: it belongs to the keypad, so a new user of it most likely needs the same. */
export function knownPrefix(draft: readonly DraftUnit[], place: KeypadPlace): string {
  return draft.flatMap(({ doors }) => doors).find((door) => placeKey(door) === placeKey(place))?.prefix ?? '';
}

/** Units that differ from what is saved, those that were added or taken out included. */
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

/** The draft on top of what was saved elsewhere meanwhile: what the user edited stays, the rest is taken over. */
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
  const doors = new Map<string, 'prefix' | 'twice'>();
  const seen = new Set<string>();
  for (const door of unit.doors) {
    const key = placeKey(door);
    if (seen.has(key)) doors.set(key, 'twice');
    else if (!/^\d*$/.test(door.prefix) || door.prefix.length > MAX_PREFIX_LENGTH) doors.set(key, 'prefix');
    seen.add(key);
  }
  return {
    checkIn: unit.checkIn !== null && !isTime(unit.checkIn),
    checkOut: unit.checkOut !== null && !isTime(unit.checkOut),
    bufferBefore: minutesOf(unit.bufferBefore) === null,
    bufferAfter: minutesOf(unit.bufferAfter) === null,
    doors,
    tooManyDoors: unit.doors.length > MAX_DOORS,
  };
}
export function hasMistakes(unit: DraftUnit): boolean {
  const { checkIn, checkOut, bufferBefore, bufferAfter, doors, tooManyDoors } = mistakesOf(unit);
  return checkIn || checkOut || bufferBefore || bufferAfter || doors.size > 0 || tooManyDoors;
}

/** Whole minutes up to a day; null for anything else. */
export function minutesOf(text: string): number | null {
  if (!/^\d{1,4}$/.test(text.trim())) return null;
  const minutes = Number(text);
  return minutes <= MAX_BUFFER_MINUTES ? minutes : null;
}
/** As a time field gives it. */
function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * What is sent: only for a draft without mistakes. A unit without doors goes along only by the user's word: else its guests would get no
 * code without anybody being told.
 */
export function inputOf(draft: readonly DraftUnit[], nameOf: (unit: DraftUnit) => string): UnitsInput {
  return draft
    .filter(({ doors, needsNoCode }) => doors.length > 0 || needsNoCode)
    .map((unit) => ({
      unitId: unit.unitId,
      name: nameOf(unit),
      doors: unit.doors.map(({ lockId, keypadId, prefix }) => ({ lockId, keypadId, prefix })),
      checkIn: unit.checkIn,
      checkOut: unit.checkOut,
      bufferBeforeMinutes: minutesOf(unit.bufferBefore) ?? 0,
      bufferAfterMinutes: minutesOf(unit.bufferAfter) ?? 0,
      timeZone: unit.timeZone,
    }));
}
