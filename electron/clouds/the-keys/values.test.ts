import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallTime } from '../../../shared/time.ts';
import { readTag } from '../../../shared/reconcile/tag.ts';
import { hostileText } from '../../../tests/support/hostile-text.ts';
import { mapCount, mapDate, mapDescription, mapMillivolts, mapPastInstant, mapTime } from './values.ts';

describe('mapTime', () => {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const formats: readonly ((hour: number, minute: number) => unknown)[] = [
    (hour, minute) => `${pad(hour)}:${pad(minute)}`,
    (hour, minute) => `${String(hour)}:${pad(minute)}`,
    (hour, minute) => `${pad(hour)}:${pad(minute)}:00`,
    (hour, minute) => `${pad(hour)}:${pad(minute)}:59.000000`,
    (hour, minute) => ({ hour, minute }),
    (hour, minute) => ({ hour: String(hour), minute: String(minute) }),
    (hour, minute) => ({ hour: pad(hour), minute: pad(minute) }),
    (hour, minute) => ({ date: `1970-01-01 ${pad(hour)}:${pad(minute)}:00.000000`, timezone_type: 3, timezone: 'Europe/Paris' }),
    (hour, minute) => `1970-01-01T${pad(hour)}:${pad(minute)}:00+01:00`,
    (hour, minute) => `1970-01-01T${pad(hour)}:${pad(minute)}:00+0100`,
    (hour, minute) => `1970-01-01T${pad(hour)}:${pad(minute)}:00Z`,
    (hour, minute) => `1970-01-01T${pad(hour)}:${pad(minute)}`,
    (hour, minute) => `1970-01-01 ${pad(hour)}:${pad(minute)}:00`,
  ];

  it('reads every known format of every minute of the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), fc.constantFrom(...formats), (hour, minute, format) => {
        expect(mapTime(format(hour, minute))).toBe(wallTime(hour, minute));
      }),
      { numRuns: 500 },
    );
  });

  it('reads null as an open end', () => {
    expect(mapTime(null)).toBeNull();
  });

  it.each([
    '',
    '15h00',
    '24:00',
    '15:60',
    'noon',
    15,
    true,
    [],
    {},
    { hour: '', minute: '' },
    { hour: 24, minute: 0 },
    { hour: 15 },
    { date: 15 },
    undefined,
    '1970-01-01',
  ])('reads %j as unknown', (value) => {
    expect(mapTime(value)).toBe('unknown');
  });

  it('never throws, and returns a wall time, null or unknown', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const time = mapTime(value);
        expect(time === null || time === 'unknown' || /^([01][0-9]|2[0-3]):[0-5][0-9]$/.test(time)).toBe(true);
        expect(time === null).toBe(value === null);
      }),
    );
  });
});

describe('mapDate', () => {
  it.each([
    ['2026-12-04', '2026-12-04'],
    ['2026-12-04T00:00:00+01:00', '2026-12-04'],
    [{ date: '2026-12-04 00:00:00.000000', timezone_type: 3, timezone: 'Europe/Paris' }, '2026-12-04'],
    [null, null],
    [undefined, 'unknown'],
    ['', 'unknown'],
    ['04/12/2026', 'unknown'],
    ['0000-00-00', 'unknown'],
    ['2026-02-30', 'unknown'],
    [1_780_000_000, 'unknown'],
    [{ date: null }, 'unknown'],
  ])('reads %j as %j', (value, expected) => {
    expect(mapDate(value)).toBe(expected);
  });
});

describe('mapDescription', () => {
  it('keeps the lines of a note, and cuts one that no lock stores', () => {
    expect(mapDescription('Smoobu#12\ncall\tfirst\u202E')).toBe('Smoobu#12\ncall\tfirst ');
    expect(mapDescription('x'.repeat(901))).toBe(`${'x'.repeat(899)}…`);
  });

  it('says whose code it is, however long the note, wherever the tag, and whatever is around it', () => {
    const notes = fc.array(fc.oneof(hostileText(), fc.constantFrom('Smoobu#12', ' Smoobu#12345 ', 'Smoobu#99', 'x'.repeat(890))));
    fc.assert(
      fc.property(notes, (parts) => {
        const text = parts.join('');
        const found = mapDescription(text);
        const tag = readTag(text);
        expect(found.length).toBeLessThanOrEqual(900);
        if (tag.kind === 'ambiguous') expect(readTag(found).kind).toBe('ambiguous');
        else expect(readTag(found)).toEqual(tag);
      }),
    );
  });
});

describe('mapPastInstant', () => {
  const NOW = Date.UTC(2026, 10, 23, 14);
  it.each([
    ['2026-11-23 14:59:10', NOW - 50_000],
    ['2026-11-23T11:00:00', NOW - 4 * 3_600_000],
    ['2026-11-23T13:59:00Z', NOW - 60_000],
    [{ date: '2026-11-23 13:59:00.000000', timezone_type: 3, timezone: 'UTC' }, NOW - 60_000],
    // A few minutes ahead is another clock.
    ['2026-11-23 15:04:00', NOW + 240_000],
    ['2026-11-23 16:00:00', null],
    ['2027-11-23 15:00:00', null],
    ['1970-01-01 01:00:00', null],
    ['0000-00-00 00:00:00', null],
    // An hour ago in Paris, or right now in UTC.
    ['2026-11-23 13:59:00', null],
    ['2026-11-23 13:40:00', NOW - 80 * 60_000],
    [NOW / 1_000, null],
    [['2026-11-23 14:59:10'], null],
    [undefined, null],
    [null, null],
  ])('reads %j as %j', (value, expected) => {
    expect(mapPastInstant(value, NOW)).toBe(expected);
  });
  // At 03:00 the clocks in Paris go back to 02:00, which is 01:00 in UTC.
  const AUTUMN = Date.UTC(2026, 9, 25, 1);
  it.each([
    [-1_800_000, '2026-10-25 02:29:00', AUTUMN - 31 * 60_000],
    [-1_800_000, '2026-10-25 01:59:00', AUTUMN - 61 * 60_000],
    // An hour ago, or right now.
    [1_800_000, '2026-10-25 02:29:00', null],
    [1_800_000, { date: '2026-10-25 02:29:00.000000', timezone_type: 3, timezone: 'Europe/Paris' }, null],
    [1_800_000, '2026-10-25 02:29:00+01:00', AUTUMN + 29 * 60_000],
    [1_800_000, '2026-10-25 02:10:00', AUTUMN - 50 * 60_000],
    [4_200_000, '2026-10-25 03:09:00', AUTUMN + 69 * 60_000],
    // A gateway that fell silent in that hour stays known.
    [86_400_000, '2026-10-25 02:29:00', AUTUMN - 31 * 60_000],
  ])('%d ms after the clocks go back, reads %j as %j', (afterMs, value, expected) => {
    expect(mapPastInstant(value, AUTUMN + afterMs)).toBe(expected);
  });
});

describe('battery and log sequence', () => {
  it.each([
    [7_100, 7_100],
    ['7100', 7_100],
    [0, null],
    [95, null],
    [-7_100, null],
    [1e9, null],
    ['low', null],
    [null, null],
    [{}, null],
  ])('reads a battery of %j as %j', (value, expected) => {
    expect(mapMillivolts(value)).toBe(expected);
  });
  it.each([
    [12, 12],
    ['12', 12],
    [0, 0],
    [-1, null],
    [1.5, null],
    [[12], null],
    [undefined, null],
  ])('reads a log sequence of %j as %j', (value, expected) => {
    expect(mapCount(value)).toBe(expected);
  });
});
