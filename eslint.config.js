/** Lint rules. Where a rule guards the design, its message names the mend. Directive comments are off: mend the code, or the rule for all. */
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const TESTS = ['tests/**', '**/*.test.ts', '**/*.test.tsx'];
const PURE = ['shared/**', 'electron/app/**'];

/** Each library has one home, so that it can be exchanged in one place. */
const LIBRARIES = [
  { names: ['temporal-polyfill'], homes: ['shared/time.ts'], mend: 'Only shared/time.ts reckons with time: add what you need there.' },
  {
    names: ['electron'],
    homes: ['electron/platform/**', 'electron/ipc/**', 'electron/preload.ts', 'electron/main.ts'],
    mend: 'Only electron/platform, ipc, preload and main touch Electron: put it behind a port and hand it in.',
  },
  {
    names: ['undici', 'tough-cookie', 'http-cookie-agent', 'http-cookie-agent/*'],
    homes: ['electron/clouds/http/**'],
    mend: 'Only electron/clouds/http speaks HTTP: use its client.',
  },
  {
    names: ['keytar', 'electron-store'],
    homes: ['electron/storage/**'],
    mend: 'Only electron/storage stores: use SecretStore or SettingsStore.',
  },
  { names: ['node:sqlite'], homes: ['electron/storage/**'], mend: 'Only electron/storage opens the database: use HistoryStore.' },
  { names: ['node-cron'], homes: ['electron/scheduling/**'], mend: 'Only electron/scheduling runs schedules: hand in a Scheduler.' },
  { names: ['rotating-file-stream'], homes: ['electron/logging/**'], mend: 'Only electron/logging writes the log: hand in a Logger.' },
  {
    names: ['electron-updater', 'electron-updater/**', 'builder-util-runtime', 'builder-util-runtime/**'],
    homes: ['electron/updates/**'],
    mend: 'Only electron/updates renews the program: use the Updates port.',
  },
  {
    names: ['commander', '@inquirer/password'],
    homes: ['electron/cli/**', 'electron/cli.ts'],
    mend: 'Only electron/cli talks to a terminal: return data and let it print.',
  },
];
const NODE_WALL = {
  regex: '^(node:|(fs|path|os|crypto|http|https|net|url|util|events|child_process|stream|timers|worker_threads)(/|$))',
  message: 'This code runs without Node: put it behind a port in electron/app/ports and hand it in.',
};

/** `no-restricted-imports` for files that are the home of some libraries; options of one rule do not add up across blocks. */
function importRule(home, walls = []) {
  const patterns = LIBRARIES.filter(({ homes }) => !homes.includes(home)).map(({ names, mend }) => ({ group: names, message: mend }));
  return { 'no-restricted-imports': ['error', { patterns: [...patterns, ...walls] }] };
}
const HOMES = [...new Set(LIBRARIES.flatMap(({ homes }) => homes))].filter((home) => !home.startsWith('shared/'));

const NO_MODULE_STATE = [
  { selector: 'Program > VariableDeclaration[kind="let"]', message: 'No mutable state in a module: hold it in something with a lifetime.' },
  {
    selector: 'Program > ExportNamedDeclaration > VariableDeclaration[kind="let"]',
    message: 'No mutable state in a module: hold it in something with a lifetime.',
  },
];
const NO_OWN_TIME = [
  { selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]', message: 'Hand in a Clock and call nowMs().' },
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Hand in a Clock and call nowMs().' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Hand in a Clock and call nowMs().' },
  { selector: 'MemberExpression[object.name="Temporal"][property.name="Now"]', message: 'Hand in a Clock and call nowMs().' },
  {
    selector: 'CallExpression[callee.object.name="performance"][callee.property.name="now"]',
    message: 'Hand in a Clock and call uptimeMs().',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Hand in a Clock and call random(), or a PinSource for PINs.',
  },
];

export default defineConfig(
  globalIgnores(['build/walls/**', 'node_modules/', 'out/', 'release/', 'coverage/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      // Named, they are read once; found by the linter itself, file by file, they take half as long again.
      parserOptions: {
        project: ['tsconfig.lint.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions', 'methods'] }],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // There are no enums (erasableSyntaxOnly), and looking for them in every union of keys takes a sixth of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Our few classes hold something with a lifetime and are never stood in for by look-alikes; it would take another sixth.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Ports answer with promises; an adapter that needs none still declares itself async, so that it can only reject.
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['shared/**', 'electron/**', 'renderer/**', 'build/**', 'tests/**'],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 300],
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'no-restricted-syntax': ['error', ...NO_MODULE_STATE],
    },
  },
  {
    files: ['shared/**', 'electron/**', 'renderer/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...NO_MODULE_STATE, ...NO_OWN_TIME],
      ...importRule(null),
    },
  },
  {
    files: ['renderer/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  ...HOMES.map((home) => ({ files: [home], rules: importRule(home) })),
  { files: [...PURE, 'renderer/**'], rules: importRule(null, [NODE_WALL]) },
  { files: ['shared/time.ts'], rules: importRule('shared/time.ts', [NODE_WALL]) },
  { files: ['electron/scheduling/**', 'renderer/lib/clock.ts'], rules: { 'no-restricted-syntax': ['error', ...NO_MODULE_STATE] } },
  {
    files: TESTS,
    rules: {
      'no-console': 'off',
      'no-restricted-imports': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    },
  },
  { files: ['build/walls/**'], rules: { 'no-var': 'off' } },
  {
    files: ['**/*.cjs'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: { process: 'readonly', console: 'readonly', require: 'readonly', module: 'readonly', __dirname: 'readonly' },
    },
  },
);
