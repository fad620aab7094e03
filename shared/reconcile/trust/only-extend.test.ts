import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nothingRemembered } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import { booking, code, DOOR, FORMER_DOOR, input, settings } from '../../../tests/reconcile/fixtures.ts';
import { date, wall } from '../../../tests/reconcile/fixtures.ts';
import { wantedFields } from '../stay/stay-operations.ts';
import { FORGET_MAPPING, isMappingLost, rememberMapping } from './known-mapping.ts';
import { extended, onlyExtends } from './only-extend.ts';
import { plan } from '../plan.ts';

const unconfirmed = { ...settings(), recovery: 'copy' as const };
const wideBooking = booking({ arrival: date('2026-11-23'), departure: date('2026-11-29') });

describe('while the mapping is not confirmed', () => {
  const planned = (parts: Parameters<typeof input>[0]) => plan(input({ settings: unconfirmed, ...parts }));
  const kinds = (parts: Parameters<typeof input>[0]) => planned(parts).operations.map(({ kind }) => kind);

  it('the user is told, even if nothing is due', () => {
    expect(planned({}).problems).toMatchObject([
      { kind: 'mapping-unconfirmed', retryable: false, question: { key: 'mapping', choices: ['confirm'] } },
    ]);
    expect(plan(input({})).problems).toEqual([]);
  });

  it.each([
    ['a code is created', { bookings: [booking()] }, ['create']],
    ['a code is extended', { bookings: [wideBooking], codes: [code()] }, ['update']],
    ['a code is not shortened', { bookings: [booking()], codes: [code({ endDate: date('2026-11-29') })] }, []],
    ['a code without an end stays', { bookings: [booking()], codes: [code({ endDate: null, endTime: null, name: 'Other' })] }, []],
    [
      'a code is not moved, and its guest gets one at the new door',
      { bookings: [booking()], codes: [code({ ...FORMER_DOOR })] },
      ['create'],
    ],
    ['a cancelled stay keeps its code', { bookings: [booking({ state: 'cancelled' })], codes: [code()] }, []],
    ['a duplicate stays', { bookings: [booking()], codes: [code(), code({ id: 901 })] }, []],
    ['an ended code stays', { bookings: [], codes: [code({ startDate: date('2026-09-01'), endDate: date('2026-09-03') })] }, []],
    [
      'a stay that was shortened keeps its code',
      {
        bookings: [booking({ arrival: date('2026-11-20'), departure: date('2026-11-22') })],
        codes: [code({ startDate: date('2026-11-20') })],
      },
      [],
    ],
  ] as const)('%s', (_, parts, expected) => {
    expect(kinds(parts)).toEqual(expected);
  });

  it('keeps an earlier start beside a later end', () => {
    const later = booking({ arrival: date('2026-11-25'), departure: date('2026-11-29') });
    const [operation] = planned({ bookings: [later], codes: [code({ startTime: wall('14:00') })] }).operations;
    expect(operation).toMatchObject({
      kind: 'update',
      record: { startDate: '2026-11-24', startTime: '14:00', endDate: '2026-11-29', endTime: '12:00' },
      changes: { end: { to: '2026-11-29T12:00' } },
    });
    expect(operation?.changes).not.toHaveProperty('start');
  });

  it('what waits for approval still waits, and what was approved is done', () => {
    const cancelled = {
      bookings: [booking({ state: 'cancelled', arrival: date('2026-11-22') })],
      codes: [code({ startDate: date('2026-11-22') })],
    };
    const [held] = planned(cancelled).operations;
    expect(held).toMatchObject({ kind: 'delete', hold: 'someone-may-be-inside' });
    const [approved] = planned({ ...cancelled, released: new Set([held?.key ?? '']) }).operations;
    expect(approved).toMatchObject({ kind: 'delete', hold: null });
  });

  it('no stay and no code makes a plan that takes a door from anybody', () => {
    const day = fc.integer({ min: 10, max: 29 }).map((number) => date(`2026-11-${String(number)}`));
    const place = fc.constantFrom(DOOR, FORMER_DOOR);
    const codes = fc.array(
      fc.record({ place, startDate: day, endDate: day, active: fc.boolean() }).map(({ place: at, ...rest }) => ({ ...at, ...rest })),
      { maxLength: 4 },
    );
    const stay = fc.record({ arrival: day, departure: day, state: fc.constantFrom('live' as const, 'cancelled' as const) });
    fc.assert(
      fc.property(codes, stay, (drawn, changes) => {
        const listed = drawn.map((parts, index) => code({ ...parts, id: 900 + index }));
        for (const operation of planned({ bookings: [booking(changes)], codes: listed }).operations) {
          if (operation.kind === 'create') continue;
          if (operation.kind === 'delete') expect(operation.hold).not.toBeNull();
          else {
            const before = listed.find(({ id }) => 'codeId' in operation && id === operation.codeId);
            if (operation.kind === 'move' || before === undefined) throw new Error(operation.kind);
            expect(operation.record.startDate <= String(before.startDate)).toBe(true);
            expect(operation.record.endDate >= String(before.endDate)).toBe(true);
          }
        }
      }),
    );
  });
});

