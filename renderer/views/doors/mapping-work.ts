/** The data of the mapping editor (the saved mapping, the draft, what the accounts have), and the functions that change it. Pure. */
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { addDoor, blankUnit, changedUnits, draftOf, knownPrefix, rebase, withUnit } from './draft.ts';
import type { DraftUnit, MappedUnit } from './draft.ts';
import type { Discovery, Suggestion } from './unit-rows.ts';

type MappingState = CallOutput<'mapping.get'>;

export interface MappingWork {
  readonly saved: readonly MappedUnit[];
  readonly canUndo: boolean;
  readonly draft: readonly DraftUnit[];
  /** The mapping that undo restores; null when this window does not know it. */
  readonly beforeSave: readonly MappedUnit[] | null;
  /** What the accounts had when they were last read; null before that. */
  readonly found: Discovery | null;
  readonly chosen: UnitId | null;
}

/** Keeps what the user edited. */
export function afterLoad(work: MappingWork | null, { units, canUndo }: MappingState): MappingWork {
  if (work === null) return { saved: units, canUndo, draft: draftOf(units), beforeSave: null, found: null, chosen: null };
  // When the mapping was saved elsewhere, undo no longer restores what this window remembers.
  const isSame = canUndo && JSON.stringify(units) === JSON.stringify(work.saved);
  return { ...work, saved: units, canUndo, draft: rebase(work.draft, work.saved, units), beforeSave: isSame ? work.beforeSave : null };
}
export function afterSave(work: MappingWork, { units, canUndo }: MappingState): MappingWork {
  return { ...work, saved: units, canUndo, draft: draftOf(units), beforeSave: work.saved };
}
export function afterUndo(work: MappingWork, { units, canUndo }: MappingState): MappingWork {
  return { ...work, saved: units, canUndo, draft: draftOf(units), beforeSave: null };
}
export function afterDiscard(work: MappingWork): MappingWork {
  return { ...work, draft: draftOf(work.saved) };
}
export function isChanged({ saved, draft }: MappingWork): boolean {
  return changedUnits(saved, draft).size > 0;
}

/** A blank one for a unit that is not in the mapping yet. */
export function unitOf({ draft }: Pick<MappingWork, 'draft'>, unitId: UnitId, name: string): DraftUnit {
  return draft.find((unit) => unit.unitId === unitId) ?? blankUnit(unitId, name);
}

/** Adds the suggested doors, with the prefixes that other units have for them. */
export function withSuggestions(work: MappingWork, suggestions: readonly Suggestion[], nameOf: (unitId: UnitId) => string): MappingWork {
  const draft = suggestions.reduce<readonly DraftUnit[]>((before, { unitId, doors }) => {
    const unit = unitOf({ draft: before }, unitId, nameOf(unitId));
    const withDoors = doors.reduce((filled, place) => addDoor(filled, place, knownPrefix(before, place)), unit);
    return withUnit(before, withDoors);
  }, work.draft);
  return { ...work, draft };
}
