/**
 * `npm run mutants`: changes the planner and the run in thousands of small ways, and fails when the tests notice one of them nowhere and
 * `equivalent.ts` does not say why. Only what changed since the last time is tried again; `-- --force` tries everything, and
 * `-- --mutate "shared/reconcile/stay/*.ts"` only these files.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { EQUIVALENT } from './equivalent.ts';
import { summarize } from './summary.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

function start(command: string, args: readonly string[], cwd: string): void {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

// Tests are never changed, whatever is asked for.
const asked = process.argv.slice(2).map((arg, index, all) => (all[index - 1] === '--mutate' ? `${arg},!**/*.test.ts` : arg));
// Among other packages, where checks of our own sources do not look. `--legacy-peer-deps`: vitest is the project's own.
const tool = `${root}node_modules/.cache/mutants/`;
mkdirSync(tool, { recursive: true });
for (const file of ['package.json', 'package-lock.json']) copyFileSync(here + file, tool + file);
start('npm', ['ci', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'], tool);
start(process.execPath, [`${tool}node_modules/@stryker-mutator/core/bin/stryker.js`, 'run', `${here}stryker.config.json`, ...asked], root);

const summary = summarize(JSON.parse(readFileSync(`${root}.mutants/report.json`, 'utf8')), EQUIVALENT);
for (const { file, line, text, status, replacement } of summary.unexplained) {
  console.log(`${file}:${String(line)} ${status}\n  - ${text}\n  + ${replacement.replaceAll(/\s+/gu, ' ')}`);
}
for (const { file, line, replacement } of summary.outdated) {
  console.log(`build/mutants/equivalent.ts: no such mutant survives any more: ${file}: ${line} -> ${replacement}`);
}
console.log(
  `${String(summary.killed)} killed, ${String(summary.equivalent)} equivalent, ${String(summary.unexplained.length)} not explained`,
);
process.exitCode = summary.unexplained.length + summary.outdated.length === 0 ? 0 : 1;
