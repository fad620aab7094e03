/** Wishes for stays that are long over go in whole runs; those of blocked guests stay. */
import { expect, it } from 'vitest';
import { noStayWish } from '../../shared/domain/wishes.ts';
import { DAY_MS } from '../../shared/time.ts';
import { bookingId } from '../support/ids.ts';
import { twoDoors } from './small-world.ts';

it('a note goes a month after the departure, a block does not', async () => {
  const world = await twoDoors(['Mara Lind', 'Otto Berg']);
  try {
    const home = world.install();
    const [mara = 0, otto = 0] = world.clouds.smoobu.bookings().map(({ id }) => id);
    home.wishes.change((wishes) => ({
      ...wishes,
      stays: [
        { bookingId: bookingId(mara), wish: { ...noStayWish(), note: 'Late train.' } },
        { bookingId: bookingId(otto), wish: { ...noStayWish(), blockedSinceMs: 1 } },
      ],
    }));
    const wished = () => home.wishes.read().stays.map((stay) => stay.bookingId);
    for (const days of [0, 5, 15, 15]) {
      world.clock.advance(days * DAY_MS);
      await home.run();
      expect(wished()).toEqual([mara, otto]);
    }
    world.clock.advance(5 * DAY_MS);
    await home.run({ mode: 'dry-run' });
    expect(wished()).toEqual([mara, otto]);
    await home.run();
    expect(wished()).toEqual([otto]);
    expect([...home.history.memory().remembered['wished-stay'].keys()]).toEqual([String(otto)]);
  } finally {
    await world.close();
  }
});
