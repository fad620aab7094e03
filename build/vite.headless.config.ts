/** Builds the entry points without a window, out/cli.js and out/demo.js. Everything is bundled, so that starting reads few files. */
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { nodeBundle, SMALLER_PACKAGES, source } from './vite-shared.ts';

/** Writes the package.json of the installed command line, which the packager copies. */
const cliManifest: Plugin = {
  name: 'cli-manifest',
  generateBundle() {
    const { name, version, license, type } = JSON.parse(readFileSync(source('package.json'), 'utf8')) as Record<string, unknown>;
    const manifest = { name, version, private: true, license, type, bin: 'cli.js', engines: { node: '>=22.19' } };
    this.emitFile({ type: 'asset', fileName: 'cli-package.json', source: `${JSON.stringify(manifest, null, 2)}\n` });
  },
};

export default defineConfig({
  ...nodeBundle({
    target: 'node22',
    input: { cli: source('electron/cli.ts'), demo: source('electron/demo.ts') },
    // keytar contains a native module, which cannot be bundled.
    external: ['keytar'],
    output: {
      format: 'es',
      entryFileNames: '[name].js',
      // Imports on demand are separate files: `--version` must not load the engine.
      chunkFileNames: 'chunks/[name]-[hash].js',
    },
  }),
  plugins: [cliManifest],
  resolve: { alias: [...SMALLER_PACKAGES, { find: 'electron', replacement: source('build/no-electron.ts') }] },
});
