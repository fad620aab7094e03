/** Rows as CSV for spreadsheets: RFC 4180, CRLF, and a byte order mark, without which Excel does not read UTF-8. Pure. */

export type Cell = string | number | null;

const BYTE_ORDER_MARK = '\uFEFF';
/** Also after blanks, and in the wide forms of East Asian keyboards: spreadsheets treat them alike. */
const STARTS_A_FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

export function csv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + csvLines(rows);
}

/** Without the byte order mark: for rows after the first ones. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map((cell) => quoted(inert(cell))).join(',')}\r\n`).join('');
}

/** Guests choose their names: a cell that a spreadsheet would run as a formula gets an apostrophe in front. */
export function inert(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  return STARTS_A_FORMULA.test(cell) ? `'${cell}` : cell;
}

function quoted(text: string): string {
  return /[",\r\n\t;]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
