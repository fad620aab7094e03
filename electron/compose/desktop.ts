/** Builds the desktop app: stores, accounts and runs behind it; window, tray and notifications in front of it. */
import { randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { drawInstallationNumber } from '../app/desktop/app-start.ts';
import { Desktop } from '../app/desktop/desktop.ts';
import { LastLists } from '../app/doors/last-lists.ts';
import type { DesktopPorts, Launch, NativeQuestion, Screen, StartAtLogin } from '../app/desktop/ports.ts';
import { Runs } from '../app/desktop/runs.ts';
import { shutDown } from '../app/desktop/shut-down.ts';
import { ProgramLimits } from '../app/status/program-limits.ts';
import { storageRefusal } from '../app/calls/refusal.ts';
import { desktopCalls } from '../app/calls/index.ts';
import type { Clock } from '../app/ports/system.ts';
import { windowCrashMessage } from '../app/updates/crash-policy.ts';
import type { Installation } from '../app/updates/update-policy.ts';
import { createAccess, createAccounts } from './accounts.ts';
import { createFormats } from './formats.ts';
import { composeDiagnosis, composeUpdates } from './program.ts';
import { runDependencies } from './run.ts';
import { createWatchdog } from './watchdog.ts';
import { fileStores } from './stores.ts';
import type { FileStoresOptions, Stores } from './stores.ts';
import type { Machine } from './machine.ts';
import type { DemoOptions } from '../demo/demo-arguments.ts';
import { Publisher } from '../ipc/publish.ts';
import { CallBudgets } from '../ipc/call-budgets.ts';
import { serveCalls } from '../ipc/serve.ts';
import type { LogFile } from '../logging/log-file.ts';
import type { Platform } from '../platform/platform.ts';
import { systemOf } from '../storage/keychain/keychain-failures.ts';
import type { MainText } from '../../shared/i18n/main-texts.ts';
import { ok } from '../../shared/result.ts';

export interface ComposeOptions extends FileStoresOptions {
  /** Writes to `LOG_FOLDER` in the home folder. */
  readonly log: LogFile;
  readonly version: string;
  /** null: not the demo. */
  readonly demo: DemoOptions | null;
  /** IANA zone of this computer. */
  readonly zone: string;
  readonly machine: Machine;
  /** Replaces every delay before a run; null in an installed app. */
  readonly runDelayMs: number | null;
  readonly platform: Platform;
  readonly installation: Installation;
  readonly launch: Launch;
}
export const LOG_FOLDER = 'logs';

type PlatformServices = ReturnType<Platform['open']>;

export async function composeDesktop(options: ComposeOptions): Promise<Desktop> {
  const { platform, version, demo, zone, log, runDelayMs } = options;
  const isDemo = demo !== null;
  log.log('info', 'starting', { version, isDemo });
  const logFolder = join(options.homeFolder, LOG_FOLDER);
  const { clock, timers, scheduler, startDeadline } = options.machine;
  const stores = await openStores(options, clock);
  const access = createAccess(stores, { clock, log });
  const lists = new LastLists(clock);
  const accounts = createAccounts(stores, { clock, log, version }, access, (text) => log.addSecret(text), lists);
  const watchdog = createWatchdog(stores, { clock, log, version }, (text) => log.addSecret(text));
  const world = { accounts, access, stores, clock, log, startDeadline, lists };
  const runs = new Runs({ accounts, clock, dependencies: (reason) => runDependencies(world, reason) });
  const limits = new ProgramLimits(stores.history);
  limits.set('no-sandbox', !platform.hasSandbox());
  const services = platform.open({ log, clock, timers });
  const publisher = new Publisher({
    audience: () => services.window.audience(),
    send: (name, payload) => services.window.send(name, payload),
    timers,
    log,
  });
  const screen = screenOf(services, publisher, platform, logFolder);
  const updates = composeUpdates(options, { clock, timers, settings: stores.settings, screen });
  const ports: DesktopPorts = {
    clock,
    timers,
    log,
    scheduler,
    settings: stores.settings,
    wishes: stores.wishes,
    history: stores.history,
    lists,
    watchdog,
    accounts,
    runLock: stores.runLock,
    run: (request) => runs.run(request),
    newRunId: () => randomUUID(),
    look: (...asked) => runs.look(...asked),
    preview: (settings) => runs.preview(settings),
    screen,
    limits,
    startAtLogin: isDemo ? NO_START_AT_LOGIN : services.startAtLogin,
    updates: updates.keeper,
    diagnosis: composeDiagnosis(options, logFolder, updates.off),
    zone,
    system: systemOf(process.platform),
    systemLocales: platform.systemLocales(),
    formatsFor: (locale) => createFormats(locale, zone, () => clock.nowMs()),
    version,
    isDemo,
    readOldConfig,
    relaunch: (next) => platform.relaunch(next),
    exit: () => void close(),
  };
  const desktop = new Desktop(ports, { isOnline: services.network.isOnline(), runDelayMs, launch: options.launch });
  const calls = serveWindow(desktop, ports, services);
  const close = (): Promise<void> =>
    shutDown({
      ...ports,
      updates: updates.keeper,
      closeScreen: () => [calls, publisher, services].forEach((part) => part.close()),
      closeConnections: async () => void (await Promise.all([watchdog.close(), accounts.close()])),
      closeFiles: () => Promise.all([stores.close(), log.close()]),
      exit: () => platform.exit(),
    });
  listen(desktop, services, publisher, limits, logFolder);
  updates.keeper.start(desktop);
  return desktop;
}

async function openStores(options: ComposeOptions, clock: Clock): Promise<Stores> {
  const { demo, log } = options;
  for (const mistake of demo?.mistakes ?? []) log.log('warn', 'demo argument ignored', { mistake });
  // The demo clouds are loaded for the demo only.
  const stores = demo === null ? fileStores(options, clock) : await (await import('./demo-stores.ts')).demoStores(demo, clock);
  drawInstallationNumber(stores.settings, randomInt);
  return stores;
}

/** The demo leaves the login item of the real app alone. */
const NO_START_AT_LOGIN: StartAtLogin = { isPossible: false, isOn: () => false, set: () => undefined };

function screenOf(services: PlatformServices, publisher: Publisher, platform: Platform, logFolder: string): Screen {
  return {
    showTray: (model) => services.tray.show(model),
    showNotices: (notices) => notices.forEach((notice) => services.notifier.show(notice)),
    publish: (change) => publisher.changed(change),
    openWindow: (target) => services.window.show(target),
    setTheme: (theme) => platform.setTheme(theme),
    setLanguage: (text) => services.setLanguage(text),
    openLogFolder: () => services.openFolder(logFolder),
    copy: (text) => services.copy(text),
    copyBriefly: (text) => services.copyBriefly(text),
    protect: (forMs) => services.window.protect(forMs),
    ask: (question) => services.ask(question),
    saveFile: (file) => services.saveFile(file),
    savePdf: (suggestedName) => services.savePdf(suggestedName),
  };
}

function serveWindow(desktop: Desktop, ports: DesktopPorts, services: PlatformServices): { close(): void } {
  return serveCalls({
    ipcMain: services.callSource,
    isTrusted: services.isTrusted,
    handlers: desktopCalls(desktop, ports, { ready: () => ok(services.window.pageReady()) }),
    messageOf: (kind) => desktop.text(`refusal.${kind}`),
    refusalOf: (error) => storageRefusal(desktop.text, error),
    budgets: new CallBudgets({ clock: ports.clock, ask: () => services.ask(revealQuestion(desktop.text)) }),
    log: ports.log,
  });
}

function revealQuestion(text: MainText): NativeQuestion {
  return { title: text('reveal.title'), body: text('reveal.body'), yes: text('reveal.yes'), no: text('reveal.no') };
}

function listen(desktop: Desktop, services: PlatformServices, publisher: Publisher, limits: ProgramLimits, logFolder: string): void {
  services.listen({
    onTray: (action) => desktop.act(action),
    onNotice: (notice) => desktop.openWindow(notice.target),
    onOnline: (isOnline) => desktop.setOnline(isOnline),
    onResume: () => desktop.resumedFromSleep(),
    // The window shows it within a minute.
    onNotified: (isShown) => limits.set('no-notifications', !isShown),
    onQuit: () => void desktop.quit(),
    onSecondLaunch: () => desktop.openWindow(null),
    onAudience: () => {
      desktop.refreshSettings();
      publisher.audienceChanged();
    },
    onWindowGivenUp: () => services.warn(windowCrashMessage(desktop.text, logFolder)),
  });
}

/** Loaded when it is first used: most installations never import a file. */
const readOldConfig: DesktopPorts['readOldConfig'] = async (text, reading) =>
  (await import('../config-file/read-config.ts')).readConfig(text, reading);
