import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeKey } from '../../../shared/domain/ids.ts';
import { mappingSchema, unitMappingSchema } from '../../../shared/domain/mapping.ts';
import type { Mapping, UnitMapping } from '../../../shared/domain/mapping.ts';
import { placesOf } from '../../../shared/reconcile/observe.ts';
import { unitsWithoutZone, withUnits, withZones } from './edit-mapping.ts';
import type { KnownAccounts } from './edit-mapping.ts';
import { branded, place, unitId } from '../../../tests/support/ids.ts';

const A = place(11, 'KpAlpha1');
const B = place(12, 'KpBravo2');
const C = place(11, 'KpCharly3');
const unit = (id: number, doors: readonly object[], rest: object = {}): UnitMapping =>
  unitMappingSchema.parse({ unitId: id, doors, ...rest });
const mapping = (units: readonly UnitMapping[], rest: object = {}): Mapping => mappingSchema.parse({ units, ...rest });
const LOCK = { batteryMillivolts: null, timeZone: 'Europe/Paris', keypads: [{ keypadId: 'KpAlpha1', name: 'Front' }] };

describe('saved units', () => {
  it('retire doors they no longer have, and reuse retired ones', () => {
    const before = mapping([unit(1, [A]), unit(2, [B])], { retired: [C] });
    const after = withUnits(before, [unit(1, [C])]);
    expect(after.units.map(({ unitId }) => unitId)).toEqual([1]);
    expect(after.retired).toEqual([A, B]);
    expect(withUnits(after, before.units).retired).toEqual([C]);
  });
  it('remember what a retired door was replaced by, until it is used again', () => {
    const before = mapping([unit(1, [B])], { retired: [{ ...A, replacedBy: B }] });
    const after = withUnits(before, [unit(1, [C])]);
    expect(after.retired).toEqual([{ ...A, replacedBy: B }, B]);
    expect(withUnits(after, [unit(1, [A])]).retired).toEqual([B, C]);
  });
  it('that share a door retire it with the last of them', () => {
    const before = mapping([unit(1, [A]), unit(2, [A])]);
    const one = withUnits(before, [unit(1, [A]), unit(2, [])]);
    expect(one.retired).toEqual([]);
    expect(withUnits(one, [unit(1, []), unit(2, [])]).retired).toEqual([A]);
  });
  it('keep their times without a door', () => {
    const { units } = withUnits(mapping([]), [unit(3, [], { checkIn: '17:00', bufferAfterMinutes: 30 })]);
    expect(units).toMatchObject([{ unitId: 3, doors: [], checkIn: '17:00', bufferAfterMinutes: 30 }]);
  });
  it('have the account’s names, or those from before', () => {
    const before = mapping([unit(1, [A], { name: 'Old loft', timeZone: 'Europe/Lisbon' }), unit(2, [B], { name: 'Villa' })]);
    const known: KnownAccounts = { units: [{ id: unitId(1), name: 'Loft' }], locks: [] };
    const { units } = withUnits(before, [unit(1, [A], { name: 'Old loft' }), unit(2, [B])], known);
    expect(units.map(({ name }) => name)).toEqual(['Loft', 'Villa']);
    expect(units[0]?.timeZone).toBe('Europe/Lisbon');
  });
  it('keep what is known of their locks and of retired ones, and of no others', () => {
    const before = mapping([unit(1, [A]), unit(2, [B])], {
      locks: [
        { lockId: 12, name: 'Back', timeZone: 'Europe/Lisbon' },
        { lockId: 99, name: 'Nobody’s' },
      ],
    });
    const known = branded<KnownAccounts>({
      units: [],
      locks: [
        { id: 11, name: 'Front', ...LOCK },
        { id: 12, name: '', ...LOCK, timeZone: null, keypads: [{ keypadId: '77', name: 'a bare number' }] },
        { id: 13, name: 'Other', ...LOCK },
      ],
    });
    expect(withUnits(before, [unit(1, [A])], known).locks).toEqual([
      { lockId: 11, name: 'Front', timeZone: 'Europe/Paris', keypads: LOCK.keypads },
      { lockId: 12, name: 'Back', timeZone: 'Europe/Lisbon', keypads: [] },
    ]);
  });
  it('with very long names still fit the settings', () => {
    const long = 'é'.repeat(150) + '🏠'.repeat(150);
    const known = branded<KnownAccounts>({ units: [{ id: 1, name: long }], locks: [{ id: 11, name: long, ...LOCK }] });
    expect(mappingSchema.safeParse(withUnits(mapping([]), [unit(1, [A])], known)).success).toBe(true);
  });

  const doors = fc.uniqueArray(fc.constantFrom(A, B, C), { maxLength: 3, selector: placeKey });
  const drafts = fc.uniqueArray(
    fc.record({ id: fc.integer({ min: 1, max: 4 }), doors }).map(({ id, doors: own }) => unit(id, own)),
    { maxLength: 4, selector: ({ unitId }) => unitId },
  );
  it('never lose a door, since a code may be left on it', () => {
    fc.assert(
      fc.property(fc.array(drafts, { maxLength: 6 }), (saves) => {
        let current = mapping([]);
        for (const units of saves) {
          const next = withUnits(current, units);
          const known = new Set(placesOf(next).map(placeKey));
          expect(placesOf(current).every((place) => known.has(placeKey(place)))).toBe(true);
          const used = new Set(next.units.flatMap((one) => one.doors.map(placeKey)));
          expect(next.retired.some((place) => used.has(placeKey(place)))).toBe(false);
          expect(mappingSchema.safeParse(next).success).toBe(true);
          current = next;
        }
      }),
    );
  });
});

describe('zones', () => {
  it('of a unit are needed only where a lock has none', () => {
    const locks = [
      { lockId: 11, timeZone: 'Europe/Paris' },
      { lockId: 12, timeZone: null },
    ];
    const units = [unit(1, [A]), unit(2, [A, B]), unit(3, [B], { timeZone: 'Europe/Lisbon' }), unit(4, [])];
    const lacking = mapping(units, { locks });
    expect(unitsWithoutZone(lacking)).toEqual([2]);
    const filled = withZones(
      lacking,
      new Map([
        [unitId(2), 'Europe/Warsaw'],
        [unitId(3), 'Europe/Warsaw'],
        [unitId(4), null],
      ]),
    );
    expect(filled.units.map(({ timeZone }) => timeZone)).toEqual([null, 'Europe/Warsaw', 'Europe/Lisbon', null]);
  });
});
