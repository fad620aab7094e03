/**
 * An app that is killed at random moments while it has work to do, and then left alone: its next sync leaves what an undisturbed app leaves,
 * and nothing of what was stored is lost.
 */
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { createSystemClock } from '../../electron/scheduling/system-clock.ts';
import { openWishStore } from '../../electron/storage/wishes/wish-store.ts';
import { wishesSchema } from '../../shared/domain/wishes.ts';
import { readTag } from '../../shared/reconcile/tag.ts';
import type { HostKind, HostPlatform } from '../host/host.ts';
import { createRandom } from '../support/virtual-clock.ts';
import { eventually, prepareApp } from './app.ts';
import type { TestApp } from './app.ts';
import { settingsOf } from './window.ts';

export interface Killing {
  readonly kind: HostKind;
  readonly platform: HostPlatform;
  readonly kills: number;
  /** Of the moments: the same seed aims at the same ones, which a busy computer misses by some milliseconds. */
  readonly seed: number;
}

const AT_ONCE = { env: { LATCHKEY_RUN_DELAY_MS: '0' }, startTimeoutMs: 60_000 };
/** Long enough for a kill between two requests, and within one. */
const LATENCY_MS = 8;
const MAX_KILLS_IN_A_ROW = 4;
/** What a start and its sync take, about. */
const START_MS = 900;
const REQUESTS = { toRead: 10, perCode: 2.5 };
const LEFT_ALONE_MS = 60_000;

export async function killAtRandom({ kind, platform, kills, seed }: Killing): Promise<void> {
  const random = createRandom(seed);
  const expected = await undisturbed(kind);
  for (let left = kills; left > 0;) {
    const inARow = Math.min(left, 1 + Math.floor(random() * MAX_KILLS_IN_A_ROW));
    const moments = Array.from({ length: inARow }, () => ({ isAtStart: random() < 0.3, at: random(), lateMs: random() * 2 * LATENCY_MS }));
    left -= inARow;
    const what = `${platform}, seed ${seed}, killed at ${JSON.stringify(moments)}`;
    const app = await prepareWork(kind, platform);
    try {
      let runs: readonly string[] = [];
      for (const moment of moments) {
        await startAndKill(app, moment, expected.codes.length);
        const now = runsOf(app);
        expect(now, what).toEqual(expect.arrayContaining([...runs]));
        runs = now;
      }
      expect(await leftAlone(app), what).toEqual(expected);
      expect(runsOf(app), what).toEqual(expect.arrayContaining([...runs]));
      expect(
        readdirSync(app.profile).filter((name) => name.includes('corrupt')),
        what,
      ).toEqual([]);
    } finally {
      await app.close();
    }
  }
}

interface Moment {
  readonly isAtStart: boolean;
  /** Of the start, or of the requests to both clouds that are left to make: 0 is their beginning, 1 their end. */
  readonly at: number;
  readonly lateMs: number;
}

async function startAndKill(app: TestApp, { isAtStart, at, lateMs }: Moment, codes: number): Promise<void> {
  if (isAtStart) {
    // An app that has not started in time is killed.
    await app.start({ ...AT_ONCE, startTimeoutMs: Math.ceil(at * START_MS) }).then(
      (host) => host.kill(),
      () => undefined,
    );
    return;
  }
  const requests = (): number => app.clouds.smoobu.requestCount() + app.clouds.theKeys.requestCount();
  const left = REQUESTS.toRead + REQUESTS.perCode * (codes - app.clouds.theKeys.codes().length);
  const wanted = requests() + at * left;
  const host = await app.start(AT_ONCE);
  const isOver = (): boolean => !['interrupted', undefined].includes(app.lastRuns()[0]?.outcome);
  while (requests() < wanted) {
    await sleep(LATENCY_MS / 2);
    // Less was left to do.
    if (requests() > 0 && isOver()) break;
  }
  await sleep(lateMs);
  await host.kill();
}

interface Result {
  readonly codes: readonly string[];
  readonly settings: object;
  readonly wishes: object;
}
/** What the clouds, the settings and the wishes are after the next sync. */
async function leftAlone(app: TestApp): Promise<Result> {
  const before = runsOf(app);
  await app.start(AT_ONCE);
  await eventually(() => {
    const [run] = app.lastRuns();
    expect(before).not.toContain(run?.id);
    expect(['ok', 'nothing-to-do', 'partial']).toContain(run?.outcome);
  }, LEFT_ALONE_MS);
  await app.host.kill();
  const codes = app.clouds.theKeys
    .codes()
    .map(({ id: _id, ...code }) => JSON.stringify(code))
    .toSorted();
  const tagged = app.clouds.theKeys.codes().flatMap(({ lockId, description }) => {
    const tag = readTag(description ?? '');
    return tag.kind === 'tagged' ? [`${String(tag.claimId)} on ${lockId}`] : [];
  });
  expect(tagged).toEqual([...new Set(tagged)]);
  const { installation: _drawn, ...settings } = settingsOf(app);
  return { codes, settings, wishes: wishesIn(app).read() };
}

/** As the test's own first app leaves them. */
let reference: Promise<Result> | null = null;
function undisturbed(kind: HostKind): Promise<Result> {
  reference ??= (async () => {
    const app = await prepareWork(kind);
    try {
      return await leftAlone(app);
    } finally {
      await app.close();
    }
  })();
  return reference;
}

const DOOR = { lockId: 3702, keypadId: 'Kp8Cn2Lt' };
/** A first sync of every booking, and of a cleaner with a code for one door. */
async function prepareWork(kind: HostKind, platform?: HostPlatform): Promise<TestApp> {
  const app = await prepareApp(kind, undefined, undefined, platform);
  app.clouds.theKeys.setLatency(LATENCY_MS);
  app.clouds.smoobu.setLatency(LATENCY_MS);
  const cleaner = { id: 'k3m9qa', name: 'Cleaner', doors: [DOOR], schedule: { kind: 'always' }, createdOn: '2026-01-01' };
  wishesIn(app).change((wishes) => wishesSchema.parse({ ...wishes, people: [cleaner] }));
  return app;
}

const wishesIn = ({ profile }: TestApp) => openWishStore({ folder: profile, clock: createSystemClock() });

/** Of every run, from the history on the disk. */
const runsOf = (app: TestApp): readonly string[] => app.lastRuns().map(({ id }) => id);
