/** The first steps: both accounts, the doors, the first plan. */
import type { Section } from '../message.ts';

export const firstSteps = {
  'first-steps.steps': 'Steps',
  'first-steps.accounts': 'Accounts',
  'first-steps.doors': 'Doors',
  'first-steps.plan': 'First plan',
  'first-steps.back': 'Back',

  'first-steps.accounts-title': 'Connect your accounts',
  'first-steps.accounts-lead':
    'Latchkey reads your bookings in Smoobu and makes a code at The Keys for every guest. Nothing is written before you have seen the first plan.',
  'first-steps.smoobu-text':
    'Where your bookings are. Latchkey reads them; apart from messages that you start yourself, it changes nothing.',
  'first-steps.the-keys-text': 'Where your locks are. Latchkey reads them now, and writes codes only after you press Start.',
  'first-steps.accounts-wait': 'Connect both accounts to continue.',
  'first-steps.accounts-ready': 'Both accounts are connected.',
  'first-steps.choose-doors': 'Choose doors',
  'first-steps.other-ways': 'Other ways to start',
  'first-steps.demo': 'Try the demo',
  'first-steps.demo-text':
    'The demo has invented bookings, guests and doors, and keeps nothing. To leave it, choose “Leave the demo” at the top of its window.',
  'first-steps.demo-failed': 'The demo was not started',
  'first-steps.demo-failed-text': 'Nothing was changed. Try again.',
  'first-steps.import': 'Import the Python tool’s configuration file',
  'first-steps.imported': 'The file was imported. Continue here.',
  'first-steps.restore': 'Restore a backup',

  'first-steps.doors-title': 'Which doors do guests open?',
  'first-steps.doors-lead': {
    one: '{matched} of {count} unit was matched by name. Check it, then see what would change; nothing is written yet.',
    other: '{matched} of {count} units were matched by name. Check them, then see what would change; nothing is written yet.',
  },
  'first-steps.use-unit': 'Use these doors for {unit}',
  'first-steps.use': { one: 'Use this match', other: 'Use these {count} matches' },
  'first-steps.use-none': 'Tick at least one unit with a door.',
  'first-steps.gate': { one: '{door} is used by {count} unit.', other: '{door} is used by {count} units: offered once for all of them.' },
  'first-steps.no-code-yet': {
    one: '{count} unit is left without a door: its guests get no code.',
    other: '{count} units are left without a door: their guests get no code.',
  },

  'first-steps.plan-title': 'Your first plan',
  'first-steps.plan-lead': 'Nothing is written until you press Start. From then on, Latchkey keeps the codes up to date by itself.',
  'first-steps.plan-by-unit': 'What would change, by unit',
  'first-steps.sum-nothing': 'No code changes. Latchkey starts to follow your bookings.',
  'first-steps.not-planned': 'Not in the plan',
  'first-steps.start': 'Start',
  'first-steps.start-waits': 'Start is possible once the plan is shown.',
  'first-steps.start-failed': 'Latchkey was not started',
  'first-steps.start-failed-text': 'Nothing was written to the locks. Try again.',

  'first-steps.writing': 'Writing the codes',
  'first-steps.writing-text': 'You can close this window: Latchkey continues in the tray.',
  'first-steps.written': 'The codes are written',
  'first-steps.written-text': 'Latchkey keeps them up to date from now on.',
  'first-steps.not-all': 'Not all codes are written yet',
  'first-steps.not-all-text': 'What is missing is listed here and on Today. The next sync tries again.',
  'first-steps.by-door': 'Progress per door',
  'first-steps.door-waits': { one: '{count} code to write', other: '{count} codes to write' },
  'first-steps.door-at': '{done} of {total}',
  'first-steps.door-done': { one: '{count} code written', other: '{count} codes written' },
  'first-steps.today': 'Go to Today',
} as const satisfies Section;
