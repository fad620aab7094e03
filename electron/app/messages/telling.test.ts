/** Telling guests as part of a run: what was read decides, each way where it is on, and nothing with a PIN is kept. */
import { readFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { personId } from '../../../tests/support/ids.ts';
import type { Code } from '../../../shared/domain/code.ts';
import type { PlanInput } from '../../../shared/domain/plan.ts';
import { settingsSchema } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { noStayWish, wishesSchema } from '../../../shared/domain/wishes.ts';
import type { StayWish } from '../../../shared/domain/wishes.ts';
import { answerEffect, openQuestions } from '../../../shared/questions/registry.ts';
import { plan } from '../../../shared/reconcile/plan.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { booking, code, DOOR, input, NOW_MS, SECOND_DOOR, settings } from '../../../tests/reconcile/fixtures.ts';
import { fakeGuests } from '../../../tests/support/fake-guests.ts';
import type { FakeGuests } from '../../../tests/support/fake-guests.ts';
import { temporaryHistory } from '../../../tests/support/history.ts';
import { windowOf } from '../../../tests/support/to-tell.ts';
import { createPinVault } from '../../storage/keychain/pin-vault.ts';
import type { HistoryStore } from '../ports/storage.ts';
import { buildReport } from '../run/report.ts';
import { readStays } from '../../../shared/readiness/read-stays.ts';
import type { RunToTell } from './guest-telling.ts';
import { createGuestTelling } from './telling.ts';
import type { TellingPorts } from './telling.ts';

const vault = createPinVault(new Uint8Array(32).fill(7));
const files = temporaryHistory();
const ID = booking().id;
const START_MS = Date.parse('2026-11-24T14:00:00Z');
const MESSAGES_ON = { sending: { message: true }, messages: { message: { when: { kind: 'verified' } } } };

let nowMs: number;
let guests: FakeGuests;
let history: HistoryStore;
beforeEach(() => {
  nowMs = NOW_MS;
  guests = fakeGuests(() => nowMs);
  history = files.open();
});

interface Situation {
  readonly on?: Record<string, unknown>;
  readonly unit?: Record<string, unknown>;
  readonly codes?: readonly Code[];
  readonly failed?: readonly number[];
  readonly bookings?: PlanInput['bookings']['bookings'];
  readonly claim?: RunToTell['claim'];
  /** What the user has decided while the run was under way. */
  readonly present?: Pick<Settings, 'sending' | 'pause'>;
  readonly wish?: Partial<StayWish>;
  readonly ports?: Partial<TellingPorts>;
}
function start(): void {
  history.remember([{ kind: 'way-started', key: 'message', value: { sinceMs: NOW_MS } }]);
}
async function runFor(situation: Situation = {}) {
  const { on = MESSAGES_ON, unit = {}, codes = [code()], failed = [], bookings = [booking()], claim = null } = situation;
  const chosen = settingsSchema.parse({ ...settings({ unit }), ...on });
  const read = input({ nowMs, settings: chosen, bookings, codes, failed, memory: history.memory() });
  const planned = plan(read);
  const report = buildReport({
    run: { id: 'r', mode: 'live', trigger: 'manual', outcome: 'ok', startedAtMs: nowMs, finishedAtMs: nowMs },
    plan: planned,
    statuses: new Map(),
    codeIds: new Map(),
    problems: planned.problems,
    requests: { smoobu: 1, theKeys: 1 },
  });
  const wishes = wishesSchema.parse({ stays: [{ bookingId: ID, wish: { ...noStayWish(), ...situation.wish } }] });
  const telling = createGuestTelling({
    guests,
    history,
    digests: vault,
    clock: { nowMs: () => nowMs },
    log: { log: () => undefined },
    settings: () => situation.present ?? chosen,
    wishes: () => wishes,
    ...situation.ports,
  });
  const stays = readStays(report, chosen, nowMs);
  return telling.afterWrites({ input: read, stays, claim, signal: new AbortController().signal });
}
async function run(how: Parameters<typeof runFor>[0] = {}) {
  const { told, problems } = await runFor(how);
  return { told: told.map(({ kind, state }) => `${kind} ${state}`), problems: problems.map(({ kind, text }) => `${kind} ${text.key}`) };
}
const SENT = { told: ['code sent'], problems: [] };
const NOTHING = { told: [], problems: [] };
const TWO_DOORS = { doors: [DOOR, SECOND_DOOR] };
function asked(): readonly string[] {
  return openQuestions({ memory: history.memory(), settings: settings(), wishes: { recovery: 'none' } }).map(
    ({ question }) => question.key,
  );
}

test('nothing is sent, read or remembered before a way is switched on', async () => {
  expect(await run({ on: {} })).toEqual(NOTHING);
  expect([guests.requests, history.memory().remembered.told.size]).toEqual([{ reads: 0, sends: 0 }, 0]);
});

test('a verified code is told once; a run with nothing due costs no request', async () => {
  start();
  expect(await run()).toEqual(SENT);
  nowMs += 6 * MINUTE_MS;
  expect(await run()).toEqual(NOTHING);
  const { requests } = guests;
  expect(requests).toEqual({ reads: 2, sends: 1 });
  nowMs += HOUR_MS;
  expect([await run(), guests.requests]).toEqual([NOTHING, requests]);
});

test('no PIN and no text is in the files of the history', async () => {
  start();
  await run({ bookings: [booking({ reference: 'HMABC' })] });
  const [text = ''] = guests.textsOf(ID);
  expect(text).toContain('4711');
  const stored = ['', '-wal'].map((end) => readFileSync(`${files.fileName()}${end}`, 'latin1')).join('');
  expect(stored).toContain('told');
  for (const secret of ['4711', 'HMABC', 'Müller', 'Anna']) expect(stored).not.toContain(secret);
});

test('a run for one stay or person tells nobody else', async () => {
  start();
  expect(await run({ claim: booking({ id: 13 }).id })).toEqual(NOTHING);
  expect(await run({ claim: personId('k3m9qa') })).toEqual(NOTHING);
  expect(await run({ claim: ID })).toEqual(SENT);
});

test.each<[string, Situation]>([
  [
    'stopped messages',
    { present: { sending: { placeholder: false, message: false, threads: false, host: false }, pause: { kind: 'none' } } },
  ],
  [
    'pauses',
    { present: { sending: { placeholder: false, message: true, threads: false, host: false }, pause: { kind: 'until-resumed' } } },
  ],
  ['blocked the guest', { wish: { blockedSinceMs: NOW_MS } }],
  ['wants no code', { wish: { noCode: true } }],
  ['wants no messages', { wish: { noMessages: true } }],
])('nothing goes when the user meanwhile %s', async (_, situation) => {
  start();
  expect(await run(situation)).toEqual(NOTHING);
  expect(guests.requests).toEqual({ reads: 0, sends: 0 });
});

test('a lost register sends nothing and is one problem; a guest who arrives soon is another', async () => {
  expect(await run()).toEqual({ told: [], problems: ['register-lost problem.register-lost'] });
  nowMs = START_MS - 3 * HOUR_MS;
  expect((await run()).problems).toEqual(['register-lost problem.register-lost', 'not-told problem.not-told']);
  expect(guests.requests).toEqual({ reads: 0, sends: 0 });
});

test('who arrives soon and could not be told is a problem, and so is a message that is refused again and again', async () => {
  start();
  const broken = { ...MESSAGES_ON, templates: [{ name: 'code', language: 'en', unitId: null, version: 1, text: 'Hello' }] };
  expect(await run({ on: broken })).toEqual(NOTHING);
  for (let tries = 0; tries < 5; tries += 1) {
    guests.sends = ['refused'];
    expect(await run()).toEqual(tries < 4 ? NOTHING : { told: [], problems: ['not-told problem.not-told'] });
    nowMs += 61 * MINUTE_MS;
  }
  nowMs = START_MS - 3 * HOUR_MS;
  expect((await run({ on: broken })).problems).toEqual(['not-told problem.not-told']);
  expect(await run()).toEqual(SENT);
});

test('within three hours the user may have the verified doors sent; the question goes when the stay is over', async () => {
  start();
  nowMs = START_MS - 4 * HOUR_MS;
  expect([await run({ unit: TWO_DOORS }), asked()]).toEqual([NOTHING, []]);
  nowMs += HOUR_MS;
  expect([await run({ unit: TWO_DOORS }), asked()]).toEqual([NOTHING, [`told-verified:${String(ID)}`]]);
  const facts = { memory: history.memory(), settings: settings(), wishes: { recovery: 'none' } } as const;
  const effect = answerEffect(facts, `told-verified:${String(ID)}`, 'send-verified');
  nowMs += 2 * DAY_MS;
  await run({ unit: TWO_DOORS, bookings: [] });
  expect(asked()).toEqual([]);
  nowMs -= 2 * DAY_MS;
  if (effect.ok) history.remember(effect.value.remember);
  expect([await run({ unit: TWO_DOORS }), asked()]).toEqual([SENT, []]);
  const both = [code(), code({ id: 901, ...SECOND_DOOR })];
  expect((await run({ unit: TWO_DOORS, codes: both })).told).toEqual(['correction sent']);
});

test('threads are read before anything is sent, after placeholders', async () => {
  start();
  const order: string[] = [];
  const ports = {
    placeholders: {
      beforeWrites: async () => [],
      due: () => [],
      afterWrites: async () => {
        order.push(`placeholders ${String(guests.requests.sends)}`);
        return { told: [], problems: [], lines: [] };
      },
    },
    threads: async () => {
      order.push(`threads ${String(guests.requests.sends)}`);
    },
  };
  expect(await run({ ports })).toEqual(SENT);
  expect(order).toEqual(['placeholders 0', 'threads 0']);
});

const HOST_ON = { sending: { host: true } };
test('says of each stay what goes next, went, or waits; nothing of a way that is off', async () => {
  const lines = async (on?: Record<string, unknown>): Promise<readonly string[]> => {
    const done = await runFor({ ...(on === undefined ? {} : { on }) });
    return done.lines.map(({ bookingId, way, state }) => `${String(bookingId)} ${way} ${state}`);
  };
  start();
  expect(await lines()).toEqual([`${String(ID)} message sent`]);
  expect(await lines(HOST_ON)).toEqual([]);
});
test('the host is told once, without digits, of a guest who arrives within an hour without a working code', async () => {
  nowMs = START_MS - 61 * MINUTE_MS;
  await run({ on: HOST_ON, codes: [] });
  expect(guests.toHost).toEqual([]);
  nowMs = START_MS - HOUR_MS;
  await run({ on: HOST_ON });
  await run({ on: {}, codes: [] });
  expect(guests.toHost).toEqual([]);
  guests.sends = ['refused'];
  await run({ on: HOST_ON, codes: [] });
  expect(guests.toHost).toEqual([]);
  const wrong = [code({ pin: code().pin, startTime: code().endTime, endDate: code().startDate })];
  for (const codes of [wrong, []]) await run({ on: HOST_ON, codes });
  expect(guests.toHost).toEqual([
    {
      bookingId: ID,
      text: 'Latchkey: the guest of booking 12 (Flat 1) may arrive from 15:00 on, and there is no working code yet: 11. Please check the lock.',
    },
  ]);
});

test('a lock that cannot be read for once is no news for the host when the code was verified there before', async () => {
  nowMs = START_MS - HOUR_MS;
  const value = { ...DOOR, claimId: ID, isActive: true, pin: null, wasOn: true, differs: false, isVerified: true };
  const window = windowOf('2026-11-24T15:00', '2026-11-27T12:00');
  history.remember([{ kind: 'read-back', key: '900', value: { ...value, window } }]);
  await run({ on: HOST_ON, failed: [DOOR.lockId] });
  expect(guests.toHost).toEqual([]);
  history.remember([{ kind: 'read-back', key: '900', value: null }]);
  await run({ on: HOST_ON, failed: [DOOR.lockId] });
  expect(guests.toHost).toHaveLength(1);
});
