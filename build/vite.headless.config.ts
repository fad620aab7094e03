/** Builds the front doors without a window: out/cli.js and out/demo.js, with what they need bundled, keytar aside. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const source = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export default defineConfig({
  root: source('.'),
  logLevel: 'warn',
  publicDir: false,
  resolve: { alias: { electron: source('build/no-electron.ts') } },
  // Everything is bundled so that start-up reads few files; keytar holds a native module and stays a package.
  ssr: { target: 'node', noExternal: true, external: ['keytar'] },
  build: {
    ssr: true,
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
