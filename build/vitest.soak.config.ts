/** `npm run soak`: only the files named *.soak.ts under tests/, without a time limit. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import ordinary from '../vitest.config.ts';

const { projects: _projects, ...others } = ordinary.test ?? {};

export default defineConfig({
  ...ordinary,
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: { ...others, include: ['tests/**/*.soak.ts'], testTimeout: 0, env: { LATCHKEY_SOAK: '1' } },
});
