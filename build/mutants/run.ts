/**
 * `npm run mutants`: changes the planner and then the run in thousands of small ways, and fails when the tests notice one of them nowhere and
 * `equivalent.ts` does not say why. Only what changed since the last time is tried again; `-- --force` tries everything, and
 * `-- --mutate "shared/reconcile/stay/*.ts"` only these files. `MUTANT_TESTS=shared/reconcile/stay` runs the tests of these folders only.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EQUIVALENT_STAYS } from './equivalent-stays.ts';
import { EQUIVALENT } from './equivalent.ts';
import { summarize } from './summary.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

/** Mutants of the planner meet the pure tests only: each takes a fraction of a second, where whole runs take many. */
const PURE_TESTS = ['shared/reconcile', 'tests/reconcile'];
const PASSES = [
  { name: 'planner', folder: 'shared/reconcile', tests: PURE_TESTS },
  { name: 'run', folder: 'electron/app/run', tests: [...PURE_TESTS, 'electron/app/run', 'tests/engine'] },
] as const;

function start(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): void {
  const shell = process.platform === 'win32';
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell, env: { ...env, ...process.env } });
  if (status !== 0) process.exit(status ?? 1);
}

// Among other packages, where checks of our own sources do not look. `--legacy-peer-deps`: vitest is the project's own.
const tool = `${root}node_modules/.cache/mutants/`;
mkdirSync(tool, { recursive: true });
for (const file of ['package.json', 'package-lock.json']) copyFileSync(here + file, tool + file);
start('npm', ['ci', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'], tool);

const args = process.argv.slice(2);
const at = args.indexOf('--mutate');
const asked = at === -1 ? null : (args[at + 1] ?? '').split(',');
const others = at === -1 ? args : args.toSpliced(at, 2);
for (const { name, folder, tests } of PASSES) {
  const files = asked === null ? [`${folder}/**/*.ts`] : asked.filter((file) => file.startsWith(folder));
  if (files.length === 0) continue;
  // Tests are never changed, whatever is asked for.
  const options = ['--mutate', [...files, '!**/*.test.ts'].join(','), '--incrementalFile', `.mutants/${name}.json`, ...others];
  const stryker = [`${tool}node_modules/@stryker-mutator/core/bin/stryker.js`, 'run', `${here}stryker.config.json`, ...options];
  start(process.execPath, stryker, root, { MUTANT_TESTS: tests.join(',') });
  report(name);
}

function report(name: string): void {
  const summary = summarize(JSON.parse(readFileSync(`${root}.mutants/report.json`, 'utf8')), [...EQUIVALENT, ...EQUIVALENT_STAYS]);
  for (const { file, line, text, status, replacement } of summary.unexplained) {
    console.log(`${file}:${String(line)} ${status}\n  - ${text}\n  + ${replacement.replaceAll(/\s+/gu, ' ')}`);
  }
  for (const { file, line, replacement } of summary.outdated) {
    console.log(`build/mutants/equivalent.ts: no such mutant survives any more: ${file}: ${line} -> ${replacement}`);
  }
  console.log(
    `${name}: ${String(summary.killed)} killed, ${String(summary.equivalent)} equivalent, ${String(summary.unexplained.length)} not explained`,
  );
  if (summary.unexplained.length + summary.outdated.length > 0) process.exitCode = 1;
}
