/** Finds stays by guest, unit, door or booking number, without regard to case and accents. Pure. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import { plainText } from '../../../shared/text.ts';
import { memoize } from '../../lib/memoize.ts';

/** A stay with the text it is found by, made once for every new list of stays. */
export interface IndexedStay {
  readonly status: StayStatus;
  readonly text: string;
}

/** `doorName` is called once per door, however many stays the door has. */
export function indexStays(stays: readonly StayStatus[], doorName: (place: KeypadPlace) => string, noName: string): readonly IndexedStay[] {
  const nameOf = memoize(doorName, placeKey);
  return stays.map((status) => {
    const { booking, unitName, doors } = status.stay;
    const guest = booking.guestName.trim();
    const fields = [guest === '' ? noName : guest, unitName, ...doors.map((door) => nameOf(door)), String(booking.id)];
    // A line break keeps one field from running into the next.
    return { status, text: fields.map(plainText).join('\n') };
  });
}

/** Every word of the query must occur somewhere in the stay. */
export function findStays(index: readonly IndexedStay[], query: string, onlyNeedsYou: boolean): readonly StayStatus[] {
  const words = plainText(query).split(' ');
  return index
    .filter(({ status, text }) => (!onlyNeedsYou || status.verdict === 'action-needed') && words.every((word) => text.includes(word)))
    .map(({ status }) => status);
}
