/** The demo's entry: `npm run demo`. Imports almost nothing, so that an old Node gets a clear message instead of a crash. */
import { refuseOldNode } from './environment/node-version.ts';

const refusal = refuseOldNode(process.versions.node);
if (refusal === null) {
  const { runDemoCommand } = await import('./demo/command/main.ts');
  process.exitCode = await runDemoCommand(process.argv.slice(2));
} else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 2;
}
