/** Tests run on Node alone; what needs Electron itself is in tests/host. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './build/longest-first.ts';

const source = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

// Tests start some hundred processes, which compile the same modules: all but the first take them from here.
process.env.NODE_COMPILE_CACHE ??= source('./node_modules/.cache/compiled');

const INSIDE = [
  'shared/**/*.test.ts',
  'electron/**/*.test.ts',
  'renderer/**/*.test.ts',
  ...['docs', 'engine', 'reconcile'].map((folder) => `tests/${folder}/**/*.test.ts`),
];

export default defineConfig(({ mode }) => ({
  test: {
    environment: 'node',
    // `npm run test:scenes`
    env: { EVERY_SCENE: String(mode === 'every-scene') },
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
    // By Node itself, as the command line runs from its sources: nothing is bundled or transformed for tests.
    experimental: { viteModuleRunner: false },
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', new URL('build/without-electron.ts', import.meta.url).href],
    reporters: ['default', './build/closing-line-reporter.ts'],
    passWithNoTests: false,
    // Journeys mostly wait for windows and clouds: with one worker per core, cores would be idle.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    // Generous, so that a slow test does not fail on a busy machine.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
  },
}));
