import { describe, expect, it } from 'vitest';
import { demoLocks, UNITS } from '../../demo/portfolio/places.ts';
import { GATEWAY, KEYPAD } from '../../demo/seed.ts';
import type { UnitSummary } from '../../../shared/domain/booking.ts';
import type { LockSummary } from '../../../shared/domain/code.ts';
import { branded } from '../../../tests/support/ids.ts';
import { suggestGates } from './suggest-gates.ts';
import { suggestMapping } from './suggest-mapping.ts';

const units = branded<UnitSummary[]>([
  { id: 1, name: 'Rose' },
  { id: 2, name: 'Tulipe' },
  { id: 3, name: 'Iris' },
]);
const lock = (id: number, name: string, gateway: readonly number[] | null = null, keypads = 1) =>
  branded<LockSummary>({
    ...{ id, name, timeZone: null, batteryMillivolts: null },
    keypads: Array.from({ length: keypads }, (_, index) => ({ keypadId: `Kp${String(id)}${String(index)}`, name: '' })),
    gateway: gateway === null ? null : { seenAtMs: null, ids: gateway },
  });
const flats = [lock(11, 'Rose', [7]), lock(12, 'Tulipe', [7]), lock(13, 'Iris', [8])];
function suggest(...gates: readonly LockSummary[]) {
  const locks = [...flats, ...gates];
  const own = new Map(suggestMapping(units, locks).map(({ unitId, doors }) => [unitId, doors.map(({ lockId }) => lockId)]));
  return suggestGates(units, locks, own).map((gate) => [gate.lockId, gate.units]);
}

describe('suggestGates', () => {
  it('suggests a common door for the units whose doors share its gateway', () => {
    expect(suggest(lock(14, 'Portail commun', [7, 9]))).toEqual([[14, [1, 2]]]);
    expect(suggest(lock(14, 'Brama wspólna', [8]))).toEqual([[14, [3]]]);
  });
  it('suggests nothing for a common door where no gateway tells who is near', () => {
    expect(suggest(lock(14, 'Portail commun'))).toEqual([]);
    expect(suggest(lock(14, 'Portail commun', [9]))).toEqual([]);
  });
  it('suggests the door of a building for the units that it is named after, and for no neighbour', () => {
    expect(suggest(lock(14, 'Tulipe, hall', [7]))).toEqual([[14, [2]]]);
    expect(suggest(lock(14, 'Portail', [7]))).toEqual([]);
  });
  it('suggests no flat, no door with several keypads and no door that a unit has', () => {
    expect(suggest(lock(14, 'Cave', [7]), lock(15, 'Portail commun', [7], 2))).toEqual([]);
    const gate = lock(14, 'Portail commun', [7]);
    const own = new Map([[units[0]!.id, [gate.id, flats[0]!.id]]]);
    expect(suggestGates(units, [...flats, gate], own)).toEqual([]);
  });
  it('finds every door of the demo', () => {
    const locks = demoLocks('Europe/Paris').map(({ id, name, accessories }) =>
      branded<LockSummary>({
        ...{ id, name, timeZone: null, batteryMillivolts: null },
        keypads: accessories.filter(({ type }) => type === KEYPAD).map(({ stringId }) => ({ keypadId: stringId, name: '' })),
        gateway: { seenAtMs: null, ids: accessories.filter(({ type }) => type === GATEWAY).map((one) => one.id) },
      }),
    );
    const all = branded<UnitSummary[]>(UNITS.map(({ id, name }) => ({ id, name })));
    const own = new Map<UnitSummary['id'], LockSummary['id'][]>();
    for (const { unitId, doors } of suggestMapping(all, locks))
      own.set(
        unitId,
        doors.map(({ lockId }) => lockId),
      );
    for (const { lockId, units: users } of suggestGates(all, locks, new Map(own))) for (const user of users) own.get(user)?.unshift(lockId);
    expect(all.map(({ id }) => own.get(id))).toEqual(UNITS.map(({ lockIds }) => lockIds));
  });
});
