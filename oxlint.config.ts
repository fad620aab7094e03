/**
 * Lint rules, with type information, and the type errors of each folder's own tsconfig.json. Where a rule guards the design, its message says
 * how to fix it. Fix the code, or change the rule for everyone: tests/build/lint-messages.test.ts finds comments that switch rules off.
 */
import { defineConfig } from 'oxlint';
import type { OxlintOverride } from 'oxlint';

// The types of all files fit into memory: collecting garbage on the way takes a third of the time.
process.env.GOGC ??= 'off';
process.env.GOMEMLIMIT ??= '3GiB';

type Rules = NonNullable<OxlintOverride['rules']>;

const TESTS = ['tests/**', '**/*.test.ts', '**/*.test.tsx'];
const PURE = ['shared/**', 'electron/app/**'];

/** Each library is used in one place, so that it can be replaced there. */
const LIBRARIES = [
  { names: ['temporal-polyfill'], homes: ['shared/time.ts'], fix: 'Only shared/time.ts calculates with time: add what you need there.' },
  {
    names: ['electron'],
    homes: ['electron/platform/**', 'electron/ipc/**', 'electron/preload.ts', 'electron/main.ts'],
    fix: 'Only electron/platform, ipc, preload and main touch Electron: put it behind a port and pass it in.',
  },
  {
    names: ['undici', 'tough-cookie', 'http-cookie-agent', 'http-cookie-agent/*'],
    homes: ['electron/clouds/http/**'],
    fix: 'Only electron/clouds/http speaks HTTP: use its client.',
  },
  {
    names: ['keytar', 'electron-store'],
    homes: ['electron/storage/**'],
    fix: 'Only electron/storage stores: use SecretStore or SettingsStore.',
  },
  { names: ['node:sqlite'], homes: ['electron/storage/**'], fix: 'Only electron/storage opens the database: use HistoryStore.' },
  { names: ['node-cron'], homes: ['electron/scheduling/**'], fix: 'Only electron/scheduling runs schedules: pass in a Scheduler.' },
  { names: ['rotating-file-stream'], homes: ['electron/logging/**'], fix: 'Only electron/logging writes the log: pass in a Logger.' },
  {
    names: ['electron-updater', 'electron-updater/**', 'builder-util-runtime', 'builder-util-runtime/**'],
    homes: ['electron/updates/**'],
    fix: 'Only electron/updates updates the program: use the Updates port.',
  },
  {
    names: ['commander', '@inquirer/password'],
    homes: ['electron/cli/**', 'electron/cli.ts'],
    fix: 'Only electron/cli talks to a terminal: return data and let it print.',
  },
];
const NO_NODE = {
  regex: '^(node:|(fs|path|os|crypto|http|https|net|url|util|events|child_process|stream|timers|worker_threads)(/|$))',
  message: 'This code runs without Node: put it behind a port in electron/app/ports and pass it in.',
};

/** `no-restricted-imports` for files that are the home of some libraries; the options of overrides are not merged. */
function importRule(home: string | null, walls: readonly object[] = []): Rules {
  const patterns = LIBRARIES.filter(({ homes }) => home === null || !homes.includes(home));
  const messages = patterns.map(({ names, fix }) => ({ group: names, message: fix }));
  return { 'no-restricted-imports': ['error', { patterns: [...messages, ...walls] }] };
}
const HOMES = [...new Set(LIBRARIES.flatMap(({ homes }) => homes))].filter((home) => !home.startsWith('shared/'));

const all = (names: string): Rules => Object.fromEntries(names.split(/\s+/).map((name) => [name, 'error']));

