/** The history in the built window: pages while scrolling, new runs on top, a run opened and left, the filter, export and report. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { smallHost } from './data.ts';
import { LIGHT, withScene } from './gallery.ts';
import type { OpenScene } from './gallery.ts';
import { broken, ok } from './scene.ts';
import type { Answers, Scene } from './scene.ts';

type RunsAnswer = NonNullable<Answers['history.runs']>;

const inHistory = (use: (open: OpenScene) => Promise<void>, parts: Partial<Scene> = {}): Promise<void> =>
  withScene({ name: 'history', host: smallHost, goto: { view: 'history', runId: null }, ...parts }, LIGHT, async (open) => {
    await use(open);
    expect(open.errors).toEqual([]);
  });
const focusedId = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
const asked = ({ calls }: OpenScene): readonly unknown[] =>
  calls.filter(({ name }) => name === 'history.runs').map(({ payload }) => payload);
const scrollTo = (page: Page, top: number): Promise<void> =>
  page.getByRole('group', { name: 'Runs', exact: true }).evaluate((list, px) => {
    list.scrollTop = px;
  }, top);
/** Rows in sight, and how far below the top of the list they stand. */
const inSight = (page: Page): Promise<readonly (readonly [id: string, topPx: number])[]> =>
  page.getByRole('group', { name: 'Runs', exact: true }).evaluate((list) => {
    const { top, bottom } = list.getBoundingClientRect();
    return [...list.querySelectorAll('button')]
      .map((row) => [row.id, Math.round(row.getBoundingClientRect().top - top)] as const)
      .filter(([, topPx]) => topPx >= 0 && topPx < bottom - top);
  });

it('a run opens by the keyboard, and back leads to its row', () =>
  inHistory(async (open) => {
    const { page } = open;
    const first = (await inSight(page))[0]?.[0] ?? '';
    await page.locator(`#${first}`).focus();
    // Far enough that the row is not on the first page, and not drawn when one comes back.
    for (let step = 0; step < 55; step += 1) await page.keyboard.press('ArrowDown');
    await open.settled();
    const row = await focusedId(page);
    expect(row).not.toBe(first);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Run: / }).waitFor();
    expect(await focusedId(page)).toBe('view-title');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator(`#${row}:focus`).waitFor();
    expect((await inSight(page)).map(([id]) => id)).toContain(row);
  }));

it('older runs are read as they come near, each page once', () =>
  inHistory(async (open) => {
    const { page } = open;
    expect(asked(open)).toEqual([{ limit: 50, filter: {} }]);
    for (let round = 0; round < 3; round += 1) {
      await scrollTo(page, 1_000_000);
      await open.settled();
    }
    const cursors = asked(open).map((payload) => (payload as { beforeRunId?: string }).beforeRunId);
    expect(cursors.length).toBeGreaterThan(2);
    expect(new Set(cursors).size).toBe(cursors.length);
  }));

it('older runs that cannot be read are said so at the end, and asked for again', () => {
  let isDown = true;
  return smallHost().then(({ answers }) => {
    const real = answers['history.runs'] as RunsAnswer;
    const runs: RunsAnswer = (query) => (isDown && query.beforeRunId !== undefined ? broken() : real(query));
    return inHistory(
      async (open) => {
        const { page } = open;
        await scrollTo(page, 1_000_000);
        const failure = page.getByRole('alert').filter({ hasText: 'Older runs could not be read' });
        await failure.waitFor();
        await open.settled();
        const before = asked(open).length;
        isDown = false;
        await failure.getByRole('button', { name: 'Try again' }).click();
        await failure.waitFor({ state: 'detached' });
        expect(asked(open).length).toBeGreaterThan(before);
      },
      { answers: { 'history.runs': runs } },
    );
  });
});

