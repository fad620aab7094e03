/** Tables that fit the terminal: columns take what they need, and the flexible ones share what is left and wrap. */
import Table from 'cli-table3';
import type { Style, Tone } from './style.ts';
import { printable, widthOf, wrap } from './text.ts';

export interface Column {
  readonly title: string;
  /** Gives way when there is not enough room, down to this many characters. Others stay as wide as their widest cell. */
  readonly flexibleFrom?: number;
  readonly align?: 'left' | 'right';
}
/** Line breaks are kept. Painted here, after wrapping, so that colour codes are never cut. */
export type Cell = string | { readonly text: string; readonly tone: Tone };

const PADDING = 2;

/** Lines without a line end at the end; "" without rows. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly Cell[])[], style: Style): string {
  if (rows.length === 0) return '';
  const plainRows = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? { text: printable(cell) } : { ...cell, text: printable(cell.text) })),
  );
  const natural = columns.map(({ title }, index) =>
    Math.max(...[title, ...plainRows.flatMap((row) => row[index]?.text.split('\n') ?? [])].map(widthOf)),
  );
  // One border on each side of every column.
  const widths = fitWidths(columns, natural, style.width - (columns.length + 1));
  const paintCell = (text: string, tone: Tone | undefined, index: number): string =>
    wrap(text, (widths[index] ?? PADDING + 1) - PADDING)
      .map((line) => (tone === undefined ? line : style.paint(tone, line)))
      .join('\n');
  const table = new Table({
    head: columns.map(({ title }, index) => paintCell(title, 'strong', index)),
    colWidths: widths,
    colAligns: columns.map(({ align }) => align ?? 'left'),
    // The library's own colours know nothing of NO_COLOR.
    style: { head: [], border: [], compact: true },
  });
  table.push(...plainRows.map((row) => row.map((cell, index) => paintCell(cell.text, 'tone' in cell ? cell.tone : undefined, index))));
  return table.toString();
}

/** Widths with padding, narrowed in the flexible columns until they fit; the widest gives way first. */
function fitWidths(columns: readonly Column[], natural: readonly number[], room: number): number[] {
  const widths = natural.map((width) => width + PADDING);
  while (widths.reduce((sum, width) => sum + width, 0) > room) {
    const [widest] = columns
      .flatMap(({ flexibleFrom }, index) => (flexibleFrom !== undefined && (widths[index] ?? 0) > flexibleFrom + PADDING ? [index] : []))
      .toSorted((one, other) => (widths[other] ?? 0) - (widths[one] ?? 0));
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}
