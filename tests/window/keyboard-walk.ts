/** Tab from the top to the end: what was out of order, what one could not see, what was never reached. */
import type { Page } from 'playwright-core';
import { beginWalk, leftOut, walkReport } from './page/walk.ts';

/** More than any scene that is walked has places to stop at. */
const MAX_STEPS = 600;
/** A field for a time has some inside it. */
const SPARE_STEPS = 3;

export async function walkThrough(page: Page): Promise<readonly string[]> {
  await page.evaluate(beginWalk);
  let left = await page.evaluate(leftOut);
  for (let steps = 0, isOver = false; steps === 0 || (left.length > 0 && !isOver && steps < MAX_STEPS);) {
    // Long lists bring more as one comes to their end.
    const isLongList = (await page.locator('.virtual-list').count()) > 0;
    const round = left.length + SPARE_STEPS;
    for (let step = 0; step < round; step += 1) {
      await page.keyboard.press('Tab');
      // Its next rows are drawn with the next frame; no user is quicker.
      if (isLongList) await page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    }
    steps += round;
    ({ isOver } = await page.evaluate(walkReport));
    left = await page.evaluate(leftOut);
  }
  const { outOfOrder, unseen } = await page.evaluate(walkReport);
  return [
    ...outOfOrder.map((what) => `out of order: ${what}`),
    ...unseen.map((what) => `focus not seen: ${what}`),
    ...left.map((what) => `never reached: ${what}`),
  ];
}
