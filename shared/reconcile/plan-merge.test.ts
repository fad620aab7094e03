/** What a plan makes of its parts: each code has one operation, each problem is listed once, and both are in a fixed order. */
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
  person,
  personCode,
  pin,
  problemKinds,
  SECOND_DOOR,
  settings,
  summaries,
  wall,
  wishing,
} from '../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../tests/reconcile/fixtures.ts';
import type { ClaimId } from '../domain/ids.ts';
import { nothingRemembered } from '../domain/memory.ts';
import { isTrivialPin } from './stay/pins.ts';
import { plan } from './plan.ts';

const planned = (parts: InputParts) => plan(input(parts));
const LONG_AGO = { startDate: date('2026-09-28'), endDate: date('2026-10-01') };
const OVER = { arrival: date('2026-11-20'), departure: date('2026-11-22') };

describe('a code has one operation at most', () => {
  it('that of a guest who is still to come is never removed for having ended long ago', () => {
    const codes = [code(LONG_AGO)];
    expect(summaries(planned({ bookings: [booking()], codes }))).toEqual(['update 900']);
    // Its times cannot be corrected without the PIN.
    const unknown = planned({ bookings: [booking()], codes: [code({ ...LONG_AGO, pin: null })] });
    expect([summaries(unknown), problemKinds(unknown)]).toEqual([[], ['unreadable-code']]);
  });
  it('that of a guest who left goes when it ended long ago, and its double goes once', () => {
    const result = planned({ bookings: [booking(OVER)], codes: [code(LONG_AGO), code({ ...LONG_AGO, id: 901 })] });
    expect(summaries(result)).toEqual(['delete 900 ended', 'delete 901 duplicate']);
  });
  it('one that no list shows is moved, and not removed as well', () => {
    const window = { start: '2026-09-28T15:00', end: '2026-10-01T12:00' };
    const made = { claimId: 12, ...FORMER_DOOR, window, creates: [{ codeId: 700, atMs: NOW_MS, listed: false }] };
    const memory = { remembered: { ...nothingRemembered(), 'created-codes': new Map([['made', made]]) as never } };
    expect(summaries(planned({ bookings: [booking()], memory }))).toEqual(['move 700 to KpAlpha1']);
  });
  it('one that waits for the user is not removed because the time is another elsewhere', () => {
    const west = settings({ unit: { timeZone: 'Atlantic/Azores' }, codes: { keepDays: 0 }, times: EXACT });
    const left = booking({ ...OVER, departure: date('2026-11-23'), checkOut: wall('07:30') });
    // It is eight there, and ten where Latchkey runs.
    const open = code({ startDate: date('2026-11-20'), endDate: date('2026-11-23'), endTime: wall('09:30') });
    expect(summaries(planned({ bookings: [left], codes: [open], settings: west }))).toEqual(['update 900 held: no-longer-booked']);
    const scheduled = planned({ bookings: [left], codes: [{ ...open, hasSchedule: true }], settings: west });
    expect(summaries(scheduled)).toEqual([]);
  });
});

describe('a plan says of each stay and person', () => {
  it('which doors are left as they are because of a problem', () => {
    const wrong = code({ endDate: date('2026-11-25'), pin: null });
    expect(planned({ bookings: [booking()], codes: [wrong] })).toMatchObject({ skipped: 1, unchanged: 0 });
    expect(planned({ bookings: [booking()], codes: [code()] })).toMatchObject({ skipped: 0, unchanged: 1 });
    expect(planned({ bookings: [booking()] })).toMatchObject({ skipped: 0, unchanged: 0, stays: [{ unitName: 'Flat 1' }] });
  });
  it('nothing more of a guest who left, and no times of a person whose last ones have passed', () => {
    expect(planned({ bookings: [booking(OVER)] }).stays).toEqual([]);
    const times = { kind: 'once', from: '2026-11-22T10:00', until: '2026-11-22T12:00' };
    expect(planned({ wishes: wishing(person({ schedule: times })) }).people).toMatchObject([{ personId: 'k3m9qa', window: null }]);
    expect(planned({ wishes: wishing(person()) }).people).toMatchObject([
      { window: { start: '2026-11-23T10:00', end: '2026-11-23T12:00' } },
    ]);
  });
});

