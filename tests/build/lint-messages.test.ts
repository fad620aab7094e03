/** Lint rules that guard the design say how to fix the code, where they apply and only there, and no comment switches one off. */
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'latchkey-lint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Without types: these rules need none, and reading the projects takes seconds.
writeFileSync(
  join(folder, 'oxlint.config.ts'),
  `import config from ${JSON.stringify(join(ROOT, 'oxlint.config.ts'))};
export default { ...config, options: { ...config.options, typeAware: false, typeCheck: false }, jsPlugins: [${JSON.stringify(join(ROOT, 'build', 'lint-rules.ts'))}] };\n`,
);
symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');

const CLOCK = `export const a = [Date.now(), new Date(), Math.random(), performance.now()];`;
const LIBRARIES = `import 'undici'; import 'electron'; import 'keytar'; import 'temporal-polyfill'; import 'node:fs';`;
const STATE = `let count = 0;\nexport let other = 0;\nexport const next = (): number => (count += other);`;
const SWITCHED_OFF = `// eslint-disable-next-line\nexport const b = Date.now();`;

/** Which of the libraries may not be imported in a file. */
const REFUSED: readonly (readonly [string, readonly string[]])[] = [
  ['shared/plan.ts', ['undici', 'electron', 'keytar', 'temporal-polyfill', 'node:fs']],
  ['shared/time.ts', ['undici', 'electron', 'keytar', 'node:fs']],
  ['electron/app/run/engine.ts', ['undici', 'electron', 'keytar', 'temporal-polyfill', 'node:fs']],
  ['electron/clouds/smoobu/client.ts', ['undici', 'electron', 'keytar', 'temporal-polyfill']],
  ['electron/clouds/http/client.ts', ['electron', 'keytar', 'temporal-polyfill']],
  ['electron/storage/secrets.ts', ['undici', 'electron', 'temporal-polyfill']],
  ['electron/platform/tray.ts', ['undici', 'keytar', 'temporal-polyfill']],
  ['electron/app/engine.test.ts', []],
];
const WITHOUT_TIME = ['shared/plan.ts', 'electron/app/run/engine.ts', 'electron/clouds/smoobu/client.ts', 'electron/demo/server.ts'];
const WITH_TIME = ['electron/scheduling/clock.ts', 'electron/app/engine.test.ts', 'tests/bench/main.ts'];
const PROBES = {
  ...Object.fromEntries([...WITHOUT_TIME, ...WITH_TIME, ...REFUSED.map(([file]) => file)].map((file) => [file, `${LIBRARIES}\n${CLOCK}`])),
  'electron/app/count.ts': STATE,
  'electron/app/count.test.ts': STATE,
  'shared/switched-off.ts': SWITCHED_OFF,
};

interface Finding {
  readonly code: string;
  readonly filename: string;
  readonly message: string;
  readonly help: string | null;
}

function lint(): readonly Finding[] {
  for (const [file, text] of Object.entries(PROBES)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const args = [join(ROOT, 'node_modules', 'oxlint', 'bin', 'oxlint'), '--format', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
  return (JSON.parse(stdout) as { readonly diagnostics: readonly Finding[] }).diagnostics;
}
const found = lint();
/** What a rule says about a probe, sorted. */
const messages = (file: string, rule: string): readonly string[] =>
  found
    .filter(({ filename, code }) => filename.replaceAll('\\', '/') === file && code.includes(rule))
    .map(({ message, help }) => `${message} ${help ?? ''}`)
    .sort();

describe('lint', () => {
  it.each(WITHOUT_TIME)('asks for a Clock in %s', (file) => {
    expect(messages(file, 'no-own-time')).toEqual(Array(4).fill(expect.stringContaining('Pass in a Clock')));
  });
  it.each(WITH_TIME)('lets %s read the time', (file) => {
    expect(messages(file, 'no-own-time')).toEqual([]);
  });

  it.each(REFUSED)('keeps each library in its place: %s', (file, refused) => {
    const about = messages(file, 'no-restricted-imports');
    expect(about.map((message) => /'([^']+)'/.exec(message)?.[1])).toEqual([...refused].sort());
    for (const message of about) expect(message).toMatch(/: (put|add|use|pass|return) /);
  });

  it('finds state in a module', () => {
    expect(messages('electron/app/count.ts', 'no-module-state')).toEqual(Array(2).fill(expect.stringContaining('No mutable state')));
    expect(messages('electron/app/count.test.ts', 'no-module-state')).toEqual([]);
  });

  it('ignores comments that disable a rule, and there are none in its own syntax', () => {
    expect(messages('shared/switched-off.ts', 'no-own-time')).toEqual([expect.stringContaining('Pass in a Clock')]);
    const files = globSync(['{shared,electron,renderer,build,tests}/**/*.{ts,tsx,cjs,mjs}', '*.ts'], { cwd: ROOT });
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter((file) => readFileSync(join(ROOT, file), 'utf8').includes(['oxlint', 'disable'].join('-')))).toEqual([]);
  });
});
