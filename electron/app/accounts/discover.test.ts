import { describe, expect, it } from 'vitest';
import type { UnitSummary } from '../../../shared/domain/booking.ts';
import type { LockSummary } from '../../../shared/domain/code.ts';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import { err, ok } from '../../../shared/result.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { discover, findHouses } from './discover.ts';
import type { CloudAccess } from './discover.ts';
import { booking, DOOR, NOW_MS, SECOND_DOOR, settings } from '../../../tests/reconcile/fixtures.ts';
import { branded, unitId } from '../../../tests/support/ids.ts';

const lock = (id: number, name: string) =>
  branded<LockSummary>({
    id,
    name,
    timeZone: null,
    batteryMillivolts: null,
    keypads: [{ keypadId: `Kp${String(id)}`, name: '' }],
  });
const UNITS = branded<UnitSummary[]>([
  { id: 1, name: 'Loft' },
  { id: 2, name: 'Villa' },
]);

function access(failing: 'locks' | null): CloudAccess {
  const missing = err({ kind: 'keychain-locked', message: 'Unlock it.' } as const);
  const cloud = { requestCount: () => 0, close: async () => {}, clockOffsetMs: () => null };
  const never = async () => Promise.reject(new Error('not asked for'));
  return {
    bookings: ok({
      ...cloud,
      listUnits: async () => ok(UNITS),
      fetchBookings: async () => err(branded<CloudFailure>({ cloud: 'smoobu', kind: 'unreachable', message: '', certain: true })),
      readBooking: never,
      readUnit: never,
      readAccount: never,
    }),
    locks:
      failing === 'locks'
        ? missing
        : ok({
            ...cloud,
            discover: async () => ok([lock(11, 'Loft'), lock(12, 'Villa')]),
            signIn: never,
            readAccount: never,
            readGateway: never,
            readLog: never,
            listCodes: never,
            createCode: never,
            updateCode: never,
            deleteCode: never,
          }),
  };
}
const mapped = settingsSchema.parse({ mapping: { units: [{ unitId: 1, doors: [{ lockId: 11, keypadId: 'Kp11' }] }] } });

describe('discover', () => {
  it('suggests doors for what is not mapped yet', async () => {
    const found = await discover(access(null), mapped, { nowMs: NOW_MS });
    expect([...found.mappedUnits]).toEqual([1]);
    expect(found.suggestions).toMatchObject([{ unitId: 2, doors: [{ lockId: 12, keypadId: 'Kp12' }] }]);
    // Linked units are offered where they are known.
    expect([found.failures, found.houses]).toEqual([[], null]);
  });
  it('lists what one cloud has when the other cannot be used', async () => {
    const found = await discover(access('locks'), mapped, { nowMs: NOW_MS });
    expect(found).toMatchObject({ units: UNITS, locks: null, suggestions: [], failures: [{ kind: 'keychain-locked' }] });
  });
});

it('offers all doors of the units that Smoobu links with one', () => {
  const { mapping } = settings({
    units: [
      { unitId: 101, doors: [DOOR] },
      { unitId: 102, doors: [SECOND_DOOR, DOOR] },
    ],
  });
  const linked = (id: number, unit: number | null, ...related: readonly number[]) => ({
    ...booking({ id, unitId: unit }),
    related: related.map(unitId),
  });
  expect(
    findHouses([linked(1, 100, 102, 100), linked(2, 100, 101), linked(3, 103, 999), linked(4, null, 101), booking()], mapping),
  ).toEqual([
    { unitId: 100, related: [101, 102], doors: [DOOR, SECOND_DOOR] },
    { unitId: 103, related: [999], doors: [] },
  ]);
});
