/** Tab from the top to the end: what was out of order, what one could not see, what was never reached. */
import type { Page } from 'playwright-core';
import { beginWalk, leftOut, walkReport } from './page/walk.ts';

/** More than any scene that is walked has places to stop at. */
const MAX_STEPS = 600;
/** A field for a time has some inside it. */
const SPARE_STEPS = 3;

export async function walkThrough(page: Page): Promise<readonly string[]> {
  await page.evaluate(beginWalk);
  let steps = 0;
  for (;;) {
    // Long lists bring more as one comes to their end.
    const left = await page.evaluate(leftOut);
    const isLongList = (await page.locator('.virtual-list').count()) > 0;
    for (let step = 0; step < left.length + SPARE_STEPS; step += 1) {
      await page.keyboard.press('Tab');
      // Its next rows are drawn with the next frame; nobody is quicker.
      if (isLongList) await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    }
    steps += left.length + SPARE_STEPS;
    const { outOfOrder, unseen, isOver } = await page.evaluate(walkReport);
    if (!isOver && steps < MAX_STEPS) continue;
    return [
      ...outOfOrder.map((what) => `out of order: ${what}`),
      ...unseen.map((what) => `focus not seen: ${what}`),
      ...(await page.evaluate(leftOut)).map((what) => `never reached: ${what}`),
    ];
  }
}
