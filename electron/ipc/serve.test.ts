import { main } from '../../shared/i18n/en/main.ts';
import { describe, expect, it } from 'vitest';
import type { Logger } from '../app/ports/system.ts';
import { CALL_CHANNEL, CALLS } from '../../shared/ipc/channels.ts';
import type { CallHandlers } from '../../shared/ipc/contract.ts';
import { sampleSnapshot } from '../../tests/support/snapshot.ts';
import type { IpcEnvelope } from '../../shared/ipc/result.ts';
import { err, ok } from '../../shared/result.ts';
import type { CallBudgets } from './call-budgets.ts';
import { serveCalls } from './serve.ts';
import type { CallSource } from './serve.ts';
import type { SenderFacts } from './trusted-sender.ts';

const SECRET = 'hunter-22-secret';
/** Shows only what would go to whom. */
const START = { way: 'message', key: null, alreadyTold: { kind: 'usual' }, confirmed: null };
const event: SenderFacts = { sender: {}, senderFrame: null };

function serving(
  handlers: Partial<CallHandlers> = {},
  options: { trusted?: boolean; maxPayloadBytes?: number; begin?: CallBudgets['begin'] } = {},
) {
  const channels = new Map<string, Parameters<CallSource['handle']>[1]>();
  const lines: string[] = [];
  const log: Logger = { log: (level, message, fields) => void lines.push(`${level} ${message} ${JSON.stringify(fields ?? {})}`) };
  const missing = Object.fromEntries(
    CALLS.map((name) => [
      name,
      () => {
        throw new Error(`${name} was not expected`);
      },
    ]),
  ) as unknown as CallHandlers;
  const server = serveCalls({
    refusalOf: (error) => (error instanceof RangeError ? { detail: 'disk-full', message: 'The disk is full.' } : null),
    ipcMain: {
      handle: (channel, listener) => void channels.set(channel, listener),
      removeHandler: (channel) => void channels.delete(channel),
    },
    isTrusted: () => options.trusted ?? true,
    handlers: { ...missing, ...handlers },
    log,
    budgets: { begin: options.begin ?? (async () => () => undefined) },
    messageOf: (kind) => main[`refusal.${kind}`],
    ...(options.maxPayloadBytes === undefined ? {} : { maxPayloadBytes: options.maxPayloadBytes }),
  });
  const call = async (...args: unknown[]): Promise<IpcEnvelope<unknown>> => {
    const text = await channels.get(CALL_CHANNEL)?.(event, ...args);
    if (text === undefined) throw new Error('nobody answers');
    return JSON.parse(text) as IpcEnvelope<unknown>;
  };
  return { call, lines, channels, server };
}

