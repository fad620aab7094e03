/** From arguments to exit code, and the real entry file in a process of its own. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { FakeWorld } from '../support/cli/fake-world.ts';

const runFile = promisify(execFile);
const ENTRY = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url));

let world: FakeWorld;
beforeEach(() => {
  world = new FakeWorld();
});

describe('the command line', () => {
  it('prints version and help on standard output', async () => {
    expect(await world.run('--version')).toMatchObject({ code: 0, out: '1.2.3\n', error: '' });
    expect((await world.run('--version', '--json')).json()).toEqual({ version: '1.2.3' });
    expect(await world.run('codes', '--help')).toMatchObject({ code: 0, error: '' });
  });
  it('exits 2 with a hint for unknown commands and options, as JSON too', async () => {
    expect(await world.run('syncc')).toMatchObject({
      code: 2,
      out: '',
      error: "Unknown command 'syncc'\n(Did you mean sync?)\nHelp: latchkey --help\n",
    });
    expect((await world.run('sync', '--nope', '--json')).json()).toMatchObject({ error: { kind: 'usage' } });
  });
  it('exits 2 for a folder or an environment that cannot be used, before anything is opened', async () => {
    world.openFails = 'The folder /home/ada/.config/latchkey cannot be written: access is denied.';
    expect(await world.run('status')).toMatchObject({ code: 2, out: '' });
    world.openFails = null;
    world.opened.length = 0;
    world.environment = { LATCHKEY_SMOOBU_URL: 'http://example.org' };
    expect(await world.run('status')).toMatchObject({ code: 2 });
    expect(world.opened).toEqual([]);
  });
  it('mirrors the log with --verbose', async () => {
    await world.run('status', '--verbose');
    world.opened[0]?.mirrorLog?.('a line');
    expect(world.errorSoFar).toContain('a line\n');
  });
});

describe('electron/cli.ts', () => {
  it('answers --version without loading anything heavy', async () => {
    const { stdout } = await runFile(process.execPath, [ENTRY, '--version']);
    expect(stdout).toBe(`${manifest.version}\n`);
  });
  it('exits 2 for an unknown command', async () => {
    await expect(runFile(process.execPath, [ENTRY, 'nonsense'])).rejects.toMatchObject({ code: 2, stdout: '' });
  });
});
