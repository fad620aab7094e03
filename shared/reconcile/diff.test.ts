import { describe, expect, it } from 'vitest';
import { code, date, pin, wall } from '../../tests/reconcile/fixtures.ts';
import type { CodeRecord } from '../domain/code.ts';
import type { LocalDateTime } from '../time.ts';
import { accessDifferences, changedFields, differences, hasChanges, switchedTo } from './diff.ts';

const DESIRED: CodeRecord = {
  name: 'Anna Müller',
  pin: pin('4711'),
  startDate: date('2026-11-24'),
  startTime: wall('15:00'),
  endDate: date('2026-11-27'),
  endTime: wall('12:00'),
  active: true,
  description: 'Smoobu#12',
  notificationEnabled: false,
};

describe('differences', () => {
  it.each([
    ['start', { startDate: date('2026-11-25') }, { from: '2026-11-25T15:00', to: '2026-11-24T15:00' }],
    ['start', { startTime: wall('16:00') }, { from: '2026-11-24T16:00', to: '2026-11-24T15:00' }],
    ['end', { endDate: null, endTime: null }, { from: null, to: '2026-11-27T12:00' }],
    ['end', { endTime: wall('10:00') }, { from: '2026-11-27T10:00', to: '2026-11-27T12:00' }],
    ['name', { name: 'Ana' }, { from: 'Ana', to: 'Anna Müller' }],
    ['active', { active: false }, { from: false, to: true }],
  ] as const)('%s: %j', (field, changes, expected) => {
    expect(differences(code(changes), DESIRED)).toEqual({ [field]: expected });
  });
  it.each([
    ['start', { startDate: date('2026-11-25'), startTime: null }, '2026-11-25'],
    ['start', { startDate: date('2026-11-25'), startTime: 'unknown' }, '2026-11-25'],
    ['start', { startDate: null, startTime: null }, null],
    ['end', { endDate: date('2026-11-28'), endTime: null }, '2026-11-28'],
    ['end', { endDate: null, endTime: wall('10:00') }, null],
    ['end', { endDate: 'unknown', endTime: wall('10:00') }, 'unknown'],
  ] as const)('%s: as much as is known of %j', (field, changes, from) => {
    expect(differences(code(changes), DESIRED)[field]?.from).toBe(from);
  });
  it('of access are all but the name', () => {
    expect(accessDifferences(code({ name: 'x' }), DESIRED)).toEqual({});
    expect(Object.keys(accessDifferences(code({ name: 'x', active: false, endDate: null }), DESIRED))).toEqual(['end', 'active']);
    expect([hasChanges({}), hasChanges(accessDifferences(code({ active: false }), DESIRED))]).toEqual([false, true]);
  });
  it('of the name are none where the caller knows it', () => {
    const tolerance = { now: '2026-11-20T10:00' as LocalDateTime, isName: ({ name }: { name: string }) => name === 'known' };
    expect(differences(code({ name: 'known' }), DESIRED, tolerance)).toEqual({});
    expect(Object.keys(differences(code({ name: 'other' }), DESIRED, tolerance))).toEqual(['name']);
  });
  it('are listed in a fixed order', () => {
    expect(changedFields(differences(code({ name: 'x', active: false, endDate: null, startDate: null }), DESIRED))).toEqual([
      'start',
      'end',
      'name',
      'active',
    ]);
  });
});

it.each([
  [{ active: { from: true, to: false } }, 'off'],
  [{ active: { from: false, to: true } }, 'on'],
  [{ active: { from: false, to: true }, end: { from: null, to: '2026-11-27T12:00' } }, null],
  [{ end: { from: null, to: '2026-11-27T12:00' } }, null],
  [{}, null],
] as const)('%j is a code that is only switched: %s', (changes, expected) => {
  expect(switchedTo(changes)).toBe(expected);
});

describe('no difference', () => {
  it.each([
    {},
    { startTime: 'unknown', endTime: 'unknown' },
    { startDate: 'unknown', endDate: 'unknown', startTime: 'unknown', endTime: 'unknown' },
    { startTime: null, endTime: null },
    { active: 'unknown' },
    { pin: pin('9999') },
    { pin: null },
    { description: 'late Smoobu#12' },
    { notificationEnabled: true },
    { name: ' Anna Müller ' },
  ] as const)('%j', (changes) => {
    expect(differences(code(changes), DESIRED)).toEqual({});
  });
  it('an unknown start does not hide a wrong end', () => {
    expect(Object.keys(differences(code({ startDate: 'unknown', endDate: date('2026-11-30') }), DESIRED))).toEqual(['end']);
  });
});

describe('a start that has passed', () => {
  const during = { now: '2026-11-25T10:00' as LocalDateTime, isName: () => true };
  it.each([
    ['an earlier one', { startDate: date('2026-11-20') }, []],
    ['a later one', { startDate: date('2026-11-25'), startTime: wall('09:59') }, []],
    ['no start', { startDate: null, startTime: null }, []],
    ['one of this minute', { startDate: date('2026-11-25'), startTime: wall('10:00') }, []],
    ['one that is still to come', { startDate: date('2026-11-25'), startTime: wall('10:01') }, ['start']],
  ] as const)('is no difference: %s', (_case, changes, expected) => {
    expect(Object.keys(differences(code(changes), DESIRED, during))).toEqual(expected);
  });
  it('is one when the wanted start is still to come', () => {
    const exactly = { ...during, now: '2026-11-24T15:00' as LocalDateTime };
    expect(differences(code({ startDate: date('2026-11-20') }), DESIRED, exactly)).toEqual({});
    const before = { ...during, now: '2026-11-24T14:59' as LocalDateTime };
    expect(Object.keys(differences(code({ startDate: date('2026-11-20') }), DESIRED, before))).toEqual(['start']);
  });
});
