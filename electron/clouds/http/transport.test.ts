import type { ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { generate as generateCertificate } from 'selfsigned';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ExchangeHandler } from './exchange-handler.ts';
import { createTestClock, createTestLog, startLocalServer } from '../../../tests/support/http.ts';
import { UndiciTransport, type TransportOptions } from './transport.ts';
import type { HttpRequest, HttpTransport } from './types.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function open(origin: string, more: Partial<TransportOptions> = {}): HttpTransport {
  const transport = new UndiciTransport({ origin, userAgent: 'Latchkey/test', clock: createTestClock(), log: createTestLog(), ...more });
  closers.push(async () => transport.close());
  return transport;
}
async function serve(respond: Parameters<typeof startLocalServer>[0]) {
  const server = await startLocalServer(respond);
  closers.push(async () => server.close());
  return server;
}
async function listenOn(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}
const get = (target: string, more: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  target,
  headers: {},
  timeoutMs: 5000,
  ...more,
});

describe('an exchange', () => {
  it('sends the target unchanged, the user agent and the body, and reads UTF-8', async () => {
    let received = '';
    const server = await serve((request, response) => {
      request.on('data', (chunk: Buffer) => (received += chunk.toString()));
      request.on('end', () => response.writeHead(201, { 'X-Twice': ['a', 'b'] }).end('Grüße – ✓'));
    });
    const outcome = await open(server.origin).exchange(
      get('/a?b=%5B%5D&c=%27', { method: 'POST', body: 'pin=é', headers: { 'X-Own': '1' } }),
    );
    expect(outcome).toMatchObject({ ok: true, answer: { status: 201, body: 'Grüße – ✓', headers: { 'x-twice': 'a, b' } } });
    expect(server.requests[0]).toMatchObject({ method: 'POST', url: '/a?b=%5B%5D&c=%27' });
    expect(server.requests[0]?.headers).toMatchObject({ 'user-agent': 'Latchkey/test', 'x-own': '1' });
    expect(server.requests[0]?.headers).not.toHaveProperty('cookie');
    expect(received).toBe('pin=é');
  });

  it('sends cookies back and does not expose them', async () => {
    const server = await serve((_request, response) => response.setHeader('Set-Cookie', 'session=abc; Path=/').end('ok'));
    const transport = open(server.origin);
    const first = await transport.exchange(get('/'));
    await transport.exchange(get('/'));
    expect(JSON.stringify(first)).not.toContain('abc');
    expect(server.requests[1]?.headers.cookie).toBe('session=abc');
    await open(server.origin).exchange(get('/'));
    expect(server.requests[2]?.headers).not.toHaveProperty('cookie');
  });

  it('does not follow redirects', async () => {
    const server = await serve((_request, response) => response.writeHead(302, { Location: '/elsewhere' }).end());
    expect(await open(server.origin).exchange(get('/'))).toMatchObject({ ok: true, answer: { status: 302 } });
    expect(server.requests).toHaveLength(1);
  });

  it('does not log query, headers or body', async () => {
    const server = await serve((_request, response) => response.end('body-secret'));
    const log = createTestLog();
    await open(server.origin, { log }).exchange(
      get('/things/7?q=query-secret', { method: 'POST', headers: { Authorization: 'header-secret' }, body: 'sent-secret' }),
    );
    expect(log.lines).toMatchObject([{ level: 'debug', fields: { method: 'POST', path: '/things/7', status: 200 } }]);
    expect(JSON.stringify(log.lines)).not.toContain('secret');
  });

  it('rejects a target that could lead to another host', async () => {
    const transport = open('http://127.0.0.1:9');
    await expect(transport.exchange(get('//elsewhere.example/'))).rejects.toThrow();
    expect(() => open('http://cloud.example')).toThrow();
  });
});

