/** Where an arrow key leads among the bars. Pure. */
import type { Bar, Row } from './timeline-model.ts';

/** The key of the bar to go to; null where this key leads nowhere. Left and right stay with the door, up and down find the nearest in time. */
export function nextPosition(rows: readonly Row[], fromKey: string, pressed: string): string | null {
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

/** In the first of the rows that has any. */
function nearest(rows: readonly Row[], from: Bar): string | null {
  const bars = rows.find((row) => row.bars.length > 0)?.bars ?? [];
  const middle = (bar: Bar): number => (bar.from + bar.to) / 2;
  return [...bars].sort((one, other) => Math.abs(middle(one) - middle(from)) - Math.abs(middle(other) - middle(from)))[0]?.key ?? null;
}
