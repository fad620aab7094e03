import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { BOOKING, field, smoobuCaller, smoobuGet, tinySeed, withClouds, type Reply } from '../../../tests/support/demo-requests.ts';
import type { DemoClouds } from '../clouds.ts';
import type { MessageInput } from '../seed.ts';
import type { SmoobuSwitches } from './switches.ts';

const THREAD = '/api/reservations/90001/messages';
const SEND = `${THREAD}/send-message-to-guest`;
const LIST = '/api/custom-placeholders';
const PIN = { key: 'latchkeyPin', defaultValue: '4711', type: 1, foreignId: 90_001 };

type Caller = ReturnType<typeof smoobuCaller>;
const withSmoobu = (
  use: (call: Caller, smoobu: DemoClouds['smoobu'], advance: (durationMs: number) => void) => Promise<void>,
  smoobuSwitches: Partial<SmoobuSwitches> = {},
) =>
  withClouds(async (clouds, clock) => use(smoobuCaller(clouds, clock), clouds.smoobu, (durationMs) => clock.advance(durationMs)), {
    smoobuSwitches,
  });
const all = async (call: Caller): Promise<readonly unknown[]> =>
  field((await call('GET', `${THREAD}?onlyRelatedToGuest=false`)).json, 'messages') as readonly unknown[];
const texts = async (call: Caller) => (await all(call)).map((message) => field(message, 'message'));
const listed = (reply: Reply) => field(reply.json, 'customPlaceholders') as readonly unknown[];
const write = (text: string, more: Partial<MessageInput> = {}): MessageInput => ({ bookingId: 90_001, from: 'host', text, ...more });

it('accepts the published signatures over bodies, and none over another body', async () => {
  const vector = z.object({
    name: z.string(),
    method: z.string(),
    path: z.string(),
    body: z.string(),
    timestamp: z.string(),
    nonce: z.string(),
  });
  const file = z
    .object({ vectors: z.array(vector.extend({ signature: z.string(), key: z.string() })) })
    .parse(JSON.parse(readFileSync(new URL('../../clouds/smoobu/hmac-vectors.json', import.meta.url), 'utf8')));
  const posts = file.vectors.filter(({ method, timestamp }) => method === 'POST' && timestamp === '2026-11-23T09:15:30Z');
  expect(posts.length).toBeGreaterThanOrEqual(2);
  await withClouds(
    async (clouds) => {
      for (const { path, body, timestamp, nonce, signature, key } of posts) {
        const headers = { 'User-Agent': 'latchkey-test', 'X-API-Key': key, 'X-Timestamp': timestamp, 'X-Nonce': nonce };
        const send = (sent: string) =>
          fetch(`${clouds.smoobu.url}${path}`, { method: 'POST', body: sent, headers: { ...headers, 'X-Signature': signature } });
        expect((await send(`${body} `)).status).toBe(401);
        expect((await send(body)).status).toBe(201);
      }
      expect(clouds.smoobu.sentMessages().map(({ text }) => text)).toEqual(['Grüße, Zoë! Code: 4711# – gültig ab 15:00 ✓']);
      expect(clouds.smoobu.placeholders()).toMatchObject([{ key: 'doorPin', defaultValue: '4711', foreignId: 4_711_001 }]);
      expect((await smoobuGet(clouds, '/api/me', { nonce: 'n', signedBody: 'x' })).status).toBe(401);
    },
    { seed: tinySeed([BOOKING, { ...BOOKING, id: 4_711_001 }]) },
  );
});

