import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { AccessGate, Placeholder } from '../../app/ports/clouds.ts';
import { Secret } from '../../../shared/secret.ts';
import { answerOf, createFakeTransport, createTestClock, createTestLog } from '../../../tests/support/http.ts';
import { bookingId } from '../../../tests/support/ids.ts';
import { createOwnGate } from '../http/gate.ts';
import type { HttpOutcome, HttpRequest } from '../http/types.ts';
import { SmoobuClient } from './client.ts';
import { signature } from './sign.ts';

const API_KEY = 'usr_live_test_0123456789abcdef';
const API_SECRET = 'c21vb2J1LXRlc3Qtc2VjcmV0LWRvLW5vdC11c2U9';
const CREDENTIALS = { apiKey: new Secret(API_KEY), apiSecret: new Secret(API_SECRET) };
const BOOKING = bookingId(4_711_001);
const PIN = new Secret('4711');
const PLACEHOLDER: Placeholder = {
  id: 4001,
  key: 'doorPin',
  owner: { kind: 'booking', bookingId: BOOKING },
  value: new Secret('0815'),
  hasTranslations: false,
};
const vectors = z
  .object({ vectors: z.array(z.object({ path: z.string(), body: z.string() })) })
  .parse(JSON.parse(readFileSync(new URL('./hmac-vectors.json', import.meta.url), 'utf8'))).vectors;

function start(respond: (request: HttpRequest, number: number) => HttpOutcome, gate?: AccessGate) {
  const transport = createFakeTransport(respond);
  const clock = createTestClock();
  const options = { transport, credentials: CREDENTIALS, clock, log: createTestLog(), ...(gate === undefined ? {} : { gate }) };
  return { transport, clock, guests: new SmoobuClient(options).guests };
}
function isSigned({ method, target, headers, body = '' }: HttpRequest): boolean {
  const { 'X-Timestamp': timestamp = '', 'X-Nonce': nonce = '' } = headers;
  return headers['X-Signature'] === signature({ method, path: target, query: '', timestamp, nonce, body, apiKey: API_KEY }, API_SECRET);
}

