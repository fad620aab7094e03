/** The first steps: connect, map, look at the first plan, apply. */
import type { Section } from '../message.ts';

export const firstSteps = {
  'first-steps.lead':
    'Connect both accounts, say which door belongs to which unit, look at the first plan. Nothing is written to your locks until you press Apply.',
  'first-steps.steps': 'Steps',
  'first-steps.smoobu': 'Connect Smoobu',
  'first-steps.smoobu-text': 'Latchkey reads your bookings there, and changes nothing.',
  'first-steps.the-keys': 'Connect The Keys',
  'first-steps.the-keys-text': 'Latchkey reads your locks now, and writes codes only once you have pressed Apply.',
  'first-steps.doors': 'Map doors',
  'first-steps.doors-text': 'Say which doors each unit opens. A guest gets a code on every door of the unit, and on no other.',
  'first-steps.plan': 'Look at the first plan',
  'first-steps.plan-text':
    'This is what the first run would do. Nothing is written until you press Apply; from then on Latchkey keeps the codes in step by itself.',
  'first-steps.done': 'Done',
  'first-steps.now': 'Now',
  'first-steps.later': 'Later',
  'first-steps.trouble': 'Does not work',
  'first-steps.waits-doors': 'Connect both accounts first.',
  'first-steps.waits-plan': 'Connect both accounts and map at least one door first.',
  'first-steps.next': 'Next: {step}',
  'first-steps.mapping-failed': 'The mapping could not be read',
  'first-steps.mapping-failed-text': 'Nothing was changed, and nothing is written to the locks. Try again.',
  'first-steps.apply': 'Apply',
  'first-steps.apply-waits': 'Apply is possible once the plan is shown.',
  'first-steps.apply-failed': 'The plan was not applied',
  'first-steps.apply-failed-text': 'Nothing was written to the locks. Try again.',
  'first-steps.applied': 'Latchkey has begun: the codes are on their way to the doors.',
  'first-steps.other-ways': 'Other ways to begin',
  'first-steps.demo': 'Try it with demo data',
  'first-steps.demo-text': 'The demo: Latchkey starts again with invented bookings, guests and doors. You can leave the demo at any time.',
  'first-steps.demo-failed': 'The demo was not started',
  'first-steps.demo-failed-text': 'Nothing was changed. Try again.',
  'first-steps.import': 'Import the Python tool’s configuration file',
  'first-steps.imported': 'The file was taken over. Go on with the first step that is not done.',
  'first-steps.at-work': 'Latchkey is at work',
  'first-steps.at-work-text':
    'The first run writes the codes now. Two more things, then you are done; both can be changed in the settings at any time.',
  'first-steps.arrivals': 'Go to arrivals',
} as const satisfies Section;
