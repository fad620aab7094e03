import { describe, expect, it } from 'vitest';
import { Secret } from '../../../shared/secret.ts';
import type { HttpOutcome } from '../http/types.ts';
import { TheKeysClient } from './client.ts';
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
const KEYPAD_ACCESSORY = { id: 901, id_accessoire: 'Kp7Qm2Xa', nom: 'Keypad', type: 2 };
const GATEWAY = { id: 902, id_accessoire: 'Gw1', nom: 'Gateway', type: 1 };
const SHARE = {
  id: 683001,
  nom: 'Ada Example',
  actif: true,
  description: 'Smoobu#4711',
  accessoire: KEYPAD_ACCESSORY,
  horaires: [],
  code: '0427',
};
const LIST = { partages_utilisateur: [], partages_accessoire: [{ ...SHARE, id: 2, accessoire: GATEWAY }, SHARE], partages_demande: [] };

/** `script` sees everything but logins, with its own numbering; each login hands out T1, T2, … */
function build(script: Script, username = '+33600000001') {
  let logins = 0;
  let calls = 0;
  const transport = createScriptedTransport((request) => {
    if (request.target === LOGIN_TARGET) return signedIn(`T${String((logins += 1))}`);
    return script(request, (calls += 1));
  });
  const clock = createTestClock();
  const log = createTestLog();
  const credentials = { username, password: new Secret('open sesame') };
  const client = new TheKeysClient({ transport, credentials, clock, log });
  return { client, transport, clock, log };
}
function scripted(...outcomes: HttpOutcome[]): Script {
  return (_request, number) => outcomes[Math.min(number, outcomes.length) - 1]!;
}
const refusedToken = answerOf(401, { error: 'invalid_grant', error_description: 'The access token provided has expired.' });

describe('reading', () => {
  it('lists the keypad codes of a lock', async () => {
    const { client, transport } = build(scripted(enveloped(LIST)));
    const listing = await client.listCodes(LOCK);
    expect(listing).toMatchObject({ ok: true, value: { lockId: 7, codes: [{ id: 683001, keypadId: 'Kp7Qm2Xa', pin: '0427' }] } });
    expect(listing.ok && listing.value.codes).toHaveLength(1);
    expect(transport.requests[1]).toMatchObject({
      method: 'GET',
      target: '/fr/api/v2/partage/all/serrure/7?_format=json',
      headers: { authorization: 'Bearer T1' },
    });
    expect(transport.requests[1]).not.toHaveProperty('body');
  });

  it.each([
    ['data null', enveloped(null), 'bad-response'],
    ['no list', enveloped({}), 'bad-response'],
    ['HTML', answerOf(200, '<html>maintenance</html>'), 'unreachable'],
    ['a cut body', answerOf(200, '{"status":200,"data":{"partages_acc'), 'bad-response'],
    ['a status in the body', enveloped({ partages_accessoire: [] }, 500), 'server-error'],
    ['403', answerOf(403, ''), 'forbidden'],
    ['403 from the edge', answerOf(403, '<html>'), 'unreachable'],
    ['404', answerOf(404, ''), 'not-found'],
    ['404 in the body', enveloped(null, 404), 'not-found'],
    ['500', answerOf(500, ''), 'server-error'],
    ['429', answerOf(429, ''), 'rate-limited'],
    ['a timeout', failed('timeout', false), 'timeout'],
  ])('a list with %s is a failure', async (_case, outcome, kind) => {
    const { client } = build(scripted(outcome));
    expect(await client.listCodes(LOCK)).toMatchObject({ ok: false, error: { kind, cloud: 'the-keys', certain: true } });
  });

  it('retries a read that failed, even if only the body says so', async () => {
    const { client, transport } = build(scripted(failed('broken', false), enveloped(null, 503), enveloped(LIST)));
    expect((await client.listCodes(LOCK)).ok).toBe(true);
    expect(transport.calls()).toHaveLength(3);
  });

  it('passes the signal on', async () => {
    const stop = new AbortController();
    const { client, transport } = build(scripted(enveloped(LIST)));
    await client.listCodes(LOCK, { signal: stop.signal });
    expect(transport.requests[1]?.signal).toBe(stop.signal);
  });
});

