import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, FORMER_DOOR, input, NOW_MS, problemKinds, summary, wall } from '../../../tests/reconcile/fixtures.ts';
import type { DeleteOperation, HoldReason, PlannedOperation } from '../../domain/plan.ts';
import { plan } from '../plan.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import { bookingId, codeId } from '../../../tests/support/ids.ts';
import { holdUpdates } from './guard.ts';

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
const kept = { choice: 'keep', claimId: bookingId(1), lockId: DOOR.lockId, codeId: codeId(900) } as const;
/** The first delete of a plan waits for this reason. */
function waiting(result: ReturnType<typeof plan>, hold: HoldReason, count = 1) {
  const deletes = result.operations.filter((entry) => entry.kind === 'delete').slice(0, count);
  return new Map(deletes.map((operation) => [operation.key, { ...operation, hold }] as const));
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
  it('what opens no door is removed also when others are held', () => {
    const off = code({ id: 960, description: 'Smoobu#50', active: false });
    const over = code({ id: 961, description: 'Smoobu#50', startDate: date('2026-11-20'), endDate: date('2026-11-22') });
    const cancelled = [booking({ id: 50, state: 'cancelled' })];
    const held = (gone: number, codes: readonly ReturnType<typeof code>[]) => {
      const days = { arrival: date('2027-02-01'), departure: date('2027-02-02') };
      const live = Array.from({ length: gone }, (_, index) => booking({ id: 100 + index, state: 'cancelled', ...days }));
      const due = live.map(({ id }, index) => code({ id: 1_100 + index, description: `Smoobu#${String(id)}`, ...during }));
      const result = plan(input({ bookings: [...cancelled, ...live], codes: [...codes, ...due] }));
      return result.operations.filter((operation) => operation.kind === 'delete').map(({ codeId, hold }) => [Number(codeId), hold]);
    };
    const during = { startDate: date('2027-02-01'), endDate: date('2027-02-02') };
    expect(new Map(held(3, [off, over]) as never)).toEqual(new Map([960, 961, 1_100, 1_101, 1_102].map((id) => [id, null])));
    const tooMany = [1_100, 1_101, 1_102, 1_103].map((id) => [id, 'too-many-deletes'] as const);
    expect(new Map(held(4, [off, over, long(950)]) as never)).toEqual(new Map([[960, null], [961, null], [950, null], ...tooMany]));
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
  const first = () => season(4, 5);
  const keys = () => first().operations.map((operation) => operation.key);
  it('to remove: the deletes are carried out', () => {
    const memory = { waiting: waiting(first(), 'too-many-deletes', 4) };
    expect(holds(season(4, 5, { memory, released: new Set(keys().slice(0, 2)) }))).toEqual([
      null,
      null,
      'too-many-deletes',
      'too-many-deletes',
    ]);
  });
  it('to keep: left out, and counted as skipped', () => {
    const result = season(4, 5, {
      memory: {
        remembered: {
          ...nothingRemembered(),
          decision: new Map(
            keys()
              .slice(0, 3)
              .map((key) => [key, kept]),
          ),
        },
      },
    });
    expect([holds(result), result.skipped]).toEqual([[null], 3]);
  });
  it('is still needed when the next run alone has few deletes', () => {
    expect(holds(season(3, 20, { memory: { waiting: waiting(first(), 'too-many-deletes') } }))).toEqual(['too-many-deletes', null, null]);
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
    expect(holds(season(1, 5, { memory: { waiting: waiting(first(), 'no-bookings') } }))).toEqual([null]);
  });
});

describe('the brake of a day', () => {
  const removedNow = (result: ReturnType<typeof plan>) => result.remember.filter(({ kind }) => kind === 'removed').map(({ key }) => key);
  const ago = (count: number, gone: boolean) =>
    new Map(
      Array.from({ length: count }, (_, index) => [
        String(800 + index),
        { atMs: NOW_MS - 3_600_000, bookingId: bookingId(80 + index), gone },
      ]),
    );
  const earlier = (count: number, gone = false) => ({ memory: { remembered: { ...nothingRemembered(), removed: ago(count, gone) } } });
  it('counts what earlier runs removed unasked, of the codes that were live then', () => {
    // With three more, four of thirteen codes are too many.
    expect(holds(season(1, 10, earlier(3)))).toEqual(['too-many-deletes']);
    expect(holds(season(1, 11, earlier(3)))).toEqual([null]);
    expect(holds(season(1, 10, earlier(2)))).toEqual([null]);
  });
  it('remembers what is removed unasked and opened a door', () => {
    expect(removedNow(season(3, 20, { codes: [long(950)] }))).toEqual(['900', '901', '902']);
    expect(removedNow(season(7, 20))).toEqual([]);
    const keys = season(3, 20).operations.map(({ key }) => key);
    expect(removedNow(season(3, 20, { released: new Set(keys.slice(1)) }))).toEqual(['900']);
  });
  it('holds bookings that are gone when there are more than three, or when no other is left', () => {
    const missing = (count: number, all: number, extra = {}, before = {}) => {
      const lookups = new Map(Array.from({ length: count }, (_, index) => [1 + index, { kind: 'missing' as const }]));
      const missingSinceMs = new Map([...lookups.keys()].map((id) => [id, 0]));
      const days = (id: number) => ({ arrival: date(`2027-01-${String(id).padStart(2, '0')}`), departure: date('2027-03-01') });
      const ids = Array.from({ length: all }, (_, index) => 1 + index);
      const codes = ids.map((id) =>
        code({ id: 899 + id, description: `Smoobu#${String(id)}`, startDate: days(id).arrival, endDate: days(id).departure }),
      );
      const listed = ids.filter((id) => !lookups.has(id)).map((id) => booking({ id, ...days(id), ...extra }));
      return holds(plan(input({ bookings: listed, codes, lookups, memory: { missingSinceMs, ...before } })));
    };
    expect(missing(3, 20)).toEqual([null, null, null]);
    expect(missing(4, 20)).toEqual(Array.from({ length: 4 }, () => 'bookings-gone'));
    expect(missing(1, 20, {}, earlier(3, true).memory)).toEqual(['bookings-gone']);
    expect(missing(1, 20, {}, earlier(2, true).memory)).toEqual([null]);
    expect(missing(1, 20, { state: 'unknown' })).toEqual(['bookings-gone']);
    // Days blocked in the calendar are no booking.
    expect(missing(1, 20, { state: 'blocked' })).toEqual(['no-bookings']);
  });
  it('does not hold a cancellation because other bookings are gone', () => {
    expect(holds(season(1, 20, earlier(4, true)))).toEqual([null]);
  });
});

describe('who may be inside', () => {
  it('is decided again in every run: a code whose guest has left is removed, although it waited', () => {
    const first = season(1, 5);
    for (const hold of ['someone-may-be-inside', 'doors-changed', 'no-longer-booked'] as const)
      expect(holds(season(1, 5, { memory: { waiting: waiting(first, hold) } }))).toEqual([null]);
    expect(holds(season(1, 5, { memory: { waiting: waiting(first, 'bookings-gone') } }))).toEqual(['bookings-gone']);
  });
});

describe('a hold follows its code', () => {
  const about = () => season(1, 5).operations.find(({ kind }) => kind === 'delete') as DeleteOperation;
  const held = (value: object) => new Map([['another reading', { ...about(), key: 'another reading', ...value }]]) as never;
  const decided = (key: string, choice: 'approve' | 'keep', id = 900) => ({
    remembered: { ...nothingRemembered(), decision: new Map([[key, { ...kept, choice, codeId: codeId(id) }]]) },
  });
  it('when the booking is read in another way', () => {
    expect(holds(season(1, 5, { memory: { waiting: held({ hold: 'bookings-gone' }) } }))).toEqual(['bookings-gone']);
    expect(holds(season(1, 5, { memory: { waiting: held({ hold: 'bookings-gone', codeId: null }) } }))).toEqual([null]);
    expect(holds(season(1, 5, { memory: { waiting: held({ hold: 'bookings-gone', codeId: 901 }) } }))).toEqual([null]);
  });
  it('and an answer is about the situation that was shown', () => {
    expect(holds(season(1, 5, { memory: decided('another reading', 'approve') }))).toEqual(['decision-outdated']);
    expect(holds(season(1, 5, { memory: decided('another reading', 'keep', 901) }))).toEqual([null]);
    // What still waits for its code tells more than an old answer.
    const both = { ...decided('another reading', 'keep'), waiting: held({ hold: 'bookings-gone' }) };
    expect(holds(season(1, 5, { memory: both }))).toEqual(['bookings-gone']);
  });
  it('an answer to remove also counts in later runs', () => {
    expect(holds(season(1, 5, { clockStepped: true, memory: decided(about().key, 'approve') }))).toEqual([null]);
    expect(holds(season(1, 5, { clockStepped: true }))).toEqual(['clock-stepped']);
  });
  it('an ended code waits for the clock only', () => {
    const ended = season(0, 1, { codes: [long(950)] });
    expect(holds(season(0, 1, { codes: [long(950)], memory: { waiting: waiting(ended, 'bookings-gone') } }))).toEqual([null]);
  });
});

describe('a code that the user kept', () => {
  const told = (changes: Parameters<typeof code>[0], state: 'cancelled' | 'gone' = 'cancelled', unitId: number | null = 101) => {
    const parts = (decision = new Map()): Parameters<typeof input>[0] => ({
      bookings: [booking({ id: 99, guestName: 'Otto Berg' }), ...(state === 'gone' ? [] : [booking({ state, unitId })])],
      codes: [code({ id: 899, description: 'Smoobu#99' }), code(changes)],
      lookups: new Map(state === 'gone' ? [[12, { kind: 'missing' as const }]] : []),
      memory: { missingSinceMs: new Map([[12, 0]]), remembered: { ...nothingRemembered(), decision } },
    });
    const key = plan(input(parts())).operations.find((operation) => operation.kind === 'delete' && operation.codeId === 900)?.key ?? '';
    return plan(input(parts(new Map([[key, kept]])))).problems.filter(({ kind }) => kind === 'code-kept');
  };
  const place = { retryable: false, bookingId: 12, ...DOOR, codeId: 900, kind: 'code-kept' };
  it('is shown until it ends', () => {
    const until = { key: 'problem.code-kept', parameters: { until: '2026-11-27T12:00' } };
    expect(told({})).toEqual([{ ...place, unitId: 101, text: until }]);
    expect(told({}, 'gone')).toEqual([{ ...place, text: until }]);
    const open = { ...place, unitId: 101, text: { key: 'problem.code-kept-open', parameters: {} } };
    expect(told({ endDate: null, endTime: null })).toEqual([open]);
    expect(told({ endDate: 'unknown', endTime: 'unknown' })).toEqual([open]);
    expect(told({ endDate: date('2027-09-30'), endTime: wall('09:59') })[0]?.text.key).toBe('problem.code-kept');
  });
  it('is not shown when it opens no door', () => {
    expect(told({ active: false })).toEqual([]);
    expect(told({ startDate: date('2026-11-20'), endDate: date('2026-11-22') })).toEqual([]);
    expect(told({ startDate: date('2026-10-01'), endDate: date('2026-10-05') })).toEqual([]);
  });
  it('is not shown when its booking has other codes', () => {
    const codes = [code(), code({ id: 901, ...FORMER_DOOR })];
    const key = plan(input({ bookings: [booking()], codes })).operations[0]?.key ?? '';
    const memory = { remembered: { ...nothingRemembered(), decision: new Map([[key, kept]]) } };
    const result = plan(input({ bookings: [booking()], codes, memory }));
    expect([result.operations, problemKinds(result)]).toEqual([[], []]);
  });
});

describe('updates', () => {
  const update = { kind: 'update', key: 'u', hold: null } as PlannedOperation;
  const adopt = { kind: 'adopt', key: 'a', hold: 'no-longer-booked' } as PlannedOperation;
  const create = { kind: 'create', key: 'c' } as PlannedOperation;
  it('that wait are done once approved, and left out when they are kept', () => {
    const held = { ...update, hold: 'no-longer-booked' } as PlannedOperation;
    const approved = input({ released: new Set(['u', 'a', 'c']) });
    expect(holdUpdates([held, adopt, create], approved)).toEqual({ operations: [update, { ...adopt, hold: null }, create], kept: [] });
    const decision = new Map(['u', 'c'].map((key) => [key, kept]));
    const keeping = input({ memory: { remembered: { ...nothingRemembered(), decision } } });
    expect(holdUpdates([held, adopt, create], keeping)).toEqual({ operations: [adopt, create], kept: [held] });
    // Nothing is kept that does not wait.
    expect(holdUpdates([update], keeping)).toEqual({ operations: [update], kept: [] });
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
