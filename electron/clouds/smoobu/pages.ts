/** Reads the booking list page by page and decides whether it is complete. Knows nothing about HTTP. */
import type { CloudFailure, CloudFailureKind } from '../../../shared/errors.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { WireBooking, WirePage } from './wire.ts';

/** 20,000 bookings at 100 a page. More than that means that the paging is wrong. */
export const MAX_PAGES = 200;
/** Requested at the same time; the transport has a limit of its own. */
const PAGES_AT_ONCE = 8;

export type ReadPage = (page: number) => Promise<Result<WirePage, CloudFailure>>;

export interface AllPages {
  readonly rows: readonly WireBooking[];
  /** Clauses for a sentence: why the list is incomplete. */
  readonly reasons: readonly string[];
  /** The list is incomplete, and a second reading found the same rows: totals that never match, or a page that always repeats. */
  readonly agreed: boolean;
}

/**
 * Rows can move between pages while they are read (cloud-facts S16): a list that is incomplete without a failure is read once more.
 * Fails only when the first page fails; a later failure becomes a reason why the list is incomplete.
 */
export async function readAllPages(readPage: ReadPage): Promise<Result<AllPages, CloudFailure>> {
  const first = await readPass(readPage);
  if (!first.ok) return first;
  const once = { ...first.value, agreed: false };
  if (!first.value.readAgain) return ok(once);
  const second = await readPass(readPage);
  if (!second.ok) return ok(once);
  return ok({ ...second.value, agreed: second.value.readAgain && rowsKey(first.value.rows) === rowsKey(second.value.rows) });
}

interface Pass extends Omit<AllPages, 'agreed'> {
  /** True when the list is incomplete although every page could be read. */
  readonly readAgain: boolean;
}

/** The same for the same rows, wherever and however often they were sent. */
function rowsKey(rows: readonly WireBooking[]): string {
  return [...new Set(rows.map((row) => JSON.stringify(row)))].sort().join();
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

/** Whether to continue with the other pages. */
function mayFailAlone(kind: CloudFailureKind): boolean {
  return kind === 'server-error' || kind === 'bad-response' || kind === 'not-found' || kind === 'refused';
}

/** Pure. Page 1 is always among the pages. The order of pages and rows does not matter. */
export function judgePages(
  pages: ReadonlyMap<number, WirePage>,
  failures: ReadonlyMap<number, CloudFailureKind>,
): { readonly reasons: readonly string[]; readonly readAgain: boolean } {
  const first = pages.get(1);
  if (first === undefined) throw new Error('The first page is always there.');
  const { pageCount, totalItems } = first;
  const reasons: string[] = [];
  const others = [...pages].filter(([page]) => page !== 1).sort(([left], [right]) => left - right);

  const isUncounted = pageCount === null || totalItems === null || [...pages.values()].some(({ page }) => page === null);
  if (isUncounted) reasons.push('Smoobu did not tell how many bookings and pages there are');
  for (const [page, kind] of [...failures].sort(([left], [right]) => left - right))
    reasons.push(`page ${page} could not be read (${kind})`);
  for (const [page, content] of pages) {
    // An empty list may be page 0.
    if (content.page !== null && content.page !== page && totalItems !== 0)
      reasons.push(`Smoobu sent page ${content.page} for page ${page}`);
  }
  const changed = others.some(([, content]) => changedSince(first, content));
  if (changed) reasons.push('the number of bookings changed while they were read');
  const repeated = others.find(([page]) => repeats(page, pages));
  if (repeated !== undefined) reasons.push(`page ${repeated[0]} repeats another page`);
  const tooMany = pageCount !== null && pageCount > MAX_PAGES;
  if (tooMany) reasons.push(`there are ${pageCount} pages, more than the ${MAX_PAGES} that are read`);

  const sent = countBookings(pages);
  const short = reasons.length === 0 && totalItems !== null && sent.rows !== totalItems && sent.bookings !== totalItems;
  if (short) reasons.push(`Smoobu counts ${totalItems} bookings but sent ${sent.bookings}`);
  // Such a row may be any booking, so what is absent says nothing. Days blocked in the calendar are no booking.
  const withoutId = [...pages.values()].flatMap(({ rows }) => rows).filter(({ id, isBlocked }) => id === null && !isBlocked).length;
  if (withoutId > 0) reasons.push(`${withoutId} of the bookings came without a readable id`);
  return { reasons, readAgain: reasons.length > 0 && failures.size === 0 && !tooMany };
}

/**
 * Smoobu may count two rows of one booking once or twice, so both counts are returned. A double within a page is intended. One on two
 * pages may be a row that moved and replaced another, so it does not count. Rows without an id do count.
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

/** An earlier page has the same ids. */
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
