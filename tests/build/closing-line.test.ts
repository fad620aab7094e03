/** The last line of a test run, which machines read: its counts are correct, and a run without tests fails. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'latchkey-closing-line-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Runs vitest with our reporter on one file of the given body; with globals, because the file is outside the project. */
function run(body: string): { readonly lastLine: string | undefined; readonly exitCode: number | null } {
  writeFileSync(join(folder, 'sample.test.ts'), body);
  const { stdout, status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--globals', '--root', folder],
      ...['--reporter', 'default', '--reporter', join(root, 'build/closing-line-reporter.ts')],
    ],
    { cwd: root, encoding: 'utf8', env: { PATH: process.env.PATH } },
  );
  return { lastLine: stdout.trimEnd().split('\n').at(-1), exitCode: status };
}

describe('the closing line', () => {
  it('counts passed and skipped tests of a green run', () => {
    const green = `it('a', () => {}); describe('g', () => { it('b', () => {}); it.skip('c', () => {}); }); it.todo('d');`;
    expect(run(green)).toEqual({ lastLine: '2 passed, 0 failed, 2 skipped', exitCode: 0 });
  });

  it('counts failed tests, and exits with an error', () => {
    const red = `it('a', () => {}); it('b', () => { throw new Error('no'); });`;
    expect(run(red)).toEqual({ lastLine: '1 passed, 1 failed, 0 skipped', exitCode: 1 });
  });

  it('counts a file that does not load, and a suite that does not start, as failures', () => {
    expect(run(`throw new Error('no');`)).toEqual({ lastLine: '0 passed, 1 failed, 0 skipped', exitCode: 1 });
    const hook = `describe('g', () => { beforeAll(() => { throw new Error('no'); }); it('a', () => {}); }); it('b', () => {});`;
    expect(run(hook)).toMatchObject({ lastLine: expect.stringMatching(/^1 passed, [1-9]\d* failed/) as string, exitCode: 1 });
  });

  it('is no success when nothing ran', () => {
    expect(run(`it.skip('a', () => {});`)).toEqual({ lastLine: '0 passed, 0 failed, 1 skipped', exitCode: 1 });
  });
});
