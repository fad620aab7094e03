import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { cloudFailure } from '../http/classify.ts';
import { parseThreadPage, readNewest, type ThreadPage } from './thread.ts';

const ROW = { id: 7, subject: '', message: 'Hello', htmlMessage: '<p>Hello &amp; welcome</p>', type: 2, createdAt: '2026-11-23 10:00:00' };
const read = (...rows: readonly unknown[]) =>
  parseThreadPage({ page_count: 1, messages: rows })?.messages.map(({ id, from, text, hasSubject }) => [
    id,
    from,
    text.reveal(),
    hasSubject,
  ]);
const page = (ids: readonly number[], pageCount: number | null): ThreadPage => ({
  messages: parseThreadPage(ids.map((id) => ({ id, message: `text ${String(id)}` })))!.messages,
  pageCount,
  isCut: false,
});
const span = (from: number, count: number): readonly number[] => Array.from({ length: count }, (_, index) => from + index);

describe('parseThreadPage', () => {
  it('reads HTML before text, and the text where there is no HTML', () => {
    expect(read(ROW, { ...ROW, htmlMessage: '' }, { ...ROW, htmlMessage: '<p></p>' }, { ...ROW, htmlMessage: null })).toEqual([
      [7, 'host', 'Hello & welcome', false],
      [7, 'unknown', 'Hello', false],
      [7, 'unknown', 'Hello', false],
      [7, 'unknown', 'Hello', false],
    ]);
  });

  it('does not guess who wrote it', () => {
    const types = [1, '1', 2, '2', 3, null, undefined];
    expect(read(...types.map((type) => ({ ...ROW, type })))?.map(([, from]) => from)).toEqual([
      'guest',
      'guest',
      'host',
      'host',
      'unknown',
      'unknown',
      'unknown',
    ]);
  });

  it('reads odd rows as messages without a text', () => {
    expect(read([], 'text', { id: '8', subject: 'Your stay' })).toEqual([
      [null, 'unknown', '', false],
      [null, 'unknown', '', false],
      [8, 'unknown', '', true],
    ]);
  });

  it('takes times without a zone for Berlin time, which is the earliest they may be', () => {
    const times = ['2026-11-23 10:00:30', '2026-07-01T9:05', '2026-11-23T10:00:00+01:00', '2026-11-23', '2026-02-30 10:00', 7];
    const written = parseThreadPage(times.map((createdAt) => ({ ...ROW, createdAt })))?.messages.map(({ writtenMs }) => writtenMs);
    expect(written).toEqual([Date.parse('2026-11-23T09:00Z'), Date.parse('2026-07-01T07:05Z'), null, null, null, null]);
  });

  it('bounds texts and replaces what misleads', () => {
    expect(read({ ...ROW, htmlMessage: 'x'.repeat(100_000) })?.[0]?.[2]).toHaveLength(20_000);
    expect(read({ ...ROW, htmlMessage: 'code\u202e1174\nnext\u0007line' })?.[0]?.[2]).toBe('code 1174\nnext line');
  });

  it('keeps the newest of a list that has no end', () => {
    const content = parseThreadPage(span(1, 700).map((id) => ({ id })));
    expect([content?.isCut, content?.messages.length, content?.messages.at(-1)?.id]).toEqual([true, 500, 700]);
  });

  it.each([undefined, null, {}, 'sorry', { messages: null }, { messages: {} }, { status: 500 }])('is null for %j', (json) => {
    expect(parseThreadPage(json)).toBeNull();
  });
});

describe('readNewest', () => {
  const readPages = async (contentOf: (number: number) => ThreadPage) => {
    const asked: number[] = [];
    const thread = await readNewest(async (number) => {
      asked.push(number);
      return Promise.resolve(ok(contentOf(number)));
    });
    return { asked, thread, ids: thread.ok ? thread.value.messages.map(({ id }) => id) : null };
  };

  it('reads the first page and the last two', async () => {
    const { asked, ids, thread } = await readPages((number) => page(span(number * 100, 25), 9));
    expect(asked).toEqual([1, 8, 9]);
    expect(ids).toHaveLength(75);
    expect(thread).toMatchObject({ ok: true, value: { isWhole: false } });
  });

  it('reads a page that was added in between', async () => {
    const { asked, ids } = await readPages((number) => page([number], number < 5 ? 5 : 6));
    expect(asked).toEqual([1, 4, 5, 6]);
    expect(ids).toEqual([1, 4, 5, 6]);
  });

  it('orders by id, and keeps Smoobu’s order where an id is missing', async () => {
    expect((await readPages(() => page([9, 3, 5], 1))).ids).toEqual([3, 5, 9]);
    const { ids } = await readPages(() => ({
      messages: parseThreadPage([{ id: 9 }, { id: null }, { id: 5 }])!.messages,
      pageCount: 1,
      isCut: false,
    }));
    expect(ids).toEqual([9, null, 5]);
  });

  it('without counts, reads until a page is not full or brings nothing new', async () => {
    expect((await readPages((number) => page(span(number * 100, number === 3 ? 4 : 25), null))).asked).toEqual([1, 2, 3]);
    const repeating = await readPages((number) => page(span(Math.min(number, 2) * 100, 25), null));
    expect(repeating.asked).toEqual([1, 2, 3]);
    expect(repeating.ids).toHaveLength(50);
  });

  it('gives up where the end moves away', async () => {
    const growing = await readPages((number) => page([number], number + 1));
    expect(growing.thread).toMatchObject({ ok: false, error: { kind: 'bad-response', certain: true } });
    expect(growing.asked.length).toBeLessThan(50);
  });

  it('fails when one of the pages fails', async () => {
    const failure = cloudFailure('smoobu', 'timeout');
    const thread = await readNewest(async (number) => Promise.resolve(number === 1 ? ok(page([1], 4)) : { ok: false, error: failure }));
    expect(thread).toEqual({ ok: false, error: failure });
  });
});
