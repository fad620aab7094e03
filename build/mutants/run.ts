/**
 * `npm run mutants`: changes the planner and then the run in thousands of small ways, and fails when the tests notice one of them nowhere and
 * `equivalent*.ts` do not say why. It goes from folder to folder and keeps the results of each in `.mutants`, so that after an interruption only
 * one begins again, and what has not changed since is not tried again. `-- --force` tries everything; `-- --mutate shared/reconcile/stay`, or
 * `.../stay/pins.ts`, only that folder or file. `MUTANT_TESTS=shared/reconcile/stay` runs the tests of these folders only.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EQUIVALENT_HANDS } from './equivalent-hands.ts';
import { EQUIVALENT_READING } from './equivalent-reading.ts';
import { EQUIVALENT_RUN } from './equivalent-run.ts';
import { EQUIVALENT_STAYS } from './equivalent-stays.ts';
import { EQUIVALENT } from './equivalent.ts';
import { summarize } from './summary.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

const PARTS = [
  // Pure tests only: each takes a fraction of a second, where whole runs take many.
  ...parts('shared/reconcile', ['shared/reconcile', 'tests/reconcile']),
  ...parts('electron/app/run', ['electron/app/run', 'tests/engine']),
];

interface Part {
  readonly folder: string;
  readonly tests: readonly string[];
}
/** One for each folder with sources below this one. */
function parts(below: string, tests: readonly string[]): readonly Part[] {
  const folders = new Set(globSync(`${below}/**/*.ts`, { cwd: root }).map((file) => dirname(file).replaceAll('\\', '/')));
  return [...folders].sort().map((folder) => ({ folder, tests }));
}

function start(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): void {
  const shell = process.platform === 'win32';
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell, env: { ...env, ...process.env } });
  if (status !== 0) process.exit(status ?? 1);
}

// Among other packages, where checks of our own sources do not look. `--legacy-peer-deps`: vitest is the project's own.
const tool = `${root}node_modules/.cache/mutants/`;
const textOf = (file: string): string | null => (existsSync(file) ? readFileSync(file, 'utf8') : null);
// npm writes the first of these once everything is installed.
if (
  textOf(`${tool}node_modules/.package-lock.json`) === null ||
  textOf(`${tool}package-lock.json`) !== textOf(`${here}package-lock.json`)
) {
  mkdirSync(tool, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(here + file, tool + file);
  start('npm', ['ci', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'], tool);
}

const args = process.argv.slice(2);
const at = args.indexOf('--mutate');
const asked = at === -1 ? null : (args[at + 1] ?? '').split(',');
const others = at === -1 ? args : args.toSpliced(at, 2);
const LISTED = [...EQUIVALENT, ...EQUIVALENT_HANDS, ...EQUIVALENT_READING, ...EQUIVALENT_STAYS, ...EQUIVALENT_RUN];
const lines: string[] = [];
for (const { folder, tests } of PARTS) {
  const isWhole = asked === null || asked.some((path) => `${folder}/`.startsWith(`${path}/`));
  const files = isWhole ? [`${folder}/*.ts`] : asked.filter((path) => path.endsWith('.ts') && dirname(path) === folder);
  if (files.length === 0) continue;
  const name = folder.replaceAll('/', '-');
  // Tests are never changed, whatever is asked for.
  const options = ['--mutate', [...files, '!**/*.test.ts'].join(','), '--incrementalFile', `.mutants/${name}.json`, ...others];
  const stryker = [`${tool}node_modules/@stryker-mutator/core/bin/stryker.js`, 'run', `${here}stryker.config.json`, ...options];
  start(process.execPath, stryker, root, { MUTANT_TESTS: tests.join(',') });
  lines.push(`${folder}: ${report()}`);
}
console.log(lines.length === 0 ? 'There is no such folder or file.' : lines.join('\n'));
if (lines.length === 0) process.exitCode = 1;

function report(): string {
  const summary = summarize(JSON.parse(readFileSync(`${root}.mutants/report.json`, 'utf8')), LISTED);
  const { killed, equivalent, unexplained, outdated } = summary;
  for (const { file, line, text, status, replacement } of unexplained) {
    console.log(`${file}:${String(line)} ${status}\n  - ${text}\n  + ${replacement.replaceAll(/\s+/gu, ' ')}`);
  }
  for (const { file, line, replacement } of outdated) {
    console.log(`build/mutants/equivalent.ts: no such mutant survives any more: ${file}: ${line} -> ${replacement}`);
  }
  if (unexplained.length + outdated.length > 0) process.exitCode = 1;
  const left = `${String(unexplained.length)} not explained`;
  return `${String(killed)} killed, ${String(equivalent)} equivalent, ${left}${outdated.length > 0 ? `, ${String(outdated.length)} outdated` : ''}`;
}
