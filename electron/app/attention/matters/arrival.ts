/** Guests who arrive within a day, or may be at the door already, and do not get in as things are. What hinders several of them is one matter. */
import type { LinkName } from '../../../../shared/domain/readiness.ts';
import { NEAR_MS, SOON_MS } from '../../../../shared/readiness/facts.ts';
import { HOUR_MS } from '../../../../shared/time.ts';
import { isPaused } from '../../schedule/schedule-policy.ts';
import type { JudgedArrival } from '../../status/arrivals.ts';
import type { Facts } from '../../status/facts.ts';
import { unitLabel } from '../../status/names.ts';
import { isTooLong } from '../../status/silence.ts';
import type { Matter, MatterNotice, MatterProvider } from '../matter.ts';
import { arrivalTitle, whatIsWrong } from '../stays/arrival-text.ts';
import { byHand } from '../stays/by-hand.ts';

/** The user is notified at each of these times before the nearest arrival, once for each cause. */
const THRESHOLDS_MS = [NEAR_MS, SOON_MS, HOUR_MS];
/** Guests come late: for this long after check-in the user is still notified. */
const MAY_STILL_ARRIVE_MS = 6 * HOUR_MS;
/** The window names so many guests of one cause. */
const MAX_NAMED = 100;
/** Syncs do not work, so that no code is written anywhere. */
export const NO_SYNCS = 'arrival:sync';

export const arrival: MatterProvider = {
  find(facts) {
    const near = facts.arrivals.filter(({ arrival: { startMs } }) => startMs - facts.nowMs <= NEAR_MS);
    const hindered = near.filter((one) => one.readiness.verdict === 'action-needed' && !isToldElsewhere(one));
    const byCause = Map.groupBy(hindered, (one) => causeOf(one, facts));
    const due = [...byCause].flatMap(([key, [nearest, ...others]]) =>
      nearest === undefined ? [] : [matterOf(key, nearest, others, facts)],
    );
    return [...due, ...near.filter(({ readiness }) => readiness.verdict !== 'action-needed').flatMap((one) => solved(one, facts))];
  },
};

/** In order of arrival, so that the first one is the nearest. */
function matterOf(key: string, nearest: JudgedArrival, others: readonly JudgedArrival[], facts: Facts): Matter {
  const { text, formats } = facts.localization;
  const { bookingId, unitId, unitName, startMs } = nearest.arrival;
  const { because } = nearest.shown;
  const unit = unitLabel(unitName, text);
  const group = [nearest, ...others];
  const message = text('notice.arrival-body', { unit, sentence: because?.message ?? '' });
  return {
    kind: 'arrival',
    key,
    target: { view: 'today', bookingId },
    item: {
      severity: 'urgent',
      bookingId,
      unitId,
      title: arrivalTitle(nearest, others, key === NO_SYNCS, facts),
      message,
      bookings: group.slice(0, MAX_NAMED).map(({ arrival: { bookingId: id } }) => id),
      trayLabel: text('tray.arrival', { unit, time: formats.time(startMs), what: whatIsWrong(nearest, facts) }),
    },
    notice: noticeOf(group, message, key === NO_SYNCS, facts),
  };
}

function noticeOf(group: readonly JudgedArrival[], body: string, isSyncFailing: boolean, facts: Facts): MatterNotice | null {
  const { nowMs } = facts;
  if (isAboutToKnow(facts)) return { category: 'arrival', status: 'ongoing' };
  const coming = group.filter(({ arrival: { startMs } }) => nowMs - startMs <= MAY_STILL_ARRIVE_MS);
  const [first, ...others] = coming;
  if (first === undefined) return null;
  const { startMs } = first.arrival;
  const isSoon = startMs - nowMs <= SOON_MS;
  return {
    category: 'arrival',
    status: 'due',
    facets: THRESHOLDS_MS.filter((threshold) => startMs - nowMs <= threshold).map((threshold) => String(threshold / HOUR_MS)),
    title: arrivalTitle(first, others, isSyncFailing, facts),
    body,
    isUrgent: isSoon,
    breaksQuietHours: isSoon,
    arrivals: coming.map(({ arrival: { bookingId, unitName } }) => ({ bookingId, unitName })),
  };
}

/** A sync is under way, or the first one since the start is about to begin. */
function isAboutToKnow({ activity, silence, staysReadAtMs }: Facts): boolean {
  return activity === 'syncing' || activity === 'starting' || (silence.countedAtMs === null && staysReadAtMs === null);
}

/** What hinders a guest at one door hinders all who come through it. */
function causeOf({ arrival: { bookingId }, readiness: { worst, links } }: JudgedArrival, facts: Facts): string {
  if (worst === null) return `arrival:${String(bookingId)}`;
  const { because, lockId } = links[worst];
  const isUnwritten = worst === 'computer' || (worst === 'code' && because?.key.startsWith('link.') === true);
  if (isUnwritten && isSyncFailing(facts)) return NO_SYNCS;
  if (worst === 'computer') return keyOf(worst, null);
  return lockId === undefined ? `arrival:${worst}:${String(bookingId)}` : keyOf(worst, lockId);
}

function keyOf(link: LinkName, lockId: number | null): string {
  return `arrival:${link}${lockId === null ? '' : `:${String(lockId)}`}`;
}

function isSyncFailing({ health, keychain, silence, settings, nowMs }: Facts): boolean {
  const isCloudFailing = Object.values(health).some(
    ({ unreachableRuns, refusedRuns, isRejected }) => unreachableRuns > 0 || refusedRuns > 0 || isRejected,
  );
  return isCloudFailing || keychain !== null || isTooLong(silence) || isPaused(settings.pause, nowMs);
}

/** A question, or what somebody did, is a matter of its own. */
function isToldElsewhere({ shown: { because }, readiness: { worst } }: JudgedArrival): boolean {
  const kind = because?.kind;
  return worst !== null && kind !== undefined && byHand.problemKinds?.includes(kind) === true;
}

/** Of every cause that may have been in this guest's way. Those that still hinder others come first, and count. */
function solved({ arrival: { bookingId, unitName, doors } }: JudgedArrival, { localization: { text } }: Facts): readonly Matter[] {
  const message = text('notice.recovered-arrival', { unit: unitLabel(unitName, text) });
  const ofDoors = doors.flatMap(({ lockId }) => (['code', 'gateway', 'battery', 'lock'] as const).map((link) => keyOf(link, lockId)));
  const ofGuest = (['booking', 'code', 'guest'] as const).map((link) => `arrival:${link}:${String(bookingId)}`);
  return [NO_SYNCS, keyOf('computer', null), ...new Set(ofDoors), ...ofGuest].map((key) => ({
    kind: 'arrival',
    key,
    target: { view: 'today', bookingId },
    item: null,
    notice: { category: 'arrival', status: 'resolved', message },
  }));
}
