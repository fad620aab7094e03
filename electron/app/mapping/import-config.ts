/** Imports the older Python tool's configuration into the settings. Pure: nothing is stored. */
import type { KeypadId, KeypadPlace, LockId, UnitId } from '../../../shared/domain/ids.ts';
import { placeKey } from '../../../shared/domain/ids.ts';
import type { UnitMapping } from '../../../shared/domain/mapping.ts';
import { withMapping } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Secret } from '../../../shared/secret.ts';
import type { WallTime } from '../../../shared/time.ts';
import type { TheKeysCredentials } from '../ports/clouds.ts';
import { doorsOf, retiredPlaces } from './edit-mapping.ts';

/** The older tool's file, validated. Every lock of a unit has a keypad. */
export interface OldConfig {
  readonly units: readonly { readonly unitId: UnitId; readonly lockIds: readonly LockId[] }[];
  readonly keypads: ReadonlyMap<LockId, KeypadId>;
  readonly prefixes: ReadonlyMap<LockId, string>;
  /** null where the file has none. */
  readonly checkIn: WallTime | null;
  readonly checkOut: WallTime | null;
  readonly pinLength: number | null;
  /** The older tool used a key without a secret, which Smoobu no longer accepts (cloud-facts S7). */
  readonly smoobu: { readonly apiKey: Secret; readonly apiSecret: Secret | null } | null;
  readonly theKeys: TheKeysCredentials | null;
  /** Mistakes in the entries of single units and locks: these units are not in `units`. */
  readonly leftOut: readonly OldConfigMistake[];
  /** What the file sets that Latchkey has no use for, by name. */
  readonly notTakenOver: readonly string[];
}

/** Never quotes a value, since values may be secrets. */
export interface OldConfigMistake {
  /** 1-based. */
  readonly line: number;
  /** Dotted path; "" for the file as a whole. */
  readonly key: string;
  readonly message: string;
}

interface ImportedUnit {
  readonly unitId: UnitId;
  readonly doors: UnitMapping['doors'];
  readonly change: 'new' | 'changed' | 'same';
}
export interface ImportOutcome {
  readonly settings: Settings;
  readonly units: readonly ImportedUnit[];
  /** Places that no unit uses any more. */
  readonly retired: readonly KeypadPlace[];
}

/** Units in the file get its doors, other units stay as they are. */
export function importConfig(settings: Settings, config: OldConfig): ImportOutcome {
  const before = settings.mapping;
  const imported = config.units.map(({ unitId, lockIds }) => {
    const present = before.units.find((unit) => unit.unitId === unitId);
    const doors = doorsIn(config, lockIds, present);
    return {
      unitId,
      doors,
      present,
      change: present === undefined ? 'new' : sameDoors(present.doors, doors) ? 'same' : 'changed',
    } as const;
  });
  const units = [
    ...before.units.flatMap((unit) => {
      const update = imported.find(({ unitId }) => unitId === unit.unitId);
      return [update === undefined ? unit : { ...unit, doors: update.doors }];
    }),
    ...imported.filter(({ present }) => present === undefined).map(({ unitId, doors }) => newUnit(unitId, doors)),
  ];
  const retired = retiredPlaces(units, [...before.retired, ...doorsOf(before)]);
  return {
    settings: withMapping(withTimes(settings, config), { ...before, units, retired }),
    units: imported.map(({ unitId, doors, change }) => ({ unitId, doors, change })),
    retired: retiredPlaces(units, doorsOf(before)),
  };
}

/** Settings for one run with the file's units only. Names, zones and times that the settings have for them are kept. */
export function settingsForRun(settings: Settings, config: OldConfig): Settings {
  const units = config.units.map(({ unitId, lockIds }) => {
    const present = settings.mapping.units.find((unit) => unit.unitId === unitId);
    const doors = doorsIn(config, lockIds, present);
    return present === undefined ? newUnit(unitId, doors) : { ...present, doors };
  });
  return withMapping(withTimes(settings, config), { ...settings.mapping, units, retired: [] });
}

function withTimes(settings: Settings, config: OldConfig): Settings {
  return {
    ...settings,
    times: {
      ...settings.times,
      checkIn: config.checkIn ?? settings.times.checkIn,
      checkOut: config.checkOut ?? settings.times.checkOut,
    },
    codes: { ...settings.codes, pinLength: config.pinLength ?? settings.codes.pinLength },
  };
}

/** A prefix in the settings stays when the file has none for that lock. */
function doorsIn(config: OldConfig, lockIds: readonly LockId[], present: UnitMapping | undefined): UnitMapping['doors'] {
  return lockIds.flatMap((lockId) => {
    const keypadId = config.keypads.get(lockId);
    if (keypadId === undefined) return [];
    const known = present?.doors.find((door) => placeKey(door) === placeKey({ lockId, keypadId }));
    return [{ ...known, lockId, keypadId, prefix: config.prefixes.get(lockId) ?? known?.prefix ?? '' }];
  });
}

function newUnit(unitId: UnitId, doors: UnitMapping['doors']): UnitMapping {
  return { unitId, name: '', doors, checkIn: null, checkOut: null, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, timeZone: null };
}

function sameDoors(one: UnitMapping['doors'], other: UnitMapping['doors']): boolean {
  const keys = (doors: UnitMapping['doors']): string => doors.map((door) => `${placeKey(door)} ${door.prefix}`).join('\n');
  return keys(one) === keys(other);
}
