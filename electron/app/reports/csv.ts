/** Rows as CSV for spreadsheets: RFC 4180, CRLF, and a byte order mark, without which Excel does not read UTF-8. Pure. */

export type Cell = string | number | null;

const BYTE_ORDER_MARK = '\uFEFF';
/** Also after blanks, and in the wide forms of East Asian keyboards: spreadsheets treat them alike. */
const STARTS_A_FORMULA = /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * Where a spreadsheet splits cells at semicolons, tabs or bars, it does not see that a cell is quoted that does not begin its own: a part of a
 * text is then a cell too, and a formula if it looks like one. Quotes and blanks before it change nothing.
 */
const FORMULA_IN_A_PART = /(?<=[;|\t\r\n\v\f\u0085\u2028\u2029][\s\uFEFF"]*)(?=[=+\-@＝＋－＠])/gu;

export function csv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + csvLines(rows);
}

/** Without the byte order mark: for rows after the first ones. */
export function csvLines(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map((cell) => quoted(inert(cell))).join(',')}\r\n`).join('');
}

/** Guests choose their names: what a spreadsheet would run as a formula gets an apostrophe in front. */
export function inert(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const parted = cell.replace(FORMULA_IN_A_PART, "'");
  return STARTS_A_FORMULA.test(cell) ? `'${parted}` : parted;
}

function quoted(text: string): string {
  return /[",\r\n\t;]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
