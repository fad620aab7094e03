/** What differs between a code on a lock and what it should be. Unknown values are no differences, and neither are PINs. */
import { CHANGE_FIELDS, UNKNOWN } from '../domain/code.ts';
import type { ChangeField, Code, CodeRecord, Unknown } from '../domain/code.ts';
import type { FieldChanges } from '../domain/plan.ts';
import { at } from '../time.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../time.ts';
import { saysBlocked } from './tag.ts';
import { isKeptForm } from './stay/names.ts';
import { codeStart, NEVER } from './windows.ts';

/** What makes a difference not worth an update. */
export interface Tolerance {
  /** Wall time at the lock: a start that has passed is no difference unless the wanted one is still to come. */
  readonly now: LocalDateTime;
  isName(code: Code): boolean;
}

/** The differences that need an update: start, end, name and the active flag. */
export function differences(code: Code, desired: Omit<CodeRecord, 'pin'>, tolerance: Tolerance | null = null): FieldChanges {
  const changes: FieldChanges = {};
  const isNamed = tolerance?.isName(code) === true || isKeptForm(code.name, desired.name);
  if (!isNamed) changes.name = { from: code.name, to: desired.name };
  const isStarted = tolerance !== null && startsBy(code, desired, tolerance.now);
  if (!isStarted && (differs(code.startDate, desired.startDate) || timeDiffers(code.startTime, desired.startTime))) {
    changes.start = { from: moment(code.startDate, code.startTime), to: `${desired.startDate}T${desired.startTime}` };
  }
  if (differs(code.endDate, desired.endDate) || timeDiffers(code.endTime, desired.endTime)) {
    changes.end = { from: moment(code.endDate, code.endTime), to: `${desired.endDate}T${desired.endTime}` };
  }
  // One that says that it is blocked could not be switched off.
  if (!saysBlocked(desired.description) && differs(code.active, desired.active)) changes.active = { from: code.active, to: desired.active };
  return changes;
}

/** The differences that decide whom the door opens for, and when: all but the name. */
export function accessDifferences(code: Code, desired: Omit<CodeRecord, 'pin'>): FieldChanges {
  return differences({ ...code, name: desired.name }, desired);
}

/** Both have started: another start would change nothing, and the cloud may refuse one that has passed. */
function startsBy(code: Code, desired: Pick<CodeRecord, 'startDate' | 'startTime'>, now: LocalDateTime): boolean {
  return at(desired.startDate, desired.startTime) <= now && (codeStart(code) ?? NEVER) <= now;
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
function timeDiffers(present: WallTime | null | Unknown, desired: WallTime): boolean {
  return present !== null && differs(present, desired);
}

/** "2026-11-23T15:00", "2026-11-23" without a time, null for an open end, "unknown" where it cannot be read. */
function moment(date: LocalDate | null | Unknown, time: WallTime | null | Unknown): string | null {
  if (date === null || date === UNKNOWN) return date;
  return time === null || time === UNKNOWN ? date : `${date}T${time}`;
}

/** null: something else changes, or more than that. */
export function switchedTo({ active, ...others }: FieldChanges): 'on' | 'off' | null {
  if (active === undefined || changedFields(others).length > 0) return null;
  return active.to === true ? 'on' : 'off';
}
