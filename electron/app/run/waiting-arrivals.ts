/** Which guests arrive soon without a verified code: worth one request while a cloud asks not to be asked. Pure. */
import type { Booking } from '../../../shared/domain/booking.ts';
import type { BookingId, ClaimId } from '../../../shared/domain/ids.ts';
import type { MemoryChange, Remembered } from '../../../shared/domain/memory.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { TimesWishes } from '../../../shared/reconcile/stay-window.ts';
import { createStayWindows } from '../../../shared/reconcile/stay-windows.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import { HOUR_MS, instantOf } from '../../../shared/time.ts';
import { isVerified, stayStatuses } from '../status/arrival-status.ts';

/** Two hours beyond the longest pause, and as long after the arrival. */
const AHEAD_MS = 9 * HOUR_MS;
const BEHIND_MS = 2 * HOUR_MS;

export function verifiedBookings(report: RunReport, settings: Settings, nowMs: number): ReadonlySet<BookingId> {
  const statuses = stayStatuses(report, settings, nowMs).filter(isVerified);
  return new Set(statuses.map(({ stay }) => stay.booking.id));
}

/** `verified`: bookings that have their code, as far as it is known. */
export function waitingArrivals(
  bookings: readonly Booking[],
  verified: ReadonlySet<ClaimId>,
  settings: Settings,
  wishes: TimesWishes,
  remembered: Remembered,
  nowMs: number,
): readonly MemoryChange[] {
  const clock = createLocalClock(settings, nowMs);
  const units = new Map(settings.mapping.units.map((unit) => [unit.unitId, unit]));
  const windows = createStayWindows({ bookings, units, settings, wishes });
  const waiting = new Map<string, number>();
  for (const booking of bookings) {
    const unit = booking.unitId === null ? undefined : units.get(booking.unitId);
    if (booking.state !== 'live' || unit === undefined || unit.doors.length === 0 || verified.has(booking.id)) continue;
    const { start } = windows.of(booking).window;
    const startMs = Math.min(...unit.doors.map((door) => instantOf(start, clock.zoneAt(door, unit))));
    if (startMs >= nowMs - BEHIND_MS && startMs <= nowMs + AHEAD_MS) waiting.set(String(booking.id), startMs);
  }
  const known = remembered['waiting-arrival'];
  return [
    ...[...known.keys()].filter((key) => !waiting.has(key)).map((key): MemoryChange => ({ kind: 'waiting-arrival', key, value: null })),
    ...[...waiting]
      .filter(([key, startMs]) => known.get(key)?.startMs !== startMs)
      .map(([key, startMs]): MemoryChange => ({ kind: 'waiting-arrival', key, value: { startMs } })),
  ];
}
