/** Builds the main process: out/main.js, with what it needs bundled; Electron and keytar stay outside. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { updateSourceOf } from './update-source.ts';

const source = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export default defineConfig({
  root: source('.'),
  logLevel: 'warn',
  publicDir: false,
  define: { LATCHKEY_UPDATE_SOURCE: JSON.stringify(updateSourceOf(process.env)) },
  // keytar holds a native module and stays a package; Electron is what runs this.
  ssr: { target: 'node', noExternal: true, external: ['electron', 'keytar'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: source('out'),
    // Other bundles stand there, too; `npm run build` clears the folder first.
    emptyOutDir: false,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: { main: source('electron/main.ts') },
      // Chunks apart from the command line's: only these go into the packed program's archive.
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'main/[name]-[hash].js' },
    },
  },
});
