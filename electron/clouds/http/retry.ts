/** Whether a failed exchange is tried again, and after what pause. The decision is pure; `withRetries` is the loop around it. */
import type { Clock } from '../../app/ports/system.ts';
import { MAX_SHORT_PAUSE_MS, serverPauseMs } from './server-time.ts';
import { stopOf, type HttpOutcome } from './types.ts';

/**
 * A read may be repeated freely; a write only when it certainly had no effect. `send` is a write whose repetition a guest would see: it counts
 * as certain only when the service refused it, for which a 429 is no proof.
 */
export type CallEffect = 'read' | 'write' | 'send';

/** Tries in all, the first included. */
export const MAX_TRIES = 3;
const FIRST_PAUSE_MS = 500;
const PAUSE_GROWTH = 3;

export interface RetryQuestion {
  /** Number of the try that just ended; the first is 1. */
  readonly attempt: number;
  readonly outcome: HttpOutcome;
  readonly effect: CallEffect;
  /** Wall clock, for pauses that the server gives as a moment. */
  readonly nowMs: number;
  /** In [0, 1), for the jitter. */
  readonly random: number;
}
export type RetryDecision = { readonly retry: true; readonly delayMs: number } | { readonly retry: false };

const NO_RETRY: RetryDecision = { retry: false };

/**
 * Reads are repeated after network errors, timeouts, 429 and 5xx. Writes are repeated after a 429 and when the request never left, sends only
 * in the latter case.
 * A write is not repeated after a 503, even one with Retry-After: a gateway may send it after the server behind it did the work.
 */
export function decideRetry(question: RetryQuestion): RetryDecision {
  if (question.attempt >= MAX_TRIES) return NO_RETRY;
  const worthwhile = question.effect === 'read' ? mayRepeatRead(question.outcome) : mayRepeatWrite(question.outcome, question.effect);
  if (!worthwhile) return NO_RETRY;
  const asked = question.outcome.ok ? serverPauseMs(question.outcome.answer, question.nowMs) : null;
  const growingMs = FIRST_PAUSE_MS * PAUSE_GROWTH ** (question.attempt - 1);
  const jitterMs = growingMs * question.random;
  // Longer than a run lasts: the gate keeps it.
  if (asked !== null && asked > MAX_SHORT_PAUSE_MS) return NO_RETRY;
  // Never earlier than the server says; the jitter keeps waiting requests from returning in one burst.
  const delayMs = asked === null ? (growingMs + jitterMs) / 2 : asked + jitterMs / 2;
  return { retry: true, delayMs: Math.ceil(delayMs) };
}

function mayRepeatRead(outcome: HttpOutcome): boolean {
  if (outcome.ok) return outcome.answer.status === 429 || outcome.answer.status >= 500;
  return outcome.failure.kind === 'connect' || outcome.failure.kind === 'broken' || outcome.failure.kind === 'timeout';
}

function mayRepeatWrite(outcome: HttpOutcome, effect: CallEffect): boolean {
  if (outcome.ok) return effect === 'write' && outcome.answer.status === 429;
  return outcome.failure.unsent && outcome.failure.kind === 'connect';
}

export interface RetryOptions {
  readonly effect: CallEffect;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs one exchange until it succeeds, fails for good, runs out of tries, or the signal ends it. `exchange` is called
 * for every try, so that each can be signed again. Returns the last outcome, or the stop.
 */
export async function withRetries(exchange: () => Promise<HttpOutcome>, options: RetryOptions): Promise<HttpOutcome> {
  const { effect, clock, signal } = options;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await exchange();
    const decision = decideRetry({ attempt, outcome, effect, nowMs: clock.nowMs(), random: clock.random() });
    if (!decision.retry) return outcome;
    await clock.sleep(decision.delayMs, signal);
    // Only what had no effect is tried again, so nothing is left uncertain by a stop in the pause.
    if (signal?.aborted === true) return { ok: false, failure: { ...stopOf(signal), unsent: true } };
  }
}
