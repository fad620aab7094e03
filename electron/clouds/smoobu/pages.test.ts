import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { cloudFailure } from '../http/classify.ts';
import { judgePages, MAX_PAGES, readAllPages, type ReadPage } from './pages.ts';
import { parseBooking, type WirePage } from './wire.ts';

const PAGE_SIZE = 3;
const rowsOf = (ids: readonly (number | null)[]) => ids.map((id) => parseBooking({ id }));
function pageOf(ids: readonly number[], page: number, more: Partial<WirePage> = {}): WirePage {
  const slice = ids.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return { rows: rowsOf(slice), page, pageCount: Math.ceil(ids.length / PAGE_SIZE), totalItems: ids.length, ...more };
}
const count = (length: number) => Array.from({ length }, (_, index) => index + 1);
const idsOf = (rows: readonly { id: number | null }[]) => rows.map(({ id }) => id);

/** Reads from a list, with other answers for some calls; remembers which pages were asked for. */
function reader(ids: readonly number[], special: (page: number, call: number) => ReturnType<ReadPage> | null = () => null) {
  const asked: number[] = [];
  const readPage: ReadPage = async (page) => {
    asked.push(page);
    return special(page, asked.length) ?? Promise.resolve(ok(pageOf(ids, page)));
  };
  return { asked, readPage };
}
const failure = (kind: Parameters<typeof cloudFailure>[1]) => Promise.resolve(err(cloudFailure('smoobu', kind)));

describe('readAllPages', () => {
  it('reads every page once and nothing beyond the last', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 40 }), async (length) => {
        const { asked, readPage } = reader(count(length));
        const all = await readAllPages(readPage);
        if (!all.ok) throw new Error('expected pages');
        expect(all.value.reasons).toEqual([]);
        expect(idsOf(all.value.rows)).toEqual(count(length));
        expect([...asked].sort((left, right) => left - right)).toEqual(count(Math.max(1, Math.ceil(length / PAGE_SIZE))));
      }),
    );
  });

  it('fails when the first page fails', async () => {
    const { readPage } = reader(count(7), () => failure('forbidden'));
    expect(await readAllPages(readPage)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
  });

  it('returns the other pages when a later page fails', async () => {
    const { asked, readPage } = reader(count(9), (page) => (page === 2 ? failure('server-error') : null));
    const all = await readAllPages(readPage);
    expect(all).toMatchObject({ ok: true, value: { reasons: ['page 2 could not be read (server-error)'] } });
    expect(all.ok && idsOf(all.value.rows)).toEqual([1, 2, 3, 7, 8, 9]);
    expect(asked).toHaveLength(3);
  });

  it('requests no more pages after rejected credentials', async () => {
    const { asked, readPage } = reader(count(300), (page) => (page === 1 ? null : failure('credentials-rejected')));
    const all = await readAllPages(readPage);
    expect(all.ok && all.value.reasons.length).toBeGreaterThan(0);
    expect(asked.length).toBeLessThan(20);
  });

  it('reads a list that changed once more, and is complete if it no longer changes', async () => {
    const { readPage } = reader(count(8), (page, call) => (call <= 3 && page > 1 ? Promise.resolve(ok(pageOf(count(7), page))) : null));
    const all = await readAllPages(readPage);
    expect(all).toMatchObject({ ok: true, value: { reasons: [] } });
    expect(all.ok && idsOf(all.value.rows)).toEqual(count(8));
  });

  it('is incomplete when the list continues to change', async () => {
    const { asked, readPage } = reader(count(6), (page, call) => Promise.resolve(ok(pageOf(count(6), page, { totalItems: 100 + call }))));
    const all = await readAllPages(readPage);
    expect(all).toMatchObject({ ok: true, value: { reasons: ['the number of bookings changed while they were read'] } });
    expect(all.ok && idsOf(all.value.rows)).toEqual(count(6));
    expect(asked).toHaveLength(4);
  });

  it('returns the first pass when the second fails at once', async () => {
    const { readPage } = reader(count(6), (page, call) => {
      if (call === 2) return Promise.resolve(ok(pageOf(count(5), page)));
      return call === 3 ? failure('unreachable') : null;
    });
    const all = await readAllPages(readPage);
    expect(all.ok && all.value.reasons.length).toBe(1);
    expect(all.ok && all.value.rows.length).toBeGreaterThan(0);
  });

  it('notices a repeated page, and is incomplete if the server always repeats it', async () => {
    const { readPage } = reader(count(9), (page) => Promise.resolve(ok(pageOf(count(9), 1, { page }))));
    const all = await readAllPages(readPage);
    expect(all.ok && all.value.reasons.join()).toContain('repeats another page');
  });

  it('notices rows that moved to the next page', async () => {
    // Between the pages 5 was inserted in front: 3 came twice, and one row was never seen.
    const { readPage } = reader([], (page) => Promise.resolve(ok(pageOf(page === 1 ? [1, 2, 3, 4, 5, 6] : [9, 1, 2, 3, 4, 5], page))));
    const all = await readAllPages(readPage);
    expect(all).toMatchObject({ ok: true, value: { reasons: ['Smoobu counts 6 bookings but sent 5'] } });
  });

  it('reads once more after rows moved', async () => {
    const { asked, readPage } = reader([9, 1, 2, 3, 4, 5], (page, call) =>
      call === 1 ? Promise.resolve(ok(pageOf([1, 2, 3, 4, 5, 6], page))) : null,
    );
    const all = await readAllPages(readPage);
    expect(all).toMatchObject({ ok: true, value: { reasons: [] } });
    expect(all.ok && idsOf(all.value.rows)).toEqual([9, 1, 2, 3, 4, 5]);
    expect(asked).toEqual([1, 2, 1, 2]);
  });

  it.each([
    ['totals that never match', (page: number) => pageOf(count(6), page, { totalItems: 7 }), true],
    ['pages that always repeat', (page: number) => pageOf(count(6), 1, { page }), true],
    [
      'rows that differ from one reading to the next',
      (page: number, call: number) => pageOf([call, 2, 3, 4], page, { totalItems: 7 }),
      false,
    ],
  ])('says whether two readings agree: %s', async (_what, answer, agreed) => {
    const { asked, readPage } = reader([], (page, call) => Promise.resolve(ok(answer(page, call))));
    const all = await readAllPages(readPage);
    expect(all).toMatchObject({ ok: true, value: { agreed } });
    expect(all.ok && all.value.reasons).not.toEqual([]);
    expect(asked).toHaveLength(4);
  });

  it('does not read a failed list again, and finds no agreement in it', async () => {
    const { asked, readPage } = reader(count(6), (page) => (page === 2 ? failure('bad-response') : null));
    expect(await readAllPages(readPage)).toMatchObject({ ok: true, value: { agreed: false } });
    expect(asked).toEqual([1, 2]);
  });

  it('stops at the maximum number of pages and says so', async () => {
    const { asked, readPage } = reader(count(PAGE_SIZE * (MAX_PAGES + 5)));
    const all = await readAllPages(readPage);
    expect(asked).toHaveLength(MAX_PAGES);
    expect(all.ok && all.value.reasons).toEqual(['there are 205 pages, more than the 200 that are read']);
  });
});

