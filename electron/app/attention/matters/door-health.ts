/** A door whose gateway has fallen silent, or whose battery is low: one matter of the door, told once. No guest is alarmed whose code the lock has. */
import type { BookingId } from '../../../../shared/domain/ids.ts';
import { NEAR_MS } from '../../../../shared/readiness/facts.ts';
import { judgedHealth } from '../../../../shared/readiness/lock-health.ts';
import type { Facts } from '../../status/facts.ts';
import { truncate } from '../../values/text.ts';
import type { Matter, MatterProvider } from '../matter.ts';

const MAX_LOCK_LABEL = 24;
/** The window names so many guests of one door. */
const MAX_NAMED = 100;

export const doorHealth: MatterProvider = {
  find(facts) {
    const { units, locks } = facts.settings.mapping;
    const names = new Map(locks.map(({ lockId, name }) => [lockId, name.trim()]));
    // An imported mapping knows its locks by their numbers only.
    const lockIds = new Set(units.flatMap(({ doors }) => doors.map((door) => door.lockId)));
    return [...lockIds].flatMap((lockId): readonly Matter[] => {
      const known = facts.doors.health.get(String(lockId));
      if (known === undefined) return [];
      const { isGatewayAlive, battery, seenAtMs } = judgedHealth(known);
      const { text, formats } = facts.localization;
      const lock = truncate(names.get(lockId) ?? '', MAX_LOCK_LABEL) || String(lockId);
      const quoted = /^\d+$/.test(lock) ? lock : text('name.quoted', { name: lock });
      const matter = (what: 'gateway' | 'battery', message: string | null, trayLabel: string): Matter => ({
        kind: 'door-health',
        key: `door:${what}:${String(lockId)}`,
        target: { view: 'doors', unitId: null, lockId },
        // Guests who are near and hindered by it are a matter that says so.
        item:
          message === null || isInTheWay(what, lockId, facts)
            ? null
            : { severity: 'warning', lockId, message, trayLabel, bookings: affectedBy(what, lockId, facts) },
        notice:
          message === null
            ? { category: 'unreachable', status: 'resolved', message: text('notice.recovered-door', { lock }) }
            : { category: 'unreachable', status: 'due', facets: ['known'], title: trayLabel, body: message, isUrgent: false },
      });
      const silent =
        isGatewayAlive === false && seenAtMs !== null
          ? text('attention.door-silent', { lock: quoted, time: formats.time(seenAtMs) })
          : null;
      const weak = battery === 'critical' || battery === 'low' ? text(`attention.door-${battery}`, { lock: quoted }) : null;
      return [matter('gateway', silent, text('tray.door-silent', { lock })), matter('battery', weak, text('tray.door-battery', { lock }))];
    });
  },
};

/** The guests at that door whom it is about, in order of arrival: with a code that is on its way, or a battery that has to last. */
function affectedBy(link: 'gateway' | 'battery', lockId: number, { arrivals }: Facts): readonly BookingId[] {
  return arrivals
    .filter(
      ({ readiness: { links } }) => links[link].lockId === lockId && (links[link].state === 'doubtful' || links[link].state === 'broken'),
    )
    .slice(0, MAX_NAMED)
    .map(({ arrival }) => arrival.bookingId);
}

function isInTheWay(link: 'gateway' | 'battery', lockId: number, { arrivals, nowMs }: Facts): boolean {
  return arrivals.some(
    ({ arrival, readiness }) =>
      arrival.startMs - nowMs <= NEAR_MS &&
      readiness.worst === link &&
      readiness.verdict === 'action-needed' &&
      readiness.links[link].lockId === lockId,
  );
}
