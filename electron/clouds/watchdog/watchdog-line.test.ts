/** Pings a server on this computer that plays each service, with odd answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PingNews } from '../../../shared/domain/watchdog.ts';
import { Secret } from '../../../shared/secret.ts';
import { createTestClock, createTestLog, startLocalServer } from '../../../tests/support/http.ts';
import { createWatchdogLine } from './watchdog-line.ts';

const CHECK = '/ping/5f1ec9a4-7c12-4a0b-9d3e-0b1a2c3d4e5f';
const PUSH = '/api/push/aB3dE5gH7jK9mN1p';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function play(respond: (request: IncomingMessage, response: ServerResponse) => void, timeoutMs = 5_000) {
  const server = await startLocalServer(respond);
  closers.push(() => server.close());
  const log = createTestLog();
  const line = createWatchdogLine({ clock: createTestClock(), log, userAgent: 'Latchkey/1', timeoutMs });
  const ping = (path: string, news: PingNews = 'good', signal = new AbortController().signal) =>
    line.ping(new Secret(`${server.origin}${path}`), news, signal);
  return { server, log, ping };
}

/** Answers as each service does, by the path. */
function services(request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  if (pathname.startsWith('/ping/')) response.end(pathname.startsWith(CHECK) ? 'OK' : 'OK (not found)');
  else if (pathname === PUSH && ['up', 'down'].includes(searchParams.get('status') ?? '')) response.end('{"ok":true}');
  else response.writeHead(404, { 'content-type': 'application/json' }).end('{"ok":false,"msg":"Monitor not found or not active."}');
}

describe('a ping', () => {
  it('says good and bad to each service', async () => {
    let said = '';
    const { server, ping } = await play((request, response) => {
      request.on('data', (chunk: Buffer) => (said += chunk.toString()));
      request.on('end', () => services(request, response));
    });
    for (const path of [CHECK, `${PUSH}?status=up&msg=OK&ping=`])
      for (const news of ['good', 'credentials'] as const) expect(await ping(path, news)).toEqual({ ok: true, value: 'answered' });
    expect(server.requests.map(({ method, url }) => `${method ?? ''} ${url ?? ''}`)).toEqual([
      `GET ${CHECK}`,
      `POST ${CHECK}/fail`,
      `GET ${PUSH}?status=up&msg=OK&ping=`,
      `GET ${PUSH}?status=down&msg=credentials&ping=`,
    ]);
    expect(said).toBe('credentials');
    expect(server.requests[0]?.headers['user-agent']).toBe('Latchkey/1');
  });

  it('sends nothing where a failure cannot be told', async () => {
    const { server, ping } = await play((_request, response) => response.end());
    expect(await ping('/alive', 'cloud')).toEqual({ ok: true, value: 'unsaid' });
    expect(server.requests).toEqual([]);
    expect(await ping('/alive')).toEqual({ ok: true, value: 'answered' });
  });

  it.each<[string, string, (response: ServerResponse) => void, string]>([
    ['an unknown check', CHECK, (response) => response.end('OK (not found)'), 'not-found'],
    ['an unknown monitor', PUSH, (response) => response.writeHead(404).end('{"ok":false}'), 'not-found'],
    ['too many pings', PUSH, (response) => response.writeHead(429, { 'retry-after': '60' }).end(), 'rate-limited'],
    ['a redirect', CHECK, (response) => response.writeHead(302, { location: '/elsewhere' }).end('OK'), 'redirected'],
    ['a login page', PUSH, (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'), 'unexpected'],
    ['an endless answer', '/alive', (response) => response.end('x'.repeat(100_000)), 'unexpected'],
    ['an error', CHECK, (response) => response.writeHead(503).end(), 'server-error'],
    ['a broken connection', CHECK, (response) => response.destroy(), 'unreachable'],
  ])('%s is a value', async (_case, path, respond, failure) => {
    const { server, ping } = await play((_request, response) => respond(response));
    expect(await ping(path)).toEqual({ ok: false, error: failure });
    expect(server.requests).toHaveLength(1);
  });

  it('ends a hanging service by its own timeout, and an abort at once', async () => {
    const { ping } = await play(() => {}, 80);
    expect(await ping(CHECK)).toEqual({ ok: false, error: 'timeout' });
    const stop = new AbortController();
    const other = await play(() => {});
    const hanging = other.ping(CHECK, 'good', stop.signal);
    await vi.waitFor(() => expect(other.server.requests).toHaveLength(1));
    stop.abort();
    expect(await hanging).toEqual({ ok: false, error: 'aborted' });
  });

  it('sends nothing to an address that may not be pinged', async () => {
    const line = createWatchdogLine({ clock: createTestClock(), log: createTestLog(), userAgent: 'x' });
    const plain = new Secret('http://kuma.example.org/api/push/token');
    expect(await line.ping(plain, 'good', new AbortController().signal)).toEqual({ ok: false, error: 'unreadable' });
    expect(line.recognise(plain)).toBeNull();
  });

  it('logs neither token nor query, and names what a log must not contain', async () => {
    const { server, log, ping } = await play(services);
    const path = `${PUSH}?key=sEcReTvAlUe&status=up`;
    await ping(path);
    await ping(path, 'disk');
    expect(log.lines.map(({ message }) => message)).toEqual(['request answered', 'request answered']);
    expect(JSON.stringify(log.lines)).not.toMatch(/aB3dE5gH7jK9mN1p|sEcReTvAlUe/);
    const line = createWatchdogLine({ clock: createTestClock(), log, userAgent: 'x' });
    const known = line.recognise(new Secret(`${server.origin}${path}`));
    expect(known?.secrets).toEqual([`${server.origin}${path}`, 'aB3dE5gH7jK9mN1p', 'sEcReTvAlUe']);
  });
});
