/** In which form a cloud wrote a value: one word of a closed set, never the value. */
import { at, instantOf, MINUTE_MS, parseLocalDate, parseWallTime } from '../time.ts';
import { inside, isObject, numberIn } from './json-path.ts';
import type { Seen } from './seen.ts';

export const TIME_FORMS = ['HH:MM', 'HH:MM:SS', 'object', 'object-texts', 'php-date', 'iso', 'null', 'odd'] as const;
export type TimeForm = (typeof TIME_FORMS)[number];

/** Of a time that was sent. */
export function timeForm(value: unknown): TimeForm {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') {
    if (/^\d{2}:\d{2}$/.test(value)) return 'HH:MM';
    if (/^\d{2}:\d{2}:\d{2}$/.test(value)) return 'HH:MM:SS';
    return /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(value) ? 'iso' : 'odd';
  }
  if (!isObject(value)) return 'odd';
  if (typeof value.date === 'string') return 'php-date';
  if (value.hour === undefined || value.minute === undefined) return 'odd';
  return typeof value.hour === 'number' ? 'object' : 'object-texts';
}

export const DATE_FORMS = ['date', 'php-date', 'iso', 'null', 'odd'] as const;
export type DateForm = (typeof DATE_FORMS)[number];

export function dateForm(value: unknown): DateForm {
  if (value === null || value === undefined) return 'null';
  if (isObject(value)) return typeof value.date === 'string' ? 'php-date' : 'odd';
  if (typeof value !== 'string') return 'odd';
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return 'date';
  return /^\d{4}-\d{2}-\d{2}[T ]/.test(value) ? 'iso' : 'odd';
}

export const DATA_FORMS = ['id-and-code', 'id', 'null', 'empty-list', 'other'] as const;
export type DataForm = (typeof DATA_FORMS)[number];

/** `data` of an accepted write (cloud-facts K13). */
export function dataForm(answer: Seen | null): DataForm | null {
  if (answer === null || !isObject(answer.json)) return null;
  const { data } = answer.json;
  if (data === null || data === undefined) return 'null';
  if (Array.isArray(data)) return data.length === 0 ? 'empty-list' : 'other';
  if (!isObject(data) || data.id === undefined) return 'other';
  return data.code === undefined ? 'id' : 'id-and-code';
}

export const ERROR_FORMS = ['http-envelope', 'status-in-200', 'data-null', 'oauth', 'code-message', 'no-json', 'other'] as const;
export type ErrorForm = (typeof ERROR_FORMS)[number];

/** Of an answer that refuses something (cloud-facts K8). */
export function errorForm(answer: Seen | null): ErrorForm | null {
  if (answer === null) return null;
  const { status, json } = answer;
  if (json === undefined) return 'no-json';
  const inBody = numberIn(json, 'status');
  const isSuccess = status >= 200 && status < 300;
  if (isSuccess && inBody === 200) return inside(json, 'data') == null ? 'data-null' : 'other';
  if (isSuccess && inBody >= 400) return 'status-in-200';
  if (typeof inside(json, 'error') === 'string') return 'oauth';
  if (inside(json, 'code') !== undefined) return 'code-message';
  return inBody >= 400 ? 'http-envelope' : 'other';
}

export const KEPT_NAMES = ['as-sent', 'cut', 'fold', 'escape', 'decompose', 'upper', 'question-marks', 'other'] as const;
export type KeptName = (typeof KEPT_NAMES)[number];

export function keptName(sent: string, kept: unknown): KeptName {
  if (kept === sent) return 'as-sent';
  if (typeof kept !== 'string') return 'other';
  if (kept === sent.normalize('NFD')) return 'decompose';
  if (kept !== '' && sent.startsWith(kept)) return 'cut';
  if (kept === sent.normalize('NFD').replaceAll(/\p{M}/gu, '')) return 'fold';
  if (/&(?:#\w+|amp|eacute);/u.test(kept)) return 'escape';
  if (kept === sent.toUpperCase()) return 'upper';
  return kept === sent.replaceAll(/[^ -~]/gu, '?') ? 'question-marks' : 'other';
}

export const KEPT_NOTES = ['as-sent', 'cut', 'lost', 'other'] as const;
export type KeptNote = (typeof KEPT_NOTES)[number];

export function keptNote(sent: string, kept: unknown): KeptNote {
  if (kept === sent) return 'as-sent';
  if (kept === null || kept === undefined || kept === '') return 'lost';
  return typeof kept === 'string' && sent.startsWith(kept.trimEnd()) ? 'cut' : 'other';
}

export const SEEN_FORMS = ['paris', 'utc', 'offset', 'php-date', 'null', 'odd'] as const;
export type SeenForm = (typeof SEEN_FORMS)[number];

/** How an instant that should be nearly now is written (cloud-facts K29). null: it is another time, which tells no zone. */
export function lastSeenForm(value: unknown, nowMs: number): SeenForm | null {
  if (value === null || value === undefined) return 'null';
  if (isObject(value)) return typeof value.date === 'string' ? 'php-date' : 'odd';
  if (typeof value !== 'string') return 'odd';
  const zone = zoneOfNaive(value, nowMs);
  if (zone !== 'not-naive') return zone === 'Europe/Paris' ? 'paris' : zone === 'UTC' ? 'utc' : null;
  return /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/.test(value) ? 'offset' : 'odd';
}

/** In which of two zones a time without one is nearly now. null: in neither. Paris and Berlin have one time. */
export function zoneOfNaive(text: string, nowMs: number): 'Europe/Paris' | 'UTC' | 'not-naive' | null {
  const [, day = '', clock = ''] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(text) ?? [];
  const [date, time] = [parseLocalDate(day), parseWallTime(clock)];
  if (date === null || time === null) return 'not-naive';
  const isNow = (zone: string): boolean => Math.abs(instantOf(at(date, time), zone) - nowMs) <= 15 * MINUTE_MS;
  return isNow('Europe/Paris') ? 'Europe/Paris' : isNow('UTC') ? 'UTC' : null;
}
