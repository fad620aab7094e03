/** Two computers, of which one blocks a guest: the other never wrote those codes, and makes none when somebody deletes them at The Keys. */
import { expect, it } from 'vitest';
import { decideAccess } from '../../electron/app/acts/decide-access.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { bookingId } from '../support/ids.ts';
import { twoDoors } from './small-world.ts';
import type { Installation } from './world.ts';

it('a guest blocked on another computer stays out although the codes are deleted by hand', async () => {
  const world = await twoDoors(['Mara Lind', 'Otto Berg']);
  try {
    const id = bookingId(world.clouds.smoobu.bookings()[0]?.id ?? 0);
    const [one, other] = [world.install(), world.install()];
    const later = async (by: Installation): Promise<RunReport> => {
      world.clock.advance(15 * MINUTE_MS);
      return by.run();
    };
    const codes = () => world.clouds.theKeys.codes().filter(({ description }) => description?.startsWith(`Smoobu#${String(id)}`));
    const decide = (by: Installation, is: 'blocked' | 'let-in'): void => decideAccess(by, { id, is }, world.clock.nowMs());
    await one.run();
    await later(other);
    decide(one, 'blocked');
    await later(one);
    await later(other);
    const [first, second] = codes();
    for (const share of [first, second]) {
      world.clouds.theKeys.removeCode(share?.id ?? 0);
      for (const by of [other, one, other]) {
        await later(by);
        expect(codes().filter(({ active }) => active)).toEqual([]);
      }
    }
    const told = await later(other);
    expect(told.problems.map(({ kind, bookingId: about }) => [kind, about])).toEqual([
      ['deleted-again', id],
      ['deleted-again', id],
    ]);
    // Nobody else lost a code, and who is let in again gets in, with nothing left to ask on either computer.
    expect(world.clouds.theKeys.codes()).toHaveLength(2);
    decide(one, 'let-in');
    for (const by of [one, other, one]) await later(by);
    expect(codes().map(({ active }) => active)).toEqual([true, true]);
    for (const by of [one, other]) expect((await later(by)).problems).toEqual([]);
  } finally {
    await world.close();
  }
});
