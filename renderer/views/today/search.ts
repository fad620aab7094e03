/** Finds guests by name, unit, door, booking number or what is unusual, without regard to case and accents. Pure. */
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import { plainText } from '../../../shared/text.ts';
import { memoize } from '../../lib/memoize.ts';
import type { GuestRow } from './rows.ts';

/** A row with the text it is found by, made once for every new list. */
export interface IndexedRow {
  readonly row: GuestRow;
  readonly text: string;
}
export interface SearchWords {
  /** Called once per door, however many guests it has. */
  readonly doorName: (place: KeypadPlace) => string;
  readonly unitName: (row: GuestRow) => string;
  readonly stateName: (row: GuestRow) => string;
  readonly noName: string;
}

export function indexRows(rows: readonly GuestRow[], { doorName, unitName, stateName, noName }: SearchWords): readonly IndexedRow[] {
  const nameOf = memoize(doorName, placeKey);
  return rows.map((row) => {
    const { guest, doors, bookingId, state } = row;
    const unusual = state === 'ready' || state === 'on-its-way' || state === 'left' ? [] : [stateName(row)];
    const fields = [guest === '' ? noName : guest, unitName(row), ...doors.map((door) => nameOf(door)), String(bookingId), ...unusual];
    // A line break keeps one field from running into the next.
    return { row, text: fields.map(plainText).join('\n') };
  });
}

/** Every word of the query must occur somewhere in the row. */
export function findRows(index: readonly IndexedRow[], query: string): readonly GuestRow[] {
  const words = plainText(query).split(' ');
  return index.filter(({ text }) => words.every((word) => text.includes(word))).map(({ row }) => row);
}
