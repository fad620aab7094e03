/** Builds the main process, out/main.js, with all packages but Electron and keytar. */
import { defineConfig } from 'vite';
import { updateSourceOf } from './update-source.ts';
import { nodeBundle, source } from './vite-shared.ts';

export default defineConfig({
  ...nodeBundle({
    target: 'node24',
    input: { main: source('electron/main.ts') },
    // keytar contains a native module, which cannot be bundled.
    external: ['electron', 'keytar'],
    // In a folder of its own, from which the packager takes the chunks.
    output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'main/[name]-[hash].js' },
  }),
  define: { LATCHKEY_UPDATE_SOURCE: JSON.stringify(updateSourceOf(process.env)) },
});
