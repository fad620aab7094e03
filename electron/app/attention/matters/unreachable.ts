/** A cloud could not be reached in several runs, or in one run with an arrival near. */
import { CLOUD_NAMES, CLOUD_TITLES } from '../../../../shared/errors.ts';
import type { CloudName } from '../../../../shared/errors.ts';
import type { Facts } from '../../status/facts.ts';
import type { Matter, MatterNotice, MatterProvider } from '../matter.ts';
import { NEAR_ARRIVAL_MS } from './arrival.ts';

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
export function hasNearArrival({ stays, nowMs }: Facts): boolean {
  return stays.some(({ startMs }) => startMs > nowMs && startMs - nowMs <= NEAR_ARRIVAL_MS);
}

function itemOf(cloud: CloudName, { health, localization: { text } }: Facts): Matter['item'] {
  return {
    severity: 'urgent',
    cloud,
    message: text('attention.unreachable', { cloud: CLOUD_TITLES[cloud], count: health[cloud].unreachableRuns }),
    trayLabel: text('tray.unreachable', { cloud: CLOUD_TITLES[cloud] }),
  };
}

function noticeOf(cloud: CloudName, { health, nowMs, localization: { text, formats } }: Facts, isDue: boolean): MatterNotice | null {
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
    body: text('notice.unreachable-body', { time: formats.time(unreachableSinceMs ?? nowMs) }),
    isUrgent: false,
  };
}
