/** Where each row and bar of the calendar is drawn, which of them are in sight, and where the arrow keys lead. Pure. */
import type { Bar, Row } from './row-model.ts';
import { firstAbove } from './row-model.ts';

const LANE_PX = 34;
/** Above and below the bars of a row. */
const ROW_PADDING_PX = 7;
const NAME_PX = 20;
const LINE_PX = 16;
/** Above and below the name of a door. */
const NAME_PADDING_PX = 10;

export interface RowPlaces {
  /** Of each row, and of the end. */
  readonly topsPx: readonly number[];
  readonly heightPx: number;
}

/** `linesOf`: how many small lines there are below the name of a door. */
export function placeRows(rows: readonly Row[], linesOf: (row: Row) => number): RowPlaces {
  let heightPx = 0;
  const topsPx = rows.map((row) => {
    const top = heightPx;
    heightPx += Math.max(row.lanes * LANE_PX + 2 * ROW_PADDING_PX, NAME_PX + linesOf(row) * LINE_PX + 2 * NAME_PADDING_PX);
    return top;
  });
  return { topsPx: [...topsPx, heightPx], heightPx };
}
export function laneTop(lane: number): number {
  return ROW_PADDING_PX + lane * LANE_PX;
}

/** The part of the calendar that is in sight, with something around it: pixels from the top of the first row, shares of the days. */
export interface Sight {
  readonly topPx: number;
  readonly bottomPx: number;
  readonly from: number;
  readonly to: number;
}

/** Indexes from `first` up to, not including, `end`. */
export function rowsInSight({ topsPx }: RowPlaces, { topPx, bottomPx }: Sight): { readonly first: number; readonly end: number } {
  const rows = topsPx.length - 1;
  const first = Math.max(0, firstAbove(topsPx, topPx) - 1);
  return { first: Math.min(first, rows), end: Math.min(rows, firstAbove(topsPx, bottomPx)) };
}

/** `rowTopPx`: of the row it is in. */
export function isInSight({ from, to, lane }: Pick<Bar, 'from' | 'to' | 'lane'>, rowTopPx: number, sight: Sight): boolean {
  const top = rowTopPx + laneTop(lane);
  return from <= sight.to && to >= sight.from && top <= sight.bottomPx && top + LANE_PX >= sight.topPx;
}

/** The key of the bar an arrow key leads to, null for none. Left and right stay at the door, up and down go to the nearest in time. */
export function nextBar(rows: readonly Row[], fromKey: string, pressed: string): string | null {
  const rowIndex = rows.findIndex((row) => row.bars.some((bar) => bar.key === fromKey));
  const bars = rows[rowIndex]?.bars ?? [];
  const index = bars.findIndex((bar) => bar.key === fromKey);
  const from = bars[index];
  if (from === undefined) return null;
  switch (pressed) {
    case 'ArrowRight':
      return bars[index + 1]?.key ?? null;
    case 'ArrowLeft':
      return bars[index - 1]?.key ?? null;
    case 'Home':
      return bars[0]?.key ?? null;
    case 'End':
      return bars.at(-1)?.key ?? null;
    case 'ArrowDown':
      return nearest(rows.slice(rowIndex + 1), from);
    case 'ArrowUp':
      return nearest(rows.slice(0, rowIndex).reverse(), from);
    default:
      return null;
  }
}
/** In the first row that has bars. */
function nearest(rows: readonly Row[], { from, to }: Bar): string | null {
  const bars = rows.find((row) => row.bars.length > 0)?.bars ?? [];
  const distance = (bar: Bar): number => Math.abs(bar.from + bar.to - (from + to));
  return bars.toSorted((one, other) => distance(one) - distance(other))[0]?.key ?? null;
}
