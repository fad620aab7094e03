/** The history in the built window: pages while scrolling, new syncs on top, one opened and left, the filters, Undo, export and report. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { smallHost } from './data.ts';
import { LIGHT, withScene } from './gallery.ts';
import type { OpenScene } from './gallery.ts';
import { broken, ok } from './scene.ts';
import type { Answers, Scene } from './scene.ts';
import { aRun } from '../support/app/run-rows.ts';
import { lockId } from '../support/ids.ts';

type RunsAnswer = NonNullable<Answers['history.runs']>;

const inHistory = (use: (open: OpenScene) => Promise<void>, parts: Partial<Scene> = {}): Promise<void> =>
  withScene({ name: 'history', host: smallHost, goto: { view: 'history', runId: null }, ...parts }, LIGHT, async (open) => {
    await use(open);
    expect(open.errors).toEqual([]);
  });
const DONE = aRun({ id: 'run-undone', trigger: 'act' });
const focusedId = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
const asked = ({ calls }: OpenScene): readonly unknown[] =>
  calls.filter(({ name }) => name === 'history.runs').map(({ payload }) => payload);
const scrollTo = (page: Page, top: number): Promise<void> =>
  page.getByRole('group', { name: 'Syncs', exact: true }).evaluate((list, px) => {
    list.scrollTop = px;
  }, top);
/** Rows in sight, and how far below the top of the list they stand. */
const inSight = (page: Page): Promise<readonly (readonly [id: string, topPx: number])[]> =>
  page.getByRole('group', { name: 'Syncs', exact: true }).evaluate((list) => {
    const { top, bottom } = list.getBoundingClientRect();
    return [...list.querySelectorAll('button')]
      .map((row) => [row.id, Math.round(row.getBoundingClientRect().top - top)] as const)
      .filter(([, topPx]) => topPx >= 0 && topPx < bottom - top);
  });

it('a sync opens by the keyboard beside the list, and closing it leads back to its row', () =>
  inHistory(async (open) => {
    const { page } = open;
    const first = (await inSight(page))[0]?.[0] ?? '';
    await page.locator(`#${first}`).focus();
    for (let step = 0; step < 25; step += 1) await page.keyboard.press('ArrowDown');
    await open.settled();
    const row = await focusedId(page);
    expect(row).not.toBe(first);
    await page.keyboard.press('Enter');
    await page.locator('#panel-title:focus').waitFor();
    expect(await page.locator(`#${row}`).getAttribute('aria-current')).toBe('true');
    await page.keyboard.press('Escape');
    await page.locator(`#${row}:focus`).waitFor();
  }));

async function showAll(open: OpenScene): Promise<void> {
  await open.page.getByRole('radio', { name: 'All syncs' }).check();
  await open.settled();
}

it('older runs are read as they come near, each page once', () =>
  inHistory(async (open) => {
    const { page } = open;
    expect(asked(open)).toEqual([{ limit: 50, filter: { isChange: true } }]);
    await showAll(open);
    for (let round = 0; round < 3; round += 1) {
      await scrollTo(page, 1_000_000);
      await open.settled();
    }
    const cursors = asked(open)
      .slice(1)
      .map((payload) => (payload as { beforeRunId?: string }).beforeRunId);
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
        await showAll(open);
        await scrollTo(page, 1_000_000);
        const failure = page.getByRole('alert').filter({ hasText: 'Older syncs could not be loaded' });
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

it('filters go to main as they are chosen, and what is typed as what it may mean', () =>
  inHistory(
    async (open) => {
      const { page } = open;
      await page.getByLabel('Who').selectOption('You');
      await open.settled();
      await page.getByRole('searchbox').fill('#90005');
      await open.settled();
      const about = { bookingIds: [90_005], personIds: [], unitIds: [], lockIds: [3701], name: '' };
      expect(asked(open).slice(1)).toEqual([
        { limit: 50, filter: { by: 'user', isChange: true } },
        { limit: 50, filter: { by: 'user', about, isChange: true } },
      ]);
      await page.getByText('No matches').waitFor();
      await page.getByRole('button', { name: 'Clear filters' }).click();
      await page.getByText('No matches').waitFor({ state: 'detached' });
      expect(await focusedId(page)).toBe('view-title');
      expect(asked(open).at(-1)).toEqual({ limit: 50, filter: { isChange: true } });
    },
    { answers: { 'door.find': () => ok({ isOne: true, more: 0, matches: [{ kind: 'lock', lockId: lockId(3701), name: 'Canal' }] }) } },
  ));

it('one of the user’s own acts can be taken back in its row, after a question', async () => {
  const { answers } = await smallHost();
  const real = answers['history.runs'] as RunsAnswer;
  let isUndone = false;
  await inHistory(
    async (open) => {
      const { page } = open;
      const undo = page.getByRole('button', { name: 'Undo: Siobhán Ó Braonáin, Open longer' });
      await undo.click();
      await page.getByRole('dialog').getByText('The guest can open the door again.').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
      await undo.waitFor({ state: 'detached' });
      expect(open.calls.filter(({ name }) => name === 'act.undo').map(({ payload }) => payload)).toEqual([
        { id: 'run-99933', confirmed: false, dryRun: false },
        { id: 'run-99933', confirmed: true, dryRun: false },
      ]);
      await page.locator('#run-run-99933:focus').waitFor();
    },
    {
      answers: {
        'history.runs': async (query) => {
          const answer = await real(query);
          if (answer === 'never' || !answer.ok) return answer;
          return ok({
            runs: answer.value.runs.map((run) => ({ ...run, act: run.act === null ? null : { ...run.act, canUndo: !isUndone } })),
          });
        },
        'act.undo': ({ confirmed }) => {
          if (!confirmed) return ok({ kind: 'asks', questions: ['The guest can open the door again.'] });
          isUndone = true;
          return ok({ kind: 'done', run: { run: DONE, operations: [], problems: [], requests: { smoobu: 1, theKeys: 1 } } });
        },
      },
    },
  );
});

it('the export has the filter, and it is said where it went', () =>
  inHistory(async (open) => {
    const { page } = open;
    await page.getByLabel('Action').selectOption('Removed codes');
    await page.getByRole('button', { name: 'Export these as CSV' }).click();
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

it('main leads to a sync, which opens in the panel', () =>
  inHistory(
    async (open) => {
      const { page } = open;
      await page.getByRole('heading', { level: 2, name: /^Today, 10:14/ }).waitFor();
      await open.emit('window.goto', { view: 'history', runId: 'run-99999' });
      await page.getByRole('heading', { level: 2, name: /^Today, 09:59/ }).waitFor();
      await page.locator('#panel-title:focus').waitFor();
    },
    { goto: { view: 'history', runId: 'run-100000' } },
  ));
