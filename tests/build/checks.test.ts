/** The checks of `npm run check` as tests, so that they use the time in which other tests wait, and a finding fails the run. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Lint checks the types as well. */
const MAX_MS = 300_000;

/** The scripts that `npm run check` runs, by name. */
const CHECKS = manifest.scripts.check.split(' ').filter((word) => word in manifest.scripts);

it('there are checks', () => expect(CHECKS.length).toBeGreaterThan(3));

it.each(CHECKS)('npm run %s finds nothing', { timeout: MAX_MS }, async (name) => {
  const { NO_COLOR: _, ...env } = process.env;
  const child = spawn(process.execPath, ['--run', name], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (output += part.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`npm run ${name} ended with ${String(code)}:\n${output}`);
});
