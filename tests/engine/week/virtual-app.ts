/** The whole app without a screen, in virtual time: real files and clients, the demo clouds, and a computer that can sleep, go offline and have a wrong clock. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeDesktop, LOG_FOLDER } from '../../../electron/compose/desktop.ts';
import type { ComposeOptions } from '../../../electron/compose/desktop.ts';
import type { Notice } from '../../../electron/app/attention/notice-types.ts';
import type { Desktop } from '../../../electron/app/desktop/desktop.ts';
import type { Clock } from '../../../electron/app/ports/system.ts';
import type { TrayModel } from '../../../electron/app/tray/tray-types.ts';
import { startDemoClouds } from '../../../electron/demo/clouds.ts';
import type { DemoClouds } from '../../../electron/demo/clouds.ts';
import type { DemoSeed } from '../../../electron/demo/seed.ts';
import { LogFile } from '../../../electron/logging/log-file.ts';
import type { Platform } from '../../../electron/platform/platform.ts';
import { openSettingsStore } from '../../../electron/storage/settings/settings-store.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { Secret } from '../../../shared/secret.ts';
import { VirtualWorld } from '../../support/app/virtual-world.ts';
import { neverReached } from '../world.ts';

const ZONE = 'Europe/Paris';

export interface VirtualApp {
  readonly clouds: DemoClouds;
  readonly homeFolder: string;
  /** The true time. */
  nowMs(): number;
  /** Every notification so far, with the true time. */
  readonly notices: readonly (Notice & { readonly atMs: number })[];
  readonly trays: readonly TrayModel[];
  desktop(): Desktop;
  /** Time passes; every run that it starts is over afterwards. */
  advance(durationMs: number): Promise<void>;
  sleep(durationMs: number): Promise<void>;
  setOnline(isOnline: boolean): Promise<void>;
  /** How far the computer's clock is ahead of the true time. */
  setClockError(errorMs: number): void;
  readonly disk: { isFull: boolean };
  /** Ends the app and starts it again on the same files. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

type PlatformServices = ReturnType<Platform['open']>;

export async function startVirtualApp(options: {
  readonly seed: DemoSeed;
  readonly mapping: Mapping;
  readonly startMs: number;
}): Promise<VirtualApp> {
  const homeFolder = mkdtempSync(join(tmpdir(), 'latchkey-week-'));
  let desktop: Desktop | null = null;
  const world = new VirtualWorld(options.startMs, ZONE, async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
    await desktop?.whenIdle();
  });
  const disk = { isFull: false };
  let isOnline = true;
  let hasExited: () => void = () => undefined;
  const clock: Clock = {
    nowMs: () => world.clock.nowMs(),
    uptimeMs: () => world.trueNowMs() - options.startMs,
    bootId: () => 'virtual-boot',
    random: () => 0.5,
    // Nothing but the program itself waits meanwhile.
    sleep: async (durationMs, signal) => {
      if (signal?.aborted !== true && durationMs > 0) world.pass(durationMs);
    },
  };
  const trueClock: Clock = { ...clock, nowMs: world.trueNowMs };
  const clouds = await startDemoClouds({ seed: options.seed, clock: trueClock });
  openSettingsStore({ folder: homeFolder, clock }).write({
    ...defaultSettings(),
    mapping: options.mapping,
    // Otherwise drawn by chance: it spreads syncs over the minutes after a slot.
    installation: 1,
    schedule: { ...defaultSettings().schedule, cron: '*/30 * * * *' },
    setup: { done: true, sinceMs: options.startMs },
  });
  const notices: (Notice & { readonly atMs: number })[] = [];
  const trays: TrayModel[] = [];
  const listening: { current: Parameters<PlatformServices['listen']>[0] | null } = { current: null };
  const platform = screenless({
    notices: (notice) => notices.push({ ...notice, atMs: world.trueNowMs() }),
    trays: (model) => trays.push(model),
    isOnline: () => isOnline,
    listen: (listeners) => {
      listening.current = listeners;
    },
    exit: () => hasExited(),
  });

  async function start(): Promise<void> {
    const log = new LogFile({ folder: join(homeFolder, LOG_FOLDER), level: 'info', clock });
    const { smoobu, theKeys } = clouds;
    const compose: ComposeOptions = {
      homeFolder,
      beforeWrite: () => {
        if (disk.isFull) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      },
      log,
      version: '0.0.0-test',
      demo: null,
      zone: ZONE,
      machine: { clock, timers: world.timers, scheduler: world.scheduler, startDeadline: neverReached },
      runDelayMs: null,
      platform,
      installation: 'development',
      launch: { isAfterCrash: false, wantsWindow: false, isHidden: true },
      addresses: { smoobu: smoobu.url, theKeys: theKeys.url },
      given: {
        smoobu: {
          source: 'environment',
          credentials: { apiKey: new Secret(smoobu.credentials.apiKey), apiSecret: new Secret(smoobu.credentials.apiSecret) },
        },
        theKeys: {
          source: 'environment',
          credentials: { username: theKeys.credentials.username, password: new Secret(options.seed.theKeys.credentials.password) },
        },
        pinKey: { source: 'environment', credentials: new Uint8Array(32).fill(7) },
        watchdog: null,
      },
    };
    desktop = await composeDesktop(compose);
    desktop.start();
  }
  async function stop(): Promise<void> {
    const exited = new Promise<void>((resolve) => {
      hasExited = resolve;
    });
    await desktop?.quit();
    await exited;
    desktop = null;
  }

  await start();
  return {
    clouds,
    homeFolder,
    disk,
    notices,
    trays,
    nowMs: world.trueNowMs,
    desktop() {
      if (desktop === null) throw new Error('The app is not running.');
      return desktop;
    },
    advance: (durationMs) => world.advance(durationMs),
    async sleep(durationMs) {
      world.sleepUntil(new Date(world.trueNowMs() + durationMs).toISOString(), 'pausing');
      listening.current?.onResume();
      await world.advance(0);
    },
    async setOnline(next) {
      isOnline = next;
      listening.current?.onOnline(next);
      await world.advance(0);
    },
    setClockError(errorMs) {
      world.clockErrorMs = errorMs;
    },
    async restart() {
      await stop();
      await start();
    },
    async close() {
      await stop();
      await clouds.close();
      rmSync(homeFolder, { recursive: true, force: true });
    },
  };
}

