import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  at,
  dateOf,
  daysBetween,
  instantOf,
  isoInstant,
  isTimeZone,
  localNow,
  parseLocalDate,
  parseWallTime,
  timeOf,
  wallTime,
} from './time.ts';
import type { LocalDate, LocalDateTime, WallTime } from './time.ts';

const utc = (text: string): number => Date.parse(text);
const local = (text: string): LocalDateTime => text as LocalDateTime;

describe('reading dates and times', () => {
  it.each(['2026-02-28', '2028-02-29', '2000-02-29', '2026-12-31', '2026-04-30'])('accepts %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });
  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    '',
    ' 2026-01-01',
  ])('refuses %s', (text) => {
    expect(parseLocalDate(text)).toBeNull();
  });
  it.each([
    ['9:05', '09:05'],
    ['15:00', '15:00'],
    ['23:59:59', '23:59'],
    ['07:30:00.000000', '07:30'],
    ['00:00', '00:00'],
  ])('reads %s as %s', (text, expected) => {
    expect(parseWallTime(text)).toBe(expected);
  });
  it.each(['24:00', '12:60', '12', '', '1:2', '12:3', 'noon', '-1:00', '12:00 '])('refuses the time %s', (text) => {
    expect(parseWallTime(text)).toBeNull();
  });
  it('builds times only from whole numbers in range', () => {
    expect(wallTime(0, 0)).toBe('00:00');
    expect([wallTime(24, 0), wallTime(0, 60), wallTime(-1, 0), wallTime(1.5, 0), wallTime(Number.NaN, 0)]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
  it('splits what it joined', () => {
    const moment = at('2026-11-23' as LocalDate, '15:00' as WallTime);
    expect([moment, dateOf(moment), timeOf(moment)]).toEqual(['2026-11-23T15:00', '2026-11-23', '15:00']);
  });
});

describe('wall-clock arithmetic', () => {
  it('counts days over months, years, leap days and clock changes', () => {
    expect(daysBetween('2026-10-24' as LocalDate, '2026-10-26' as LocalDate)).toBe(2);
    expect(daysBetween('2027-01-01' as LocalDate, '2026-12-31' as LocalDate)).toBe(-1);
    expect(addDays('2026-12-31' as LocalDate, 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28' as LocalDate, 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01' as LocalDate, -1)).toBe('2026-02-28');
  });
  it('counts minutes of wall time, also over clock changes', () => {
    expect(addMinutes(local('2026-11-23T00:15'), -30)).toBe('2026-11-22T23:45');
    expect(addMinutes(local('2026-12-31T23:59'), 1)).toBe('2027-01-01T00:00');
    expect(addMinutes(local('2026-03-29T01:30'), 60)).toBe('2026-03-29T02:30');
    expect(addMinutes(local('2026-10-25T02:30'), 1_440)).toBe('2026-10-26T02:30');
    expect(addMinutes(local('2026-11-23T10:00'), 0)).toBe('2026-11-23T10:00');
  });
});

describe('now at the lock', () => {
  it.each([
    // Paris skips 02:00 to 03:00 on 29 March ...
    ['Europe/Paris', '2026-03-29T00:59:59Z', '2026-03-29T01:59'],
    ['Europe/Paris', '2026-03-29T01:00:00Z', '2026-03-29T03:00'],
    // ... and has 02:00 to 03:00 twice on 25 October.
    ['Europe/Paris', '2026-10-25T00:30:00Z', '2026-10-25T02:30'],
    ['Europe/Paris', '2026-10-25T01:30:00Z', '2026-10-25T02:30'],
    ['Europe/Paris', '2026-10-25T02:00:00Z', '2026-10-25T03:00'],
    ['Europe/Paris', '2026-03-28T22:59:00Z', '2026-03-28T23:59'],
    ['Europe/Paris', '2026-03-28T23:00:00Z', '2026-03-29T00:00'],
    ['America/New_York', '2026-03-08T06:59:00Z', '2026-03-08T01:59'],
    ['America/New_York', '2026-03-08T07:00:00Z', '2026-03-08T03:00'],
    ['Asia/Kathmandu', '2026-11-23T18:15:00Z', '2026-11-24T00:00'],
    ['Pacific/Kiritimati', '2026-11-23T10:00:00Z', '2026-11-24T00:00'],
    ['Pacific/Pago_Pago', '2026-11-23T10:00:00Z', '2026-11-22T23:00'],
    ['UTC', '2026-11-23T10:00:59.999Z', '2026-11-23T10:00'],
  ])('in %s at %s it is %s', (zone, instant, expected) => {
    expect(localNow(zone, utc(instant))).toBe(expected);
  });
  it('takes the later of a skipped time and the earlier of a repeated one', () => {
    expect(instantOf(local('2026-03-29T02:30'), 'Europe/Paris')).toBe(utc('2026-03-29T01:30:00Z'));
    expect(instantOf(local('2026-10-25T02:30'), 'Europe/Paris')).toBe(utc('2026-10-25T00:30:00Z'));
    expect(instantOf(local('2026-07-14T12:00'), 'Europe/Paris')).toBe(utc('2026-07-14T10:00:00Z'));
    expect(instantOf(local('2026-10-25T02:30'), 'Europe/Paris', 'later')).toBe(utc('2026-10-25T01:30:00Z'));
  });
  it('formats instants to the second and recognises zones', () => {
    expect(isoInstant(utc('2026-11-23T14:05:09.999Z'))).toBe('2026-11-23T14:05:09Z');
    expect([isTimeZone('Europe/Paris'), isTimeZone('Europe/Atlantis'), isTimeZone('')]).toEqual([true, false, false]);
  });
});
