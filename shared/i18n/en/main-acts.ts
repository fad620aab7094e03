/** What the user is asked before an act on a stay, and why one cannot be done. */
import type { Section } from '../message.ts';

export const acts = {
  'act.ask.new-pin':
    '{guest} gets a new PIN on every door, and the present one stops working. Whether anybody was told it is not known here; it was not shown.',
  'act.ask.new-pin-shown': {
    one: '{guest} gets a new PIN on every door, and the present one stops working. It was shown here once; whether anybody was told is not known.',
    other:
      '{guest} gets a new PIN on every door, and the present one stops working. It was shown here {count} times; whether anybody was told is not known.',
  },
  'act.ask.new-pin-staying': '{guest} is staying now. The present PIN stops working at once.',
  'act.ask.no-code-staying': '{guest} is staying now. The PIN stops working at once.',
  'act.ask.crosses': 'This crosses the stay of {other}, from {from} until {until}.',
  'act.refused.stay-unknown': 'Smoobu’s list of bookings does not have this stay.',
  'act.refused.stay-cancelled': 'The booking is cancelled.',
  'act.refused.stay-over': 'The stay is over.',
  'act.refused.stay-not-over': 'The stay is not over, or its unit has no door in the mapping, so that nobody can tell.',
  'act.refused.stay-without-doors':
    'Latchkey makes no codes for this booking: its unit has no door, its dates are wrong, or it is too far away.',
  'act.refused.busy': 'It is recorded, and the next sync carries it out: another one is running.',
  'act.refused.not-read': 'The bookings and codes could not be read. Try again later.',
  'act.refused.no-pin-key': 'This needs the PIN key, and there is none on this computer.',
  'act.refused.pin-unknown': 'The present PIN cannot be read from the lock, so nobody could tell whether it was replaced.',
  'act.refused.pin-length': 'A PIN has 4 to 8 digits.',
  'act.refused.pin-trivial': 'This PIN is too easy to guess.',
  'act.refused.pin-digits': 'One of the keypads does not have all of these digits.',
  'act.refused.pin-taken': 'Another code on one of the doors has this PIN.',
  'act.refused.pin-near': 'A code that is valid at the same time differs from this PIN in one digit only.',
  'act.refused.pin-retired': 'This PIN was replaced before, so it is not used again for this stay.',
  'act.refused.window-empty': 'The door would close before it opens.',
  'act.refused.too-far': 'Own times reach two days before and after the stay’s own.',
  'act.refused.locks-out': 'The guest is staying now and would be locked out. To keep somebody out, block the stay.',
  'act.refused.act-unknown': 'There is no such act here, or it is more than 30 days old.',
  'act.refused.act-is-sync': 'This was a sync. Only what you did yourself can be undone.',
  'act.refused.act-not-undone': 'This cannot be undone.',
  'act.refused.act-new-pin': 'A new PIN is not undone: the former one leaked.',
  'act.refused.act-changed': 'The stay was changed since, so this cannot be undone any more.',
  'act.refused.act-pin-lost': 'The former PIN cannot be read any more: it was encrypted with another PIN key.',
} as const satisfies Section;