describe('discovery', () => {
  const KEYPAD_AND_GATEWAY = { keypads: [{ keypadId: 'Kp7Qm2Xa', name: 'Keypad' }], gateway: { seenAtMs: null, ids: [GATEWAY.id] } };
  const locks = [
    {
      id: 7,
      nom: 'Flat',
      timezone: 'Europe/Paris',
      battery: 7100,
      accessoires: [
        { id: 1, accessoire: GATEWAY },
        { id: 2, accessoire: KEYPAD_ACCESSORY },
      ],
    },
    { id: '8', nom: 'Gate', accessoires: [{ id: 1, accessoire: GATEWAY }] },
  ];

  it('reads the account, and the shares only of locks without a listed keypad', async () => {
    const { client, transport } = build((request) =>
      request.target.includes('utilisateur')
        ? enveloped({ serrures: locks })
        : enveloped({ partages_accessoire: [SHARE, { accessoire: GATEWAY }] }),
    );
    expect(await client.discover()).toEqual({
      ok: true,
      value: [
        { id: 7, name: 'Flat', timeZone: 'Europe/Paris', batteryMillivolts: 7100, ...KEYPAD_AND_GATEWAY },
        { id: 8, name: 'Gate', timeZone: null, batteryMillivolts: null, ...KEYPAD_AND_GATEWAY },
      ],
    });
    expect(transport.calls()).toEqual([
      '/fr/api/v2/utilisateur/get/%2B33600000001?_format=json',
      '/fr/api/v2/partage/all/serrure/8?_format=json',
    ]);
  });

  it('converts the user name to its international form', async () => {
    const { client, transport } = build(scripted(enveloped({ serrures: [] })), '06 00 00 00 01');
    await client.discover();
    expect(transport.requests[0]?.body).toContain('_username=%2B33600000001&');
    expect(transport.calls()).toEqual(['/fr/api/v2/utilisateur/get/%2B33600000001?_format=json']);
  });

  it.each([answerOf(403, ''), enveloped(null, 404), enveloped(null), answerOf(422, '<html>')])(
    'leaves a lock without keypads when its shares are refused (%#)',
    async (outcome) => {
      const { client, log } = build((request) => (request.target.includes('utilisateur') ? enveloped({ serrures: locks }) : outcome));
      expect(await client.discover()).toMatchObject({ ok: true, value: [{ id: 7 }, { id: 8, keypads: [] }] });
      expect(JSON.stringify(log.lines)).toContain('"lockId":8');
    },
  );

  it('fails when the connection is lost in between', async () => {
    const { client } = build((request) =>
      request.target.includes('utilisateur') ? enveloped({ serrures: locks }) : failed('timeout', false),
    );
    expect(await client.discover()).toMatchObject({ ok: false, error: { kind: 'timeout' } });
  });

  it.each([
    [enveloped(null), 'not-found'],
    [enveloped({}), 'bad-response'],
    [enveloped({ serrures: [{ nom: 'no id' }] }), 'bad-response'],
  ])('fails on an account of another shape (%#)', async (outcome, kind) => {
    const { client } = build(scripted(outcome));
    expect(await client.discover()).toMatchObject({ ok: false, error: { kind } });
  });
});

describe('keypad ids', () => {
  const created = enveloped({ id: 5, code: '0427' });

  it.each(['901', '0', '', '.', '..'])('rejects %j before any request', async (id) => {
    const { client, transport } = build(scripted(created));
    expect(await client.createCode(LOCK, keypadId(id), RECORD)).toMatchObject({ ok: false, error: { kind: 'refused', certain: true } });
    expect(transport.requests).toHaveLength(0);
  });

  it('accepts a number that the cloud itself listed as a keypad', async () => {
    const numeric = { ...KEYPAD_ACCESSORY, id_accessoire: '12345678' };
    for (const first of ['discover', 'listCodes'] as const) {
      const { client, transport } = build((request) => {
        if (request.method === 'POST') return created;
        if (request.target.includes('utilisateur')) return enveloped({ serrures: [{ id: 7, accessoires: [{ accessoire: numeric }] }] });
        return enveloped({ partages_accessoire: [{ ...SHARE, accessoire: numeric }] });
      });
      await (first === 'discover' ? client.discover() : client.listCodes(LOCK));
      expect(await client.createCode(LOCK, keypadId('12345678'), RECORD)).toEqual({ ok: true, value: { codeId: 5 } });
      expect((await client.createCode(LOCK, keypadId('901'), RECORD)).ok).toBe(false);
      expect(transport.calls().at(-1)).toBe('/fr/api/v2/partage/create/7/accessoire/12345678');
    }
  });

  it('escapes the id in the path', async () => {
    const { client, transport } = build(scripted(created));
    await client.createCode(LOCK, keypadId('a/b?c+é'), RECORD);
    expect(transport.calls()).toEqual(['/fr/api/v2/partage/create/7/accessoire/a%2Fb%3Fc%2B%C3%A9']);
  });
});

