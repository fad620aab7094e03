/** The keypads that could take a door's place: those of locks that no unit uses. Pure. */
import type { KeypadPlace } from '../../../shared/domain/ids.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { keypadName } from '../../lib/names.ts';
import type { WindowTranslate } from '../../lib/texts.ts';

type Locks = NonNullable<CallOutput<'accounts.discover'>['locks']>;

export function freeKeypads(
  locks: Locks,
  units: CallOutput<'mapping.get'>['units'],
  t: WindowTranslate,
  compare: (one: string, other: string) => number,
): readonly (KeypadPlace & { readonly name: string })[] {
  const used = new Set(units.flatMap(({ doors }) => doors.map(({ lockId }) => lockId)));
  return locks
    .filter(({ lockId }) => !used.has(lockId))
    .flatMap(({ lockId, name, keypads }) => {
      const lock = name.trim() === '' ? t('common.lock-number', { id: String(lockId) }) : name.trim();
      return keypads.map((keypad) => ({
        ...{ lockId, keypadId: keypad.keypadId },
        name: keypads.length > 1 ? `${lock}, ${keypadName(t, keypad.name)}` : lock,
      }));
    })
    .sort((one, other) => compare(one.name, other.name));
}
