/** The calendar of a unit with thousands of stays: what is drawn of it, and when. */
import { expect, it } from 'vitest';
import { crowded } from './data/crowd.ts';
import { smallHost } from './data.ts';
import { LIGHT, withScene } from './gallery.ts';
import type { Scene } from './scene.ts';

/** Runs in the page: how many bars there are when the doors first are. */
const WATCH_FIRST_DRAW = `window.barsAtFirst = new Promise((done) => {
  const seen = new MutationObserver(() => {
    if (document.querySelector('.door-row') === null) return;
    seen.disconnect();
    done(document.querySelectorAll('.bar').length);
  });
  seen.observe(document.body, { childList: true, subtree: true });
}); undefined`;

it('draws the doors first, then of each door only the bars and gaps in sight', async () => {
  const scene: Scene = {
    name: 'crowded-calendar',
    host: smallHost,
    goto: { view: 'settings' },
    snapshot: (ofHost) => crowded(ofHost, 2_000),
  };
  await withScene(scene, LIGHT, async (open) => {
    const { page } = open;
    await page.evaluate(WATCH_FIRST_DRAW);
    await open.emit('window.goto', { view: 'calendar' });
    // The one that Tab comes to is always there.
    expect(await page.evaluate('window.barsAtFirst')).toBe(1);
    await open.settled();
    const bars = await page.locator('.bar').count();
    expect(bars).toBeGreaterThan(50);
    // Each of the two doors has 200.
    expect(bars).toBeLessThan(300);
    expect(await page.locator('.gap').count()).toBeLessThan(50);
  });
});
