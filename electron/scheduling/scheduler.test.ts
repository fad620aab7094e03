import nodeCron from 'node-cron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createScheduler } from './scheduler.ts';

const scheduler = createScheduler();

describe('validate', () => {
  it.each(['*/15 * * * *', '0 3 * * *', '5 4 * * 1-5', ' 0 0 1 * * '])('accepts %j', (cron) => {
    expect(scheduler.validate(cron)).toBe(true);
  });
  it.each(['', 'soon', '* * * *', '*/5 * * * * *', '61 * * * *', '* 25 * * *'])('refuses %j', (cron) => {
    expect(scheduler.validate(cron)).toBe(false);
    expect(() => scheduler.schedule(cron, () => {})).toThrow(TypeError);
  });
});

describe('schedule', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date(2026, 10, 23, 15, 1, 0) });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is due at its slots until it is stopped, and leaves nothing behind', async () => {
    const tasksBefore = nodeCron.getTasks().size;
    const onDue = vi.fn();
    const job = scheduler.schedule('*/15 * * * *', onDue);
    expect(job.nextRuns(2)).toEqual([new Date(2026, 10, 23, 15, 15).getTime(), new Date(2026, 10, 23, 15, 30).getTime()]);
    await vi.advanceTimersByTimeAsync(13 * 60_000);
    expect(onDue).toHaveBeenCalledTimes(0);
    await vi.advanceTimersByTimeAsync(17 * 60_000);
    expect(onDue).toHaveBeenCalledTimes(2);
    job.stop();
    job.stop();
    expect(job.nextRuns(1)).toEqual([]);
    await vi.advanceTimersByTimeAsync(60 * 60_000);
    expect(onDue).toHaveBeenCalledTimes(2);
    expect(nodeCron.getTasks().size).toBe(tasksBefore);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('runs a schedule by the second in the place of another, for tests of the whole app', async () => {
    const onDue = vi.fn();
    const job = createScheduler(undefined, '*/2 * * * * *').schedule('0 3 * * *', onDue);
    expect(job.nextRuns(1)).toEqual([new Date(2026, 10, 23, 15, 1, 2).getTime()]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(onDue).toHaveBeenCalledTimes(2);
    job.stop();
  });

  it('makes up for missed slots with one run', async () => {
    const onDue = vi.fn();
    const job = scheduler.schedule('*/15 * * * *', onDue);
    await vi.advanceTimersByTimeAsync(60_000);
    vi.setSystemTime(new Date(2026, 10, 23, 18, 5, 0));
    await vi.advanceTimersByTimeAsync(14 * 60_000);
    expect(onDue).toHaveBeenCalledTimes(1);
    job.stop();
  });
});
