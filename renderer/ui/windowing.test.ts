import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutRows, placeAt, rowsInSight, topOfPlace, topToCentre } from './windowing.ts';

const keys = (count: number): string[] => Array.from({ length: count }, (_, index) => `row-${index}`);
const measured = new Map([
  ['row-1', 100],
  ['row-3', 10],
]);

describe('rows of a long list', () => {
  it('stand one below the other, with their measured or estimated heights', () => {
    const layout = layoutRows(keys(4), measured, 40);
    expect([[...layout.startsPx], layout.totalPx]).toEqual([[0, 40, 140, 180, 190], 190]);
  });
  it('are drawn where they are visible, and some more on both sides', () => {
    const layout = layoutRows(keys(100), new Map(), 40);
    expect(rowsInSight(layout, 400, 200, 0)).toEqual({ first: 10, end: 15 });
    expect(rowsInSight(layout, 410, 200, 2)).toEqual({ first: 8, end: 18 });
    expect(rowsInSight(layout, -500, 200, 2)).toEqual({ first: 0, end: 2 });
    expect(rowsInSight(layout, 9_000, 200, 2)).toEqual({ first: 97, end: 100 });
    expect(rowsInSight(layoutRows([], new Map(), 40), 0, 200, 2)).toEqual({ first: 0, end: 0 });
  });
  it('cover the visible part, whatever their heights', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 200 }), fc.nat(20_000), (heights, topPx) => {
        const all = keys(heights.length);
        const layout = layoutRows(all, new Map(all.map((key, index) => [key, heights[index]!])), 40);
        const { first, end } = rowsInSight(layout, topPx, 300, 0);
        const inSight = all.flatMap((_, index) =>
          layout.startsPx[index + 1]! > topPx && layout.startsPx[index]! < topPx + 300 ? [index] : [],
        );
        for (const index of inSight) expect(index >= first && index < end).toBe(true);
      }),
    );
  });
});

describe('a place in the list', () => {
  it('is found again after rows were added above it', () => {
    const before = layoutRows(keys(50), new Map(), 40);
    const place = placeAt(before, 415)!;
    expect(place).toEqual({ key: 'row-10', offsetPx: 15 });
    expect(topOfPlace(layoutRows(['new-1', 'new-2', ...keys(50)], new Map(), 40), place)).toBe(495);
    expect(topOfPlace(layoutRows(['new-1'], new Map(), 40), place)).toBeNull();
    expect(placeAt(layoutRows([], new Map(), 40), 0)).toBeNull();
  });
  it('can be the middle, and never goes beyond the ends', () => {
    const layout = layoutRows(keys(50), new Map(), 40);
    expect(['row-20', 'row-0', 'row-49', 'nobody'].map((key) => topToCentre(layout, key, 200))).toEqual([720, 0, 1800, null]);
  });
});
