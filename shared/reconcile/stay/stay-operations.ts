/** Builds the operations of one live stay. */
import type { Code, CodeRecord } from '../../domain/code.ts';
import type { KeypadPlace } from '../../domain/ids.ts';
import type { Door } from '../../domain/mapping.ts';
import type { CreateOperation, DeleteOperation, FieldChanges, HoldReason, MoveOperation, UpdateOperation } from '../../domain/plan.ts';
import { dateOf, timeOf } from '../../time.ts';
import { differences } from '../diff.ts';
import { isUnseen } from './last-written.ts';
import { operationKey } from '../operation-key.ts';
import type { PinChoice } from './stay-pins.ts';
import type { LiveStay } from '../stays.ts';
import type { Tries } from '../refusals/try-again.ts';
import { withTag } from '../tag.ts';

/** What the code should be, apart from its PIN. The user's own text and the notification flag come from the present code. */
export function wantedFields({ booking, name, window }: LiveStay, present: Code | null): Omit<CodeRecord, 'pin'> {
  return {
    name,
    startDate: dateOf(window.start),
    startTime: timeOf(window.start),
    endDate: dateOf(window.end),
    endTime: timeOf(window.end),
    active: true,
    description: withTag(booking.id, present?.description ?? ''),
    notificationEnabled: present?.notificationEnabled ?? false,
  };
}

/** The key of a held update names the window that it waits with: a decision is about that window only. */
export function updateOperation(
  stay: LiveStay,
  kind: 'update' | 'adopt',
  code: Code,
  record: CodeRecord,
  changes: FieldChanges,
  hold: HoldReason | null,
  tries: Tries,
): UpdateOperation {
  const { fields, next, ...about } = tries.send(record, code);
  const { start, end } = stay.window;
  const key = operationKey(kind, stay.booking.id, code, code.id);
  return {
    ...base(stay, code),
    kind,
    key: hold === null ? key : `${key}:${start}/${end}`,
    codeId: code.id,
    record: { ...fields, pin: record.pin },
    next: { ...next, pin: false },
    changes,
    hold,
    isUnseen: isUnseen(code),
    ...about,
  };
}

/** The update with the PIN that all doors of the booking accept. */
export function rewriteOperation(update: UpdateOperation, { draw }: PinChoice, { isOpen }: Tries): UpdateOperation {
  if (draw === null || update.next === undefined) return update;
  return { ...update, pinDraw: draw, next: { ...update.next, pin: isOpen } };
}

/** A create; a move where `from` is the code to give up. `noted`: the one whose note goes with the guest. */
export function createOperation(
  stay: LiveStay,
  door: Door,
  choice: PinChoice,
  from: Code | null,
  tries: Tries,
  noted: Code | null = from,
): CreateOperation | MoveOperation {
  const { start, end } = stay.window;
  const { fields, next, ...about } = tries.send(wantedFields(stay, noted), door);
  const record = { ...fields, pin: choice.pin };
  const shared = { ...base(stay, door), ...about, record, pinDraw: choice.draw, next: { ...next, pin: next.pin && choice.draw !== null } };
  if (from === null) {
    return {
      ...shared,
      kind: 'create',
      key: operationKey('create', stay.booking.id, door, null),
      changes: { name: { from: null, to: record.name }, start: { from: null, to: start }, end: { from: null, to: end } },
    };
  }
  return {
    ...shared,
    kind: 'move',
    key: operationKey('move', stay.booking.id, door, from.id),
    from: { lockId: from.lockId, keypadId: from.keypadId, codeId: from.id },
    changes: {
      ...differences(from, record),
      ...(from.lockId === door.lockId ? {} : { lockId: { from: String(from.lockId), to: String(door.lockId) } }),
      keypadId: { from: from.keypadId, to: door.keypadId },
    },
  };
}

export function deleteOperation(
  stay: LiveStay,
  code: Code,
  evidence: 'duplicate' | 'moved',
  after: readonly string[],
  hold: HoldReason | null,
): DeleteOperation {
  // A decision is about these dates and this unit.
  const situation = `${stay.window.start}_${stay.window.end}_${String(stay.unit.unitId)}`;
  return {
    ...base(stay, code),
    kind: 'delete',
    key: operationKey('delete', stay.booking.id, code, code.id, evidence, hold === null ? undefined : situation),
    codeId: code.id,
    evidence,
    hold,
    after,
    changes: {},
  };
}

function base({ booking, window }: LiveStay, place: KeypadPlace) {
  return { lockId: place.lockId, keypadId: place.keypadId, bookingId: booking.id, unitId: booking.unitId, urgency: window.start };
}
