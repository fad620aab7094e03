/** The wall time at the doors, without Temporal, which the window does not load. */
import type { LocalDateTime } from '../../shared/time.ts';

/** `zone`: undefined for that of this computer. */
export function momentIn(zone: string | undefined, nowMs: number): LocalDateTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...(zone === undefined ? {} : { timeZone: zone }),
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(nowMs);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}` as LocalDateTime;
}
