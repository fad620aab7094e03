import { describe, expect, it } from 'vitest';
import { play } from '../../../tests/support/app/trigger-play.ts';
import { HOUR_MS } from '../../../shared/time.ts';
import type { RunEnd } from './triggers.ts';

describe('slots', () => {
  it('start a first run soon after the start, then one at each slot', async () => {
    const { world, runs, nextRun } = play();
    expect(nextRun()).toBe('14:01:10');
    await world.advanceTo('2026-11-23T14:31:00Z');
    expect(runs).toEqual(['start 14:01:10', 'schedule 14:15:00', 'schedule 14:30:00']);
    expect(nextRun()).toBe('14:45:00');
  });
  it('use the given delay where the usual ones are replaced', async () => {
    const { world, triggers, runs } = play({ runDelayMs: 200 });
    await world.advance(200);
    triggers.changed();
    await world.advance(200);
    expect(runs).toEqual(['start 14:01:00', 'settings 14:01:00']);
  });
  it('have a fixed delay for each installation, which the next run shows', async () => {
    const { world, take, nextRun } = play({ installationNumber: 7 });
    await world.advanceTo('2026-11-23T14:02:00Z');
    take();
    const said = nextRun();
    await world.advanceTo('2026-11-23T14:20:00Z');
    const [first] = take();
    expect(first).toBe(`schedule ${String(said)}`);
    expect(said).not.toBe('14:15:00');
    await world.advanceTo('2026-11-23T14:35:00Z');
    expect(take()[0]?.slice(-5)).toBe(first?.slice(-5).replace(/^1[5-9]/, (minute) => String(Number(minute) + 15)));
  });
  it('are served by a run that starts before their delay has passed', async () => {
    const { world, triggers, take } = play({ installationNumber: 7 });
    await world.advanceTo('2026-11-23T14:15:01Z');
    take();
    await triggers.runNow();
    await world.advanceTo('2026-11-23T14:29:00Z');
    expect(take()).toEqual(['manual 14:15:01']);
  });
  it('of another schedule count from now on, and a pending run still starts', async () => {
    const { world, triggers, take, nextRun } = play({ installationNumber: 7 });
    await world.advanceTo('2026-11-23T14:15:01Z');
    take();
    triggers.setSchedule('0 * * * *');
    await world.advanceTo('2026-11-23T14:59:00Z');
    expect(take()).toHaveLength(1);
    expect(nextRun()?.slice(0, 3)).toBe('15:');
    triggers.setSchedule('*/5 * * * *');
    await world.advanceTo('2026-11-23T15:11:00Z');
    expect(take()).toHaveLength(3);
  });
  it('of the fallback are used when the expression is invalid', async () => {
    const { world, take, logged } = play({ cron: 'when it rains' });
    await world.advanceTo('2026-11-23T14:31:00Z');
    expect(take()).toHaveLength(3);
    expect(logged).toHaveLength(1);
  });
  it.each([
    ['the hour that is skipped', '2026-03-28T23:50:00Z', '*/15 * * * *', 5 * HOUR_MS, 21],
    ['the hour that comes twice', '2026-10-24T22:50:00Z', '*/15 * * * *', 5 * HOUR_MS, 21],
    ['once a day before the clocks go forward', '2026-03-28T12:00:00Z', '15 3 * * *', 24 * HOUR_MS, 2],
    ['once a day when the clocks go back', '2026-10-24T12:00:00Z', '15 3 * * *', 24 * HOUR_MS, 2],
  ])('%s', async (_name, startAt, cron, durationMs, expected) => {
    const { world, take } = play({ startAt, cron });
    await world.advance(durationMs);
    expect(take()).toHaveLength(expected);
  });
});

describe('sleep', () => {
  it.each(['pausing', 'late'] as const)('over three slots and resume is one run (timers %s)', async (timers) => {
    const { world, triggers, take } = play({ installationNumber: 7 });
    await world.advanceTo('2026-11-23T14:02:00Z');
    take();
    world.sleepUntil('2026-11-23T14:47:00Z', timers);
    triggers.resumed();
    await world.advanceTo('2026-11-23T14:59:00Z');
    expect(take()).toEqual(['resume 14:47:05']);
    await world.advanceTo('2026-11-23T15:14:00Z');
    expect(take()).toHaveLength(1);
  });
  it.each(['pausing', 'late'] as const)('ends with one run even when waking up is not reported (timers %s)', async (timers) => {
    const { world, take } = play();
    await world.advanceTo('2026-11-23T14:02:00Z');
    take();
    world.sleepUntil('2026-11-23T14:46:30Z', timers);
    await world.advanceTo('2026-11-23T15:14:00Z');
    const runs = take();
    expect(runs.filter((run) => run.startsWith('resume'))).toHaveLength(1);
    expect(runs.length).toBeLessThanOrEqual(2);
  });
  it('that was not reported, with a run by hand before the last slot: the late timer starts a run', async () => {
    const { world, triggers, take } = play();
    world.sleepUntil('2026-11-23T14:46:00Z', 'pausing');
    await triggers.runNow();
    await world.advanceTo('2026-11-23T15:14:00Z');
    expect(take()).toEqual(['manual 14:46:00', 'resume 15:00:05']);
  });
  it('that was not reported, with a run by hand after the last slot: the late timer starts none', async () => {
    const { world, triggers, take } = play();
    await world.advanceTo('2026-11-23T14:10:00Z');
    take();
    world.sleepUntil('2026-11-23T14:31:00Z', 'pausing');
    await triggers.runNow();
    await world.advanceTo('2026-11-23T14:44:00Z');
    expect(take()).toEqual(['manual 14:31:00']);
  });
  it('ends with a run once the network is back', async () => {
    const { world, triggers, take } = play();
    await world.advanceTo('2026-11-23T14:02:00Z');
    take();
    triggers.setOnline(false);
    world.sleepUntil('2026-11-23T14:47:00Z', 'late');
    triggers.resumed();
    await world.advanceTo('2026-11-23T14:48:00Z');
    expect(take()).toEqual([]);
    triggers.setOnline(true);
    await world.advanceTo('2026-11-23T14:59:00Z');
    expect(take()).toEqual(['resume 14:48:05']);
  });
  it('within the minute after a run starts none; while a run is pending it does not lose it', async () => {
    const { world, triggers, take } = play({ installationNumber: 7 });
    await world.advanceTo('2026-11-23T14:02:00Z');
    take();
    await triggers.runNow();
    world.sleepUntil('2026-11-23T14:02:30Z', 'pausing');
    triggers.resumed();
    await world.advanceTo('2026-11-23T14:14:50Z');
    expect(take()).toEqual(['manual 14:02:00']);
    await triggers.runNow();
    await world.advanceTo('2026-11-23T14:15:05Z');
    world.sleepUntil('2026-11-23T14:15:20Z', 'pausing');
    triggers.resumed();
    await world.advanceTo('2026-11-23T14:29:00Z');
    expect(take()).toEqual(['manual 14:14:50', 'resume 14:15:25']);
  });
});

