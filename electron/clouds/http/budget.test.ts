import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetWaitMs, RequestBudget } from './budget.ts';
import { createTestClock } from '../../../tests/support/http.ts';

describe('budgetWaitMs', () => {
  it('waits until the oldest request leaves a full window', () => {
    const limit = { requests: 2, perMs: 1000 };
    expect(budgetWaitMs([], limit, 0)).toBe(0);
    expect(budgetWaitMs([100], limit, 200)).toBe(0);
    expect(budgetWaitMs([100, 150], limit, 200)).toBe(900);
    expect(budgetWaitMs([50, 100, 150], limit, 200)).toBe(900);
    expect(budgetWaitMs([100, 150], limit, 1100)).toBe(0);
  });
});

describe('RequestBudget', () => {
  it('never starts more than allowed in any window', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 30 }),
        async (requests, gaps) => {
          const clock = createTestClock();
          const budget = new RequestBudget(clock, { requests, perMs: 1000 });
          const starts: number[] = [];
          for (const gap of gaps) {
            clock.advance(gap);
            await budget.take();
            starts.push(clock.uptimeMs());
          }
          for (const start of starts) {
            expect(starts.filter((other) => other >= start && other < start + 1000).length).toBeLessThanOrEqual(requests);
          }
        },
      ),
    );
  });

  it('waits out a pause, with and without a limit, and does not shorten it', async () => {
    for (const limit of [null, { requests: 300, perMs: 60_000 }]) {
      const clock = createTestClock();
      const budget = new RequestBudget(clock, limit);
      budget.pauseFor(5000);
      budget.pauseFor(1000);
      expect(await budget.take()).toBe(true);
      expect(clock.slept).toEqual([5000]);
      await budget.take();
      expect(clock.slept).toEqual([5000]);
    }
  });

  it('stops when the signal aborts, and counts nothing', async () => {
    const clock = createTestClock();
    const budget = new RequestBudget(clock, { requests: 1, perMs: 1000 });
    expect(await budget.take(AbortSignal.abort())).toBe(false);
    expect(await budget.take()).toBe(true);
    expect(clock.slept).toEqual([]);
  });
});
