/** A check-out at night, over the demo clouds: the user is asked, and the answer is carried out by the next run. */
import { expect, it } from 'vitest';
import { MINUTE_MS } from '../../shared/time.ts';
import { twoDoors } from './small-world.ts';

it.each([
  ['usual', '2026-11-27 12:00'],
  ['morning-of-departure', '2026-11-27 02:00'],
  ['night-after', '2026-11-28 02:00'],
])('%s', async (choice, end) => {
  const world = await twoDoors(['Mara Lind']);
  try {
    const { id = 0 } = world.clouds.smoobu.bookings()[0] ?? {};
    world.clouds.smoobu.changeBooking(id, { checkOut: '02:00' });
    const home = world.install();
    const ends = () => world.clouds.theKeys.codes().map(({ endDate, endTime }) => `${String(endDate)} ${String(endTime)}`);
    const asked = await home.run();
    const key = `times:${String(id)}`;
    expect(asked.problems).toMatchObject([{ kind: 'times-asked', question: { key } }]);
    expect([asked.run.outcome, ends()]).toEqual(['held', ['2026-11-27 12:00', '2026-11-27 12:00']]);
    expect([home.answer(key, 'whole-day'), home.answer(key, choice), home.answer(key, choice)]).toEqual([false, true, false]);
    world.clock.advance(15 * MINUTE_MS);
    expect([(await home.run()).problems, ends()]).toEqual([[], [end, end]]);
    world.clock.advance(15 * MINUTE_MS);
    expect((await home.run()).run.outcome).toBe('nothing-to-do');
  } finally {
    await world.close();
  }
});
