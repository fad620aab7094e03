/** What the user is asked before an act on a door, and why one cannot be done. */
import type { Section } from '../message.ts';

export const doors = {
  'door.ask.replace': '“{door}” is replaced by “{by}” for these units: {units}. The new keypad must be on the door by now.',
  'door.ask.replace-people': 'These people get the new door as well: {people}.',
  'door.ask.replace-codes': {
    one: 'One code is made there; the old one is removed once the new one was read back.',
    other: '{count} codes are made there; each old one is removed once the new one was read back.',
  },
  'door.ask.replace-waits': {
    one: 'Somebody may be inside with one of the old codes: it waits for your approval.',
    other: 'Somebody may be inside with {count} of the old codes: they wait for your approval.',
  },
  'door.ask.others-stay': {
    one: 'One code on the old keypad was not made by Latchkey: it stays there and does not move.',
    other: '{count} codes on the old keypad were not made by Latchkey: they stay there and do not move.',
  },
  'door.ask.old-unread': 'The old lock cannot be read, so the codes on it stay until it can be.',
  'door.ask.prefix-kept':
    'Guests go on typing {prefix} before the PIN. If the new keypad needs another prefix or none, change it under Units and doors before anybody is told.',
  'door.ask.digits-kept':
    'The new keypad counts as one that has only the digits {digits}, as the old one. If it has others, change that under Units & doors.',
  'door.refused.mapping-unconfirmed': 'Units and doors came back from a copy. Check and confirm them first.',
  'door.refused.not-mapped': 'That lock is no door of a unit.',
  'door.refused.several-doors': 'That lock has several doors with a keypad of their own. Change them under Units & doors.',
  'door.refused.lock-unknown': 'The account at The Keys does not have the new lock.',
  'door.refused.no-keypad': 'The new lock has no keypad.',
  'door.refused.several-keypads': 'The new lock has several keypads. Name one of these: {keypads}.',
  'door.refused.keypad-unknown': 'The new lock has no such keypad. It has: {keypads}.',
  'door.refused.same-door': 'That is the door that is there now.',
  'door.refused.already-mapped': '{unit} has the new door already. Remove one of the two under Units & doors.',
  'door.ask.remove': 'The code “{code}” is removed from “{door}”.',
  'door.ask.remove-not-ours': 'It was not made by Latchkey.',
  'door.ask.remove-opens-now': 'It opens this door now: somebody may be using it.',
  'door.ask.remove-for-good': 'This cannot be undone.',
  'door.refused.no-such-code': 'There is no such code on this keypad any more.',
  'door.refused.guest-code':
    'This is the code of a guest’s stay. To keep the guest out, block the stay; when the unit opens otherwise, choose no code for it: latchkey stay {booking} --block, or --no-code.',
  'door.refused.person-code': 'This code belongs to a person. Remove the person: latchkey people remove {person}.',
  'door.ask.restore': 'The code “{code}” is made again on “{door}”, until {until}, with the PIN it had.',
  'door.ask.unlink':
    'The code of {person} on “{door}” is made by hand again: it is called “{code}”, keeps its PIN, and no sync changes it any more.',
  'door.ask.restore-limited': 'It had no end: it gets one now.',
  'door.ask.restore-no-note': 'The note that it had was not kept.',
  'door.refused.busy': 'A sync is running, so nothing was changed. Try again in a minute.',
  'door.refused.changed': 'The code was changed in the meantime, so nothing was removed. Look at the door again.',
  'door.refused.unverified': 'It is not certain that the code is gone: it may still open the door. Look at the door again.',
  'door.refused.not-restored': 'The keypad does not take this code any more, so it was not made again.',
  'door.refused.restore-unverified': 'It is not certain that the code was made again. Look at the door again.',
  'door.refused.code-over': 'The code would be over by now, so it is not made again.',
  'reveal.title': 'Show more PINs?',
  'reveal.body':
    'Ten PINs were shown or copied within a minute. If you did not do that, choose “Don’t show”, quit Latchkey and change the PINs.',
  'reveal.yes': 'Show PINs',
  'reveal.no': 'Don’t show',
  'sheet.title': 'Print PINs?',
  'sheet.body': 'Whoever finds the sheet can open these doors. Keep it where no guest sees it, and destroy the old one.',
  'sheet.yes': 'Print with PINs',
  'sheet.no': 'Without PINs',
} as const satisfies Section;
