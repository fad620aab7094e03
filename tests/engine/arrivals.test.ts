/** What runs remember of arrivals: enough to judge them after a restart and while the clouds do not answer, and no more than that. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Arrival } from '../../shared/domain/readiness.ts';
import { judgeArrival } from '../../shared/readiness/judge.ts';
import { HOUR_MS, MINUTE_MS } from '../../shared/time.ts';
import { readinessFacts } from '../support/readiness.ts';
import { twoDoors } from './small-world.ts';
import type { World } from './world.ts';

let world: World;
afterEach(async () => world.close());

type Computer = ReturnType<World['install']>;
const kept = ({ history }: Computer): readonly Arrival[] => [...history.memory().remembered.arrival.values()];
const judged = ({ history }: Computer, nowMs: number) => {
  const { remembered } = history.memory();
  const lastRead = remembered['last-read'].get('all') ?? null;
  return kept({ history } as Computer).map((one) =>
    judgeArrival(one, readinessFacts({ nowMs, lastRead, health: new Map(), reach: new Map() })),
  );
};
const rows = (computer: Computer): string => JSON.stringify(kept(computer));

describe('arrivals', () => {
  test('within three days are remembered, with each door as it was seen; a quiet sync writes only when it read', async () => {
    world = await twoDoors(['Ana Sol', 'Ben Tor']);
    const computer = world.install();
    const report = await computer.run();
    expect(report.arrivals).toHaveLength(2);
    expect(kept(computer)).toMatchObject([{ guest: 'Ana Sol', doors: [{ state: 'verified' }, { state: 'verified' }] }]);
    expect(kept(computer)[0]?.doors.every(({ codeId }) => codeId !== null)).toBe(true);
    const before = rows(computer);
    world.clock.advance(15 * MINUTE_MS);
    await computer.run();
    expect(rows(computer)).toBe(before);
    expect(judged(computer, world.clock.nowMs() + MINUTE_MS)).toMatchObject([{ verdict: 'ready' }]);
    expect(judged(computer, world.clock.nowMs() + 31 * MINUTE_MS)).toMatchObject([{ verdict: 'check', worst: 'booking' }]);
  });

  test('of a guest who books while The Keys does not answer need the user', async () => {
    world = await twoDoors([{ name: 'Ana Sol', arrival: 0 }]);
    const computer = world.install();
    world.clouds.theKeys.faults.set({ all: { kind: 'unavailable' } });
    const report = await computer.run();
    expect(report.run.outcome).toBe('failed');
    expect(kept(computer)).toMatchObject([{ doors: [{ state: 'unread', verifiedAtMs: null }, { state: 'unread' }] }]);
    expect(judged(computer, world.clock.nowMs())).toMatchObject([
      { verdict: 'action-needed', links: { code: { state: 'broken', because: { key: 'link.code.missing-unread' } } } },
    ]);
    expect(report.arrivals).toEqual(kept(computer));
  });

  test('keep when their code was last seen while The Keys does not answer', async () => {
    world = await twoDoors([{ name: 'Ana Sol', arrival: 0 }]);
    const computer = world.install();
    await computer.run();
    const seenAtMs = world.clock.nowMs();
    world.clouds.theKeys.faults.set({ all: { kind: 'unavailable' } });
    world.clock.advance(HOUR_MS);
    await computer.run();
    expect(kept(computer)[0]?.doors.map(({ state }) => state)).toEqual(['unread', 'unread']);
    for (const { verifiedAtMs } of kept(computer)[0]?.doors ?? []) expect(Math.abs((verifiedAtMs ?? 0) - seenAtMs)).toBeLessThan(MINUTE_MS);
    expect(judged(computer, world.clock.nowMs())).toMatchObject([
      { verdict: 'check', links: { code: { because: { key: 'link.code.stale-soon' } } } },
    ]);
  });

  test('are forgotten when the stay is over, gone or forgotten', async () => {
    world = await twoDoors([{ name: 'Ana Sol', arrival: 0 }]);
    const computer = world.install();
    await computer.run();
    const [first] = kept(computer);
    world.clouds.smoobu.cancelBooking(first!.bookingId);
    await computer.run();
    expect(kept(computer)).toEqual([]);
  });
});
