/** The list of units: those of Smoobu and those with doors, with what needs attention in each. Pure. */
import type { KeypadPlace, UnitId } from '../../../../shared/domain/ids.ts';
import type { CallOutput } from '../../../../shared/ipc/contract.ts';
import { isFoundIn } from '../../../../shared/text.ts';
import { changedUnits, hasMistakes } from './draft.ts';
import type { DraftUnit, MappedUnit } from './draft.ts';

export type Discovery = CallOutput<'accounts.discover'>;

/** How a unit and its doors belong together, as far as the names tell. */
type Likeness = 'same-name' | 'same-words' | 'similar';
export interface Match {
  readonly unitId: UnitId;
  /** In the order in which guests meet them: the building's first. */
  readonly doors: readonly KeypadPlace[];
  readonly likeness: Likeness;
  /** How many units a gate among them is suggested for; 0: there is none. */
  readonly sharedBy: number;
}
const SAME_NAME = 0.999;
/** Below this, names only look alike, and the user has to choose such a match. */
const SAME_WORDS = 0.75;

/** For units without doors, the own door and the gates in front of it. */
export function matchesOf({ suggestions, gates }: Pick<Discovery, 'suggestions' | 'gates'>): ReadonlyMap<UnitId, Match> {
  return new Map(
    suggestions.map(({ unitId, doors, likeness }) => {
      const before = gates.filter(({ units }) => units.includes(unitId));
      const match: Match = {
        unitId,
        doors: [...before.map(({ lockId, keypadId }) => ({ lockId, keypadId })), ...doors],
        likeness: likeness >= SAME_NAME ? 'same-name' : likeness >= SAME_WORDS ? 'same-words' : 'similar',
        sharedBy: Math.max(0, ...before.map(({ units }) => units.length).filter((count) => count > 1)),
      };
      return [unitId, match];
    }),
  );
}

export interface UnitRow {
  readonly unitId: UnitId;
  readonly name: string;
  readonly doorCount: number;
  /** The user has confirmed that its guests need no code. */
  readonly needsNoCode: boolean;
  /** It has doors, but is no longer in Smoobu. */
  readonly isGone: boolean;
  readonly isChanged: boolean;
  readonly hasMistake: boolean;
  /** One of its keypads is no longer in the account. */
  readonly isMissingDoor: boolean;
  /** Only where the unit has no door yet. */
  readonly match: Match | null;
}
export interface RowsOf {
  readonly draft: readonly DraftUnit[];
  readonly saved: readonly MappedUnit[];
  /** null: not read yet. */
  readonly found: Discovery | null;
  readonly nameOf: (unitId: UnitId) => string;
  readonly compare: (one: string, other: string) => number;
}

export function unitRows({ draft, saved, found, nameOf, compare }: RowsOf): readonly UnitRow[] {
  const drafted = new Map(draft.map((unit) => [unit.unitId, unit]));
  const matches = found === null ? null : matchesOf(found);
  const existing = found?.units ?? null;
  const existingIds = new Set(existing?.map(({ unitId }) => unitId));
  const changed = changedUnits(saved, draft);
  const unitIds = new Set([...existingIds, ...drafted.keys()]);
  const rows = [...unitIds].map((unitId): UnitRow => {
    const unit = drafted.get(unitId);
    const doorCount = unit?.doors.length ?? 0;
    const needsNoCode = doorCount === 0 && unit?.needsNoCode === true;
    return {
      unitId,
      name: nameOf(unitId),
      doorCount,
      needsNoCode,
      isGone: existing !== null && !existingIds.has(unitId),
      isChanged: changed.has(unitId),
      hasMistake: unit !== undefined && hasMistakes(unit),
      isMissingDoor: unit?.doors.some((door) => isMissing(found, door)) ?? false,
      match: doorCount === 0 && !needsNoCode ? (matches?.get(unitId) ?? null) : null,
    };
  });
  return rows.sort((one, other) => compare(one.name, other.name) || one.unitId - other.unitId);
}

export type UnitFilter = 'all' | 'without-door';
/** `doorsOf`: the names of its doors, by which a unit is found too. */
export function filteredRows(
  rows: readonly UnitRow[],
  search: string,
  filter: UnitFilter,
  doorsOf: (unitId: UnitId) => readonly string[] = () => [],
): readonly UnitRow[] {
  return rows.filter(
    ({ name, unitId, doorCount, needsNoCode }) =>
      (filter === 'all' || (doorCount === 0 && !needsNoCode)) &&
      (isFoundIn([name, ...doorsOf(unitId)], search) || String(unitId) === search.trim()),
  );
}

/** Those that the user may use together. */
export function sureMatches(rows: readonly UnitRow[]): readonly Match[] {
  return rows.flatMap(({ match }) => (match !== null && match.likeness !== 'similar' ? [match] : []));
}

/** True when the account was read and does not have the keypad: it can hold no codes. */
export function isMissing(found: Discovery | null, place: KeypadPlace): boolean {
  const locks = found?.locks ?? null;
  if (locks === null) return false;
  return !locks.some((lock) => lock.lockId === place.lockId && lock.keypads.some(({ keypadId }) => keypadId === place.keypadId));
}
