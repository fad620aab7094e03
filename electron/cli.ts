#!/usr/bin/env node
/** The command line's front door. Imports next to nothing, so that `--version` is quick and an old Node gets a clear line instead of a crash. */
import { refuseOldNode } from './environment/node-version.ts';
import { readVersion } from './compose/read-version.ts';

/** Long enough for slow output; the process ends by itself unless something was left open. */
const LINGER_MS = 3_000;

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
  setTimeout(() => process.exit(), LINGER_MS).unref();
}
