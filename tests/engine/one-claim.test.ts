/** A run for one stay carries out what belongs to it, and leaves everything else to the next whole run. */
import { afterEach, expect, it } from 'vitest';
import { bookingId } from '../support/ids.ts';
import { twoDoors } from './small-world.ts';
import type { World } from './world.ts';

let world: World;
afterEach(async () => {
  await world.close();
});

const idOf = (index: number) => bookingId(world.clouds.smoobu.bookings()[index]?.id ?? 0);

it('makes the codes of that stay alone, and the next run those of the others', async () => {
  world = await twoDoors(['Mara Lind', 'Otto Berg', 'Ida Holm']);
  const installation = world.install();
  const act = await installation.run({ trigger: 'act', claim: idOf(1) });
  expect(act.run).toMatchObject({ outcome: 'ok', trigger: 'act' });
  expect(act.operations.map(({ kind, bookingId: id, status }) => [kind, id, status])).toEqual([
    ['create', idOf(1), 'done'],
    ['create', idOf(1), 'done'],
  ]);
  expect([act.counts.created, act.claim, act.stays.length]).toEqual([2, idOf(1), 3]);
  const whole = await installation.run();
  expect(whole.counts).toMatchObject({ created: 4, unchanged: 2 });
  expect((await installation.run({ trigger: 'act', claim: idOf(0) })).run.outcome).toBe('nothing-to-do');
});

it('neither waits for nor settles what is held of another stay, and counts none of its absences', async () => {
  world = await twoDoors([{ name: 'Mara Lind', arrival: -1 }, 'Otto Berg']);
  const installation = world.install();
  await installation.run();
  const { smoobu } = world.clouds;
  smoobu.cancelBooking(idOf(0));
  const before = installation.history.clockMark();
  world.clock.advance(60_000);
  const act = await installation.run({ trigger: 'act', claim: idOf(1) });
  expect([act.run.outcome, act.operations]).toEqual(['nothing-to-do', []]);
  expect(installation.history.listHolds()).toEqual([]);
  expect(installation.history.clockMark()).toEqual(before);
  expect((await installation.run()).run.outcome).toBe('held');
  expect(installation.history.listHolds()).toHaveLength(2);
  const again = await installation.run({ trigger: 'act', claim: idOf(1) });
  expect([again.run.outcome, again.problems]).toEqual(['nothing-to-do', []]);
  expect(installation.history.listHolds()).toHaveLength(2);
});

it('is whole although the lock of another unit cannot be read', async () => {
  world = await twoDoors(['Mara Lind']);
  const installation = world.install();
  const other = world.settings.mapping.units[1]?.doors[0]?.lockId;
  world.clouds.theKeys.faults.set({ lists: { [Number(other)]: { kind: 'html' } } });
  const act = await installation.run({ trigger: 'act', claim: idOf(0) });
  expect(act.problems).toEqual([]);
  expect(act.run.outcome).toBe('ok');
});
