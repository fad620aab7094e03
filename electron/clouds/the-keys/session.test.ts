import { describe, expect, it } from 'vitest';
import { Secret } from '../../../shared/secret.ts';
import {
  createTestLog,
  createScriptedTransport,
  createTestClock,
  answerOf,
  failed,
  signedIn,
  type Script,
} from '../../../tests/support/the-keys-client.ts';
import { Session, usableForMs } from './session.ts';

function build(script: Script) {
  const transport = createScriptedTransport(script);
  const clock = createTestClock();
  const log = createTestLog();
  const credentials = { username: '+33600000001', password: new Secret('p&w+d') };
  const session = new Session({ transport, credentials, clock, log, requestTimeoutMs: 1000 });
  return { transport, clock, log, session };
}
const numbered: Script = (_request, number) => signedIn(`T${String(number)}`);

describe('Session', () => {
  it('signs in with a form and keeps the token', async () => {
    const { session, transport, log } = build(numbered);
    expect(await session.token()).toEqual({ ok: true, value: 'T1' });
    expect(await session.token()).toEqual({ ok: true, value: 'T1' });
    expect(transport.requests).toHaveLength(1);
    expect(transport.requests[0]).toMatchObject({
      method: 'POST',
      target: '/api/login_check',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: '_username=%2B33600000001&_password=p%26w%2Bd',
    });
    expect(JSON.stringify(log.lines)).toContain('signed in');
    expect(JSON.stringify(log.lines)).not.toMatch(/T1|p&w|33600/);
  });

  it('renews a minute before the token expires, not earlier', async () => {
    const { session, clock } = build(numbered);
    await session.token();
    clock.advance(3_539_999);
    expect(await session.token()).toEqual({ ok: true, value: 'T1' });
    clock.advance(1);
    expect(await session.token()).toEqual({ ok: true, value: 'T2' });
  });

  it('uses short-lived tokens for half their life', () => {
    expect(usableForMs(3_600_000)).toBe(3_540_000);
    expect(usableForMs(120_000)).toBe(60_000);
    expect(usableForMs(30_000)).toBe(15_000);
  });

  it('shares one sign-in between calls, and one renewal after a refusal', async () => {
    const { session, transport } = build(numbered);
    const first = await Promise.all(Array.from({ length: 20 }, async () => session.token()));
    expect(new Set(first.map((result) => result.ok && result.value))).toEqual(new Set(['T1']));
    expect(transport.logins()).toBe(1);
    const second = await Promise.all(
      first.map(async () => {
        session.discard('T1');
        return session.token();
      }),
    );
    expect(new Set(second.map((result) => result.ok && result.value))).toEqual(new Set(['T2']));
    session.discard('T1');
    expect(await session.token()).toEqual({ ok: true, value: 'T2' });
    expect(transport.logins()).toBe(2);
  });

  it.each([
    ['401', answerOf(401, { code: 401, message: 'Bad credentials' })],
    ['400', answerOf(400, { error: 'invalid_grant', error_description: 'x' })],
    ['403', answerOf(403, { code: 403 })],
    ['401 in the body', answerOf(200, { code: 401, message: 'Bad credentials' })],
    ['an OAuth error in the body', answerOf(200, { error: 'invalid_client' })],
  ])('stays rejected after %s, without another request', async (_case, outcome) => {
    const { session, transport, clock } = build(() => outcome);
    const parallel = await Promise.all([session.token(), session.token(), session.token()]);
    clock.advance(10_000_000);
    for (const result of [...parallel, await session.token(), await session.token()]) {
      expect(result).toMatchObject({ ok: false, error: { kind: 'credentials-rejected', certain: true } });
    }
    expect(transport.requests).toHaveLength(1);
  });

  it.each([
    ['a server error', answerOf(503, 'busy')],
    ['a lost connection', failed('broken', false)],
    ['a timeout', failed('timeout', false)],
    ['too many requests', answerOf(429, '')],
  ])('retries signing in after %s', async (_case, outcome) => {
    const { session, transport } = build((_request, number) => (number < 3 ? outcome : signedIn('T')));
    expect(await session.token()).toEqual({ ok: true, value: 'T' });
    expect(transport.logins()).toBe(3);
  });

  it.each([
    ['server-error', answerOf(500, 'x'), 3],
    ['unreachable', failed('connect', true), 3],
    ['unreachable', answerOf(200, '<html>maintenance</html>'), 1],
    ['unreachable', answerOf(403, '<html>blocked</html>'), 1],
    ['bad-response', answerOf(200, { expires_in: 3600 }), 1],
    ['unreachable', answerOf(302, ''), 1],
  ])('fails with %s, certain, and signs in again at the next call', async (kind, outcome, requests) => {
    const { session, transport } = build((_request, number) => (number <= requests ? outcome : signedIn('T')));
    expect(await session.token()).toMatchObject({ ok: false, error: { kind, certain: true } });
    expect(transport.logins()).toBe(requests);
    expect(await session.token()).toEqual({ ok: true, value: 'T' });
  });

  it('counts the lifetime from the last try, before its answer', async () => {
    const { session, clock } = build((_request, number) => {
      clock.advance(50_000);
      return number === 1 ? answerOf(500, '') : signedIn(`T${String(number)}`);
    });
    const startedMs = clock.uptimeMs();
    await session.token();
    const answeredMs = clock.uptimeMs();
    expect(answeredMs).toBeGreaterThan(startedMs + 100_000);
    clock.advance(-50_000 + 3_540_000 - 1);
    expect(await session.token()).toEqual({ ok: true, value: 'T2' });
    clock.advance(1);
    expect(await session.token()).toEqual({ ok: true, value: 'T3' });
  });

  it('one caller can stop without stopping the sign-in of the others', async () => {
    const gate = Promise.withResolvers<undefined>();
    const { session, transport } = build(async () => {
      await gate.promise;
      return signedIn('T');
    });
    const stop = new AbortController();
    const stopped = session.token(stop.signal);
    const waiting = session.token();
    stop.abort();
    expect(await stopped).toMatchObject({ ok: false, error: { kind: 'aborted', certain: true } });
    expect(transport.requests[0]?.signal?.aborted).toBe(false);
    gate.resolve(undefined);
    expect(await waiting).toEqual({ ok: true, value: 'T' });
  });

  it('stops the sign-in with its last caller; a later caller starts another', async () => {
    const { session, transport } = build(async (request, number) => {
      if (number > 1) return signedIn('T');
      const aborted = Promise.withResolvers<undefined>();
      request.signal?.addEventListener('abort', () => aborted.resolve(undefined));
      await aborted.promise;
      return failed('aborted', false);
    });
    const stop = new AbortController();
    const stopped = session.token(stop.signal);
    stop.abort(new DOMException('late', 'TimeoutError'));
    expect(await stopped).toMatchObject({ ok: false, error: { kind: 'timeout' } });
    expect(transport.requests[0]?.signal?.aborted).toBe(true);
    expect(await session.token()).toEqual({ ok: true, value: 'T' });
  });

  it('sends nothing for a caller that had already stopped', async () => {
    const { session, transport } = build(numbered);
    expect(await session.token(AbortSignal.abort())).toMatchObject({ ok: false, error: { kind: 'aborted' } });
    expect(transport.requests).toHaveLength(0);
  });

  it('forgets the token at the end', async () => {
    const { session } = build(numbered);
    await session.token();
    session.end();
    expect(await session.token()).toEqual({ ok: true, value: 'T2' });
  });
});
