/** What went wrong, what it means for guests, and what to do. `{lock}` and `{unit}` are a quoted name or a number. */
import type { Section } from '../message.ts';

export const problems = {
  // What went wrong in a run.
  // Before the number of a booking, before the name of a person in its place, and instead of both where the guest's name is known.
  'name.booking-words':
    'The code of booking|the code of booking|The PIN of booking|the PIN of booking|The guest of booking|the guest of booking|Booking|booking',
  'name.person-words': 'The code of|the code of|The PIN of|the PIN of|The guest of|the guest of||',
  'name.guest-words': '{name}’s code|{name}’s code|{name}’s PIN|{name}’s PIN|{name}|{name}|{name}’s booking|{name}’s booking',
  'name.quoted': '“{name}”',

  'problem.unmapped':
    'Booking {booking} (arrives {arrival}) is in unit {unit}, which has no door yet. It gets no code until you choose a door for the unit.',
  'problem.unmapped-kept':
    'Booking {booking} (arrives {arrival}) is in unit {unit}, which has no door yet. Its existing code stays, and ends on the departure day; choose a door for the unit, or remove the code by hand.',
  'problem.unmapped-followed':
    'Booking {booking} is in unit {unit}, which has no door any more, and its departure day changed. Its existing code now ends on {until}, at the same time of day as before. Choose a door for the unit, or remove the code by hand.',
  'problem.no-unit':
    'Booking {booking} (arrives {arrival}) has no unit. It gets no code until you assign it to a unit with a door in Smoobu.',
  'problem.no-unit-kept':
    'Booking {booking} (arrives {arrival}) has no unit. Its existing code stays as it is; assign the booking to a unit in Smoobu.',
  'problem.unknown-type': 'Booking {booking} is of a type that Latchkey does not know. It gets no code; check it in Smoobu.',
  'problem.unknown-type-kept':
    'Booking {booking} is of a type that Latchkey does not know. Its codes stay as they are; check it in Smoobu.',
  'problem.bad-dates':
    'Booking {booking} ends before it begins ({arrival} to {departure}). Its codes stay as they are; correct it in Smoobu.',
  'problem.night-check-out':
    'Booking {booking} has a check-out at {says}, at night: that may be the night before {day}, its day of departure, or the night after. Its code works until {until} meanwhile. Say which night is meant, or keep the usual time.',
  'problem.same-day-times':
    'Booking {booking} arrives and leaves on {day}, and lacks a time for that. Its code works until {until} meanwhile. Choose its times, or enter both in Smoobu.',
  'problem.same-day-no-code':
    'Booking {booking} arrives and leaves on {day}, and lacks the times for that, so none is made for it, and a code that it has stays as it is. Set its times, or enter both in Smoobu.',
  'problem.same-day-asked':
    'Booking {booking} arrives and leaves on {day}, without times that say when its guest may come in. Choose them, or enter both in Smoobu.',
  'problem.own-times-unused':
    'The times you set for booking {booking} do not fit its days ({arrival} to {departure}), so they are not used. Its code works until {until}; set them again.',
  'problem.overlap':
    'In unit {unit}, the code of booking {booking} works until {until}, when the code of booking {other} already works. Both guests can open the door during that time; change the times or the bookings if they must not.',
  'problem.booked-again':
    'Booking {other} is cancelled or gone, and booking {booking} has the same unit, a day and the name of the guest in common with it; nothing else says whether it is the same guest. The new booking has a code of its own. Say whether it is the same guest: then the former code and PIN stay instead. Without an answer, the former code goes an hour before a stay begins.',
  'problem.other-pin':
    'The guest of booking {booking} probably had booking {other} before, which is cancelled or gone, and may have been told its PIN. The PIN is another one now: tell the guest.',
  'problem.own-times-left':
    'The guest of booking {booking} had booking {other} before, which is cancelled or gone. You had set times for it that this booking does not get, since its days differ, they would let the guest in for less time, or another guest is there. It has its usual times: set them again if they are still right.',
  'problem.no-code-left':
    'The guest of booking {booking} had booking {other} before, which is cancelled or gone, and for which you had chosen no code. This booking gets a code: choose “No code” again if the unit opens otherwise.',
  'problem.incomplete':
    'The list of bookings is incomplete. New bookings in it get their codes, and only codes of stays that ended long ago are removed. The next sync reads the list again; the log says what is missing.',
  'problem.incomplete-agreed':
    'The counts of Smoobu’s list of bookings never match, but two readings agree. New bookings in it get their codes. A code is removed only when its booking is read as cancelled or moved in the list and again on its own; a booking that is not in the list loses nothing. Ask Smoobu if this stays.',
  'problem.booking-row':
    'Smoobu’s entry for booking {booking} cannot be read, so its codes stay as they are, and it gets no new one. Look at its dates in Smoobu; if its guest arrives soon, make a code by hand.',
  'problem.incomplete-for-a-day':
    'The list of bookings has been incomplete for a day: some bookings may have no code. Compare the next arrivals with Smoobu; the log says what is missing.',
  'problem.no-bookings':
    'Smoobu returned no bookings although the locks have codes for upcoming stays. Nothing was removed, and nothing will be without your approval.',
  'problem.missing-once':
    'Smoobu no longer has booking {booking}. Its code stays until a second check, at least ten minutes later, confirms this.',
  'problem.booking-unread':
    'Booking {booking} is not in the list and could not be read on its own. Its code stays; the next sync tries again.',
  'problem.not-asked': 'Booking {booking} is not in the list and was not looked up this time. Its code stays; a later sync looks it up.',
  'problem.other-account-smoobu':
    'The Smoobu key belongs to another account than the one whose codes are on the locks. Codes are created and extended, but none is removed, shortened or moved until you say whether this account is yours now.',
  'problem.other-account-the-keys':
    'The credentials of The Keys belong to another account than the one whose locks were used so far. Codes are created and extended, but none is removed, shortened or moved until you say whether this account is yours now.',
  'problem.wrong-account':
    'The credentials of {cloud} belong to an account that you said is not yours, so no code is changed and new bookings get none. Enter the credentials of the account that you used before.',
  'problem.held.someone-may-be-inside':
    'The code of booking {booking} on lock {lock} would be removed, but its stay is under way and someone may be inside. It keeps working until you decide.',
  'problem.held.no-longer-booked':
    'The code of booking {booking} on lock {lock} would stop working now because the booking’s dates have changed, but its guest may still be inside. It keeps working until you decide, until it ends, or until the next stay begins.',
  'problem.held.doors-changed':
    'The code of booking {booking} on lock {lock} would be removed because the stay has other doors now, but its guest may still be behind this one. It keeps working until you decide, until it ends, or until the next stay begins.',
  'problem.held.too-many-deletes':
    'The code of booking {booking} on lock {lock} would be removed, but unusually many codes would go within a day. It keeps working until you decide.',
  'problem.held.clock-stepped':
    'The code of booking {booking} on lock {lock} would be removed, but this computer’s clock jumped. It keeps working until you decide.',
  'problem.held.no-bookings':
    'The code of booking {booking} on lock {lock} would be removed, but Smoobu returned no bookings at all. It keeps working until you decide.',
  'problem.held.bookings-gone':
    'The code of booking {booking} on lock {lock} would be removed, but unusually many bookings cannot be found at Smoobu any more. It keeps working until you decide.',
  'problem.held.decision-outdated':
    'The code of booking {booking} on lock {lock} would be removed. You decided about it before, and the booking has changed since. It keeps working until you decide.',
  'problem.code-came-back':
    'Booking {booking} is to have no code, but has one again on lock {lock}: somebody made it by hand, or Latchkey on another computer did. It stays. If it is to go, choose “No code” again, on the other computer too.',
  'problem.code-kept':
    'You kept the code of booking {booking} on lock {lock} although the booking is cancelled or gone. It works until {until}.',
  'problem.code-kept-open':
    'You kept the code of booking {booking} on lock {lock} although the booking is cancelled or gone. It has no end; remove it by hand when it is no longer needed.',

  'problem.ambiguous-tag': 'Code {code} on lock {lock} has the tags of two bookings. It is not changed; keep one tag in its description.',
  'problem.scheduled-code':
    'Code {code} of booking {booking} on lock {lock} has a weekly schedule, which Latchkey never overwrites. Check that it fits the stay.',
  'problem.unreadable-code':
    'Code {code} of booking {booking} on lock {lock} cannot be corrected because its PIN cannot be read reliably. Delete it by hand, and a new one is created.',
  'problem.no-free-pin':
    'No PIN is free for booking {booking} on its keypads, so it has no code there. Remove old codes from the lock or allow longer PINs.',
  'problem.own-pin-taken':
    'The PIN that you chose for booking {booking} is not on lock {lock}: another code there has it. Choose another PIN, or remove the other code.',
  'problem.own-pin-unreadable':
    'The PIN that you chose for booking {booking} cannot be read, since it was kept with another PIN key. Codes stay as they are, and a door without one gets a drawn PIN. Choose the PIN again, or look up which PIN opens which door.',
  'problem.pins-running-out':
    'Two thirds of all PINs of this length are in use. Choose {digits} digits in the settings soon: new codes get longer PINs, and existing PINs stay as they are.',
  'problem.keypad-full':
    'The keypad on lock {lock} is full ({codes} of about {limit} codes), so booking {booking} has no code there. Nearer arrivals get a place first; remove codes that nobody needs in The Keys app.',
  'problem.keypad-nearly-full':
    'The keypad on lock {lock} holds {codes} of about {limit} codes. Remove codes that nobody needs, so that late bookings get one too.',
  'problem.waits-for-place':
    'Booking {booking} arrives in more than two weeks and has no code on lock {lock} yet: the keypad holds {codes} of about {limit} codes, and the last places are kept for nearer arrivals. It gets its code as soon as there is room.',
  'problem.removed-for-room':
    'The code of booking {booking} on lock {lock} was removed for now: the keypad is full, and booking {other} arrives earlier. It is created again with the same PIN as soon as there is room.',
  'problem.removed-for-room-until':
    'The code of booking {booking} on lock {lock} was removed for now: the keypad is full, and booking {other} arrives earlier. It is created again with the same PIN as soon as there is room, probably after {until}.',
  'problem.person-door-unmapped':
    'A door of {person} no longer belongs to a unit, so a code there stays as it is. Give the door to a unit again, or give {person} another one.',
  'problem.different-pins':
    'Booking {booking} has different PINs on different doors. A PIN that the guest may know never changes, unless you ask for a new one. Tell the guest which PIN is for which door, or choose a new PIN for the stay.',
  'problem.lock-forbidden': 'This account cannot see lock {lock}, so its codes are not being updated. Correct the doors of its units.',
  'problem.cannot-verify':
    'The new times of booking {booking} were sent to lock {lock}, but The Keys returns them in a form that cannot be read. Compare the code’s times in The Keys app with the stay.',
  'problem.door-unreadable':
    'Lock {lock} lists a code that cannot be read and may belong to a booking, so nothing is changed on one of its keypads: new bookings get no code there. Look for a damaged code in The Keys app.',
  'problem.lock-unread':
    'The codes of lock {lock} could not be read in {count} syncs in a row: {reason}. Nothing is changed there, and new bookings get no code on it. Check the lock in The Keys app.',
  'problem.lock-given-up':
    'Lock {lock}, a former door, has not been in the account for seven days and refuses access: it is not read any more.',
  'problem.lock-given-up-left':
    'Lock {lock}, a former door, has not been in the account for seven days and refuses access: it is not read any more. Where it is still in use, codes of these bookings may open it: {bookings}.',
  'problem.switched-off':
    'The code of booking {booking} on lock {lock} is off: somebody switched it off at The Keys or on another computer. Its guest cannot get in with it, and Latchkey leaves it off. Let the guest in again, or keep the code off.',
  'problem.off-after-let-in':
    'The code of booking {booking} on lock {lock} is off. You let its guest in again, but Latchkey lost what it remembered of that, so somebody may have switched the code off since. The guest cannot get in with it, and Latchkey leaves it off. Let the guest in again, or keep the code off.',
  'problem.blocked':
    'Booking {booking} is blocked, as you decided: its codes are off, and it gets no new ones, until you let the guest in again.',
  'problem.partly-blocked': 'A code of booking {booking} is off, as you decided. The others work.',
  'problem.still-on':
    'The code of booking {booking} on lock {lock} is still on, although you blocked its guest: Latchkey cannot switch it off. Switch it off or delete it in The Keys app.',
  'problem.longer-by-hand':
    'The code of booking {booking} on lock {lock} was changed at The Keys: it opens from {from} until {until}, longer than the stay. It stays so, at most until the next stay of the unit begins and 24 hours after departure.',
  'problem.shorter-by-hand':
    'The code of booking {booking} on lock {lock} was changed at The Keys: it opens from {from} until {until} only, shorter than the stay. It stays so.',
  'problem.shut-out-by-hand':
    'The code of booking {booking} on lock {lock} was changed at The Keys: it opens from {from} until {until} only, so its guest does not get in all the time. It stays so until you use the booking’s times.',
  'problem.hand-overruled':
    'The code of booking {booking} on lock {lock} was changed at The Keys, but the booking’s own dates have changed since: the booking’s times count again.',
  'problem.hand-usual':
    'The code of booking {booking} on lock {lock} was given other times at The Keys, or by Latchkey on another computer, which have nothing in common with those you set here. Neither count: it works at the usual times, from {from} to {until}. Set the times of this stay on one computer only.',
  'problem.pin-changed-by-hand':
    'The PIN of booking {booking} on lock {lock} was changed at The Keys. It stays, and the former PIN is not used again for this stay. Tell the guest the new one.',
  'problem.switched-on':
    'Booking {booking} is blocked, but its code on lock {lock} was switched on at The Keys or on another computer: its guest gets in. Keep the guest blocked, or let the guest in.',
  'problem.code-deleted':
    'Somebody deleted the code of booking {booking} on lock {lock} at The Keys. It is made again with the same PIN. If the PIN has leaked, choose a new one, or block the guest.',
  'problem.deleted-again':
    'Somebody deleted the code of booking {booking} on lock {lock} again, or while it was off, so it is not made again: its guest cannot open that door. Block the guest, or have the code made again.',
  'problem.codes-vanished':
    'Many codes of lock {lock} are missing at once, that of booking {booking} among them. They are made again when the next sync shows the same. If guests arrive soon, look at the lock in The Keys app.',
  'problem.blocked-guest-returns':
    'Booking {booking} is of a guest whom you blocked before. Until you decide, it gets no code, and one that another computer made is off. A code that this computer made, or that somebody switched on since, keeps working.',
  'problem.shared-pin':
    'Codes {code} and {otherCode} on lock {lock} have the same PIN, so the PIN of booking {booking} opens the door longer than the stay. Give one of them another PIN.',
  'problem.list-failed':
    'The codes of lock {lock} could not be read, so nothing is changed there: new bookings get no code on it until a later sync can read it. The other locks are not affected.',

  'problem.write-refused':
    'The Keys has refused the code of booking {booking} on lock {lock} several times, so do not rely on it there. The next try is at {until}; until then, make it by hand or correct what The Keys objects to.',
  'problem.note-cut':
    'The description of the code of booking {booking} on lock {lock} was too long for The Keys together with the number of the booking, so its end was cut off. The code works. Keep the rest of your note elsewhere if you need it.',
  'problem.pin-refused':
    'The Keys refuses the PIN of booking {booking} on lock {lock}, and the guest may already know it, so Latchkey does not change it. In the app of The Keys, make a code with another PIN there, with the guest’s name and the day of arrival; the next sync links it to the booking. Then tell the guest which PIN is for which door.',
  'problem.pin-open':
    'Lock {lock} has refused the PIN of booking {booking}, and the next sync tries another one on all doors. Do not tell the guest a PIN until this message is gone.',
  'problem.write.create':
    'The code of booking {booking} could not be created on lock {lock}: {reason}. The guest cannot open that door with it yet; the next sync tries again.',
  'problem.write.update':
    'The code of booking {booking} could not be updated on lock {lock}: {reason}. It may work at the wrong times; the next sync tries again.',
  'problem.write.adopt':
    'The existing code on lock {lock} could not be linked to booking {booking}: {reason}. It works as before; the next sync tries again.',
  'problem.write.move':
    'The code of booking {booking} could not be moved on lock {lock}: {reason}. Do not rely on it yet; the next sync tries again.',
  'problem.write.delete':
    'The code of booking {booking} could not be removed on lock {lock}: {reason}. It may still open the door; the next sync tries again.',
  'reason.refused': 'The Keys refused it',
  'reason.forbidden': 'this account may not change that lock',
  'reason.credentials': 'The Keys does not accept the credentials',
  'reason.aborted': 'the sync was stopped',
  'reason.unreachable': 'The Keys could not be reached',
  'reason.rate-limited': 'The Keys is limiting requests',
  'reason.not-found': 'The Keys does not know that lock or keypad',
  'reason.fault': 'The Keys reported an error',

  'problem.unverified.missing':
    'The code of booking {booking} was written but is not on lock {lock}. Do not rely on it yet; the next sync creates it again.',
  'problem.unverified.differs':
    'The code of booking {booking} on lock {lock} has a different PIN or different times from what was sent. Do not rely on it yet; the next sync checks it again.',
  'problem.unverified.still-there':
    'The code of booking {booking} was removed but is still on lock {lock}. It may still open the door; the next sync tries again.',
  'problem.unverified.unread':
    'The code of booking {booking} on lock {lock} was written but could not be read back. Do not rely on it yet; the next sync checks it again.',
  'problem.unverified.unread-removal':
    'The code of booking {booking} on lock {lock} was removed, but the lock could not be read afterwards. It may still open the door; the next sync checks it again.',
  'problem.unlisted':
    'The Keys accepted the code of booking {booking} but does not list it on lock {lock} yet. Do not rely on it; if it is not listed within five minutes, the next sync creates it again.',
  'problem.never-listed':
    'The Keys accepted several codes of booking {booking} on lock {lock} and lists none of them, so no more are created. Look in The Keys app for codes with “{tag}” in their description: keep one and check that it opens the door, or create a code by hand.',
  'problem.not-confirmed':
    'The code of this stay is not confirmed on the lock yet. Do not rely on it until it is; sync now to check again.',

  'problem.clock-wrong':
    'This computer’s clock is wrong by more than ten minutes, as both clouds show. Codes are created and extended by their time, but none is removed, shortened or moved. Set the clock.',
  'problem.clock-stepped':
    'This computer’s clock jumped since the last sync. Codes are created and corrected, but none is removed without your approval. Check the date and time before removing codes.',
  'problem.history-unstored.full':
    'The disk is full. Guests get their codes as always; what syncs do is kept in memory, and stored when there is space again. Free some space.',
  'problem.history-unstored.read-only':
    'Latchkey may not write to its folder. Guests get their codes as always; what syncs do is kept in memory, and stored when the folder can be written again. Make it writable.',
  'problem.history-unstored.failing':
    'The disk does not take what Latchkey stores. Guests get their codes as always; what syncs do is kept in memory, and stored when the disk works again. Check the disk.',
  'problem.wishes-recovered':
    'The file with your own decisions was damaged, and its last good copy is in use. Own times, own PINs, people and notes may be older than what you decided last: check them. Codes that are switched off on the locks stay off; block guests again who have no code yet.',
  'problem.wishes-lost':
    'The file with your own decisions was damaged and has no copy: own times, own PINs, people and notes are lost, so codes follow the bookings. Restore a backup, or enter them again. Codes that are switched off on the locks stay off; block guests again who have no code yet.',
  'problem.mapping-unconfirmed':
    'The settings file was damaged, and the last good copy is in use. Guests get their codes as always, but no code is removed, shortened or moved until you have checked units and doors and saved them.',
  'problem.mapping-lost':
    'No unit has a door any more, so nothing was written: new bookings get no code until you choose the doors again or restore a backup.',
  'problem.cloud-paused':
    '{cloud} asked not to be contacted before {until}. Codes stay as they are and new bookings get none until then. For an arrival within two hours without a confirmed code Latchkey tries once all the same; so does Sync now.',
  'problem.no-sync': 'No sync has worked since {since}: codes on the locks stay as they are, and new bookings get none until one does.',
  'problem.watchdog.unheard':
    'The watchdog service did not count the last ping: if this goes on, it will report that Latchkey is off although it works. Nothing needs to be done if the next ping arrives.',
  'problem.watchdog.refused':
    'The watchdog service did not accept the last ping, so it may report that Latchkey is off although it works. Check the address there and store it again with “latchkey credentials set watchdog”.',
  'problem.watchdog.unreadable':
    'The address of the watchdog could not be read from the keychain, so nothing was sent to it. Unlock the keychain, or store the address again with “latchkey credentials set watchdog”.',
  'problem.sync-crashed':
    'The sync was ended by an error in Latchkey. What it had done stays, and the next sync continues from there. If it happens again, send the diagnostics from the settings.',

  // Why a cloud or the keychain cannot be used.
  'failure.credentials-missing': 'No credentials for {cloud} are stored. Codes stay as they are until you connect it.',
  'failure.credentials-rejected':
    '{cloud} does not accept the credentials. Codes stay as they are and new bookings get none until it does: correct them, or wait: Latchkey tries again by itself after 15 minutes, an hour, and then every six hours.',
  'failure.forbidden':
    '{cloud} refused access: this account may not see or change that, or something blocks the connection. Codes stay as they are; check the account.',
  'failure.not-found': '{cloud} did not find what was requested. Codes stay as they are; check units and doors.',
  'failure.refused': '{cloud} refused the request. Codes stay as they are; try again, and check the log if it happens again.',
  'failure.unreachable': '{cloud} cannot be reached. Codes stay as they are; the next sync tries again.',
  'failure.timeout': '{cloud} did not respond in time. Codes stay as they are; the next sync tries again.',
  'failure.rate-limited': '{cloud} is limiting requests. Codes stay as they are; the next sync tries again.',
  'failure.server-error': '{cloud} reported an error. Codes stay as they are; the next sync tries again.',
  'failure.bad-response': '{cloud} sent an unexpected response. Codes stay as they are; the next sync tries again.',
  'failure.clock-skew':
    'This computer’s clock differs too much from the clock of {cloud}. Correct it; new bookings get no code until you do.',
  'failure.aborted': 'The sync was stopped before {cloud} responded. Codes stay as they are; the next sync continues.',

  'keychain-missing.linux':
    'There is no keychain: install libsecret (Debian: libsecret-1-0) and gnome-keyring or KWallet, and log in to the desktop. On a machine without one, set the credentials in the environment (LATCHKEY_…).',
  'keychain-missing.mac':
    'The macOS Keychain cannot be used: reinstall Latchkey, and start it as the user who is logged in. On a machine without one, set the credentials in the environment (LATCHKEY_…).',
  'keychain-missing.windows':
    'The Windows Credential Manager cannot be used: reinstall Latchkey, and make sure that the service is running. On a machine without one, set the credentials in the environment (LATCHKEY_…).',
  'keychain-locked.linux':
    'The keychain is locked or has lost the entry: log in to the desktop and unlock the login keyring. If that does not help, store the credentials again.',
  'keychain-locked.mac':
    'The keychain is locked or has lost the entry: unlock it in Keychain Access and allow Latchkey. If that does not help, store the credentials again.',
  'keychain-locked.windows':
    'The Credential Manager did not respond or has lost the entry: log in to Windows. If that does not help, store the credentials again.',
  'keychain-failed.linux':
    'The keychain refused access: open the keyring program of your desktop, check that it works, and try again. If that does not help, store the credentials again.',
  'keychain-failed.mac':
    'The keychain refused access: open Keychain Access, check that the login keychain works, and try again. If that does not help, store the credentials again.',
  'keychain-failed.windows':
    'The Credential Manager refused access: open it in the Control Panel, check that it works, and try again. If that does not help, store the credentials again.',
} as const satisfies Section;
