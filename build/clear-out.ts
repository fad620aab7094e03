/** Empties out/ before a full build. The bundles share that folder, so none of them may clear it. */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

rmSync(fileURLToPath(new URL('../out', import.meta.url)), { recursive: true, force: true });
