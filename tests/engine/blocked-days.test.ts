/** Days blocked in Smoobu's calendar, over the demo clouds: known, without a code, and no evidence for anything. */
import { afterEach, expect, it } from 'vitest';
import { twoDoors } from './small-world.ts';
import type { World } from './world.ts';

let world: World;
afterEach(() => world.close());

const blocked = { blocked: true, guestName: '', channel: { id: 11, name: 'Blocked channel' } };

it('are reported for units with doors and get no code', async () => {
  world = await twoDoors(['Mara Lind']);
  const { smoobu, theKeys } = world.clouds;
  const [unit] = world.settings.mapping.units;
  const apartmentId = unit?.unitId ?? 0;
  const { id } = smoobu.addBooking({ ...blocked, apartmentId, arrival: '2026-12-24', departure: '2026-12-27' });
  smoobu.addBooking({ ...blocked, apartmentId, arrival: '2026-11-10', departure: '2026-11-22' });
  smoobu.addBooking({ ...blocked, apartmentId: 999_999, arrival: '2026-12-24', departure: '2026-12-27' });
  const report = await world.install().run();
  expect(report.blockedPeriods).toEqual([{ bookingId: id, unitId: apartmentId, arrival: '2026-12-24', departure: '2026-12-27' }]);
  expect([report.stays.length, report.counts.created, theKeys.codes().length, report.problems]).toEqual([1, 2, 2, []]);
});

it('do not count as bookings where all bookings are missing', async () => {
  world = await twoDoors(['Mara Lind', 'Otto Berg']);
  const { smoobu, theKeys } = world.clouds;
  const installation = world.install();
  await installation.run();
  const [unit] = world.settings.mapping.units;
  for (const { id } of smoobu.bookings()) smoobu.removeBooking(id);
  smoobu.addBooking({ ...blocked, apartmentId: unit?.unitId ?? 0, arrival: '2026-12-24', departure: '2026-12-27' });
  const report = await installation.run();
  expect([report.run.outcome, theKeys.codes().length]).toEqual(['held', 4]);
  expect(report.problems.map(({ kind }) => kind)).toContain('no-bookings');
});
