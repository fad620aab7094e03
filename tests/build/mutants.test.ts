import { describe, expect, it } from 'vitest';
import type { Equivalent } from '../../build/mutants/equivalent.ts';
import { summarize } from '../../build/mutants/summary.ts';

const mutant = (line: number, status: string, replacement = 'true') => ({ status, replacement, location: { start: { line, column: 1 } } });
const report = (...mutants: readonly object[]) => ({ files: { 'shared/a.ts': { source: 'one();\n  if (two) three();\n', mutants } } });
const listed: Equivalent = { file: 'shared/a.ts', line: 'if (two) three();', replacement: 'true', because: 'three does nothing' };

describe('the summary of mutants', () => {
  it('asks for a reason for each that survived or that no test reaches', () => {
    const { killed, unexplained } = summarize(
      report(mutant(1, 'Killed'), mutant(1, 'Timeout'), mutant(2, 'Survived'), mutant(1, 'NoCoverage')),
      [],
    );
    expect(killed).toBe(2);
    expect(unexplained.map(({ line, text }) => [line, text])).toEqual([
      [2, 'if (two) three();'],
      [1, 'one();'],
    ]);
  });
  it('accepts those with a reason, wherever the line is now', () => {
    expect(summarize(report(mutant(2, 'Survived')), [listed])).toEqual({ killed: 0, equivalent: 1, unexplained: [], outdated: [] });
    expect(summarize(report(mutant(2, 'Survived', 'false')), [listed])).toMatchObject({ unexplained: [{ replacement: 'false' }] });
  });
  it('reports reasons that are not needed any more', () => {
    expect(summarize(report(mutant(2, 'Killed')), [listed]).outdated).toEqual([listed]);
  });
});
