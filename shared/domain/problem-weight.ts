/** What each kind of problem means for the guests and the user: the exit codes of the command line follow from it. */
import type { ProblemKind } from './problem.ts';

/**
 * `at-risk`: a code is missing, unverified or cannot be verified, or may be, or the clocks disagree. `waits`: it waits for the user. `told`:
 * nothing is at risk.
 */
export type ProblemWeight = 'at-risk' | 'waits' | 'told';

export const PROBLEM_WEIGHTS: Readonly<Record<ProblemKind, ProblemWeight>> = {
  // A unit without doors may be meant to have none.
  'unmapped-unit': 'told',
  'unmapped-followed': 'told',
  'unknown-booking-type': 'at-risk',
  'bad-booking-dates': 'at-risk',
  // The usual times count meanwhile.
  'unclear-times': 'told',
  overlap: 'told',
  'bookings-incomplete': 'at-risk',
  'incomplete-for-a-day': 'at-risk',
  'no-bookings': 'waits',
  'booking-unreadable': 'at-risk',
  // Its code stays until a second look.
  'booking-missing': 'told',
  'lookups-deferred': 'told',
  'other-account': 'waits',
  'wrong-account': 'waits',
  'removal-held': 'waits',
  'code-kept': 'told',
  'booked-again': 'waits',
  'other-pin': 'told',
  'code-came-back': 'told',
  'switched-off': 'waits',
  blocked: 'told',
  // Somebody who must not may get in.
  'still-on': 'at-risk',
  'list-failed': 'at-risk',
  'lock-unread': 'at-risk',
  'door-unreadable': 'at-risk',
  'scheduled-code': 'at-risk',
  'ambiguous-tag': 'told',
  'unreadable-code': 'at-risk',
  'no-free-pin': 'at-risk',
  'own-pin-taken': 'at-risk',
  'own-pin-unreadable': 'at-risk',
  'pins-running-out': 'told',
  'keypad-full': 'at-risk',
  'keypad-nearly-full': 'told',
  'waits-for-place': 'told',
  'removed-for-room': 'at-risk',
  'different-pins': 'told',
  'person-door-unmapped': 'told',
  unverified: 'at-risk',
  'cannot-verify': 'at-risk',
  'never-listed': 'at-risk',
  'note-cut': 'told',
  'write-failed': 'at-risk',
  'write-refused': 'at-risk',
  'pin-refused': 'at-risk',
  'pin-open': 'at-risk',
  'credentials-missing': 'at-risk',
  'credentials-rejected': 'at-risk',
  'cloud-unreachable': 'at-risk',
  'cloud-paused': 'at-risk',
  'cloud-failed': 'at-risk',
  'forbidden-lock': 'at-risk',
  'lock-given-up': 'told',
  'clock-stepped': 'told',
  'clock-wrong': 'at-risk',
  'clock-skew': 'at-risk',
  // Codes are made as always; without credentials the run fails for that.
  keychain: 'told',
  'settings-recovered': 'at-risk',
  'mapping-unconfirmed': 'waits',
  'wishes-recovered': 'waits',
  // An own time that is lost may end a stay's code too early.
  'wishes-lost': 'at-risk',
  'history-recovered': 'told',
  'history-unstored': 'told',
  'pin-key-missing': 'told',
  'no-sync': 'at-risk',
  'sync-crashed': 'at-risk',
  deadline: 'at-risk',
  interrupted: 'at-risk',
};
