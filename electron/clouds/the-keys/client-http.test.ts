/** The client on the real transport, against a server on the loopback address. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { LockCloud } from '../../app/ports/clouds.ts';
import { Secret } from '../../../shared/secret.ts';
import { startLocalServer } from '../../../tests/support/http.ts';
import { UndiciTransport } from '../http/transport.ts';
import { TheKeysClient } from './client.ts';
import { LOGIN_TARGET, createTestClock, createTestLog, RECORD } from '../../../tests/support/the-keys-client.ts';
import { codeId, keypadId, lockId } from '../../../tests/support/ids.ts';

const LOCK = lockId(7);
const KEYPAD = keypadId('Kp7Qm2Xa');
const SHARE = { id: 683001, nom: 'Ada', accessoire: { id_accessoire: 'Kp7Qm2Xa', type: 2 }, description: null, code: '0427' };
const enveloped = (data: unknown) => JSON.stringify({ status: 200, data, message: { global: [], form: [] } });

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

interface Setup {
  readonly client: LockCloud;
  readonly requests: readonly IncomingMessage[];
  readonly logins: () => number;
}
/** `respond` sees everything but logins; `cookies` makes the login set one. */
async function start(respond: (request: IncomingMessage, response: ServerResponse) => void, cookies = false): Promise<Setup> {
  let logins = 0;
  const server = await startLocalServer((request, response) => {
    if (request.url !== LOGIN_TARGET) {
      respond(request, response);
      return;
    }
    logins += 1;
    if (cookies) response.setHeader('set-cookie', ['SESSION=abc; Path=/; HttpOnly', 'ROUTE=n1; Path=/']);
    response.end(JSON.stringify({ access_token: `T${String(logins)}`, expires_in: '3600' }));
  });
  const clock = createTestClock();
  const log = createTestLog();
  const transport = new UndiciTransport({ origin: server.origin, userAgent: 'Latchkey/test', clock, log });
  const credentials = { username: '+33600000001', password: new Secret('p&w') };
  const client = new TheKeysClient({ transport, credentials, clock, log, requestTimeoutMs: 400 });
  closings.push(
    async () => client.close(),
    async () => server.close(),
  );
  return { client, requests: server.requests, logins: () => logins };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}

describe('the client over HTTP', () => {
  it.each([true, false])('works with a sign-in that sets cookies: %s', async (cookies) => {
    const { client, requests } = await start((_request, response) => response.end(enveloped({ partages_accessoire: [SHARE] })), cookies);
    expect(await client.listCodes(LOCK)).toMatchObject({ ok: true, value: { codes: [{ id: 683001 }] } });
    expect(requests[1]?.headers.authorization).toBe('Bearer T1');
    expect(requests[1]?.headers.cookie?.split('; ').sort()).toEqual(cookies ? ['ROUTE=n1', 'SESSION=abc'] : undefined);
  });

  it('sends the plus sign of the user name encoded', async () => {
    const { client, requests } = await start((_request, response) => response.end(enveloped({ serrures: [] })));
    expect(await client.discover()).toEqual({ ok: true, value: [] });
    expect(requests[1]?.url).toBe('/fr/api/v2/utilisateur/get/%2B33600000001?_format=json');
  });

  it('sends a form that a server decodes to the record', async () => {
    const bodies: string[] = [];
    const { client } = await start((request, response) => {
      void bodyOf(request).then((body) => {
        bodies.push(body);
        response.end(enveloped({ id: 5, code: '0427' }));
      });
    });
    expect(await client.createCode(LOCK, KEYPAD, RECORD)).toEqual({ ok: true, value: { codeId: 5 } });
    expect(await client.deleteCode(codeId(5))).toEqual({ ok: true, value: null });
    expect(new URLSearchParams(bodies[0]).get('partage_accessoire[heure_debut][minute]')).toBe('0');
    expect(bodies[1]).toBe('');
  });

  it('renews a token that expired between two calls, with one sign-in for all', async () => {
    let valid = 'Bearer T1';
    const { client, logins } = await start((request, response) => {
      if (request.headers.authorization === valid) {
        response.end(enveloped({ partages_accessoire: [] }));
        return;
      }
      response.statusCode = 401;
      response.end('{"error":"invalid_grant"}');
    });
    expect((await client.listCodes(lockId(1))).ok).toBe(true);
    valid = 'Bearer T2';
    const listings = await Promise.all(Array.from({ length: 20 }, async (_, index) => client.listCodes(lockId(index + 1))));
    expect(listings.every(({ ok }) => ok)).toBe(true);
    expect(logins()).toBe(2);
  });

  it('is uncertain about a write whose answer was lost, incomplete or late', async () => {
    let mode = 'drop';
    const { client, requests } = await start((_request, response) => {
      if (mode === 'drop') response.destroy();
      if (mode !== 'cut') return;
      response.writeHead(200, { 'content-length': '500' });
      response.write('{"status":200,', () => response.destroy());
    });
    expect(await client.createCode(LOCK, KEYPAD, RECORD)).toMatchObject({
      ok: false,
      error: { kind: 'unreachable', certain: false },
    });
    mode = 'cut';
    expect(await client.updateCode(codeId(5), RECORD)).toMatchObject({ ok: false, error: { kind: 'unreachable', certain: false } });
    mode = 'silence';
    expect(await client.deleteCode(codeId(5))).toMatchObject({ ok: false, error: { kind: 'timeout', certain: false } });
    expect(requests).toHaveLength(4);
  });

  it('on a stop, finishes a write that was sent and ends a read', async () => {
    const stop = new AbortController();
    const { client, requests } = await start((request, response) => {
      stop.abort();
      if (request.method === 'POST') setTimeout(() => response.end(enveloped({ id: 5 })), 50);
    });
    expect(await client.createCode(LOCK, KEYPAD, RECORD, { signal: stop.signal })).toEqual({ ok: true, value: { codeId: 5 } });
    expect(await client.createCode(LOCK, KEYPAD, RECORD, { signal: stop.signal })).toMatchObject({
      ok: false,
      error: { kind: 'aborted' },
    });
    expect(requests).toHaveLength(2);

    const later = new AbortController();
    setTimeout(() => {
      later.abort();
    }, 20);
    expect(await client.listCodes(LOCK, { signal: later.signal })).toMatchObject({
      ok: false,
      error: { kind: 'aborted', certain: true },
    });
  });

  it('is certain that nothing was sent to a server that is down', async () => {
    const server = await startLocalServer(() => {});
    await server.close();
    const clock = createTestClock();
    const log = createTestLog();
    const transport = new UndiciTransport({ origin: server.origin, userAgent: 'Latchkey/test', clock, log });
    const client = new TheKeysClient({ transport, credentials: { username: '+33600000001', password: new Secret('x') }, clock, log });
    closings.push(async () => client.close());
    expect(await client.deleteCode(codeId(5))).toMatchObject({ ok: false, error: { kind: 'unreachable', certain: true } });
  });
});
