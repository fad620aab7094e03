/** The keychain on a real Secret Service: a private bus and keyring in a temporary home, where Debian's programs for it are installed. */
import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KeychainFailureKind } from '../../shared/errors.ts';
import { missingForSecretService, startSecretService } from './secret-service.ts';
import type { SecretService } from './secret-service.ts';

const missing = missingForSecretService();
if (missing !== null) console.log(`skipped: ${missing} (keychain on a real Secret Service)`);

/** One step per line of what the keychain is asked; each answers with a value, or with a kind of failure. */
const PROGRAM = `
  import { openKeychain } from ${JSON.stringify(new URL('../../electron/storage/keychain/keychain.ts', import.meta.url).href)};
  import { Secret } from ${JSON.stringify(new URL('../../shared/secret.ts', import.meta.url).href)};
  const { stored, steps } = JSON.parse(process.argv[1]);
  const keychain = openKeychain({ wasStored: (name) => stored.includes(name), platform: 'linux', timeoutMs: 5000 });
  const answers = [];
  const made = {
    smoobu: (text) => ({ apiKey: new Secret('key'), apiSecret: new Secret(text) }),
    'the-keys': (text) => ({ username: 'user', password: new Secret(text) }),
    'pin-key': (text) => new Uint8Array(Buffer.from(text.padEnd(32))),
  };
  const textOf = (value) =>
    value === null ? null : value instanceof Uint8Array ? Buffer.from(value).toString().trim() : (value.apiSecret ?? value.password).reveal();
  for (const [call, name, value] of steps) {
    const answer = await (value === undefined ? keychain[call](name) : keychain[call](name, made[name](value)));
    answers.push(answer.ok ? { value: textOf(answer.value) } : { kind: answer.error.kind });
  }
  console.log(JSON.stringify(answers));
`;
type Step = readonly ['read' | 'remove', string] | readonly ['write', string, string];
type Answer = { readonly value: string | null } | { readonly kind: KeychainFailureKind };

let service: SecretService;

function ask(steps: readonly Step[], stored: readonly string[] = []): Promise<readonly Answer[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, JSON.stringify({ stored, steps })], {
    env: { ...service.env, PATH: process.env.PATH, NODE_NO_WARNINGS: '1' },
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

describe.skipIf(missing !== null)('a real Secret Service', { timeout: 30_000 }, () => {
  beforeAll(async () => {
    service = await startSecretService();
  });
  afterAll(async () => {
    await service.close();
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
    await service.unlock();
    const value = JSON.stringify({ username: '+33600000000', password: 'sw"ördfish\n' });
    expect(
      await ask([
        ['read', 'the-keys'],
        ['write', 'the-keys', 'first'],
        ['write', 'the-keys', value],
        ['read', 'the-keys'],
      ]),
    ).toEqual([{ value: null }, { value: null }, { value: null }, { value }]);
    await service.unlock();
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
    await service.lock();
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
    await service.unlock();
    const answers = await ask([
      ['read', 'the-keys'],
      ['remove', 'the-keys'],
      ['read', 'the-keys'],
    ]);
    expect(answers).toEqual([{ value: expect.stringContaining('sw\\"ördfish') as string }, { value: null }, { value: null }]);
  });
});
