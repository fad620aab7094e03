import { expect, it } from 'vitest';
import { NO_COUNTS } from '../../../../shared/domain/run.ts';
import type { RunTrigger } from '../../../../shared/domain/run.ts';
import { noticesOverTime } from '../../../../tests/support/app/notices-over-time.ts';
import { CONTEXT, known, NOW_MS, report, state, status } from '../../../../tests/support/app/state-fixtures.ts';
import { HOUR_MS } from '../../../../shared/time.ts';
import { reduce } from '../../status/app-state.ts';
import type { AppState } from '../../status/app-state.ts';
import { factsAt } from '../../status/facts.ts';
import { afterSleep } from './after-sleep.ts';

const MADE_UP = { ...NO_COUNTS, created: 2, moved: 1, deleted: 1, unchanged: 5 };

function after(trigger: RunTrigger, counts = MADE_UP, id = 'run-resume'): AppState {
  const made = report({});
  const run = { ...made, run: { ...made.run, id, trigger }, counts };
  return reduce(state(), { kind: 'run-finished', report: run, atMs: NOW_MS });
}
const found = (of: AppState) => afterSleep.find(factsAt(of, NOW_MS, CONTEXT), []);

it('sums up what the sync after sleep changed, once, and not what another sync changed', () => {
  const notify = noticesOverTime();
  expect(notify({ state: after('resume') })).toMatchObject([
    {
      category: 'recovered',
      title: 'After the computer woke up',
      body: '3 codes were written. 1 code was removed.',
      isUrgent: false,
      target: { view: 'history', runId: 'run-resume' },
    },
  ]);
  expect(notify({ state: after('resume') })).toEqual([]);
  expect(notify({ state: after('schedule') })).toEqual([]);
  expect(notify({ state: after('resume', { ...NO_COUNTS, deleted: 1 }, 'run-next') }).map(({ body }) => body)).toEqual([
    '1 code was removed.',
  ]);
});

it('says nothing where nothing changed, and nothing of a sync before the start', () => {
  expect(found(after('resume', { ...NO_COUNTS, unchanged: 8, failed: 1 }))).toEqual([]);
  const earlier = after('resume').lastRun;
  expect(found(state({}, { lastRun: earlier }))).toEqual([]);
});

it('is left out, for good, where it is told at once that a guest’s matter is solved', () => {
  const notify = noticesOverTime();
  const at = NOW_MS + 5 * HOUR_MS;
  expect(notify({ state: known(status(1, at, false)) }).map(({ category }) => category)).toEqual(['arrival']);
  const solved = { ...after('resume'), ...known(status(1, at, true)) };
  expect(notify({ state: solved }).map(({ category, key }) => [category, key.startsWith('recovered:')])).toEqual([['recovered', true]]);
  expect(notify({ state: solved })).toEqual([]);
});

it('is for who wants good news', () => {
  expect(noticesOverTime()({ state: after('resume'), notifications: { recovered: false } })).toEqual([]);
});