describe('the order of a plan', () => {
  const both = settings({ unit: { doors: [SECOND_DOOR, DOOR] } });
  const cancelled = [booking({ state: 'cancelled' }), booking({ id: 13, state: 'cancelled' })];
  const live = booking({ id: 14, arrival: date('2027-01-20'), departure: date('2027-01-22') });

  it('operations: nearest first, then bookings by number, then doors', () => {
    const codes = [
      code({ id: 900, description: 'Smoobu#13' }),
      code({ id: 901 }),
      code({ id: 902, ...SECOND_DOOR, startTime: 'unknown', startDate: 'unknown' }),
    ];
    const unknown = codes.map((one) => ({ ...one, startTime: 'unknown' as const, startDate: 'unknown' as const }));
    expect(summaries(planned({ bookings: cancelled, codes: unknown, settings: both })).map((line) => line.slice(0, 10))).toEqual([
      'delete 901',
      'delete 902',
      'delete 900',
    ]);
    expect(summaries(planned({ bookings: [...cancelled, live], codes, settings: both }))).toEqual([
      'create KpAlpha1',
      'create KpBravo2',
      'delete 902 cancelled held: someone-may-be-inside',
      'delete 901 cancelled',
      'delete 900 cancelled',
    ]);
  });
  it('operations: people after guests', () => {
    const bookings = [booking({ arrival: date('2026-12-24'), departure: date('2026-12-27') })];
    const { operations } = planned({ bookings, wishes: wishing(person()) });
    expect(operations.map(({ bookingId, personId }) => bookingId ?? personId)).toEqual([12, 'k3m9qa']);
  });
  it('problems: by kind, booking, person and code, whatever was read first', () => {
    const unclear = { endDate: date('2026-11-25'), pin: null };
    const first = booking({ id: 20, arrival: date('2026-11-23'), departure: date('2026-11-24') });
    const codes = [
      code({ ...unclear, id: 905, ...SECOND_DOOR }),
      code({ ...unclear, id: 903, ...DOOR }),
      code({ ...unclear, id: 901, ...DOOR, description: 'Smoobu#20', startDate: date('2026-11-23') }),
      code({ ...unclear, id: 906, ...SECOND_DOOR, description: 'Smoobu#12 Smoobu#13' }),
      code({ ...unclear, id: 908, description: 'Smoobu#12 Smoobu#13' }),
      code({ ...unclear, id: 907, ...FORMER_DOOR, description: 'Smoobu#12 Smoobu#13' }),
    ];
    const nowhere = { doors: [{ lockId: 99, keypadId: 'KpNowhere' }] };
    const wishes = wishing(person({ id: 'zzzzzz', ...nowhere }), person(nowhere));
    const turned = settings({ unit: { doors: [SECOND_DOOR, DOOR] } });
    const { problems } = planned({ bookings: [booking(), first], codes, settings: turned, wishes });
    const told = problems.filter(({ kind }) => ['ambiguous-tag', 'unreadable-code', 'person-door-unmapped'].includes(kind));
    expect(told.map(({ kind, bookingId, personId, codeId }) => [kind, bookingId ?? personId, codeId])).toEqual([
      ['ambiguous-tag', undefined, 906],
      ['ambiguous-tag', undefined, 907],
      ['ambiguous-tag', undefined, 908],
      ['person-door-unmapped', 'k3m9qa', undefined],
      ['person-door-unmapped', 'zzzzzz', undefined],
      ['unreadable-code', 12, 903],
      ['unreadable-code', 12, 905],
      ['unreadable-code', 20, 901],
    ]);
  });
  it('problems: one of a booking is told for its first door, and one of a lock for each keypad', () => {
    const unlisted = planned({
      bookings: [booking()],
      codes: [code({ description: 'Smoobu#77' }), code({ id: 901, description: 'Smoobu#77', ...SECOND_DOOR })],
      settings: both,
    });
    expect(unlisted.problems.filter(({ bookingId }) => bookingId === 77)).toMatchObject([{ lockId: 11 }]);
    const crowded = planned({ bookings: [booking()], settings: both, drawPin: () => pin('1111') });
    expect(crowded.problems).toMatchObject([{ kind: 'no-free-pin', lockId: 12 }]);
    const unread = [DOOR, { ...DOOR, keypadId: 'KpOther3' }].map(({ keypadId }) => ({ codeId: null, keypadId, description: null }));
    const doors = [DOOR, { lockId: 11, keypadId: 'KpOther3' }];
    const doubtful = planned({ settings: settings({ unit: { doors } }), unread: new Map([[11, unread]]) as never });
    expect(doubtful.problems.map(({ kind, keypadId }) => [kind, keypadId])).toEqual([
      ['door-unreadable', 'KpAlpha1'],
      ['door-unreadable', 'KpOther3'],
    ]);
  });
});

it('a delete that waits is not asked about any more once its guest is to come', () => {
  const hold = { ...DOOR, key: 'old', bookingId: 12, unitId: 101, codeId: 900, hold: 'too-many-deletes' };
  const two = [booking(), booking({ id: 13, arrival: date('2026-11-28'), departure: date('2026-11-30') })];
  expect(planned({ bookings: two, codes: [code()], memory: { waiting: new Map([['old', hold]]) } as never }).settledHolds).toEqual(['old']);
});

