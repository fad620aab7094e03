/** An app that is killed at random moments, on each platform at once: see killed.ts. killed.soak.ts does it with other seeds and more often. */
import { expect, it } from 'vitest';
import { describeOnHost, platformsOf } from '../host/kinds.ts';
import { killAtRandom } from './killed.ts';

const KILLS = 10;
const SEED = 20_261_129;

describeOnHost('an app that is killed', (kind) => {
  it('loses nothing, and its next sync leaves every code right', async () => {
    const killed = await Promise.allSettled(
      platformsOf(kind).map((platform, index) => killAtRandom({ kind, platform, kills: KILLS, seed: SEED + index })),
    );
    expect(killed.map((one) => (one.status === 'rejected' ? (one.reason as unknown) : null)).filter((one) => one !== null)).toEqual([]);
  }, 300_000);
});