describe('offline', () => {
  it('slots are skipped, and one run makes up for them', async () => {
    const { world, triggers, take, nextRun } = play();
    await world.advanceTo('2026-11-23T14:02:00Z');
    take();
    triggers.setOnline(false);
    expect(nextRun()).toBeNull();
    await world.advanceTo('2026-11-23T14:50:00Z');
    expect(take()).toEqual([]);
    triggers.setOnline(true);
    await world.advanceTo('2026-11-23T14:59:00Z');
    expect(take()).toEqual(['resume 14:50:05']);
  });
  it('a flapping network gives one run once it is steady, and none when nothing was missed', async () => {
    const { world, triggers, take } = play();
    await world.advanceTo('2026-11-23T14:14:50Z');
    take();
    for (let flap = 0; flap < 20; flap += 1) {
      triggers.setOnline(flap % 2 === 1);
      await world.advance(2_000);
    }
    await world.advanceTo('2026-11-23T14:29:00Z');
    expect(take()).toEqual(['resume 14:15:33']);
    triggers.setOnline(false);
    triggers.setOnline(true);
    await world.advanceTo('2026-11-23T14:29:50Z');
    expect(take()).toEqual([]);
  });
  it('a run by hand starts all the same and does not make up for postponed ones', async () => {
    const { world, triggers, take } = play({ isOnline: false });
    await world.advanceTo('2026-11-23T14:02:00Z');
    await triggers.runNow();
    expect(take()).toEqual(['manual 14:02:00']);
    triggers.setOnline(true);
    await world.advanceTo('2026-11-23T14:03:00Z');
    expect(take()).toEqual(['resume 14:02:05']);
  });
});

describe('pause', () => {
  const untilMs = Date.parse('2026-11-23T14:40:00Z');
  it('from before the start is shown at once, and nothing runs', async () => {
    const { world, take, nextRun, timesTold } = play({ pause: { kind: 'until-resumed' } });
    expect([timesTold(), nextRun()]).toEqual([1, null]);
    await world.advance(HOUR_MS);
    expect(take()).toEqual([]);
  });
  it('skips slots but not runs by hand, and ends with one run', async () => {
    const { world, triggers, take, nextRun, pausesEnded } = play();
    await world.advanceTo('2026-11-23T14:02:00Z');
    take();
    triggers.setPause({ kind: 'until', untilMs });
    expect(nextRun()).toBeNull();
    await world.advanceTo('2026-11-23T14:10:00Z');
    await triggers.runNow();
    await world.advanceTo('2026-11-23T14:59:00Z');
    expect(take()).toEqual(['manual 14:10:00', 'resume 14:40:05', 'schedule 14:45:00']);
    expect(pausesEnded()).toBe(1);
  });
  it('started during a run lets it finish; ended by the user it makes up for skipped runs', async () => {
    const { world, triggers, take, answerWith } = play();
    const { promise, resolve } = Promise.withResolvers<RunEnd>();
    answerWith(() => promise);
    await world.advanceTo('2026-11-23T14:02:00Z');
    triggers.setPause({ kind: 'until-resumed' });
    resolve('served');
    await world.advanceTo('2026-11-23T14:05:00Z');
    expect(take()).toEqual(['start 14:01:10']);
    triggers.setPause({ kind: 'none' });
    await world.advanceTo('2026-11-23T14:14:00Z');
    expect(take()).toEqual([]);
    triggers.setPause({ kind: 'until-resumed' });
    await world.advanceTo('2026-11-23T14:50:00Z');
    triggers.setPause({ kind: 'none' });
    await world.advanceTo('2026-11-23T14:59:00Z');
    expect(take()).toEqual(['resume 14:50:05']);
  });
  it('that ended during sleep is over on waking', async () => {
    const { world, triggers, take, pausesEnded } = play({ pause: { kind: 'until', untilMs } });
    await world.advanceTo('2026-11-23T14:02:00Z');
    world.sleepUntil('2026-11-23T14:50:00Z', 'pausing');
    triggers.resumed();
    await world.advanceTo('2026-11-23T14:59:00Z');
    expect([take(), pausesEnded()]).toEqual([['resume 14:50:05'], 1]);
  });
  it('of a month does not end at once', async () => {
    const { world, take, pausesEnded } = play({ pause: { kind: 'until', untilMs: Date.parse('2026-12-23T14:00:00Z') } });
    await world.advance(3 * 24 * HOUR_MS);
    expect([take(), pausesEnded()]).toEqual([[], 0]);
  });
});
