/**
 * Stays whose guest gets no code, because the unit opens otherwise this time: their codes go. One that comes back was made by another installation,
 * which does not know the wish, or by hand: it stays, so that two installations never fight, and the user is told.
 */
import type { Code } from '../../domain/code.ts';
import type { BookingId, CodeId } from '../../domain/ids.ts';
import type { MemoryChange } from '../../domain/memory.ts';
import type { DeleteOperation, PlanInput } from '../../domain/plan.ts';
import type { Problem } from '../../domain/problem.ts';
import { problemText } from '../../i18n/problem-text.ts';
import type { Observation } from '../observe.ts';
import { isOff } from '../hands/off-codes.ts';
import { wantsNoCode } from '../stays.ts';
import type { SortedBookings } from '../stays.ts';
import { deletion } from './deletion.ts';

export interface NoCode {
  readonly deletes: readonly DeleteOperation[];
  readonly problems: readonly Problem[];
  readonly remember: readonly MemoryChange[];
}

/** `busy`: codes that something else is done with. */
export function removeUnwanted(input: PlanInput, observation: Observation, sorted: SortedBookings, busy: ReadonlySet<CodeId>): NoCode {
  const known = input.memory.remembered['no-code'];
  const isAllRead = [...input.lists].every(([lockId, list]) => list !== null && input.unread?.has(lockId) !== true);
  const deletes: DeleteOperation[] = [];
  const problems: Problem[] = [];
  const remember: MemoryChange[] = [];
  for (const bookingId of input.wishes.stays.keys()) {
    const key = String(bookingId);
    const before = known.get(key);
    if (!wantsNoCode(input, bookingId)) {
      if (before !== undefined) remember.push({ kind: 'no-code', key, value: null });
      continue;
    }
    // After a damaged file the wish may be older than what the user decided last.
    if (input.wishes.recovery !== 'none') continue;
    const booking = sorted.byId.get(bookingId) ?? null;
    const codes = observation.ours.get(bookingId) ?? [];
    if (before === undefined && isAllRead) remember.push({ kind: 'no-code', key, value: { codeIds: codes.map(({ id }) => id) } });
    const [other] = codes.filter(({ id }) => before?.codeIds.includes(id) === false);
    if (other !== undefined) problems.push(cameBack(bookingId, other));
    for (const code of codes) {
      // Switched off, it is what keeps the guest out, also where this wish is not known.
      const isTheirs = before?.codeIds.includes(code.id) !== false && !isOff(code) && !busy.has(code.id);
      if (isTheirs) deletes.push(deletion(bookingId, booking, code, 'no-code'));
    }
  }
  return { deletes, problems, remember };
}

function cameBack(bookingId: BookingId, { lockId, keypadId, id: codeId }: Code): Problem {
  return { kind: 'code-came-back', text: problemText('problem.code-came-back'), retryable: false, bookingId, lockId, keypadId, codeId };
}
