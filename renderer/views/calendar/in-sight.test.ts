import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { place } from '../../../tests/support/ids.ts';
import { isInSight, laneTop, nextBar, placeRows, rowsInSight } from './in-sight.ts';
import type { Bar, Row } from './row-model.ts';

function bar(key: string, from: number, to: number, lane = 0): Bar {
  const none = { bookingId: null, personId: null, codeId: null, schedule: null, unitId: null, start: null, end: null };
  const notes = { overlaps: [], endsInTurnover: false, freeNightsAfter: null, why: null, isHeld: false, isUrgent: false };
  return { ...none, ...notes, key, from, to, lane, reach: 1, state: 'ready', who: key, name: key, unitName: '', isOnLock: true };
}
function row(key: string, bars: readonly Bar[], lanes = 1): Row {
  return { key, place: place(1, key), bars, lanes, gaps: [], hidden: 0 };
}

describe('rows', () => {
  it('are as high as their bars, or as the name of the door with its notes', () => {
    const rows = [row('a', [], 1), row('b', [], 3), row('c', [], 1)];
    expect(placeRows(rows, ({ key }) => (key === 'c' ? 2 : 0))).toEqual({ topsPx: [0, 48, 164, 236], heightPx: 236 });
  });
  it('are drawn exactly where they touch what is in sight', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 40 }),
        fc.integer({ min: -400, max: 4_000 }),
        fc.integer({ min: 0, max: 900 }),
        (lanes, topPx, height) => {
          const places = placeRows(
            lanes.map((count, index) => row(String(index), [], count)),
            () => 0,
          );
          const sight = { topPx, bottomPx: topPx + height, from: 0, to: 1 };
          const { first, end } = rowsInSight(places, sight);
          lanes.forEach((_, index) => {
            const touches = (places.topsPx[index] ?? 0) <= sight.bottomPx && (places.topsPx[index + 1] ?? 0) > sight.topPx;
            if (touches) expect(index >= first && index < end).toBe(true);
          });
          expect(end - first).toBeLessThanOrEqual(height / 48 + 2);
        },
      ),
    );
  });
});

it('draws a bar only where it touches what is in sight, in time and in its lane', () => {
  const sight = { topPx: 100, bottomPx: 300, from: 0.2, to: 0.5 };
  const seen = (from: number, to: number, lane = 0) => isInSight(bar('a', from, to, lane), 120, sight);
  expect([seen(0, 0.1), seen(0.1, 0.3), seen(0.4, 0.9), seen(0.6, 0.9), seen(0.3, 0.4, 20)]).toEqual([false, true, true, false, false]);
  expect(laneTop(2) - laneTop(1)).toBe(34);
});

it('leads arrow keys along a door, and to the nearest in time at the next door that has a bar', () => {
  const rows = [row('a', [bar('a1', 0, 0.2), bar('a2', 0.5, 0.7)]), row('b', []), row('c', [bar('c1', 0, 0.1), bar('c2', 0.6, 0.9)])];
  const to = (from: string, key: string) => nextBar(rows, from, key);
  expect([to('a1', 'ArrowRight'), to('a2', 'ArrowLeft'), to('a2', 'ArrowRight'), to('c2', 'Home'), to('a1', 'End')]).toEqual([
    'a2',
    'a1',
    null,
    'c1',
    'a2',
  ]);
  expect([
    to('a2', 'ArrowDown'),
    to('a1', 'ArrowDown'),
    to('c2', 'ArrowUp'),
    to('c1', 'ArrowDown'),
    to('a1', 'Enter'),
    to('gone', 'End'),
  ]).toEqual(['c2', 'c1', 'a2', null, null, null]);
});
