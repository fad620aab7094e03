/** The values of a share, in every format that The Keys may use. What cannot be read is unknown, and unknown is never a difference. Pure. */
import { UNKNOWN, parsePin, type Code, type Unknown } from '../../../shared/domain/code.ts';
import { readTag, tagFor } from '../../../shared/reconcile/tag.ts';
import { cleanText } from '../../../shared/text.ts';
import {
  MINUTE_MS,
  at,
  instantOf,
  isTimeZone,
  parseLocalDate,
  parseWallTime,
  wallTime,
  type LocalDate,
  type WallTime,
} from '../../../shared/time.ts';
import { wireNumber, wirePhpDate, wireTimeParts } from './wire.ts';

/** Of locks, keypads and codes. The settings hold no longer names. */
const MAX_NAME_LENGTH = 200;
/** Several times what The Keys is believed to store (cloud-facts K22). */
const MAX_DESCRIPTION_LENGTH = 900;
/** A description has one tag, or is ambiguous with two. */
const MAX_TAGS = 2;

export function mapName(name: string): string {
  return cleanText(name, MAX_NAME_LENGTH);
}

/** A tag counts wherever it stands, so what is cut off a long description is never its tag, nor a part of one. */
export function mapDescription(description: string): string {
  if (description.length <= MAX_DESCRIPTION_LENGTH) return cleanText(description, MAX_DESCRIPTION_LENGTH, 'note');
  const tag = readTag(description);
  const ids = tag.kind === 'none' ? [] : tag.kind === 'tagged' ? [tag.claimId] : tag.claimIds.slice(0, MAX_TAGS);
  const note = description.slice(0, 4 * MAX_DESCRIPTION_LENGTH).replaceAll(/Smoobu#\d*|Latchkey#[a-z0-9]*/gu, ' ');
  return cleanText([...ids.map(tagFor), note].join(' '), MAX_DESCRIPTION_LENGTH, 'note');
}

/** Null (open), "YYYY-MM-DD…" or a PHP date object; anything else is unknown (cloud-facts K17). */
export function mapDate(value: unknown): LocalDate | null | Unknown {
  if (value === null) return null;
  const text = dateText(value);
  return text === null ? UNKNOWN : (parseLocalDate(text.slice(0, 10)) ?? UNKNOWN);
}

/**
 * Null, "HH:MM", "HH:MM:SS", {hour, minute}, a PHP date object or an ISO text; anything else is unknown. The time is taken as written, since shares
 * have no offset (cloud-facts K17, K19).
 */
export function mapTime(value: unknown): WallTime | null | Unknown {
  if (value === null) return null;
  const parts = wireTimeParts.safeParse(value);
  if (parts.success) return wallTime(parts.data.hour, parts.data.minute) ?? UNKNOWN;
  const text = dateText(value);
  if (text === null) return UNKNOWN;
  const afterDate = /^\d{4}-\d{2}-\d{2}[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  return parseWallTime(afterDate?.[1] ?? text) ?? UNKNOWN;
}

/** The zone of instants that The Keys writes without one (cloud-facts K29, K30). */
const SERVER_ZONE = 'Europe/Paris';
const INSTANT = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** "YYYY-MM-DD HH:MM:SS", with or without an offset, or a PHP date object, whose own zone counts. null for anything else. */
function mapInstant(value: unknown, presumedZone = SERVER_ZONE, reading?: 'later'): number | null {
  const match = INSTANT.exec(dateText(value) ?? '');
  const [, day = '', clock = '', seconds = '0', offset] = match ?? [];
  const date = parseLocalDate(day);
  const time = parseWallTime(clock);
  if (date === null || time === null) return null;
  if (offset !== undefined) {
    const instant = Date.parse(
      `${date}T${time}:${seconds.padStart(2, '0')}${offset === 'Z' ? 'Z' : offset.replace(/(\d{2}):?(\d{2})$/, '$1:$2')}`,
    );
    return Number.isNaN(instant) ? null : instant;
  }
  const zone = wirePhpDate.safeParse(value).data?.timezone ?? presumedZone;
  return isTimeZone(zone) ? instantOf(at(date, time), zone, reading) + Number(seconds) * 1_000 : null;
}

/** No device is older. */
const EARLIEST_MS = Date.UTC(2010, 0, 1);
const NOW_MS = 10 * MINUTE_MS;

/**
 * A time that is over, by the cloud's clock. What cannot be is unknown. So is a time that would be right now if it were written in UTC, or in the
 * second of the two hours that a clock repeats in autumn: a gateway that is there would look silent for one hour or two.
 */
export function mapPastInstant(value: unknown, nowMs: number): number | null {
  const atMs = mapInstant(value);
  if (atMs === null || atMs < EARLIEST_MS || atMs > nowMs + NOW_MS) return null;
  const others = [mapInstant(value, 'UTC'), mapInstant(value, SERVER_ZONE, 'later')];
  return others.some((other) => other !== null && other !== atMs && Math.abs(nowMs - other) <= NOW_MS) ? null : atMs;
}

/** 0 says that it was never measured; less than a volt and more than twenty is no battery. */
export function mapMillivolts(value: unknown): number | null {
  const { data = 0 } = wireNumber.safeParse(value);
  return data >= 1_000 && data <= 20_000 ? data : null;
}

export function mapCount(value: unknown): number | null {
  const { data = null } = wireNumber.safeParse(value);
  return data !== null && Number.isSafeInteger(data) && data >= 0 ? data : null;
}

/** A PIN sent as a JSON number may have lost leading zeros (cloud-facts K20). */
export function mapPin(code: unknown): Pick<Code, 'pin' | 'pinMayLackZeros'> {
  if (typeof code === 'number') return { pin: parsePin(String(code)), pinMayLackZeros: true };
  return { pin: typeof code === 'string' ? parsePin(code) : null, pinMayLackZeros: false };
}

/** Checkboxes, in the forms that PHP may write. */
export function mapSwitch(value: unknown): boolean | Unknown {
  if (value === true || value === 1 || value === '1') return true;
  if (value === false || value === 0 || value === '0') return false;
  return UNKNOWN;
}

/** The form of `horaires` is not known (cloud-facts K18): anything but null and an empty list counts as a schedule. */
export function hasSchedule(value: unknown): boolean {
  if (value === undefined || value === null) return false;
  return !(Array.isArray(value) && value.length === 0);
}

function dateText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const php = wirePhpDate.safeParse(value);
  return php.success ? php.data.date : null;
}
