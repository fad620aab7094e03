/** `npm run unused`: finds unused files, exports, types and dependencies. Every exception has its reason. */
import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    // Loaded by electron-builder.yml.
    'build/node-modules-by-hand.cjs',
    // Takes the place of a package in the bundles.
    'build/undici-client.cjs',
    // Loaded by the mutation testing tool.
    'build/mutants/runner.ts',
    'build/mutants/survivors.ts',
    'build/mutants/thread.ts',
    'build/mutants/suite.ts',
    // Built or loaded by path when the tests start a host.
    'tests/conformance/fixture/main.ts',
    'tests/conformance/fixture/preload.cjs',
    'tests/conformance/fixture/page/page.js',
    'tests/host/electron/recorded.mjs',
    // Built by tests/window/controls.test.ts.
    'renderer/controls/controls.tsx',
    // Imported by name from a list of the folder.
    'tests/window/scenes/*.ts',
  ],
  project: ['**/*.{ts,tsx,js,cjs,mjs}'],
  ignoreDependencies: [
    // Imported in a child process by tests/host/bundled-browser.ts.
    '@sparticuz/chromium',
  ],
  ignoreBinaries: [
    // Installed on the machine; the keychain tests are skipped without them.
    'dbus-daemon',
    'gnome-keyring-daemon',
  ],
};

export default config;
