/** Empties out/ before a whole build: the bundles stand beside each other there, so none of them may do it. */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

rmSync(fileURLToPath(new URL('../out', import.meta.url)), { recursive: true, force: true });
