/** The list of runs as it grows at both ends: older pages below, new runs on top. Pure. */
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
  | { readonly kind: 'run'; readonly run: ListedRun }
  /** `error`: why they could not be loaded; null while they load. */
  | { readonly kind: 'rest'; readonly error: IpcError | null }
);

/** `dayOf`: the day of this computer. */
export function listItems({ runs, hasMore }: RunList, dayOf: (run: ListedRun) => LocalDate, error: IpcError | null): readonly ListItem[] {
  return [
    ...[...Map.groupBy(runs, dayOf)].flatMap(([day, ofDay]): ListItem[] => [
      { kind: 'day', key: `day:${day}`, day },
      ...ofDay.map((run): ListItem => ({ kind: 'run', key: run.id, run })),
    ]),
    ...(hasMore ? [{ kind: 'rest', key: 'rest', error } as const] : []),
  ];
}

/** The run after or before this one, for the arrow keys. */
export function neighbour(runs: readonly ListedRun[], id: string, step: 1 | -1): ListedRun | null {
  const at = runs.findIndex((run) => run.id === id);
  return at === -1 ? null : (runs[at + step] ?? null);
}
