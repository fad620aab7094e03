import { describe, expect, it } from 'vitest';
import { clockOffsetOf, parseHttpDate, serverPauseMs } from './server-time.ts';
import { TEST_NOW_MS } from '../../../tests/support/http.ts';
import type { HttpAnswer } from './types.ts';

const answer = (status: number, headers: Record<string, string>): HttpAnswer => ({ status, headers, body: '' });
const EPOCH_SECONDS = TEST_NOW_MS / 1000;

describe('parseHttpDate', () => {
  it('reads the format that servers send', () => {
    expect(parseHttpDate('Mon, 23 Nov 2026 09:15:30 GMT')).toBe(TEST_NOW_MS);
  });
  it.each([
    '',
    '2026-11-23T09:15:30Z',
    'Mon, 23 Nov 2026 09:15:30 CET',
    'Mon, 23 Foo 2026 09:15:30 GMT',
    'Mon, 23 Nov 2026 25:15:30 GMT',
    '120',
  ])('refuses %j', (text) => {
    expect(parseHttpDate(text)).toBeNull();
  });
});

describe('clockOffsetOf', () => {
  it('is positive when the server is ahead', () => {
    expect(clockOffsetOf(answer(200, { date: 'Mon, 23 Nov 2026 09:20:30 GMT' }), TEST_NOW_MS)).toBe(300_000);
    expect(clockOffsetOf(answer(200, {}), TEST_NOW_MS)).toBeNull();
  });
});

describe('serverPauseMs', () => {
  it.each([
    ['delay in seconds', 429, { 'retry-after': '7' }, 7000],
    ['delay on 503', 503, { 'retry-after': '7' }, 7000],
    ['moment', 429, { 'retry-after': 'Mon, 23 Nov 2026 09:15:50 GMT' }, 20_000],
    ['epoch seconds', 429, { 'x-ratelimit-retry-after': String(EPOCH_SECONDS + 30) }, 30_000],
    ['small number is a delay', 429, { 'x-ratelimit-retry-after': '12' }, 12_000],
    ['the longer of two', 429, { 'retry-after': '3', 'x-ratelimit-retry-after': '12' }, 12_000],
    ['nothing remains', 200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-retry-after': String(EPOCH_SECONDS + 9) }, 9000],
    ['at least a second', 429, { 'x-ratelimit-retry-after': String(EPOCH_SECONDS - 500) }, 1000],
    ['at most six hours', 429, { 'retry-after': '86400' }, 21_600_000],
    ['six hours at most, as a date', 503, { 'retry-after': 'Mon, 30 Nov 2026 09:15:30 GMT' }, 21_600_000],
    ['a date that has passed', 503, { 'retry-after': 'Mon, 23 Nov 2020 09:15:30 GMT' }, 1000],
    ['at most a minute of its own', 429, { 'x-ratelimit-retry-after': '86400' }, 60_000],
    ['moments by the server’s clock', 429, { date: 'Mon, 23 Nov 2026 08:15:30 GMT', 'retry-after': 'Mon, 23 Nov 2026 08:15:35 GMT' }, 5000],
    ['a moment on a success', 200, { 'x-ratelimit-remaining': '699', 'x-ratelimit-retry-after': String(EPOCH_SECONDS + 60) }, null],
    ['429 without a hint', 429, {}, null],
    ['garbage', 429, { 'retry-after': 'soon', 'x-ratelimit-retry-after': '-1' }, null],
    ['Retry-After on a success', 200, { 'retry-after': '7' }, null],
  ])('%s', (_name, status, headers, expected) => {
    expect(serverPauseMs(answer(status, headers), TEST_NOW_MS)).toBe(expected);
  });
});
