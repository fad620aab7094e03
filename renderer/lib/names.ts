/** What units, doors and guests are called in the window. A number is used only where there is no name. */
import type { AppSnapshot } from '../../shared/domain/app-state.ts';
import type { BookingId, KeypadPlace, LockId, UnitId } from '../../shared/domain/ids.ts';
import type { OperationReport } from '../../shared/domain/run.ts';
import type { WindowTranslate } from './texts.ts';

type WithNames = Pick<AppSnapshot, 'names'>;

export function unitName({ names }: WithNames, t: WindowTranslate, unitId: UnitId): string {
  const name = names.units.find((unit) => unit.unitId === unitId)?.name.trim() ?? '';
  return name === '' ? t('common.unit-number', { id: String(unitId) }) : name;
}

export function lockName({ names }: WithNames, t: WindowTranslate, lockId: LockId): string {
  const name = names.doors.find((door) => door.lockId === lockId && door.lockName.trim() !== '')?.lockName.trim() ?? '';
  return name === '' ? t('common.lock-number', { id: String(lockId) }) : name;
}

/** The lock's name, and its keypad's where units use several keypads of the lock. */
export function doorName(snapshot: WithNames, t: WindowTranslate, { lockId, keypadId }: KeypadPlace): string {
  const lock = lockName(snapshot, t, lockId);
  const ofLock = snapshot.names.doors.filter((door) => door.lockId === lockId);
  if (ofLock.length < 2) return lock;
  const keypad = ofLock.find((door) => door.keypadId === keypadId)?.keypadName.trim() ?? '';
  return `${lock}, ${keypad === '' ? t('common.keypad-id', { id: keypadId }) : keypad}`;
}

/** Beside the lock's name; keypads without a name have a text for that. */
export function keypadName(t: WindowTranslate, name: string): string {
  return name.trim() === '' ? t('common.keypad-no-name') : name.trim();
}

/** null where it only repeats what the door is called: "Keypad Mill House" of "Mill House". */
export function ownKeypadName(door: string, keypad: string): string | null {
  const [longer, shorter] = [keypad.trim(), door].map((name) => name.toLowerCase()).sort((one, other) => other.length - one.length);
  return keypad.trim() === '' || longer?.includes(shorter ?? '') === true ? null : keypad.trim();
}

export function guestName(t: WindowTranslate, name: string): string {
  return name.trim() === '' ? t('common.no-name') : name.trim();
}

/** As in the booking; null where it has no name, or is not known any more. */
export function bookedName({ stays, others }: Pick<AppSnapshot, 'stays' | 'others'>, bookingId: BookingId): string | null {
  const name =
    stays.find(({ stay }) => stay.booking.id === bookingId)?.stay.booking.guestName ??
    others.find((other) => other.bookingId === bookingId)?.guestName;
  return name === undefined || name.trim() === '' ? null : name.trim();
}

/** The guest an operation is for: as in the booking, else as on the code. null where neither has a name. */
export function guestOf(snapshot: Pick<AppSnapshot, 'stays' | 'others'>, { bookingId, changes }: OperationReport): string | null {
  const names = [bookingId === null ? null : bookedName(snapshot, bookingId), changes.name?.to, changes.name?.from].filter(
    (name) => typeof name === 'string',
  );
  return names.map((name) => name.trim()).find((name) => name !== '') ?? null;
}
