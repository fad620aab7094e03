/** Why a cloud or the keychain cannot be used, by kind, what that means for codes, and what to do. */
import type { Section } from '../message.ts';

export const failures = {
  'failure.credentials-missing': 'No credentials for {cloud} are stored. Codes stay as they are until you connect it.',
  'failure.credentials-rejected':
    '{cloud} does not accept the credentials. Codes stay as they are and new bookings get none until you correct them.',
  'failure.forbidden':
    '{cloud} refused access: this account may not see or change that, or the connection is blocked on the way. Codes stay as they are; check the account.',
  'failure.not-found': '{cloud} did not know what it was asked for. Codes stay as they are; check the mapping.',
  'failure.refused': '{cloud} refused the request. Codes stay as they are; try again, and look into the log if it stays so.',
  'failure.unreachable': '{cloud} cannot be reached. Codes stay as they are; the next run tries again.',
  'failure.timeout': '{cloud} did not answer in time. Codes stay as they are; the next run tries again.',
  'failure.rate-limited': '{cloud} asked for a pause. Codes stay as they are; the next run tries again.',
  'failure.server-error': '{cloud} has a fault of its own. Codes stay as they are; the next run tries again.',
  'failure.bad-response': '{cloud} sent an answer that makes no sense. Codes stay as they are; the next run tries again.',
  'failure.clock-skew':
    'This computer’s clock differs too much from the one of {cloud}. Set it right; until then new bookings get no code.',
  'failure.aborted': 'The run was stopped before {cloud} had answered. Codes stay as they are; the next run goes on.',

  'keychain-missing.linux':
    'There is no keychain: install libsecret (Debian: libsecret-1-0) and gnome-keyring or KWallet, and log in to the desktop. On a machine without one, hand the credentials in through the environment (LATCHKEY_…).',
  'keychain-missing.mac':
    'The macOS Keychain could not be used: install Latchkey again, and start it as the user who is logged in. On a machine without one, hand the credentials in through the environment (LATCHKEY_…).',
  'keychain-missing.windows':
    'The Windows Credential Manager could not be used: install Latchkey again, and see that its service is running. On a machine without one, hand the credentials in through the environment (LATCHKEY_…).',
  'keychain-locked.linux':
    'The keychain is locked, or it has lost the entry: log in to the desktop and unlock the login keyring; if nothing helps, store the credentials again.',
  'keychain-locked.mac':
    'The keychain is locked, or it has lost the entry: unlock it in Keychain Access and allow Latchkey; if nothing helps, store the credentials again.',
  'keychain-locked.windows':
    'The Credential Manager did not answer, or it has lost the entry: log in to Windows; if nothing helps, store the credentials again.',
  'keychain-failed.linux':
    'The keychain refused: open the keyring program of your desktop, see that it works, and try again; if nothing helps, store the credentials again.',
  'keychain-failed.mac':
    'The keychain refused: open Keychain Access, see that the login keychain works, and try again; if nothing helps, store the credentials again.',
  'keychain-failed.windows':
    'The Credential Manager refused: open it in the control panel, see that it works, and try again; if nothing helps, store the credentials again.',
} as const satisfies Section;
