/** Starts the longest test files first, so that the run does not end with one process busy and the others idle. */
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** In this order; all others follow, in the runner's own order. */
const FIRST = [
  'tests/build/checks.test.ts',
  'tests/e2e/lifecycle.test.ts',
  'tests/window/scenes',
  'tests/e2e/',
  'tests/cli/processes.test.ts',
  'tests/',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number => {
      const index = FIRST.findIndex((part) => moduleId.includes(part));
      return index === -1 ? FIRST.length : index;
    };
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
