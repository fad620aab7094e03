import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, FORMER_DOOR, input, problemKinds, summary } from '../../../tests/reconcile/fixtures.ts';
import type { DeleteOperation, HoldReason } from '../../domain/plan.ts';
import { plan } from '../plan.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import { bookingId, codeId } from '../../../tests/support/ids.ts';

/** `all` bookings with their codes, of which the first `gone` are cancelled, and some codes that ended long ago. */
function season(gone: number, all: number, parts: Parameters<typeof input>[0] = {}) {
  const days = (index: number) => ({
    arrival: date(`2027-01-${String(index + 1).padStart(2, '0')}`),
    departure: date(`2027-01-${String(index + 2).padStart(2, '0')}`),
  });
  const bookings = Array.from({ length: all }, (_, index) =>
    booking({ id: 1 + index, ...days(index), state: index < gone ? 'cancelled' : 'live' }),
  );
  const codes = bookings.map((entry, index) =>
    code({
      id: 900 + index,
      description: `Smoobu#${String(entry.id)}`,
      startDate: entry.arrival,
      endDate: entry.departure,
      pin: String(4_000 + index * 37) as never,
    }),
  );
  return plan(input({ bookings, ...parts, codes: [...codes, ...(parts.codes ?? [])] }));
}
function holds(result: ReturnType<typeof plan>): readonly (HoldReason | null)[] {
  return result.operations
    .filter((operation): operation is DeleteOperation => operation.kind === 'delete')
    .map((operation) => operation.hold);
}
const kept = { choice: 'keep', bookingId: bookingId(1), lockId: DOOR.lockId, codeId: codeId(900) } as const;
/** The first delete of a plan waits for this reason. */
function waiting(result: ReturnType<typeof plan>, hold: HoldReason) {
  const [operation] = result.operations.filter((entry) => entry.kind === 'delete');
  return new Map(operation === undefined ? [] : [[operation.key, { ...operation, hold }] as const]);
}
const long = (id: number, changes = {}) =>
  code({ id, description: `Smoobu#${String(id)}`, startDate: date('2026-10-01'), endDate: date('2026-10-05'), ...changes });

describe('too many deletes', () => {
  it.each([
    [3, 3, false],
    [3, 9, false],
    [4, 4, true],
    [4, 13, true],
    // Four of fourteen are less than 30 %, and three of ten are not more than three.
    [4, 14, false],
    [3, 10, false],
    [6, 20, false],
    [7, 20, true],
  ])('%d of %d: held %s', (gone, all, held) => {
    expect(new Set(holds(season(gone, all)))).toEqual(new Set([held ? 'too-many-deletes' : null]));
  });
  it('codes that are over, switched off, duplicate or replaced by a move do not count', () => {
    const codes = [
      ...[950, 951, 952, 953].map((id) => long(id)),
      code({ id: 960, description: 'Smoobu#6', startDate: date('2027-01-06'), endDate: date('2027-01-07') }),
      code({ id: 961, description: 'Smoobu#6', startDate: date('2027-01-06'), endDate: date('2027-01-07'), ...FORMER_DOOR }),
    ];
    expect(holds(season(3, 9, { codes }))).toEqual(Array.from({ length: 9 }, () => null));
  });
  it('codes that are over do not reduce the share', () => {
    const over = Array.from({ length: 20 }, (_, index) => long(1_000 + index, { endDate: date('2026-11-22') }));
    expect(new Set(holds(season(4, 10, { codes: over })))).toEqual(new Set(['too-many-deletes']));
  });
  it('creates and updates are done', () => {
    const result = season(5, 6, { codes: [] });
    expect(holds(result)).toHaveLength(5);
    const wrong = code({ id: 990, description: 'Smoobu#6', name: 'x', startDate: date('2027-01-06'), endDate: date('2027-01-07') });
    const bookings = [booking({ id: 6, arrival: date('2027-01-06'), departure: date('2027-01-07') }), booking({ id: 7 })];
    expect(plan(input({ bookings, codes: [wrong] })).operations.map(summary)).toEqual(['create KpAlpha1', 'update 990']);
  });
});

describe('the user’s decision', () => {
  const first = season(4, 5);
  const keys = first.operations.map((operation) => operation.key);
  it('to remove: the deletes are carried out', () => {
    const memory = {
      waiting: new Map(
        first.operations.flatMap((operation) =>
          operation.kind === 'delete' ? [[operation.key, { ...operation, hold: 'too-many-deletes' as const }] as const] : [],
        ),
      ),
    };
    expect(holds(season(4, 5, { memory, released: new Set(keys.slice(0, 2)) }))).toEqual([
      null,
      null,
      'too-many-deletes',
      'too-many-deletes',
    ]);
  });
  it('to keep: left out, and counted as skipped', () => {
    const result = season(4, 5, {
      memory: { remembered: { ...nothingRemembered(), decision: new Map(keys.slice(0, 3).map((key) => [key, kept])) } },
    });
    expect([holds(result), result.skipped]).toEqual([[null], 3]);
  });
  it('is still needed when the next run alone has few deletes', () => {
    expect(holds(season(3, 20, { memory: { waiting: waiting(first, 'too-many-deletes') } }))).toEqual(['too-many-deletes', null, null]);
  });
  it('is still needed after a clock jump, also for codes that seem to be over', () => {
    const parts = { codes: [long(950)] };
    const ended = season(0, 1, parts);
    const key = ended.operations[0]?.key ?? '';
    expect(holds(season(0, 1, { ...parts, clockStepped: true }))).toEqual(['clock-stepped']);
    expect(holds(season(0, 1, { ...parts, memory: { waiting: waiting(ended, 'clock-stepped') } }))).toEqual(['clock-stepped']);
    expect(holds(season(0, 1, { ...parts, memory: { waiting: waiting(ended, 'clock-stepped') }, released: new Set([key]) }))).toEqual([
      null,
    ]);
  });
  it('is no longer needed when the bookings are back', () => {
    expect(holds(season(1, 5, { memory: { waiting: waiting(first, 'no-bookings') } }))).toEqual([null]);
  });
});

describe('a clock jump', () => {
  it('holds deletes, but not those of duplicates and moves', () => {
    const double = code({ id: 960, description: 'Smoobu#2', startDate: date('2027-01-02'), endDate: date('2027-01-03') });
    expect(
      season(1, 2, { codes: [double, { ...double, id: codeId(961), ...FORMER_DOOR }], clockStepped: true }).operations.map(summary),
    ).toEqual(['delete 900 cancelled held: clock-stepped', 'delete 960 duplicate', 'delete 961 moved']);
  });
});

describe('no bookings', () => {
  it('holds all deletes of the run, even if none are due, and reports it', () => {
    const quiet = plan(input({ codes: [code()] }));
    expect([quiet.heldBecause, quiet.operations.length, problemKinds(quiet)]).toEqual([
      'no-bookings',
      0,
      ['lookups-deferred', 'no-bookings'],
    ]);
    const due = plan(input({ codes: [code(), long(950)] }));
    expect([due.heldBecause, holds(due)]).toEqual(['no-bookings', ['no-bookings']]);
  });
  it('holds nothing without a future code, or when the bookings are incomplete', () => {
    expect(plan(input({ codes: [long(950)] })).heldBecause).toBeNull();
    expect(plan(input({ codes: [code({ description: '' })] })).heldBecause).toBeNull();
    expect(plan(input({ codes: [code()], complete: false })).heldBecause).toBeNull();
    expect(plan(input({ codes: [code()], bookings: [booking()] })).heldBecause).toBeNull();
  });
});
