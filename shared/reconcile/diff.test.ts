import { describe, expect, it } from 'vitest';
import { code, date, pin, wall } from '../../tests/reconcile/fixtures.ts';
import type { CodeRecord } from '../domain/code.ts';
import { changedFields, differences } from './diff.ts';

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
  it('are listed in a fixed order', () => {
    expect(changedFields(differences(code({ name: 'x', active: false, endDate: null, startDate: null }), DESIRED))).toEqual([
      'start',
      'end',
      'name',
      'active',
    ]);
  });
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
