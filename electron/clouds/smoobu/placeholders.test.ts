import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { parsePlaceholderPage, readPlaceholders, type PlaceholderPage } from './placeholders.ts';

const ROW = { id: 4001, key: 'latchkeyPin', defaultValue: '0427', type: 1, foreignId: 90_001 };
const read = (...rows: readonly unknown[]) =>
  parsePlaceholderPage(rows)?.placeholders.map(({ id, key, owner, value, hasTranslations }) => [
    id,
    key,
    owner,
    value.reveal(),
    hasTranslations,
  ]);
const OF_BOOKING = { kind: 'booking', bookingId: 90_001 };

describe('parsePlaceholderPage', () => {
  it('reads both forms of the list', () => {
    expect(parsePlaceholderPage({ customPlaceholders: [ROW] })?.placeholders).toHaveLength(1);
    expect(read(ROW)).toEqual([[4001, 'latchkeyPin', OF_BOOKING, '0427', false]]);
  });

  it.each([
    ['ids as text', { id: '4001', type: '1', foreignId: '90001' }, [4001, 'latchkeyPin', OF_BOOKING, '0427', false]],
    ['no id', { id: undefined }, [null, 'latchkeyPin', OF_BOOKING, '0427', false]],
    ['an apartment', { type: 2 }, [4001, 'latchkeyPin', { kind: 'unit' }, '0427', false]],
    ['the account', { type: null, foreignId: null }, [4001, 'latchkeyPin', null, '0427', false]],
    ['a number', { defaultValue: 4711 }, [4001, 'latchkeyPin', OF_BOOKING, '4711', false]],
    ['no value', { defaultValue: null }, [4001, 'latchkeyPin', OF_BOOKING, '', false]],
    ['translations', { translations: [{ locale: 'fr', value: '1' }] }, [4001, 'latchkeyPin', OF_BOOKING, '0427', true]],
    ['no translations', { translations: [] }, [4001, 'latchkeyPin', OF_BOOKING, '0427', false]],
  ])('reads a row with %s', (_name, changes, expected) => {
    expect(read({ ...ROW, ...changes })).toEqual([expected]);
  });

  it('leaves out what has no key, and bounds the rest', () => {
    expect(read(null, [], { ...ROW, key: ' ' })).toEqual([]);
    const [placeholder] = parsePlaceholderPage([{ ...ROW, key: 'k'.repeat(5_000), defaultValue: 'v'.repeat(50_000) }])?.placeholders ?? [];
    expect([placeholder?.key.length, placeholder?.value.reveal().length]).toEqual([100, 2_000]);
  });

  it.each([undefined, null, {}, 'sorry', { customPlaceholders: {} }, { status: 500 }])('is null for %j', (json) => {
    expect(parsePlaceholderPage(json)).toBeNull();
  });
});

describe('readPlaceholders', () => {
  const page = (ids: readonly number[], more: Partial<PlaceholderPage> = {}): PlaceholderPage => ({
    ...parsePlaceholderPage(ids.map((id) => ({ ...ROW, id })))!,
    ...more,
  });
  const all = async (...pages: readonly PlaceholderPage[]) => {
    const asked: number[] = [];
    const list = await readPlaceholders(async (number) => {
      asked.push(number);
      return Promise.resolve(ok(pages[number - 1] ?? pages[0]!));
    });
    return { asked, ids: list.ok ? list.value.map(({ id }) => id) : list.error.kind };
  };

  it('reads as many pages as are counted', async () => {
    expect(await all(page([1]))).toEqual({ asked: [1], ids: [1] });
    expect(await all(page([]))).toEqual({ asked: [1], ids: [] });
    expect(await all(page([], { pageCount: 0, totalItems: 0 }))).toEqual({ asked: [1], ids: [] });
    expect(await all(page([1], { pageCount: 2, totalItems: 2 }), page([2], { pageCount: 2, totalItems: 2 }))).toEqual({
      asked: [1, 2],
      ids: [1, 2],
    });
  });

  it.each([
    ['a page that repeats', [page([1], { pageCount: 2 })]],
    ['another count', [page([1], { pageCount: 2 }), page([2], { pageCount: 3 })]],
    ['a total that does not fit', [page([1], { totalItems: 2 })]],
    ['more pages than there can be', [page([1], { pageCount: 1_000_000 })]],
  ])('is a failure with %s', async (_name, pages) => {
    expect((await all(...pages)).ids).toBe('bad-response');
  });
});