describe('serveCalls', () => {
  it('answers on one channel until it is closed', async () => {
    const { call, channels, server } = serving({ 'snapshot.get': () => ok(sampleSnapshot()) });
    expect([...channels.keys()]).toEqual([CALL_CHANNEL]);
    expect(await call('snapshot.get', null)).toEqual({ ok: true, value: sampleSnapshot() });
    server.close();
    expect(channels.size).toBe(0);
  });

  it('answers what any call can end with as a refusal, and logs no bug', async () => {
    const { call, lines } = serving({
      'snapshot.get': () => {
        throw new RangeError('full');
      },
    });
    const error = { kind: 'refused', detail: 'disk-full', message: 'The disk is full.' };
    expect(await call('snapshot.get', null)).toEqual({ ok: false, error });
    expect(lines).toEqual([]);
  });

  it('refuses a call that its budget refuses, and tells the budget when a call has ended, also when it fails', async () => {
    const ended: string[] = [];
    const begin: CallBudgets['begin'] = async (name) => (name === 'logs.open' ? null : () => void ended.push(name));
    const { call } = serving({ 'snapshot.get': () => ok(sampleSnapshot()) }, { begin });
    expect(await call('logs.open', null)).toEqual({
      ok: false,
      error: { kind: 'refused', detail: 'too-often', message: main['refusal.too-often'] },
    });
    await call('snapshot.get', null);
    await call('backup.save', null);
    expect(ended).toEqual(['snapshot.get', 'backup.save']);
  });

  it('passes the checked request to the handler', async () => {
    const seen: unknown[] = [];
    const { call } = serving({
      'credentials.save': async (request) => {
        seen.push(request);
        return ok({ stored: true, userName: null, lastTest: { atMs: 1, failure: null } });
      },
    });
    await call('credentials.save', { cloud: 'smoobu', apiKey: ' k ', apiSecret: 's' });
    expect(seen).toEqual([{ cloud: 'smoobu', apiKey: 'k', apiSecret: 's' }]);
  });

  it('rejects a sender other than our window before reading the payload', async () => {
    const { call, lines } = serving({}, { trusted: false });
    expect(await call('snapshot.get', null)).toMatchObject({ ok: false, error: { kind: 'not-trusted' } });
    expect(await call({ odd: SECRET })).toMatchObject({ ok: false, error: { kind: 'not-trusted' } });
    expect(lines.join()).not.toContain(SECRET);
  });

  it.each([['nothing'], [undefined], [{}], ['__proto__'], ['constructor'], ['toString'], [['snapshot.get']], [7]])(
    'rejects the call %s',
    async (name) => {
      expect(await serving().call(name, null)).toMatchObject({ ok: false, error: { kind: 'bad-request', detail: 'unknown-call' } });
    },
  );

  it('rejects payloads that are too large, not plain or malformed, and does not log their contents', async () => {
    const { call, lines } = serving({}, { maxPayloadBytes: 2000 });
    const detail = async (payload: unknown): Promise<unknown> => {
      const answer = await call('holds.dismiss', payload);
      return answer.ok ? 'ok' : [answer.error.kind, answer.error.detail];
    };
    expect(await detail({ key: SECRET.repeat(200) })).toEqual(['bad-request', 'too-large']);
    expect(await detail(new Map([[SECRET, 1]]))).toEqual(['bad-request', 'malformed']);
    expect(await detail({ key: [SECRET] })).toEqual(['bad-request', 'malformed']);
    expect(await detail({ key: 'k', [SECRET]: 1 })).toEqual(['bad-request', 'malformed']);
    expect(await detail(undefined)).toEqual(['bad-request', 'malformed']);
    expect(await call('holds.dismiss', { key: 'k' }, 'surplus')).toMatchObject({ ok: false, error: { kind: 'bad-request' } });
    expect(lines).toHaveLength(6);
    expect(lines.join()).not.toContain(SECRET);
  });

  it.each([
    ['messages.copy', { bookingId: '1' }],
    ['messages.copy', { bookingId: 1.5 }],
    ['messages.copy', { bookingId: 1, text: SECRET }],
    ['messages.copy', [1]],
    ['messages.preview', { bookingId: null }],
    ['messages.send', { bookingId: 1, text: SECRET }],
    ['messages.send', { bookingIds: [1] }],
    ['messages.mark-told', { bookingId: -1 }],
    ['messages.stop', { way: 'all' }],
    ['messages.stop', { way: '__proto__' }],
    ['messages.start', {}],
    ['messages.start', { ...START, way: 'copy' }],
    ['messages.start', { ...START, way: ['message'] }],
    ['messages.start', { ...START, key: SECRET.repeat(10) }],
    ['messages.start', { ...START, alreadyTold: { kind: 'chosen', bookingIds: [1] } }],
    ['messages.start', { ...START, alreadyTold: { kind: 'until', date: '2026-13-01' } }],
    ['messages.start', { ...START, confirmed: true }],
    ['messages.start', { ...START, confirmed: { tells: [1] } }],
    ['messages.start', { ...START, confirmed: { tells: [1], told: ['2'] } }],
    ['messages.start', { ...START, confirmed: { tells: Array.from({ length: 10_001 }, (_, id) => id), told: [] } }],
    ['messages.start', { ...START, confirmed: { tells: [], told: [], all: true } }],
  ])('rejects a payload that is none before the handler of %s: %o', async (name, payload) => {
    const { call, lines } = serving();
    expect(await call(name, payload)).toMatchObject({ ok: false, error: { kind: 'bad-request', detail: 'malformed' } });
    expect(lines.join()).not.toContain(SECRET);
  });

  it('lets no text with digits out of messages.copy', async () => {
    const { call, lines } = serving({ 'messages.copy': () => ok({ language: 'en', text: SECRET } as { language: 'en' }) });
    expect(await call('messages.copy', { bookingId: 1 })).toMatchObject({ ok: false, error: { kind: 'internal', detail: null } });
    expect(lines.join()).not.toContain(SECRET);
  });

  it('passes a refusal on with its detail and message, and nothing else', async () => {
    const refusal = { detail: 'keychain-locked', message: 'Unlock the keychain.', secret: SECRET };
    const { call, lines } = serving({ 'logs.open': () => err(refusal) });
    expect(await call('logs.open', null)).toEqual({
      ok: false,
      error: { kind: 'refused', detail: 'keychain-locked', message: 'Unlock the keychain.' },
    });
    expect(lines).toEqual([]);
  });

  it.each([
    ['throws', () => Promise.reject(new TypeError(`cannot read ${SECRET}`))],
    [
      'throws something else',
      () => {
        // Some libraries throw strings.
        throw SECRET as unknown as Error;
      },
    ],
    ['answers with an unlisted field', () => ok({ pin: '4821', hideAfterMs: 20_000 as const, password: SECRET })],
    ['answers with a value that does not fit', () => ok({ pin: SECRET, hideAfterMs: 20_000 as const })],
  ])('answers "internal" without details when a handler %s', async (_what, handler) => {
    const { call, lines } = serving({ 'code.reveal': handler });
    const answer = await call('code.reveal', { lockId: 2, codeId: 3 });
    expect(answer).toEqual({
      ok: false,
      error: { kind: 'internal', detail: null, message: main['refusal.internal'] },
    });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^error .*code\.reveal/);
    expect(lines[0]).not.toContain(SECRET);
  });

  it('leaves out a row that does not fit, and answers with the others', async () => {
    const snapshot = sampleSnapshot();
    const [stay] = snapshot.stays;
    if (stay === undefined) throw new Error('the sample has a stay');
    const tooLong = { ...stay, stay: { ...stay.stay, unitName: SECRET.repeat(100) } };
    const { call, lines } = serving({ 'snapshot.get': () => ok({ ...snapshot, stays: [tooLong, stay] }) });
    expect(await call('snapshot.get', null)).toEqual({ ok: true, value: snapshot });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^error rows left out/);
    expect(lines[0]).not.toContain(SECRET);
  });
});
