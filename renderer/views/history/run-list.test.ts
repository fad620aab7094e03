import { describe, expect, it } from 'vitest';
import { aListedRun } from '../../../tests/support/app/run-rows.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { firstPage, listItems, neighbour, NO_RUNS, PAGE_ROWS, withNewest, withOlder } from './run-list.ts';
import type { ListedRun } from './run-list.ts';

/** Runs of these minutes before midnight UTC, newest first. */
function runs(from: number, count: number): readonly ListedRun[] {
  return Array.from({ length: count }, (_, index) => {
    const startedAt = `${new Date(Date.UTC(2026, 10, 24) - (from + index) * 60_000).toISOString().slice(0, 19)}Z`;
    return aListedRun({ id: `run-${String(from + index)}`, startedAt, finishedAt: startedAt });
  });
}
const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);
const utcDay = ({ startedAt }: ListedRun): LocalDate => startedAt.slice(0, 10) as LocalDate;

describe('pages', () => {
  it('are added until one is not full', () => {
    const first = firstPage(runs(0, PAGE_ROWS));
    expect(first.hasMore).toBe(true);
    const whole = withOlder(first, `run-${String(PAGE_ROWS - 1)}`, runs(PAGE_ROWS, 3));
    expect(whole.hasMore).toBe(false);
    expect(ids(whole.runs)).toEqual(ids(runs(0, PAGE_ROWS + 3)));
    expect(firstPage(runs(0, 3)).hasMore).toBe(false);
  });

  it('that were requested before the list changed are ignored', () => {
    const list = firstPage(runs(10, PAGE_ROWS));
    expect(withOlder(list, 'run-5', runs(6, 3))).toBe(list);
  });
});

describe('new runs', () => {
  it('are added on top, and runs that have ended are updated', () => {
    const list = { ...firstPage(runs(1, 3)), hasMore: true };
    const ended = { ...list.runs[0], outcome: 'partial' } as ListedRun;
    const next = withNewest(list, [...runs(0, 1), ended, ...runs(2, 2)]);
    expect(ids(next.runs)).toEqual(['run-0', 'run-1', 'run-2', 'run-3']);
    expect(next.runs[1]?.outcome).toBe('partial');
    expect(next.hasMore).toBe(true);
  });

  it('leave no gap: after a long sleep the list starts again', () => {
    const list = firstPage(runs(200, PAGE_ROWS));
    expect(withNewest(list, runs(0, PAGE_ROWS))).toEqual(firstPage(runs(0, PAGE_ROWS)));
    expect(withNewest(NO_RUNS, runs(0, 2))).toEqual(firstPage(runs(0, 2)));
  });

  it('do not bring back runs that were removed', () => {
    expect(withNewest(firstPage(runs(0, 2)), [])).toEqual(NO_RUNS);
  });
});

describe('listItems', () => {
  it('groups by the day of this computer, and ends with the older runs when there are more', () => {
    const list = { runs: [...runs(-1, 2), ...runs(1, 1)], hasMore: true };
    const items = listItems(list, { dayOf: utcDay, error: null, isFolded: true });
    expect(items.map(({ key }) => key)).toEqual(['day:2026-11-24', 'run--1', 'run-0', 'day:2026-11-23', 'run-1', 'rest']);
    expect(listItems({ ...list, hasMore: false }, { dayOf: utcDay, error: null, isFolded: true }).at(-1)?.kind).toBe('run');
  });
});

describe('a failure that goes on', () => {
  const down = (from: number, count: number, changes: Partial<ListedRun> = {}): readonly ListedRun[] =>
    runs(from, count).map((run) => ({
      ...run,
      outcome: 'failed',
      problem: 'Smoobu does not answer.',
      problemCount: 1,
      finishedAt: 'later',
      ...changes,
    }));
  const folded = (list: readonly ListedRun[], isFolded = true): readonly (readonly string[])[] =>
    listItems({ runs: list, hasMore: false }, { dayOf: utcDay, error: null, isFolded }).flatMap((item) =>
      item.kind === 'run' ? [ids([item.run, ...item.repeats])] : [],
    );

  it('is one line a day', () => {
    expect(folded([...down(-1, 3), ...runs(2, 1), ...down(3, 1)])).toEqual([['run--1', 'run-0'], ['run-1'], ['run-2'], ['run-3']]);
    expect(folded(down(1, 2), false)).toEqual([['run-1'], ['run-2']]);
  });

  it('is told from another failure, from a run that changed something, from one that the user asked for, and from one that goes on', () => {
    const counts = { ...aListedRun().counts, created: 1 };
    for (const other of [{ problem: 'The Keys does not answer.' }, { counts }, { trigger: 'manual' }] as const)
      expect(folded([...down(1, 1), ...down(2, 1, other), ...down(3, 1)])).toHaveLength(3);
    expect(folded(runs(1, 2).map((run) => ({ ...run, outcome: 'interrupted' })))).toHaveLength(2);
    expect(folded(runs(1, 2).map((run) => ({ ...run, finishedAt: 'later' })))).toHaveLength(2);
  });
});

it('the arrow keys go from line to line and skip the headings', () => {
  const list = listItems({ runs: runs(1, 3), hasMore: false }, { dayOf: utcDay, error: null, isFolded: true });
  expect(neighbour(list, 'run-1', 1)?.id).toBe('run-2');
  expect(neighbour(list, 'run-1', -1)).toBeNull();
  expect(neighbour(list, 'run-3', 1)).toBeNull();
  expect(neighbour(list, 'run-9', 1)).toBeNull();
});
