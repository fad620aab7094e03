/** The keychain on a real Secret Service: a private bus and keyring in a temporary home, where Debian's programs for it are installed. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeychainFailureKind } from '../../shared/errors.ts';

const missing = process.platform === 'linux' ? firstMissing(['dbus-daemon', 'gnome-keyring-daemon']) : 'this is not Linux';
if (missing !== null) console.log(`skipped: ${missing} (keychain on a real Secret Service)`);

function firstMissing(programs: readonly string[]): string | null {
  const absent = programs.find((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error !== undefined);
  if (absent !== undefined) return `${absent} is not installed`;
  const load = spawnSync(process.execPath, ['-e', 'require("keytar")'], { stdio: 'ignore' });
  return load.status === 0 ? null : 'keytar does not load (libsecret-1-0 is not installed)';
}

/** No service directories: nothing on the machine may be started by the bus. */
const BUS_CONFIGURATION = `<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`;

/** One step per line of what the keychain is asked; each answers with a value, or with a kind of failure. */
const PROGRAM = `
  import { openKeychain } from ${JSON.stringify(new URL('../../electron/storage/keychain.ts', import.meta.url).href)};
  import { Secret } from ${JSON.stringify(new URL('../../shared/secret.ts', import.meta.url).href)};
  const { stored, steps } = JSON.parse(process.argv[1]);
  const keychain = openKeychain({ wasStored: (name) => stored.includes(name), platform: 'linux', timeoutMs: 5000 });
  const answers = [];
  for (const [call, name, value] of steps) {
    const answer = await (value === undefined ? keychain[call](name) : keychain[call](name, new Secret(value)));
    answers.push(answer.ok ? { value: answer.value === null ? null : answer.value.reveal() } : { kind: answer.error.kind });
  }
  console.log(JSON.stringify(answers));
`;
type Step = readonly ['read' | 'remove', string] | readonly ['write', string, string];
type Answer = { readonly value: string | null } | { readonly kind: KeychainFailureKind };

let home: string;
let bus: ChildProcess;
let keyring: ChildProcess | null = null;
let environment: NodeJS.ProcessEnv;

function ask(steps: readonly Step[], stored: readonly string[] = []): Promise<readonly Answer[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, JSON.stringify({ stored, steps })], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 20_000,
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  return new Promise((resolve, reject) => {
    child.on('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(output) as readonly Answer[]);
      else reject(new Error(`The child ended with ${String(code ?? signal)}.`));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** With a password the login keyring is made or unlocked; without one it stays locked. */
async function startKeyring(password: string | null): Promise<void> {
  const daemon = spawn('gnome-keyring-daemon', ['--components=secrets', '--foreground', ...(password === null ? [] : ['--unlock'])], {
    env: environment,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  keyring = daemon;
  daemon.stdin.end(password ?? '');
  for (let tries = 0; tries < 100; tries += 1) {
    const answers = await ask([['read', 'probe']]);
    if (answers[0] !== undefined && 'value' in answers[0]) return;
  }
  throw new Error('The keyring did not come up.');
}
async function restartKeyring(password: string | null): Promise<void> {
  if (keyring !== null) await stop(keyring);
  await startKeyring(password);
}

describe.skipIf(missing !== null)('a real Secret Service', { timeout: 30_000 }, () => {
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'latchkey-keyring-'));
    for (const folder of ['runtime', 'data']) mkdirSync(join(home, folder), { mode: 0o700 });
    writeFileSync(join(home, 'bus.conf'), BUS_CONFIGURATION);
    environment = {
      PATH: process.env.PATH,
      HOME: home,
      XDG_RUNTIME_DIR: join(home, 'runtime'),
      XDG_DATA_HOME: join(home, 'data'),
      NODE_NO_WARNINGS: '1',
    };
    const daemon = spawn('dbus-daemon', [`--config-file=${join(home, 'bus.conf')}`, '--nofork', '--print-address'], {
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    bus = daemon;
    const address = await new Promise<string>((resolve) => daemon.stdout.once('data', (data: Buffer) => resolve(data.toString().trim())));
    environment.DBUS_SESSION_BUS_ADDRESS = address;
  });
  afterAll(async () => {
    if (keyring !== null) await stop(keyring);
    await stop(bus);
    rmSync(home, { recursive: true, force: true });
  });

  it('is missing while nothing serves it', async () => {
    expect(
      await ask([
        ['read', 'smoobu'],
        ['write', 'smoobu', 'x'],
        ['remove', 'smoobu'],
      ]),
    ).toEqual(Array(3).fill({ kind: 'keychain-missing' }));
  });

  it('keeps entries while unlocked, over restarts', async () => {
    await startKeyring('a password of its own');
    const value = JSON.stringify({ username: '+33600000000', password: 'sw"ördfish\n' });
    expect(
      await ask([
        ['read', 'the-keys'],
        ['write', 'the-keys', 'first'],
        ['write', 'the-keys', value],
        ['read', 'the-keys'],
      ]),
    ).toEqual([{ value: null }, { value: null }, { value: null }, { value }]);
    await restartKeyring('a password of its own');
    expect(
      await ask(
        [
          ['read', 'the-keys'],
          ['read', 'smoobu'],
        ],
        ['the-keys'],
      ),
    ).toEqual([{ value }, { value: null }]);
  });

  it('is locked, not empty, without its password', async () => {
    await restartKeyring(null);
    expect(
      await ask(
        [
          ['read', 'the-keys'],
          ['write', 'the-keys', 'other'],
          ['remove', 'the-keys'],
        ],
        ['the-keys'],
      ),
    ).toEqual(Array(3).fill({ kind: 'keychain-locked' }));
  });

  it('has lost nothing by having been locked, and removes what it is told to', async () => {
    await restartKeyring('a password of its own');
    const answers = await ask([
      ['read', 'the-keys'],
      ['remove', 'the-keys'],
      ['read', 'the-keys'],
    ]);
    expect(answers).toEqual([{ value: expect.stringContaining('sw\\"ördfish') as string }, { value: null }, { value: null }]);
  });
});
