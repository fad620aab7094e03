/** A cloud could not be reached in several runs, or in one run with an arrival near. */
import { CLOUD_NAMES, CLOUD_TITLES } from '../../../../shared/errors.ts';
import type { CloudName } from '../../../../shared/errors.ts';
import type { Facts } from '../../status/facts.ts';
import type { Matter, MatterNotice, MatterProvider } from '../matter.ts';
import { NEAR_MS, SOON_MS } from '../../../../shared/readiness/facts.ts';
import { unitLabel } from '../../status/names.ts';

/** A cloud that failed in this many runs in a row has no short outage. */
export const LASTING_RUNS = 3;

export const unreachable: MatterProvider = {
  problemKinds: ['cloud-unreachable'],
  find: (facts) =>
    CLOUD_NAMES.map((cloud): Matter => {
      const runs = facts.health[cloud].unreachableRuns;
      // Offline, no cloud can be reached: the window and the tray show that as a state of this computer.
      const isLasting = facts.isOnline && runs >= LASTING_RUNS;
      return {
        kind: 'unreachable',
        key: `unreachable:${cloud}`,
        target: { view: 'accounts', cloud },
        item: isLasting ? itemOf(cloud, facts) : null,
        notice: noticeOf(cloud, facts, isLasting || (facts.isOnline && runs > 0 && hasNearArrival(facts))),
      };
    }),
};

/** Somebody arrives within a day. */
export function hasNearArrival({ arrivals, nowMs }: Facts): boolean {
  return arrivals.some(({ arrival: { startMs } }) => startMs > nowMs && startMs - nowMs <= NEAR_MS);
}

/** What to do for the next guest, whatever the cloud does; "" for none. */
function advice({ arrivals, nowMs, localization: { text, formats } }: Facts): string {
  const next = arrivals.find(({ arrival: { startMs, isBlocked } }) => !isBlocked && startMs > nowMs && startMs - nowMs <= SOON_MS);
  if (next === undefined) return '';
  const { unitName, startMs } = next.arrival;
  return ` ${text('attention.call-guest', { unit: unitLabel(unitName, text), time: formats.time(startMs) })}`;
}

function itemOf(cloud: CloudName, facts: Facts): Matter['item'] {
  const {
    health,
    localization: { text },
  } = facts;
  const message = text('attention.unreachable', { cloud: CLOUD_TITLES[cloud], count: health[cloud].unreachableRuns });
  return {
    severity: 'urgent',
    cloud,
    message: `${message}${cloud === 'the-keys' ? advice(facts) : ''}`,
    trayLabel: text('tray.unreachable', { cloud: CLOUD_TITLES[cloud] }),
  };
}

function noticeOf(cloud: CloudName, facts: Facts, isDue: boolean): MatterNotice | null {
  const {
    health,
    nowMs,
    localization: { text, formats },
  } = facts;
  const category = 'unreachable';
  const title = CLOUD_TITLES[cloud];
  const { unreachableRuns, unreachableSinceMs, lastSuccessMs, isRejected } = health[cloud];
  // It answers again, and what it answers is a matter of its own: the credentials.
  if (isRejected) return null;
  if (unreachableRuns === 0 && lastSuccessMs !== null) {
    return { category, status: 'resolved', message: text('notice.recovered-cloud', { cloud: title }) };
  }
  if (!isDue) return { category, status: 'ongoing' };
  return {
    category,
    status: 'due',
    facets: ['down'],
    title: text('notice.unreachable-title', { cloud: title }),
    body: `${text('notice.unreachable-body', { time: formats.time(unreachableSinceMs ?? nowMs) })}${cloud === 'the-keys' ? advice(facts) : ''}`,
    isUrgent: false,
  };
}
