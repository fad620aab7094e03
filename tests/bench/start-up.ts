/** How long the built command line takes from nothing to its end, beside a Node that does nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './child.ts';
import { median } from './measure.ts';
import type { Part } from './measure.ts';

const CLI = fileURLToPath(new URL('../../out/cli.js', import.meta.url));
const AIM = { name: 'aim', value: 200 };
const TIMES = 10;

export const startUp: Part = {
  name: 'start-up',
  about: 'start-up of the built command line, median of ten',
  async measure() {
    const home = mkdtempSync(join(tmpdir(), 'latchkey-bench-'));
    try {
      const samples = { nothing: [] as number[], version: [] as number[], status: [] as number[] };
      // In turns, so that a busy moment of the machine meets all three.
      for (let index = 0; index < TIMES; index += 1) {
        samples.nothing.push((await run(['-e', '0'])).takenMs);
        samples.version.push((await run([CLI, '--version'])).takenMs);
        samples.status.push((await run([CLI, 'status'], { environment: { LATCHKEY_HOME: join(home, String(index)) } })).takenMs);
      }
      const nothing = { name: 'node -e 0', value: median(samples.nothing) };
      const version = median(samples.version);
      const status = median(samples.status);
      return [
        { what: 'start-up, --version', value: version, unit: 'ms', against: AIM },
        { what: 'start-up, --version', value: version, unit: 'ms', against: nothing },
        { what: 'start-up, status in an empty home', value: status, unit: 'ms', against: nothing },
      ];
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  },
};
