/** The keypads a unit can be given, and the names of units and doors: from the accounts, else from the settings. Pure. */
import type { DoorName, Names } from '../../../../shared/domain/app-state.ts';
import { placeKey } from '../../../../shared/domain/ids.ts';
import { isFoundIn } from '../../../../shared/text.ts';
import type { Discovery } from './unit-rows.ts';
import type { DraftUnit } from './draft.ts';

/** Names from the accounts replace those of the settings, except empty ones. */
export function mergedNames(names: Names, found: Discovery | null, draft: readonly DraftUnit[]): Names {
  const units = new Map(draft.map(({ unitId, name }) => [unitId, name]));
  for (const { unitId, name } of [...names.units, ...(found?.units ?? [])]) if (name.trim() !== '') units.set(unitId, name);
  const doors = new Map(names.doors.map((door) => [placeKey(door), door]));
  for (const { lockId, name, keypads } of found?.locks ?? []) {
    for (const keypad of keypads) {
      const place = { lockId, keypadId: keypad.keypadId };
      const before = doors.get(placeKey(place));
      doors.set(placeKey(place), {
        ...place,
        lockName: name.trim() === '' ? (before?.lockName ?? '') : name,
        keypadName: keypad.name.trim() === '' ? (before?.keypadName ?? '') : keypad.name,
      });
    }
  }
  return { units: [...units].map(([unitId, name]) => ({ unitId, name })), doors: [...doors.values()] };
}

/** While the locks cannot be read, the keypads with known names: units stay editable. */
export function offeredKeypads(names: Names, found: Discovery | null, compare: (one: string, other: string) => number) {
  const locks = found?.locks ?? null;
  const existing = new Set(locks?.flatMap(({ lockId, keypads }) => keypads.map(({ keypadId }) => placeKey({ lockId, keypadId }))));
  const keypads = names.doors.filter((door) => locks === null || existing.has(placeKey(door)));
  return {
    keypads: keypads.toSorted((one, other) => compare(one.lockName, other.lockName) || compare(one.keypadName, other.keypadName)),
    locksWithoutKeypad: (locks ?? []).filter((lock) => lock.keypads.length === 0).map(({ lockId, name }) => ({ lockId, name })),
  };
}

/** Every door of the account, and those that units have although the account lists them no longer. */
export function doorsOfAll(
  names: Names,
  { draft, found }: { readonly draft: readonly DraftUnit[]; readonly found: Discovery | null },
  compare: (one: string, other: string) => number,
): readonly DoorName[] {
  const offered = offeredKeypads(names, found, compare).keypads;
  const used = new Set(draft.flatMap(({ doors }) => doors.map(placeKey)));
  const listed = new Set(offered.map(placeKey));
  return [...offered, ...names.doors.filter((door) => used.has(placeKey(door)) && !listed.has(placeKey(door)))];
}

export function matchesKeypad({ lockName, keypadName, keypadId, lockId }: DoorName, search: string): boolean {
  return isFoundIn([lockName, keypadName, keypadId, String(lockId)], search);
}
