/** Runs that only let guests in: codes are created and extended, and nothing ends, shrinks or moves. */
import type { Code, CodeRecord } from '../../domain/code.ts';
import type { PlanInput, StayWindow } from '../../domain/plan.ts';
import { at, dateOf, timeOf } from '../../time.ts';
import { isOtherAccount } from './accounts.ts';
import { codeEnd, codeStart } from '../windows.ts';

/**
 * A mapping from the last good copy of the settings may be older than the codes, a memory that cannot be read may hold something back, a clock
 * that is wrong may be wrong again, and another account is no evidence against a code. The mapping names units and locks by ids that no two
 * accounts share, so what is added is for a guest of the user's.
 */
export function onlyExtends(input: Pick<PlanInput, 'settings' | 'memory' | 'clockIsWrong' | 'accounts'>): boolean {
  return isMappingUnconfirmed(input) || input.clockIsWrong || input.memory.isUnknown === true || isOtherAccount(input);
}
export function isMappingUnconfirmed({ settings }: Pick<PlanInput, 'settings'>): boolean {
  return settings.recovery !== 'none';
}

type Fields = Omit<CodeRecord, 'pin'>;

/**
 * The wanted fields, but never a later start or an earlier end than the code has now: where its time is not known, the whole day counts.
 * null: the code has no limit, or one that is unknown.
 */
export function extended(wanted: Fields, code: Code): Fields | null {
  const present = presentWindow(code);
  if (present === null) return null;
  const from = at(wanted.startDate, wanted.startTime);
  const to = at(wanted.endDate, wanted.endTime);
  const [start = from] = [present.start, from].sort();
  const [, end = to] = [present.end, to].sort();
  return { ...wanted, startDate: dateOf(start), startTime: timeOf(start), endDate: dateOf(end), endTime: timeOf(end) };
}

/** The wanted fields with the window that the code has now. null: it has no limit, or one that is unknown. */
export function unmoved(wanted: Omit<Fields, 'startDate' | 'startTime' | 'endDate' | 'endTime'>, code: Code): Fields | null {
  const present = presentWindow(code);
  if (present === null) return null;
  const { start, end } = present;
  return { ...wanted, startDate: dateOf(start), startTime: timeOf(start), endDate: dateOf(end), endTime: timeOf(end) };
}

function presentWindow(code: Code): StayWindow | null {
  const [start, end] = [codeStart(code), codeEnd(code)];
  return start === null || end === null || code.startDate === null || code.endDate === null ? null : { start, end };
}
