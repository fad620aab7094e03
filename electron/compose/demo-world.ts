/** The demo world: both clouds as loopback servers, the real clients, and the engine with everything it keeps in memory. */
import { randomBytes, randomUUID } from 'node:crypto';
import { runOnce } from '../app/run/engine.ts';
import type { BookingCloud, LockCloud } from '../app/ports/clouds.ts';
import type { HistoryStore } from '../app/ports/storage.ts';
import type { Clock, Logger, RunLock } from '../app/ports/system.ts';
import { connectSmoobu, connectTheKeys } from './clouds.ts';
import { startDemoClouds } from '../demo/clouds.ts';
import type { DemoClouds } from '../demo/clouds.ts';
import { demoPortfolio } from '../demo/portfolio/portfolio.ts';
import type { DemoPortfolio } from '../demo/portfolio/portfolio.ts';
import { startDeadline } from '../scheduling/deadline.ts';
import { createSystemClock } from '../scheduling/system-clock.ts';
import { openHistoryStore } from '../storage/history/history-store.ts';
import { createPinSource } from '../storage/keychain/pin-source.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { RunProgress, RunReport } from '../../shared/domain/run.ts';
import { Secret } from '../../shared/secret.ts';

export interface DemoWorld {
  readonly clouds: DemoClouds;
  readonly portfolio: DemoPortfolio;
  readonly settings: Settings;
  readonly clock: Clock;
  run(onProgress?: (progress: RunProgress) => void): Promise<RunReport>;
  close(): Promise<void>;
}
export interface DemoWorldOptions {
  readonly version: string;
  /** The machine's own when absent. */
  readonly clock?: Clock;
  readonly smoobuPort?: number;
  readonly theKeysPort?: number;
}

/** Rejects when a port is taken. */
export async function openDemoWorld(options: DemoWorldOptions): Promise<DemoWorld> {
  const clock = options.clock ?? createSystemClock();
  const portfolio = demoPortfolio(clock.nowMs());
  const clouds = await startDemoClouds({
    seed: portfolio.seed,
    clock,
    smoobuPort: options.smoobuPort ?? 0,
    theKeysPort: options.theKeysPort ?? 0,
  });
  const settings: Settings = { ...defaultSettings(), mapping: portfolio.mapping };
  const log: Logger = { log: () => undefined };
  const { smoobu, theKeys } = clouds;
  const world = { clock, log, version: options.version };
  const bookings: BookingCloud = connectSmoobu(
    {
      credentials: { apiKey: new Secret(smoobu.credentials.apiKey), apiSecret: new Secret(smoobu.credentials.apiSecret) },
      origin: smoobu.url,
    },
    world,
  );
  const locks: LockCloud = connectTheKeys(
    { credentials: { username: theKeys.credentials.username, password: new Secret(theKeys.credentials.password) }, origin: theKeys.url },
    world,
  );
  const history: HistoryStore = openHistoryStore({ file: ':memory:', clock, log });
  const pins = createPinSource(randomBytes(32));
  return {
    clouds,
    portfolio,
    settings,
    clock,
    async run(onProgress = () => undefined) {
      const answer = await runOnce(
        { bookings, locks, history, pins, clock, startDeadline, runLock: ALONE, log, newRunId: () => randomUUID() },
        { mode: 'live', trigger: 'manual', settings, applyHeld: false, onProgress },
      );
      if (!answer.ok) throw new Error('The demo runs alone and yet the run lock was held.');
      return answer.value;
    },
    async close() {
      await Promise.all([bookings.close(), locks.close()]);
      history.close();
      await clouds.close();
    },
  };
}

/** Everything is in memory: no other process can be in the middle of a run. */
const ALONE: RunLock = { tryAcquire: () => ({ release: () => undefined }) };
