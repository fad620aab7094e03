/** The meaning of keychain errors, and what to do about them on each system. The library's own messages are never shown. */
import type { KeychainFailure, KeychainFailureKind, KeychainSystem } from '../../../shared/errors.ts';
import { problems } from '../../../shared/i18n/en/main-problems.ts';

/**
 * Tells the kinds apart by known pieces of the library's messages (libsecret, macOS Security, Windows credential manager).
 * The first five were seen on Debian 12; the rest come from the systems' documentation and were not tried.
 */
export function classifyKeychainError(message: string): KeychainFailureKind {
  const text = message.toLowerCase();
  if (MISSING.some((piece) => text.includes(piece))) return 'keychain-missing';
  if (LOCKED.some((piece) => text.includes(piece))) return 'keychain-locked';
  return 'keychain-failed';
}

const MISSING = [
  'cannot autolaunch d-bus',
  'could not connect',
  'was not provided by any .service files',
  'failed to load keytar',
  'cannot find module',
  'cannot find package',
  'err_dlopen_failed',
  'cannot open shared object file',
];
const LOCKED = [
  'locked collection',
  // A service without a login keyring: nobody has logged in on this machine's desktop yet.
  'object does not exist at path',
  'is locked',
  'dismissed',
  'user interaction is not allowed',
  'passphrase you entered is not correct',
  'user canceled',
];

/** In English, for the command line; the desktop app says the same in the user's language. */
export function keychainFailure(kind: KeychainFailureKind, platform: string): KeychainFailure {
  return { kind, message: problems[`${kind}.${systemOf(platform)}`] };
}

/** `platform`: as Node calls it. */
export function systemOf(platform: string): KeychainSystem {
  if (platform === 'darwin') return 'mac';
  return platform === 'win32' ? 'windows' : 'linux';
}
