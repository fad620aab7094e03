/** The list of runs as it grows at both ends: older pages below, new runs on top. Pure. */
import { TRIGGERS_OF } from '../../../shared/domain/run-askers.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import type { LocalDate } from '../../../shared/time.ts';

export type ListedRun = CallOutput<'history.runs'>['runs'][number];
export type RunDetail = NonNullable<CallOutput<'history.run'>>;

export const PAGE_ROWS = 50;

export interface RunList {
  /** Newest first, each once. */
  readonly runs: readonly ListedRun[];
  /** There may be older ones. */
  readonly hasMore: boolean;
}

export const NO_RUNS: RunList = { runs: [], hasMore: false };

export function firstPage(page: readonly ListedRun[]): RunList {
  return { runs: page, hasMore: page.length === PAGE_ROWS };
}

/** Adds a page below; a page that was requested before the list changed is ignored. */
export function withOlder(list: RunList, beforeRunId: string, page: readonly ListedRun[]): RunList {
  if (list.runs.at(-1)?.id !== beforeRunId) return list;
  return { runs: [...list.runs, ...page], hasMore: page.length === PAGE_ROWS };
}

/** Merges the first page, loaded again: new runs are added on top, and known ones may have ended since. */
export function withNewest(list: RunList, page: readonly ListedRun[]): RunList {
  const known = new Set(list.runs.map(({ id }) => id));
  // Without any known run there would be a gap in between.
  if (!page.some(({ id }) => known.has(id))) return firstPage(page);
  const fresh = new Map(page.map((run) => [run.id, run]));
  const added = page.filter(({ id }) => !known.has(id));
  return { runs: [...added, ...list.runs.map((run) => fresh.get(run.id) ?? run)], hasMore: list.hasMore };
}

/** A heading for each day, its runs, and at the end the state of the older ones. */
export type ListItem = { readonly key: string } & (
  | { readonly kind: 'day'; readonly day: LocalDate }
  /** `repeats`: the runs just before it that came to the same without changing a code, newest first. */
  | { readonly kind: 'run'; readonly run: ListedRun; readonly repeats: readonly ListedRun[] }
  /** `error`: why they could not be loaded; null while they load. */
  | { readonly kind: 'rest'; readonly error: IpcError | null }
);

export interface ListOptions {
  /** The day of this computer. */
  readonly dayOf: (run: ListedRun) => LocalDate;
  /** Why older runs could not be loaded. */
  readonly error: IpcError | null;
  /** Repeats are one item a day. */
  readonly isFolded: boolean;
}
export function listItems({ runs, hasMore }: RunList, { dayOf, error, isFolded }: ListOptions): readonly ListItem[] {
  return [
    ...[...Map.groupBy(runs, dayOf)].flatMap(([day, ofDay]): ListItem[] => [
      { kind: 'day', key: `day:${day}`, day },
      ...inFolds(ofDay, isFolded).map(([run, ...repeats]): ListItem => ({ kind: 'run', key: (repeats.at(-1) ?? run).id, run, repeats })),
    ]),
    ...(hasMore ? [{ kind: 'rest', key: 'rest', error } as const] : []),
  ];
}

/** A failure that goes on by itself every few minutes would hide everything else. */
function inFolds(runs: readonly ListedRun[], isFolded: boolean): readonly [ListedRun, ...ListedRun[]][] {
  const folds: [ListedRun, ...ListedRun[]][] = [];
  let before: string | null = null;
  for (const run of runs) {
    const same = isFolded ? sameness(run) : null;
    const fold = folds.at(-1);
    if (fold !== undefined && same !== null && same === before) fold.push(run);
    else folds.push([run]);
    before = same;
  }
  return folds;
}

/** What two runs have in common of which one says as much as both; null: this one has to be seen for itself. */
function sameness({ trigger, outcome, counts, lead, more, problem, problemCount, startedAt, finishedAt }: ListedRun): string | null {
  const isQuiet = TRIGGERS_OF.latchkey.includes(trigger) && startedAt !== finishedAt;
  const isWell = outcome === 'ok' || outcome === 'nothing-to-do';
  const hasChanged = counts.created + counts.updated + counts.adopted + counts.moved + counts.deleted > 0;
  return isQuiet && !isWell && !hasChanged ? JSON.stringify([outcome, lead, more, problem, problemCount]) : null;
}

/** The run of the line after or before this one, for the arrow keys. */
export function neighbour(items: readonly ListItem[], id: string, step: 1 | -1): ListedRun | null {
  const runs = items.flatMap((item) => (item.kind === 'run' ? [item.run] : []));
  const at = runs.findIndex((run) => run.id === id);
  return at === -1 ? null : (runs[at + step] ?? null);
}
