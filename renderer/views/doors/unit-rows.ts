/** The list of units beside the editor: those of Smoobu and those in the mapping, with what needs attention in each. Pure. */
import type { KeypadPlace, UnitId } from '../../../shared/domain/ids.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { isFoundIn } from '../../../shared/text.ts';
import { changedUnits, hasMistakes } from './draft.ts';
import type { DraftUnit, MappedUnit } from './draft.ts';

export type Discovery = CallOutput<'accounts.discover'>;
export type Suggestion = Discovery['suggestions'][number];

/** From here on, a suggestion may be accepted together with others. */
const SURE_LIKENESS = 0.9;
const LIKELY_LIKENESS = 0.75;

export interface UnitRow {
  readonly unitId: UnitId;
  readonly name: string;
  readonly doorCount: number;
  /** The user has confirmed that its guests need no code. */
  readonly needsNoCode: boolean;
  /** In the mapping, but no longer in Smoobu. */
  readonly isGone: boolean;
  readonly isChanged: boolean;
  readonly hasMistake: boolean;
  /** One of its keypads is no longer in the account. */
  readonly isMissingDoor: boolean;
  /** Only where the unit has no door yet. */
  readonly suggestion: Suggestion | null;
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
  const suggestions = new Map(found?.suggestions.map((suggestion) => [suggestion.unitId, suggestion]));
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
      suggestion: doorCount === 0 && !needsNoCode ? (suggestions.get(unitId) ?? null) : null,
    };
  });
  return rows.sort((one, other) => compare(one.name, other.name) || one.unitId - other.unitId);
}

export type UnitFilter = 'all' | 'not-mapped';
export function filteredRows(rows: readonly UnitRow[], search: string, filter: UnitFilter): readonly UnitRow[] {
  return rows.filter(
    ({ name, unitId, doorCount, needsNoCode }) =>
      (filter === 'all' || (doorCount === 0 && !needsNoCode)) && (isFoundIn([name], search) || String(unitId) === search.trim()),
  );
}

export function sureSuggestions(rows: readonly UnitRow[]): readonly Suggestion[] {
  return rows.flatMap(({ suggestion }) => (suggestion !== null && suggestion.likeness >= SURE_LIKENESS ? [suggestion] : []));
}
export function confidence(likeness: number): 'same' | 'alike' | 'perhaps' {
  if (likeness >= SURE_LIKENESS) return 'same';
  return likeness >= LIKELY_LIKENESS ? 'alike' : 'perhaps';
}

/** True when the account was read and does not have the keypad: it can hold no codes. */
export function isMissing(found: Discovery | null, place: KeypadPlace): boolean {
  const locks = found?.locks ?? null;
  if (locks === null) return false;
  return !locks.some((lock) => lock.lockId === place.lockId && lock.keypads.some(({ keypadId }) => keypadId === place.keypadId));
}
