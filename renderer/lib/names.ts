/** What units and doors are called in the window: by their names, and by their numbers only where there are none. */
import type { AppSnapshot } from '../../shared/domain/app-state.ts';
import type { KeypadPlace, LockId, UnitId } from '../../shared/domain/ids.ts';
import type { WindowTranslate } from './texts.ts';

type Known = Pick<AppSnapshot, 'names'>;

export function unitName({ names }: Known, t: WindowTranslate, unitId: UnitId): string {
  const name = names.units.find((unit) => unit.unitId === unitId)?.name.trim() ?? '';
  return name === '' ? t('common.unit-number', { id: String(unitId) }) : name;
}

export function lockName({ names }: Known, t: WindowTranslate, lockId: LockId): string {
  const name = names.doors.find((door) => door.lockId === lockId && door.lockName.trim() !== '')?.lockName.trim() ?? '';
  return name === '' ? t('common.lock-number', { id: String(lockId) }) : name;
}

/** The lock's name; with its keypad's where the lock has several that are mapped. */
export function doorName(known: Known, t: WindowTranslate, { lockId, keypadId }: KeypadPlace): string {
  const lock = lockName(known, t, lockId);
  const ofLock = known.names.doors.filter((door) => door.lockId === lockId);
  if (ofLock.length < 2) return lock;
  const keypad = ofLock.find((door) => door.keypadId === keypadId)?.keypadName.trim() ?? '';
  return `${lock}, ${keypad === '' ? t('common.keypad-id', { id: keypadId }) : keypad}`;
}
