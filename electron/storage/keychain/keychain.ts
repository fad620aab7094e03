/** Secrets in the system's keychain through keytar, which is loaded on first use: a machine without libsecret can run everything else. */
import { setTimeout } from 'node:timers/promises';
import type { SecretName, SecretStore } from '../../app/ports/storage.ts';
import type { KeychainFailure } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { classifyKeychainError, keychainFailure } from './keychain-failures.ts';
import { decodeSecret, encodeSecret } from './secret-codecs.ts';

/** The part of keytar in use. `findCredentials` must not be used: it crashes the process on a locked keyring. */
export interface KeytarLike {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

export interface KeychainOptions {
  /** "Latchkey" unless a test needs its own. */
  readonly service?: string;
  readonly loadKeytar?: () => Promise<KeytarLike>;
  /** By the settings: a locked keyring looks empty. */
  readonly wasStored: (name: SecretName) => boolean;
  /** `process.platform`, for the advice in failures. */
  readonly platform: string;
  /** A keychain can ask the user and wait without end. Such a call cannot be cancelled: it keeps the process alive until then. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const UNREADABLE: KeychainFailure = { kind: 'keychain-failed', message: 'The entry in the keychain cannot be read: store it again.' };

export function openKeychain(options: KeychainOptions): SecretStore {
  const { service = 'Latchkey', loadKeytar = loadInstalledKeytar, wasStored, platform, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  let loading: Promise<KeytarLike> | null = null;

  /** Every failure is returned, with a message of ours. */
  const ask = async <T>(work: (keytar: KeytarLike) => Promise<T>): Promise<Result<T, KeychainFailure>> => {
    let keytar: KeytarLike;
    try {
      loading ??= loadKeytar();
      keytar = await loading;
    } catch {
      // Tried again next time: the package may be installed by then.
      loading = null;
      return err(keychainFailure('keychain-missing', platform));
    }
    try {
      const answer = await withTimeout(work(keytar), timeoutMs);
      return answer === TIMED_OUT ? err(keychainFailure('keychain-locked', platform)) : ok(answer);
    } catch (error) {
      return err(keychainFailure(classifyKeychainError(error instanceof Error ? error.message : ''), platform));
    }
  };
  const locked = err(keychainFailure('keychain-locked', platform));

  return {
    read: async (name) => {
      const answer = await ask((keytar) => keytar.getPassword(service, name));
      if (!answer.ok) return answer;
      if (answer.value === null) return wasStored(name) ? locked : ok(null);
      const value = decodeSecret(name, answer.value);
      return value === null ? err(UNREADABLE) : ok(value);
    },
    write: async (name, value) => {
      const text = encodeSecret(name, value);
      const written = await ask((keytar) => keytar.setPassword(service, name, text));
      if (!written.ok) return written;
      // Some services accept what they cannot store.
      const readBack = await ask((keytar) => keytar.getPassword(service, name));
      if (!readBack.ok) return readBack;
      return readBack.value === text ? ok(null) : locked;
    },
    remove: async (name) => {
      const removed = await ask((keytar) => keytar.deletePassword(service, name));
      if (!removed.ok) return removed;
      // A locked keyring also reports that nothing was removed, and keeps the entry.
      return !removed.value && wasStored(name) ? locked : ok(null);
    },
  };
}

async function loadInstalledKeytar(): Promise<KeytarLike> {
  const module: unknown = await import('keytar');
  // A CommonJS module: bundlers and Node differ in whether its functions are on the namespace, the default export, or both.
  for (const candidate of [module, (module as { readonly default?: unknown }).default]) {
    if (isKeytar(candidate)) return candidate;
  }
  throw new TypeError('The keytar module has no known functions.');
}

function isKeytar(value: unknown): value is KeytarLike {
  if (typeof value !== 'object' || value === null) return false;
  const functions: Readonly<Record<string, unknown>> = { ...value };
  return ['getPassword', 'setPassword', 'deletePassword'].every((name) => typeof functions[name] === 'function');
}

const TIMED_OUT = Symbol('timed out');
async function withTimeout<T>(work: Promise<T>, timeoutMs: number): Promise<T | typeof TIMED_OUT> {
  const controller = new AbortController();
  // Rejects when aborted, and then its value is not used any more.
  const timeout = setTimeout(timeoutMs, TIMED_OUT, { signal: controller.signal }).catch((): typeof TIMED_OUT => TIMED_OUT);
  try {
    return await Promise.race([work, timeout]);
  } finally {
    controller.abort();
  }
}
