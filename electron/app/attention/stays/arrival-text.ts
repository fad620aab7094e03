/** What is said of guests who do not get in, by name and cause: in the list, the tray and the notification alike. Pure. */
import type { LinkName } from '../../../../shared/domain/readiness.ts';
import { CLOUD_NAMES, CLOUD_TITLES } from '../../../../shared/errors.ts';
import { verifiedAtMs } from '../../../../shared/readiness/links/code-link.ts';
import { addDays, dateOf, timeOf } from '../../../../shared/time.ts';
import type { LocalDateTime } from '../../../../shared/time.ts';
import { isPaused } from '../../schedule/schedule-policy.ts';
import type { JudgedArrival } from '../../status/arrivals.ts';
import type { Facts } from '../../status/facts.ts';
import { truncate } from '../../values/text.ts';

/** A title has room for this much of a name. */
const MAX_GUEST = 40;

/** "Mateo Quiroga arrives at 15:00: code not confirmed", or the cause first where several guests have it. In order of arrival. */
export function arrivalTitle(nearest: JudgedArrival, others: readonly JudgedArrival[], isSyncFailing: boolean, facts: Facts): string {
  const { text } = facts.localization;
  const { key, ...values } = whenOf(nearest, facts);
  if (others.length === 0) return text(`arrival.one-${key}`, { ...values, what: whatIsWrong(nearest, facts) });
  const cause = isSyncFailing ? syncCause(facts) : doorCause(nearest, nearest.readiness.worst ?? 'code', facts);
  return text(`arrival.several-${key}`, { ...values, cause, count: others.length + 1 });
}

/** "Mateo Quiroga arrives Sat 28 Nov, 15:00: code not confirmed", of one who arrives later than that. */
export function laterArrivalTitle(judged: JudgedArrival, facts: Facts): string | null {
  const { guest, doors } = judged.arrival;
  const start = startAtDoor(doors);
  if (start === undefined) return null;
  const { text, formats } = facts.localization;
  return text('arrival.one-later', { guest: nameOf(guest, facts), time: formats.dateTime(start), what: whatIsWrong(judged, facts) });
}

/** A code that could not be made is more than one that is not confirmed, but says nothing about doors where it is not known whether there is one. */
export function whatIsWrong(
  { arrival: { doors, isBlocked }, readiness: { worst } }: JudgedArrival,
  { localization: { text } }: Facts,
): string {
  const unconfirmed = doors.filter((door) => verifiedAtMs(door, null) === null);
  const isCertain = unconfirmed.length > 0 && unconfirmed.every(({ because }) => because?.key === 'problem.write.create');
  if ((worst ?? 'code') !== 'code' || isBlocked || !isCertain) return text(`arrival.what-${worst ?? 'code'}`);
  if (unconfirmed.length === doors.length) return text('arrival.what-no-code');
  return text('arrival.what-no-code-at', { missing: unconfirmed.length, doors: doors.length });
}

function startAtDoor(doors: JudgedArrival['arrival']['doors']): LocalDateTime | undefined {
  return doors.map(({ window }) => window.start).sort()[0];
}

function nameOf(guest: string, { localization: { text } }: Facts): string {
  const name = truncate(guest.trim(), MAX_GUEST);
  return name === '' ? text('tray.some-guest') : name;
}

/** By the clock at the door. */
function whenOf({ arrival: { guest, startMs, doors } }: JudgedArrival, facts: Facts) {
  const { nowMs, localization } = facts;
  const { formats } = localization;
  const start = startAtDoor(doors);
  const atDoor =
    start === undefined ? null : (new Date(Date.parse(`${start}Z`) + nowMs - startMs).toISOString().slice(0, 16) as LocalDateTime);
  const time = start === undefined ? formats.time(startMs) : formats.wallTime(timeOf(start));
  const values = { guest: nameOf(guest, facts), time };
  if (startMs <= nowMs) {
    const isToday = start !== undefined && atDoor !== null && dateOf(start) === dateOf(atDoor);
    return { ...values, key: isToday ? 'arrived' : 'staying' } as const;
  }
  const isTomorrow = start !== undefined && atDoor !== null && dateOf(start) === addDays(dateOf(atDoor), 1);
  return { ...values, key: isTomorrow ? 'tomorrow' : 'today' } as const;
}

function doorCause({ readiness: { links } }: JudgedArrival, worst: LinkName, { names, localization: { text } }: Facts): string {
  const { lockId } = links[worst];
  const lock = names.doors.find((door) => door.lockId === lockId)?.lockName.trim() ?? '';
  const cause = text(`arrival.cause-${worst}`);
  return lock === '' ? cause : text('arrival.cause-at', { cause, lock });
}

/** Why no sync works: the cloud that is to blame, as it is told where nobody arrives. */
function syncCause({ health, keychain, settings, nowMs, localization: { text } }: Facts): string {
  if (isPaused(settings.pause, nowMs)) return text('arrival.cause-paused');
  if (keychain !== null) return text('notice.keychain-title');
  for (const cloud of CLOUD_NAMES) {
    const { isRejected, refusedRuns, unreachableRuns } = health[cloud];
    const title = { cloud: CLOUD_TITLES[cloud] };
    if (isRejected) return text('notice.rejected-title', title);
    if (refusedRuns > 0) return text('notice.refused-title', title);
    if (unreachableRuns > 0) return text('notice.unreachable-title', title);
  }
  return text('tray.no-sync');
}