describe('the PIN of a booking that has no code at the moment', () => {
  const drawPin = (_id: ClaimId, attempt: number) => (attempt === 0 ? '4810' : '9153') as never;
  const units = [
    { unitId: 101, doors: [DOOR] },
    { unitId: 102, doors: [DOOR] },
  ];
  const drawn = (changes: Parameters<typeof booking>[0], parts: InputParts = {}) => {
    const bookings = [booking(changes), booking({ id: 13, unitId: 102, guestName: 'Other', arrival: date('2026-11-25') })];
    const memory = { pinDraws: new Map([[12, { attempt: 0, length: 4 }]]) };
    const { operations } = planned({ bookings, drawPin, memory, settings: settings({ units }), ...parts });
    return operations.flatMap((one) => (one.kind === 'create' && one.bookingId === 13 ? [one.record.pin] : []));
  };
  it('is kept for it', () => expect(drawn({})).toEqual(['9153']));
  it('is another’s once its stay is over', () => expect(drawn(OVER)).toEqual(['4810']));
  it('is another’s where it has a code, with the PIN that somebody gave it', () =>
    expect(drawn({}, { codes: [code()] })).toEqual(['4810']));
  it('is kept for the guest who booked again, too', () => {
    const contact = { email: null, phone: null, guestId: 7 };
    const again = booking({ id: 20, contact });
    const other = booking({ id: 13, unitId: 102, guestName: 'Other' });
    const bookings = [booking({ state: 'cancelled', contact }), again, other];
    expect(drawn({}, { bookings })).toEqual(['9153']);
    expect(drawn({}, { bookings: [booking({ state: 'cancelled', contact }), other] })).toEqual(['4810']);
  });
  it('may be that of a code that has ended on another door, and not of one that opens', () => {
    const codes = (ended: object) => [code({ id: 950, description: 'Smoobu#77', pin: pin('4810'), ...SECOND_DOOR, ...ended })];
    const parts = { memory: {}, settings: settings({ units: [...units, { unitId: 103, doors: [SECOND_DOOR] }] }) };
    expect(drawn({ state: 'blocked' }, { ...parts, codes: codes(LONG_AGO) })).toEqual(['4810']);
    expect(drawn({ state: 'blocked' }, { ...parts, codes: codes({}) })).toEqual(['9153']);
  });
});

it('says in time that the PINs run out', () => {
  const worthDrawing = Array.from({ length: 10_000 }, (_, index) => String(index).padStart(4, '0')).filter((one) => !isTrivialPin(one));
  const taken = (count: number) => {
    const codes = worthDrawing
      .slice(0, count)
      .map((digits, index) => code({ id: 1_000 + index, description: `Smoobu#${String(1_000 + index)}`, pin: pin(digits) }));
    const kinds = (bookings: readonly ReturnType<typeof booking>[]) => planned({ codes, bookings }).problems.map(({ kind }) => kind);
    return [kinds([booking()]), kinds([])].map((found) => found.includes('pins-running-out'));
  };
  // Two thirds, with the code that is created.
  expect([worthDrawing.length, taken(6_400), taken(6_399), taken(6_398)]).toEqual([9_600, [true, true], [true, false], [false, false]]);
});

describe('a code whose booking is gone', () => {
  const lookups = new Map([[12, { kind: 'missing' as const }]]);
  const memory = { missingSinceMs: new Map([[12, NOW_MS - 3_600_000]]) };
  const gone = (bookings: readonly ReturnType<typeof booking>[]) => planned({ bookings, codes: [code()], lookups, memory });
  const far = { id: 30, arrival: date('2027-12-20'), departure: date('2027-12-22') };
  it('goes only while another booking of the user’s units can be read', () => {
    expect(summaries(gone([booking(far)]))).toEqual(['delete 900 gone']);
    for (const other of [{ unitId: 999 }, { unitId: null }, { state: 'cancelled' as const }])
      expect(summaries(gone([booking({ ...far, ...other })]))).toEqual(['delete 900 gone held: bookings-gone']);
  });
  it('stays, and the next sync tries again, where there are no bookings at all', () => {
    const result = gone([]);
    expect(summaries(result)).toEqual(['delete 900 gone held: no-bookings']);
    expect(result.problems).toContainEqual({ kind: 'no-bookings', text: { key: 'problem.no-bookings', parameters: {} }, retryable: true });
  });
});

it('what waits for the user is over when the booking is read as live, and not when only others are', () => {
  const hold = { ...DOOR, key: 'held', bookingId: 12, unitId: 101, codeId: 900, hold: 'someone-may-be-inside' };
  const memory = { waiting: new Map([['held', hold]]) } as never;
  const settled = (bookings: readonly ReturnType<typeof booking>[]) => planned({ bookings, codes: [code()], memory }).settledHolds;
  expect([settled([booking()]), settled([booking({ id: 13 })])]).toEqual([['held'], []]);
});

it('the brake is about bookings: codes of people are no share of the codes that may go', () => {
  const gone = [1, 2, 3, 4].map((id) => booking({ id, state: 'cancelled' }));
  const codes = [
    ...gone.map(({ id }) => code({ id: 900 + id, description: `Smoobu#${String(id)}`, pin: pin(String(4_710 + id)) })),
    ...Array.from({ length: 10 }, (_, index) => personCode({ id: 960 + index, pin: pin(String(8_110 + index)) })),
  ];
  const live = booking({ id: 30, arrival: date('2026-12-20'), departure: date('2026-12-22') });
  expect(summaries(planned({ bookings: [...gone, live], codes })).filter((line) => line.startsWith('delete'))).toEqual(
    [901, 902, 903, 904].map((id) => `delete ${String(id)} cancelled held: too-many-deletes`),
  );
});
