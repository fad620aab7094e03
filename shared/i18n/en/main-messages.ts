/** Why nothing is told or switched on when the user asks for it. */
import type { Section } from '../message.ts';

export const messageRefusals = {
  'messages.refused.stay-unknown': 'There is no such stay: it is over, cancelled, or its unit has no doors.',
  'messages.refused.told-already': 'This guest has been told already, and nothing has changed since.',
  'messages.refused.maybe-told': 'A message was sent and may not have arrived. First answer whether it did.',
  'messages.refused.changed': 'Who would be told has changed since you looked. Nothing was switched on: look at the list again.',
  'messages.refused.bad-key': 'The name must be 2 to 40 letters, digits, - or _, and begin with a letter.',
  'messages.refused.threads-unread':
    'The messages of guests who arrive soon could not be read. Try again later, or say up to which arrival guests have been told.',
  'messages.refused.not-verified': 'Not every door of this stay has its verified code yet. Sync now, then try again.',
  'messages.refused.quiet-hours': 'Nothing is sent at night.',
  'messages.refused.no-pin-key':
    'There is no PIN key in the keychain, so it could not be recognised later what guests were told. Nothing was changed.',
  'messages.refused.register-lost': 'Latchkey no longer knows what guests were told. Stop messages and start them again.',
  'messages.refused.paused': 'Latchkey is paused. Resume it, then try again.',
  'messages.refused.blocked': 'This guest is kept out, or is to have no code.',
  'messages.refused.no-code': 'This stay has no code.',
  'messages.refused.not-for-unit': 'Your settings say that guests of this unit are not told by Latchkey.',
  'messages.refused.not-for-channel': 'Your settings say that guests of this booking channel are not told by Latchkey.',
  'messages.refused.not-for-stay': 'You chose that this guest is told nothing by Latchkey.',
  'messages.refused.draft-language': 'The text in this guest’s language is a draft. Look at it first.',
  'messages.refused.template-broken': 'The text in this guest’s language has a mistake. Correct it first.',
  'messages.refused.different-pins':
    'The doors of this stay have different PINs, and the text has room for only one. Use the list of doors in it.',
  'messages.refused.changed-by-hand': 'Somebody changed this code at The Keys. First answer whether the guest is told.',
  'messages.refused.refused': 'Smoobu refused the message. Latchkey tries again by itself.',
  'messages.refused.reading-thread': 'Latchkey is checking whether the last message arrived.',
  'messages.refused.asked': 'Something needs your answer first. Look under To do, on the page Today.',
  'messages.refused.placeholder-taken': 'Smoobu has a placeholder of this name that is not Latchkey’s. Choose another name.',
  'messages.refused.not-started': 'Messages are not switched on. Start them first.',
  'messages.refused.over': 'This stay is over.',
} as const satisfies Section;
