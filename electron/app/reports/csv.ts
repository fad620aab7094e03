/** Rows as CSV that spreadsheets read: RFC 4180, CRLF, and a byte order mark so that Excel takes it for UTF-8. Pure. */

export type Cell = string | number | null;

const BYTE_ORDER_MARK = '\uFEFF';
/** Also behind blanks and in the wide forms of East Asian keyboards, which spreadsheets read the same way. */
const STARTS_A_FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

export function csv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + csvLines(rows);
}

/** Without the mark: for what follows the first rows. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map((cell) => quoted(inert(cell))).join(',')}\r\n`).join('');
}

/** Names come from strangers: a cell that a spreadsheet would carry out as a formula gets an apostrophe in front. */
export function inert(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return STARTS_A_FORMULA.test(cell) ? `'${cell}` : cell;
}

function quoted(text: string): string {
  return /[",\r\n\t;]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
