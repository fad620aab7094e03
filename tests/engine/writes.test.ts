/** What no write may get wrong: a certain refusal is not sent again, a PIN is known before it is written, and only a read-back makes it done. */
import { afterEach, expect, it } from 'vitest';
import { MINUTE_MS } from '../../shared/time.ts';
import { twoDoors } from './small-world.ts';
import { Killed } from './killable.ts';
import type { World } from './world.ts';

let world: World;
afterEach(async () => {
  await world.close();
});

it('sends a create that was refused for certain once, and reads no list for it', async () => {
  world = await twoDoors(['Ada'], { theKeysSwitches: { refuseWith: 'Le clavier est plein' } });
  const report = await world.install().run();
  const requests = world.clouds.theKeys.requests();
  expect(requests.filter(({ isWrite }) => isWrite)).toHaveLength(2);
  const lists = requests.filter(({ path }) => path.includes('/partage/all/'));
  expect(lists).toHaveLength(3);
  expect(report.operations.map(({ status }) => status)).toEqual(['failed', 'failed']);
});

it('remembers the draw of a PIN before it writes the code', async () => {
  world = await twoDoors(['Ada']);
  const installation = world.install();
  const [booking] = world.clouds.smoobu.bookings();
  let atCreate: number | null = null;
  world.clouds.theKeys.faults.onRequest((request) => {
    if (request.path.includes('/partage/create/')) atCreate ??= installation.history.memory().pinDraws.size;
    return null;
  });
  await installation.run();
  expect(atCreate).toBe(1);
  expect([...installation.history.memory().pinDraws.keys()]).toEqual([booking?.id]);
});

it('knows the PIN of a code whose create was answered to a process that was killed', async () => {
  world = await twoDoors(['Ada']);
  const installation = world.install();
  // A page of bookings, a sign-in and three lists come first, in any order.
  for (let request = 5; world.clouds.theKeys.codes().length === 0; request += 1) {
    installation.killAt(request, 'after');
    await installation.run().catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
  }
  const told = world.clouds.theKeys.codes().map(({ code }) => code)[0];
  for (const { id } of world.clouds.theKeys.codes()) world.clouds.theKeys.removeCode(id);
  world.clock.advance(15 * MINUTE_MS);
  await installation.run();
  expect(world.clouds.theKeys.codes().map(({ code }) => code)).toEqual([told, told]);
});

it('calls no code done whose lock could not be read afterwards', async () => {
  world = await twoDoors(['Ada']);
  const installation = world.install();
  let written = false;
  world.clouds.theKeys.faults.onRequest((request) => {
    written ||= request.isWrite;
    return written && request.path.includes('/partage/all/') ? { kind: 'html' } : null;
  });
  const report = await installation.run();
  expect(report.operations.map(({ status }) => status)).toEqual(['unverified', 'unverified']);
  expect(report.run.outcome).toBe('partial');
  expect(report.problems.map(({ kind }) => kind)).toEqual(['unverified', 'unverified']);
  expect(report.counts.created).toBe(0);
});
