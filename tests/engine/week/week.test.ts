/** A week of the whole app that nobody touches. */
import { describe, expect, it } from 'vitest';
import { dateOf, HOUR_MS, localNow, MINUTE_MS } from '../../../shared/time.ts';
import { atTheDoors, bookings, mapping, seedOf, ZONE } from './guests.ts';
import { startVirtualApp } from './virtual-app.ts';
import type { VirtualApp } from './virtual-app.ts';

const START_MS = Date.parse('2026-10-22T05:00:00Z');
const STEP_MS = 30 * MINUTE_MS;

describe('a week that nobody touches', () => {
  it('lets every guest in', { timeout: 120_000 }, async () => {
    const stays = bookings(dateOf(localNow(ZONE, START_MS)));
    const app = await startVirtualApp({ seed: seedOf(stays), mapping: mapping(), startMs: START_MS });
    try {
      await app.advance(2 * MINUTE_MS);
      const wrong = await play(app, 7 * 24 * HOUR_MS);
      expect(wrong).toEqual([]);
      expect(app.notices.map(({ key, title }) => `${key}: ${title}`)).toEqual([]);
    } finally {
      await app.close();
    }
  });
});

async function play(app: VirtualApp, durationMs: number): Promise<string[]> {
  const wrong: string[] = [];
  const endMs = app.nowMs() + durationMs;
  while (app.nowMs() < endMs) {
    await app.advance(STEP_MS);
    for (const what of atTheDoors(app)) wrong.push(`${localNow(ZONE, app.nowMs())}: ${what}`);
  }
  return wrong;
}