describe('threads', () => {
  it('have 25 messages a page, the oldest first, and hide the host’s unless asked for', () =>
    withSmoobu(async (call, smoobu) => {
      for (let index = 0; index < 60; index += 1)
        smoobu.addMessage(write(`m${String(index)}`, { from: index % 2 === 0 ? 'guest' : 'host' }));
      const guests = await call('GET', THREAD);
      expect(guests.json).toMatchObject({ page_count: 2, page_size: 25, total_items: 30, page: 1 });
      const last = await call('GET', `${THREAD}?onlyRelatedToGuest=false&page=3&pageSize=100`);
      const messages = field(last.json, 'messages') as readonly unknown[];
      expect(messages.map((message) => [field(message, 'message'), field(message, 'type')])).toEqual(
        Array.from({ length: 10 }, (_, index) => [`m${String(50 + index)}`, index % 2 === 0 ? 1 : 2]),
      );
      expect(field((await call('GET', `${THREAD}?onlyRelatedToGuest=false&page=9`)).json, 'messages')).toEqual(messages);
      expect((await call('GET', '/api/reservations/90009/messages')).status).toBe(404);
    }));

  it.each([
    ['201', 201, 'Resource created successfully'],
    ['201-with-id', 201, { id: 610_001 }],
    ['200', 200, 'Resource created successfully'],
  ] as const)('answer a sent message as the switch %s says', (sentAnswer, status, json) =>
    withSmoobu(
      async (call) => {
        expect(await call('POST', SEND, { messageBody: 'Hello & welcome,\nZoë' })).toMatchObject({ status, json });
        expect(await all(call)).toEqual([
          {
            id: 610_001,
            subject: '',
            message: 'Hello & welcome,\nZoë',
            htmlMessage: '<p>Hello &amp; welcome,<br />\nZoë</p>',
            type: 2,
            createdAt: '2026-11-23 10:15:00',
          },
        ]);
      },
      { sentAnswer },
    ),
  );

  it('show a sent message late, in UTC or without HTML', () =>
    withSmoobu(
      async (call, _smoobu, advance) => {
        await call('POST', SEND, { messageBody: 'Hello' });
        advance(19 * 60_000);
        expect(await all(call)).toEqual([]);
        advance(60_000);
        expect(await all(call)).toMatchObject([{ message: 'Hello', htmlMessage: '', createdAt: '2026-11-23 09:15:00' }]);
      },
      { threadLagMinutes: 20, messageHtml: 'empty', messageZone: 'UTC' },
    ));

  it.each([true, false])('lose what follows too fast: %s', (dropBursts) =>
    withSmoobu(
      async (call, smoobu, advance) => {
        for (const [text, pauseMs] of [
          ['one', 0],
          ['two', 1_000],
          ['three', 2_500],
        ] as const) {
          advance(pauseMs);
          expect((await call('POST', SEND, { messageBody: text })).status).toBe(201);
        }
        expect(await texts(call)).toEqual(dropBursts ? ['one', 'three'] : ['one', 'two', 'three']);
        expect(smoobu.sentMessages(90_001).map(({ text, arrived }) => [text, arrived])).toEqual([
          ['one', true],
          ['two', !dropBursts],
          ['three', true],
        ]);
        expect(smoobu.sentMessages(90_002)).toEqual([]);
      },
      { dropBursts },
    ),
  );

  it('keep automatic messages twice, with a subject', () =>
    withSmoobu(async (call, smoobu) => {
      smoobu.addMessage(write('See you soon', { automatic: true }));
      smoobu.addMessage(write('By hand', { type: 1 }));
      expect((await all(call)).map((message) => [field(message, 'subject'), field(message, 'type')])).toEqual([
        ['Your stay', 2],
        ['Your stay', 2],
        ['', 1],
      ]);
      smoobu.setSwitches({ automaticTwice: false, messagesForm: 'array' });
      smoobu.addMessage(write('Bye', { automatic: true }));
      expect((await call('GET', `${THREAD}?onlyRelatedToGuest=false`)).json).toHaveLength(4);
    }));

  it('have news for the host, and none for inquiries or without a text', () =>
    withSmoobu(async (call, smoobu) => {
      expect((await call('POST', `${THREAD}/send-message-to-host`, { messageBody: 'Look', internal: true })).status).toBe(201);
      expect(smoobu.sentMessages()).toMatchObject([{ to: 'host', text: 'Look' }]);
      expect((await call('POST', SEND, { message: 'wrong key' })).status).toBe(400);
      expect((await call('PUT', SEND, { messageBody: 'x' })).status).toBe(404);
      smoobu.changeBooking(90_001, { type: 'inquiry' });
      expect((await call('POST', SEND, { messageBody: 'x' })).status).toBe(404);
      expect((await call('GET', THREAD)).status).toBe(404);
    }));

  it('begin with the seed’s messages', () => {
    const seed = tinySeed();
    return withClouds(async (clouds, clock) => expect(await texts(smoobuCaller(clouds, clock))).toEqual(['Your code is 0815']), {
      seed: { ...seed, smoobu: { ...seed.smoobu, messages: [write('Your code is 0815')] } },
    });
  });
});