describe('a failure', () => {
  it('connection refused: nothing was sent', async () => {
    const server = await startLocalServer(() => {});
    await server.close();
    const outcome = await open(server.origin).exchange(get('/'));
    expect(outcome).toEqual({ ok: false, failure: { kind: 'connect', code: 'ECONNREFUSED', unsent: true } });
  });

  it.each([
    ['before the answer', ''],
    ['in the head', 'HTTP/1.1 200 OK\r\nContent-Le'],
    ['short of its length', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"bookings":['],
    ['short of its last chunk', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"boo\r\n'],
    ['by nonsense', 'SSH-2.0-hello\r\n\r\n'],
  ])('connection lost %s: broken, may have been sent', async (_name, text) => {
    const port = await listenOn(createTcpServer((socket) => socket.on('error', () => {}).once('data', () => socket.end(text))));
    expect(await open(`http://127.0.0.1:${port}`).exchange(get('/'))).toMatchObject({
      ok: false,
      failure: { kind: 'broken', unsent: false },
    });
  });

  it.each([
    ['announced', { 'Content-Length': '2000' }],
    ['in chunks', {}],
  ])('body above the limit, %s', async (_name, headers) => {
    const server = await serve((_request, response) => response.writeHead(200, headers).end('x'.repeat(2000)));
    const outcome = await open(server.origin, { maxBodyBytes: 1999 }).exchange(get('/'));
    expect(outcome).toMatchObject({ ok: false, failure: { kind: 'too-large', unsent: false } });
    expect(await open(server.origin, { maxBodyBytes: 2000 }).exchange(get('/'))).toMatchObject({ ok: true });
  });

  it('no answer in time, and a body that never ends', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/body') response.writeHead(200).write('{');
    });
    for (const target of ['/', '/body']) {
      const outcome = await open(server.origin).exchange(get(target, { timeoutMs: 300 }));
      expect(outcome).toEqual({ ok: false, failure: { kind: 'timeout', code: 'REQUEST_TIMEOUT', unsent: false } });
    }
  });

  it('stopped by the caller, or by the caller’s deadline', async () => {
    const server = await serve(() => {});
    const transport = open(server.origin);
    const stop = new AbortController();
    const outcome = transport.exchange(get('/', { signal: stop.signal }));
    await vi.waitFor(() => {
      expect(server.requests).toHaveLength(1);
    });
    stop.abort();
    expect(await outcome).toEqual({ ok: false, failure: { kind: 'aborted', code: 'ABORTED', unsent: false } });
    const late = await transport.exchange(get('/', { signal: AbortSignal.timeout(300) }));
    expect(late).toEqual({ ok: false, failure: { kind: 'timeout', code: 'DEADLINE', unsent: false } });
  });

  it('with finishOnceSent: not stopped after it was sent, dropped while it waits', async () => {
    const answers: ServerResponse[] = [];
    const server = await serve((_request, response) => void answers.push(response));
    const transport = open(server.origin, { maxInFlight: 1 });
    const stop = new AbortController();
    const write = (target: string) => transport.exchange(get(target, { signal: stop.signal, finishOnceSent: true }));
    const sent = write('/sent');
    const queued = write('/queued');
    await vi.waitFor(() => {
      expect(answers).toHaveLength(1);
    });
    stop.abort();
    expect(await queued).toEqual({ ok: false, failure: { kind: 'aborted', code: 'ABORTED', unsent: true } });
    answers[0]?.end('done');
    expect(await sent).toMatchObject({ ok: true, answer: { body: 'done' } });
    expect(server.requests.map(({ url }) => url)).toEqual(['/sent']);
  });

  it('stopped while it waits: never sent', async () => {
    const server = await serve(() => {});
    const transport = open(server.origin, { maxInFlight: 1 });
    const holding = transport.exchange(get('/held', { timeoutMs: 400 }));
    const stop = new AbortController();
    const waiting = transport.exchange(get('/waiting', { signal: stop.signal }));
    stop.abort();
    expect(await waiting).toEqual({ ok: false, failure: { kind: 'aborted', code: 'ABORTED', unsent: true } });
    await holding;
    expect(server.requests.map(({ url }) => url)).toEqual(['/held']);
    expect(transport.requestCount()).toBe(1);
  });

  it('a body announced as too large is not read', async () => {
    const server = await serve((_request, response) => response.writeHead(200, { 'Content-Length': '2000' }).flushHeaders());
    expect(await open(server.origin, { maxBodyBytes: 1999 }).exchange(get('/'))).toMatchObject({
      ok: false,
      failure: { kind: 'too-large' },
    });
  });

  it('more than 4 MB, where nothing else is said: no answer of either cloud comes near that', async () => {
    const length = { 'Content-Length': String(4 * 1024 * 1024 + 1) };
    const server = await serve((_request, response) => response.writeHead(200, length).flushHeaders());
    expect(await open(server.origin).exchange(get('/'))).toMatchObject({ ok: false, failure: { kind: 'too-large' } });
  });

  it('a TLS handshake that hangs: a timeout, and nothing was sent', async () => {
    const port = await listenOn(createTcpServer((socket) => void socket.on('error', () => {}).resume()));
    const outcome = await open(`https://127.0.0.1:${port}`, { connectTimeoutMs: 200 }).exchange(get('/', { timeoutMs: 30 }));
    expect(outcome).toEqual({ ok: false, failure: { kind: 'timeout', code: 'REQUEST_TIMEOUT', unsent: true } });
  });

  it('stopped while connecting: not sent when the connection succeeds later', async () => {
    const handler = new ExchangeHandler(10);
    handler.stop('aborted', 'ABORTED');
    const abort = vi.fn();
    handler.onRequestStart({ abort, pause: vi.fn(), resume: vi.fn(), aborted: false, paused: false, reason: null });
    expect(abort).toHaveBeenCalledOnce();
    expect(await handler.outcome).toEqual({ ok: false, failure: { kind: 'aborted', code: 'ABORTED', unsent: true } });
  });

  it('a self-signed certificate, whatever the environment says', async () => {
    vi.spyOn(process, 'emitWarning').mockReturnValue();
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const { private: key, cert } = await generateCertificate([{ name: 'commonName', value: '127.0.0.1' }], {
      keyType: 'ec',
      algorithm: 'sha256',
    });
    const server = createTlsServer({ key, cert }, (_request, response) => response.end('ok'));
    server.on('tlsClientError', () => {});
    const port = await listenOn(server);
    const outcome = await open(`https://127.0.0.1:${port}`).exchange(get('/'));
    expect(outcome).toEqual({ ok: false, failure: { kind: 'connect', code: 'DEPTH_ZERO_SELF_SIGNED_CERT', unsent: true } });
  });
});

describe('limits', () => {
  it('limits the requests in flight, to eight at most', async () => {
    let inFlight = 0;
    let most = 0;
    const server = await serve((_request, response) => {
      most = Math.max(most, ++inFlight);
      setTimeout(() => {
        inFlight -= 1;
        response.end();
      }, 5);
    });
    for (const [asked, expected] of [
      [3, 3],
      [50, 8],
    ] as const) {
      most = 0;
      const transport = open(server.origin, { maxInFlight: asked });
      await Promise.all(Array.from({ length: 64 }, async () => transport.exchange(get('/'))));
      expect(most).toBe(expected);
    }
  });

  it.each([
    [429, 2],
    [503, 2],
    [500, 4],
  ])('after a %i as the first answer, %i are in flight', async (status, expected) => {
    const held: (() => void)[] = [];
    let isHolding = true;
    const server = await serve((request, response) => {
      if (request.url === '/first') response.writeHead(status).end();
      else if (isHolding) held.push(() => response.end());
      else response.end();
    });
    const transport = open(server.origin);
    await transport.exchange(get('/first'));
    const rest = Array.from({ length: 12 }, async () => transport.exchange(get('/')));
    await vi.waitFor(() => {
      expect(held.length).toBe(expected);
    });
    // Long enough for one more to show, if one more were let in.
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(held.length).toBe(expected);
    isHolding = false;
    for (const answer of held) answer();
    await Promise.all(rest);
  });

  it('waits as long as the server says before the next request, and stays within the budget', async () => {
    const clock = createTestClock();
    const server = await serve((request, response) => {
      response.writeHead(request.url === '/busy' ? 429 : 200, request.url === '/busy' ? { 'Retry-After': '20' } : {}).end();
    });
    const transport = open(server.origin, { clock, budget: { requests: 2, perMs: 60_000 } });
    await transport.exchange(get('/busy'));
    await transport.exchange(get('/'));
    expect(clock.slept).toEqual([20_000]);
    await transport.exchange(get('/'));
    expect(clock.slept).toEqual([20_000, 40_000]);
  });

  it('closes after the requests under way, and drops those that wait', async () => {
    const arrived = Promise.withResolvers<() => void>();
    const server = await serve((_request, response) => {
      arrived.resolve(() => response.end('done'));
    });
    const transport = open(server.origin, { maxInFlight: 1 });
    const running = transport.exchange(get('/'));
    const waiting = transport.exchange(get('/'));
    const finish = await arrived.promise;
    const closed = transport.close();
    expect(await waiting).toEqual({ ok: false, failure: { kind: 'aborted', code: 'CLOSED', unsent: true } });
    finish();
    await closed;
    expect(await running).toMatchObject({ ok: true, answer: { body: 'done' } });
  });
});
