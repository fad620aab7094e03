/** Reads the booking list page by page and judges whether it was read completely. Knows nothing of HTTP. */
import type { CloudFailure, CloudFailureKind } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { WireBooking, WirePage } from './wire.ts';

/** 20,000 bookings at 100 a page: beyond that something is wrong with the paging. */
export const MAX_PAGES = 200;
/** Asked for at once; the transport lets through what its own limit allows. */
const PAGES_AT_ONCE = 8;

export type ReadPage = (page: number) => Promise<Result<WirePage, CloudFailure>>;

export interface AllPages {
  readonly rows: readonly WireBooking[];
  /** Clauses for a sentence; none means that every row there is was read. */
  readonly reasons: readonly string[];
}

/**
 * Rows can move between pages while they are read (cloud-facts S16): if that shows, the list is read once more from the start.
 * Fails only when the first page fails; a later failure becomes a reason why the list is incomplete.
 */
export async function readAllPages(readPage: ReadPage): Promise<Result<AllPages, CloudFailure>> {
  const first = await readPass(readPage);
  if (!first.ok || !first.value.moved) return first;
  const second = await readPass(readPage);
  return second.ok ? second : first;
}

interface Pass extends AllPages {
  /** True when the list changed while it was read. */
  readonly moved: boolean;
}

async function readPass(readPage: ReadPage): Promise<Result<Pass, CloudFailure>> {
  const first = await readPage(1);
  if (!first.ok) return err(first.error);
  const pages = new Map([[1, first.value]]);
  const failures = new Map<number, CloudFailureKind>();
  const lastPage = Math.min(first.value.pageCount ?? 1, MAX_PAGES);
  let nextPage = 2;
  let stopped = false;
  const readOn = async (): Promise<void> => {
    while (!stopped && nextPage <= lastPage) {
      const page = nextPage;
      nextPage += 1;
      const answer = await readPage(page);
      if (answer.ok) {
        pages.set(page, answer.value);
        stopped ||= changedSince(first.value, answer.value) || repeats(page, pages);
      } else {
        failures.set(page, answer.error.kind);
        stopped ||= !mayFailAlone(answer.error.kind);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(PAGES_AT_ONCE, lastPage - 1) }, readOn));
  return ok({ rows: rowsOf(pages), ...judgePages(pages, failures) });
}

/** Whether the other pages are still worth asking for. */
function mayFailAlone(kind: CloudFailureKind): boolean {
  return kind === 'server-error' || kind === 'bad-response' || kind === 'not-found' || kind === 'refused';
}

/** Pure: page 1 is always among the pages; neither their order nor that of their rows matters. */
export function judgePages(
  pages: ReadonlyMap<number, WirePage>,
  failures: ReadonlyMap<number, CloudFailureKind>,
): { readonly reasons: readonly string[]; readonly moved: boolean } {
  const first = pages.get(1);
  if (first === undefined) throw new Error('The first page is always there.');
  const { pageCount, totalItems } = first;
  const reasons: string[] = [];
  const others = [...pages].filter(([page]) => page !== 1).sort(([left], [right]) => left - right);

  const untold = pageCount === null || totalItems === null || [...pages.values()].some(({ page }) => page === null);
  if (untold) reasons.push('Smoobu did not tell how many bookings and pages there are');
  for (const [page, kind] of [...failures].sort(([left], [right]) => left - right))
    reasons.push(`page ${page} could not be read (${kind})`);
  for (const [page, content] of pages) {
    // An empty list may call itself page 0.
    if (content.page !== null && content.page !== page && totalItems !== 0)
      reasons.push(`Smoobu sent page ${content.page} for page ${page}`);
  }
  const changed = others.some(([, content]) => changedSince(first, content));
  if (changed) reasons.push('the number of bookings changed while they were read');
  const repeated = others.find(([page]) => repeats(page, pages));
  if (repeated !== undefined) reasons.push(`page ${repeated[0]} repeats another page`);
  if (pageCount !== null && pageCount > MAX_PAGES) reasons.push(`there are ${pageCount} pages, more than the ${MAX_PAGES} that are read`);

  const sent = countBookings(pages);
  const short = reasons.length === 0 && totalItems !== null && sent.rows !== totalItems && sent.bookings !== totalItems;
  if (short) reasons.push(`Smoobu counts ${totalItems} bookings but sent ${sent.bookings}`);
  return { reasons, moved: changed || repeated !== undefined || (short && others.length > 0) };
}

/**
 * Whether Smoobu counts merged rows of one booking once or each is not known, so both are. A double within a page was meant;
 * one over two pages may be a row that shifted and took another's place, and never counts. Rows without an id were sent, too.
 */
function countBookings(pages: ReadonlyMap<number, WirePage>): { readonly rows: number; readonly bookings: number } {
  const firstPage = new Map<number, number>();
  let rows = 0;
  let bookings = 0;
  for (const [page, content] of [...pages].sort(([left], [right]) => left - right)) {
    for (const { id } of content.rows) {
      const seenOn = id === null ? undefined : firstPage.get(id);
      if (id !== null && seenOn === undefined) firstPage.set(id, page);
      if (seenOn === undefined) bookings += 1;
      if (seenOn === undefined || seenOn === page) rows += 1;
    }
  }
  return { rows, bookings };
}

function changedSince(first: WirePage, later: WirePage): boolean {
  return later.pageCount !== first.pageCount || later.totalItems !== first.totalItems;
}

/** Another page before this one holds the very same ids. */
function repeats(page: number, pages: ReadonlyMap<number, WirePage>): boolean {
  const key = idsKey(pages.get(page));
  return key !== '' && [...pages].some(([other, content]) => other < page && idsKey(content) === key);
}

function idsKey(page: WirePage | undefined): string {
  const ids = page?.rows.flatMap(({ id }) => (id === null ? [] : [id])) ?? [];
  return ids.sort((left, right) => left - right).join(' ');
}

function rowsOf(pages: ReadonlyMap<number, WirePage>): readonly WireBooking[] {
  return [...pages].sort(([left], [right]) => left - right).flatMap(([, page]) => page.rows);
}
