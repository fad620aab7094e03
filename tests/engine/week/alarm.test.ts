/** The alarm for a guest without a code, while the app can do nothing about it: after a restart without the clouds, and while it is paused. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR_MS, instantOf, MINUTE_MS } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { mapping, seedOf, ZONE } from './guests.ts';
import { startVirtualApp } from './virtual-app.ts';
import type { VirtualApp } from './virtual-app.ts';

const START_MS = instantOf('2026-10-22T08:00' as LocalDateTime, ZONE);
const GUEST = { id: 1000, apartmentId: 501, arrival: '2026-10-22', departure: '2026-10-24', guestName: 'Anna Müller' };

/** The Keys takes no write, so that the guest of today has no code. */
async function withoutCode(): Promise<VirtualApp> {
  const app = await startVirtualApp({ seed: seedOf([GUEST]), mapping: mapping(), startMs: START_MS });
  app.clouds.theKeys.faults.onRequest(({ isWrite }) => (isWrite ? { kind: 'unavailable' } : null));
  await app.advance(2 * MINUTE_MS);
  return app;
}
const urgent = (app: VirtualApp) =>
  app
    .desktop()
    .snapshot()
    .attention.filter(({ severity }) => severity === 'urgent')
    .map(({ kind, bookingId }) => [kind, bookingId]);
const told = (app: VirtualApp) => app.notices.filter(({ category, isUrgent }) => category === 'arrival' && isUrgent).length;

describe('a guest without a code', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('is still the alarm after a restart while neither cloud answers', { timeout: 0 }, async () => {
    const app = await withoutCode();
    try {
      expect(urgent(app)).toEqual([['arrival', 1000]]);
      for (const cloud of [app.clouds.smoobu, app.clouds.theKeys]) cloud.faults.onRequest(() => ({ kind: 'unavailable' }));
      await app.restart();
      await app.advance(5 * MINUTE_MS);
      expect(urgent(app)).toEqual([['arrival', 1000]]);
      expect(app.trays.at(-1)?.icon).toBe('attention');
      const before = told(app);
      await app.advance(6 * HOUR_MS);
      expect(told(app)).toBeGreaterThan(before);
    } finally {
      await app.close();
    }
  });

  it('is still the alarm while syncs are paused', { timeout: 0 }, async () => {
    const app = await withoutCode();
    try {
      app.desktop().pause('until-resumed');
      const before = told(app);
      await app.advance(6 * HOUR_MS);
      expect([urgent(app), told(app) > before]).toEqual([[['arrival', 1000]], true]);
    } finally {
      await app.close();
    }
  });
});
