import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { report } from '../../../tests/support/cli/sample-run.ts';
import { createTestClock, createTestLog } from '../../../tests/support/http.ts';
import { nothingRemembered, withChanges } from '../../../shared/domain/memory.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { PingFailureKind, PingNews } from '../../../shared/domain/watchdog.ts';
import type { KeychainFailure } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { Secret } from '../../../shared/secret.ts';
import { MINUTE_MS } from '../../../shared/time.ts';
import { NONE_GIVEN } from '../ports/storage.ts';
import type { GivenCredentials, HistoryStore, SecretStore } from '../ports/storage.ts';
import type { PingAnswer } from '../ports/watchdog.ts';
import { Watchdog } from './watchdog.ts';

const OWN = new Secret('https://own.example/alive');
const LOCKED: KeychainFailure = { kind: 'keychain-locked', message: 'Unlock it.' };
const LIVE = { mode: 'live', trigger: 'schedule' } as const;

/** A machine with its settings, keychain and history, which outlive a process. */
function machine(given: GivenCredentials = NONE_GIVEN) {
  const clock = createTestClock();
  const log = createTestLog();
  const set = {
    settings: defaultSettings(),
    remembered: nothingRemembered(),
    kept: null as Secret | null,
    locked: false,
    reads: 0,
    answer: ok('answered') as Result<PingAnswer, PingFailureKind | 'aborted'>,
    /** What a ping waits for. */
    until: Promise.resolve() as Promise<unknown>,
  };
  const pings: { readonly address: string; readonly news: PingNews; readonly atMs: number }[] = [];
  const secrets = {
    read: async () => {
      set.reads += 1;
      return set.locked ? err(LOCKED) : ok(set.kept);
    },
    write: async (_name: string, value: Secret) => {
      set.kept = value;
      return ok(null);
    },
    remove: async () => {
      set.kept = null;
      return ok(null);
    },
  } as unknown as SecretStore;
  const hidden: string[] = [];
  const start = () =>
    new Watchdog({
      secrets,
      given,
      clock,
      log,
      settings: { recovered: null, read: () => set.settings, write: (next) => void (set.settings = next) },
      history: {
        memory: () => ({ remembered: set.remembered }) as ReturnType<HistoryStore['memory']>,
        remember: (changes) => void (set.remembered = withChanges(set.remembered, changes)),
      },
      onSecret: (text) => void hidden.push(text),
      line: {
        recognise: (address) => (address.reveal().startsWith('https') ? { service: 'other', secrets: [address.reveal()] } : null),
        ping: async (address, news, signal) => {
          pings.push({ address: address.reveal(), news, atMs: clock.nowMs() });
          const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve));
          await Promise.race([set.until, aborted]);
          return signal.aborted ? err('aborted') : set.answer;
        },
      },
    });
  return { clock, log, set, pings, hidden, start, memory: () => set.remembered.watchdog.get('ping') };
}

type Machine = ReturnType<typeof machine>;
const good = () => ok(report('ok'));
const bad = () => err({ kind: 'unreachable', cloud: 'smoobu', message: 'No.', certain: true } as const);

async function sync(
  { clock }: Machine,
  watchdog: Watchdog,
  end: ReturnType<typeof good> | ReturnType<typeof bad>,
  afterMs = 15 * MINUTE_MS,
) {
  clock.advance(afterMs);
  watchdog.afterSync(LIVE, end);
  await watchdog.settled(new AbortController().signal);
}

async function watched(given?: GivenCredentials) {
  const here = machine(given);
  const watchdog = here.start();
  if (given === undefined) await watchdog.store(OWN);
  return { here, watchdog };
}

