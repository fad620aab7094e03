/** A guest arrives within a day, or may be at the door already, and the code is not confirmed on every door. */
import type { StayStatus } from '../../../../shared/domain/app-state.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/time.ts';
import { isVerified } from '../../status/arrival-status.ts';
import type { Facts } from '../../status/facts.ts';
import { unitLabel } from '../../status/names.ts';
import type { Matter, MatterNotice, MatterProvider } from '../matter.ts';

/** From here on an arrival counts as near. */
export const NEAR_ARRIVAL_MS = DAY_MS;
/** The user is notified at each of these times before the arrival. */
const THRESHOLDS_MS = [24 * HOUR_MS, 6 * HOUR_MS, HOUR_MS];
const BREAKS_QUIET_HOURS_MS = 6 * HOUR_MS;
/** Guests come late: for this long after check-in the user is still notified. */
const MAY_STILL_ARRIVE_MS = 6 * HOUR_MS;

export const arrival: MatterProvider = {
  find: (facts) => facts.stays.flatMap((status) => matterOf(status, facts)),
};

function matterOf(status: StayStatus, facts: Facts): readonly Matter[] {
  const { nowMs, localization } = facts;
  const { text, formats } = localization;
  const { stay, startMs, endMs } = status;
  const { id: bookingId, unitId } = stay.booking;
  const unit = unitLabel(stay.unitName, text);
  const common = { kind: 'arrival', key: `arrival:${bookingId}`, target: { view: 'arrivals', bookingId } } as const;
  if (isVerified(status)) {
    const message = text('notice.recovered-arrival', { unit });
    return [{ ...common, item: null, notice: { category: 'arrival', status: 'resolved', message } }];
  }
  // Somebody decided that the guest is kept out: that is a matter of its own.
  if (status.because?.kind === 'switched-off' || status.because?.kind === 'blocked') return [];
  if (startMs - nowMs > NEAR_ARRIVAL_MS || endMs <= nowMs) return [];
  return [
    {
      ...common,
      item: {
        severity: 'urgent',
        bookingId,
        unitId,
        message: text('attention.arrival', { unit }),
        trayLabel: text('tray.arrival', { unit, time: formats.time(startMs) }),
      },
      notice: nowMs - startMs <= MAY_STILL_ARRIVE_MS ? noticeOf(status, facts, unit) : null,
    },
  ];
}

function noticeOf({ stay, startMs }: StayStatus, { nowMs, localization: { text, formats } }: Facts, unit: string): MatterNotice {
  const isImminent = startMs - nowMs <= BREAKS_QUIET_HOURS_MS;
  const reached = THRESHOLDS_MS.filter((threshold) => startMs - nowMs <= threshold);
  return {
    category: 'arrival',
    status: 'due',
    // With the start, so that an arrival moved to another day is notified again.
    facets: reached.map((threshold) => `${startMs}:${threshold / HOUR_MS}`),
    title: startMs <= nowMs ? text('notice.arrival-now-title') : text('notice.arrival-title', { time: formats.time(startMs) }),
    body: text('notice.arrival-body', { unit }),
    isUrgent: isImminent,
    breaksQuietHours: isImminent,
    arrival: { bookingId: stay.booking.id, unitName: stay.unitName },
  };
}
