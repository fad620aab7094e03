/** What the window asks about messages. A guest who is staying, one who arrives tomorrow, and one in ten days. */
import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../../shared/domain/settings.ts';
import type { Settings } from '../../../../shared/domain/settings.ts';
import { noStayWish } from '../../../../shared/domain/wishes.ts';
import { toldKey } from '../../../../shared/domain/told.ts';
import { contract } from '../../../../shared/ipc/contract.ts';
import type { CallName } from '../../../../shared/ipc/channels.ts';
import type { CallAnswer } from '../../../../shared/ipc/contract.ts';
import { plan } from '../../../../shared/reconcile/plan.ts';
import { ok } from '../../../../shared/result.ts';
import { createPinVault } from '../../../storage/keychain/pin-vault.ts';
import { booking, code, date, input, pin, settings as plainSettings } from '../../../../tests/reconcile/fixtures.ts';
import { desktopHost } from '../../../../tests/support/app/desktop-host.ts';
import { bookingId } from '../../../../tests/support/ids.ts';
import { buildReport } from '../../run/report.ts';
import type { RunReport } from '../../../../shared/domain/run.ts';

const STAYING = { id: 12, arrival: date('2026-11-22'), departure: date('2026-11-24'), language: 'de' };
const TOMORROW = { id: 13, arrival: date('2026-11-24'), departure: date('2026-11-27') };
const LATER = { id: 14, arrival: date('2026-12-03'), departure: date('2026-12-05') };
const CODES = [
  code({ id: 900, pin: pin('4711'), startDate: date('2026-11-22'), endDate: date('2026-11-24') }),
  code({ id: 901, pin: pin('5822'), description: 'Smoobu#13' }),
  code({ id: 902, pin: pin('6933'), description: 'Smoobu#14', startDate: date('2026-12-03'), endDate: date('2026-12-05') }),
];
const PINS = ['4711', '5822', '6933'];

function host({
  stored = {},
  codes = CODES,
  keyed = true,
}: { stored?: Record<string, unknown>; codes?: typeof CODES; keyed?: boolean } = {}) {
  const settings = settingsSchema.parse({ ...plainSettings(), setup: { done: true }, ...stored });
  const copied: string[] = [];
  const ran: RunReport[] = [];
  const app = desktopHost(settings);
  const ports = {
    ...app.ports,
    screen: { ...app.ports.screen, copyBriefly: (text: string) => void copied.push(text) },
    accounts: { ...app.ports.accounts, pinVault: async () => ok(createPinVault(keyed ? new Uint8Array(32).fill(7) : null)) },
  };
  const set = { codes, bookings: [STAYING, TOMORROW, LATER], muted: false };
  const looking = desktopHost(settings, {
    ...ports,
    look: async (_claim, now) => {
      const wishes = {
        ...input().wishes,
        stays: new Map(set.muted ? [[bookingId(13), { ...noStayWish(), noMessages: true as const }]] : []),
      };
      const read = {
        ...input({ bookings: set.bookings.map((one) => booking(one)), codes: set.codes, settings: now, wishes }),
        memory: app.ports.history.memory(),
      };
      return ok({ report: reportOf(read), input: read });
    },
    run: async (request) => {
      const report = {
        ...reportOf(input({ settings: request.settings })),
        told: [{ bookingId: bookingId(13), way: 'message' as const, kind: 'code' as const, state: 'sent' as const, atMs: 1, reason: null }],
      };
      ran.push(report);
      return ok(report);
    },
  });
  const call = async (name: CallName, request: object | null): Promise<unknown> => {
    const handler = looking.calls[name] as (given: unknown) => CallAnswer<CallName> | Promise<CallAnswer<CallName>>;
    const answer = await handler(contract[name].input.parse(request));
    const shown = answer.ok ? contract[name].output.parse(answer.value) : answer.error;
    for (const digits of PINS) expect(JSON.stringify(shown)).not.toContain(digits);
    return answer.ok ? shown : answer.error.detail;
  };
  const start = (more: object = {}): Promise<unknown> =>
    call('messages.start', { way: 'message', key: null, alreadyTold: { kind: 'usual' }, confirmed: null, ...more });
  const now = (): Settings => looking.ports.settings.read();
  const told = (id: number) => app.ports.history.memory().remembered.told.get(toldKey(bookingId(id), 'message'));
  return { ...looking, set, copied, ran, call, start, now, told, history: app.ports.history };
}

function reportOf(read: ReturnType<typeof input>): RunReport {
  const planned = plan(read);
  return buildReport({
    run: { id: 'r', mode: 'live', trigger: 'act', outcome: 'ok', startedAtMs: read.nowMs, finishedAtMs: read.nowMs },
    ...{ plan: planned, statuses: new Map(), codeIds: new Map(), problems: planned.problems, requests: { smoobu: 1, theKeys: 1 } },
  });
}

describe('the message of one guest', () => {
  it('is shown with dots, in the language of the guest', async () => {
    const { call } = host();
    expect(await call('messages.preview', { bookingId: 12 })).toMatchObject({
      language: 'de',
      text: expect.stringContaining('••••') as string,
    });
    expect(await call('messages.preview', { bookingId: 99 })).toBe('stay-unknown');
  });
  it('is copied with its digits by main, and recorded as shown', async () => {
    const { call, copied, history } = host();
    expect(await call('messages.copy', { bookingId: 12 })).toEqual({ language: 'de' });
    expect(copied).toMatchObject([expect.stringContaining('4711')]);
    expect(history.listEvents(5)).toMatchObject([{ kind: 'pin-revealed', bookingId: 12, lockId: 11, keypadId: 'KpAlpha1' }]);
    expect(JSON.stringify(history.listEvents(5))).not.toContain('4711');
  });
  it('is copied without a PIN key too, and only where every door was verified', async () => {
    const withoutKey = host({ keyed: false });
    expect(await withoutKey.call('messages.copy', { bookingId: 12 })).toEqual({ language: 'de' });
    const missing = host({ codes: [] });
    expect(await missing.call('messages.copy', { bookingId: 12 })).toBe('not-verified');
    const off = host({ codes: [code({ id: 900, active: false, startDate: date('2026-11-22'), endDate: date('2026-11-24') })] });
    expect(await off.call('messages.copy', { bookingId: 12 })).toBe('blocked');
    expect([missing.copied, off.copied, missing.history.listEvents(5)]).toEqual([[], [], []]);
  });
});

