/** Builds the window's page, out/renderer, served as app://latchkey. Nothing is inlined, because its content policy allows no inline code. */
import { defineConfig } from 'vite';
import { source } from './vite-shared.ts';

export default defineConfig({
  root: source('renderer'),
  // The page is served from the root.
  base: '/',
  logLevel: 'warn',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'chrome140',
    outDir: source('out/renderer'),
    emptyOutDir: true,
    sourcemap: false,
    // Otherwise small images become data: URLs, which the content policy forbids.
    assetsInlineLimit: 0,
    // Its helper uses fetch, which the content policy forbids.
    modulePreload: false,
    // One file for the code all views share, instead of many small ones that are requested separately.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'kit', test: /node_modules|renderer[\\/](ui|lib)[\\/]|shared[\\/](?!i18n|licences)/ }] },
      },
    },
  },
});
