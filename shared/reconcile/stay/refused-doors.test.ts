/** Doors that refused something: what a stay gets at its other doors, and when the next try is due. */
import type { ClaimId } from '../../domain/ids.ts';
import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  input,
  NOW_MS,
  pin,
  problemKinds,
  SECOND_DOOR,
  settings,
  summaries,
} from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import { HOUR_MS } from '../../time.ts';
import { plan } from '../plan.ts';
import { NOTHING_REFUSED, refusalKey } from '../refusals/refusals.ts';
import { fingerprint } from './stay-names.ts';

const TWO_DOORS = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
const PRINT = fingerprint('Anna Müller', '2026-12-24T15:00 2026-12-27T12:00');
const later = booking({ arrival: date('2026-12-24'), departure: date('2026-12-27') });
const dates = { startDate: later.arrival, endDate: later.departure };
const drawPin = (_id: ClaimId, attempt: number) => pin(['4711', '9153', '8264'][attempt] ?? '7375');

interface Given {
  readonly refusal?: object;
  readonly isOpen?: boolean;
  readonly codes?: readonly ReturnType<typeof code>[];
  readonly place?: typeof DOOR;
}
function planned({ refusal = {}, isOpen = true, codes = [code(dates)], place = SECOND_DOOR }: Given = {}, parts = {}) {
  const value = { ...NOTHING_REFUSED, draws: [], print: PRINT, ...refusal };
  const remembered = {
    ...nothingRemembered(),
    refusal: new Map([[refusalKey(bookingId(12), place), value]]),
    'open-pin': new Map(isOpen ? [['12', { sinceMs: NOW_MS - HOUR_MS }]] : []),
  };
  const memory = { remembered: remembered as never, pinDraws: new Map([[12, { attempt: 0, length: 4 }]]) };
  return plan(input({ bookings: [later], settings: TWO_DOORS, codes, drawPin, memory, ...parts }));
}
const refused = { draws: [{ attempt: 0, length: 4 }] };

describe('a PIN that one door refused', () => {
  it('is replaced at the other doors too, while no guest can know it', () => {
    const result = planned({ refusal: refused });
    expect(summaries(result)).toEqual(['update 900', 'create KpBravo2']);
    const draw = { attempt: 1, length: 4 };
    expect(result.operations).toMatchObject([
      { kind: 'update', record: { pin: '9153', description: 'Smoobu#12' }, changes: {}, hold: null, pinDraw: draw, next: { pin: true } },
      { kind: 'create', record: { pin: '9153' }, pinDraw: draw },
    ]);
    expect(result.stays[0]?.doors).toMatchObject([
      { state: 'planned', codeId: 900, operationKey: result.operations[0]?.key },
      { state: 'planned', codeId: null, operationKey: result.operations[1]?.key },
    ]);
    expect([problemKinds(result), result.unchanged]).toEqual([[], 0]);
  });
  it('stays where the guest may know it', () => {
    const result = planned({ refusal: refused, isOpen: false });
    expect(summaries(result)).toEqual(['create KpBravo2']);
    expect(result.operations).toMatchObject([{ record: { pin: '4711' } }]);
  });
  it('stays once the stay is over', () => {
    const over = booking({ arrival: date('2026-11-20'), departure: date('2026-11-22') });
    const print = fingerprint('Anna Müller', '2026-11-20T15:00 2026-11-22T12:00');
    const codes = [code({ startDate: over.arrival, endDate: over.departure })];
    expect(summaries(planned({ refusal: { ...refused, print }, codes }, { bookings: [over] }))).toEqual([]);
  });
  it('stays where no other is free, which is told', () => {
    const taken = ['9153', '8264', '7375'].map((text, index) =>
      code({ id: 950 + index, pin: pin(text), description: '', name: 'Cleaner' }),
    );
    const result = planned({ refusal: refused, codes: [code(dates), ...taken] });
    expect([summaries(result), problemKinds(result)]).toEqual([[], ['no-free-pin']]);
    expect(result.stays[0]?.doors).toMatchObject([
      { state: 'blocked', codeId: 900, operationKey: null },
      { state: 'blocked', codeId: null, operationKey: null },
    ]);
  });
});

describe('a door that refused everything', () => {
  const waiting = { tries: 1, nextMs: NOW_MS + HOUR_MS, said: 'no' };
  it('is tried again when it is time', () => {
    const result = planned({ refusal: waiting });
    expect([summaries(result), problemKinds(result)]).toEqual([[], ['write-refused']]);
    expect(result.stays[0]?.doors.map(({ state, codeId }) => [state, codeId])).toEqual([
      ['in-place', 900],
      ['blocked', null],
    ]);
    expect(summaries(planned({ refusal: { ...waiting, nextMs: NOW_MS } }))).toEqual(['create KpBravo2']);
  });
  it('keeps the code that it has, and its doubles', () => {
    const both = [code({ ...dates, name: 'x' }), code({ ...dates, id: 901 })];
    const result = planned({ refusal: waiting, codes: both, place: DOOR });
    expect([summaries(result), problemKinds(result)]).toEqual([['create KpBravo2'], ['write-refused']]);
    expect(result.stays[0]?.doors[0]).toMatchObject({ state: 'blocked', codeId: 900 });
  });
  it('has nothing to try where nothing differs', () => {
    const result = planned({ refusal: waiting, place: DOOR });
    expect([summaries(result), problemKinds(result)]).toEqual([['create KpBravo2'], []]);
  });
});

it('a code made by hand is adopted at a door that waits, as its PIN may be another', () => {
  const byHand = code({ ...dates, ...SECOND_DOOR, id: 905, description: '', pin: pin('5822') });
  const refusal = { tries: 1, nextMs: NOW_MS + HOUR_MS, said: 'no' };
  expect(summaries(planned({ refusal }))).toEqual([]);
  expect(summaries(planned({ refusal, codes: [code(dates), byHand] }))).toEqual(['adopt 905']);
});
