/** Who may import whom: the table of docs/architecture.md, one rule per row. build/check-dependencies.ts runs it. */
import type { IConfiguration, IForbiddenRuleType } from 'dependency-cruiser';

const TESTS = '(^tests/|\\.test\\.tsx?$)';

/** Files under `from` (tests aside) may import what matches one of `may`; anything else is an error whose comment names the mend. */
function row(name: string, from: string, may: string[], comment: string, except: readonly string[] = []): IForbiddenRuleType {
  return { name, severity: 'error', comment, from: { path: from, pathNot: [TESTS, ...except] }, to: { pathNot: may } };
}

/** A package as the cruiser sees it: where it is installed, or its bare name where it is not. */
function library(...names: readonly string[]): string[] {
  return names.map((name) => `(^|/)node_modules/${name}/|^${name}$`);
}
const NODE =
  '^(node:)?(assert|async_hooks|buffer|child_process|crypto|dns|events|fs|http|https|net|os|path|perf_hooks|process|readline|sqlite|stream|string_decoder|timers|tls|tty|url|util|v8|worker_threads|zlib)(/|$)';
const SHARED = '^shared/';
const PORTS = '^electron/app/ports/';

/** Own folder, ports, shared, Node, and the libraries that have their home there. */
function adapter(folder: string, libraries: readonly string[], further: readonly string[] = []): IForbiddenRuleType {
  return row(
    `electron-${folder.replace('/', '-')}`,
    `^electron/${folder}/`,
    [`^electron/${folder}/`, PORTS, SHARED, NODE, ...library('zod', ...libraries), ...further],
    'An adapter sees ports, shared, Node and its own library. Take the rest as an argument; electron/compose hands it in.',
  );
}

const forbidden: IForbiddenRuleType[] = [
  { name: 'no-circles', severity: 'error', comment: 'Move what both need into a third file.', from: {}, to: { circular: true } },
  {
    name: 'resolvable',
    severity: 'error',
    comment: 'The import leads nowhere: mend the path (with its extension) or add the dependency.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^electron$' },
  },
  {
    name: 'not-from-dev',
    severity: 'error',
    comment: 'Shipped code needs its libraries under "dependencies".',
    from: { path: '^(shared|electron|renderer)/', pathNot: TESTS },
    to: { dependencyTypes: ['npm-dev'], pathNot: library('electron', 'preact') },
  },
  {
    name: 'nothing-imports-tests',
    severity: 'error',
    comment: 'Move what both need out of the test.',
    from: { path: '^(shared|electron|renderer|build)/', pathNot: TESTS },
    to: { path: TESTS },
  },
  row(
    'shared',
    '^shared/',
    [SHARED, ...library('zod', 'temporal-polyfill')],
    'shared runs anywhere: no Node, no DOM, no Electron, zod as the one library.',
  ),
  {
    name: 'temporal-in-one-file',
    severity: 'error',
    comment: 'Only shared/time.ts reckons with time: add what you need there.',
    from: { pathNot: ['^shared/time\\.ts$', TESTS] },
    to: { path: library('temporal-polyfill') },
  },
  row(
    'electron-app',
    '^electron/app/',
    ['^electron/app/', SHARED],
    'Use cases see ports and shared only: put the need behind a port in electron/app/ports.',
  ),
  adapter('clouds/http', ['undici', 'tough-cookie', 'http-cookie-agent']),
  adapter('clouds/smoobu', [], ['^electron/clouds/http/']),
  adapter('clouds/the-keys', [], ['^electron/clouds/http/']),
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
    'The demo clouds see ports, shared and Node. What the demo command needs beyond that belongs into electron/demo/command.',
    ['^electron/demo/command/'],
  ),
  row(
    'electron-demo-command',
    '^electron/demo/command/',
    ['^electron/(demo|compose|cli/render|app)/', SHARED, NODE],
    'The demo command sees the demo clouds, what electron/compose builds, and how the command line prints.',
  ),
  row(
    'electron-environment',
    '^electron/environment/',
    ['^electron/environment/', PORTS, SHARED, NODE, '^electron/clouds/http/origin\\.ts$', '^electron/storage/keychain/secret-codecs\\.ts$'],
    'Reading the environment needs ports, shared and how addresses and keys are checked: hand the rest in.',
  ),
  adapter('platform', ['electron'], ['^electron/app/', '^electron/ipc/']),
  adapter('ipc', ['electron'], ['^electron/app/']),
  row(
    'electron-config-file',
    '^electron/config-file/',
    ['^electron/config-file/', '^electron/app/', SHARED, ...library('yaml', 'zod')],
    'Reading the older tool’s file needs its text only: hand the text in.',
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
    'The command line sees use cases and what electron/compose builds: let it build the adapter and hand it over.',
  ),
  row(
    'electron-preload',
    '^electron/preload\\.ts$',
    ['^shared/ipc/channels\\.ts$', ...library('electron')],
    'The sandboxed preload is one small file: channels and electron only.',
  ),
  row(
    'renderer',
    '^renderer/',
    ['^renderer/', SHARED, ...library('preact')],
    'The window reaches the program over the bridge in renderer/lib only.',
  ),
  {
    name: 'renderer-contract-types-only',
    severity: 'error',
    comment: 'These files load zod, which the window does without: use `import type`.',
    from: { path: '^renderer/', pathNot: TESTS },
    to: { path: '^shared/(ipc/|domain/(?!(ids|code|demo)\\.ts$))', dependencyTypesNot: ['type-only'] },
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
