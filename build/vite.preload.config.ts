/** Builds the preload script, out/preload.cjs: one CommonJS file, because a sandboxed preload can load no other modules. */
import { defineConfig } from 'vite';
import { nodeBundle, source } from './vite-shared.ts';

export default defineConfig(
  nodeBundle({
    target: 'chrome140',
    input: { preload: source('electron/preload.ts') },
    external: ['electron'],
    output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
  }),
);
