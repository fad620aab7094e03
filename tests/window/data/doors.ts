/** What is known of the doors without reading them: one has a low battery, and the gateway of another is silent. */
import { placeKey } from '../../../shared/domain/ids.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { placesOf } from '../../../shared/reconcile/observe.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { ok } from '../scene.ts';
import type { Answers } from '../scene.ts';
import { NOW_MS, ZONE } from './clock.ts';

export function doorAnswers({ mapping }: Settings): Answers {
  return {
    'doors.list': () =>
      ok({
        doors: placesOf(mapping).map((place) => ({
          lockId: place.lockId,
          keypadId: place.keypadId,
          zone: ZONE,
          unitIds: mapping.units
            .filter(({ doors }) => doors.some((door) => placeKey(door) === placeKey(place)))
            .map(({ unitId }) => unitId),
          reach: 'gateway' as const,
          isRefused: false,
          battery: place.lockId === mapping.locks[2]?.lockId ? ('low' as const) : ('good' as const),
          isGatewayAlive: place.lockId !== mapping.locks[4]?.lockId,
          seenAtMs: NOW_MS - 35 * MINUTE_MS,
        })),
      }),
  };
}
