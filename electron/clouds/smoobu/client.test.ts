import { afterEach, describe, expect, it } from 'vitest';
import type { BookingCloud } from '../../app/ports/clouds.ts';
import type { Clock } from '../../app/ports/system.ts';
import { Secret } from '../../../shared/secret.ts';
import type { LocalDate } from '../../../shared/time.ts';
import { answerOf, createFakeTransport, createTestClock, createTestLog, startLocalServer } from '../../../tests/support/http.ts';
import { UndiciTransport } from '../http/transport.ts';
import type { HttpOutcome, HttpRequest } from '../http/types.ts';
import { SmoobuClient } from './client.ts';
import { signature } from './sign.ts';
import { bookingId, unitId } from '../../../tests/support/ids.ts';

const API_KEY = 'usr_live_test_0123456789abcdef';
const API_SECRET = 'invented-secret-do-not-use=';
const CREDENTIALS = { apiKey: new Secret(` ${API_KEY}\n`), apiSecret: new Secret(`${API_SECRET} `) };
const NOW_MS = createTestClock().nowMs();
const DATE_HEADER = { date: 'Mon, 23 Nov 2026 09:15:30 GMT' };
const RANGE = { departureFrom: '2026-11-22' as LocalDate, arrivalTo: '2027-02-21' as LocalDate };
const BOOKING = {
  id: 91000001,
  type: 'reservation',
  arrival: '2026-12-01',
  departure: '2026-12-05',
  apartment: { id: 398, name: 'Attic' },
  'guest-name': 'Mara Lind',
};
const pageOf = (bookings: readonly unknown[], more: object = {}) => ({
  page: 1,
  page_count: 1,
  page_size: 100,
  total_items: bookings.length,
  bookings,
  ...more,
});

function start(respond: (request: HttpRequest, number: number) => HttpOutcome, clock: Clock = createTestClock()) {
  const transport = createFakeTransport(respond);
  const log = createTestLog();
  return { transport, log, client: new SmoobuClient({ transport, credentials: CREDENTIALS, clock, log }) };
}
/** Checks as the cloud would: splits the raw query, sorts it, signs again. */
function isSignedFor(request: HttpRequest): boolean {
  const [path = '', query = ''] = request.target.split('?');
  const { 'X-Timestamp': timestamp = '', 'X-Nonce': nonce = '', 'X-API-Key': apiKey } = request.headers;
  const parts = { method: 'GET', path, query: query.split('&').sort().join('&'), timestamp, nonce, body: '', apiKey: API_KEY };
  return apiKey === API_KEY && request.headers['X-Signature'] === signature(parts, API_SECRET);
}

describe('requests', () => {
  it('are signed for exactly what is sent', async () => {
    const { transport, client } = start((request) =>
      request.target.startsWith('/api/reservations?') ? answerOf(200, pageOf([])) : answerOf(404),
    );
    await client.fetchBookings(RANGE);
    await client.readUnit(unitId(398));
    expect(transport.requests.map(({ target }) => target)).toEqual([
      '/api/reservations?arrivalTo=2027-02-21&departureFrom=2026-11-22&page=1&pageSize=100&showCancellation=true',
      '/api/apartments/398',
    ]);
    expect(transport.requests.every(isSignedFor)).toBe(true);
    expect(transport.requests[0]?.headers).toMatchObject({ 'X-Timestamp': '2026-11-23T09:15:30Z', 'Cache-Control': 'no-cache' });
    expect(transport.requests[0]?.headers).not.toHaveProperty('Api-Key');
  });

  it('have a new signature for every try', async () => {
    const { transport, client } = start((_request, number) => (number < 3 ? answerOf(502, '<html>') : answerOf(200, { id: 7 })));
    expect(await client.readAccount()).toEqual({ ok: true, value: { id: 7, email: null } });
    expect(new Set(transport.requests.map(({ headers }) => headers['X-Nonce'])).size).toBe(3);
    expect(new Set(transport.requests.map(({ headers }) => headers['X-Timestamp'])).size).toBeGreaterThan(1);
    expect(transport.requests.every(isSignedFor)).toBe(true);
    expect(client.requestCount()).toBe(3);
  });

  it.each([null, { apiKey: new Secret(''), apiSecret: new Secret('x') }, { apiKey: new Secret('x'), apiSecret: new Secret(' ') }])(
    'are not sent without credentials (%#)',
    async (credentials) => {
      const transport = createFakeTransport(() => answerOf(200));
      const client = new SmoobuClient({ transport, credentials, clock: createTestClock(), log: createTestLog() });
      const lists = [client.fetchBookings(RANGE), client.listUnits(), client.readAccount()];
      const single = [client.readBooking(bookingId(1)), client.readUnit(unitId(1))];
      for (const result of [...lists, ...single])
        expect(await result).toMatchObject({ ok: false, error: { kind: 'credentials-missing', certain: true } });
      expect(transport.requests).toEqual([]);
    },
  );

  it('close the transport', async () => {
    const { transport, client } = start(() => answerOf(200));
    await client.close();
    expect(transport.isClosed()).toBe(true);
  });
});

