/** What differs between a code on a lock and what it should be. Unknown values are no differences, and neither are PINs. */
import { CHANGE_FIELDS, UNKNOWN } from '../domain/code.ts';
import type { ChangeField, Code, CodeRecord, Unknown } from '../domain/code.ts';
import type { FieldChanges } from '../domain/plan.ts';
import type { LocalDate, WallTime } from '../time.ts';

/** The differences that need an update: start, end, name and the active flag. */
export function differences(code: Code, desired: Omit<CodeRecord, 'pin'>): FieldChanges {
  const changes: FieldChanges = {};
  if (code.name.trim() !== desired.name) changes.name = { from: code.name, to: desired.name };
  if (differs(code.startDate, desired.startDate) || timeDiffers(code.startDate, code.startTime, desired.startTime)) {
    changes.start = { from: moment(code.startDate, code.startTime), to: `${desired.startDate}T${desired.startTime}` };
  }
  if (differs(code.endDate, desired.endDate) || timeDiffers(code.endDate, code.endTime, desired.endTime)) {
    changes.end = { from: moment(code.endDate, code.endTime), to: `${desired.endDate}T${desired.endTime}` };
  }
  if (differs(code.active, desired.active)) changes.active = { from: code.active, to: desired.active };
  return changes;
}

export function hasChanges(changes: FieldChanges): boolean {
  return Object.keys(changes).length > 0;
}

/** In the order they are shown. */
export function changedFields(changes: FieldChanges): readonly ChangeField[] {
  return CHANGE_FIELDS.filter((field) => changes[field] !== undefined);
}

function differs<T>(present: T | Unknown, desired: T): boolean {
  return present !== UNKNOWN && present !== desired;
}

/**
 * In what form times read back is not known (cloud-facts K17): a null beside a date may only mean that the list leaves times out.
 * It counts as unknown, since an update for it would be repeated in every run.
 */
function timeDiffers(date: LocalDate | null | Unknown, present: WallTime | null | Unknown, desired: WallTime): boolean {
  if (present === null && date !== null) return false;
  return differs(present, desired);
}

/** "2026-11-23T15:00", "2026-11-23" without a time, null for an open end, "unknown" where it cannot be read. */
function moment(date: LocalDate | null | Unknown, time: WallTime | null | Unknown): string | null {
  if (date === null || date === UNKNOWN) return date;
  return time === null || time === UNKNOWN ? date : `${date}T${time}`;
}
