/** Compares a report of the mutation tool with the list of equivalent mutants. Pure. */
import * as z from 'zod';
import type { Equivalent } from './equivalent.ts';

/** The parts used of the mutation testing report format (github.com/stryker-mutator/mutation-testing-elements). */
const reportSchema = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          status: z.string(),
          replacement: z.string().default(''),
          location: z.object({ start: z.object({ line: z.int() }) }),
        }),
      ),
    }),
  ),
});

interface Survivor {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly replacement: string;
  readonly status: string;
}
export interface MutantSummary {
  readonly killed: number;
  readonly equivalent: number;
  readonly unexplained: readonly Survivor[];
  /** Entries of the list that no surviving mutant of these files matches. */
  readonly outdated: readonly Equivalent[];
}

const KILLED = ['Killed', 'Timeout', 'CompileError', 'RuntimeError'];

export function summarize(report: unknown, list: readonly Equivalent[]): MutantSummary {
  const { files } = reportSchema.parse(report);
  const all = Object.entries(files).flatMap(([file, { source, mutants }]) => {
    const lines = source.split('\n');
    return mutants.map(({ status, replacement, location: { start } }): Survivor => {
      return { file, line: start.line, text: (lines[start.line - 1] ?? '').trim(), replacement, status };
    });
  });
  const surviving = all.filter(({ status }) => !KILLED.includes(status) && status !== 'Ignored');
  const matches = (survivor: Survivor, entry: Equivalent): boolean =>
    survivor.file === entry.file && survivor.text === entry.line && survivor.replacement === entry.replacement;
  const unexplained = surviving.filter((survivor) => !list.some((entry) => matches(survivor, entry)));
  return {
    killed: all.filter(({ status }) => KILLED.includes(status)).length,
    equivalent: surviving.length - unexplained.length,
    unexplained,
    outdated: list.filter((entry) => entry.file in files && !surviving.some((survivor) => matches(survivor, entry))),
  };
}