describe('writes', () => {
  it('send exactly what they sign', async () => {
    const { transport, guests } = start(() => answerOf(201, '"Resource created successfully"'));
    await guests.sendToGuest(BOOKING, new Secret('Grüße, Zoë! Code: 4711# – ✓'));
    await guests.sendToHost(BOOKING, new Secret('No code'));
    await guests.createPlaceholder(BOOKING, 'doorPin', PIN);
    await guests.updatePlaceholder(PLACEHOLDER, PIN);
    await guests.deletePlaceholder(4001);
    expect(transport.requests.map(({ method, target, body }) => [method, target, body])).toEqual([
      ['POST', '/api/reservations/4711001/messages/send-message-to-guest', '{"messageBody":"Grüße, Zoë! Code: 4711# – ✓"}'],
      ['POST', '/api/reservations/4711001/messages/send-message-to-host', '{"messageBody":"No code","internal":true}'],
      ['POST', '/api/custom-placeholders', '{"key":"doorPin","defaultValue":"4711","type":1,"foreignId":4711001}'],
      ['PUT', '/api/custom-placeholders/4001', '{"key":"doorPin","defaultValue":"4711","type":1,"foreignId":4711001}'],
      ['DELETE', '/api/custom-placeholders/4001', undefined],
    ]);
    expect(transport.requests.every(isSigned)).toBe(true);
    expect(transport.requests.every(({ finishOnceSent }) => finishOnceSent)).toBe(true);
    // The vectors in sign.test.ts are signatures of these very bodies.
    const published = vectors.find(({ path }) => path === '/api/custom-placeholders');
    expect(transport.requests[2]?.body).toBe(published?.body);
  });

  it('are sent once more with Smoobu’s time after a 401, since nothing was done', async () => {
    const { transport, guests } = start((_request, number) =>
      number === 1 ? answerOf(401, '', { date: 'Mon, 23 Nov 2026 09:25:30 GMT' }) : answerOf(201, '"ok"'),
    );
    expect(await guests.sendToGuest(BOOKING, PIN)).toEqual({ ok: true, value: null });
    expect(transport.requests.map(({ headers }) => headers['X-Timestamp'])).toEqual(['2026-11-23T09:15:32Z', '2026-11-23T09:25:30Z']);
    expect(transport.requests.every(isSigned)).toBe(true);
    expect(new Set(transport.requests.map(({ headers }) => headers['X-Nonce'])).size).toBe(2);
  });

  it('end with rejected credentials, which are not tried again', async () => {
    const { transport, guests } = start(() => answerOf(401), createOwnGate());
    const rejected = { ok: false, error: { kind: 'credentials-rejected', certain: true } };
    expect(await guests.sendToGuest(BOOKING, PIN)).toMatchObject(rejected);
    expect(await guests.createPlaceholder(BOOKING, 'doorPin', PIN)).toMatchObject(rejected);
    expect(transport.requests).toHaveLength(1);
  });

  it('are not sent without credentials', async () => {
    const transport = createFakeTransport(() => answerOf(201));
    const { guests } = new SmoobuClient({ transport, credentials: null, clock: createTestClock(), log: createTestLog() });
    const results = [
      guests.sendToGuest(BOOKING, PIN),
      guests.sendToHost(BOOKING, PIN),
      guests.readThread(BOOKING),
      guests.listPlaceholders(),
      guests.createPlaceholder(BOOKING, 'doorPin', PIN),
      guests.updatePlaceholder(PLACEHOLDER, PIN),
      guests.deletePlaceholder(4001),
    ];
    for (const result of results) expect(await result).toMatchObject({ ok: false, error: { kind: 'credentials-missing', certain: true } });
    expect(transport.requests).toEqual([]);
  });

  it('are repeated only when they never left', async () => {
    const failed = (unsent: boolean): HttpOutcome => ({ ok: false, failure: { kind: 'connect', code: 'X', unsent } });
    const unsent = start((_request, number) => (number === 1 ? failed(true) : answerOf(201, '"ok"')));
    expect(await unsent.guests.sendToGuest(BOOKING, PIN)).toMatchObject({ ok: true });
    expect(unsent.transport.requests).toHaveLength(2);
    const perhaps = start(() => failed(false));
    expect(await perhaps.guests.sendToGuest(BOOKING, PIN)).toMatchObject({ ok: false, error: { certain: false } });
    expect(perhaps.transport.requests).toHaveLength(1);
  });
});

