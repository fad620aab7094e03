/** The codes that the probe makes: none opens a door for anybody. Each has both its dates, since a code without dates works for ever (cloud-facts K14). */
import { parsePin } from '../domain/code.ts';
import type { Code, CodeRecord, Pin } from '../domain/code.ts';
import { isTrivialPin, possiblePins } from '../reconcile/stay/pins.ts';
import { addDays, addMinutes, dateOf, localNow, timeOf, wallTime } from '../time.ts';
import type { WallTime } from '../time.ts';

/** More than a year: no guest's stay is so far ahead on most accounts, and nobody is at the door. */
const FAR_DAYS = 400;
const LONG_NOTE = 300;

function shortNote(tag: string): string {
  return `${tag} A test of Latchkey that may be deleted at any time.`;
}
function longNote(tag: string): string {
  return `${tag} A longer test of Latchkey.${' It only fills the note.'.repeat(20)}`.slice(0, LONG_NOTE);
}

/** It works for an hour and a half on one day that is far ahead. Its hour and minute have leading zeros. */
export function farRecord(tag: string, name: string, pin: Pin, zone: string, nowMs: number): CodeRecord {
  const day = addDays(dateOf(localNow(zone, nowMs)), FAR_DAYS);
  return {
    ...{ name, pin, active: true, description: shortNote(tag), notificationEnabled: false },
    ...{ startDate: day, startTime: clock(9, 5), endDate: day, endTime: clock(10, 35) },
  };
}
export function changedRecord(record: CodeRecord, tag: string, note: 'long' | 'short'): CodeRecord {
  return { ...record, endTime: clock(11, 35), description: note === 'long' ? longNote(tag) : shortNote(tag) };
}
/** From an hour ago until in an hour. It is sent as off, so that it opens nothing even if it stays behind. */
export function pastRecord(tag: string, name: string, pin: Pin, zone: string, nowMs: number): CodeRecord {
  const now = localNow(zone, nowMs);
  const [start, end] = [addMinutes(now, -60), addMinutes(now, 60)];
  return {
    ...{ name, pin, active: false, description: shortNote(tag), notificationEnabled: false },
    ...{ startDate: dateOf(start), startTime: timeOf(start), endDate: dateOf(end), endTime: timeOf(end) },
  };
}

/** Random, with a zero first, and none that the lock has. null: nothing was found. */
export function drawProbePin(random: (limit: number) => number, length: number, codes: readonly Code[]): Pin | null {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const pin = parsePin(`0${Array.from({ length: length - 1 }, () => String(random(10))).join('')}`);
    if (pin !== null && !isTrivialPin(pin) && !codes.some((code) => possiblePins(code).includes(pin))) return pin;
  }
  return null;
}

function clock(hour: number, minute: number): WallTime {
  const time = wallTime(hour, minute);
  if (time === null) throw new RangeError('There is no such time.');
  return time;
}
