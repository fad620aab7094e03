/** Lint rules that guard the design name the mend, where they apply and only there. */
import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

// Without types: these rules need none, and reading the projects takes seconds.
const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  overrideConfig: { languageOptions: { parserOptions: { project: null } } },
  ruleFilter: ({ ruleId }) => ruleId.startsWith('no-restricted-'),
});

async function messages(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return (result?.messages ?? []).map(({ message }) => message);
}

const clock = `export const a = [Date.now(), new Date(), Math.random(), performance.now()];`;
const libraries = `import 'undici'; import 'electron'; import 'keytar'; import 'temporal-polyfill'; import 'node:fs';`;

describe('lint', () => {
  it.each(['shared/plan.ts', 'electron/app/run/engine.ts', 'electron/clouds/smoobu/client.ts', 'electron/demo/server.ts'])(
    'asks for a Clock in %s',
    async (file) => {
      const found = await messages(file, clock);
      expect(found).toHaveLength(4);
      for (const message of found) expect(message).toContain('Hand in a Clock');
    },
  );

  it.each(['electron/scheduling/clock.ts', 'electron/app/engine.test.ts', 'tests/bench/main.ts'])(
    'leaves %s its own time',
    async (file) => {
      expect(await messages(file, clock)).toEqual([]);
    },
  );

  it.each([
    ['shared/plan.ts', ['undici', 'electron', 'keytar', 'temporal-polyfill', 'node:fs']],
    ['shared/time.ts', ['undici', 'electron', 'keytar', 'node:fs']],
    ['electron/app/run/engine.ts', ['undici', 'electron', 'keytar', 'temporal-polyfill', 'node:fs']],
    ['electron/clouds/smoobu/client.ts', ['undici', 'electron', 'keytar', 'temporal-polyfill']],
    ['electron/clouds/http/client.ts', ['electron', 'keytar', 'temporal-polyfill']],
    ['electron/storage/secrets.ts', ['undici', 'electron', 'temporal-polyfill']],
    ['electron/platform/tray.ts', ['undici', 'keytar', 'temporal-polyfill']],
    ['electron/app/engine.test.ts', []],
  ])('keeps libraries in their home: %s', async (file, refused) => {
    const found = await messages(file, libraries);
    expect(found.map((message) => /^'([^']+)'/.exec(message)?.[1])).toEqual(refused);
  });

  it('knows no comment that switches a rule off', async () => {
    const found = await messages('shared/plan.ts', `// eslint-disable-next-line\nexport const a = Date.now();`);
    expect(found).toContainEqual(expect.stringContaining('Hand in a Clock'));
  });
});
