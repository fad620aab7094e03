import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, input, pin, problemKinds, settings, summaries, wall } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { MemoryValue } from '../../domain/memory.ts';
import { plan } from '../plan.ts';

/** Its doors were unmapped after the code was made. Other units have doors. */
const base = settings({ units: [{ unitId: 102, name: 'Flat 2', doors: [] }] });
const UNMAPPED = { ...base, mapping: { ...base.mapping, retired: [...base.mapping.retired, DOOR] } };
const planned = (departure: string, parts: InputParts = {}, changes = {}) =>
  plan(input({ settings: UNMAPPED, codes: [code()], bookings: [booking({ departure: date(departure), ...changes })], ...parts }));
const codeEnd = (value: MemoryValue<'code-end'>) => ({ remembered: { ...nothingRemembered(), 'code-end': new Map([['12', value]]) } });
const remembered = (result: ReturnType<typeof plan>) => result.remember.filter(({ kind }) => kind === 'code-end');

describe('the code of a unit without doors', () => {
  it.each(['2026-11-25', '2026-11-30'])('follows the departure day to %s and keeps its time of day', (day) => {
    const result = planned(day, { codes: [code({ endTime: wall('10:30') })] });
    expect(result.operations).toMatchObject([
      {
        kind: 'update',
        hold: null,
        record: { startDate: '2026-11-24', startTime: '15:00', endDate: day, endTime: '10:30', pin: '4711', name: 'Anna Müller' },
      },
    ]);
    expect(result.operations[0]?.changes).toEqual({ end: { from: '2026-11-27T10:30', to: `${day}T10:30` } });
    expect(problemKinds(result)).toEqual(['unmapped-followed', 'unmapped-unit']);
    expect(remembered(result)).toEqual([{ kind: 'code-end', key: '12', value: { daysAfter: 0, followed: true } }]);
  });
  it('keeps the zeros of its PIN where it is the one that was drawn for the booking', () => {
    const memory = { pinDraws: new Map([[12, { attempt: 0, length: 6 }]]) };
    const codes = [code({ pin: pin('4711'), pinMayLackZeros: true })];
    const result = planned('2026-11-25', { codes, memory, drawPin: () => pin('004711') });
    expect(result.operations).toMatchObject([{ record: { pin: '004711' } }]);
  });
  it('where the unit is mapped to no doors, too', () => {
    expect(summaries(planned('2026-11-25', {}, { unitId: 102 }))).toEqual(['update 900']);
  });
  it('stays as it is on the same day, whatever the check-out', () => {
    const result = planned('2026-11-27', {}, { checkOut: wall('09:00'), arrival: date('2026-11-23') });
    expect([summaries(result), problemKinds(result), remembered(result)]).toEqual([[], ['unmapped-unit'], []]);
  });
  it('the user is told for as long as it opens', () => {
    const memory = codeEnd({ daysAfter: 0, followed: true });
    expect(problemKinds(planned('2026-11-27', { memory }))).toContain('unmapped-followed');
    expect(problemKinds(planned('2026-11-27', { memory, codes: [] }))).not.toContain('unmapped-followed');
    const over = code({ startDate: date('2026-11-10'), endDate: date('2026-11-21') });
    expect(problemKinds(planned('2026-11-21', { memory, codes: [over] }, { arrival: date('2026-11-10') }))).toEqual([]);
  });
  it('waits when somebody may be inside', () => {
    const codes = [code({ startDate: date('2026-11-20') })];
    expect(summaries(planned('2026-11-22', { codes }, { arrival: date('2026-11-20') }))).toEqual(['update 900 held: no-longer-booked']);
    expect(summaries(planned('2026-11-24', { codes }, { arrival: date('2026-11-20') }))).toEqual(['update 900']);
  });
  it.each([
    ['endTime', { endTime: 'unknown' as const }],
    ['startTime', { startTime: null }],
    ['endDate', { endDate: null }],
    ['off', { active: false }],
  ])('is not written where a part of it is not known, or by hand: %s', (_what, changes) => {
    expect(summaries(planned('2026-11-25', { codes: [code(changes)] }))).toEqual([]);
  });
  it('is reported where it cannot be written', () => {
    expect(problemKinds(planned('2026-11-25', { codes: [code({ hasSchedule: true })] }))).toEqual(['scheduled-code', 'unmapped-unit']);
    expect(problemKinds(planned('2026-11-25', { codes: [code({ pin: null })] }))).toEqual(['unmapped-unit', 'unreadable-code']);
  });
});

describe('a code that ends after midnight because of a buffer', () => {
  const late = settings({ unit: { checkOut: wall('23:30'), bufferAfterMinutes: 60 } });
  const codes = [code({ endDate: date('2026-11-28'), endTime: wall('00:30') })];
  it('is remembered while its unit is mapped, and forgotten when it no longer does', () => {
    expect(remembered(plan(input({ settings: late, codes, bookings: [booking()] })))).toEqual([
      { kind: 'code-end', key: '12', value: { daysAfter: 1, followed: false } },
    ]);
    const memory = codeEnd({ daysAfter: 1, followed: false });
    expect(remembered(plan(input({ settings: late, codes, bookings: [booking()], memory })))).toEqual([]);
    expect(remembered(plan(input({ codes, bookings: [booking()], memory })))).toEqual([{ kind: 'code-end', key: '12', value: null }]);
  });
  it('keeps that distance', () => {
    const memory = codeEnd({ daysAfter: 1, followed: false });
    expect(summaries(planned('2026-11-27', { codes, memory }))).toEqual([]);
    expect(planned('2026-11-26', { codes, memory }).operations).toMatchObject([{ record: { endDate: '2026-11-27', endTime: '00:30' } }]);
  });
});

