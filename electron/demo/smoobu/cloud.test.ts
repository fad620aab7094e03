import { describe, expect, it } from 'vitest';
import { BOOKING, NOW_MS, field, smoobuGet, smoobuReader, tinySeed, withClouds } from '../../../tests/support/demo-requests.ts';

describe('signatures over HTTP', () => {
  it('accepts a signed request once and refuses its replay', () =>
    withClouds(async (clouds) => {
      expect(await smoobuGet(clouds, '/api/me', { nonce: 'n1' })).toMatchObject({
        status: 200,
        json: { id: 7, email: 'host@demo.invalid' },
      });
      expect((await smoobuGet(clouds, '/api/me', { nonce: 'n1' })).status).toBe(401);
      expect(clouds.smoobu.refusals()).toEqual(['reused-nonce']);
    }));

  it('answers every refusal alike and records the cause', () =>
    withClouds(async (clouds) => {
      const me = (nonce: string, headers: Record<string, string>, atMs?: number) =>
        smoobuGet(clouds, '/api/me', { nonce, headers, ...(atMs === undefined ? {} : { atMs }) });
      const replies = [
        await me('a', { 'X-Signature': 'AAAA' }),
        await me('b', {}, NOW_MS - 301_000),
        await me('c', { 'X-API-Key': 'usr_other' }),
        await me('', {}),
        await me('e', { 'X-Timestamp': '2026-11-23T09:15:30.000Z' }),
        await smoobuGet(clouds, '/api/rates?apartments[]=1', { nonce: 'f' }),
      ];
      expect(replies.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 401]);
      expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
      expect(clouds.smoobu.refusals()).toEqual([
        'bad-signature',
        'clock-skew',
        'unknown-key',
        'missing-header',
        'bad-timestamp',
        'raw-brackets',
      ]);
    }));

  it('refuses the retired key header unless switched on', () =>
    withClouds(async ({ smoobu }) => {
      const get = () => fetch(`${smoobu.url}/api/me`, { headers: { 'User-Agent': 'latchkey-test', 'Api-Key': smoobu.credentials.apiKey } });
      expect((await get()).status).toBe(401);
      smoobu.setSwitches({ allowLegacyKey: true });
      expect((await get()).status).toBe(200);
    }));

  it('refuses default user agents before checking the signature', () =>
    withClouds(async (clouds) => {
      const refused = await smoobuGet(clouds, '/api/me', { nonce: 'n1', headers: { 'User-Agent': 'node' } });
      expect(refused.status).toBe(403);
      expect(refused.text).toContain('<html>');
      clouds.smoobu.setSwitches({ refuseDefaultAgents: false });
      expect((await smoobuGet(clouds, '/api/me', { nonce: 'n1', headers: { 'User-Agent': 'node' } })).status).toBe(200);
    }));

  it('uses its own clock, also for the Date header', () =>
    withClouds(
      async (clouds) => {
        const reply = await smoobuGet(clouds, '/api/me', { nonce: 'n1' });
        expect(reply.status).toBe(401);
        expect(Date.parse(reply.headers.get('date') ?? '')).toBe(NOW_MS + 600_000);
        expect((await smoobuGet(clouds, '/api/me', { nonce: 'n2', atMs: NOW_MS + 600_000 })).status).toBe(200);
      },
      { smoobuSwitches: { clockOffsetMs: 600_000 } },
    ));

  it('accepts only the new key pair after a change', () =>
    withClouds(async (clouds) => {
      const { apiKey } = clouds.smoobu.credentials;
      clouds.smoobu.setCredentials({ apiKey, apiSecret: 'another' });
      expect((await smoobuGet(clouds, '/api/me', { nonce: 'n1' })).status).toBe(200);
      clouds.smoobu.setCredentials({ apiKey: 'usr_new', apiSecret: 'another' });
      expect((await smoobuGet(clouds, '/api/me', { nonce: 'n2', headers: { 'X-API-Key': apiKey } })).status).toBe(401);
    }));
});

describe('rate limit', () => {
  it('sends limit, remaining requests and end of the minute with every answer, and 429 beyond', () =>
    withClouds(
      async (clouds, clock) => {
        const read = smoobuReader(clouds);
        const answers = [await read('/api/me'), await read('/nowhere'), await read('/api/me')];
        expect(answers.map(({ status }) => status)).toEqual([200, 404, 429]);
        expect(answers.map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual(['1', '0', '0']);
        expect(answers.map(({ headers }) => headers.get('x-ratelimit-limit'))).toEqual(['2', '2', '2']);
        expect(answers[0]?.headers.get('x-ratelimit-retry-after')).toBe(String(NOW_MS / 1000 + 60));
        clock.advance(60_000);
        expect((await read('/api/me')).status).toBe(200);
      },
      { smoobuSwitches: { requestsPerMinute: 2 } },
    ));
});

describe('routes', () => {
  it('serves apartments, and details without id and name', () =>
    withClouds(async (clouds) => {
      const read = smoobuReader(clouds);
      expect((await read('/api/apartments')).json).toEqual({ apartments: [{ id: 500_037, name: 'Loft' }] });
      const details = (await read('/api/apartments/500037')).json;
      expect(details).toMatchObject({ timeZone: 'Europe/Paris' });
      expect(details).not.toHaveProperty('id');
      expect((await read('/api/apartments/1')).status).toBe(404);
      clouds.smoobu.setSwitches({ timeZoneField: 'null' });
      expect(field((await read('/api/apartments/500037')).json, 'timeZone')).toBeNull();
      clouds.smoobu.removeApartment(500_037);
      expect((await read('/api/apartments')).json).toEqual({ apartments: [] });
    }));

  it('serves one booking by id, also a cancelled one, and a 404 as JSON; other paths get HTML', () =>
    withClouds(async (clouds) => {
      const read = smoobuReader(clouds);
      expect((await read('/api/reservations/90001')).json).toMatchObject({ id: 90_001, type: 'reservation', 'guest-name': 'Ada Exemplar' });
      clouds.smoobu.cancelBooking(90_001);
      expect((await read('/api/reservations/90001')).json).toMatchObject({ type: 'cancellation' });
      clouds.smoobu.removeBooking(90_001);
      const missing = await read('/api/reservations/90001');
      expect([missing.status, field(missing.json, 'status')]).toEqual([404, 404]);
      const elsewhere = await read('/v1/anything');
      expect([elsewhere.status, elsewhere.json]).toEqual([404, undefined]);
    }));
});

describe('changing bookings', () => {
  it('marks changes, keeps ids unique and rejects unknown ones', () =>
    withClouds(async ({ smoobu }, clock) => {
      clock.advance(3_600_000);
      const changed = smoobu.changeBooking(90_001, { departure: '2026-11-29' });
      expect(changed).toMatchObject({
        type: 'modification of booking',
        departure: '2026-11-29',
        arrival: '2026-11-24',
        modifiedAt: '2026-11-23 11:15',
      });
      expect(smoobu.addBooking({ ...BOOKING, id: 90_050 }).id).toBe(90_050);
      const { id: _, ...withoutId } = BOOKING;
      expect(smoobu.addBooking(withoutId).id).toBe(90_051);
      expect(() => smoobu.addBooking(BOOKING)).toThrow('exists already');
      expect(() => smoobu.cancelBooking(1)).toThrow('no booking');
    }));

  it('does not change the seed', () =>
    withClouds(
      async ({ smoobu }) => {
        const seed = tinySeed();
        smoobu.cancelBooking(90_001);
        expect(seed.smoobu.bookings[0]).toEqual(BOOKING);
        await Promise.resolve();
      },
      { seed: tinySeed() },
    ));
});
