import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  input,
  person,
  personCode,
  pin,
  problemKinds,
  SECOND_DOOR,
  settings,
  summaries,
} from '../../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { NO_WISHES } from '../../domain/plan.ts';
import type { Plan } from '../../domain/plan.ts';
import { noStayWish } from '../../domain/wishes.ts';
import type { RetiredPin } from '../../domain/wishes.ts';
import { plan } from '../plan.ts';

const draw = (attempt: number): string => input().drawPin(bookingId(12), attempt, 4);
const planned = (
  retired: readonly RetiredPin[],
  codes: readonly ReturnType<typeof code>[],
  parts: Parameters<typeof input>[0] = {},
): Plan => {
  const wish = { ...noStayWish(), pin: { typed: null, retired } };
  return plan(
    input({
      bookings: [booking()],
      codes,
      settings: settings({ unit: { doors: [DOOR, SECOND_DOOR] } }),
      memory: { pinDraws: new Map([[12, { attempt: 0, length: 4 }]]) },
      wishes: { ...NO_WISHES, stays: new Map([[bookingId(12), wish]]), digestOf: (one) => `digest of ${one}` },
      ...parts,
    }),
  );
};
const written = ({ operations }: Plan) => operations.map((one) => (one.kind === 'delete' ? null : one.record.pin));
const first = { attempt: 0, length: 4 };
const leaked = code({ pin: pin(draw(0)) });

describe('a PIN that was replaced', () => {
  it('is followed by the next draw in the same codes, with the whole record', () => {
    const result = planned([first], [leaked, { ...leaked, ...SECOND_DOOR, id: code({ id: 901 }).id }]);
    expect(summaries(result)).toEqual(['update 900', 'update 901']);
    expect(written(result)).toEqual([draw(1), draw(1)]);
    expect(result.operations).toMatchObject([
      { pinDraw: { attempt: 1 }, next: { pin: true }, record: { active: true, endDate: '2026-11-27' } },
      {},
    ]);
    expect(written(planned([first, { attempt: 1, length: 4 }], [leaked]))).toEqual([draw(2), draw(2)]);
  });
  it('does not shorten the code while nothing may be shortened', () => {
    const long = { ...leaked, endDate: date('2026-11-30') };
    expect(planned([first], [long]).operations[0]).toMatchObject({ record: { pin: draw(1), endDate: '2026-11-27' } });
    expect(planned([first], [long], { clockIsWrong: true }).operations[0]).toMatchObject({
      record: { pin: draw(1), endDate: '2026-11-30' },
    });
  });
  it('stays in a code that works for ever and may be in use, until the user decides: its door is as it was', () => {
    const open = { ...leaked, startDate: date('2026-11-20'), endDate: null };
    const result = planned([first], [open], { settings: settings() });
    expect(summaries(result)).toEqual(['update 900 held: no-longer-booked']);
    expect(result.stays[0]?.doors).toMatchObject([{ state: 'in-place', codeId: 900, operationKey: null }]);
  });
  it('leads to the PIN that another door has already', () => {
    const memory = { pinDraws: new Map([[12, { attempt: 1, length: 4 }]]) };
    const done = code({ id: 901, ...SECOND_DOOR, pin: pin(draw(1)) });
    const result = planned([first], [leaked, done], { memory });
    expect([summaries(result), written(result)]).toEqual([['update 900'], [draw(1)]]);
    expect(summaries(planned([first], [{ ...leaked, pin: pin(draw(1)) }, done], { memory }))).toEqual([]);
  });
  it('is that of one person, and others may have it', () => {
    const retired = { typed: null, retired: [{ digest: 'digest of 4711' }] };
    const people = [person({ id: 'aaaaa1', name: 'Cleaner', doors: [SECOND_DOOR], pin: retired }), person()];
    const codes = [personCode({ id: 951, ...SECOND_DOOR, name: 'Cleaner', description: 'Latchkey#aaaaa1' }), personCode()];
    const wishes = { ...NO_WISHES, people, digestOf: (one: string) => `digest of ${one}` };
    expect(summaries(planned([], codes, { bookings: [], memory: {}, wishes }))).toEqual(['update 951']);
  });
  it('is recognised by its digest', () => {
    const typed = [code({ pin: pin('4711') }), code({ id: 901, ...SECOND_DOOR, pin: pin('4711') })];
    expect(written(planned([{ digest: 'digest of 4711' }], typed))).toEqual([draw(0), draw(0)]);
    expect(written(planned([{ digest: 'digest of 4712' }], typed))).toEqual([]);
  });
  it('never comes back with a code that is made again', () => {
    expect(written(planned([first], []))).toEqual([draw(1), draw(1)]);
  });
  it('goes although other changes of the code wait for the user, who has not agreed to other times', () => {
    const now = { startDate: date('2026-11-22'), endDate: date('2026-11-25') };
    const moved = booking({ arrival: date('2026-12-01'), departure: date('2026-12-04') });
    const code12 = code({ ...now, pin: pin(draw(0)) });
    const parts = { bookings: [moved], settings: settings() };
    const key = 'update:12:11/KpAlpha1:900';
    const HELD = `${key}:2026-12-01T15:00/2026-12-04T12:00`;
    const waiting = new Map([[HELD, { ...planned([], [code12], parts).operations[0], since: 0 }]]) as never;
    const result = planned([first], [code12], { ...parts, memory: { pinDraws: new Map([[12, { attempt: 0, length: 4 }]]), waiting } });
    expect(result.settledHolds).toEqual([]);
    // They are asked about in the same run, so that the question does not end and begin again.
    expect(result.operations).toMatchObject([
      { key, hold: null, next: { pin: true }, record: { pin: draw(1), ...now } },
      { key: HELD, hold: 'no-longer-booked', record: { pin: draw(1), startDate: '2026-12-01', endDate: '2026-12-04' } },
    ]);
    expect(result.stays[0]?.doors).toMatchObject([{ state: 'planned', operationKey: key }]);
    const agreed = planned([first], [code12], { ...parts, released: new Set([HELD]) });
    expect(agreed.operations).toMatchObject([{ key: HELD, hold: null, record: { pin: draw(1), startDate: '2026-12-01' } }]);
    expect(agreed.operations).toHaveLength(1);
    // One that is off takes no door from anybody.
    const off = planned([first], [{ ...code12, active: false }], parts);
    expect(off.operations).toMatchObject([{ hold: null, record: { pin: draw(1), startDate: '2026-12-01', active: false } }]);
    expect(off.operations).toHaveLength(1);
  });
  it('of a code that is off goes as well, and it stays off', () => {
    const result = planned([first], [{ ...leaked, active: false }], { settings: settings() });
    expect([result.operations, problemKinds(result)]).toMatchObject([[{ record: { pin: draw(1), active: false } }], ['switched-off']]);
  });
});
