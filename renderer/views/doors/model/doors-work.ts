/** Units and doors as they are saved, as they are edited, and as the accounts have them; and the functions that change this. Pure. */
import type { UnitId } from '../../../../shared/domain/ids.ts';
import type { CallOutput } from '../../../../shared/ipc/contract.ts';
import { addDoor, blankUnit, draftOf, knownPrefix, rebase, withUnit } from './draft.ts';
import type { DraftUnit, MappedUnit } from './draft.ts';
import type { Discovery, Match } from './unit-rows.ts';

type SavedState = CallOutput<'mapping.get'>;

export interface DoorsWork {
  readonly saved: readonly MappedUnit[];
  readonly draft: readonly DraftUnit[];
  /** What undoing the last save restores; null: there is nothing to undo. */
  readonly before: readonly MappedUnit[] | null;
  /** What the accounts had when they were last read; null before that. */
  readonly found: Discovery | null;
}

/** Keeps what the user edited. */
export function afterLoad(work: DoorsWork | null, { units, before }: SavedState): DoorsWork {
  if (work === null) return { saved: units, draft: draftOf(units), before, found: null };
  return { ...work, saved: units, draft: rebase(work.draft, work.saved, units), before };
}
/** Or after its undo. */
export function afterSave(work: DoorsWork, { units, before }: SavedState): DoorsWork {
  return { ...work, saved: units, draft: draftOf(units), before };
}
export function afterDiscard(work: DoorsWork): DoorsWork {
  return { ...work, draft: draftOf(work.saved) };
}
/** A blank one for a unit that has no door yet. */
export function unitOf({ draft }: Pick<DoorsWork, 'draft'>, unitId: UnitId, name: string): DraftUnit {
  return draft.find((unit) => unit.unitId === unitId) ?? blankUnit(unitId, name);
}

/** Adds the matched doors, with the prefixes that other units have for them. */
export function withMatches(work: DoorsWork, matches: readonly Match[], nameOf: (unitId: UnitId) => string): DoorsWork {
  const draft = matches.reduce<readonly DraftUnit[]>((before, { unitId, doors }) => {
    const unit = unitOf({ draft: before }, unitId, nameOf(unitId));
    const withDoors = doors.reduce((filled, place) => addDoor(filled, place, knownPrefix(before, place)), unit);
    return withUnit(before, withDoors);
  }, work.draft);
  return { ...work, draft };
}
