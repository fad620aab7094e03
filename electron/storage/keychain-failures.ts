/** What the keychain's refusals mean and what to do about them, per system. The library's own texts never get through. */
import type { KeychainFailure, KeychainFailureKind } from '../../shared/errors.ts';

/**
 * Tells the kinds apart by known pieces of the library's messages (libsecret, macOS Security, Windows credential manager;
 * the first five seen on Debian 12, confidence A, the rest from the systems' documentation, confidence C).
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

export function keychainFailure(kind: KeychainFailureKind, platform: string): KeychainFailure {
  return { kind, message: GUIDANCE[kind][systemOf(platform)] };
}

type System = 'linux' | 'mac' | 'windows';
function systemOf(platform: string): System {
  if (platform === 'darwin') return 'mac';
  return platform === 'win32' ? 'windows' : 'linux';
}

const WITHOUT = 'On a machine without one, hand the credentials in through the environment (LATCHKEY_…).';
const GUIDANCE: Readonly<Record<KeychainFailureKind, Readonly<Record<System, string>>>> = {
  'keychain-missing': {
    linux: `There is no keychain: install libsecret (Debian: libsecret-1-0) and gnome-keyring or KWallet, and log in to the desktop. ${WITHOUT}`,
    mac: `The macOS Keychain could not be used: install Latchkey again, and start it as the user who is logged in. ${WITHOUT}`,
    windows: `The Windows Credential Manager could not be used: install Latchkey again, and see that its service is running. ${WITHOUT}`,
  },
  'keychain-locked': {
    linux:
      'The keychain is locked, or it has lost the entry: log in to the desktop and unlock the login keyring; if nothing helps, store the credentials again.',
    mac: 'The keychain is locked, or it has lost the entry: unlock it in Keychain Access and allow Latchkey; if nothing helps, store the credentials again.',
    windows:
      'The Credential Manager did not answer, or it has lost the entry: log in to Windows; if nothing helps, store the credentials again.',
  },
  'keychain-failed': {
    linux: 'The keychain refused: open the keyring program of your desktop, see that it works, and try again.',
    mac: 'The keychain refused: open Keychain Access, see that the login keychain works, and try again.',
    windows: 'The Credential Manager refused: open it in the control panel, see that it works, and try again.',
  },
};
