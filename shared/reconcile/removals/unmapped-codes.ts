/**
 * The live codes of a unit without doors follow their booking when its departure day changes: otherwise a guest who leaves early keeps the door
 * until the old end, and one who stays longer is locked out. The code's time of day stays, since nobody knows the unit's any more.
 */
import type { Booking } from '../../domain/booking.ts';
import type { Code, CodeRecord } from '../../domain/code.ts';
import { UNKNOWN } from '../../domain/code.ts';
import type { BookingId, UnitId } from '../../domain/ids.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import type { PlanInput, UpdateOperation } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { addDays, at, dateOf, daysBetween, timeOf } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import type { Inside } from './inside.ts';
import { isBlockedByUser } from '../hands/blocked-elsewhere.ts';
import type { Observation } from '../observe.ts';
import { onlyExtends } from '../trust/only-extend.ts';
import { operationKey } from '../operation-key.ts';
import { pinOfCode } from '../stay/stay-pins.ts';
import { scheduledCode, unreadableCode } from '../stay/stay-problems.ts';
import { wantsNoCode } from '../stays.ts';
import type { SortedBookings } from '../stays.ts';
import { isOver } from '../windows.ts';
import type { LocalClock } from '../zones.ts';

export interface UnmappedCodes {
  readonly updates: readonly UpdateOperation[];
  readonly problems: readonly Problem[];
  readonly remember: readonly MemoryChange[];
}

export function followUnmapped(
  input: PlanInput,
  observation: Observation,
  sorted: SortedBookings,
  inside: Inside,
  clock: LocalClock,
): UnmappedCodes {
  const stored = input.memory.remembered['code-end'];
  const updates: UpdateOperation[] = [];
  const problems: Problem[] = [];
  const remember: MemoryChange[] = [];
  for (const { booking, window, managed } of sorted.live) {
    const key = String(booking.id);
    const days = managed.length === 0 ? 0 : daysBetween(booking.departure, dateOf(window.end));
    if ((stored.get(key)?.daysAfter ?? 0) === days && stored.get(key)?.followed !== true) continue;
    remember.push({ kind: 'code-end', key, value: days === 0 ? null : { daysAfter: days, followed: false } });
  }
  for (const booking of sorted.known) {
    const { id, state, unitId } = booking;
    const unit = observation.units.get(unitId) ?? null;
    if (state !== 'live' || unitId === null || (unit !== null && unit.doors.length > 0)) continue;
    if (wantsNoCode(input, id) || isBlockedByUser(input, id)) continue;
    const key = String(booking.id);
    const before = stored.get(key) ?? { daysAfter: 0, followed: false };
    const lastDay = addDays(booking.departure, before.daysAfter);
    let follows = before.followed;
    let isOpen = false;
    for (const code of observation.managed.get(booking.id) ?? []) {
      const now = clock.nowAt(code, unit);
      const isPast = isOver(code, now);
      isOpen ||= !isPast;
      const record = withEnd(code, lastDay);
      if (record === null || code.active === false || code.endDate === lastDay) continue;
      if (isPast && at(lastDay, record.endTime) <= now) continue;
      if (onlyExtends(input) && lastDay < record.oldDay) continue;
      const pin = pinOfCode({ id }, code, input);
      if (code.hasSchedule || pin === null) {
        problems.push(code.hasSchedule ? scheduledCode(booking.id, code) : unreadableCode(booking.id, code));
        continue;
      }
      const { oldDay, ...fields } = record;
      updates.push(endUpdate(booking, code, { ...fields, pin }, at(oldDay, fields.endTime), inside.waitsWith(fields, code, booking)));
      follows = true;
      isOpen = true;
    }
    if (follows && !before.followed) remember.push({ kind: 'code-end', key, value: { ...before, followed: true } });
    if (follows && isOpen) problems.push(followed(id, unitId, lastDay));
  }
  return { updates, problems, remember };
}

type DatedFields = Omit<CodeRecord, 'pin'> & { readonly oldDay: CodeRecord['endDate'] };

/** The code as it is, with another last day; null where a part of it is not known, since an update sends the whole record. */
function withEnd(code: Code, lastDay: CodeRecord['endDate']): DatedFields | null {
  const start = exactly(code.startDate, code.startTime);
  const end = exactly(code.endDate, code.endTime);
  if (start === null || end === null || start >= at(lastDay, timeOf(end))) return null;
  const { description, notificationEnabled } = code;
  const times = { startDate: dateOf(start), startTime: timeOf(start), endDate: lastDay, endTime: timeOf(end) };
  return { name: code.name.trim(), ...times, active: true, description, notificationEnabled, oldDay: dateOf(end) };
}

function exactly(date: Code['startDate'], time: Code['startTime']): LocalDateTime | null {
  return date === null || date === UNKNOWN || time === null || time === UNKNOWN ? null : at(date, time);
}

function endUpdate(booking: Booking, code: Code, record: CodeRecord, oldEnd: string, waits: boolean): UpdateOperation {
  const newEnd = at(record.endDate, record.endTime);
  const key = operationKey('update', booking.id, code, code.id);
  return {
    kind: 'update',
    key: waits ? `${key}:${newEnd}` : key,
    bookingId: booking.id,
    unitId: booking.unitId,
    lockId: code.lockId,
    keypadId: code.keypadId,
    codeId: code.id,
    urgency: at(record.startDate, record.startTime),
    record,
    changes: { end: { from: oldEnd, to: newEnd } },
    hold: waits ? 'no-longer-booked' : null,
  };
}

function followed(bookingId: BookingId, unitId: UnitId, until: string): Problem {
  return {
    kind: 'unmapped-followed',
    text: problemText('problem.unmapped-followed', { until }),
    retryable: false,
    bookingId,
    unitId,
  };
}