describe('bookings', () => {
  it('are one complete fetch over several pages', async () => {
    const { client, log } = start((request) => {
      const page = Number(/[?&]page=(\d+)/.exec(request.target)?.[1]);
      return answerOf(200, pageOf([{ ...BOOKING, id: page }], { page, page_count: 3, total_items: 3 }));
    });
    const result = await client.fetchBookings(RANGE);
    expect(result).toMatchObject({
      ok: true,
      value: { complete: true, incompleteBecause: null, bookings: [{ id: 1 }, { id: 2 }, { id: 3 }] },
    });
    expect(log.lines).toEqual([]);
  });

  it.each([
    [
      'a row without an id',
      pageOf([BOOKING, { ...BOOKING, id: 'two' }]),
      'The bookings are incomplete: 1 of the bookings came without a readable id.',
    ],
    ['a missing row', pageOf([BOOKING], { total_items: 2 }), 'The bookings are incomplete: Smoobu counts 2 bookings but sent 1.'],
  ])('are incomplete for %s', async (_name, page, incompleteBecause) => {
    const { client, log } = start(() => answerOf(200, page));
    const result = await client.fetchBookings(RANGE);
    expect(result).toMatchObject({ ok: true, value: { complete: false, agreed: true, incompleteBecause, bookings: [{ id: BOOKING.id }] } });
    expect(JSON.stringify(log.lines)).not.toContain('Mara');
  });

  it.each(['', 'sorry', '{"bookings":[', '[]', '{}', '{"bookings":null}', '{"status":500,"detail":"x"}'])(
    'are never empty because of the body %j',
    async (body) => {
      const { client } = start(() => answerOf(200, body));
      expect(await client.fetchBookings(RANGE)).toMatchObject({ ok: false, error: { kind: 'bad-response', status: 200 } });
    },
  );

  it('by id: found, missing or failed', async () => {
    const answers: Record<string, HttpOutcome> = {
      '1': answerOf(200, { ...BOOKING, id: '1', type: 'cancellation' }),
      '2': answerOf(404, { status: 404, title: 'Not Found' }),
      '3': answerOf(200, BOOKING),
      '4': answerOf(200, { ...BOOKING, id: 4, type: null }),
      '5': answerOf(404, '<html>wrong path</html>'),
      '6': answerOf(200, ''),
      '7': answerOf(500),
      '8': answerOf(404),
      '9': answerOf(200, { ...BOOKING, id: 9, departure: 'later' }),
    };
    const { client } = start((request) => answers[request.target.split('/').at(-1) ?? '']!);
    const read = (id: number) => client.readBooking(bookingId(id));
    expect(await read(1)).toMatchObject({ ok: true, value: { kind: 'found', booking: { id: 1, state: 'cancelled' } } });
    expect(await read(2)).toEqual({ ok: true, value: { kind: 'missing' } });
    expect(await read(8)).toEqual({ ok: true, value: { kind: 'missing' } });
    for (const id of [3, 4, 5, 6, 9]) expect(await read(id)).toMatchObject({ ok: false, error: { kind: 'bad-response' } });
    expect(await read(7)).toMatchObject({ ok: false, error: { kind: 'server-error' } });
  });
});

