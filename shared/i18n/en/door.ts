/** The panel of a door: who can open it, its codes, its spare code, its health, and replacing it. */
import type { Section } from '../message.ts';

export const door = {
  'door.loading': 'Reading the door',
  'door.failed': 'The door could not be read',
  'door.failed-text': 'Codes on the door keep working. What is shown below may be older.',
  'door.refresh': 'Refresh',
  'door.not-read': 'Not read yet',
  'door.unread': {
    one: '{count} code could not be read and may open the door.',
    other: '{count} codes could not be read and may open the door.',
  },
  'door.room': '{used} of {count}',
  'door.updated': 'Updated',
  'door.codes': 'Codes',

  'door.battery': 'Battery',
  'door.battery-unknown': 'Unknown',
  'door.battery-good': 'Good ({volts} V)',
  'door.battery-volts': '{volts} V',
  'door.battery-low': 'Low: change it soon ({volts} V)',
  'door.battery-critical': 'Nearly empty: change it now ({volts} V)',
  'door.gateway': 'Gateway',
  'door.gateway-none': 'None: changes reach this door only when a phone syncs it',
  'door.gateway-unknown': 'Unknown',
  'door.gateway-connected': 'Connected',
  'door.gateway-silent': 'Silent since {time}: changes may not reach this door',

  'door.now': 'Can open it now',
  'door.now-nobody': 'Nobody can open it with a code right now.',
  'door.next': 'Next',
  'door.later': 'Later',
  'door.ended': 'No longer open it',
  'door.guest': 'Guest',
  'door.person': 'Person',
  'door.by-hand': 'Made by hand',
  'door.outdated': 'Outdated code',
  'door.unknown-person': 'Made by Latchkey on another computer',
  'door.maybe': 'may open',
  'door.off': 'switched off',
  'door.nobodys': 'Not linked to anyone',
  'door.always': 'always',
  'door.from': 'from {start}',
  'door.until': 'until {end}',
  'door.from-until': '{start} – {end}',
  'door.has-schedule': 'on certain days only',
  'door.no-name': 'Code without a name',
  'door.remove-name': 'Remove code: {name}',

  'door.spare': 'Spare code',
  'door.spare-text':
    'Always opens this door. It is made ahead, for when a guest’s code does not work and the internet or a gateway is down. After you have shown it to a guest, it gets another PIN when that stay ends.',
  'door.spare-off-title': 'Remove the spare code of {door}?',
  'door.spare-made': '{door} has a spare code.',
  'door.spare-removed': '{door} has no spare code any more.',
  'door.spare-failed': 'The spare code was not changed',

  'door.history': 'History of this door',

  'door.replace': 'Replace this door everywhere',
  'door.replace-text': {
    one: 'A new lock takes its place for {count} unit and for every person. Codes are made on the new lock with the same PINs before the old ones go.',
    other:
      'A new lock takes its place for {count} units and for every person. Codes are made on the new lock with the same PINs before the old ones go.',
  },
  'door.replace-none': 'The account has no other lock that is free. Add the new lock in the app of The Keys first.',
  'door.replace-check': 'Check for new locks',
  'door.replace-by': 'Replace with {door}',
  'door.replace-title': 'Replace {door} with {by}?',
  'door.replace-confirm': 'Replace door',
  'door.replaced': '{by} has taken the place of {door}.',
} as const satisfies Section;
