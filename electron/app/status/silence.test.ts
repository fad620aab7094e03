import { describe, expect, it } from 'vitest';
import { desktopHost } from '../../../tests/support/app/desktop-host.ts';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { NO_SILENCE, afterGoodSync, afterMinute, isTooLong } from './silence.ts';

const after = (minutes: number, periodMs: number, start = NO_SILENCE) =>
  Array.from({ length: minutes + 1 }, (_, minute) => minute * MINUTE_MS).reduce(
    (silence, atMs) => afterMinute(silence, atMs, periodMs, true),
    start,
  );

describe('the time without a good sync', () => {
  it.each([
    [15, 119, false],
    [15, 120, true],
    [60, 179, false],
    [60, 180, true],
  ])('with a sync every %i minutes, after %i minutes: %s', (period, minutes, expected) => {
    expect(isTooLong(after(minutes, period * MINUTE_MS))).toBe(expected);
  });

  it('does not grow in sleep, begins again with a good sync, and does not count while nothing is due', () => {
    const slept = afterMinute(after(60, 0), 100 * HOUR_MS, 0, true);
    expect(slept.awakeMs).toBe(62 * MINUTE_MS);
    expect(afterGoodSync(slept, 7)).toMatchObject({ workedAtMs: 7, awakeMs: 0 });
    expect(afterMinute(slept, 101 * HOUR_MS, 0, false).awakeMs).toBe(0);
  });

  it('is a matter for the user with its cause, told once', async () => {
    const titles: string[] = [];
    const quiet = desktopHost(settingsSchema.parse({ setup: { done: true } }));
    const host = desktopHost(settingsSchema.parse({ setup: { done: true } }), {
      screen: { ...quiet.ports.screen, showNotices: (notices) => void titles.push(...notices.map(({ key }) => key)) },
    });
    host.set.run = () => Promise.reject(new Error('a bug'));
    host.desktop.start();
    await host.world.advance(HOUR_MS);
    expect(titles).not.toContain('no-sync');
    await host.world.advance(6 * HOUR_MS);
    expect(titles.filter((key) => key === 'no-sync')).toHaveLength(1);
    const item = host.desktop.snapshot().attention.find(({ key }) => key === 'no-sync');
    expect(item).toMatchObject({ severity: 'urgent', message: expect.stringContaining('ended by an error') as string });
    host.desktop.setOnline(false);
    expect(host.desktop.snapshot().attention.find(({ key }) => key === 'no-sync')?.message).toContain('offline');
  });
});
