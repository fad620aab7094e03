import type { ClaimId } from '../../domain/ids.ts';
import { describe, expect, it } from 'vitest';
import {
  booking,
  code,
  date,
  DOOR,
  EXACT,
  FORMER_DOOR,
  input,
  NOW_MS,
  pin,
  problemKinds,
  SECOND_DOOR,
  settings,
  summary,
  summaries,
  wall,
} from '../../../tests/reconcile/fixtures.ts';
import type { Plan, PlannedOperation } from '../../domain/plan.ts';
import { plan } from '../plan.ts';

const TWO_DOORS = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
const planned = (codes: readonly ReturnType<typeof code>[], parts: Parameters<typeof input>[0] = {}): Plan =>
  plan(input({ bookings: [booking()], codes, ...parts }));
const pinOf = (operation: PlannedOperation | undefined): string | null =>
  operation === undefined || operation.kind === 'delete' ? null : operation.record.pin;

describe('one code per door', () => {
  it('is created with the whole record', () => {
    const result = planned([], { settings: TWO_DOORS });
    expect(summaries(result)).toEqual(['create KpAlpha1', 'create KpBravo2']);
    const [first, second] = result.operations;
    expect(pinOf(first)).toBe(pinOf(second));
    expect(first).toMatchObject({
      pinDraw: { attempt: 0, length: 4 },
      record: {
        name: 'Anna Müller',
        startDate: '2026-11-24',
        startTime: '15:00',
        endDate: '2026-11-27',
        endTime: '12:00',
        active: true,
        description: 'Smoobu#12',
      },
    });
    expect(result.stays[0]?.doors.map((door) => door.state)).toEqual(['planned', 'planned']);
  });
  it('a new door gets the other door’s PIN', () => {
    expect(planned([code({ pin: pin('0042') })], { settings: TWO_DOORS }).operations).toMatchObject([
      { kind: 'create', record: { pin: '0042' }, pinDraw: null },
    ]);
  });
  it('a PIN that the list does not show is not taken for the other door’s', () => {
    const { operations } = planned([code({ pin: null })], { settings: TWO_DOORS });
    expect(operations).toMatchObject([{ kind: 'create', ...SECOND_DOOR, pinDraw: { attempt: 0, length: 4 } }]);
    expect(pinOf(operations[0])).toMatch(/^\d{4}$/);
  });
  it('a new door gets a PIN of its own where the code of the former one does not show any', () => {
    const { operations } = planned([code({ ...FORMER_DOOR, pin: null })]);
    expect(pinOf(operations.find(({ kind }) => kind !== 'delete'))).toMatch(/^\d{4}$/);
  });
  it('a PIN that is taken on the new door leads to a second one, which is reported', () => {
    const cleaner = code({ id: 901, ...SECOND_DOOR, pin: pin('4711'), name: 'Cleaner', description: '' });
    const result = planned([code(), cleaner], { settings: TWO_DOORS });
    expect(summaries(result)).toEqual(['create KpBravo2']);
    expect(pinOf(result.operations[0])).not.toBe('4711');
    expect(problemKinds(result)).toEqual(['different-pins']);
  });
  it('two existing PINs are reported, too, and stay', () => {
    const result = planned([code(), code({ id: 901, ...SECOND_DOOR, pin: pin('9153') })], { settings: TWO_DOORS });
    expect([summaries(result), problemKinds(result)]).toEqual([[], ['different-pins']]);
  });
  it('two PINs sent as numbers are reported only if they differ even with their lost zeros', () => {
    const six = { ...TWO_DOORS, codes: { ...TWO_DOORS.codes, pinLength: 6 } };
    const numbers = (one: string, other: string) =>
      planned([code({ pin: pin(one), pinMayLackZeros: true }), code({ id: 901, ...SECOND_DOOR, pin: pin(other), pinMayLackZeros: true })], {
        settings: six,
      });
    expect(problemKinds(numbers('1701', '603267'))).toContain('different-pins');
    expect(problemKinds(numbers('1701', '1701'))).not.toContain('different-pins');
  });
  it('two guests who get theirs in one run never have one PIN, also on two doors', () => {
    const drawPin = (_id: ClaimId, attempt: number) => pin(['4711', '9153'][attempt] ?? '8264');
    const next = booking({ id: 13, guestName: 'Otto Berg', arrival: date('2026-11-27'), departure: date('2026-11-29') });
    const { operations } = planned([], { settings: TWO_DOORS, bookings: [booking(), next], drawPin });
    expect(operations.map((one) => [one.bookingId, pinOf(one)])).toEqual([
      [12, '4711'],
      [12, '4711'],
      [13, '9153'],
      [13, '9153'],
    ]);
  });
  it('a deleted code is created again with its PIN', () => {
    const memory = { pinDraws: new Map([[12, { attempt: 3, length: 6 }]]) };
    const drawPin = (_id: ClaimId, attempt: number, length: number) => pin(`${String(length)}73${String(attempt)}`);
    expect(planned([], { memory, drawPin }).operations).toMatchObject([{ record: { pin: '6733' }, pinDraw: { attempt: 3, length: 6 } }]);
  });
  it('no free PIN is a problem, never a duplicate', () => {
    const all = Array.from({ length: 10_000 }, (_, index) =>
      code({ id: 1_000 + index, description: '', name: 'x', pin: pin(String(index).padStart(4, '0')) }),
    );
    const result = planned(all);
    expect([summaries(result), problemKinds(result), result.stays[0]?.doors[0]?.state]).toEqual([[], ['no-free-pin'], 'blocked']);
  });
  it('nothing happens on a lock whose list failed', () => {
    const result = planned([code({ ...SECOND_DOOR, name: 'x' })], { settings: TWO_DOORS, failed: [11] });
    expect(summaries(result)).toEqual(['update 900']);
    expect(result.stays[0]?.doors.map((door) => door.state)).toEqual(['blocked', 'planned']);
    expect(summaries(planned([code({ endDate: date('2020-01-01') })], { failed: [11] }))).toEqual([]);
  });
});