describe('placeholders', () => {
  it('are created, listed, changed and deleted', () =>
    withSmoobu(async (call) => {
      expect(await call('POST', LIST, PIN)).toMatchObject({ status: 201, json: { id: 4001 } });
      expect(listed(await call('GET', LIST))).toEqual([{ id: 4001, ...PIN, translations: [] }]);
      expect((await call('PUT', `${LIST}/4001`, { ...PIN, defaultValue: '0815' })).status).toBe(200);
      expect((await call('GET', `${LIST}/4001`)).json).toMatchObject({ defaultValue: '0815' });
      expect((await call('DELETE', `${LIST}/4001`)).status).toBe(204);
      expect(await call('DELETE', `${LIST}/4001`)).toMatchObject({ status: 404, json: { status: 404 } });
      expect((await call('PUT', `${LIST}/4001`, PIN)).status).toBe(404);
      expect(listed(await call('GET', LIST))).toEqual([]);
    }));

  it.each([{ key: '' }, { defaultValue: 4711 }, { type: 3 }, { foreignId: null }])('are not created from %j', (wrong) =>
    withSmoobu(async (call) => {
      expect((await call('POST', LIST, { ...PIN, ...wrong })).status).toBe(400);
      expect((await call('POST', LIST, { ...PIN, foreignId: 1 })).status).toBe(404);
    }),
  );

  it('refuse or double a key that exists', () =>
    withSmoobu(async (call, smoobu) => {
      await call('POST', LIST, PIN);
      expect((await call('POST', LIST, PIN)).status).toBe(400);
      smoobu.setSwitches({ takenPlaceholder: 'second' });
      expect((await call('POST', LIST, PIN)).status).toBe(201);
      expect(smoobu.placeholders()).toHaveLength(2);
    }));

  it.each([
    ['refused', 400],
    ['no-route', 404],
  ] as const)('cannot be changed or deleted: %s', (how, status) =>
    withSmoobu(
      async (call, smoobu) => {
        const { id } = smoobu.addPlaceholder(PIN);
        expect((await call('PUT', `${LIST}/${String(id)}`, PIN)).status).toBe(status);
        expect((await call('DELETE', `${LIST}/${String(id)}`)).status).toBe(status);
        expect(smoobu.placeholders()).toEqual([{ ...PIN, id, translations: {} }]);
      },
      { placeholderUpdate: how, placeholderDelete: how },
    ),
  );

  it('are listed in the form of the switches', () =>
    withSmoobu(async (call, smoobu) => {
      for (let index = 0; index < 12; index += 1) smoobu.addPlaceholder({ ...PIN, key: `k${String(index)}`, translations: { fr: '1' } });
      smoobu.setSwitches({ placeholdersForm: 'pages' });
      const second = await call('GET', `${LIST}?page=2`);
      expect(second.json).toMatchObject({ page_count: 2, total_items: 12, page: 2, customPlaceholders: [{ key: 'k10' }, { key: 'k11' }] });
      smoobu.setSwitches({ placeholdersForm: 'array', placeholderIds: 'missing', listsTranslations: false });
      const [first] = (await call('GET', LIST)).json as readonly unknown[];
      expect(first).toEqual({ ...PIN, key: 'k0' });
      expect((await call('POST', LIST, PIN)).json).toBe('Resource created successfully');
      smoobu.setSwitches({ account: 'other' });
      expect((await call('GET', LIST)).json).toEqual([]);
    }));
});

describe('templates of the host', () => {
  const TEMPLATE = 'Hi [firstGuestName], [apartment]: [latchkeyPin]';

  it('show what is set at this moment, in the guest’s language where there is one', () =>
    withSmoobu(async (_call, smoobu) => {
      expect(smoobu.renderTemplate(TEMPLATE, 90_001)).toBe('Hi Ada, Loft: ');
      smoobu.setSwitches({ unsetPlaceholder: 'literal' });
      expect(smoobu.renderTemplate(TEMPLATE, 90_001)).toBe('Hi Ada, Loft: [latchkeyPin]');
      const { id } = smoobu.addPlaceholder(PIN);
      expect(smoobu.renderTemplate(TEMPLATE, 90_001)).toBe('Hi Ada, Loft: 4711');
      smoobu.changePlaceholder(id, { translations: { fr: '0815' } });
      expect(smoobu.renderTemplate(TEMPLATE, 90_001)).toBe('Hi Ada, Loft: 4711');
      smoobu.changeBooking(90_001, { language: 'FR' });
      expect(smoobu.renderTemplate(TEMPLATE, 90_001)).toBe('Hi Ada, Loft: 0815');
      smoobu.removePlaceholder(id);
      expect(smoobu.renderTemplate('[latchkeyPin]', 90_001)).toBe('[latchkeyPin]');
      expect(() => smoobu.renderTemplate(TEMPLATE, 1)).toThrow('no booking');
      await Promise.resolve();
    }));

  it('prefer the booking’s value to the apartment’s, or the other way round', () =>
    withSmoobu(async (_call, smoobu) => {
      smoobu.addPlaceholder({ ...PIN, defaultValue: '9999', type: 2, foreignId: 500_037 });
      expect(smoobu.renderTemplate('[latchkeyPin]', 90_001)).toBe('9999');
      smoobu.addPlaceholder(PIN);
      expect(smoobu.renderTemplate('[latchkeyPin]', 90_001)).toBe('4711');
      smoobu.setSwitches({ winningPlaceholder: 'apartment' });
      expect(smoobu.renderTemplate('[latchkeyPin]', 90_001)).toBe('9999');
      await Promise.resolve();
    }));
});
