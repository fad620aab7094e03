/** Error answers of The Keys demo cloud, in each shape that may occur (cloud-facts K5 to K8). */
import { commonFaultAnswer, html, json } from '../http/answer.ts';
import type { DemoAnswer } from '../http/answer.ts';
import type { Fault } from '../http/faults.ts';
import type { TheKeysSwitches } from './switches.ts';

export function success(data: unknown): DemoAnswer {
  return json(200, envelope(200, data));
}

function envelope(status: number, data: unknown, global: readonly string[] = [], form: readonly string[] = []): Record<string, unknown> {
  return { status, data, message: { global, form } };
}

const TEXTS: Readonly<Record<number, string>> = {
  400: 'Formulaire invalide',
  403: 'Accès refusé',
  404: 'Introuvable',
  500: 'Une erreur est survenue',
};

/** `status` is the meaning (400, 403, 404, 500); the switch decides where it appears. */
export function failure(
  status: number,
  { errorShape }: Pick<TheKeysSwitches, 'errorShape'>,
  formErrors: readonly string[] = [],
): DemoAnswer {
  const text = TEXTS[status] ?? 'Erreur';
  const global = formErrors.length > 0 ? [] : [text];
  switch (errorShape) {
    case 'http-envelope':
      return json(status, envelope(status, null, global, formErrors));
    case 'status-in-200':
      return json(200, envelope(status, null, global, formErrors));
    case 'data-null':
      return json(200, envelope(200, null));
    case 'oauth':
      return json(status, { error: 'invalid_request', error_description: text });
    case 'code-message':
      return json(status, { code: status, message: text });
    case 'html':
      return html(status, text);
  }
}

export function missingShare({ missingShare: how }: Pick<TheKeysSwitches, 'missingShare'>): DemoAnswer {
  if (how === 'data-null') return failure(404, { errorShape: 'data-null' });
  return failure(404, { errorShape: how === 'http-404' ? 'http-envelope' : 'status-in-200' });
}

export function wrongPassword({ wrongPassword: how }: Pick<TheKeysSwitches, 'wrongPassword'>): DemoAnswer {
  const oauth = { error: 'invalid_grant', error_description: 'Invalid username and password combination' };
  switch (how) {
    case 'code-message-401':
      return json(401, { code: 401, message: 'Bad credentials' });
    case 'oauth-400':
      return json(400, oauth);
    case 'oauth-401':
      return json(401, oauth);
    case 'html-403':
      return html(403, 'Accès refusé');
  }
}

export function invalidToken(state: 'expired' | 'unknown', { expiredToken }: Pick<TheKeysSwitches, 'expiredToken'>): DemoAnswer {
  const body = {
    error: 'invalid_grant',
    error_description: state === 'expired' ? 'The access token provided has expired.' : 'The access token provided is invalid.',
  };
  if (expiredToken === 'body-200') return json(200, body);
  return json(expiredToken === 'http-400' ? 400 : 401, body, { 'www-authenticate': 'Bearer realm="Service", error="invalid_grant"' });
}

export function missingToken({ missingToken: how }: Pick<TheKeysSwitches, 'missingToken'>): DemoAnswer {
  if (how === 'http-400') return json(400, { error: 'invalid_request', error_description: 'The access token was not found.' });
  return json(401, { error: 'access_denied', error_description: 'OAuth2 authentication required' }, { 'www-authenticate': 'Bearer' });
}

export function theKeysFaultAnswer(fault: Fault, nowMs: number): DemoAnswer {
  const common = commonFaultAnswer({ header: 'retry-after', ...fault }, nowMs);
  if (common !== null) return common;
  switch (fault.kind) {
    case 'forbidden':
      return failure(403, { errorShape: 'http-envelope' });
    case 'not-found':
      return failure(404, { errorShape: 'http-envelope' });
    case 'null-data':
      return success(null);
    case 'error-envelope':
      return failure(500, { errorShape: 'status-in-200' });
    default:
      return json(fault.status ?? 500, envelope(fault.status ?? 500, null, [TEXTS[500] ?? '']));
  }
}
