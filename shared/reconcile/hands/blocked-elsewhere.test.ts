import { describe, expect, it } from 'vitest';
import { booking, code, date, FORMER_DOOR, input, NOW_MS, problemKinds, settings, summaries } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { plan } from '../plan.ts';

const wishes = { ...NO_WISHES, stays: new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: NOW_MS }]]) };
const MISSING: InputParts = { lookups: new Map([[12, { kind: 'missing' as const }]]) };
/** Of a guest who is staying. */
const staying = { arrival: date('2026-11-22') };
const open = code({ startDate: staying.arrival });
const planned = (parts: InputParts) => plan(input({ codes: [open], wishes, ...parts }));
const off = {
  kind: 'update',
  codeId: 900,
  hold: null,
  goesFirst: true,
  record: { active: false, startDate: '2026-11-22', endDate: '2026-11-27' },
};

describe('a guest whom the user blocked', () => {
  it.each<readonly [string, InputParts]>([
    ['has cancelled', { bookings: [booking({ ...staying, state: 'cancelled' })] }],
    ['has a booking that is missing', MISSING],
    ['has a booking that could not be read', { complete: false }],
    ['has a booking of an unknown type', { bookings: [booking({ ...staying, state: 'unknown' })] }],
    ['has wrong dates', { bookings: [booking({ arrival: date('2026-11-28'), departure: date('2026-11-27') })] }],
    ['is in a unit that is not mapped', { bookings: [booking({ ...staying, unitId: 999 })] }],
    [
      'is in a unit without doors',
      { bookings: [booking(staying)], settings: settings({ unit: { doors: [] } }), codes: [{ ...open, ...FORMER_DOOR }] },
    ],
    [
      'leaves later, in a unit without doors',
      {
        bookings: [booking({ ...staying, departure: date('2026-11-29') })],
        settings: settings({ unit: { doors: [] } }),
        codes: [{ ...open, ...FORMER_DOOR }],
      },
    ],
  ])('does not get in either who %s', (_, parts) => {
    expect(planned(parts).operations).toMatchObject([off]);
  });

  it('keeps nothing that waits: once it is off, a cancelled one’s code goes unasked', () => {
    const bookings = [booking({ ...staying, state: 'cancelled' }), booking({ id: 13, unitId: 102 })];
    const codes = [{ ...open, active: false }];
    expect(summaries(planned({ bookings, codes })).filter((line) => line.includes('900'))).toEqual(['delete 900 cancelled']);
  });

  it('needs nothing more when the code is over or off', () => {
    expect(summaries(planned({ ...MISSING, codes: [{ ...open, endDate: date('2026-11-22') }] }))).toEqual([]);
    expect(summaries(planned({ ...MISSING, codes: [{ ...open, active: false }] }))).toEqual([]);
  });

  it('keeps a code without limits not for ever, and gets another PIN where it could not be switched off', () => {
    const unlimited = { ...open, endDate: null, endTime: null };
    expect(planned({ ...MISSING, codes: [unlimited] }).operations).toMatchObject([
      { record: { pin: '4711', active: false, startDate: '2026-11-22', endDate: '2026-11-23', endTime: '10:00' } },
    ]);
    const remembered = { ...nothingRemembered(), 'stays-on': new Map([['900', { claimId: 12, atMs: NOW_MS }]]) };
    const [operation] = planned({ ...MISSING, memory: { remembered } }).operations;
    expect(operation).toMatchObject({ record: { description: 'Smoobu#12 blocked' } });
    expect(operation).not.toMatchObject({ record: { pin: '4711' } });
  });

  it('is told about where the code cannot be written', () => {
    const result = planned({ ...MISSING, codes: [{ ...open, hasSchedule: true }] });
    expect([result.operations, problemKinds(result)]).toEqual([[], ['booking-missing', 'no-bookings', 'still-on']]);
  });
});
