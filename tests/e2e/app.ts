/** The built app on the host at hand, against demo clouds of this test: started, driven and put away. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import type { HistoryStore } from '../../electron/app/ports/storage.ts';
import { knownLimits } from '../../electron/app/status/program-limits.ts';
import { startDemoClouds } from '../../electron/demo/clouds.ts';
import type { DemoClouds } from '../../electron/demo/clouds.ts';
import { demoPortfolio } from '../../electron/demo/portfolio/portfolio.ts';
import type { DemoSeed } from '../../electron/demo/seed.ts';
import type { ProgramLimit } from '../../shared/domain/program-limits.ts';
import type { RunRow } from '../../shared/domain/run.ts';
import { createSystemClock } from '../../electron/scheduling/system-clock.ts';
import { openHistoryStore } from '../../electron/storage/history/history-store.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import { launchHost } from '../host/host.ts';
import { realPlatform } from '../host/processes.ts';
import type { Host, HostKind, HostPlatform } from '../host/host.ts';

/**
 * Only there do tests have a keychain of their own, or none: elsewhere it is the real one of whoever runs them, and a journey that saves or
 * removes credentials would do so for good.
 */
export const KEYCHAIN_IS_APART = process.platform === 'linux';
/** A bus that nobody serves: without it, the session of whoever runs the tests would be found. */
const NO_BUS = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent/latchkey-tests' };

export const MAIN = fileURLToPath(new URL('../../out/main.js', import.meta.url));

/** Given in the environment, as base64 of 32 bytes. */
export const PIN_KEY = Buffer.alloc(32, 7).toString('base64');

export interface TestApp {
  readonly clouds: DemoClouds;
  /** Settings, history and logs. */
  readonly profile: string;
  /** The app as it runs now. */
  readonly host: Host;
  /** From the history on the disk, newest first. */
  lastRuns(): readonly RunRow[];
  /** What it remembers to lack on this computer. */
  limits(): readonly ProgramLimit[];
  /** Starts it (again) on the same profile. */
  start(options?: StartOptions): Promise<Host>;
  /** Ends what is left and removes the profile. */
  close(): Promise<void>;
}
interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Stand-in only: its entry point, where it is not run from its sources. */
  readonly standin?: string;
  /** Another build of the app. */
  readonly main?: string;
  /** Stand-in only: as an installed app. */
  readonly isPackaged?: boolean;
  /** Stand-in only: macOS has opened it at login. */
  readonly wasOpenedAtLogin?: boolean;
  /** Stand-in only: no notification is shown. */
  readonly notificationsFail?: boolean;
  /** An app that takes longer is killed. */
  readonly startTimeoutMs?: number;
  /** False: as if nothing were stored, and no credentials in the environment. */
  readonly hasAccounts?: boolean;
}

/** `change` and `plant` alter what the app starts with, and what its clouds know; `platform` is the machine's own unless it is faked. */
export async function prepareApp(
  kind: HostKind,
  change: (settings: Settings) => Settings = (settings) => settings,
  plant: (seed: DemoSeed) => DemoSeed = (seed) => seed,
  platform: HostPlatform = realPlatform(),
): Promise<TestApp> {
  const clock = createSystemClock();
  const { seed, mapping } = demoPortfolio(clock.nowMs());
  const clouds = await startDemoClouds({ seed: plant(seed), clock });
  const profile = mkdtempSync(join(tmpdir(), 'latchkey-e2e-'));
  mkdirSync(profile, { recursive: true });
  let running: Host | null = null;
  const fromHistory = <T>(read: (history: HistoryStore) => T): T => {
    const history = openHistoryStore({ file: join(profile, 'history.sqlite'), clock });
    try {
      return read(history);
    } finally {
      history.close();
    }
  };
  let isPlanted = false;
  const settings = change({
    ...defaultSettings(),
    mapping,
    stored: { smoobu: true, theKeys: true, pinKey: false, watchdog: false, theKeysUser: '+33 •••••••00' },
    setup: { done: true, sinceMs: 0 },
  });
  return {
    clouds,
    profile,
    get host() {
      if (running === null) throw new Error('The app has not been started.');
      return running;
    },
    lastRuns: () => fromHistory((history) => history.listRuns({ limit: 10 })),
    limits: () => fromHistory(knownLimits),
    async start({ env = {}, args = [], isPackaged = false, hasAccounts = true, ...built } = {}) {
      const { smoobu, theKeys } = clouds;
      if (hasAccounts && !isPlanted) writeFileSync(join(profile, 'settings.json'), JSON.stringify(settings));
      isPlanted = true;
      running = await launchHost({
        kind,
        main: MAIN,
        profile,
        platform,
        args,
        isPackaged,
        ...built,
        env: {
          ...NO_BUS,
          LATCHKEY_HOME: profile,
          LATCHKEY_SMOOBU_URL: smoobu.url,
          LATCHKEY_THEKEYS_URL: theKeys.url,
          ...(hasAccounts
            ? {
                LATCHKEY_SMOOBU_API_KEY: smoobu.credentials.apiKey,
                LATCHKEY_SMOOBU_API_SECRET: smoobu.credentials.apiSecret,
                LATCHKEY_THEKEYS_USERNAME: theKeys.credentials.username,
                LATCHKEY_THEKEYS_PASSWORD: theKeys.credentials.password,
                LATCHKEY_PIN_KEY: PIN_KEY,
              }
            : {}),
          ...env,
        },
      });
      return running;
    },
    async close() {
      await running?.kill();
      await clouds.close();
      rmSync(profile, { recursive: true, force: true });
      rmSync(`${profile}-home`, { recursive: true, force: true });
    },
  };
}

/** Waits for what the app is expected to come to. */
export async function eventually(check: () => Promise<void> | void, timeoutMs = 20_000): Promise<void> {
  await vi.waitFor(check, { timeout: timeoutMs, interval: 50 });
}

/** Chooses "Sync now" and waits until that run is over: the tooltip tells. */
export async function syncNow(host: Host, app: TestApp): Promise<void> {
  const before = app.clouds.smoobu.requestCount();
  await host.clickTrayItem({ id: 'sync-now' });
  await eventually(() => {
    if (app.clouds.smoobu.requestCount() === before) throw new Error('no run has begun');
  });
  await eventually(async () => {
    const item = (await host.tray())?.menu?.find((entry) => entry.id === 'sync-now');
    if (item?.enabled !== true) throw new Error('the run is not over');
  });
}
