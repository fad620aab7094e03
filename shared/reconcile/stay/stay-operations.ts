/** Builds the operations of one live claim. */
import type { Code, CodeRecord } from '../../domain/code.ts';
import { claimRef } from '../../domain/ids.ts';
import type { ClaimId, KeypadPlace } from '../../domain/ids.ts';
import type { Door } from '../../domain/mapping.ts';
import type {
  CreateOperation,
  DeleteOperation,
  FieldChanges,
  HoldReason,
  MoveOperation,
  NextTries,
  UpdateOperation,
} from '../../domain/plan.ts';
import { dateOf, timeOf } from '../../time.ts';
import { differences } from '../diff.ts';
import { isUnseen } from './last-written.ts';
import { operationKey } from '../operation-key.ts';
import type { PinChoice } from './stay-pins.ts';
import type { Claim } from '../claims.ts';
import type { Tries } from '../refusals/try-again.ts';
import { readTag, withTag } from '../tag.ts';

/** What the code should be, apart from its PIN. The user's own text and the notification flag come from the present code. */
export function wantedFields({ id, name, window }: Pick<Claim, 'id' | 'name' | 'window'>, present: Code | null): Omit<CodeRecord, 'pin'> {
  return {
    name,
    startDate: dateOf(window.start),
    startTime: timeOf(window.start),
    endDate: dateOf(window.end),
    endTime: timeOf(window.end),
    active: true,
    description: withTag(id, present?.description ?? ''),
    notificationEnabled: present?.notificationEnabled ?? false,
  };
}

/** Descriptions are never compared; but the code of a former booking has to become this one's. */
export function otherTag(code: Code, id: ClaimId, wanted: Pick<CodeRecord, 'description'>): FieldChanges {
  if (code.description === wanted.description) return {};
  const tag = readTag(code.description);
  if (tag.kind !== 'tagged' || tag.claimId === id) return {};
  return { description: { from: code.description, to: wanted.description } };
}

/** The key of a held update names the window that it waits with: a decision is about that window only. */
export function updateOperation(
  claim: Claim,
  kind: 'update' | 'adopt',
  code: Code,
  record: CodeRecord,
  changes: FieldChanges,
  hold: HoldReason | null,
  tries: Tries,
): UpdateOperation & { readonly next: NextTries } {
  const { fields, next, ...about } = tries.send(record, code);
  const { start, end } = claim.window;
  const key = operationKey(kind, claim.id, code, code.id);
  return {
    ...base(claim, code),
    ...first(claim),
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
export function rewriteOperation(update: ReturnType<typeof updateOperation>, { draw }: PinChoice, { isOpen }: Tries): UpdateOperation {
  return draw === null ? update : { ...update, pinDraw: draw, next: { ...update.next, pin: isOpen } };
}

/** `noted`: the code whose note goes with the guest. */
export function createOperation(claim: Claim, door: Door, choice: PinChoice, noted: Code | null, tries: Tries): CreateOperation {
  const { start, end } = claim.window;
  const made = newCode(claim, door, choice, noted, tries);
  return {
    ...made,
    kind: 'create',
    key: operationKey('create', claim.id, door, null),
    changes: { name: { from: null, to: made.record.name }, start: { from: null, to: start }, end: { from: null, to: end } },
  };
}

/** A create that gives up the code `from`. */
export function moveOperation(claim: Claim, door: Door, choice: PinChoice, from: Code, tries: Tries): MoveOperation {
  const made = newCode(claim, door, choice, from, tries);
  return {
    ...made,
    kind: 'move',
    key: operationKey('move', claim.id, door, from.id),
    from: { lockId: from.lockId, keypadId: from.keypadId, codeId: from.id },
    changes: {
      ...differences(from, made.record),
      ...(from.lockId === door.lockId ? {} : { lockId: { from: String(from.lockId), to: String(door.lockId) } }),
      keypadId: { from: from.keypadId, to: door.keypadId },
    },
  };
}

function newCode(claim: Claim, door: Door, { pin, draw }: PinChoice, noted: Code | null, tries: Tries) {
  const { fields, next, ...about } = tries.send(wantedFields(claim, noted), door);
  return { ...base(claim, door), ...about, record: { ...fields, pin }, pinDraw: draw, next: { ...next, pin: next.pin && draw !== null } };
}

export function deleteOperation(
  claim: Claim,
  code: Code,
  evidence: 'duplicate' | 'moved' | 'door-replaced',
  after: readonly string[],
  hold: HoldReason | null,
): DeleteOperation {
  // A decision is about these dates and this unit.
  const situation = `${claim.window.start}_${claim.window.end}_${String(claim.unitId)}`;
  return {
    ...base(claim, code),
    // One that waits for others goes with them.
    ...(after.length === 0 ? first(claim) : {}),
    kind: 'delete',
    key: operationKey('delete', claim.id, code, code.id, evidence, hold === null ? undefined : situation),
    codeId: code.id,
    evidence,
    hold,
    after,
    changes: {},
  };
}

function first({ gap }: Claim): { readonly goesFirst?: true } {
  return gap === undefined ? {} : { goesFirst: true };
}

function base({ id, unitId, window }: Claim, place: KeypadPlace) {
  return { lockId: place.lockId, keypadId: place.keypadId, ...claimRef(id), unitId, urgency: window.start };
}
