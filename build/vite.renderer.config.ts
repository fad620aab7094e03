/** Builds the window's page, out/renderer, served as app://latchkey. Nothing is inlined, because its content policy allows no inline code. */
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { source } from './vite-shared.ts';

/** Most windows open with it. */
const FIRST_VIEW = source('renderer/views/today/today.tsx');

/**
 * Names in the page all files that it opens with, so that the browser asks for them at once, and not for each after the one that imports it.
 */
const preloadFirstFiles: Plugin = {
  name: 'preload-first-files',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const names = new Set(
        chunks.filter(({ isEntry, facadeModuleId }) => isEntry || facadeModuleId === FIRST_VIEW).map(({ fileName }) => fileName),
      );
      // What is added meanwhile has its turn, too.
      for (const name of names) chunks.find(({ fileName }) => fileName === name)?.imports.forEach((imported) => names.add(imported));
      return chunks
        .filter(({ fileName, isEntry }) => names.has(fileName) && !isEntry)
        .map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` },
          injectTo: 'head',
        }));
    },
  },
};

export default defineConfig({
  root: source('renderer'),
  // The page is served from the root.
  base: '/',
  logLevel: 'warn',
  publicDir: false,
  plugins: [preloadFirstFiles],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'chrome140',
    outDir: source('out/renderer'),
    emptyOutDir: true,
    sourcemap: false,
    // Otherwise small images become data: URLs, which the content policy forbids.
    assetsInlineLimit: 0,
    // Its helper uses fetch, which the content policy forbids, and it would name nothing that is loaded by `import()`.
    modulePreload: false,
    // One file for the code all views share, instead of many small ones that are requested separately.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'kit', test: /node_modules|renderer[\\/](ui|lib)[\\/]|shared[\\/](?!i18n|licences)/ }] },
      },
    },
  },
});
