/** What went wrong, what it means for guests, and what to do. `{lock}` and `{unit}`: a quoted name, or a number. */
import type { Section } from '../message.ts';

export const problems = {
  // What went wrong in a run.
  'name.quoted': '“{name}”',

  'problem.unmapped':
    'Booking {booking} (arrives {arrival}) is in unit {unit}, which is mapped to no door. It gets no code until the unit is mapped.',
  'problem.unmapped-kept':
    'Booking {booking} (arrives {arrival}) is in unit {unit}, which is mapped to no door. The code it has is kept as it is; map the unit, or remove the code by hand.',
  'problem.no-unit': 'Booking {booking} (arrives {arrival}) is in no unit. It gets no code until it is put into a mapped unit in Smoobu.',
  'problem.no-unit-kept':
    'Booking {booking} (arrives {arrival}) is in no unit. The code it has is kept as it is; put the booking into a unit in Smoobu.',
  'problem.unknown-type': 'Booking {booking} is of a kind Latchkey does not know. It gets no code; check it in Smoobu.',
  'problem.unknown-type-kept': 'Booking {booking} is of a kind Latchkey does not know. Its codes stay as they are; check it in Smoobu.',
  'problem.bad-dates':
    'Booking {booking} ends before it begins ({arrival} to {departure}). Nothing is changed for it; correct it in Smoobu.',
  'problem.overlap':
    'In unit {unit}, the code of booking {booking} works until {until}, when the code of booking {other} already works. Both guests can open the door in between; change the times or the bookings if they must not.',
  'problem.incomplete':
    'The list of bookings is not complete. New bookings in it get their codes; nothing is removed but codes of stays long over. The next run reads the list again; the log says what is missing.',
  'problem.no-bookings':
    'Smoobu sent no booking at all although codes for coming stays are on the locks. Nothing is removed until you have looked.',
  'problem.missing-once':
    'Smoobu no longer knows booking {booking}. Its code is kept until a second look, ten minutes or more from now, says the same.',
  'problem.booking-unread':
    'Booking {booking} is not in the list and could not be read by itself. Its code is kept; the next run asks again.',
  'problem.not-asked': 'Booking {booking} is not in the list and was not asked for this time. Its code is kept; a later run asks for it.',

  'problem.ambiguous-tag':
    'Code {code} on lock {lock} carries the tags of two bookings. It is left alone; keep one tag in its description.',
  'problem.scheduled-code':
    'Code {code} of booking {booking} on lock {lock} has a weekly schedule, which Latchkey never overwrites. Check by hand that it fits the stay.',
  'problem.unreadable-code':
    'Code {code} of booking {booking} on lock {lock} cannot be corrected, because the lock does not surely tell its PIN. Delete it by hand and a new one is made.',
  'problem.no-free-pin':
    'No PIN is free for booking {booking} on its keypads, so it has no code there. Remove old codes from the lock or allow longer PINs.',
  'problem.different-pins':
    'Booking {booking} has not the same PIN on all its keypads, and a PIN that exists is never changed. Tell the guest which is for which door.',
  'problem.lock-forbidden': 'Lock {lock} cannot be seen with this account. Its codes are not kept up; correct the mapping.',
  'problem.list-failed':
    'The codes of lock {lock} could not be read, so nothing is changed there: new bookings get no code on it until a later run can read it. The other locks are served.',

  'problem.write.create':
    'The code of booking {booking} could not be created on lock {lock}: {reason}. Its guest cannot open that door with it yet; the next run tries again.',
  'problem.write.update':
    'The code of booking {booking} could not be updated on lock {lock}: {reason}. It may open at the wrong times; the next run tries again.',
  'problem.write.adopt':
    'The code of booking {booking} could not be taken over on lock {lock}: {reason}. It works as before; the next run tries again.',
  'problem.write.move':
    'The code of booking {booking} could not be moved on lock {lock}: {reason}. Do not rely on it yet; the next run tries again.',
  'problem.write.delete':
    'The code of booking {booking} could not be removed on lock {lock}: {reason}. It may still open the door; the next run tries again.',
  'reason.refused': 'The Keys refused it',
  'reason.forbidden': 'this account may not change that lock',
  'reason.credentials': 'The Keys does not accept the credentials',
  'reason.aborted': 'the run was stopped',
  'reason.unreachable': 'The Keys could not be reached',
  'reason.rate-limited': 'The Keys asked for a pause',
  'reason.not-found': 'The Keys does not know that lock or keypad',
  'reason.fault': 'The Keys has a fault of its own',

  'problem.unverified.missing':
    'The code of booking {booking} was written but is not on lock {lock}. Do not rely on it yet; the next run makes it anew.',
  'problem.unverified.differs':
    'The code of booking {booking} stands on lock {lock} with another PIN or window than was sent. Do not rely on it yet; the next run looks again.',
  'problem.unverified.still-there':
    'The code of booking {booking} was removed but is still on lock {lock}. It may still open the door; the next run tries again.',
  'problem.unverified.unread':
    'The code of booking {booking} on lock {lock} was written but could not be read back. Do not rely on it yet; the next run looks again.',
  'problem.unverified.unread-removal':
    'The code of booking {booking} on lock {lock} was removed, but the lock could not be read afterwards. It may still open the door; the next run looks again.',
  'problem.not-confirmed': 'The code of this stay is not confirmed on the lock yet. Do not rely on it until it is; sync now to look again.',

  'problem.clock-stepped':
    'This computer’s clock jumped since the last run. Codes are made and corrected, but none is removed until you have looked.',

  // Why a cloud or the keychain cannot be used.
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
