/** A real Secret Service for tests: a private bus and keyring in a temporary home, where Debian's programs for it are installed. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SecretService {
  /** What a process needs in its environment to find it. */
  readonly env: Readonly<Record<string, string>>;
  /** Starts the keyring, again when it runs, with its password. */
  unlock(): Promise<void>;
  /** Starts the keyring, again when it runs, without its password. */
  lock(): Promise<void>;
  close(): Promise<void>;
}

/** What this machine lacks for it, for people; null when it can be had. */
export function missingForSecretService(): string | null {
  if (process.platform !== 'linux') return 'this is not Linux';
  const absent = ['dbus-daemon', 'gnome-keyring-daemon'].find((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error);
  if (absent !== undefined) return `${absent} is not installed`;
  const load = spawnSync(process.execPath, ['-e', 'require("keytar")'], { stdio: 'ignore' });
  return load.status === 0 ? null : 'keytar does not load (libsecret-1-0 is not installed)';
}

/** No service directories: nothing on the machine may be started by the bus. */
const BUS_CONFIGURATION = `<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`;
const PASSWORD = 'a password of its own';
const PROBE = "require('keytar').getPassword('Latchkey', 'probe').catch(() => process.exit(1))";

/** The bus alone: no keyring serves it until it is unlocked or locked. */
export async function startSecretService(): Promise<SecretService> {
  const home = mkdtempSync(join(tmpdir(), 'latchkey-keyring-'));
  for (const folder of ['runtime', 'data']) mkdirSync(join(home, folder), { mode: 0o700 });
  writeFileSync(join(home, 'bus.conf'), BUS_CONFIGURATION);
  const own = { HOME: home, XDG_RUNTIME_DIR: join(home, 'runtime'), XDG_DATA_HOME: join(home, 'data') };
  const bus = spawn('dbus-daemon', [`--config-file=${join(home, 'bus.conf')}`, '--nofork', '--print-address'], {
    env: { PATH: process.env.PATH, ...own },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    bus.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
    bus.once('exit', () => reject(new Error('The bus ended at once.')));
  });
  const env = { ...own, DBUS_SESSION_BUS_ADDRESS: address };
  const all = { PATH: process.env.PATH, ...env };
  let keyring: ChildProcess | null = null;

  const startKeyring = async (password: string | null): Promise<void> => {
    if (keyring !== null) await stop(keyring);
    // With a password the login keyring is made or unlocked; without one it stays locked.
    const unlock = password === null ? [] : ['--unlock'];
    const daemon = spawn('gnome-keyring-daemon', ['--components=secrets', '--foreground', ...unlock], {
      env: all,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    keyring = daemon;
    daemon.stdin.end(password ?? '');
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await ends(spawn(process.execPath, ['-e', PROBE], { env: all, stdio: 'ignore' }))) === 0) return;
    }
    throw new Error('The keyring did not come up.');
  };
  return {
    env,
    unlock: () => startKeyring(PASSWORD),
    lock: () => startKeyring(null),
    async close() {
      if (keyring !== null) await stop(keyring);
      await stop(bus);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function ends(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.on('exit', resolve));
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = ends(child);
  child.kill('SIGTERM');
  await gone;
}
