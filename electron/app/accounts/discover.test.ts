import { describe, expect, it } from 'vitest';
import type { UnitSummary } from '../../../shared/domain/booking.ts';
import type { LockSummary } from '../../../shared/domain/code.ts';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import { err, ok } from '../../../shared/result.ts';
import { discover } from './discover.ts';
import type { CloudAccess } from './discover.ts';
import { branded } from '../../../tests/support/ids.ts';

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
      fetchBookings: never,
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
    const found = await discover(access(null), mapped);
    expect([...found.mappedUnits]).toEqual([1]);
    expect(found.suggestions).toMatchObject([{ unitId: 2, doors: [{ lockId: 12, keypadId: 'Kp12' }] }]);
    expect(found.failures).toEqual([]);
  });
  it('lists what one cloud has when the other cannot be used', async () => {
    const found = await discover(access('locks'), mapped);
    expect(found).toMatchObject({ units: UNITS, locks: null, suggestions: [], failures: [{ kind: 'keychain-locked' }] });
  });
});
