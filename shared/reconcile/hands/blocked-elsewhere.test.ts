import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  FORMER_DOOR,
  input,
  NOW_MS,
  pin,
  problemKinds,
  settings,
  summaries,
} from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { sent, syncs, WISHES } from '../../../tests/reconcile/hand-syncs.ts';
import { HOUR_MS } from '../../time.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import type { PlanInput } from '../../domain/plan.ts';
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
  changes: { active: { from: true, to: false } },
  record: { active: false, startDate: '2026-11-22', endDate: '2026-11-27' },
};

it('who is not blocked keeps the code, whatever else the user wished for the stay', () => {
  const stays = new Map([[bookingId(12), { ...noStayWish(), note: 'Late train.' }]]);
  expect(summaries(planned({ ...MISSING, wishes: { ...NO_WISHES, stays } }))).toEqual([]);
});

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
    const { operations } = planned(parts);
    expect(operations).toMatchObject([off]);
    expect(operations[0]?.key).toMatch(/^update:12:.+:900$/u);
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

  it.each<readonly [string, InputParts]>([
    ['has a weekly schedule', { codes: [{ ...open, hasSchedule: true }] }],
    [
      'has a PIN that may have lost zeros',
      { codes: [{ ...open, pin: pin('47'), pinMayLackZeros: true }], settings: settings({ codes: { pinLength: 6 } }) },
    ],
  ])('is told about where the code cannot be written: it %s', (_, parts) => {
    const result = planned({ ...MISSING, ...parts });
    expect([result.operations, problemKinds(result)]).toEqual([[], ['booking-missing', 'no-bookings', 'still-on']]);
  });

  it('has the zeros of a drawn PIN written back, and the name without spaces', () => {
    const result = planned({
      ...MISSING,
      codes: [{ ...open, name: ' Anna ', pin: pin('47'), pinMayLackZeros: true }],
      settings: settings({ codes: { pinLength: 6 } }),
      memory: { pinDraws: new Map([[12, { attempt: 0, length: 6 }]]) },
      drawPin: (id) => pin(id === 12 ? '000047' : '915364'),
    });
    expect(result.operations).toMatchObject([{ record: { pin: '000047', name: 'Anna', active: false } }]);
  });

  it('gets a PIN that nobody knows, of the guest’s own draws, where the code shows none', () => {
    const drawPin: PlanInput['drawPin'] = (id, _attempt, length) => pin(id === 12 ? '915364'.slice(0, length) : '28'.repeat(length / 2));
    expect(planned({ ...MISSING, codes: [{ ...open, pin: null }], drawPin }).operations).toMatchObject([
      { record: { pin: '9153', active: false, description: 'Smoobu#12 blocked' } },
    ]);
  });

  it('who has left is decided about by the stay: a code that somebody switched on is left alone in the first sync', () => {
    const left = { arrival: date('2026-11-20'), departure: date('2026-11-23') };
    const before = code({ startDate: left.arrival, endDate: date('2026-11-24'), active: false });
    const parts = { bookings: [booking(left)], nowMs: NOW_MS + 4 * HOUR_MS, wishes: { ...wishes, digestOf: WISHES.digestOf } };
    const { plans } = syncs(sent([before]), [{ codes: [{ ...before, active: true }], parts }]);
    expect(plans.flatMap(summaries)).toEqual([]);
  });
});
it('the code of a blocked guest who is no stay is off, whoever else comes', () => {
  const { operations } = planned({
    ...MISSING,
    bookings: [booking({ id: 13, arrival: date('2026-12-01'), departure: date('2026-12-03') })],
  });
  expect(operations.map(({ kind, bookingId: id }) => [kind, id])).toEqual([
    ['update', 12],
    ['create', 13],
  ]);
});
