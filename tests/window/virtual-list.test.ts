/** A long list in the built window, at the example of a history without end: few rows in the page, and nothing lost to the keyboard. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { NO_COUNTS } from '../../shared/domain/run.ts';
import { isoInstant, MINUTE_MS } from '../../shared/time.ts';
import { emptyHost, NOW_MS } from './data.ts';
import { LIGHT, withScene } from './gallery.ts';
import type { OpenScene } from './gallery.ts';
import { ok } from './scene.ts';
import type { Answers, Scene } from './scene.ts';

const COUNTS = { created: 1, updated: 0, adopted: 0, moved: 0, deleted: 0, unchanged: 3, held: 0, skipped: 0, failed: 0 };
/** Run 1 is the newest; there is always an older one. */
const endless: NonNullable<Answers['history.runs']> = ({ limit, beforeRunId }) => {
  const before = beforeRunId === undefined ? 0 : Number(beforeRunId.slice(4));
  return ok({
    runs: Array.from({ length: limit }, (_, index) => {
      const startedMs = NOW_MS - (before + index + 1) * 15 * MINUTE_MS;
      const times = { startedAt: isoInstant(startedMs), finishedAt: isoInstant(startedMs + 2_000) };
      return {
        id: `run-${String(before + index + 1)}`,
        mode: 'live',
        trigger: 'schedule',
        outcome: 'ok',
        ...times,
        counts: COUNTS,
        problemCount: 0,
        lead: null,
        more: NO_COUNTS,
        problem: null,
        act: null,
      };
    }),
  });
};
const scene: Scene = {
  name: 'history-endless',
  host: emptyHost,
  goto: { view: 'history', runId: null },
  answers: { 'history.runs': endless },
};

const list = (page: Page) => page.locator('.virtual-scroller');
const scrolled = (page: Page): Promise<number> => list(page).evaluate(({ scrollTop }) => scrollTop);
const scrollTo = async (open: OpenScene, topPx: number): Promise<void> => {
  await list(open.page).evaluate((element, px) => element.scrollTo(0, px), topPx);
  await open.settled();
};
const inLongList = (use: (open: OpenScene) => Promise<void>): Promise<void> => withScene(scene, LIGHT, use);

it('holds few rows however many there are, and brings more at the end', async () => {
  await inLongList(async (open) => {
    const { page, calls } = open;
    for (let turn = 0; turn < 12; turn += 1) await scrollTo(open, 1_000_000);
    const pages = calls.filter(({ name }) => name === 'history.runs').length;
    expect(pages).toBeGreaterThan(10);
    expect(await page.locator('.virtual-list > li').count()).toBeLessThan(60);
    const places = await page
      .locator('.virtual-list > li[aria-posinset]')
      .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-posinset'))));
    expect(Math.max(...places)).toBeGreaterThan(500);
    expect(places).toEqual([...new Set(places)].sort((one, other) => one - other));
  });
});

it('keeps the heading of the rows in sight', async () => {
  await inLongList(async (open) => {
    await scrollTo(open, 5_000);
    const [first] = await open.page
      .locator('.virtual-list > li')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-posinset')));
    expect(first).toBeNull();
  });
});

it('keeps the row with the focus, far out of sight, and goes on from it', async () => {
  await inLongList(async (open) => {
    const { page } = open;
    const third = list(page).getByRole('button').nth(2);
    await third.focus();
    const key = await third.evaluate((button) => button.id);
    expect(key).not.toBe('');
    await scrollTo(open, 4_000);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(key);
    await page.keyboard.press('Tab');
    await open.settled();
    const next = await page.evaluate(() => {
      const here = document.activeElement?.closest('li');
      const box = here?.getBoundingClientRect();
      return { isRow: here !== undefined && here !== null, isInSight: box !== undefined && box.bottom > 0 && box.top < innerHeight };
    });
    expect(next).toEqual({ isRow: true, isInSight: true });
  });
});

it('scrolls by page and arrow keys, from the list itself and from within a row', async () => {
  await inLongList(async (open) => {
    const { page } = open;
    const press = async (key: string): Promise<number> => {
      const before = await scrolled(page);
      await page.keyboard.press(key);
      await open.settled();
      await page.waitForFunction((top) => document.querySelector('.virtual-scroller')?.scrollTop !== top, before);
      // A key scrolls smoothly: where it ends is where it stands for some frames.
      await page.evaluate(
        () =>
          new Promise<void>((resolve) => {
            const look = (top: number, frames: number): void => {
              const now = document.querySelector('.virtual-scroller')?.scrollTop ?? 0;
              if (frames === 5) resolve();
              else requestAnimationFrame(() => look(now, now === top ? frames + 1 : 0));
            };
            look(-1, 0);
          }),
      );
      return (await scrolled(page)) - before;
    };
    await list(page).focus();
    expect(await press('PageDown')).toBeGreaterThan(100);
    expect(await press('ArrowDown')).toBeGreaterThan(0);
    expect(await press('Home')).toBeLessThan(0);
    await list(page).getByRole('button').first().focus();
    expect(await press('PageDown')).toBeGreaterThan(100);
  });
});
