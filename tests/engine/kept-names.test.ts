/** A cloud that keeps names in another form than they were sent: nothing is updated twice, and the old door of a move goes. */
import { afterEach, expect, it } from 'vitest';
import type { TheKeysSwitches } from '../../electron/demo/the-keys/switches.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { twoDoors } from './small-world.ts';
import type { World } from './world.ts';

let world: World | null = null;
afterEach(async () => {
  await world?.close();
  world = null;
});

const FORMS: readonly TheKeysSwitches['keptNames'][] = ['cut', 'fold', 'escape', 'decompose', 'upper', 'question-marks'];

it.each(FORMS)('%s: every code is verified, and later syncs have nothing to do', async (keptNames) => {
  world = await twoDoors(['Łucja O’Brien-Wiśniewska-Kowalczyk', '李 伟', 'Ada'], { theKeysSwitches: { keptNames } });
  const installation = world.install();
  const first = await installation.run();
  expect(first.operations.map(({ kind, status }) => `${kind} ${status}`)).toEqual(Array.from({ length: 6 }, () => 'create done'));
  for (let round = 0; round < 3; round += 1) {
    world.clock.advance(15 * MINUTE_MS);
    expect((await installation.run()).operations).toEqual([]);
  }
});

it.each(FORMS)('%s: a guest who moves keeps the new door only', async (keptNames) => {
  world = await twoDoors(['Łucja O’Brien-Wiśniewska-Kowalczyk', '李 伟'], { theKeysSwitches: { keptNames } });
  const installation = world.install();
  await installation.run();
  for (const { id } of world.clouds.smoobu.bookings()) world.clouds.smoobu.changeBooking(id, { apartmentId: 502 });
  world.clock.advance(15 * MINUTE_MS);
  expect((await installation.run()).run.outcome).toBe('ok');
  expect(world.clouds.theKeys.codes().map(({ lockId }) => lockId)).toEqual([3103, 3103]);
});