describe('units', () => {
  it('are listed', async () => {
    const { client } = start(() => answerOf(200, { apartments: [{ id: 398, name: 'Attic' }, { name: 'no id' }] }));
    expect(await client.listUnits()).toEqual({ ok: true, value: [{ id: 398, name: 'Attic' }] });
    expect(await start(() => answerOf(200, {})).client.listUnits()).toMatchObject({ ok: false, error: { kind: 'bad-response' } });
  });

  it.each([
    ['Europe/Paris', 'Europe/Paris'],
    ['Europe/Atlantis', null],
    ['', null],
    [null, null],
  ])('zone %j is %j', async (timeZone, expected) => {
    const { client } = start(() => answerOf(200, { timeZone, rooms: [] }));
    expect(await client.readUnit(unitId(398))).toEqual({ ok: true, value: { id: 398, timeZone: expected } });
  });
});

describe('refusals', () => {
  it('a 401 with a correct clock is not retried', async () => {
    const { transport, client } = start(() => answerOf(401, {}, DATE_HEADER));
    expect(await client.readAccount()).toMatchObject({ ok: false, error: { kind: 'credentials-rejected', status: 401 } });
    expect(transport.requests).toHaveLength(1);
    expect(client.clockOffsetMs()).toBe(0);
  });

  it('a 401 with a wrong clock is retried once with the server’s time, which is used from then on', async () => {
    const accepted = (request: HttpRequest) => Math.abs(Date.parse(request.headers['X-Timestamp'] ?? '') - NOW_MS) < 300_000;
    const { transport, client } = start(
      (request) => answerOf(accepted(request) ? 200 : 401, { id: 7 }, DATE_HEADER),
      createTestClock(NOW_MS - 3_600_000),
    );
    expect(client.clockOffsetMs()).toBeNull();
    expect(await client.readAccount()).toMatchObject({ ok: true });
    expect(transport.requests).toHaveLength(2);
    expect(client.clockOffsetMs()).toBe(3_600_000);
    expect(await client.readAccount()).toMatchObject({ ok: true });
    expect(transport.requests).toHaveLength(3);
    expect(transport.requests.every(isSignedFor)).toBe(true);
  });

  it('several calls at once all correct the clock', async () => {
    const accepted = (request: HttpRequest) => request.headers['X-Timestamp'] === '2026-11-23T09:15:30Z';
    const { client } = start(
      (request) => answerOf(accepted(request) ? 200 : 401, { id: 7 }, DATE_HEADER),
      createTestClock(NOW_MS + 900_000),
    );
    for (const result of await Promise.all([client.readAccount(), client.readAccount(), client.readAccount()]))
      expect(result.ok).toBe(true);
  });

  it.each([
    [3_600_000, 'clock-skew', 2],
    [120_000, 'credentials-rejected', 2],
    [30_000, 'credentials-rejected', 1],
  ])('a permanent 401 with a clock off by %i ms is %s', async (offsetMs, kind, requests) => {
    const { transport, client } = start(() => answerOf(401, {}, DATE_HEADER), createTestClock(NOW_MS - offsetMs));
    expect(await client.readAccount()).toMatchObject({ ok: false, error: { kind } });
    expect(transport.requests).toHaveLength(requests);
  });

  it.each([
    [403, 'unreachable'],
    [404, 'not-found'],
    [302, 'unreachable'],
    [422, 'refused'],
  ])('%i is %s', async (status, kind) => {
    const { transport, client } = start(() => answerOf(status, '<html>'));
    expect(await client.listUnits()).toMatchObject({ ok: false, error: { kind, status, certain: true } });
    expect(transport.requests).toHaveLength(1);
  });

  it('a key with impossible characters is not sent', async () => {
    const transport = createFakeTransport(() => answerOf(200));
    const credentials = { apiKey: new Secret('schlüssel'), apiSecret: new Secret('x') };
    const client = new SmoobuClient({ transport, credentials, clock: createTestClock(), log: createTestLog() });
    const result = await client.readAccount();
    expect(result).toMatchObject({ ok: false, error: { kind: 'credentials-rejected' } });
    expect(JSON.stringify(result)).not.toContain('schl');
    expect(transport.requests).toEqual([]);
  });
});

