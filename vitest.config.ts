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
      // Functions of what they are given: files share a process, which saves two thirds of their time.
      { extends: true, test: { name: 'inside', isolate: false, include: INSIDE } },
      // Processes, browsers, keychains, environments: each file has a process of its own.
      { extends: true, test: { name: 'outside', include: ['tests/**/*.test.ts'], exclude: INSIDE } },
    ],
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
