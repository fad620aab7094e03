#!/usr/bin/env node
/** The command line's entry. Imports almost nothing, so that `--version` is fast and an old Node gets a clear message instead of a crash. */
import { refuseOldNode } from './environment/node-version.ts';
import { readVersion } from './compose/read-version.ts';

/** Time for slow output; the process ends by itself unless something was left open. */
const EXIT_DELAY_MS = 3_000;

const words = process.argv.slice(2);
const refusal = refuseOldNode(process.versions.node);
if (refusal !== null) {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 2;
} else if (words.length === 1 && words[0] === '--version') {
  process.stdout.write(`${readVersion()}\n`);
} else {
  const [{ runCommandLine }, { createProcessWorld }] = await Promise.all([import('./cli/main.ts'), import('./cli/process-world.ts')]);
  process.exitCode = await runCommandLine(
    words,
    createProcessWorld(readVersion(), async (options) => (await import('./compose/headless.ts')).openBackend(options)),
  );
  setTimeout(() => process.exit(), EXIT_DELAY_MS).unref();
}