describe('the session', () => {
  it.each([
    ['401', refusedToken],
    ['invalid_grant with HTTP 200', answerOf(200, { error: 'invalid_grant' })],
    ['invalid_grant with HTTP 400', answerOf(400, { error: 'invalid_grant' })],
    ['code 401 with HTTP 200', answerOf(200, { code: 401, message: 'Expired' })],
    ['status 401 in the envelope', enveloped(null, 401)],
  ])('signs in once and repeats the call once, even a write, after %s', async (_case, refusal) => {
    const { client, transport } = build(scripted(refusal, enveloped({ id: 5 })));
    expect(await client.createCode(LOCK, KEYPAD, RECORD)).toEqual({ ok: true, value: { codeId: 5 } });
    expect(transport.requests.map(({ headers }) => headers.authorization)).toEqual([undefined, 'Bearer T1', undefined, 'Bearer T2']);
    expect(transport.requests[3]?.body).toBe(transport.requests[1]?.body);
  });

  it('stops when the new token is refused too, without blaming the credentials', async () => {
    const { client, transport } = build(scripted(refusedToken));
    expect(await client.updateCode(codeId(5), RECORD)).toMatchObject({
      ok: false,
      error: { kind: 'bad-response', status: 401, certain: true },
    });
    expect(transport.calls()).toHaveLength(2);
    expect(transport.logins()).toBe(2);
  });

  it('renews once for many calls whose token expired under way', async () => {
    const { client, transport } = build((request) => (request.headers.authorization === 'Bearer T1' ? refusedToken : enveloped(LIST)));
    await client.signIn();
    const listings = await Promise.all(Array.from({ length: 20 }, async (_, index) => client.listCodes(lockId(index + 1))));
    expect(listings.every(({ ok }) => ok)).toBe(true);
    expect(transport.logins()).toBe(2);
    expect(transport.calls()).toHaveLength(40);
  });

  it('renews once, before any refusal, for many calls whose token is about to expire', async () => {
    const { client, transport, clock } = build(scripted(enveloped(LIST)));
    await client.signIn();
    clock.advance(3_545_000);
    await Promise.all(Array.from({ length: 20 }, async (_, index) => client.listCodes(lockId(index + 1))));
    expect(transport.logins()).toBe(2);
    expect(transport.calls()).toHaveLength(20);
  });

  it('sends rejected credentials once, however many calls follow', async () => {
    const transport = createScriptedTransport(() => answerOf(401, { code: 401, message: 'Bad credentials' }));
    const credentials = { username: '+33600000001', password: new Secret('wrong') };
    const client = new TheKeysClient({ transport, credentials, clock: createTestClock(), log: createTestLog() });
    const calls = async () => [
      client.signIn(),
      client.discover(),
      client.listCodes(LOCK),
      client.createCode(LOCK, KEYPAD, RECORD),
      client.updateCode(codeId(5), RECORD),
      client.deleteCode(codeId(5)),
    ];
    const results = [...(await Promise.all(await calls())), ...(await Promise.all(await calls()))];
    for (const result of results) expect(result).toMatchObject({ ok: false, error: { kind: 'credentials-rejected', certain: true } });
    expect(transport.requests).toHaveLength(1);
  });

  it('sends nothing without credentials', async () => {
    const transport = createScriptedTransport(() => answerOf(200, ''));
    const client = new TheKeysClient({ transport, credentials: null, clock: createTestClock(), log: createTestLog() });
    for (const result of [
      await client.signIn(),
      await client.discover(),
      await client.listCodes(LOCK),
      await client.deleteCode(codeId(5)),
    ]) {
      expect(result).toMatchObject({ ok: false, error: { kind: 'credentials-missing', certain: true } });
    }
    expect(transport.requests).toHaveLength(0);
  });

  it('signs in once, counts requests and closes its transport', async () => {
    const { client, transport } = build(scripted(enveloped(LIST)));
    expect(await client.signIn()).toEqual({ ok: true, value: null });
    await client.signIn();
    expect(client.requestCount()).toBe(1);
    await client.close();
    expect(transport.isClosed()).toBe(true);
  });
});
