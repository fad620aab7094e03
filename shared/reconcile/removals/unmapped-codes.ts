/**
 * The live codes of a unit without doors follow their booking when its departure day changes: otherwise a guest who leaves early keeps the door
 * until the old end, and one who stays longer is locked out. The code's time of day stays, since nobody knows the unit's any more.
 */
import type { Booking } from '../../domain/booking.ts';
import type { Code, CodeRecord } from '../../domain/code.ts';
import { UNKNOWN } from '../../domain/code.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import type { PlanInput, UpdateOperation } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemText } from '../../i18n/problem-text.ts';
import { addDays, at, dateOf, daysBetween } from '../../time.ts';
import type { Inside } from './inside.ts';
import type { Observation } from '../observe.ts';
import { onlyExtends } from '../trust/only-extend.ts';
import { operationKey } from '../operation-key.ts';
import { sureFullPin } from '../stay/pins.ts';
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
    const unit = booking.unitId === null ? undefined : observation.units.get(booking.unitId);
    if (booking.state !== 'live' || booking.unitId === null || (unit !== undefined && unit.doors.length > 0)) continue;
    if (wantsNoCode(input, booking.id)) continue;
    const key = String(booking.id);
    const before = stored.get(key) ?? { daysAfter: 0, followed: false };
    const lastDay = addDays(booking.departure, before.daysAfter);
    let follows = before.followed;
    let isOpen = false;
    for (const code of observation.managed.get(booking.id) ?? []) {
      const now = clock.nowAt(code, unit ?? null);
      const isPast = isOver(code, now);
      isOpen ||= !isPast;
      const record = withEnd(code, lastDay);
      if (record === null || code.active === false || code.endDate === lastDay) continue;
      if (isPast && at(lastDay, record.endTime) <= now) continue;
      if (onlyExtends(input) && lastDay < record.oldDay) continue;
      const pin = pinOf(code, booking, input);
      if (code.hasSchedule || pin === null) {
        problems.push(code.hasSchedule ? scheduledCode(booking.id, code) : unreadableCode(booking.id, code));
        continue;
      }
      const { oldDay, ...fields } = record;
      updates.push(endUpdate(booking, code, { ...fields, pin }, at(oldDay, fields.endTime), inside.waitsWith(fields, code, booking)));
      follows = true;
    }
    if (follows && !before.followed) remember.push({ kind: 'code-end', key, value: { ...before, followed: true } });
    if (follows && (isOpen || updates.some(({ bookingId }) => bookingId === booking.id))) problems.push(followed(booking, lastDay));
  }
  return { updates, problems, remember };
}

type DatedFields = Omit<CodeRecord, 'pin'> & { readonly oldDay: CodeRecord['endDate'] };

/** The code as it is, with another last day; null where a part of it is not known, since an update sends the whole record. */
function withEnd(code: Code, lastDay: CodeRecord['endDate']): DatedFields | null {
  const { startDate, startTime, endDate, endTime } = code;
  if (startDate === null || startDate === UNKNOWN || startTime === null || startTime === UNKNOWN) return null;
  if (endDate === null || endDate === UNKNOWN || endTime === null || endTime === UNKNOWN) return null;
  if (at(startDate, startTime) >= at(lastDay, endTime)) return null;
  const { description, notificationEnabled } = code;
  const times = { startDate, startTime, endDate: lastDay, endTime };
  return { name: code.name.trim(), ...times, active: true, description, notificationEnabled, oldDay: endDate };
}

function pinOf(code: Code, { id }: Booking, { memory, settings, drawPin }: PlanInput) {
  const draw = memory.pinDraws.get(id);
  return sureFullPin(code, draw?.length ?? settings.codes.pinLength, (length) => drawPin(id, draw?.attempt ?? 0, length));
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

function followed(booking: Booking, until: string): Problem {
  return {
    kind: 'unmapped-followed',
    text: problemText('problem.unmapped-followed', { until }),
    retryable: false,
    bookingId: booking.id,
    ...(booking.unitId === null ? {} : { unitId: booking.unitId }),
  };
}
