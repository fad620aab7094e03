import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { describeProgress } from '../progress-line.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { otherAccountProblem } from '../../../shared/questions/other-account.ts';
import { describeCounts, renderProblems } from './run.ts';
import { makeStyle, wantsColour } from './style.ts';
import { renderTable } from './table.ts';
import { printable, printableJson, wrap } from './text.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { bookingId, unitId } from '../../../tests/support/ids.ts';
import { recordedText } from '../../../shared/i18n/problem-text.ts';

const COLUMNS = [{ title: 'What' }, { title: 'Number', align: 'right' as const }, { title: 'Why', flexibleFrom: 12 }];

describe('renderTable', () => {
  it('is as narrow as its cells, and wraps the flexible column when there is no room', () => {
    const rows = [
      ['create', '1', 'short'],
      ['delete', '10', { text: 'a longer reason that does not fit into what is left of the line', tone: 'warn' as const }],
    ];
    expect(renderTable(COLUMNS, rows, makeStyle(60, false))).toBe(
      [
        '┌────────┬────────┬────────────────────────────────────────┐',
        '│ What   │ Number │ Why                                    │',
        '├────────┼────────┼────────────────────────────────────────┤',
        '│ create │      1 │ short                                  │',
        '│ delete │     10 │ a longer reason that does not fit into │',
        '│        │        │ what is left of the line               │',
        '└────────┴────────┴────────────────────────────────────────┘',
      ].join('\n'),
    );
    expect(renderTable(COLUMNS, [], makeStyle(60, false))).toBe('');
  });
  it('aligns accents, combining marks, wide letters and emoji', () => {
    const names = ['Łukasz', 'Zoe\u0308', '田中さん', 'Zoë 🌿✨', 'Léa 🇫🇷'];
    const table = renderTable(
      COLUMNS,
      names.map((name) => [name, '1', name]),
      makeStyle(60, false),
    );
    expect(table).toBe(
      [
        '┌──────────┬────────┬──────────┐',
        '│ What     │ Number │ Why      │',
        '├──────────┼────────┼──────────┤',
        '│ Łukasz   │      1 │ Łukasz   │',
        '│ Zoë      │      1 │ Zoë      │',
        '│ 田中さん │      1 │ 田中さん │',
        '│ Zoë 🌿✨ │      1 │ Zoë 🌿✨ │',
        '│ Léa 🇫🇷   │      1 │ Léa 🇫🇷   │',
        '└──────────┴────────┴──────────┘',
      ].join('\n'),
    );
    expect(new Set(table.split('\n').map((line) => stringWidth(line)))).toEqual(new Set([32]));
  });
  it('wraps wide letters without a space to wrap at', () => {
    const table = renderTable(COLUMNS, [['a', '1', '田中'.repeat(30)]], makeStyle(60, false));
    expect(table.match(/田|中/g)).toHaveLength(60);
    for (const line of table.split('\n')) expect(stringWidth(line)).toBe(60);
  });
  it('paints whole lines of a cell and keeps the width', () => {
    const rows = [['a', '1', { text: 'one two three four five six seven eight nine ten eleven', tone: 'bad' as const }]];
    const painted = renderTable(COLUMNS, rows, makeStyle(60, true));
    expect(painted).toContain('\u001b[31mone two three four five six seven eight\u001b[39m');
    expect(stripVTControlCharacters(painted)).toBe(renderTable(COLUMNS, rows, makeStyle(60, false)));
  });
  it('fits any terminal, whatever the cells hold', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', maxLength: 90 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 60, max: 120 }),
        (texts, width) => {
          const lines = renderTable(
            COLUMNS,
            texts.map((text) => ['create', '12', text]),
            makeStyle(width, false),
          ).split('\n');
          for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('text', () => {
  it('removes what could control a terminal', () => {
    expect(printable('a\u001b[2Jb\u0007\r\u202ec\td\ne')).toBe('a[2Jbc d\ne');
  });
  it('escapes the same in JSON, which is read as the same text', () => {
    expect(printableJson({ name: 'a\u009B2Jb\u202Ec\u007F\u{E0041}é' })).toBe(String.raw`{"name":"a\u009b2Jb\u202ec\u007f\udb40\udc41é"}`);
    fc.assert(
      fc.property(hostileText(), (text) => {
        const value = { [text.slice(0, 20)]: text };
        const json = printableJson(value, 2);
        expect(json).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
  it('wraps at spaces and breaks words that are too long', () => {
    expect(wrap('one two three', 7)).toBe('one two\nthree');
    expect(wrap('abcdefghij k', 4)).toBe('abcd\nefgh\nij k');
    expect(wrap('', 5)).toBe('');
  });
});

describe('style', () => {
  it('keeps to a readable width', () => {
    expect([undefined, 20, 100, 400].map((columns) => makeStyle(columns, false).width)).toEqual([100, 60, 100, 120]);
  });
  it('colours on a terminal, unless NO_COLOR is set or the terminal is dumb', () => {
    expect(wantsColour(true, {})).toBe(true);
    expect(wantsColour(false, {})).toBe(false);
    expect(wantsColour(true, { NO_COLOR: '1' })).toBe(false);
    expect(wantsColour(true, { NO_COLOR: '' })).toBe(true);
    expect(wantsColour(true, { TERM: 'dumb' })).toBe(false);
    expect(makeStyle(80, false).paint('bad', 'x')).toBe('x');
  });
});

describe('words', () => {
  it('says what was done, or would be', () => {
    const counts = { created: 2, updated: 0, adopted: 1, moved: 0, deleted: 0, unchanged: 7, held: 1, skipped: 0, failed: 0 };
    expect(describeCounts(counts)).toBe('2 created, 1 linked, 1 held, 7 unchanged');
    expect(describeCounts(counts, true)).toBe('2 to create, 1 to link, 1 held, 7 unchanged');
  });
  it('says what a run is doing', () => {
    expect(describeProgress({ phase: 'apply', done: 4, total: 9 })).toBe('Writing codes 4/9');
    expect(describeProgress({ phase: 'bookings', done: 0, total: 1 })).toBe('Reading bookings');
    expect(describeProgress({ phase: 'done', done: 1, total: 1 })).toBe('');
  });
});

describe('problems of one unit without a door', () => {
  const unmapped = (booking: number, unit: number): Problem => ({
    kind: 'unmapped-unit',
    text: recordedText(`Booking ${String(booking)} is in unit ${String(unit)}, which has no door yet.`),
    retryable: false,
    bookingId: bookingId(booking),
    unitId: unitId(unit),
  });

  it('share a line, and a single one keeps its own', () => {
    const text = renderProblems([unmapped(1, 50), unmapped(2, 60), unmapped(3, 50)], makeStyle(200, false));
    expect(text.split('\n')).toEqual([
      '✗ Unit 50 has no door yet, so 2 bookings get no new code: 1, 3.',
      '✗ Booking 2 is in unit 60, which has no door yet.',
    ]);
  });
});

describe('a question', () => {
  it('says how to answer it, and what each answer means', () => {
    expect(
      renderProblems([otherAccountProblem('smoobu', '7')], makeStyle(200, false))
        .split('\n')
        .slice(-2),
    ).toEqual(['  latchkey answer account:smoobu:7 approve|keep', '  approve: this account is mine now; keep: it is not mine']);
  });
});