describe('over a real connection', () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
  async function serve(
    respond: Parameters<typeof startLocalServer>[0],
    clock = createTestClock(),
    requestTimeoutMs = 5000,
  ): Promise<{ client: BookingCloud; urls: () => (string | undefined)[] }> {
    const server = await startLocalServer(respond);
    closers.push(async () => server.close());
    const log = createTestLog();
    const transport = new UndiciTransport({ origin: server.origin, userAgent: 'Latchkey/test', clock, log });
    const client = new SmoobuClient({ transport, credentials: CREDENTIALS, clock, log, requestTimeoutMs });
    closers.push(async () => client.close());
    return { client, urls: () => server.requests.map(({ url }) => url) };
  }

  it('an incomplete body is requested again', async () => {
    let tries = 0;
    const { client } = await serve((_request, response) => {
      tries += 1;
      if (tries < 3) response.writeHead(200, { 'Content-Length': '500' }).write('{"bookings":[', () => response.destroy());
      else response.end(JSON.stringify(pageOf([BOOKING])));
    });
    expect(await client.fetchBookings(RANGE)).toMatchObject({ ok: true, value: { complete: true, bookings: [{ id: BOOKING.id }] } });
  });

  it('a 429 waits until the server’s moment', async () => {
    const clock = createTestClock();
    let tries = 0;
    const { client } = await serve((_request, response) => {
      tries += 1;
      const moment = String(Math.round(clock.nowMs() / 1000) + 30);
      const headers = { 'X-RateLimit-Limit': '700', 'X-RateLimit-Remaining': tries === 1 ? '0' : '699', 'X-RateLimit-Retry-After': moment };
      response.sendDate = false;
      response.writeHead(tries === 1 ? 429 : 200, headers).end('{"id":7}');
    }, clock);
    expect(await client.readAccount()).toMatchObject({ ok: true });
    await client.readAccount();
    const waitedMs = clock.slept.reduce((left, right) => left + right, 0);
    expect(waitedMs).toBeGreaterThanOrEqual(30_000);
    expect(waitedMs).toBeLessThan(32_000);
  });

  it('a server that hangs is a timeout, after three tries', async () => {
    const { client, urls } = await serve(() => {}, createTestClock(), 250);
    expect(await client.readAccount()).toMatchObject({ ok: false, error: { kind: 'timeout', certain: true } });
    expect(urls()).toEqual(['/api/me', '/api/me', '/api/me']);
  });

  it('a stop ends a call at once', async () => {
    const stop = new AbortController();
    const { client } = await serve(() => stop.abort());
    expect(await client.fetchBookings(RANGE, { signal: stop.signal })).toMatchObject({ ok: false, error: { kind: 'aborted' } });
    expect(await client.readAccount({ signal: stop.signal })).toMatchObject({ ok: false, error: { kind: 'aborted' } });
  });

  it('a redirect is not followed', async () => {
    const { client, urls } = await serve((_request, response) => response.writeHead(301, { Location: '/login' }).end());
    expect(await client.readAccount()).toMatchObject({ ok: false, error: { kind: 'unreachable', status: 301 } });
    expect(urls()).toEqual(['/api/me']);
  });
});
