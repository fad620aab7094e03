/** Runs that only let guests in: codes are created and extended, and nothing ends, shrinks or moves. */
import { UNKNOWN } from '../domain/code.ts';
import type { Code, CodeRecord } from '../domain/code.ts';
import type { PlanInput } from '../domain/plan.ts';

/** A mapping from the last good copy of the settings may be older than the codes, and a memory that cannot be read may hold something back. */
export function onlyExtends(input: Pick<PlanInput, 'settings' | 'memory'>): boolean {
  return isMappingUnconfirmed(input) || input.memory.isUnknown === true;
}
export function isMappingUnconfirmed({ settings }: Pick<PlanInput, 'settings'>): boolean {
  return settings.recovery !== 'none';
}

type Fields = Omit<CodeRecord, 'pin'>;

/** The wanted fields, but never a later start or an earlier end than the code has now. null: the code has no limit, or one that is unknown. */
export function extended(wanted: Fields, code: Code): Fields | null {
  const start = { date: code.startDate, time: code.startTime ?? wanted.startTime };
  const end = { date: code.endDate, time: code.endTime ?? wanted.endTime };
  if (start.date === null || end.date === null) return null;
  if (start.date === UNKNOWN || start.time === UNKNOWN || end.date === UNKNOWN || end.time === UNKNOWN) return null;
  const startsEarlier = `${start.date}T${start.time}` < `${wanted.startDate}T${wanted.startTime}`;
  const endsLater = `${end.date}T${end.time}` > `${wanted.endDate}T${wanted.endTime}`;
  return {
    ...wanted,
    ...(startsEarlier ? { startDate: start.date, startTime: start.time } : {}),
    ...(endsLater ? { endDate: end.date, endTime: end.time } : {}),
  };
}