describe('updates', () => {
  it.each([
    {},
    { startTime: 'unknown' },
    { startTime: null, endTime: null },
    { active: 'unknown', startDate: 'unknown', endDate: 'unknown' },
    { pin: null },
  ] as const)('none for %j', (changes) => {
    const result = planned([code(changes)]);
    expect([summaries(result), result.unchanged, problemKinds(result)]).toEqual([[], 1, []]);
  });
  it('send the whole record, with the code’s PIN, note and flag', () => {
    const result = planned([
      code({ pin: pin('0042'), description: 'late Smoobu#12', notificationEnabled: true, endDate: null, endTime: null }),
    ]);
    expect(result.operations).toMatchObject([
      {
        kind: 'update',
        record: { pin: '0042', description: 'Smoobu#12 late', notificationEnabled: true, startDate: '2026-11-24', endDate: '2026-11-27' },
      },
    ]);
  });
  it.each([
    [4, '42', '0042'],
    [6, '123456', '123456'],
  ])('with %d digits a PIN sent as the number %s is written as %s', (pinLength, read, written) => {
    const result = planned([code({ name: 'x', pin: pin(read), pinMayLackZeros: true })], { settings: settings({ codes: { pinLength } }) });
    expect(pinOf(result.operations[0])).toBe(written);
  });
  it('a PIN that is missing or uncertain cannot be written: a problem', () => {
    const six = settings({ codes: { pinLength: 6 } });
    for (const result of [
      planned([code({ name: 'x', pin: null })]),
      planned([code({ name: 'x', pin: pin('1234'), pinMayLackZeros: true })], { settings: six }),
    ]) {
      expect([summaries(result), problemKinds(result), result.stays[0]?.doors[0]?.state]).toEqual([[], ['unreadable-code'], 'blocked']);
    }
  });
  it('a short number gets its zeros when it is the booking’s own draw', () => {
    const result = planned([code({ name: 'x', pin: pin('1234'), pinMayLackZeros: true })], {
      settings: settings({ codes: { pinLength: 6 } }),
      drawPin: () => pin('001234'),
    });
    expect(pinOf(result.operations[0])).toBe('001234');
  });
});

describe('weekly schedules', () => {
  it('are never overwritten: a problem instead', () => {
    const result = planned([code({ hasSchedule: true, name: 'x' })]);
    expect([summaries(result), problemKinds(result), result.stays[0]?.doors[0]?.state]).toEqual([[], ['scheduled-code'], 'blocked']);
  });
  it('on a duplicate do not keep the other code from being corrected', () => {
    const result = planned([code({ name: 'x' }), code({ id: 901, hasSchedule: true }), code({ id: 902 })]);
    expect([summaries(result), problemKinds(result)]).toEqual([['update 900', 'delete 902 duplicate'], ['scheduled-code']]);
  });
});

describe('duplicates', () => {
  it('the lowest id stays, in any order of the list', () => {
    expect(summaries(planned([code({ id: 903 }), code({ id: 901 }), code({ id: 902 })]))).toEqual([
      'delete 902 duplicate',
      'delete 903 duplicate',
    ]);
  });
  it('wait for nothing where the code that stays is right', () => {
    expect(planned([code(), code({ id: 901 })]).operations).toMatchObject([{ kind: 'delete', codeId: 901, after: [] }]);
  });
  it('are deleted after the code that stays is right', () => {
    const { operations } = planned([code({ name: 'x' }), code({ id: 901 })]);
    expect(operations).toMatchObject([
      { kind: 'update', codeId: 900 },
      { kind: 'delete', after: [operations[0]?.key] },
    ]);
  });
  it('stay while bookings are incomplete', () => {
    const double = code({ id: 901, endDate: date('2026-11-29') });
    expect(summaries(planned([code(), double], { complete: false }))).toEqual([]);
  });
});

