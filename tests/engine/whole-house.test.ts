/** A unit that Smoobu links with others, over the demo clouds: its bookings open its own doors, and all doors of the others are offered. */
import { afterEach, expect, it } from 'vitest';
import { discover } from '../../electron/app/accounts/discover.ts';
import { ok } from '../../shared/result.ts';
import { twoDoors } from './small-world.ts';
import type { World } from './world.ts';

let world: World;
afterEach(() => world.close());

it('opens the doors of its own mapping', async () => {
  world = await twoDoors([]);
  const { smoobu, theKeys } = world.clouds;
  const [rooms, house] = world.settings.mapping.units;
  if (rooms === undefined || house === undefined) throw new Error('no units');
  const stay = { arrival: '2026-12-01', departure: '2026-12-04', guestName: 'Mara Lind' };
  smoobu.addBooking({ ...stay, apartmentId: house.unitId, related: [rooms.unitId] });
  const installation = world.install();
  const report = await installation.run();
  expect([report.counts.created, report.problems]).toEqual([1, []]);
  expect(theKeys.codes().map(({ lockId }) => lockId)).toEqual(house.doors.map(({ lockId }) => lockId));

  const { bookings, locks } = installation.clients();
  const found = await discover({ bookings: ok(bookings), locks: ok(locks) }, world.settings, { nowMs: world.clock.nowMs() });
  const doors = rooms.doors.map(({ lockId, keypadId }) => ({ lockId, keypadId }));
  expect(found.houses).toEqual([{ unitId: house.unitId, related: [rooms.unitId], doors }]);
});
