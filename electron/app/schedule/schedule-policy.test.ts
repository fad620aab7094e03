import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VirtualWorld } from '../../../tests/support/app/virtual-world.ts';
import { HOUR_MS, MINUTE_MS, isoInstant } from '../../../shared/time.ts';
import { createScheduler } from '../../scheduling/scheduler.ts';
import { FALLBACK_CRON, activePause, isPaused, jitterMs, pauseFor, previewRuns } from './schedule-policy.ts';

const NOW_MS = Date.parse('2026-11-23T14:01:00Z');

it('the fallback is a schedule', () => {
  expect(createScheduler().validate(FALLBACK_CRON)).toBe(true);
});

describe('the preview', () => {
  it('shows the next three slots and leaves no job behind', () => {
    const world = new VirtualWorld(NOW_MS);
    expect(previewRuns(world.scheduler, '*/15 * * * *')?.map(isoInstant)).toEqual([
      '2026-11-23T14:15:00Z',
      '2026-11-23T14:30:00Z',
      '2026-11-23T14:45:00Z',
    ]);
    expect(world.timerCount).toBe(0);
  });
  it('the real scheduler answers the same way', () => {
    expect(previewRuns(createScheduler(), '0 0 1 1 *')).toHaveLength(3);
    expect(previewRuns(createScheduler(), 'when it rains')).toBeNull();
    expect(previewRuns(createScheduler(), '0 0 30 2 *')).toBeNull();
  });
});

describe('the spread over installations', () => {
  const quarter = [0, 15, 30, 45].map((minutes) => minutes * MINUTE_MS);
  it('a thousand installations hardly ever start in the same second', () => {
    const seconds = new Map<number, number>();
    for (let number = 0; number < 1000; number += 1) {
      const second = Math.floor(jitterMs(number, quarter) / 1000);
      seconds.set(second, (seconds.get(second) ?? 0) + 1);
    }
    expect(seconds.size).toBe(180);
    expect(Math.max(...seconds.values())).toBeLessThanOrEqual(8);
  });
  it('is at most a fifth of the shortest period and five minutes, and the same each time', () => {
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 5 }), (number, gaps) => {
        const slots = gaps.reduce<number[]>((all, gap) => [...all, (all.at(-1) ?? 0) + gap * MINUTE_MS], [0]);
        const found = jitterMs(number, slots);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(Math.min(5 * MINUTE_MS, (Math.min(...gaps) * MINUTE_MS) / 5));
        expect(jitterMs(number, slots)).toBe(found);
      }),
    );
  });
  it('also applies to a schedule with one slot or none', () => {
    expect(jitterMs(7, [])).toBe(jitterMs(7, [0]));
    expect(jitterMs(7, [])).toBeGreaterThan(0);
  });
});

describe('pauses', () => {
  const until = (choice: 'hour' | 'tomorrow', now: string, zone = 'Europe/Paris') => {
    const pause = pauseFor(choice, Date.parse(now), zone);
    return pause.kind === 'until' ? isoInstant(pause.untilMs) : pause.kind;
  };
  it.each([
    ['hour', '2026-10-25T00:30:00Z', 'Europe/Paris', '2026-10-25T01:30:00Z'],
    ['tomorrow', '2026-11-23T14:01:00Z', 'Europe/Paris', '2026-11-23T23:00:00Z'],
    ['tomorrow', '2026-11-23T22:59:00Z', 'Europe/Paris', '2026-11-23T23:00:00Z'],
    ['tomorrow', '2026-11-23T23:00:00Z', 'Europe/Paris', '2026-11-24T23:00:00Z'],
    ['tomorrow', '2026-03-28T23:30:00Z', 'Europe/Paris', '2026-03-29T22:00:00Z'],
    ['tomorrow', '2026-10-24T22:30:00Z', 'Europe/Paris', '2026-10-25T23:00:00Z'],
    ['tomorrow', '2026-04-23T12:00:00Z', 'Africa/Cairo', '2026-04-23T22:00:00Z'],
  ] as const)('%s at %s in %s ends %s', (choice, now, zone, expected) => {
    expect(until(choice, now, zone)).toBe(expected);
  });
  it('until tomorrow ends in the future, and never much more than a day ahead', () => {
    const zones = fc.constantFrom('Europe/Paris', 'America/Havana', 'Africa/Cairo', 'Asia/Beirut', 'Pacific/Apia', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2030-01-01') }), zones, (nowMs, zone) => {
        const pause = pauseFor('tomorrow', nowMs, zone);
        if (pause.kind !== 'until') throw new Error('no end');
        expect(pause.untilMs).toBeGreaterThan(nowMs);
        expect(pause.untilMs - nowMs).toBeLessThanOrEqual(25 * HOUR_MS);
      }),
    );
  });
  it('ends exactly at its time', () => {
    const pause = { kind: 'until', untilMs: NOW_MS } as const;
    expect([isPaused(pause, NOW_MS - 1), isPaused(pause, NOW_MS), isPaused({ kind: 'until-resumed' }, NOW_MS)]).toEqual([
      true,
      false,
      true,
    ]);
    expect([activePause(pause, NOW_MS - 1), activePause(pause, NOW_MS)]).toEqual([pause, { kind: 'none' }]);
    expect([pauseFor('none', NOW_MS, 'UTC'), pauseFor('until-resumed', NOW_MS, 'UTC')]).toEqual([
      { kind: 'none' },
      { kind: 'until-resumed' },
    ]);
  });
});
