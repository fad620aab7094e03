/** Builds the front doors without a window: out/cli.js and out/demo.js, with what they need bundled, keytar aside. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const source = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** What stands beside the command line where it is installed: its version, and that its files are modules. The packager copies it. */
const manifestOfItsOwn: Plugin = {
  name: 'manifest-of-its-own',
  generateBundle() {
    const { name, version, license, type } = JSON.parse(readFileSync(source('package.json'), 'utf8')) as Record<string, unknown>;
    const manifest = { name, version, private: true, license, type, bin: 'cli.js', engines: { node: '>=22.19' } };
    this.emitFile({ type: 'asset', fileName: 'cli-package.json', source: `${JSON.stringify(manifest, null, 2)}\n` });
  },
};

export default defineConfig({
  root: source('.'),
  plugins: [manifestOfItsOwn],
  logLevel: 'warn',
  publicDir: false,
  resolve: { alias: { electron: source('build/no-electron.ts') } },
  // Everything is bundled so that start-up reads few files; keytar holds a native module and stays a package.
  ssr: { target: 'node', noExternal: true, external: ['keytar'] },
  build: {
    ssr: true,
    ssrEmitAssets: true,
    target: 'node22',
    outDir: source('out'),
    // The app's bundles stand there, too; `npm run build` clears the folder first.
    emptyOutDir: false,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: { cli: source('electron/cli.ts'), demo: source('electron/demo.ts') },
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        // What an entry imports on demand stays apart: `--version` must not load the engine.
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
});