/** ESLint's recommended rules that are not in the category below. */
const RECOMMENDED = all(
  `no-case-declarations no-empty no-fallthrough no-prototype-builtins no-regex-spaces no-unexpected-multiline preserve-caught-error no-undef
  no-useless-assignment`,
);
/** The strict and stylistic rules of typescript-eslint that are not in the category below. */
const STRICT = all(
  `no-var prefer-const prefer-rest-params prefer-spread no-array-constructor no-useless-constructor typescript/ban-ts-comment typescript/no-deprecated typescript/no-dynamic-delete typescript/no-empty-object-type typescript/no-explicit-any
  typescript/no-extraneous-class typescript/no-generated-empty-object-type typescript/no-misused-promises typescript/no-mixed-enums
  typescript/no-namespace typescript/no-non-null-asserted-nullish-coalescing typescript/no-non-null-assertion typescript/no-require-imports
  typescript/no-unnecessary-boolean-literal-compare typescript/no-unnecessary-template-expression typescript/no-unnecessary-type-arguments
  typescript/no-unnecessary-type-assertion typescript/no-unnecessary-type-constraint typescript/no-unnecessary-type-conversion
  typescript/no-unnecessary-type-parameters typescript/no-unsafe-argument typescript/no-unsafe-assignment typescript/no-unsafe-call
  typescript/no-unsafe-function-type typescript/no-unsafe-member-access typescript/no-unsafe-return typescript/only-throw-error
  typescript/prefer-literal-enum-member typescript/prefer-promise-reject-errors typescript/prefer-reduce-type-parameter
  typescript/prefer-return-this-type typescript/related-getter-setter-pairs typescript/return-await typescript/unified-signatures
  typescript/use-unknown-in-catch-callback-variable typescript/adjacent-overload-signatures typescript/array-type typescript/ban-tslint-comment
  typescript/class-literal-property-style typescript/consistent-generic-constructors typescript/consistent-indexed-object-style
  typescript/consistent-type-assertions typescript/consistent-type-definitions typescript/consistent-type-imports typescript/dot-notation
  typescript/no-confusing-non-null-assertion typescript/no-inferrable-types typescript/non-nullable-type-assertion-style typescript/prefer-find
  typescript/prefer-for-of typescript/prefer-function-type typescript/prefer-includes typescript/prefer-nullish-coalescing
  typescript/prefer-optional-chain typescript/prefer-regexp-exec typescript/prefer-string-starts-ends-with`,
);

export default defineConfig({
  ignorePatterns: ['build/walls/**', 'node_modules/', 'out/', 'release/', 'coverage/'],
  plugins: ['typescript'],
  jsPlugins: ['./build/lint-rules.ts'],
  options: { typeAware: true, typeCheck: true, denyWarnings: true, respectEslintDisableDirectives: false },
  env: { builtin: true },
  categories: { correctness: 'error' },
  rules: {
    ...RECOMMENDED,
    // Texts are sorted by their characters unless told otherwise, which is what tests want.
    'typescript/require-array-sort-compare': 'off',
  },
  overrides: [
    {
      files: ['**/*.ts', '**/*.tsx'],
      rules: {
        ...STRICT,
        // The compiler finds these.
        'no-undef': 'off',
        'no-redeclare': 'off',
        'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
        'no-empty-function': ['error', { allow: ['arrowFunctions', 'methods'] }],
        'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
        'typescript/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
        'typescript/no-misused-spread': ['error', { allow: ['string'] }],
        'typescript/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
        'typescript/restrict-plus-operands': [
          'error',
          { allowAny: false, allowBoolean: false, allowNullish: false, allowNumberAndString: false, allowRegExp: false },
        ],
        'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
        'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      },
    },
    {
      files: ['shared/**', 'electron/**', 'renderer/**', 'build/**', 'tests/**'],
      rules: {
        eqeqeq: ['error', 'always', { null: 'ignore' }],
        'max-lines': ['error', 300],
        'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
        'latchkey/no-module-state': 'error',
      },
    },
    {
      files: ['shared/**', 'electron/**', 'renderer/**'],
      rules: { 'no-console': 'error', 'latchkey/no-own-time': 'error', ...importRule(null) },
    },
    ...HOMES.map((home) => ({ files: [home], rules: importRule(home) })),
    { files: [...PURE, 'renderer/**'], rules: importRule(null, [NO_NODE]) },
    {
      files: ['renderer/**'],
      plugins: ['react'],
      // Of a compiler that Preact does not have.
      rules: { 'react/rules-of-hooks': 'error', 'react/exhaustive-deps': 'error', 'react/immutability': 'off' },
    },
    { files: ['shared/time.ts'], rules: importRule('shared/time.ts', [NO_NODE]) },
    { files: ['electron/scheduling/**', 'renderer/lib/clock.ts'], rules: { 'latchkey/no-own-time': 'off' } },
    {
      files: TESTS,
      rules: {
        'no-console': 'off',
        'no-restricted-imports': 'off',
        'latchkey/no-module-state': 'off',
        'latchkey/no-own-time': 'off',
        'typescript/no-non-null-assertion': 'off',
        'typescript/non-nullable-type-assertion-style': 'off',
      },
    },
    {
      files: ['**/*.cjs'],
      env: { commonjs: true, node: true },
      rules: { 'typescript/unbound-method': 'off' },
    },
  ],
});
