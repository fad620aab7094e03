/** What is known of the doors without reading them, as syncs remember it. */
import { placeKey } from '../../../shared/domain/ids.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { placesOf } from '../../../shared/reconcile/observe.ts';
import type { KnownDoors } from '../../../shared/readiness/facts.ts';
import { judgedHealth } from '../../../shared/readiness/lock-health.ts';
import { ok } from '../scene.ts';
import type { Answers } from '../scene.ts';
import { ZONE } from './clock.ts';

export function doorAnswers({ health }: KnownDoors, { mapping }: Settings): Answers {
  return {
    'doors.list': () =>
      ok({
        doors: placesOf(mapping).map((place) => {
          const { battery, reach, isRefused, isGatewayAlive, seenAtMs } = judgedHealth(health.get(String(place.lockId)));
          return {
            lockId: place.lockId,
            keypadId: place.keypadId,
            zone: ZONE,
            unitIds: mapping.units
              .filter(({ doors }) => doors.some((door) => placeKey(door) === placeKey(place)))
              .map(({ unitId }) => unitId),
            ...{ reach, isRefused, battery, isGatewayAlive, seenAtMs },
          };
        }),
      }),
  };
}
