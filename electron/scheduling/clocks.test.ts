import { describe, expect, it } from 'vitest';
import { createSystemClock, readBootId } from './system-clock.ts';
import { createVirtualClock } from '../../tests/support/virtual-clock.ts';

describe('the system clock', () => {
  const clock = createSystemClock();

  it('reads the time, which passes while sleeping', async () => {
    const before = { wallMs: clock.nowMs(), uptimeMs: clock.uptimeMs() };
    expect(Math.abs(before.wallMs - Date.now())).toBeLessThan(1000);
    await clock.sleep(40);
    expect(clock.nowMs() - before.wallMs).toBeGreaterThanOrEqual(35);
    expect(clock.uptimeMs() - before.uptimeMs).toBeGreaterThanOrEqual(20);
  });

  it('names the boot, with the same name in every process where the system has one', () => {
    expect(clock.bootId()).toBe(clock.bootId());
    expect(readBootId('sunos')).toMatch(/^process-/);
    expect(readBootId('sunos')).not.toBe(readBootId('sunos'));
    if (process.platform === 'linux') expect(createSystemClock().bootId()).toBe(clock.bootId());
  });

  it('wakes up at once when aborted, before or during the sleep', async () => {
    await clock.sleep(60_000, AbortSignal.abort());
    const controller = new AbortController();
    const sleeping = clock.sleep(60_000, controller.signal);
    controller.abort();
    await sleeping;
  });

  it('sleeps for months without waking at once', async () => {
    const controller = new AbortController();
    const awake = clock.sleep(10_000_000_000, controller.signal).then(() => 'awake');
    await expect(Promise.race([awake, clock.sleep(30).then(() => 'asleep')])).resolves.toBe('asleep');
    controller.abort();
    await awake;
  });
});

describe('the virtual clock', () => {
  it('jumps over sleeps', async () => {
    const clock = createVirtualClock({ nowMs: 1000, uptimeMs: 50 });
    await clock.sleep(3_600_000);
    expect([clock.nowMs(), clock.uptimeMs()]).toEqual([3_601_000, 3_600_050]);
    await clock.sleep(500, AbortSignal.abort());
    expect(clock.nowMs()).toBe(3_601_000);
  });

  it('wakes waiting sleepers in order', async () => {
    const clock = createVirtualClock({ nowMs: 0, sleeping: 'wait' });
    const woken: string[] = [];
    const sleeps = [clock.sleep(20).then(() => woken.push('late')), clock.sleep(10).then(() => woken.push('early'))];
    const controller = new AbortController();
    sleeps.push(clock.sleep(99_999, controller.signal).then(() => woken.push('aborted')));
    clock.advance(9);
    await Promise.resolve();
    expect(woken).toEqual([]);
    clock.advance(11);
    controller.abort();
    await Promise.all(sleeps);
    expect(woken).toEqual(['early', 'late', 'aborted']);
    expect(clock.sleeperCount()).toBe(0);
  });

  it('steps the wall clock without time passing', () => {
    const clock = createVirtualClock({ nowMs: 0, uptimeMs: 5 });
    clock.stepWall(-60_000);
    expect([clock.nowMs(), clock.uptimeMs()]).toEqual([-60_000, 5]);
  });

  it('starts a new boot', () => {
    const clock = createVirtualClock({ nowMs: 0 });
    const before = clock.bootId();
    clock.reboot(60_000);
    expect([clock.nowMs(), clock.uptimeMs()]).toEqual([60_000, 0]);
    expect(clock.bootId()).not.toBe(before);
  });

  it('repeats its random numbers by seed', () => {
    const draw = (seed: number) => {
      const clock = createVirtualClock({ nowMs: 0, seed });
      return Array.from({ length: 200 }, () => clock.random());
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(draw(7).every((value) => value >= 0 && value < 1)).toBe(true);
    expect(new Set(draw(7)).size).toBe(200);
  });
});
