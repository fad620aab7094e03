/** Remembers the mapping before the last save, so that it can be taken back once. Kept in memory only: it ends with the app. */
import type { Mapping, UnitMapping } from '../../../shared/domain/mapping.ts';
import { sameValue } from '../values/same-value.ts';

export interface MappingUndo {
  saved(before: Mapping, after: Mapping): void;
  /** The units before the last save; null when there is none, or when the mapping was changed since: by its undo, or in another way. */
  unitsBefore(current: Mapping): readonly UnitMapping[] | null;
}

export function createMappingUndo(): MappingUndo {
  let last: { readonly before: Mapping; readonly after: Mapping } | null = null;
  return {
    saved(before, after) {
      // Only names were learned: there is nothing a user would want back.
      if (!sameValue(doorsAndTimes(before), doorsAndTimes(after))) last = { before, after };
    },
    unitsBefore: (current) => (last !== null && sameValue(doorsAndTimes(last.after), doorsAndTimes(current)) ? last.before.units : null),
  };
}

/** What the user edits. Names and zones are learned from the accounts and change by themselves. */
function doorsAndTimes({ units }: Mapping): readonly unknown[] {
  return units.map(({ unitId, doors, checkIn, checkOut, bufferBeforeMinutes, bufferAfterMinutes }) => ({
    unitId,
    doors,
    times: [checkIn, checkOut, bufferBeforeMinutes, bufferAfterMinutes],
  }));
}
