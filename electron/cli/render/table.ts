/** Tables that fit the terminal: columns take what they need, and the flexible ones share what is left and wrap. */
import Table from 'cli-table3';
import stringWidth from 'fast-string-width';
import type { Style, Tone } from './style.ts';
import { printable, wrap } from './text.ts';

export interface Column {
  readonly title: string;
  /** Narrowed when there is not enough room, to this many characters at least. Others stay as wide as their widest cell. */
  readonly flexibleFrom?: number;
  readonly align?: 'left' | 'right';
}
/** Line breaks are kept. */
export type Cell = string | { readonly text: string; readonly tone: Tone };

const PADDING = 2;

/** Without the columns that are empty in every row. */
export function renderFilledTable(columns: readonly Column[], rows: readonly (readonly Cell[])[], style: Style): string {
  const isFilled = (index: number): boolean => rows.some((row) => row[index] !== '');
  const filled = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, index) => isFilled(index));
  return renderTable(filled(columns), rows.map(filled), style);
}

/** Lines without a line end at the end; "" without rows. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly Cell[])[], style: Style): string {
  if (rows.length === 0) return '';
  const texts = rows.map((row) => row.map((cell) => printable(typeof cell === 'string' ? cell : cell.text)));
  const natural = columns.map(({ title }, index) =>
    Math.max(...[title, ...texts.flatMap((row) => row[index]?.split('\n') ?? [])].map((line) => stringWidth(line))),
  );
  // One border on each side of every column.
  const widths = fitWidths(columns, natural, style.width - (columns.length + 1));
  const paintCell = (text: string, tone: Tone | undefined, index: number): string => {
    const wrapped = wrap(text, (widths[index] ?? 0) - PADDING);
    return tone === undefined ? wrapped : style.paint(tone, wrapped);
  };
  const table = new Table({
    head: columns.map(({ title }, index) => paintCell(title, 'strong', index)),
    colWidths: widths,
    colAligns: columns.map(({ align }) => align ?? 'left'),
    // The library's own colours ignore NO_COLOR.
    style: { head: [], border: [], compact: true },
  });
  table.push(
    ...rows.map((row, line) =>
      row.map((cell, index) => paintCell(texts[line]?.[index] ?? '', typeof cell === 'string' ? undefined : cell.tone, index)),
    ),
  );
  // The library measures rare characters differently from `wrap`, and may cut one in two.
  return table.toString().toWellFormed();
}

/** Widths with padding, narrowed in the flexible columns until they fit, the widest first. */
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
