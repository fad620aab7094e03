/** The list of runs as it grows at both ends: older pages below, new runs on top. Pure. */
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { IpcError } from '../../../shared/ipc/result.ts';
import type { LocalDate } from '../../../shared/time.ts';

export type RunRow = CallOutput<'history.runs'>['runs'][number];
export type RunDetail = NonNullable<CallOutput<'history.run'>>;

export const PAGE_ROWS = 50;

export interface RunList {
  /** Newest first, each once. */
  readonly runs: readonly RunRow[];
  /** Older ones may be there. */
  readonly hasMore: boolean;
}

export const NO_RUNS: RunList = { runs: [], hasMore: false };

export function firstPage(page: readonly RunRow[]): RunList {
  return { runs: page, hasMore: page.length === PAGE_ROWS };
}

/** A page below; one that was asked for before the list changed is left out. */
export function withOlder(list: RunList, beforeRunId: string, page: readonly RunRow[]): RunList {
  if (list.runs.at(-1)?.id !== beforeRunId) return list;
  return { runs: [...list.runs, ...page], hasMore: page.length === PAGE_ROWS };
}

/** The first page, read again: new runs come on top, and known ones may have ended meanwhile. */
export function withNewest(list: RunList, page: readonly RunRow[]): RunList {
  const known = new Set(list.runs.map(({ id }) => id));
  // So much has happened that there would be a gap between.
  if (list.runs.length === 0 || !page.some(({ id }) => known.has(id))) return firstPage(page);
  const fresh = new Map(page.map((run) => [run.id, run]));
  const added = page.filter(({ id }) => !known.has(id));
  return { runs: [...added, ...list.runs.map((run) => fresh.get(run.id) ?? run)], hasMore: list.hasMore };
}

/** What stands in the list: a heading for each day, its runs, and at the end what becomes of the rest. */
export type ListItem =
  | { readonly kind: 'day'; readonly day: LocalDate }
  | { readonly kind: 'run'; readonly run: RunRow }
  | { readonly kind: 'rest'; readonly error: IpcError | null };

/** `dayOf` of this computer. Asked once per run and kept by its moment, since formats are slow and lists long. */
export function createDays(dateAt: (atMs: number) => LocalDate): (run: RunRow) => LocalDate {
  const known = new Map<string, LocalDate>();
  return ({ startedAt }) => {
    const day = known.get(startedAt) ?? dateAt(Date.parse(startedAt));
    known.set(startedAt, day);
    return day;
  };
}

export function listItems({ runs, hasMore }: RunList, dayOf: (run: RunRow) => LocalDate, error: IpcError | null): readonly ListItem[] {
  const items: ListItem[] = [];
  let day: LocalDate | null = null;
  for (const run of runs) {
    const its = dayOf(run);
    if (its !== day) items.push({ kind: 'day', day: its });
    day = its;
    items.push({ kind: 'run', run });
  }
  if (hasMore) items.push({ kind: 'rest', error });
  return items;
}

export function itemKey(item: ListItem): string {
  switch (item.kind) {
    case 'day':
      return `day:${item.day}`;
    case 'run':
      return item.run.id;
    case 'rest':
      return 'rest';
  }
}

/** The run after or before this one, for the arrow keys. */
export function neighbour(runs: readonly RunRow[], id: string, step: 1 | -1): RunRow | null {
  const at = runs.findIndex((run) => run.id === id);
  return at === -1 ? null : (runs[at + step] ?? null);
}
