import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, csvLines, inert } from './csv.ts';
import type { Cell } from './csv.ts';

/** A separate reader of RFC 4180, so that writer and reader cannot have the same mistake. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        if (text[at] === undefined) throw new Error('A quote is not closed.');
        if (text[at] === '"') {
          if (text[at + 1] !== '"') break;
          at += 1;
        }
        cell += text[at] ?? '';
        at += 1;
      }
      at += 1;
    } else {
      while (at < text.length && text[at] !== ',' && !text.startsWith('\r\n', at)) {
        if (text[at] === '"') throw new Error('There is a quote inside an unquoted cell.');
        cell += text[at] ?? '';
        at += 1;
      }
    }
    row.push(cell);
    if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else if (text[at] === ',') at += 1;
    else throw new Error('There is no separator after a cell.');
  }
  if (row.length > 0) throw new Error('The last row has no end.');
  return rows;
}

/** As a spreadsheet reads it whose cells are parted by this character: what follows a quoted part belongs to the cell. */
function cellsParted(text: string, by: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  let isStart = true;
  for (const character of text) {
    if (character === '"' && (isStart || isQuoted)) isQuoted = !isQuoted;
    else if (!isQuoted && (character === by || character === '\r' || character === '\n')) {
      cells.push(cell);
      cell = '';
      isStart = true;
      continue;
    } else cell += character;
    isStart = false;
  }
  return [...cells, cell];
}

const nasty = fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', '\t', '=', '+', '-', '@', "'", ' ', 'a', 'é', '＝', '🔑') });
const cell: fc.Arbitrary<Cell> = fc.oneof(nasty, fc.string({ unit: 'binary' }), fc.nat(), fc.constant(null));
const rows = fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width })));

describe('csv', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(rows, (table) => {
        expect(parse(csvLines(table))).toEqual(table.map((row) => row.map(inert)));
      }),
    );
  });

  it('has no cell that a spreadsheet would execute, and changes no other', () => {
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string()), (text) => {
        const written = inert(text);
        expect(written).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
        expect(written.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
        if (/^[\p{L}\p{N}][^;|\p{C}\p{Z}]*$/u.test(text)) expect(written).toBe(text);
      }),
    );
  });

  it.each([';', '\t', '|'])('has none either where cells are parted by %j', (by) => {
    const text = fc.array(nasty, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(by));
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 })), (table) => {
        for (const cell of cellsParted(csvLines(table), by)) expect(cell).not.toMatch(/^[\s\uFEFF]*[=+\-@＝＋－＠]/u);
      }),
    );
  });

  it.each([
    ['Anna;=1', "Anna;'=1"],
    ['\t=1', "'\t'=1"],
    ['\r=1', "'\r'=1"],
    ['Anna; "=1"', `Anna; "'=1"`],
    ['Anna\n+1\t@x|-2', "Anna\n'+1\t'@x|'-2"],
    ['Anna; Tom - friends, =', 'Anna; Tom - friends, ='],
  ])('defuses %j within a text', (text, written) => expect(inert(text)).toBe(written));

  it.each(['=1+1', '+33600000000', '-2', '@SUM(A1)', ' =1', '＝1'])('defuses %j', (text) => {
    expect(inert(text)).toBe(`'${text}`);
  });

  it('is marked as UTF-8, ends lines with CRLF, and quotes only where necessary', () => {
    expect(
      csv([
        ['a', 1, null],
        ['Zoë, "Z"', '', 'Mill House'],
      ]),
    ).toBe('\uFEFFa,1,\r\n"Zoë, ""Z""",,Mill House\r\n');
  });
});
