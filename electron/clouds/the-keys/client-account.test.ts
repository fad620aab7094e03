/** What the client reads of the account and its gateways, in whatever form it comes. */
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../shared/secret.ts';
import { localNow } from '../../../shared/time.ts';
import { TheKeysClient } from './client.ts';
import {
  answerOf,
  createScriptedTransport,
  createTestClock,
  createTestLog,
  enveloped,
  LOGIN_TARGET,
  signedIn,
} from '../../../tests/support/the-keys-client.ts';
import type { HttpOutcome } from '../http/types.ts';

function build(answer: (nowMs: number) => HttpOutcome) {
  const clock = createTestClock();
  const transport = createScriptedTransport((request) => (request.target === LOGIN_TARGET ? signedIn('T') : answer(clock.nowMs())));
  const credentials = { username: '+33600000001', password: new Secret('open sesame') };
  return { clock, transport, client: new TheKeysClient({ transport, credentials, clock, log: createTestLog() }) };
}
const LOCK = { id: 7, nom: 'Flat', logSequence: '12', accessoires: [{ accessoire: { id: '902', type: 1 }, info: null }] };

describe('the account', () => {
  it('is read with its locks in one request', async () => {
    const { client, transport } = build(() => enveloped({ id: '31', serrures: [LOCK] }));
    expect(await client.readAccount()).toMatchObject({
      ok: true,
      value: { id: 31, locks: [{ id: 7, logSequence: 12, gateway: { seenAtMs: null, ids: [902] } }] },
    });
    expect(transport.calls()).toEqual(['/fr/api/v2/utilisateur/get/%2B33600000001?_format=json']);
  });

  it.each([
    [enveloped({ id: 31, serrures: 'none' }), { ok: true, value: { id: 31, locks: null } }],
    [enveloped({ serrures: [] }), { ok: true, value: { id: null, locks: [] } }],
    [enveloped({}), { ok: false, error: { kind: 'bad-response' } }],
    [enveloped(null), { ok: false, error: { kind: 'not-found' } }],
  ])('is read as far as it can be (%#)', async (outcome, expected) => {
    expect(await build(() => outcome).client.readAccount()).toMatchObject(expected);
  });
});

const AGO_MS = 3 * 3_600_000;
const at = (nowMs: number): string => `${localNow('Europe/Paris', nowMs - AGO_MS).replace('T', ' ')}:00`;

describe('a gateway', () => {
  it('says when it was last seen', async () => {
    const { client, clock, transport } = build((nowMs) => enveloped({ info: { last_seen: at(nowMs) } }));
    const seen = await client.readGateway(902);
    expect(seen.ok && (clock.nowMs() - AGO_MS - (seen.value ?? 0)) / 60_000).toBeCloseTo(0.5, 0);
    expect(transport.calls()).toEqual(['/fr/api/v2/accessoire/get/902?_format=json']);
  });

  it.each([
    [enveloped({ info: { last_seen: 'yesterday' } }), { ok: true, value: null }],
    [enveloped({ info: { last_seen: { date: null } } }), { ok: true, value: null }],
    [enveloped({ info: [] }), { ok: true, value: null }],
    [enveloped(null), { ok: true, value: null }],
    [answerOf(500, ''), { ok: false, error: { kind: 'server-error' } }],
    [answerOf(403, ''), { ok: false, error: { kind: 'forbidden' } }],
  ])('does not say it, or cannot be read (%#)', async (outcome, expected) => {
    expect(await build(() => outcome).client.readGateway(902)).toMatchObject(expected);
  });
});
