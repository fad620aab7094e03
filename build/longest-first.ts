/** Journeys first: they wait for the clock and for windows, and at the end nothing would be left to do meanwhile. */
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** In this order; everything else after them, as the runner sees fit. */
const FIRST = ['tests/e2e/schedule.test.ts', 'tests/e2e/lifecycle.test.ts', 'tests/cli/processes.test.ts', 'tests/e2e/', 'tests/window/'];

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
