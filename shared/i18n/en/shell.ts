/** The frame of the window. */
import type { Section } from '../message.ts';

export const shell = {
  'shell.navigation': 'Views',
  'shell.control-key': 'Ctrl',
  'shell.today': 'Today',
  'shell.calendar': 'Calendar',
  'shell.doors': 'Units & doors',
  'shell.people': 'People',
  'shell.messages': 'Messages',
  'shell.to-do': { one: 'thing to do', other: 'things to do' },
  'shell.close-panel': 'Close',
  'shell.sync': 'Sync',
  'shell.sync-now': 'Sync now',
  'shell.syncing': 'Syncing…',
  'shell.paused': 'Paused',
  'shell.offline': 'Offline',
  'shell.not-synced': 'Not synced yet',
  'shell.sync-did-not-work': 'Sync failed',
  'shell.synced': 'Synced {ago}',
  'shell.covered': 'In place until {day}',
  'shell.history': 'History',
  'shell.settings': 'Settings',
  'shell.first-steps': 'First steps',
  'shell.version': 'Version {version}',
  'shell.demo': 'Demo',
  'shell.demo-text': 'This is the demo: bookings, guests and doors are invented, and nothing is kept.',
  'shell.demo-leave': 'Leave the demo',
  'shell.view-failed': 'This view could not be opened. Codes on your doors keep working; quit Latchkey and start it again.',
  'shell.no-answer': 'Latchkey does not answer',
  'shell.no-answer-text':
    'The codes on your doors keep working. Close this window and open it again from the tray; if that does not help, quit Latchkey and start it again.',
} as const satisfies Section;