describe('judgePages', () => {
  const judge = (...pages: WirePage[]) => judgePages(new Map(pages.map((page, index) => [index + 1, page])), new Map());

  it.each([{ page: null }, { pageCount: null }, { totalItems: null }])('misses %j', (gap) => {
    expect(judge(pageOf(count(2), 1, gap)).reasons).toContain('Smoobu did not tell how many bookings and pages there are');
  });
  it('notices another page than the requested one', () => {
    expect(judge(pageOf(count(2), 1, { page: 2 }))).toEqual({ reasons: ['Smoobu sent page 2 for page 1'], readAgain: true });
  });
  it('accepts an empty list with any page number', () => {
    expect(judge(pageOf([], 1, { page: 0, pageCount: 0 })).reasons).toEqual([]);
  });
  it('accepts doubles within a page as counted once or each', () => {
    for (const totalItems of [2, 3]) expect(judge({ rows: rowsOf([1, 1, 2]), page: 1, pageCount: 1, totalItems }).reasons).toEqual([]);
    expect(judge({ rows: rowsOf([1, 1, 2]), page: 1, pageCount: 1, totalItems: 4 }).reasons).toHaveLength(1);
  });
  it('never counts a double on two pages, which may have replaced another row', () => {
    const pages = new Map([1, 2].map((page) => [page, { rows: rowsOf(page === 1 ? [1, 2] : [2, 3]), page, pageCount: 2, totalItems: 4 }]));
    expect(judgePages(pages, new Map()).reasons).toHaveLength(1);
  });
  it('counts each row without an id', () => {
    expect(judge({ rows: rowsOf([1, null, null]), page: 1, pageCount: 1, totalItems: 3 }).reasons).toEqual([
      '2 of the bookings came without a readable id',
    ]);
  });
  it('knows that days blocked in the calendar are no booking, whatever their row lacks', () => {
    const rows = [...rowsOf([1]), parseBooking({ 'is-blocked-booking': true })];
    expect(judge({ rows, page: 1, pageCount: 1, totalItems: 2 }).reasons).toEqual([]);
  });
  it('does not depend on the order of the pages', () => {
    const inOrder: [number, WirePage][] = [1, 2, 3].map((page) => [page, pageOf(count(9), Math.min(page, 2))]);
    const reasonsOf = (pages: [number, WirePage][]): string[] => [...judgePages(new Map(pages), new Map()).reasons].sort();
    expect(reasonsOf([...inOrder].reverse())).toEqual(reasonsOf(inOrder));
  });
});
