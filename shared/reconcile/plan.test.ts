import type { ClaimId } from '../domain/ids.ts';
import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, input, settings, summary } from '../../tests/reconcile/fixtures.ts';
import { soakFactor } from '../../tests/reconcile/assure.ts';
import { plan } from './plan.ts';
import { addDays } from '../time.ts';
import { lockId, unitId } from '../../tests/support/ids.ts';

const soon = booking({ id: 1, guestName: 'Soon' });
const later = booking({ id: 2, guestName: 'Later', arrival: date('2026-12-24'), departure: date('2026-12-27') });

describe('a plan', () => {
  it('writes before deletes, nearest arrivals first', () => {
    const gone = code({ id: 5, description: 'Smoobu#77', startDate: date('2026-10-01'), endDate: date('2026-10-03') });
    const { operations } = plan(input({ bookings: [later, soon], codes: [gone] }));
    expect(operations.map((operation) => `${summary(operation)} for ${String(operation.bookingId)}`)).toEqual([
      'create KpAlpha1 for 1',
      'create KpAlpha1 for 2',
      'delete 5 ended for 77',
    ]);
  });
  it('never gives two bookings the same PIN, even if both draw it', () => {
    const drawPin = (_id: ClaimId, attempt: number) => (attempt === 0 ? '4810' : '9153') as never;
    const units = [
      { unitId: 101, doors: [DOOR] },
      { unitId: 102, doors: [{ lockId: 12, keypadId: 'KpBravo2' }] },
    ];
    const { operations } = plan(input({ bookings: [soon, { ...later, unitId: unitId(102) }], drawPin, settings: settings({ units }) }));
    expect(operations.map((operation) => (operation.kind === 'create' ? operation.record.pin : null))).toEqual(['4810', '9153']);
  });
  it('reuses the PIN of a cancelled booking on another door, but not that of a live one', () => {
    const drawPin = (_id: ClaimId, attempt: number) => (attempt === 0 ? '4711' : '9153') as never;
    const units = [
      { unitId: 101, doors: [DOOR] },
      { unitId: 102, doors: [{ lockId: 12, keypadId: 'KpBravo2' }] },
    ];
    const given = (state: 'live' | 'cancelled') => {
      const { operations } = plan(
        input({
          bookings: [booking({ state }), { ...later, unitId: unitId(102) }],
          codes: [code()],
          drawPin,
          settings: settings({ units }),
        }),
      );
      return operations.flatMap((operation) => (operation.kind === 'create' ? [operation.record.pin] : []));
    };
    expect([given('live'), given('cancelled')]).toEqual([['9153'], ['4711']]);
  });
  it('keeps the PIN of a booking whose code is to be made again', () => {
    const drawPin = (id: ClaimId, attempt: number) => (id === 2 || attempt === 0 ? '4810' : '9153') as never;
    const memory = { pinDraws: new Map([[2, { attempt: 0, length: 4 }]]) };
    const { operations } = plan(input({ bookings: [soon, later], drawPin, memory }));
    expect(operations.map((operation) => (operation.kind === 'create' ? operation.record.pin : null))).toEqual(['9153', '4810']);
  });
  // Seconds long: not once for each mutant.
  it.skipIf(soakFactor(process.env) < 1)(
    'gives every stay a code although the account has more stays than PINs, and says in time to use longer ones',
    () => {
      const units = Array.from({ length: 40 }, (_, index) => ({
        unitId: 200 + index,
        doors: [{ lockId: 300 + index, keypadId: 'KpAlpha1' }],
      }));
      const bookings = units.flatMap(({ unitId: id }, index) =>
        Array.from({ length: 300 }, (_, stay) =>
          booking({ id: index * 300 + stay + 1, unitId: id, arrival: addDays(date('2026-11-24'), Math.floor(stay / 5)) }),
        ),
      );
      let draws = 0;
      const random = input().drawPin;
      const crowded = input({
        bookings: bookings.map((entry) => ({ ...entry, departure: addDays(entry.arrival, 1) })),
        settings: settings({ units }),
        drawPin: (...draw) => {
          draws += 1;
          return random(...draw);
        },
      });
      const result = plan({ ...crowded, lists: new Map(units.map(({ doors }) => [lockId(doors[0]?.lockId ?? 0), []])) });
      expect(result.operations).toHaveLength(12_000);
      expect(result.problems.map(({ kind }) => kind)).not.toContain('no-free-pin');
      expect(result.problems.filter(({ kind }) => kind === 'pins-running-out')).toMatchObject([{ text: { parameters: { digits: 5 } } }]);
      // A stay without a code used to cost two thousand draws.
      expect(draws).toBeLessThan(100_000);
    },
  );
  it('reports a problem once per booking, not per door', () => {
    const doors = [DOOR, { lockId: 12, keypadId: 'KpBravo2' }];
    const codes = [code({ description: 'Smoobu#77' }), code({ id: 901, description: 'Smoobu#77', lockId: 12, keypadId: 'KpBravo2' })];
    const { problems } = plan(input({ bookings: [soon], codes, settings: settings({ unit: { doors } }) }));
    expect(problems.map((problem) => problem.kind)).toEqual(['lookups-deferred']);
  });
});
