/**
 * The codes of blocked guests whose bookings are no live stays: cancelled or missing, of an unknown type, with wrong dates or in a unit without
 * doors. Whatever else is decided about them, or waits: they are switched off at once, as those of live stays are.
 */
import type { Code, CodeRecord } from '../../domain/code.ts';
import type { BookingId, CodeId } from '../../domain/ids.ts';
import type { PlanInput, UpdateOperation } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { addDays, dateOf, timeOf } from '../../time.ts';
import type { LocalDateTime } from '../../time.ts';
import type { Claim } from '../claims.ts';
import type { Observation } from '../observe.ts';
import { operationKey } from '../operation-key.ts';
import type { PinRegister } from '../stay/pins.ts';
import { pinOfCode, secretPin } from '../stay/stay-pins.ts';
import { stillOn } from '../stay/stay-problems.ts';
import { withTag } from '../tag.ts';
import { unmoved } from '../trust/only-extend.ts';
import { codeStart, EVER, isOver, NEVER } from '../windows.ts';
import type { LocalClock } from '../zones.ts';
import { isOff } from './off-codes.ts';

export interface BlockedElsewhere {
  readonly updates: readonly UpdateOperation[];
  readonly problems: readonly Problem[];
}

export function isBlockedByUser({ wishes }: Pick<PlanInput, 'wishes'>, id: BookingId): boolean {
  return (wishes.stays.get(id)?.blockedSinceMs ?? null) !== null;
}

/** `claims`: reconcile-stay.ts decides about theirs. `busy`: codes that another operation handles. */
export function switchOffElsewhere(
  input: PlanInput,
  observation: Observation,
  claims: readonly Claim[],
  busy: ReadonlySet<CodeId>,
  register: () => PinRegister,
  clock: LocalClock,
): BlockedElsewhere {
  const updates: UpdateOperation[] = [];
  const problems: Problem[] = [];
  for (const id of input.wishes.stays.keys()) {
    if (!isBlockedByUser(input, id) || claims.some((claim) => claim.id === id)) continue;
    for (const code of observation.managed.get(id) ?? []) {
      const now = clock.nowAt(code, null);
      if (isOff(code) || isOver(code, now) || busy.has(code.id)) continue;
      const record = code.hasSchedule ? null : recordOf(id, code, now, input, register);
      if (record === null) problems.push(stillOn(id, code));
      else updates.push(update(id, code, record));
    }
  }
  return { updates, problems };
}

/** null: a PIN that is not known cannot be sent back. */
function recordOf(id: BookingId, code: Code, now: LocalDateTime, input: PlanInput, register: () => PinRegister): CodeRecord | null {
  const isSecret = code.pin === null || input.memory.remembered['stays-on'].has(String(code.id));
  const window = { start: EVER, end: NEVER };
  const pin = isSecret ? secretPin({ id, window }, code, register(), input) : pinOfCode({ id }, code, input);
  if (pin === null) return null;
  const { name, notificationEnabled } = code;
  const fields = { name: name.trim(), active: false, description: withTag(id, code.description, isSecret), notificationEnabled };
  // One without limits, or with unknown ones, ends now.
  const today = dateOf(now);
  const ended = { startDate: addDays(today, -1), startTime: timeOf(now), endDate: today, endTime: timeOf(now) };
  return { ...(unmoved(fields, code) ?? { ...fields, ...ended }), pin };
}

function update(bookingId: BookingId, code: Code, record: CodeRecord): UpdateOperation {
  const { lockId, keypadId, id: codeId } = code;
  return {
    kind: 'update',
    key: operationKey('update', bookingId, code, codeId),
    bookingId,
    unitId: null,
    lockId,
    keypadId,
    codeId,
    urgency: codeStart(code),
    goesFirst: true,
    record,
    changes: { active: { from: true, to: false } },
    hold: null,
  };
}
