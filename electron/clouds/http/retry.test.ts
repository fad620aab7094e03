import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideRetry, MAX_TRIES, withRetries, type CallEffect } from './retry.ts';
import { answerOf, createTestClock, TEST_NOW_MS } from '../../../tests/support/http.ts';
import type { HttpFailureKind, HttpOutcome } from './types.ts';

const failed = (kind: HttpFailureKind, unsent = false): HttpOutcome => ({ ok: false, failure: { kind, code: 'X', unsent } });
const decide = (effect: CallEffect, outcome: HttpOutcome, attempt = 1) =>
  decideRetry({ attempt, outcome, effect, nowMs: TEST_NOW_MS, random: 0.5 });

describe('decideRetry', () => {
  it.each([
    ['connect', failed('connect', true), true, true],
    ['connect, but something may have been sent', failed('connect', false), true, false],
    ['lost connection', failed('broken'), true, false],
    ['timeout', failed('timeout'), true, false],
    ['timeout in the queue', failed('timeout', true), true, false],
    ['stopped', failed('aborted', true), false, false],
    ['too large', failed('too-large'), false, false],
    ['429', answerOf(429), true, true],
    ['500', answerOf(500), true, false],
    ['502', answerOf(502), true, false],
    ['503 with Retry-After', answerOf(503, '', { 'retry-after': '1' }), true, false],
    ['200', answerOf(200), false, false],
    ['302', answerOf(302), false, false],
    ['401', answerOf(401), false, false],
    ['404', answerOf(404), false, false],
  ])('%s: reads %#', (_name, outcome, read, write) => {
    expect(decide('read', outcome).retry).toBe(read);
    expect(decide('write', outcome).retry).toBe(write);
    expect(decide('send', outcome).retry).toBe(write && !outcome.ok);
  });

  it('stops after three tries', () => {
    expect(decide('read', answerOf(502), MAX_TRIES - 1).retry).toBe(true);
    expect(decide('read', answerOf(502), MAX_TRIES).retry).toBe(false);
  });

  it('waits longer each time, and never less than the server says', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 60 }), (random, seconds) => {
        const at = (attempt: number, outcome: HttpOutcome) => {
          const decision = decideRetry({ attempt, outcome, effect: 'read', nowMs: TEST_NOW_MS, random });
          if (!decision.retry) throw new Error('expected a retry');
          return decision.delayMs;
        };
        expect(at(1, answerOf(502))).toBeGreaterThan(0);
        expect(at(2, answerOf(502))).toBeGreaterThan(at(1, answerOf(502)));
        expect(at(1, answerOf(429, '', { 'retry-after': String(seconds) }))).toBeGreaterThanOrEqual(seconds * 1000);
      }),
    );
  });
});

describe('withRetries', () => {
  const scripted = (outcomes: readonly HttpOutcome[]) => {
    let tries = 0;
    const exchange = async (): Promise<HttpOutcome> => {
      tries += 1;
      await Promise.resolve();
      return outcomes[tries - 1] ?? answerOf(200, 'late');
    };
    return { tries: () => tries, exchange };
  };

  it('runs the exchange again until it succeeds', async () => {
    const clock = createTestClock();
    const script = scripted([answerOf(502), failed('broken'), answerOf(200, 'good')]);
    expect(await withRetries(script.exchange, { effect: 'read', clock })).toEqual(answerOf(200, 'good'));
    expect(script.tries()).toBe(3);
    expect(clock.slept).toHaveLength(2);
  });

  it('returns the last outcome after the last try', async () => {
    const script = scripted([answerOf(502), answerOf(503), answerOf(504)]);
    expect(await withRetries(script.exchange, { effect: 'read', clock: createTestClock() })).toEqual(answerOf(504));
  });

  it.each([
    ['asked to stop', undefined, 'aborted'],
    ['out of time', new DOMException('', 'TimeoutError'), 'timeout'],
  ])('stops during the pause: %s', async (_name, reason, kind) => {
    const stop = new AbortController();
    const script = scripted([answerOf(502)]);
    const exchange = async () => {
      stop.abort(reason);
      return script.exchange();
    };
    const outcome = await withRetries(exchange, { effect: 'read', clock: createTestClock(), signal: stop.signal });
    expect(outcome).toMatchObject({ ok: false, failure: { kind, unsent: true } });
    expect(script.tries()).toBe(1);
  });
});