describe('the mapping', () => {
  const empty = settings({ units: [] });
  const without = { ...empty, mapping: { units: [], locks: [], retired: [] } };
  const known: Remembered = { ...nothingRemembered(), mapping: new Map([['known', { units: 3 }]]) };

  it('is remembered by a run that has one, once', () => {
    const ofMapping = (parts: Parameters<typeof input>[0]) => plan(input(parts)).remember.filter(({ kind }) => kind === 'mapping');
    expect(ofMapping({})).toEqual([{ kind: 'mapping', key: 'known', value: { units: 1 } }]);
    const remembered = { ...nothingRemembered(), mapping: new Map([['known', { units: 1 }]]) };
    expect(ofMapping({ memory: { remembered } })).toEqual([]);
    expect(ofMapping({ settings: without })).toEqual([]);
  });

  it('is forgotten where it is remembered', () => {
    const [change] = rememberMapping(settings(), nothingRemembered());
    expect(FORGET_MAPPING).toEqual({ ...change, value: null });
  });

  it.each([
    ['never was', without, nothingRemembered(), false],
    ['was there before', without, known, true],
    ['was damaged without a copy', { ...without, recovery: 'lost' as const }, nothingRemembered(), true],
    ['was emptied by the user', empty, known, false],
    ['is there', settings(), known, false],
    ['is there, and no keypad was given up', { ...without, mapping: { ...settings().mapping, retired: [] } }, known, false],
  ])('%s: lost or not', (_, given, remembered, lost) => {
    expect(isMappingLost(given, remembered)).toBe(lost);
  });
});

describe('a run that only lets guests in', () => {
  const other: Remembered = { ...nothingRemembered(), account: new Map([['the-keys', { id: '2' }]]) };
  it.each([
    ['no reason', {}, false],
    ['a mapping from a copy', { settings: unconfirmed }, true],
    ['a mapping that was lost', { settings: { ...settings(), recovery: 'lost' as const } }, true],
    ['a wrong clock', { clockIsWrong: true }, true],
    ['a memory that cannot be read', { memory: { isUnknown: true } }, true],
    ['another account', { memory: { remembered: other } }, true],
  ])('%s', (_, parts, expected) => {
    expect(onlyExtends(input(parts))).toBe(expected);
  });

  const stay = { booking: booking(), name: 'Anna', window: { start: '2026-11-24T15:00', end: '2026-11-27T12:00' } };
  const wanted = () => wantedFields(stay as never, null);
  it.each([
    ['a narrower code', { startDate: date('2026-11-25'), endDate: date('2026-11-26') }, ['2026-11-24T15:00', '2026-11-27T12:00']],
    ['a wider code', { startDate: date('2026-11-23'), endDate: date('2026-11-28') }, ['2026-11-23T15:00', '2026-11-28T12:00']],
    ['a code without times', { startTime: null, endTime: null }, ['2026-11-24T00:00', '2026-11-27T23:59']],
    ['a code without a start', { startDate: null }, null],
    ['a code without an end', { endDate: null }, null],
    ['a code whose start cannot be read', { startDate: 'unknown' }, null],
    ['a code whose end cannot be read', { endDate: 'unknown' }, null],
  ] as const)('%s gets at least the time of the stay, and loses none', (_, changes, expected) => {
    const fields = extended(wanted(), code(changes));
    expect(fields && [`${fields.startDate}T${fields.startTime}`, `${fields.endDate}T${fields.endTime}`]).toEqual(expected);
  });
});
