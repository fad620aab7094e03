/** killed.test.ts with seeds of the day and two hundred kills on each platform. About a quarter of an hour; LATCHKEY_SOAK_SEED repeats one. */
import { it } from 'vitest';
import { describeOnEachPlatform } from '../host/kinds.ts';
import { killAtRandom } from './killed.ts';

const KILLS = 200;

describeOnEachPlatform('an app that is killed again and again', (kind, platform) => {
  it('loses nothing, and its next sync leaves every code right', async () => {
    const seed = Number(process.env.LATCHKEY_SOAK_SEED ?? Date.now() % 1_000_000);
    console.log(`${platform}: seed ${seed}`);
    await killAtRandom({ kind, platform, kills: KILLS, seed });
  });
});
