/** Planned writes of one keypad per lock, and ways in which a cloud fails them. */
import type { CodeRecord, Pin } from '../../shared/domain/code.ts';
import type { DeleteOperation, MoveOperation, PlannedOperation, UpdateOperation } from '../../shared/domain/plan.ts';
import type { LocalDate, LocalDateTime, WallTime } from '../../shared/time.ts';
import type { FakeFault, FakeLocks } from './fake-locks.ts';
import { bookingId, codeId, place, unitId } from './ids.ts';

export const LOST: FakeFault = { when: 'after', kind: 'timeout', certain: false };
export const NOT_DONE: FakeFault = { when: 'before', kind: 'server-error', certain: false };

export function record(booking: number, pin = '4711'): CodeRecord {
  return {
    name: 'Ada',
    pin: pin as Pin,
    startDate: '2026-12-01' as LocalDate,
    startTime: '15:00' as WallTime,
    endDate: '2026-12-04' as LocalDate,
    endTime: '12:00' as WallTime,
    active: true,
    description: `Smoobu#${String(booking)}`,
    notificationEnabled: false,
  };
}

export function create(booking: number, lock = 1): PlannedOperation {
  return {
    kind: 'create',
    key: `create:${String(booking)}:${String(lock)}`,
    bookingId: bookingId(booking),
    unitId: unitId(1),
    ...place(lock, `Kp${String(lock)}`),
    urgency: '2026-12-01T15:00' as LocalDateTime,
    record: record(booking),
    changes: {},
    pinDraw: { attempt: 0, length: 4 },
  };
}

export function move(booking: number, from: number, to: number, code: number): MoveOperation {
  const { kind: _kind, ...rest } = create(booking, to);
  return {
    ...rest,
    kind: 'move',
    key: `move:${String(booking)}`,
    record: record(booking),
    pinDraw: null,
    from: { ...place(from, `Kp${String(from)}`), codeId: codeId(code) },
  };
}

export function remove(booking: number, code: number, after: readonly string[] = []): DeleteOperation {
  return {
    kind: 'delete',
    key: `delete:${String(code)}`,
    bookingId: bookingId(booking),
    unitId: unitId(1),
    ...place(1, 'Kp1'),
    urgency: null,
    changes: {},
    codeId: codeId(code),
    evidence: 'cancelled',
    hold: null,
    after,
  };
}

export function update(booking: number, code: number, lock = 1): UpdateOperation {
  const { bookingId, unitId, lockId, keypadId, urgency, changes } = create(booking, lock);
  const base = { bookingId, unitId, lockId, keypadId, urgency, changes };
  return { ...base, kind: 'update', key: `update:${String(code)}`, record: record(booking), codeId: codeId(code), hold: null };
}

/** Fails the first `times` calls that start with the word. */
export function failing(word: string, fault: FakeFault, times = 1): FakeLocks['fault'] {
  let left = times;
  return (call) => {
    if (!call.startsWith(word) || left === 0) return null;
    left -= 1;
    return fault;
  };
}
