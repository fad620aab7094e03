/** Builds the main process, out/main.js, with all packages but Electron and keytar. */
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { updateSourceOf } from './update-source.ts';
import { nodeBundle, source } from './vite-shared.ts';

/**
 * With Electron at hand, electron-store answers every page on a channel of its own, without checking who asks. It is the same store without,
 * given an absolute folder.
 */
const storeWithoutChannel: Plugin = {
  name: 'store-without-channel',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === 'electron' && importer?.includes('/node_modules/electron-store/') === true ? source('build/no-electron.ts') : null,
};

export default defineConfig({
  ...nodeBundle({
    target: 'node24',
    input: { main: source('electron/main.ts') },
    // keytar contains a native module, which cannot be bundled.
    external: ['electron', 'keytar'],
    // In a folder of its own, from which the packager takes the chunks.
    output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'main/[name]-[hash].js' },
  }),
  plugins: [storeWithoutChannel],
  define: { LATCHKEY_UPDATE_SOURCE: JSON.stringify(updateSourceOf(process.env)) },
});
