/** The import rules: one per row of the table in docs/architecture.md. Run by build/check-dependencies.ts. */
import type { IConfiguration, IForbiddenRuleType } from 'dependency-cruiser';

const TESTS = '(^tests/|\\.test\\.tsx?$)';

/** Files under `from`, except tests, may import only what matches one of `may`. The comment says how to fix a violation. */
function row(name: string, from: string, may: string[], comment: string, except: readonly string[] = []): IForbiddenRuleType {
  return { name, severity: 'error', comment, from: { path: from, pathNot: [TESTS, ...except] }, to: { pathNot: may } };
}

/** How dependency-cruiser names a package: by its installed path, or by its bare name when it is not installed. */
function library(...names: readonly string[]): string[] {
  return names.map((name) => `(^|/)node_modules/${name}/|^${name}$`);
}
const NODE =
  '^(node:)?(assert|async_hooks|buffer|child_process|crypto|dns|events|fs|http|https|net|os|path|perf_hooks|process|readline|sqlite|stream|string_decoder|timers|tls|tty|url|util|v8|worker_threads|zlib)(/|$)';
const SHARED = '^shared/';
const PORTS = '^electron/app/ports/';

/** An adapter may import its own folder, ports, shared, Node, and the libraries used only there. */
function adapter(folder: string, libraries: readonly string[], further: readonly string[] = []): IForbiddenRuleType {
  return row(
    `electron-${folder.replace('/', '-')}`,
    `^electron/${folder}/`,
    [`^electron/${folder}/`, PORTS, SHARED, NODE, ...library('zod', ...libraries), ...further],
    'Adapters may import ports, shared, Node and their own library. Take anything else as an argument, which electron/compose passes in.',
  );
}

const forbidden: IForbiddenRuleType[] = [
  { name: 'no-circles', severity: 'error', comment: 'Move what both files need into a third one.', from: {}, to: { circular: true } },
  {
    name: 'resolvable',
    severity: 'error',
    comment: 'The import cannot be resolved: fix the path (with its extension) or add the dependency.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^electron$' },
  },
  {
    name: 'not-from-dev',
    severity: 'error',
    comment: 'Move the library from devDependencies to dependencies: shipped code uses it.',
    from: { path: '^(shared|electron|renderer)/', pathNot: TESTS },
    to: { dependencyTypes: ['npm-dev'], pathNot: library('electron', 'preact', '@github/combobox-nav') },
  },
  {
    name: 'nothing-imports-tests',
    severity: 'error',
    comment: 'Move what both files need out of the test.',
    from: { path: '^(shared|electron|renderer|build)/', pathNot: TESTS },
    to: { path: TESTS },
  },
  row(
    'shared',
    '^shared/',
    [SHARED, ...library('zod', 'temporal-polyfill')],
    'shared runs everywhere: no Node, no DOM, no Electron, and zod as its only library.',
  ),
  {
    name: 'temporal-in-one-file',
    severity: 'error',
    comment: 'Only shared/time.ts calculates with time: add what you need there.',
    from: { pathNot: ['^shared/time\\.ts$', TESTS] },
    to: { path: library('temporal-polyfill') },
  },
  row(
    'electron-app',
    '^electron/app/',
    ['^electron/app/', SHARED],
    'Use cases may import ports and shared only: put what you need behind a port in electron/app/ports.',
  ),
  adapter('clouds/http', ['undici', 'tough-cookie', 'http-cookie-agent']),
  adapter('clouds/smoobu', [], ['^electron/clouds/http/']),
  adapter('clouds/the-keys', [], ['^electron/clouds/http/']),
  adapter('clouds/watchdog', [], ['^electron/clouds/http/']),
  adapter('storage', ['electron-store', 'keytar']),
  adapter('scheduling', ['node-cron']),
  adapter('logging', ['rotating-file-stream'], ['^electron/storage/private-files\\.ts$']),
  adapter(
    'updates',
    ['electron-updater', 'builder-util-runtime'],
    ['^electron/app/updates/update-policy\\.ts$', '^electron/storage/private-files\\.ts$'],
  ),
  row(
    'electron-demo',
    '^electron/demo/',
    ['^electron/demo/', PORTS, SHARED, NODE, ...library('zod')],
    'The demo clouds may import ports, shared and Node. What the demo command needs beyond that belongs in electron/demo/command.',
    ['^electron/demo/command/'],
  ),
  row(
    'electron-demo-command',
    '^electron/demo/command/',
    ['^electron/(demo|compose|cli/render|app)/', SHARED, NODE],
    'The demo command may import the demo clouds, electron/compose and the rendering of the command line.',
  ),
  row(
    'electron-environment',
    '^electron/environment/',
    [
      '^electron/environment/',
      PORTS,
      SHARED,
      NODE,
      '^electron/clouds/(http/origin|watchdog/address)\\.ts$',
      '^electron/storage/keychain/secret-codecs\\.ts$',
    ],
    'Reading the environment needs ports, shared, and the checks of addresses and keys: pass anything else in.',
  ),
  adapter('platform', ['electron'], ['^electron/app/', '^electron/ipc/']),
  adapter('ipc', ['electron'], ['^electron/app/']),
  row(
    'electron-config-file',
    '^electron/config-file/',
    ['^electron/config-file/', '^electron/app/', SHARED, ...library('smol-toml', 'yaml', 'zod')],
    'Reading the configuration file of the older tool needs only its text: pass the text in.',
  ),
  row(
    'electron-cli',
    '^electron/(cli/|cli\\.ts$)',
    [
      '^electron/(cli|app|config-file)/',
      '^electron/(compose|environment)/',
      SHARED,
      NODE,
      ...library('zod', 'commander', 'cli-table3', 'fast-(string-width|wrap-ansi)', '@inquirer/[^/]+'),
    ],
    'The command line may import use cases and electron/compose: create the adapter there and pass it in.',
  ),
  row(
    'electron-preload',
    '^electron/preload\\.ts$',
    ['^shared/ipc/channels\\.ts$', ...library('electron')],
    'The preload is one small file: it may import the channels and electron only.',
  ),
  row(
    'renderer',
    '^renderer/',
    ['^renderer/', SHARED, ...library('preact', '@github/combobox-nav')],
    'The window communicates with the program through the bridge in renderer/lib only.',
  ),
  {
    name: 'renderer-contract-types-only',
    severity: 'error',
    comment: 'These files load zod, which the window does not use: use `import type`.',
    from: { path: '^renderer/', pathNot: TESTS },
    to: { path: '^shared/(ipc/|domain/(?!(ids|code|demo|run-askers)\\.ts$))', dependencyTypesNot: ['type-only'] },
  },
];

export const rules = {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|release|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.cjs', '.mjs', '.json'],
    },
  },
} satisfies IConfiguration;
