/** A list of bookings whose counts are never right, or with a row that nobody can read: what is read counts, and nothing else. */
import { afterEach, describe, expect, it } from 'vitest';
import type { SmoobuSwitches } from '../../electron/demo/smoobu/switches.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { twoDoors } from './small-world.ts';
import type { Installation, World } from './world.ts';

let world: World;
afterEach(async () => {
  await world.close();
});

async function settled(): Promise<Installation> {
  world = await twoDoors(['Ada', 'Bert', 'Cleo', 'Dora', 'Emil']);
  const installation = world.install();
  await installation.run();
  expect(codes()).toHaveLength(10);
  return installation;
}
const codes = () => world.clouds.theKeys.codes();
const ids = () => world.clouds.smoobu.bookings().map(({ id }) => id);
async function again(installation: Installation, switches: Partial<SmoobuSwitches> = {}) {
  world.clouds.smoobu.setSwitches(switches);
  world.clock.advance(15 * MINUTE_MS);
  return installation.run();
}

describe.each<[string, Partial<SmoobuSwitches>]>([
  ['a total off by one', { totalOffBy: 1 }],
  ['pages that repeat', { repeatFirstPage: true, maxPageSize: 2 }],
  ['a row without an id', { unreadableRow: 'id', rowOrder: 'reverse' }],
])('%s', (_what, switches) => {
  it('removes what is read as cancelled, twice, and nothing that is absent', async () => {
    const installation = await settled();
    const [ada = 0, bert = 0] = ids();
    world.clouds.smoobu.cancelBooking(ada);
    world.clouds.smoobu.removeBooking(bert);
    for (let round = 0; round < 3; round += 1) {
      const { run, problems } = await again(installation, switches);
      expect(run.outcome).toBe('partial');
      expect(problems.map(({ text }) => text.key)).toContain('problem.incomplete-agreed');
    }
    const tags = codes().map(({ description }) => description);
    expect(tags.filter((tag) => tag === `Smoobu#${String(ada)}`)).toEqual([]);
    expect(tags.filter((tag) => tag === `Smoobu#${String(bert)}`)).toHaveLength(2);
    expect(codes()).toHaveLength(8);
  });
});

describe('a row whose dates cannot be read', () => {
  it('is read by id: nothing is wrong', async () => {
    const installation = await settled();
    const [ada = 0] = ids();
    world.clouds.smoobu.cancelBooking(ada);
    expect(await again(installation, { unreadableRow: 'dates' })).toMatchObject({
      run: { outcome: 'ok' },
      problems: [],
      counts: { deleted: 2 },
    });
  });
  it('also by id: that booking alone stays as it is, and the user is told', async () => {
    const installation = await settled();
    const [ada = 0, bert = 0] = ids();
    world.clouds.smoobu.cancelBooking(ada);
    world.clouds.smoobu.cancelBooking(bert);
    const report = await again(installation, { unreadableRow: 'dates-everywhere' });
    expect(report).toMatchObject({
      run: { outcome: 'partial' },
      counts: { deleted: 2 },
      problems: [{ kind: 'booking-unreadable', bookingId: ada }],
    });
    expect(codes()).toHaveLength(8);
    // It would be removed, but the brake counts over a day: these are the third and fourth code of ten.
    expect(await again(installation, { unreadableRow: 'none' })).toMatchObject({
      run: { outcome: 'held' },
      counts: { deleted: 0, held: 2 },
    });
  });
});
