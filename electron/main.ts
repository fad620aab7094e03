/** Entry point of the desktop app: sets paths, claims the single instance, locks pages down, composes the app and starts it. */
import './environment/small-memory.ts';
import { app, dialog } from 'electron';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwantedSwitches } from './environment/chromium-switches.ts';
import { homeFolder } from './environment/home.ts';
import { developmentOptions, INSTALLED } from './environment/development.ts';
import type { DevelopmentOptions } from './environment/development.ts';
import { composeDesktop, LOG_FOLDER } from './compose/desktop.ts';
import { systemMachine } from './compose/machine.ts';
import { crashMessage } from './app/updates/crash-policy.ts';
import { CrashGuard } from './platform/crash-guard.ts';
import { readDemoArguments } from './demo/demo-arguments.ts';
import { LOG_LEVEL, LogFile } from './logging/log-file.ts';
import { createPlatform } from './platform/platform.ts';
import { installationOf } from './platform/installation.ts';
import { AFTER_CRASH_ARGUMENT, startsHidden, WINDOW_ARGUMENT } from './platform/launch-arguments.ts';
import { claimSingleInstance } from './platform/launch-requests.ts';
import { lockPages } from './platform/session-security.ts';
import { startedFile } from './platform/started-file.ts';
import { windowsIdentity } from './platform/windows-identity.ts';
import { readVersion } from './compose/read-version.ts';
import { createSystemClock } from './scheduling/system-clock.ts';
import { createTimers } from './scheduling/timers.ts';
import { makePrivateFolder } from './storage/private-files.ts';

const demo = readDemoArguments(process.argv);
const started = app.isPackaged ? startedFile(process) : null;
const installation = installationOf({
  platform: process.platform,
  isPackaged: app.isPackaged,
  started,
  execPath: process.execPath,
  resourcesFolder: process.resourcesPath,
  hasFile: existsSync,
  readFile: (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null),
});
const home = demo === null ? userHome() : demoHome();
prepareElectron();

const logFolder = join(home, LOG_FOLDER);
const log = new LogFile({ folder: logFolder, level: LOG_LEVEL, clock: createSystemClock() });
const platform = createPlatform({
  outFolder: import.meta.dirname,
  platform: process.platform,
  env: process.env,
  isPackaged: app.isPackaged,
  started,
  exit: () => guard.exit(),
});
const guard = createCrashGuard();

if (claimSingleInstance(platform.requests)) start();
else app.quit();

function start(): void {
  lockPages(log);
  listenToElectron();
  app.whenReady().then(run).catch(startFailed);
}

async function run(): Promise<void> {
  const { addresses, given, pace } = fromEnvironment();
  const desktop = await composeDesktop({
    homeFolder: home,
    log,
    version: readVersion(),
    demo,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    addresses,
    given,
    machine: systemMachine(log, pace.cron),
    runDelayMs: pace.runDelayMs,
    platform,
    installation,
    launch: {
      isAfterCrash: process.argv.includes(AFTER_CRASH_ARGUMENT),
      wantsWindow: process.argv.includes(WINDOW_ARGUMENT),
      isHidden: startsHidden(process.argv, process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin),
    },
  });
  guard.setMessage(() => crashMessage(desktop.text, logFolder));
  desktop.start();
}

function userHome(): string {
  return homeFolder({
    option: null,
    environment: process.env,
    platform: process.platform,
    userFolder: homedir(),
    workingFolder: process.cwd(),
  });
}

/**
 * A folder whose name nobody can foresee, readable by its owner only: in the shared temporary folder, somebody else could otherwise prepare
 * it. After a crash it stays, with the log.
 */
function demoHome(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-demo-'));
  process.on('exit', (code) => {
    if (code !== 0) return;
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Some file of Chromium's may still be open; on Windows it cannot be removed then.
    }
  });
  return folder;
}

/** Before anything else: Electron reads these when it starts. */
function prepareElectron(): void {
  if (app.isPackaged) unwantedSwitches(process.argv).forEach((name) => app.commandLine.removeSwitch(name));
  app.setName('Latchkey');
  // macOS shows every app that starts in the Dock; the window does later.
  app.dock?.hide();
  makePrivateFolder(home);
  app.setPath('userData', home);
  // Keeps Chromium's files apart from the app's own.
  const pageData = join(home, 'window');
  makePrivateFolder(pageData);
  app.setPath('sessionData', pageData);
  if (process.platform === 'win32') {
    const { name, appUserModelId, toastActivatorClsid } = windowsIdentity(installation);
    app.setName(name);
    app.setAppUserModelId(appUserModelId);
    app.setToastActivatorCLSID(toastActivatorClsid);
  }
}

function createCrashGuard(): CrashGuard {
  const created = new CrashGuard(
    {
      log,
      clock: createSystemClock(),
      timers: createTimers(),
      quit: () => platform.requests.quit(),
      relaunch: () => platform.relaunch('after-crash'),
      showMessage: ({ title, body }) => dialog.showErrorBox(title, body),
      exitProcess: (code) => app.exit(code),
    },
    {
      title: 'Latchkey has stopped',
      body: `Codes on the locks keep working, but new bookings get none until Latchkey runs again. The details are in ${logFolder}.`,
    },
  );
  process.on('uncaughtException', (error) => created.onUncaughtError('exception', error));
  process.on('unhandledRejection', (reason) => created.onUncaughtError('promise', reason));
  return created;
}

function listenToElectron(): void {
  // Without this listener Electron quits when the last window closes.
  app.on('window-all-closed', () => undefined);
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    // Chromium restarts its helper processes itself.
    if (reason !== 'clean-exit') log.log('error', 'child process crashed', { type, reason, exitCode });
  });
  app.on('activate', () => platform.requests.secondLaunch());
  // Every request to quit goes through the orderly shutdown, which ends with app.exit.
  app.on('before-quit', (event) => {
    event.preventDefault();
    platform.requests.quit();
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // A library of the settings store adds a listener that kills the process before the orderly shutdown.
    process.removeAllListeners(signal);
    process.on(signal, () => platform.requests.quit());
  }
}

function startFailed(bug: unknown): void {
  log.log('error', 'start failed', { error: bug });
  dialog.showErrorBox(
    'Latchkey could not start',
    `Codes on the locks keep working, but new bookings get none until it runs. The details are in ${logFolder}.`,
  );
  void log.close().then(() => app.exit(1));
}

/** Credentials, addresses and pace from the environment; an installed app uses none of them. */
function fromEnvironment(): DevelopmentOptions {
  const read = developmentOptions(process.env, { isPackaged: app.isPackaged });
  if (read.ok) return read.value;
  log.log('warn', 'environment ignored', { mistakes: read.error });
  return INSTALLED;
}
