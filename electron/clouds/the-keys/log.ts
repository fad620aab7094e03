/** The uses of codes in a lock's log (cloud-facts K34). Pure; a line that cannot be read, or names no code, is left out. */
import type { CodeUse } from '../../../shared/domain/code.ts';
import { mapPastInstant } from './values.ts';
import { wireLockLog, wireLogLine } from './wire.ts';

/** The data of `serrure/get/{id}`. The time is when the door was used, not when the cloud learned of it. */
export function mapLog(data: unknown, nowMs: number): readonly CodeUse[] {
  const { logs = [] } = wireLockLog.safeParse(data).data ?? {};
  return logs.flatMap((item): readonly CodeUse[] => {
    const line = wireLogLine.safeParse(item).data;
    const atMs = mapPastInstant(line?.action_at, nowMs);
    return line === undefined || atMs === null ? [] : [{ codeId: line.accessory_share_id, atMs }];
  });
}
