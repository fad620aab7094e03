/** The tests that no mutant of the planner or the run may survive. Generated cases are fewer than in `npm test`, since each mutant runs them. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';
import ordinary from '../../vitest.config.ts';

/** The folders, or files, that `run.ts` chooses by what is changed. */
const FOLDERS = (process.env.MUTANT_TESTS ?? 'shared/reconcile').split(',');

/** Generated histories of whole runs: minutes for each mutant that survives the others. */
const TOO_LONG = [
  'acts/acts',
  'app-portfolio',
  'any-text',
  'convergence',
  'fewer-lists',
  'hard-times',
  'large-day',
  'messages/any-moment/*',
  'placeholders/any-moment',
  'reads-alike',
  'refusal-properties',
  'week/*',
];

/** Pure tests first: most mutants do not survive them, and a run ends with the first failure. */
class CheapestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => FOLDERS.findIndex((path) => moduleId.includes(`/${path}`));
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

export default defineConfig((environment) => {
  const { projects: _projects, reporters: _reporters, sequence: _sequence, ...others } = ordinary(environment).test ?? {};
  return {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    test: {
      ...others,
      include: FOLDERS.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.ts`)),
      exclude: TOO_LONG.map((name) => `tests/engine/${name}.test.ts`),
      env: { LATCHKEY_SOAK_FACTOR: '0.1' },
      sequence: { sequencer: CheapestFirst },
    },
  };
});
