/** Finding stays by guest, unit, door or booking number: accents and case do not matter. */
import type { StayStatus } from '../../../shared/domain/app-state.ts';
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';

/** A stay with the words it is found by, made once per reading of the stays. */
export interface IndexedStay {
  readonly status: StayStatus;
  readonly words: string;
}

/** Letters that do not fall apart into a plain one and its accent. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœı]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
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
    return { status, words: fields.map(plainWords).join('\n') };
  });
}

/** Every word of the query is found somewhere in the stay. */
export function findStays(index: readonly IndexedStay[], query: string, onlyNeedsYou: boolean): readonly StayStatus[] {
  const wanted = plainWords(query)
    .split(' ')
    .filter((word) => word !== '');
  return index
    .filter(({ status, words }) => (!onlyNeedsYou || status.verdict === 'needs-you') && wanted.every((word) => words.includes(word)))
    .map(({ status }) => status);
}
