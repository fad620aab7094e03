/** `npm run soak`: only the files named *.soak.ts under tests/, without a time limit. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import ordinary from '../vitest.config.ts';

export default defineConfig((environment) => {
  const { projects: _projects, ...others } = ordinary(environment).test ?? {};
  return {
    root: fileURLToPath(new URL('..', import.meta.url)),
    test: { ...others, include: ['tests/**/*.soak.ts'], testTimeout: 0, env: { LATCHKEY_SOAK: '1' } },
  };
});
