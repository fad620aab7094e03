/** A folder that electron-builder takes for Electron for Linux: the expected files, and a binary that contains only fuses. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The byte sequence before the fuses in Electron's binary. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const VERSION = 1;
/** Electron's defaults, in the order of @electron/fuses: 1 is on, 0 is off. */
const AS_SHIPPED = '101100011';

const FILES = {
  LICENSE: 'licence of Electron',
  'LICENSES.chromium.html': 'licences of Chromium',
  'chrome-sandbox': 'sandbox',
  chrome_crashpad_handler: 'crash handler',
  'icudtl.dat': 'data',
  'v8_context_snapshot.bin': 'data',
  ...Object.fromEntries(['en-US', 'en-GB', 'fr', 'de', 'pl', 'es', 'pt-BR'].map((name) => [`locales/${name}.pak`, name])),
};

export function makeStandinDistribution(folder: string, electronVersion: string): void {
  for (const [name, content] of Object.entries({ ...FILES, version: electronVersion })) {
    const file = join(folder, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
  }
  const wire = [Buffer.from(SENTINEL), Buffer.from([VERSION, AS_SHIPPED.length]), Buffer.from(AS_SHIPPED)];
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(64), ...wire, Buffer.alloc(64)]), { mode: 0o755 });
}
