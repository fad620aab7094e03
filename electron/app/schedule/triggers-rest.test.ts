/** When triggers hold back: rejections, bugs, the end, and whatever else may happen. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rejectedProblem, settings } from '../../../tests/support/app/state-fixtures.ts';
import { play } from '../../../tests/support/app/trigger-play.ts';
import { HOUR_MS, MINUTE_MS, isoInstant } from '../../../shared/time.ts';
import { decidesAboutCodes } from './schedule-policy.ts';
import { FIRST_RUN_MS, SETTLE_MS, runEndOf } from './triggers.ts';

describe('rejected credentials', () => {
  it('are tried by themselves when they are due, beside the slots', async () => {
    const { world, take, answerWith } = play({ cron: '0 3 * * *' });
    let tries = 0;
    answerWith(async () => ({ retryAtMs: world.clock.nowMs() + ([15 * MINUTE_MS, HOUR_MS][tries++] ?? 6 * HOUR_MS) }));
    await world.advance(20 * HOUR_MS);
    expect(take().map((run) => run.slice(-8, -3))).toEqual(['14:01', '14:16', '15:16', '21:16', '02:00', '08:00']);
    answerWith(async () => 'served');
    await world.advance(6 * HOUR_MS);
    expect(take()).toHaveLength(1);
  });
  it('are tried at wake-up, and when the network is there again', async () => {
    const { world, triggers, take, answerWith } = play({ cron: '0 3 * * *' });
    answerWith(async () => ({ retryAtMs: world.clock.nowMs() + 6 * HOUR_MS }));
    await world.advance(10 * MINUTE_MS);
    take();
    triggers.resumed();
    await world.advance(10 * MINUTE_MS);
    expect(take().map((run) => run.split(' ')[0])).toEqual(['resume']);
    triggers.setOnline(false);
    triggers.setOnline(true);
    await world.advance(10 * MINUTE_MS);
    expect(take().map((run) => run.split(' ')[0])).toEqual(['resume']);
  });
  it('are recognized from the report', () => {
    const rejected = { ...rejectedProblem('smoobu'), retryAtMs: 7 };
    expect([runEndOf({ problems: [rejected] }), runEndOf({ problems: [] })]).toEqual([{ retryAtMs: 7 }, 'served']);
  });
});

describe('changes', () => {
  it('several in a row cause one run', async () => {
    const { world, triggers, take } = play();
    await world.advanceTo('2026-11-23T14:02:00Z');
    take();
    for (let change = 0; change < 3; change += 1) {
      triggers.changed();
      await world.advance(1_000);
    }
    await world.advanceTo('2026-11-23T14:14:00Z');
    expect(take()).toEqual(['settings 14:02:04']);
  });
  it('of theme and notifications cause none', () => {
    const before = settings();
    expect(decidesAboutCodes(before, { ...before, app: { ...before.app, theme: 'dark' } })).toBe(false);
    expect(decidesAboutCodes(before, { ...before, codes: { ...before.codes, keepDays: 3 } })).toBe(true);
    expect(decidesAboutCodes({ ...before, recovery: 'copy' }, before)).toBe(true);
  });
});

describe('bugs and stopping', () => {
  it('a run that throws is logged, and the next slot follows', async () => {
    const { world, triggers, take, logged, answerWith } = play();
    answerWith(() => Promise.reject(new Error('a bug')));
    await world.advanceTo('2026-11-23T14:16:00Z');
    expect([take().length, logged.length]).toEqual([2, 2]);
    expect(await triggers.runNow()).toBe('refused');
  });
  it('after stop no run starts and no timer is left', async () => {
    const { world, triggers, take } = play({ pause: { kind: 'until', untilMs: Date.parse('2026-11-23T15:00:00Z') } });
    triggers.stop();
    triggers.stop();
    triggers.start();
    triggers.resumed();
    triggers.changed();
    triggers.setPause({ kind: 'none' });
    triggers.setSchedule('*/5 * * * *');
    triggers.setOnline(false);
    triggers.setOnline(true);
    expect(await triggers.runNow()).toBe('refused');
    await world.advance(HOUR_MS);
    expect([take(), world.timerCount, world.fired]).toEqual([[], 0, []]);
  });
});

describe('whatever happens', () => {
  const event = fc.oneof(
    fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 0, max: 40 }) }),
    fc.record({ kind: fc.constant('sleep' as const), minutes: fc.integer({ min: 1, max: 200 }), late: fc.boolean(), told: fc.boolean() }),
    fc.record({ kind: fc.constant('online' as const), isOnline: fc.boolean() }),
    fc.record({ kind: fc.constant('pause' as const), minutes: fc.option(fc.integer({ min: 1, max: 90 })) }),
    fc.record({ kind: fc.constant('manual' as const) }),
  );
  it('runs never crowd, timers are few, and once all is well a run starts within a period', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 12 }), fc.nat(), async (events, installationNumber) => {
        const { world, triggers, runs, take } = play({ installationNumber });
        let manual = 0;
        for (const happening of events) {
          const nowMs = world.clock.nowMs();
          if (happening.kind === 'pass') await world.advance(happening.minutes * MINUTE_MS);
          else if (happening.kind === 'online') triggers.setOnline(happening.isOnline);
          else if (happening.kind === 'manual') {
            await triggers.runNow();
            manual += 1;
          } else if (happening.kind === 'pause') {
            const { minutes } = happening;
            triggers.setPause(minutes === null ? { kind: 'none' } : { kind: 'until', untilMs: nowMs + minutes * MINUTE_MS });
          } else {
            world.sleepUntil(isoInstant(nowMs + happening.minutes * MINUTE_MS), happening.late ? 'late' : 'pausing');
            if (happening.told) triggers.resumed();
          }
        }
        // Each wake-up, each return of the network and each end of a pause is good for one run, each quarter of an hour for another.
        const passed = events.reduce((sum, happening) => sum + ('minutes' in happening ? (happening.minutes ?? 0) : 0), 0);
        expect(runs.length).toBeLessThanOrEqual(1 + manual + events.length + passed / 15);
        triggers.setOnline(true);
        triggers.setPause({ kind: 'none' });
        take();
        await world.advance(15 * MINUTE_MS + 3 * MINUTE_MS + SETTLE_MS + FIRST_RUN_MS);
        expect(take().length).toBeGreaterThan(0);
        triggers.stop();
        expect(world.timerCount).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
  it('on an idle day timers fire at slots only', async () => {
    const { world } = play({ installationNumber: 7 });
    await world.advance(HOUR_MS);
    world.fired.length = 0;
    await world.advance(24 * HOUR_MS);
    // A slot and its run.
    expect(world.fired.length).toBe(2 * 4 * 24);
  });
});