describe('after a sync', () => {
  it('does nothing, and asks no keychain, where none is set', async () => {
    const here = machine();
    await sync(here, here.start(), good());
    expect([here.pings, here.set.reads, here.memory()]).toEqual([[], 0, undefined]);
  });

  it('pings each good one, a failure from the third bad one in a row on, and good again', async () => {
    const { here, watchdog } = await watched();
    for (const end of [good(), bad(), bad(), good(), bad(), bad(), bad(), bad(), good()]) await sync(here, watchdog, end);
    expect(here.pings.map(({ news }) => news)).toEqual(['good', 'good', 'cloud', 'cloud', 'good']);
    expect([here.set.reads, here.hidden]).toEqual([1, [OWN.reveal()]]);
  });

  it('counts bad ones over processes, as cron starts them', async () => {
    const { here } = await watched();
    for (const end of [bad(), bad(), bad()]) await sync(here, here.start(), end);
    expect(here.pings.map(({ news }) => news)).toEqual(['cloud']);
  });

  it('pings once a minute at most, also when the clock is set back', async () => {
    const gap = fc.integer({ min: -90_000, max: 90_000 });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(gap, fc.boolean()), { maxLength: 30 }), async (syncs) => {
        const { here, watchdog } = await watched();
        for (const [afterMs, isGood] of syncs) await sync(here, watchdog, isGood ? good() : bad(), afterMs);
        for (const [index, { atMs }] of here.pings.entries()) {
          const sinceMs = atMs - (here.pings[index - 1]?.atMs ?? 0);
          expect(sinceMs < 0 || sinceMs >= MINUTE_MS).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps nobody waiting, and aborts what hangs when the program quits', async () => {
    const { here, watchdog } = await watched();
    here.set.until = new Promise(() => {});
    watchdog.afterSync(LIVE, good());
    const gone = new AbortController();
    const waiting = watchdog.settled(gone.signal);
    gone.abort();
    await waiting;
    await watchdog.close();
    expect(here.memory()).toMatchObject({ answeredAtMs: null, failure: null });
    await sync(here, watchdog, good());
    expect(here.pings).toHaveLength(1);
  });

  it('remembers a ping that failed until one is answered', async () => {
    const { here, watchdog } = await watched();
    here.set.answer = err('not-found');
    await sync(here, watchdog, good());
    expect(await watchdog.state()).toEqual({ service: 'other', answeredAtMs: null, failure: 'not-found' });
    here.set.answer = ok('answered');
    await sync(here, watchdog, good());
    const answeredAtMs = here.clock.nowMs();
    expect(await watchdog.state()).toEqual({ service: 'other', answeredAtMs, failure: null });
    here.set.answer = ok('unsaid');
    for (const end of [bad(), bad(), bad()]) await sync(here, watchdog, end);
    expect(await watchdog.state()).toEqual({ service: 'other', answeredAtMs, failure: null });
  });

  it('remembers a keychain that does not give the address, and asks it again', async () => {
    const { here, watchdog } = await watched();
    here.set.locked = true;
    await sync(here, watchdog, good());
    expect([here.pings, here.memory()?.failure]).toEqual([[], 'unreadable']);
    expect(await watchdog.state()).toMatchObject({ service: null, failure: 'unreadable' });
    here.set.locked = false;
    await sync(here, watchdog, good());
    expect([here.pings.length, here.memory()?.failure]).toEqual([1, null]);
  });

  it('uses an address that another process stored, and none that it removed', async () => {
    const { here, watchdog } = await watched();
    await sync(here, watchdog, good());
    here.clock.advance(1);
    await here.start().store(new Secret('https://new.example/'));
    await sync(here, watchdog, good());
    expect(here.pings.map(({ address }) => address)).toEqual([OWN.reveal(), 'https://new.example/']);
    await here.start().remove();
    await sync(here, watchdog, good());
    expect([here.pings.length, await watchdog.state()]).toEqual([2, null]);
  });

  it('prefers the address of the environment, and forgets what it heard when that is gone', async () => {
    const given = { ...NONE_GIVEN, watchdog: { credentials: OWN, source: 'environment' } } as const;
    const { here, watchdog } = await watched(given);
    here.set.locked = true;
    here.set.answer = err('refused');
    await sync(here, watchdog, good());
    expect([here.pings.length, here.memory()?.failure]).toEqual([1, 'refused']);
    const without = machine();
    without.set.remembered = here.set.remembered;
    await sync(without, without.start(), good());
    expect(without.memory()).toBeUndefined();
  });

  it('logs a bug of its own, and goes on', async () => {
    const { here, watchdog } = await watched();
    here.set.until = Promise.reject(new Error('a bug'));
    await sync(here, watchdog, good());
    here.set.until = Promise.resolve();
    await sync(here, watchdog, good());
    expect(here.log.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    expect(here.pings).toHaveLength(2);
  });
});

describe('a test', () => {
  const now = () => new AbortController().signal;

  it('pings at once, and the next sync waits its minute', async () => {
    const { here, watchdog } = await watched();
    expect(await watchdog.test(now())).toEqual(ok('other'));
    await sync(here, watchdog, good(), 30_000);
    expect(here.pings.map(({ news }) => news)).toEqual(['good']);
  });

  it('says what went wrong', async () => {
    const none = machine();
    expect(await none.start().test(now())).toEqual(err('not-set'));
    const { here, watchdog } = await watched();
    here.set.answer = err('timeout');
    expect(await watchdog.test(now())).toEqual(err('timeout'));
    await watchdog.store(new Secret('nonsense'));
    here.clock.advance(1);
    expect(await here.start().test(now())).toEqual(err('unreadable'));
    here.set.locked = true;
    expect(await here.start().test(now())).toEqual(err(LOCKED));
  });
});
