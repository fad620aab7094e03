/** What the probe does, in this order. Each step is named before it is done. */

const DOOR_STEPS = {
  'read-lock': 'Read the locks of the account and the codes on this lock; ask once with an invented token and once without one',
  create: 'Make a code on the keypad, with a random PIN, for an hour and a half on one day more than a year ahead',
  update: 'Change its end and its note',
  'switch-off': 'Switch it off',
  'switch-on': 'Switch it on again',
  'same-pin': 'Make a second code with the same PIN for the same day',
  'past-start':
    'If switching off works: make a code that is off, with another random PIN, from an hour ago until in an hour, and delete it at once',
  delete: 'Delete all of these codes, and look whether they are gone',
  'delete-again': 'Ask to delete one of them once more',
} as const;
const BOOKING_STEPS = {
  'read-account': 'Read which account of Smoobu it is, and one unit',
  'read-bookings': 'Read the bookings around today, and one of them alone',
  'read-thread': 'Read the messages of one booking',
  'read-placeholders': 'Read the placeholders',
} as const;
const PLACEHOLDER_STEPS = {
  'write-placeholder': 'Add a placeholder with an invented key to the booking, change it, and delete it',
} as const;

export const STEPS = { ...DOOR_STEPS, ...BOOKING_STEPS, ...PLACEHOLDER_STEPS };
export type ProbeStep = keyof typeof STEPS;

export function stepsFor({ placeholders }: { readonly placeholders: boolean }): readonly ProbeStep[] {
  return (Object.keys(STEPS) as readonly ProbeStep[]).filter((step) => placeholders || !(step in PLACEHOLDER_STEPS));
}
