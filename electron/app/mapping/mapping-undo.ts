/** Remembers the mapping before the last save, so that it can be undone once. In memory only. */
import type { Mapping, UnitMapping } from '../../../shared/domain/mapping.ts';
import { sameValue } from '../values/same-value.ts';

export interface MappingUndo {
  saved(before: Mapping, after: Mapping): void;
  /** The units before the last save; null when there is none, or when the mapping has changed since. */
  unitsBefore(current: Mapping): readonly UnitMapping[] | null;
}

export function createMappingUndo(): MappingUndo {
  let last: { readonly before: Mapping; readonly after: Mapping } | null = null;
  return {
    saved(before, after) {
      // If only names have changed, there is nothing to undo for the user.
      if (!sameValue(doorsAndTimes(before), doorsAndTimes(after))) last = { before, after };
    },
    unitsBefore: (current) => (last !== null && sameValue(doorsAndTimes(last.after), doorsAndTimes(current)) ? last.before.units : null),
  };
}

/** What the user edits. Names and zones come from the accounts. */
function doorsAndTimes({ units }: Mapping): readonly unknown[] {
  return units.map(({ unitId, doors, checkIn, checkOut, bufferBeforeMinutes, bufferAfterMinutes, times = {}, address = '' }) => ({
    unitId,
    doors,
    times: [checkIn, checkOut, bufferBeforeMinutes, bufferAfterMinutes, times],
    address,
  }));
}
