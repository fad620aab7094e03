/** Builds the window's page: out/renderer, served under app://latchkey. Nothing inline, since its content policy allows none. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const source = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

export default defineConfig({
  root: source('renderer'),
  // Names that start at the root of the user, as the page is served from there.
  base: '/',
  logLevel: 'warn',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'chrome140',
    outDir: source('out/renderer'),
    emptyOutDir: true,
    sourcemap: false,
    // Small pictures would become data: addresses.
    assetsInlineLimit: 0,
    // Its helper fetches, which the content policy forbids; one bundle needs no preloading.
    modulePreload: false,
    // Many small files that all views share would be asked for one by one, and compress worse.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'kit', test: /node_modules|renderer[\\/](ui|lib)[\\/]|shared[\\/](?!i18n|licences)/ }] },
      },
    },
  },
});