describe('messages', () => {
  it.each([
    [answerOf(201, '"Resource created successfully"'), true],
    [answerOf(201), true],
    [answerOf(201, '{"id":5}'), true],
    [answerOf(200, '{"message":"Resource created successfully"}'), true],
    [answerOf(200, 'Resource created successfully'), true],
    [answerOf(200), false],
    [answerOf(204), true],
    [answerOf(200, '{}'), false],
    [answerOf(200, '[]'), false],
    [answerOf(200, 'null'), false],
    [answerOf(200, '{"status":500,"title":"Error occurred"}'), false],
    [answerOf(201, '{"status":500,"title":"Error occurred"}'), false],
    [answerOf(200, '<html>Maintenance</html>'), false],
  ])('count as accepted only when the answer says so (%#)', async (outcome, accepted) => {
    const { guests } = start(() => outcome);
    expect(await guests.sendToGuest(BOOKING, PIN)).toMatchObject(accepted ? { ok: true } : { ok: false, error: { certain: false } });
  });

  it.each([
    [400, true],
    [403, true],
    [404, true],
    [408, false],
    [422, true],
    [429, false],
    [500, false],
    [502, false],
    [503, false],
  ])('that get a %i are certainly not sent: %s', async (status, certain) => {
    const { transport, guests } = start(() => answerOf(status, '{}', { 'retry-after': '1' }));
    expect(await guests.sendToGuest(BOOKING, PIN)).toMatchObject({ ok: false, error: { status, certain } });
    expect(transport.requests).toHaveLength(1);
  });

  it('keep their distance, also from those of a former client, whatever happens to the wall clock', async () => {
    const { clock, guests } = start(() => answerOf(201));
    clock.advance(500);
    await guests.sendToGuest(BOOKING, PIN);
    clock.advance(1_000);
    clock.stepWall(3_600_000);
    await guests.sendToHost(BOOKING, PIN);
    clock.advance(2_500);
    await guests.sendToGuest(BOOKING, PIN);
    expect(clock.slept).toEqual([2_000, 1_500]);
  });

  it('that a stop finds waiting are not sent', async () => {
    const { transport, clock, guests } = start(() => answerOf(201));
    clock.advance(2_500);
    const stop = new AbortController();
    const first = guests.sendToGuest(BOOKING, PIN);
    const second = guests.sendToGuest(BOOKING, PIN, { signal: stop.signal });
    stop.abort();
    expect([await first, await second]).toMatchObject([{ ok: true }, { ok: false, error: { kind: 'aborted', certain: true } }]);
    expect(transport.requests).toHaveLength(1);
    expect(clock.slept).toEqual([]);
  });

  it('are read with those of the host, and a page for 404 is no answer', async () => {
    const { transport, guests } = start(() => answerOf(404, '<html>wrong path</html>'));
    expect(await guests.readThread(BOOKING)).toMatchObject({ ok: false, error: { kind: 'bad-response', status: 404 } });
    expect(transport.requests.map(({ target }) => target)).toEqual(['/api/reservations/4711001/messages?onlyRelatedToGuest=false&page=1']);
  });
});

describe('placeholders', () => {
  it.each([
    ['{"status":404,"title":"Not Found"}', [4001], { kind: 'refused', status: 404, certain: true }],
    ['<html>404</html>', [4001], { kind: 'refused', status: 404, certain: true }],
    ['{"status":404,"title":"Not Found"}', [4002], { kind: 'not-found', status: 404, certain: true }],
    ['', [], { kind: 'not-found' }],
    ['', null, { kind: 'bad-response' }],
  ])('are gone after a 404 only when the list agrees (%j, %j)', async (body, ids, error) => {
    const rows = ids?.map((id) => ({ id, key: 'doorPin', defaultValue: '0815', type: 1, foreignId: 4_711_001 }));
    const { guests } = start(({ method }) => (method === 'GET' ? answerOf(200, rows ?? {}) : answerOf(404, body)));
    expect(await guests.updatePlaceholder(PLACEHOLDER, PIN)).toMatchObject({ ok: false, error });
    expect(await guests.deletePlaceholder(4001)).toMatchObject(error.kind === 'not-found' ? { ok: true } : { ok: false, error });
  });

  it.each([
    ['without an id', { ...PLACEHOLDER, id: null }],
    ['of an apartment', { ...PLACEHOLDER, owner: { kind: 'unit' as const } }],
  ])('%s are never changed', async (_name, placeholder) => {
    const { transport, guests } = start(() => answerOf(200, '"ok"'));
    expect(await guests.updatePlaceholder(placeholder, PIN)).toMatchObject({ ok: false, error: { kind: 'refused', certain: true } });
    expect(transport.requests).toEqual([]);
  });

  it.each([
    [answerOf(201), true],
    [answerOf(204), true],
    [answerOf(200, '"Resource updated successfully"'), true],
    [answerOf(200), false],
    [answerOf(200, '{}'), false],
  ])('are written when the answer says so (%#)', async (outcome, isDone) => {
    const { guests } = start(() => outcome);
    const expected = isDone ? { ok: true } : { ok: false, error: { kind: 'bad-response', certain: false } };
    expect(await guests.createPlaceholder(BOOKING, 'doorPin', PIN)).toMatchObject(expected);
    expect(await guests.updatePlaceholder(PLACEHOLDER, PIN)).toMatchObject(expected);
    expect(await guests.deletePlaceholder(4001)).toMatchObject(expected);
  });
});
