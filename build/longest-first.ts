/** Starts the longest test files first, so that a run does not end with one process busy and the others idle. */
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** In this order; the others of their project follow, and then the other projects, since a process is used again within its project only. */
const FIRST = {
  project: 'outside',
  parts: ['tests/build/checks.test.ts', 'tests/e2e/lifecycle.test.ts', 'tests/window/scenes-', 'tests/e2e/', 'tests/cli/processes.test.ts'],
};

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId, project }: TestSpecification): number => {
      const index = FIRST.parts.findIndex((part) => moduleId.includes(part));
      if (project.name !== FIRST.project) return FIRST.parts.length + 1;
      return index === -1 ? FIRST.parts.length : index;
    };
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
