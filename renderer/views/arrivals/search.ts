/** Finding stays by guest, unit, door or booking number: accents and case do not matter. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import { plainText } from '../../../shared/text.ts';

/** A stay with the words it is found by, made once per reading of the stays. */
export interface IndexedStay {
  readonly status: StayStatus;
  readonly words: string;
}

/** `doorName` is asked once per door, however many stays it has. */
export function indexStays(stays: readonly StayStatus[], doorName: (place: KeypadPlace) => string, noName: string): readonly IndexedStay[] {
  const names = new Map<string, string>();
  const nameOf = (place: KeypadPlace): string => {
    const key = placeKey(place);
    const name = names.get(key) ?? doorName(place);
    names.set(key, name);
    return name;
  };
  return stays.map((status) => {
    const { booking, unitName, doors } = status.stay;
    const guest = booking.guestName.trim();
    // A character nobody types keeps one field from running into the next.
    const fields = [guest === '' ? noName : guest, unitName, ...doors.map(nameOf), String(booking.id)];
    return { status, words: fields.map(plainText).join('\n') };
  });
}

/** Every word of the query is found somewhere in the stay. */
export function findStays(index: readonly IndexedStay[], query: string, onlyNeedsYou: boolean): readonly StayStatus[] {
  const wanted = plainText(query)
    .split(' ')
    .filter((word) => word !== '');
  return index
    .filter(({ status, words }) => (!onlyNeedsYou || status.verdict === 'needs-you') && wanted.every((word) => words.includes(word)))
    .map(({ status }) => status);
}
