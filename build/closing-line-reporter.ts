/** Ends a test run with one machine-readable line: "N passed, N failed, N skipped". */
import type { Reporter, TestModule } from 'vitest/node';

type Counts = Readonly<Record<'passed' | 'failed' | 'skipped', number>>;

/** Counts tests, not files. A file that could not be loaded, and an error outside any test, counts as one failure. */
export function countTests(modules: readonly TestModule[], unhandledErrors: number): Counts {
  const counts = { passed: 0, failed: unhandledErrors, skipped: 0 };
  for (const module of modules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      // A pending test did not run because the run was aborted.
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
    // A run without a single test is a failure.
    if (counts.passed + counts.failed === 0) process.exitCode = 1;
    // At exit, to be the last line, after the summary and the output of teardowns.
    process.once('exit', () => {
      process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
    });
  }
}
