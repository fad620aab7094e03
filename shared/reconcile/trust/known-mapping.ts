/** Whether the mapping was lost: a sync without one has nothing to do only if there never was one. */
import type { MemoryChange, Remembered } from '../../domain/memory.ts';
import type { Settings } from '../../domain/settings.ts';

const KEY = 'known';
export const FORGET_MAPPING: MemoryChange = { kind: 'mapping', key: KEY, value: null };

/** A mapping that the user has emptied keeps its units, or the keypads they had. */
export function isMappingLost({ mapping, recovery }: Pick<Settings, 'mapping' | 'recovery'>, remembered: Remembered): boolean {
  if (mapping.units.length > 0 || mapping.retired.length > 0) return false;
  return recovery === 'lost' || remembered.mapping.has(KEY);
}

/** What a run remembers of the mapping it used. */
export function rememberMapping({ mapping }: Pick<Settings, 'mapping'>, remembered: Remembered): readonly MemoryChange[] {
  const units = mapping.units.length;
  return units === 0 || remembered.mapping.get(KEY)?.units === units ? [] : [{ kind: 'mapping', key: KEY, value: { units } }];
}
