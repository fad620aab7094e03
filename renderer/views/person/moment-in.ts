/** The wall time at the doors, without Temporal, which the window does not load. */
import type { LocalDateTime } from '../../../shared/time.ts';

export function momentIn(zone: string, nowMs: number): LocalDateTime {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(nowMs);
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}` as LocalDateTime;
}
