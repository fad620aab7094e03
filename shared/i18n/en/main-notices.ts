/** Notifications, and the sentences of what needs the host. No PINs, no guest names, no booking numbers. */
import type { Section } from '../message.ts';

export const notices = {
  'notice.rejected-title': '{cloud} does not accept the credentials',
  'notice.rejected-body': 'Codes stay as they are and new bookings get none until you correct them.',
  'notice.keychain-title': 'The keychain cannot be used',
  'notice.unreachable-title': '{cloud} cannot be reached',
  'notice.unreachable-body': 'Since {time}. Codes stay as they are; Latchkey keeps trying.',
  'notice.run-held-title': 'A run waits for your word',
  'notice.held-title': { one: '{count} removal waits for your word', other: '{count} removals wait for your word' },
  'notice.held-body': 'Nothing is removed until you have decided in Latchkey.',
  'notice.arrival-title': 'Arrival {time}: code not confirmed',
  'notice.arrival-now-title': 'Guest may arrive: code not confirmed',
  'notice.arrival-body': '{unit}: the code could not be confirmed on the lock. Do not rely on it yet.',
  'notice.arrivals-title': { one: '{count} arrival: code not confirmed', other: '{count} arrivals: codes not confirmed' },
  'notice.arrivals-body': '{units}: the codes could not be confirmed on the locks. Do not rely on them yet.',
  'notice.arrivals-body-more': '{units} and {more} more: the codes could not be confirmed on the locks. Do not rely on them yet.',
  'notice.recovered-title': 'Back in order',
  'notice.recovered-cloud': '{cloud} answers again.',
  'notice.recovered-credentials': '{cloud} accepts the credentials again.',
  'notice.recovered-keychain': 'The keychain can be used again.',
  'notice.recovered-arrival': '{unit}: the code is confirmed on the lock.',
  'notice.recovered-more': 'And {more} more.',

  'attention.arrival':
    '{unit}: an arrival is near or under way, and its code is not confirmed on the lock. Do not rely on it yet; look at the stay.',
  'attention.rejected': '{cloud} does not accept the stored credentials. No codes are kept up until you correct them.',
  'attention.not-connected': '{cloud} is not connected. No codes are kept up until it is.',
  'attention.first-steps': 'Connect Smoobu and The Keys to begin.',
  'attention.first-steps-map': 'Map units to doors to go on. Nothing is written to the locks yet.',
  'attention.first-steps-apply': 'Everything is ready. Nothing is written to the locks until you press Apply in the first steps.',
  'attention.held': {
    one: '{count} removal waits for your word. Until then the code keeps opening its door.',
    other: '{count} removals wait for your word. Until then the codes keep opening their doors.',
  },
  'attention.unreachable': {
    one: '{cloud} could not be reached in the last run. Codes stay as they are; new bookings get none until it answers.',
    other: '{cloud} could not be reached in the last {count} runs. Codes stay as they are; new bookings get none until it answers.',
  },
  'attention.clock-skew': 'This computer’s clock is wrong. Set it right: until then new bookings get no code.',
  'attention.clock-stepped': 'This computer’s clock jumped. No code is removed until you have looked.',
  'attention.settings-recovered': 'The settings could not be read and were set aside. Check the mapping: without it no code is made.',
  'attention.history-recovered':
    'The history could not be read and was set aside. A new one has been started; codes on the locks are not touched by that.',
} as const satisfies Section;
