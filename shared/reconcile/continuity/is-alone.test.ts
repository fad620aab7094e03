/** Whose stay is in the way of a longer one. */
import { expect, it } from 'vitest';
import { booking, date, DOOR, FORMER_DOOR, input, SECOND_DOOR, settings } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import type { LocalDateTime } from '../../time.ts';
import { observe } from '../observe.ts';
import { sortBookings } from '../stays.ts';
import { createLocalClock } from '../zones.ts';
import { isAlone } from './is-alone.ts';

const GATE = FORMER_DOOR;
const units = [
  { unitId: 101, doors: [DOOR, GATE] },
  { unitId: 102, doors: [DOOR] },
  { unitId: 103, doors: [SECOND_DOOR, GATE] },
  { unitId: 104, doors: [DOOR, SECOND_DOOR, GATE] },
  { unitId: 105, doors: [] },
];
const stay = booking();
it.each<readonly [string, NonNullable<Parameters<typeof booking>[0]>, boolean]>([
  ['that stay itself', { id: 12 }, true],
  ['another of the same unit', {}, false],
  ['one that is cancelled', { state: 'cancelled' }, true],
  ['one that begins when the window ends', { arrival: date('2026-11-28') }, true],
  ['one of a room of the unit', { unitId: 102 }, false],
  ['one of a house that the unit is a part of', { unitId: 104 }, false],
  ['one of a neighbour with the same gate', { unitId: 103 }, true],
  ['one of a unit without doors', { unitId: 105 }, true],
  ['one of a unit that is not mapped', { unitId: 999 }, true],
])('a stay has its home to itself beside %s: %j', (_what, changes, expected) => {
  const others = 'id' in changes ? [] : [booking({ id: 13, departure: date('2026-11-30'), ...changes })];
  const read = input({ settings: settings({ units }), bookings: [stay, ...others] });
  const observation = observe(read);
  const sorted = sortBookings(read, observation, createLocalClock(read.settings, read.nowMs));
  const window = { start: '2026-11-27T10:00' as LocalDateTime, end: '2026-11-28T15:00' as LocalDateTime };
  expect(isAlone(bookingId(12), read.settings.mapping.units[0]!, window, sorted, observation.units)).toBe(expected);
});
