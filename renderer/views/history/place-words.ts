/** Which unit, door, guest and booking something in a run is about. Pure. */
import type { AppSnapshot } from '../../../shared/domain/app-state.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { OperationReport } from '../../../shared/domain/run.ts';
import { doorName, lockName, unitName } from '../../lib/names.ts';
import type { WindowTranslate } from '../../lib/texts.ts';

type Known = Pick<AppSnapshot, 'names' | 'stays'>;

export function placeWords(
  known: Known,
  t: WindowTranslate,
  about: Pick<Problem, 'unitId' | 'bookingId' | 'lockId' | 'keypadId'>,
): string[] {
  const { unitId, bookingId, lockId, keypadId } = about;
  return [
    ...(unitId === undefined ? [] : [unitName(known, t, unitId)]),
    ...(lockId === undefined ? [] : [keypadId === undefined ? lockName(known, t, lockId) : doorName(known, t, { lockId, keypadId })]),
    ...(bookingId === undefined ? [] : [t('history.booking', { id: String(bookingId) })]),
  ];
}

/** Unit, guest and booking; the door stands in its title. */
export function operationAbout(known: Known, t: WindowTranslate, operation: OperationReport): string[] {
  const { unitId, bookingId } = operation;
  return [
    ...(unitId === null ? [] : [unitName(known, t, unitId)]),
    ...[guestName(known, operation)].filter((name) => name !== null),
    t('history.booking', { id: String(bookingId) }),
  ];
}

/** As the booking has it now; of one that is gone, as the code had it then. */
function guestName({ stays }: Known, { bookingId, changes }: OperationReport): string | null {
  const booked = stays.find(({ stay }) => stay.booking.id === bookingId)?.stay.booking.guestName.trim() ?? '';
  if (booked !== '') return booked;
  const told = [changes.name?.to, changes.name?.from].find((name) => typeof name === 'string' && name.trim() !== '');
  return typeof told === 'string' ? told.trim() : null;
}
