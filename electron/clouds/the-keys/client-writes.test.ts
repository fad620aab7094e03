import { describe, expect, it } from 'vitest';
import type { LockCloud } from '../../app/ports/clouds.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/result.ts';
import { Secret } from '../../../shared/secret.ts';
import { TheKeysClient } from './client.ts';
import { encodeCodeForm } from './form.ts';
import {
  createTestLog,
  LOGIN_TARGET,
  createScriptedTransport,
  createTestClock,
  answerOf,
  enveloped,
  failed,
  signedIn,
  type Script,
  RECORD,
} from '../../../tests/support/the-keys-client.ts';
import { codeId, keypadId, lockId } from '../../../tests/support/ids.ts';

const LOCK = lockId(7);
const KEYPAD = keypadId('Kp7Qm2Xa');

type Write = (client: LockCloud, signal?: AbortSignal) => Promise<Result<unknown, CloudFailure>>;
const options = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal });
const WRITES: readonly (readonly [string, Write])[] = [
  ['create', async (client, signal) => client.createCode(LOCK, KEYPAD, RECORD, options(signal))],
  ['update', async (client, signal) => client.updateCode(codeId(683001), RECORD, options(signal))],
  ['delete', async (client, signal) => client.deleteCode(codeId(683001), options(signal))],
];

function build(script: Script) {
  const transport = createScriptedTransport((request, number) =>
    request.target === LOGIN_TARGET ? signedIn('T') : script(request, number - 1),
  );
  const clock = createTestClock();
  const log = createTestLog();
  const credentials = { username: '+33600000001', password: new Secret('open sesame') };
  return { client: new TheKeysClient({ transport, credentials, clock, log }), transport, clock, log };
}

describe('requests', () => {
  it('sends the whole record to create and update, nothing to delete', async () => {
    const { client, transport } = build(() => enveloped(null));
    for (const [, write] of WRITES) expect((await write(client)).ok).toBe(true);
    const post = { method: 'POST', headers: { authorization: 'Bearer T', 'content-type': 'application/x-www-form-urlencoded' } };
    expect(transport.requests.slice(1)).toMatchObject([
      { ...post, target: '/fr/api/v2/partage/create/7/accessoire/Kp7Qm2Xa', body: encodeCodeForm(RECORD) },
      { ...post, target: '/fr/api/v2/partage/accessoire/update/683001', body: encodeCodeForm(RECORD) },
      { ...post, target: '/fr/api/v2/partage/accessoire/delete/683001', body: '' },
    ]);
  });

  it.each([
    [{ id: 683010, code: '0427' }, 683010],
    [{ id: '683010' }, 683010],
    [{ code: 427 }, null],
    [null, null],
  ])('reads the new id from %j', async (data, codeId) => {
    const { client } = build(() => enveloped(data));
    expect(await client.createCode(LOCK, KEYPAD, RECORD)).toEqual({ ok: true, value: { codeId } });
  });
});

