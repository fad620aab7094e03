/** Tests run on Node alone; whatever needs Electron itself stands in tests/host. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import type { Plugin } from 'vite';
import { LongestFirst } from './build/longest-first.ts';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** electron-store imports Electron but works without; our own code must not get that far. */
const electronInTests: Plugin = {
  name: 'electron-in-tests',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id !== 'electron') return null;
    return source(importer?.includes('/node_modules/electron-store/') ? './build/no-electron.ts' : './build/electron-missing.ts');
  },
};

// Tests start some hundred processes, which compile the same modules: all but the first take them from here.
process.env.NODE_COMPILE_CACHE ??= source('./node_modules/.cache/compiled');

const INSIDE = [
  'shared/**/*.test.ts',
  'electron/**/*.test.ts',
  'renderer/**/*.test.ts',
  ...['docs', 'engine', 'reconcile'].map((folder) => `tests/${folder}/**/*.test.ts`),
];

export default defineConfig({
  plugins: [electronInTests],
  test: {
    environment: 'node',
    projects: [
      // Processes, browsers, keychains.
      {
        extends: true,
        test: {
          name: 'outside',
          include: ['tests/**/*.test.ts'],
          exclude: INSIDE,
          globalSetup: ['tests/host/prepare-browser.ts', 'tests/window/prepare-window.ts'],
        },
      },
      // Functions of what they are given.
      { extends: true, test: { name: 'inside', include: INSIDE } },
    ],
    // The files of a project share their processes, and with them compiled modules and a browser.
    isolate: false,
    server: { deps: { inline: ['electron-store'] } },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    reporters: ['default', './build/closing-line-reporter.ts'],
    passWithNoTests: false,
    // Journeys mostly wait for windows and clouds: one worker a core would leave cores idle.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Generous: two busy cores must not make a slow test a red one.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
});
