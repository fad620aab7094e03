/** A computer whose clock was ahead for a while and is corrected. */
import { afterEach, describe, expect, it } from 'vitest';
import { DAY_MS, MINUTE_MS } from '../../shared/time.ts';
import { portfolio } from './scenario.ts';
import { startWorld } from './world.ts';
import type { World } from './world.ts';

let world: World | null = null;
afterEach(async () => {
  await world?.close();
});

describe('a clock that is set back', () => {
  it('does not keep the code of a missing booking until the wrong time', async () => {
    const nowMs = Date.parse('2026-11-23T10:00:00Z');
    const { seed, mapping } = portfolio({
      nowMs,
      layout: { zone: 'Europe/Paris', lockOfKeypad: [0], doorsOfUnit: [[0]] },
      bookings: [
        { unit: 0, arrival: 60, nights: 2, guest: 0, checkIn: null },
        { unit: 0, arrival: 70, nights: 2, guest: 1, checkIn: null },
      ],
      foreign: [],
    });
    const { clock, clouds } = (world = await startWorld(seed, mapping, { nowMs }));
    const installation = world.install();
    await installation.run();
    expect(clouds.theKeys.codes()).toHaveLength(2);

    clock.stepWall(30 * DAY_MS);
    clouds.smoobu.removeBooking(90_001);
    const first = await installation.run();
    expect(first.problems.map((problem) => problem.kind)).toContain('booking-missing');
    clock.stepWall(-30 * DAY_MS);
    for (let round = 0; round < 3; round += 1) {
      clock.advance(15 * MINUTE_MS);
      await installation.run();
    }
    expect(clouds.theKeys.codes()).toHaveLength(1);
  });
});