describe('messages.start', () => {
  const seen = { tells: [13, 14], told: [12] };
  it('shows what would go to whom, and switches nothing on', async () => {
    const app = host();
    expect(await app.start()).toMatchObject({
      kind: 'plan',
      lines: [
        { bookingId: 12, will: 'told', mayTick: true, guest: 'Anna Müller', unit: 'Flat 1', arrival: '2026-11-22' },
        { bookingId: 13, will: 'now', mayTick: true },
        { bookingId: 14, will: 'later', mayTick: true },
      ],
      more: 0,
    });
    expect(app.now().sending.message).toBe(false);
    expect(app.told(12)).toBeUndefined();
  });
  it('starts with exactly what the user has seen', async () => {
    const app = host();
    expect(await app.start({ confirmed: seen })).toEqual({ kind: 'started' });
    expect(app.now().sending).toMatchObject({ message: true, placeholder: false });
    expect([app.told(12)?.known?.state, app.told(13)]).toEqual(['told-by-user', undefined]);
    expect(app.history.memory().remembered['way-started'].has('message')).toBe(true);
  });
  it('follows the ticks of the user, both ways', async () => {
    const app = host();
    await app.start({ confirmed: { tells: [12, 14], told: [13] } });
    expect([app.told(12), app.told(13)?.known?.state]).toEqual([undefined, 'told-by-user']);
  });
  it('is refused when whom it tells has changed, or was never so', async () => {
    for (const confirmed of [
      { tells: [13], told: [12] },
      { tells: [13, 14, 15], told: [12] },
      { tells: [13, 14], told: [] },
      { tells: [], told: [12, 13, 14, 15] },
    ]) {
      const app = host();
      expect(await app.start({ confirmed }), JSON.stringify(confirmed)).toBe('changed');
      expect(app.now().sending.message).toBe(false);
      expect(app.history.memory().remembered['way-started'].size).toBe(0);
    }
    const app = host();
    app.set.muted = true;
    expect(await app.start({ confirmed: seen })).toBe('changed');
    app.set.codes = CODES.slice(1);
    app.set.muted = false;
    // Whose code is gone cannot count as told.
    expect(await app.start({ confirmed: seen })).toBe('changed');
  });
  it('needs the PIN key, and the first steps', async () => {
    expect(await host({ keyed: false }).start()).toBe('no-pin-key');
    expect(await host({ stored: { setup: { done: false } } }).start()).toBe('first-steps');
  });
  it('of placeholders takes their name, and tells who gets one', async () => {
    const app = host();
    const placeholder = { way: 'placeholder', key: 'doorPin' };
    expect(await app.start({ ...placeholder, key: '1' })).toBe('bad-key');
    expect(await app.start(placeholder)).toMatchObject({ lines: [{ bookingId: 12, will: 'now' }, { will: 'now' }, { will: 'later' }] });
    expect(await app.start({ ...placeholder, confirmed: { tells: [12, 13, 14], told: [] } })).toEqual({ kind: 'started' });
    expect(app.now()).toMatchObject({ sending: { placeholder: true, message: false }, messages: { placeholder: { key: 'doorPin' } } });
  });
  it('of the other ways tells nobody', async () => {
    const app = host();
    expect(await app.start({ way: 'host' })).toEqual({ kind: 'plan', lines: [], more: 0 });
    await app.start({ way: 'host', confirmed: { tells: [], told: [] } });
    expect(app.now().sending).toEqual({ placeholder: false, message: false, threads: false, host: true });
    expect(await app.call('messages.stop', { way: 'host' })).toEqual({ wasOn: true });
    expect(await app.call('messages.stop', { way: 'host' })).toEqual({ wasOn: false });
    expect(app.now().sending.host).toBe(false);
  });
});

describe('one guest, now', () => {
  it('is sent what is due by a run for that stay', async () => {
    const app = host();
    expect(await app.call('messages.send', { bookingId: 13 })).toBe('not-started');
    await app.start({ confirmed: { tells: [13, 14], told: [12] } });
    const before = app.ran.length;
    expect(await app.call('messages.send', { bookingId: 12 })).toBe('told-already');
    expect(await app.call('messages.send', { bookingId: 14 })).toMatchObject({ isSent: true, run: { operations: [] } });
    expect(app.ran.length).toBeGreaterThan(before);
    expect(app.told(14)?.wanted).not.toBeNull();
  });
  it('counts as told when the user says so, though messages are off', async () => {
    const app = host();
    expect(await app.call('messages.mark-told', { bookingId: 13 })).toBeNull();
    expect(app.history.listEvents(5)).toMatchObject([{ kind: 'told', bookingId: 13, way: 'copy', state: 'told-by-user', by: 'user' }]);
    expect(app.history.memory().remembered.told.get(toldKey(bookingId(13), 'copy'))?.known?.state).toBe('told-by-user');
    expect(await app.call('messages.mark-told', { bookingId: 99 })).toBe('stay-unknown');
  });
});
