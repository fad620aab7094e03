/** For tests of The Keys' client: responses in its format, and a transport that counts logins separately. */
import { answerOf, createFakeTransport, type FakeTransport } from './http.ts';
import type { HttpFailureKind, HttpOutcome, HttpRequest } from '../../electron/clouds/http/types.ts';
import { parsePin } from '../../shared/domain/code.ts';
import type { CodeRecord } from '../../shared/domain/code.ts';
import { parseLocalDate, wallTime } from '../../shared/time.ts';

export { answerOf, createTestClock, createTestLog } from './http.ts';

export const LOGIN_TARGET = '/api/login_check';

export type Script = (request: HttpRequest, number: number) => HttpOutcome | Promise<HttpOutcome>;

export interface ScriptedTransport extends FakeTransport {
  logins(): number;
  /** The targets of all requests except logins. */
  calls(): readonly string[];
}

/** `number` in the script counts all requests from 1, logins included. */
export function createScriptedTransport(script: Script): ScriptedTransport {
  const transport = createFakeTransport(script);
  const targets = (): readonly string[] => transport.requests.map(({ target }) => target);
  return {
    ...transport,
    logins: () => targets().filter((target) => target === LOGIN_TARGET).length,
    calls: () => targets().filter((target) => target !== LOGIN_TARGET),
  };
}

export function enveloped(data: unknown, status: number | string = 200, form: unknown = []): HttpOutcome {
  return answerOf(200, { status, data, message: { global: [], form } });
}
export function failed(kind: HttpFailureKind, unsent: boolean): HttpOutcome {
  return { ok: false, failure: { kind, code: 'SCRIPTED', unsent } };
}
export function signedIn(token: string, expiresIn: unknown = 3600): HttpOutcome {
  return answerOf(200, {
    access_token: token,
    expires_in: expiresIn,
    token_type: 'bearer',
    scope: 'actions',
    refresh_token: 'unused',
    token: `${token}-alias`,
  });
}

/** What a run would write. */
export const RECORD: CodeRecord = {
  name: 'Ada Example',
  pin: parsePin('0427')!,
  startDate: parseLocalDate('2026-12-04')!,
  startTime: wallTime(15, 0)!,
  endDate: parseLocalDate('2026-12-09')!,
  endTime: wallTime(12, 0)!,
  active: true,
  description: 'Smoobu#4711',
  notificationEnabled: false,
};