describe.each(WRITES)('%s', (name, write) => {
  it.each([
    ['403', answerOf(403, ''), 'forbidden'],
    ['403 from the edge', answerOf(403, '<html>'), 'unreachable'],
    ['400', answerOf(400, { code: 400, message: 'x' }), 'refused'],
    ['422', answerOf(422, '<html>'), 'refused'],
    ['400 in the envelope', enveloped(null, 400, ['x']), 'refused'],
    ['403 in the envelope', enveloped(null, '403'), 'forbidden'],
    ['a form error under HTTP 200', enveloped(null, 200, ['x']), 'refused'],
    ['an OAuth error under HTTP 200', answerOf(200, { error: 'access_denied' }), 'refused'],
  ])('is certain, after one try, that nothing happened: %s', async (_case, outcome, kind) => {
    const { client, transport } = build(() => outcome);
    expect(await write(client)).toMatchObject({ ok: false, error: { kind, certain: true } });
    expect(transport.calls()).toHaveLength(1);
  });

  it.each([
    ['a timeout', failed('timeout', false), 'timeout'],
    ['a broken connection', failed('broken', false), 'unreachable'],
    ['an abort by the transport', failed('aborted', false), 'aborted'],
    ['a body too large', failed('too-large', false), 'bad-response'],
    ['500', answerOf(500, ''), 'server-error'],
    ['503 with Retry-After', answerOf(503, '', { 'retry-after': '1' }), 'server-error'],
    ['500 in the envelope', enveloped(null, 500), 'server-error'],
    ['HTML', answerOf(200, '<html>maintenance</html>'), 'unreachable'],
    ['a cut body', answerOf(200, '{"status":20'), 'bad-response'],
    ['no body', answerOf(204, ''), 'bad-response'],
    ['a redirect', answerOf(302, ''), 'unreachable'],
    ['an envelope without status', answerOf(200, { data: {} }), 'bad-response'],
  ])('is uncertain, and never retries, after %s', async (_case, outcome, kind) => {
    const { client, transport } = build(() => outcome);
    expect(await write(client)).toMatchObject({ ok: false, error: { kind, certain: false } });
    expect(transport.calls()).toHaveLength(1);
  });

  it.each([
    ['a 429', answerOf(429, '', { 'retry-after': '2' }), 'rate-limited'],
    ['a 429 in the envelope', enveloped(null, 429), 'rate-limited'],
    ['a connection that was not made', failed('connect', true), 'unreachable'],
  ])('is retried after %s, and certain in the end', async (_case, outcome, kind) => {
    const lasting = build(() => outcome);
    expect(await write(lasting.client)).toMatchObject({ ok: false, error: { kind, certain: true } });
    expect(lasting.transport.calls()).toHaveLength(3);
    const passing = build((_request, number) => (number === 1 ? outcome : enveloped({ id: 1 })));
    expect((await write(passing.client)).ok).toBe(true);
  });

  it('is uncertain when a second try was lost', async () => {
    const { client } = build((_request, number) => (number === 1 ? answerOf(429, '') : failed('broken', false)));
    expect(await write(client)).toMatchObject({ ok: false, error: { certain: false } });
  });

  it.each([answerOf(404, '<html>'), enveloped(null, 404), answerOf(200, { code: 404, message: 'x' }), answerOf(410, '')])(
    'takes "not there" as done only for a delete (%#)',
    async (outcome) => {
      const { client } = build(() => outcome);
      const result = await write(client);
      if (name === 'delete') expect(result).toEqual({ ok: true, value: null });
      else expect(result).toMatchObject({ ok: false, error: { kind: 'not-found', certain: true } });
    },
  );

  it('sends nothing after a stop', async () => {
    const { client, transport } = build(() => enveloped(null));
    await client.signIn();
    expect(await write(client, AbortSignal.abort())).toMatchObject({ ok: false, error: { kind: 'aborted', certain: true } });
    expect(transport.calls()).toHaveLength(0);
  });

  it('sends nothing after a stop during sign-in', async () => {
    const stop = new AbortController();
    const transport = createScriptedTransport((request) => {
      if (request.target === LOGIN_TARGET) stop.abort();
      return signedIn('T');
    });
    const credentials = { username: '+33600000001', password: new Secret('x') };
    const client = new TheKeysClient({ transport, credentials, clock: createTestClock(), log: createTestLog() });
    expect(await write(client, stop.signal)).toMatchObject({ ok: false, error: { kind: 'aborted', certain: true } });
    expect(transport.calls()).toHaveLength(0);
  });

  it('finishes when a stop comes after it was sent', async () => {
    const stop = new AbortController();
    const { client, transport } = build((request) => {
      stop.abort();
      return request.finishOnceSent === true ? enveloped({ id: 1 }) : failed('aborted', false);
    });
    expect((await write(client, stop.signal)).ok).toBe(true);
    expect(transport.calls()).toHaveLength(1);
  });

  it('is not retried after a stop', async () => {
    for (const outcome of [answerOf(401, ''), answerOf(429, '')]) {
      const stop = new AbortController();
      const { client, transport } = build(() => {
        stop.abort();
        return outcome;
      });
      expect(await write(client, stop.signal)).toMatchObject({ ok: false, error: { certain: true } });
      expect(transport.calls()).toHaveLength(1);
    }
  });

  it('keeps what the cloud said about a refusal, without PIN and name', async () => {
    const { client } = build(() => enveloped(null, 400, ['Le code 0427 de Ada Example existe déjà']));
    const result = await write(client);
    if (name === 'delete') expect(JSON.stringify(result)).not.toContain('said');
    else expect(result).toMatchObject({ ok: false, error: { kind: 'refused', said: 'Le code […] de […] […] existe déjà' } });
  });

  it('does not expose PIN, name, password or token', async () => {
    for (const outcome of [enveloped({ id: 1, code: '0427' }), answerOf(400, 'Ada Example 0427'), answerOf(500, 'Ada Example 0427')]) {
      const { client, log } = build(() => outcome);
      const said = `${JSON.stringify(await write(client))}${JSON.stringify(log.lines)}`;
      expect(said).not.toMatch(/0427|Ada|sesame|33600000001|"T"/);
    }
  });
});