describe('moves', () => {
  const former = code({ ...FORMER_DOOR, pin: pin('0042'), description: 'Smoobu#12 late' });
  it('create on the new keypad first, same PIN, with the note', () => {
    expect(planned([former]).operations).toMatchObject([
      {
        kind: 'move',
        ...DOOR,
        pinDraw: null,
        record: { pin: '0042', description: 'Smoobu#12 late' },
        from: { ...FORMER_DOOR, codeId: 900 },
      },
    ]);
  });
  it('take another PIN where the old one is taken', () => {
    const [operation] = planned([former, code({ id: 901, pin: pin('0042'), description: '', name: 'Cleaner' })]).operations;
    expect(operation).toMatchObject({ kind: 'move', pinDraw: { attempt: 0, length: 4 } });
    expect(pinOf(operation)).not.toBe('0042');
  });
  it('are finished after a crash between create and delete', () => {
    expect(summaries(planned([code({ id: 901 }), former]))).toEqual(['delete 900 moved']);
  });
  it('delete the old code after the new one is corrected', () => {
    const { operations } = planned([code({ id: 901, name: 'x' }), former]);
    expect(operations).toMatchObject([{ kind: 'update' }, { kind: 'delete', evidence: 'moved', after: [operations[0]?.key] }]);
  });
  it.each([
    ['a door’s list failed', { settings: TWO_DOORS, failed: [12] }],
    ['bookings are incomplete', { complete: false }],
  ])('keep the old code when %s', (_what, parts) => {
    expect(summaries(planned([former], parts))).toEqual(['create KpAlpha1']);
  });
  it('do not touch an old code on a lock whose list failed', () => {
    expect(summaries(planned([former], { failed: [13] }))).toEqual(['create KpAlpha1']);
  });
});

describe('stays that are over', () => {
  const exact = settings({ times: EXACT });
  const left = booking({ arrival: date('2026-11-20'), departure: date('2026-11-23'), checkOut: wall('09:00') });
  const open = { startDate: date('2026-11-20'), endDate: date('2026-11-30') };
  it('get no new code, and a code that is still valid gets their end once the user agrees', () => {
    expect(summaries(plan(input({ settings: exact, bookings: [left] })))).toEqual([]);
    const result = plan(input({ settings: exact, bookings: [left], codes: [code(open)] }));
    expect(result.operations).toMatchObject([
      { kind: 'update', hold: 'no-longer-booked', record: { endDate: '2026-11-23', endTime: '09:00' } },
    ]);
    expect(result.stays).toEqual([]);
  });
  it('and until then its doubles stay, and get the same end', () => {
    const result = plan(input({ settings: exact, bookings: [left], codes: [code(open), code({ ...open, id: 901 })] }));
    expect(summaries(result)).toEqual(['update 900 held: no-longer-booked', 'update 901 held: no-longer-booked']);
    expect(result.unchanged).toBe(0);
  });
  it('on a former door, too', () => {
    expect(summaries(plan(input({ settings: exact, bookings: [left], codes: [code({ ...open, ...FORMER_DOOR })] })))).toEqual([
      'update 900 held: no-longer-booked',
    ]);
  });
  it.each([
    ['bookings are incomplete', {}, false],
    ['the code that stays has a schedule', { hasSchedule: true }, true],
  ])('a duplicate that may not be removed gets their end: %s', (_what, changes, complete) => {
    const ended = code({ startDate: date('2026-11-20'), endDate: date('2026-11-23'), endTime: wall('09:00'), ...changes });
    expect(summaries(plan(input({ settings: exact, bookings: [left], complete, codes: [ended, code({ ...open, id: 901 })] })))).toEqual([
      'update 901 held: no-longer-booked',
    ]);
  });
  it.each([
    ['scheduled-code', { hasSchedule: true }],
    ['unreadable-code', { pin: null }],
  ])('a code that cannot be changed is reported: %s', (kind, changes) => {
    for (const place of [DOOR, FORMER_DOOR]) {
      const result = plan(input({ settings: exact, bookings: [left], codes: [code({ ...open, ...changes, ...place })] }));
      expect([summaries(result), problemKinds(result)]).toEqual([[], [kind]]);
    }
  });
  it('end at check-out by the lock’s clock', () => {
    const at = (nowMs: number) => plan(input({ settings: exact, bookings: [left], codes: [], nowMs })).operations.map(summary);
    expect(at(NOW_MS - 2 * 3_600_000 - 1)).toEqual(['create KpAlpha1']);
    expect(at(NOW_MS - 3_600_000)).toEqual([]);
  });
});
