/** Times of a stay, as commands take them and as people read them. */
import type { RefusedTime } from '../../app/acts/times-refused.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { OverruledReason } from '../../../shared/domain/stay-times.ts';
import type { DayTime } from '../../../shared/domain/wishes.ts';
import { printable } from './text.ts';

/** "0+11:00", as `--from` and `--until` take it. */
export function timeArgument({ day, time }: DayTime): string {
  return `${String(day)}+${time}`;
}

/** Why the door does not open as the booking says, and the command that changes that. */
export function refusedTimeText(refused: RefusedTime, bookingId: BookingId): string {
  const { end, says, because, grant } = refused;
  const what = end === 'start' ? 'Check-in' : 'Check-out';
  const why = `${what} at ${says}, as the booking has it: ${REASONS[because](otherStay(refused))}`;
  if (grant === null) return why;
  const option = end === 'start' ? '--from' : '--until';
  return `${why} To allow it: latchkey stay ${String(bookingId)} ${option} ${timeArgument(grant)}`;
}

function otherStay({ otherId, otherGuest }: RefusedTime): string {
  const id = otherId === null ? '' : ` (booking ${String(otherId)})`;
  return otherGuest === null || otherGuest.trim() === '' ? `another guest${id}` : `${printable(otherGuest)}${id}`;
}

const REASONS: Readonly<Record<OverruledReason, (other: string) => string>> = {
  'later-than-usual': () => 'the door opens at the usual time all the same, so that the guest is not shut out until then.',
  'earlier-than-usual': () => 'the code works until the usual time all the same, so that the guest is not shut out before.',
  'next-night': () => 'it is taken for the night after the day of arrival, when the code works already.',
  asked: () => 'it is not certain which night is meant, so it needs your answer; the usual time applies until then.',
  'too-early': () => 'not granted in full, since it is earlier than your settings allow.',
  'guest-leaves': (other) => `not granted in full, since ${other} leaves the unit before, and it is cleaned.`,
  'guest-arrives': (other) => `not granted in full, since ${other} arrives in the unit.`,
  incomplete: () => 'not granted yet, since not every booking could be read, and another guest may be there.',
  'usual-times': () => 'not used, since this unit ignores times in bookings.',
};