describe('what is not followed', () => {
  const past = code({ startDate: date('2026-11-20'), endDate: date('2026-11-22') });
  const stay = { arrival: date('2026-11-20') };
  const stayWest = { ...stay, unitId: 102 };
  const units = [{ ...UNMAPPED.mapping.units[0], timeZone: 'America/New_York' }];
  const west = { ...UNMAPPED, mapping: { ...UNMAPPED.mapping, units } } as typeof UNMAPPED;
  it.each<[string, string, InputParts, object, readonly string[]]>([
    ['a cancelled booking', '2026-11-25', {}, { state: 'cancelled' }, ['delete 900 cancelled']],
    ['a booking of which no unit is known', '2026-11-25', {}, { unitId: null }, []],
    ['a departure that has passed, of a code that is over', '2026-11-21', { codes: [past] }, stay, []],
    ['a departure at this very minute', '2026-11-23', { codes: [{ ...past, endTime: wall('10:00') }] }, stay, []],
    [
      'nor one that has passed by the clock of its unit',
      '2026-11-23',
      { settings: west, codes: [{ ...past, endTime: wall('04:00') }] },
      stayWest,
      [],
    ],
    [
      'but one that is to come there is',
      '2026-11-23',
      { settings: west, codes: [{ ...past, endTime: wall('05:00') }] },
      stayWest,
      ['update 900'],
    ],
    ['but one in a minute is', '2026-11-23', { codes: [{ ...past, endTime: wall('10:01') }] }, stay, ['update 900']],
    ['an earlier departure in a run that only lets in', '2026-11-25', { clockIsWrong: true }, {}, []],
    ['but a later one is', '2026-11-30', { clockIsWrong: true }, {}, ['update 900']],
    ['a departure before the code starts', '2026-11-24', {}, {}, []],
    ['a departure when the code starts', '2026-11-24', { codes: [code({ endTime: wall('15:00') })] }, {}, []],
    ['but one a minute later is', '2026-11-24', { codes: [code({ endTime: wall('15:01') })] }, {}, ['update 900']],
    ['an unknown start day', '2026-11-25', { codes: [code({ startDate: 'unknown' })] }, {}, []],
    ['no start day', '2026-11-25', { codes: [code({ startDate: null })] }, {}, []],
    ['an unknown start time', '2026-11-25', { codes: [code({ startTime: 'unknown' })] }, {}, []],
    ['an unknown end day', '2026-11-25', { codes: [code({ endDate: 'unknown' })] }, {}, []],
    ['no end time', '2026-11-25', { codes: [code({ endTime: null })] }, {}, []],
  ])('%s', (_what, departure, parts, changes, expected) => expect(summaries(planned(departure, parts, changes))).toEqual(expected));
});

describe('what is told', () => {
  it('names the day, and the unit where it is known', () => {
    const found = (result: ReturnType<typeof plan>) => result.problems.filter(({ kind }) => kind === 'unmapped-followed');
    expect(found(planned('2026-11-25'))).toEqual([
      {
        kind: 'unmapped-followed',
        text: { key: 'problem.unmapped-followed', parameters: { until: '2026-11-25' } },
        retryable: false,
        bookingId: 12,
        unitId: 101,
      },
    ]);
  });
  it('also of a code that is over and opens again', () => {
    const codes = [code({ startDate: date('2026-11-20'), endDate: date('2026-11-22') })];
    expect(problemKinds(planned('2026-11-26', { codes }, { arrival: date('2026-11-20') }))).toContain('unmapped-followed');
  });
  it('asks again when the departure changes again', () => {
    const codes = [code({ startDate: date('2026-11-20') })];
    const keys = ['2026-11-22', '2026-11-21'].map((day) => planned(day, { codes }, { arrival: date('2026-11-20') }).operations[0]?.key);
    expect(keys).toEqual(['update:12:11/KpAlpha1:900:2026-11-22T12:00', 'update:12:11/KpAlpha1:900:2026-11-21T12:00']);
  });
  it('sends the whole record, without spaces around the name', () => {
    const result = planned('2026-11-25', { codes: [code({ name: ' Anna ' })] });
    expect(result.operations).toMatchObject([{ kind: 'update', record: { name: 'Anna', active: true } }]);
  });
});

describe('what is remembered of a mapped unit', () => {
  const late = settings({ unit: { checkOut: wall('23:30'), bufferAfterMinutes: 60 } });
  it('is nothing without a code', () => expect(remembered(plan(input({ settings: late, bookings: [booking()] })))).toEqual([]));
  it('is forgotten once it is mapped again', () => {
    const memory = codeEnd({ daysAfter: 0, followed: true });
    expect(remembered(plan(input({ codes: [code()], bookings: [booking()], memory })))).toEqual([
      { kind: 'code-end', key: '12', value: null },
    ]);
  });
});