interface Watched {
  readonly notices: (notice: Notice) => void;
  readonly trays: (model: TrayModel) => void;
  readonly isOnline: () => boolean;
  readonly listen: PlatformServices['listen'];
  readonly exit: () => void;
}

/** What Electron would show goes to the test instead. */
function screenless(watched: Watched): Platform {
  const nothing = (): void => undefined;
  return {
    hasSandbox: () => true,
    systemLocales: () => ['en-GB'],
    setTheme: nothing,
    requests: { secondLaunch: nothing, quit: nothing, listen: nothing },
    relaunch: nothing,
    allowSystemQuit: nothing,
    exit: watched.exit,
    open: () => ({
      window: { show: nothing, pageReady: () => null, audience: () => 'absent', send: nothing, protect: nothing },
      setLanguage: nothing,
      tray: { show: watched.trays },
      notifier: { show: watched.notices },
      network: { isOnline: watched.isOnline },
      limits: { list: () => [] },
      startAtLogin: { isPossible: false, isOn: () => false, set: nothing },
      callSource: { handle: nothing, removeHandler: nothing },
      isTrusted: () => false,
      openFolder: nothing,
      copy: nothing,
      copyBriefly: nothing,
      warn: nothing,
      ask: async () => true,
      savePdf: async () => ({ ok: true, value: { savedAs: null } }),
      saveFile: async () => ({ ok: true, value: { savedAs: null } }),
      listen: watched.listen,
      close: nothing,
    }),
  };
}
