/** Whether a failed exchange is tried again, and after which pause. The decision is pure; `withRetries` is the loop around it. */
import type { Clock } from '../../app/ports/system.ts';
import { serverPauseMs } from './server-time.ts';
import { stopOf } from './stop.ts';
import type { HttpOutcome } from './types.ts';

/** A read may be repeated freely; a write only when it surely had no effect. */
export type CallEffect = 'read' | 'write';

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
 * Reads are repeated after network errors, timeouts, 429 and 5xx. Writes are repeated after a 429 and when the request never left.
 * A 503 with Retry-After is no licence to repeat a write: a gateway may say it after the server behind it did the work.
 */
export function decideRetry(question: RetryQuestion): RetryDecision {
  if (question.attempt >= MAX_TRIES) return NO_RETRY;
  const worthwhile = question.effect === 'read' ? mayRepeatRead(question.outcome) : mayRepeatWrite(question.outcome);
  if (!worthwhile) return NO_RETRY;
  const asked = question.outcome.ok ? serverPauseMs(question.outcome.answer, question.nowMs) : null;
  const growingMs = FIRST_PAUSE_MS * PAUSE_GROWTH ** (question.attempt - 1);
  const jitterMs = growingMs * question.random;
  // Never earlier than the server said; the jitter on top keeps several waiting requests from returning in one burst.
  const delayMs = asked === null ? (growingMs + jitterMs) / 2 : asked + jitterMs / 2;
  return { retry: true, delayMs: Math.ceil(delayMs) };
}

function mayRepeatRead(outcome: HttpOutcome): boolean {
  if (outcome.ok) return outcome.answer.status === 429 || outcome.answer.status >= 500;
  return outcome.failure.kind === 'connect' || outcome.failure.kind === 'broken' || outcome.failure.kind === 'timeout';
}

function mayRepeatWrite(outcome: HttpOutcome): boolean {
  if (outcome.ok) return outcome.answer.status === 429;
  return outcome.failure.unsent && outcome.failure.kind === 'connect';
}

export interface RetryOptions {
  readonly effect: CallEffect;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  /** Wall clock, epoch milliseconds: a retry whose pause would pass it is not made. */
  readonly deadlineMs?: number | undefined;
}

/**
 * Runs one exchange until it succeeds, fails for good, or the tries, the deadline or the signal end it. `exchange` is called
 * again for every try (with its number, from 1), so that each try can be signed afresh. Gives the last outcome, or the stop.
 */
export async function withRetries(exchange: (attempt: number) => Promise<HttpOutcome>, options: RetryOptions): Promise<HttpOutcome> {
  const { clock, signal } = options;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await exchange(attempt);
    const nowMs = clock.nowMs();
    const decision = decideRetry({ attempt, outcome, effect: options.effect, nowMs, random: clock.random() });
    if (!decision.retry) return outcome;
    if (options.deadlineMs !== undefined && nowMs + decision.delayMs > options.deadlineMs) return outcome;
    await clock.sleep(decision.delayMs, signal);
    // Only what had no effect is tried again, so a stop in the pause leaves nothing undecided.
    if (signal?.aborted === true) return { ok: false, failure: { ...stopOf(signal), unsent: true } };
  }
}
