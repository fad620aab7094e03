/** What the finder finds, by main's own search. */
import { doorIndex, findDoor } from '../../../shared/doors/find-door.ts';
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { dateOf, localNow } from '../../../shared/time.ts';
import { ok } from '../scene.ts';
import type { Answers } from '../scene.ts';
import { NOW_MS, ZONE } from './clock.ts';

export function finderAnswers({ stays }: AppSnapshot, { mapping }: Settings): Answers {
  const bookings = stays.map(({ stay: { booking } }) => ({ ...booking, state: 'live' as const }));
  return {
    'door.find': ({ text }) => {
      // As main does: again for each letter, since a sync may have changed what there is.
      const index = doorIndex({ bookings, people: [], mapping }, dateOf(localNow(ZONE, NOW_MS)));
      const found = findDoor(index, text);
      if (found.kind === 'none') return ok({ isOne: false, more: 0, matches: [] });
      if (found.kind === 'one') return ok({ isOne: true, more: 0, matches: [found.match] });
      return ok({ isOne: false, more: found.more, matches: [...found.matches] });
    },
  };
}