it('new runs show at the top, and move nothing further down', async () => {
  let added = 0;
  const { answers, snapshot } = await smallHost();
  const { lastRun } = snapshot;
  if (lastRun === null) throw new Error('the small host has run');
  const real = answers['history.runs'] as RunsAnswer;
  const runs: RunsAnswer = async (query) => {
    const answer = await real(query);
    const newest = answer !== 'never' && answer.ok ? answer.value.runs : [];
    if (query.beforeRunId !== undefined || newest[0] === undefined) return answer;
    const { startedAt, ...row } = newest[0];
    const on = Array.from({ length: added }, (_, index) => ({ ...row, id: `new-${String(added - index)}`, startedAt }));
    return ok({ runs: [...on, ...newest].slice(0, 50) });
  };
  await inHistory(
    async (open) => {
      const { page } = open;
      const runEnds = async (): Promise<void> => {
        added += 1;
        await open.change({ lastRun: { ...lastRun, run: { ...lastRun.run, id: `new-${String(added)}` } } });
      };
      await runEnds();
      expect((await inSight(page))[0]?.[0]).toBe('run-new-1');
      await scrollTo(page, 1_500);
      await open.settled();
      const before = await inSight(page);
      await runEnds();
      await open.settled();
      expect(await inSight(page)).toEqual(before);
      await scrollTo(page, 0);
      await open.settled();
      expect((await inSight(page))[0]?.[0]).toBe('run-new-2');
    },
    { answers: { 'history.runs': runs } },
  );
});

it('filters go to main as they are chosen, a wrong booking number does not', () =>
  inHistory(async (open) => {
    const { page } = open;
    await page.getByLabel('Outcome').selectOption('Failed');
    await open.settled();
    await page.getByLabel('Booking number').fill('nine');
    await page.getByText('A booking number is digits only.').waitFor();
    await page.getByLabel('Booking number').fill('#90005');
    await open.settled();
    expect(asked(open).slice(1)).toEqual([
      { limit: 50, filter: { outcome: 'failed' } },
      { limit: 50, filter: { outcome: 'failed', bookingId: 90_005 } },
    ]);
    await page.getByText('No run fits').waitFor();
    await page.getByRole('button', { name: 'Show all runs' }).click();
    await page.getByText('No run fits').waitFor({ state: 'detached' });
    expect(await focusedId(page)).toBe('view-title');
    expect(asked(open).at(-1)).toEqual({ limit: 50, filter: {} });
  }));

it('the export has the filter, and it is said where it went', () =>
  inHistory(async (open) => {
    const { page } = open;
    await page.getByLabel('What was done').selectOption('Removals');
    await page.getByRole('button', { name: 'Export these runs as CSV' }).click();
    await page.getByRole('status').filter({ hasText: 'latchkey-history-2026-11-23.csv' }).waitFor();
    expect(open.calls.find(({ name }) => name === 'history.export')?.payload).toEqual({ filter: { kind: 'delete' } });
  }));

it('a report is shown to the letter as it was copied', () =>
  inHistory(async (open) => {
    const { page } = open;
    await page.getByRole('button', { name: 'Partly done' }).first().click();
    await page.getByRole('button', { name: 'Copy report for support' }).click();
    await page.getByRole('status').filter({ hasText: 'The report was copied.' }).waitFor();
    const { answer } = open.calls.at(-1) as { answer: unknown };
    expect(answer).toEqual(ok({ text: await page.getByRole('region', { name: 'What was copied' }).textContent() }));
  }));

it('main leads to a run, and the views’ button back to the list', () =>
  inHistory(
    async (open) => {
      const { page } = open;
      await page.getByRole('heading', { level: 1, name: /^Run: / }).waitFor();
      await page.getByRole('button', { name: 'History' }).click();
      await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
      await open.emit('window.goto', { view: 'history', runId: 'run-99999' });
      await page.getByRole('heading', { level: 1, name: /^Run: Today, 09:59/ }).waitFor();
    },
    { goto: { view: 'history', runId: 'run-100000' } },
  ));
