/** Why an arriving guest may not get in, and what to do: one sentence for each link between the booking and the door. `{lock}` is a quoted name or a number. */
import type { Section } from '../message.ts';

export const readiness = {
  'link.booking.stale':
    'Smoobu has not been read since {since}: a change or a cancellation after that is not known here. Look in Smoobu, and sync as soon as it answers.',
  'link.booking.times':
    'The code does not follow a time that is in the booking. Look at the times of the stay, and tell the guest from when on the door opens.',
  'link.code.missing':
    'No code of this guest is confirmed on lock {lock}. Sync now; if that does not help, make a code in The Keys app, or have a spare code ready.',
  'link.code.missing-unread':
    'No code of this guest is confirmed on lock {lock}, and its list cannot be read. Call the guest, and let them in with a spare code or a code that you make in The Keys app.',
  'link.code.waiting': 'The code is not on lock {lock} yet. The next sync writes it.',
  'link.code.not-created': 'No code on lock {lock} yet: {reason}. The next sync tries again.',
  'link.code.not-updated': 'The code on lock {lock} could not be changed: {reason}. It may work at the wrong times.',
  'link.code.unread':
    'The list of lock {lock} cannot be read, and no code of this guest has been seen there yet. The next sync tries again.',
  'link.code.stale': 'The list of lock {lock} has not been read since {since}. The code was there then, so the guest probably gets in.',
  'link.code.stale-soon':
    'The list of lock {lock} has not been read since {since}. The code was there then, so the guest probably gets in. Call the guest, and have a spare code or the printed codes ready.',
  'link.code.off': 'The code on lock {lock} is off, so the guest does not get in. Switch it on, or block the guest if that is right.',
  'link.code.blocked': 'Blocked by you: the guest does not get in.',
  'link.code.still-on':
    'You blocked this guest, and the code on lock {lock} is not confirmed to be off. Sync now; if that does not help, switch it off in The Keys app.',
  'link.gateway.under-way': 'The code has been on its way to lock {lock} since {since}. It takes up to ten minutes until the lock has it.',
  'link.gateway.not-seen':
    'The code is on its way to lock {lock}, whose gateway has not been seen since {since}. The lock has it soon after the gateway answers again.',
  'link.gateway.silent':
    'The gateway of lock {lock} has not been seen since {since}, so the lock probably does not have the code. Restart the gateway, or open the door once with The Keys app on a phone.',
  'link.gateway.phone':
    'Lock {lock} has no gateway, so it takes the code (written {since}) only from a phone. Open the door once with The Keys app.',
  'link.gateway.unknown': 'Whether the code has reached lock {lock} is not known.',
  'link.battery.critical': 'The battery of lock {lock} is nearly empty. Change it before the guest arrives.',
  'link.battery.low': 'The battery of lock {lock} is low. Change it soon.',
  'link.battery.old': 'The battery of lock {lock} has not been read since {since}. It is read when the door is used.',
  'link.battery.not-judged': 'The battery of lock {lock} is of a kind whose marks are not known, so it is not judged.',
  'link.battery.unknown': 'The battery of lock {lock} is not known.',
  'link.lock.refused': 'Lock {lock} refuses access to this account. Ask its owner to share it again.',
  'link.lock.unknown': 'When lock {lock} was last used is not known.',
  'link.guest.unknown': 'Whether the guest was told the code is not known.',
  'link.guest.scheduled': 'The guest has not been told the code yet; it is not due.',
  'link.guest.due': 'The message with the code has been due since {since} and was not sent yet.',
  'link.guest.not-told': 'The message with the code has been due since {since} and was not sent. Tell the guest the code.',
  'link.guest.not-verified': 'The guest is told the code once every door has it.',
  'link.guest.unclear': 'It is not certain that the message with the code arrived. Look in Smoobu.',
  'link.guest.cannot-tell': 'No message to the guest has a code that is certainly the right one. Make sure that the guest knows the code.',
  'link.computer.asleep': 'This computer was off or asleep when the last two syncs were due. Keep it on, or sync before it sleeps.',
  'link.computer.paused': 'Syncs are paused, so the code is not written. Resume them.',
  'link.computer.rejected': 'A cloud rejects the stored credentials, so the code is not written. Enter them again.',

  'arrival.what-booking': 'booking not clear',
  'arrival.what-code': 'code not confirmed',
  'arrival.what-no-code': 'no code yet',
  'arrival.what-no-code-at': 'no code on {missing} of {doors} doors',
  'arrival.what-gateway': 'code not at the lock yet',
  'arrival.what-battery': 'battery nearly empty',
  'arrival.what-lock': 'no access to the lock',
  'arrival.what-guest': 'guest not told',
  'arrival.what-computer': 'code not written',
  'arrival.one-today': '{guest} arrives at {time}: {what}',
  'arrival.one-tomorrow': '{guest} arrives tomorrow at {time}: {what}',
  'arrival.one-later': '{guest} arrives {time}: {what}',
  'arrival.one-arrived': '{guest} arrived at {time}: {what}',
  'arrival.one-staying': '{guest} is staying: {what}',
  'arrival.several-today': {
    one: '{cause}: {count} guest affected, {guest} today {time}',
    other: '{cause}: {count} guests affected, the next is {guest} today {time}',
  },
  'arrival.several-tomorrow': {
    one: '{cause}: {count} guest affected, {guest} tomorrow {time}',
    other: '{cause}: {count} guests affected, the next is {guest} tomorrow {time}',
  },
  'arrival.several-arrived': {
    one: '{cause}: {count} guest affected, {guest}, who arrived at {time}',
    other: '{cause}: {count} guests affected, first {guest}, who arrived at {time}',
  },
  'arrival.several-staying': {
    one: '{cause}: {count} guest affected, {guest}, who is staying',
    other: '{cause}: {count} guests affected, first {guest}, who is staying',
  },
  'arrival.cause-booking': 'Booking not clear',
  'arrival.cause-code': 'Code not confirmed',
  'arrival.cause-gateway': 'Code not at the lock yet',
  'arrival.cause-battery': 'Battery nearly empty',
  'arrival.cause-lock': 'No access to the lock',
  'arrival.cause-guest': 'Guest not told',
  'arrival.cause-computer': 'Code not written',
  'arrival.cause-paused': 'Syncs are paused',
  'arrival.cause-at': '{cause} ({lock})',
  'attention.call-guest': '{unit} has an arrival {time}: call the guest, and have a spare code or the printed codes ready.',
  'attention.door-silent':
    'The gateway of lock {lock} has not been seen since {time}. Codes that the lock has go on working, and new ones wait. Restart the gateway.',
  'attention.door-low': 'The battery of lock {lock} is low. Change it soon.',
  'attention.door-critical': 'The battery of lock {lock} is nearly empty. Change it now.',
  'tray.door-silent': '{lock}: gateway silent',
  'tray.door-battery': '{lock}: battery low',
  'notice.recovered-door': 'Lock {lock} is in order again.',
} as const satisfies Section;
