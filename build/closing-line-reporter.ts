/** Ends a test run with one line to read by machine: "N passed, N failed, N skipped". */
import type { Reporter, TestModule } from 'vitest/node';

type Counts = Readonly<Record<'passed' | 'failed' | 'skipped', number>>;

/** Counts tests, not files. A file that could not be loaded, and an error outside any test, counts as one failure. */
export function countTests(modules: readonly TestModule[], unhandledErrors: number): Counts {
  const counts = { passed: 0, failed: unhandledErrors, skipped: 0 };
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // A test that never got its turn (the run was cut short) is no success.
      counts[state === 'pending' ? 'skipped' : state] += 1;
    }
    const suites = [...module.children.allSuites()];
    counts.failed += module.errors().length + suites.reduce((sum, suite) => sum + suite.errors().length, 0);
  }
  return counts;
}

export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = countTests(modules, unhandledErrors.length);
    // A green run in which nothing ran proves nothing.
    if (counts.passed + counts.failed === 0) process.exitCode = 1;
    // Written last of all, after the default reporter's summary and whatever the tear-down prints.
    process.once('exit', () => {
      process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
    });
  }
}
