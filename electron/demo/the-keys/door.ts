/** Whether a share opens its door at a moment: its dates and times are one interval, in the lock's time zone (cloud-facts K19). */
import { localNow } from '../../../shared/time.ts';
import type { DemoShare } from '../seed.ts';

/** A missing bound is open: a share without dates works for ever. */
export function windowOpens(
  share: Pick<DemoShare, 'startDate' | 'endDate' | 'startTime' | 'endTime'>,
  zone: string,
  atMs: number,
): boolean {
  const now: string = localNow(zone, atMs);
  const start = share.startDate === null ? null : `${share.startDate}T${share.startTime ?? '00:00'}`;
  const end = share.endDate === null ? null : `${share.endDate}T${share.endTime ?? '23:59'}`;
  return (start === null || start <= now) && (end === null || now < end);
}
