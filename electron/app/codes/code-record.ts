/** Whole records for codes created and changed by hand. The server clears what is not sent, so every kept value must be known (cloud-facts K14). */
import type { Code, CodeRecord, Pin } from '../../../shared/domain/code.ts';
import { UNKNOWN } from '../../../shared/domain/code.ts';
import { readTag, withTag } from '../../../shared/reconcile/tag.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { at } from '../../../shared/time.ts';
import type { LocalDate, WallTime } from '../../../shared/time.ts';

/** What the user changes; the rest is kept. */
export interface CodeEdits {
  readonly name?: string;
  readonly pin?: Pin;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly checkIn?: WallTime;
  readonly checkOut?: WallTime;
  readonly description?: string;
}
export interface CodeDraft extends Required<Omit<CodeEdits, 'description'>> {
  readonly description: string;
}

/** A new code's record, or one sentence why there can be none. */
export function draftRecord(draft: CodeDraft): Result<CodeRecord, string> {
  return checked({
    name: draft.name.trim(),
    pin: draft.pin,
    startDate: draft.from,
    startTime: draft.checkIn,
    endDate: draft.to,
    endTime: draft.checkOut,
    active: true,
    description: draft.description.trim(),
    notificationEnabled: false,
  });
}

/** The code with the changes, or one sentence why it must not be written. Never quotes a PIN. */
export function editedRecord(code: Code, edits: CodeEdits): Result<CodeRecord, string> {
  if (code.hasSchedule) return err('This code has a weekly schedule, which a change would erase. Change it in The Keys app.');
  const { active } = code;
  if (active === UNKNOWN) return err('Whether this code is switched on cannot be read, so a change could switch it on or off.');
  const pin = edits.pin ?? (code.pinMayLackZeros ? null : code.pin);
  if (pin === null) return err('The present PIN cannot be read reliably, so it cannot be kept. Give it with --pin.');
  const startDate = edits.from ?? code.startDate;
  const startTime = edits.checkIn ?? code.startTime;
  const endDate = edits.to ?? code.endDate;
  const endTime = edits.checkOut ?? code.endTime;
  if (!isKnown(startDate) || !isKnown(startTime)) {
    return err('The present start of this code is open or cannot be read, so it cannot be kept. Give it with --from and --check-in.');
  }
  if (!isKnown(endDate) || !isKnown(endTime)) {
    return err('The present end of this code is open or cannot be read, so it cannot be kept. Give it with --to and --check-out.');
  }
  return checked({
    name: (edits.name ?? code.name).trim(),
    pin,
    startDate,
    startTime,
    endDate,
    endTime,
    active,
    description: editedDescription(code, edits),
    notificationEnabled: code.notificationEnabled,
  });
}

/** A booking's code keeps its tag: without it, Latchkey would create a second code and never remove this one. */
function editedDescription(code: Code, edits: CodeEdits): string {
  if (edits.description === undefined) return code.description;
  const tag = readTag(code.description);
  return tag.kind === 'tagged' ? withTag(tag.claimId, edits.description) : edits.description.trim();
}

function checked(record: CodeRecord): Result<CodeRecord, string> {
  if (record.name === '') return err('The name must not be empty.');
  if (record.name.length > 50) return err('The name must have 50 characters at most.');
  if (record.description.length > 255) return err('The description must have 255 characters at most.');
  if (at(record.endDate, record.endTime) <= at(record.startDate, record.startTime)) return err('The code must end after it starts.');
  return ok(record);
}

function isKnown<T extends string>(value: T | null | typeof UNKNOWN): value is Exclude<T, typeof UNKNOWN> {
  return value !== null && value !== UNKNOWN;
}
