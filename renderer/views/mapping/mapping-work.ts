/** What the editor has in hand: what is saved, the draft on top of it, and what was found in the accounts. Every change is a function. */
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { addDoor, blankUnit, changedUnits, draftOf, hasDoor, knownPrefix, rebase, withUnit } from './draft.ts';
import type { DraftUnit, MappedUnit } from './draft.ts';
import type { Discovery, Suggestion } from './unit-rows.ts';

type MappingState = CallOutput<'mapping.get'>;

export interface MappingWork {
  readonly saved: readonly MappedUnit[];
  readonly canUndo: boolean;
  readonly draft: readonly DraftUnit[];
  /** Before the last save of this window: what undoing leads back to. null: not known here. */
  readonly beforeSave: readonly MappedUnit[] | null;
  /** Of the last reading; shown until a newer one is there. */
  readonly found: Discovery | null;
  readonly chosen: UnitId | null;
}

/** What main has now; what the user edited stays. */
export function loaded(work: MappingWork | null, { units, canUndo }: MappingState): MappingWork {
  if (work === null) return { saved: units, canUndo, draft: draftOf(units), beforeSave: null, found: null, chosen: null };
  // Saved elsewhere since: what undoing leads back to is no longer what this window remembers.
  const isSame = canUndo && JSON.stringify(units) === JSON.stringify(work.saved);
  return { ...work, saved: units, canUndo, draft: rebase(work.draft, work.saved, units), beforeSave: isSame ? work.beforeSave : null };
}
export function wasSaved(work: MappingWork, { units, canUndo }: MappingState): MappingWork {
  return { ...work, saved: units, canUndo, draft: draftOf(units), beforeSave: work.saved };
}
export function wasUndone(work: MappingWork, { units, canUndo }: MappingState): MappingWork {
  return { ...work, saved: units, canUndo, draft: draftOf(units), beforeSave: null };
}
export function discarded(work: MappingWork): MappingWork {
  return { ...work, draft: draftOf(work.saved) };
}
export function isChanged({ saved, draft }: MappingWork): boolean {
  return changedUnits(saved, draft).size > 0;
}

/** A unit that is not in the mapping yet is a blank one. */
export function unitOf({ draft }: Pick<MappingWork, 'draft'>, unitId: UnitId, name: string): DraftUnit {
  return draft.find((unit) => unit.unitId === unitId) ?? blankUnit(unitId, name);
}

/** The suggested doors, each with what is typed first there as far as another unit tells. */
export function accepted(work: MappingWork, suggestions: readonly Suggestion[], nameOf: (unitId: UnitId) => string): MappingWork {
  const draft = suggestions.reduce<readonly DraftUnit[]>((before, { unitId, doors }) => {
    const unit = unitOf({ draft: before }, unitId, nameOf(unitId));
    const withDoors = doors.reduce(
      (filled, place) => (hasDoor(filled, place) ? filled : addDoor(filled, place, knownPrefix(before, place))),
      unit,
    );
    return withUnit(before, withDoors);
  }, work.draft);
  return { ...work, draft };
}
