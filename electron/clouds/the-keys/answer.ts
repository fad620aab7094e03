/**
 * What an answer of The Keys means. Errors can come with HTTP 200 and the status in the body (cloud-facts K8). They are turned into an HTTP status
 * first, so that retries and classification see one kind of answer. Pure. Status and error code decide, never a text.
 */
import { classifyFailure, classifyOutcome, cloudFailure } from '../http/classify.ts';
import type { CallEffect } from '../http/retry.ts';
import { stopOf, type HttpOutcome } from '../http/types.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { parseJson } from '../../../shared/json.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { wireEnvelope, wireError, wireFormMessages, type WireError } from './wire.ts';

export const TOKEN_REFUSED = 401;
const REFUSED = 400;

/**
 * The outcome with the status from its body. "invalid_grant" or a 401 in the body is a refused token whatever the HTTP status (cloud-facts K5);
 * other errors in the body count under HTTP 2xx only.
 */
export function withStatusOfBody(outcome: HttpOutcome): HttpOutcome {
  if (!outcome.ok) return outcome;
  const { answer } = outcome;
  const error = wireError.safeParse(parseJson(answer.body));
  if (!error.success) return outcome;
  const status = statusOfBody(error.data);
  if (status === null || (!isSuccess(answer.status) && status !== TOKEN_REFUSED)) return outcome;
  return { ok: true, answer: { ...answer, status } };
}

/** The data of the envelope, which may be null. A 2xx answer without an envelope of success is a bad response. */
export function readData(outcome: HttpOutcome, effect: CallEffect): Result<unknown, CloudFailure> {
  if (!outcome.ok) return err(classifyFailure('the-keys', effect, outcome.failure));
  const failure = classifyOutcome('the-keys', effect, outcome);
  if (failure !== null) return err(failure);
  const { status, body } = outcome.answer;
  const envelope = wireEnvelope.safeParse(parseJson(body));
  if (!envelope.success || !isSuccess(envelope.data.status)) return err(badResponse(status, effect));
  return ok(envelope.data.data ?? null);
}

/** After a write, an unreadable body leaves it uncertain whether the write took effect. */
export function badResponse(status: number, effect: CallEffect): CloudFailure {
  return cloudFailure('the-keys', 'bad-response', { status, certain: effect === 'read' });
}

/** The failure of a call that was stopped before it sent anything; null when it was not. A passed deadline is a timeout. */
export function stopFailure(signal: AbortSignal | undefined): CloudFailure | null {
  if (signal?.aborted !== true) return null;
  return classifyFailure('the-keys', 'read', { ...stopOf(signal), unsent: true });
}

/** The status of an error in {status}, {code} or {error}, or of a form error in a body that claims success; null without one. */
function statusOfBody(body: WireError): number | null {
  if (body.error === 'invalid_grant') return TOKEN_REFUSED;
  for (const status of [body.status, body.code]) {
    if (status !== undefined && Number.isInteger(status) && status >= 400 && status <= 599) return status;
  }
  if (body.error !== undefined) return REFUSED;
  return wireFormMessages.safeParse(body.message).success ? REFUSED : null;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}
