/** When a code of a former door goes or moves, and what is told of a stay that nobody may get in for. */
import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  FORMER_DOOR,
  input,
  NOW_MS,
  pin,
  problemKinds,
  SECOND_DOOR,
  settings,
  summaries,
} from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import type { Code } from '../../domain/code.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import { plan } from '../plan.ts';

const both = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
const former = code({ ...FORMER_DOOR, description: 'Smoobu#12 by the bins' });
const planned = (codes: readonly Code[], parts: InputParts = {}) => plan(input({ bookings: [booking()], codes, ...parts }));
const LEFT = { arrival: date('2026-11-20'), departure: date('2026-11-22') };
const PAST = { startDate: LEFT.arrival, endDate: LEFT.departure };

describe('the code of a former door', () => {
  it('moves to the door that has none, beside one that has its own', () => {
    const { operations } = planned([code({ id: 899 }), former], { settings: both });
    expect(operations).toMatchObject([{ kind: 'move', ...SECOND_DOOR, from: { codeId: 900 }, record: { pin: '4711' } }]);
  });
  it('moves, and another one goes after that', () => {
    const result = planned([former, code({ ...former, id: 901 })]);
    expect(summaries(result)).toEqual(['move 900 to KpAlpha1', 'delete 901 moved']);
    expect(result.operations[1]).toMatchObject({ after: [result.operations[0]?.key] });
  });
  it('stays while one of the doors gets no code, and its note is on the new ones', () => {
    const taken = Array.from({ length: 10_000 }, (_, index) =>
      code({ id: 1_000 + index, ...SECOND_DOOR, description: '', name: 'x', pin: pin(String(index).padStart(4, '0')) }),
    );
    const full = planned([former, ...taken], { settings: both });
    expect([summaries(full), problemKinds(full)]).toEqual([['create KpAlpha1'], ['no-free-pin']]);
    expect(full.operations).toMatchObject([{ record: { description: 'Smoobu#12 by the bins' } }]);
  });
});

describe('a code that is left as it is', () => {
  it('is over, as its stay is', () => {
    const result = planned([code({ ...PAST, name: 'x' })], { bookings: [booking(LEFT)] });
    expect([summaries(result), problemKinds(result)]).toEqual([[], []]);
  });
  it('is not one that ended before its stay does', () => {
    expect(summaries(planned([code(PAST)]))).toEqual(['update 900']);
  });
  it('has a schedule, which is told, and not its PIN as well', () => {
    expect(problemKinds(planned([code({ hasSchedule: true, pin: null, name: 'x' })]))).toEqual(['scheduled-code']);
  });
});

describe('two doors with different PINs', () => {
  const codes = [code(), code({ id: 901, ...SECOND_DOOR, pin: pin('9153') })];
  const blocked = { ...NO_WISHES, stays: new Map([[bookingId(12), { ...noStayWish(), blockedSinceMs: NOW_MS }]]) };
  const off = codes.map((one) => ({ ...one, active: false }));
  const past = codes.map((one) => ({ ...one, ...PAST }));
  it.each<readonly [string, readonly Code[], InputParts, readonly string[]]>([
    ['are told', codes, {}, ['different-pins']],
    ['are not of a guest who is blocked', off, { wishes: blocked }, ['blocked']],
    ['are not of a stay that is over', past, { bookings: [booking(LEFT)] }, []],
  ])('%s', (_rule, present, parts, kinds) => {
    expect(problemKinds(planned(present, { settings: both, ...parts }))).toEqual(kinds);
  });
});

it('the door of a code that is adopted waits for that write', () => {
  const { operations, stays } = planned([code({ description: 'back door' })]);
  expect(operations).toMatchObject([{ kind: 'adopt', codeId: 900 }]);
  expect(stays[0]?.doors).toMatchObject([{ state: 'planned', codeId: 900, operationKey: operations[0]?.key }]);
});

it('of a code that is on and a double that is off, neither goes', () => {
  for (const [one, other] of [
    [true, false],
    [false, true],
  ] as const)
    expect(summaries(planned([code({ active: one }), code({ id: 901, active: other })]))).toEqual([]);
});
