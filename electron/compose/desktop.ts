/** Builds the desktop app: stores, accounts and engine behind it, tray, notifications and window in front of it. */
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Desktop } from '../app/desktop/desktop.ts';
import { desktopCalls } from '../app/calls/index.ts';
import type { Accounts, DesktopPorts, DesktopRunRequest } from '../app/desktop/ports.ts';
import type { AccessFailure } from '../app/accounts/access.ts';
import { removeCredentials, storeCredentials } from '../app/accounts/credentials.ts';
import { runOnce } from '../app/run/engine.ts';
import { maskPhone } from '../app/accounts/mask.ts';
import type { SettingsStore } from '../app/ports/storage.ts';
import { Previews } from '../app/run/preview.ts';
import type { Installation } from '../app/updates/update-policy.ts';
import { CloudAccounts } from './accounts.ts';
import type { AccountsOptions } from './accounts.ts';
import { fileStores } from './stores.ts';
import type { Stores } from './stores.ts';
import { composeDiagnosis, composeUpdates, restartedNotice, windowLostWords } from './program.ts';
import type { DemoOptions } from '../demo/demo-arguments.ts';
import type { Pace } from '../environment/development.ts';
import { createFormats } from './formats.ts';
import { createPublisher } from '../ipc/publish.ts';
import { serveCalls } from '../ipc/serve.ts';
import type { LogFile } from '../logging/log-file.ts';
import type { Platform } from '../platform/platform.ts';
import { startDeadline } from '../scheduling/deadline.ts';
import { createScheduler } from '../scheduling/scheduler.ts';
import { createSystemClock } from '../scheduling/system-clock.ts';
import { createTimers } from '../scheduling/timers.ts';
import { systemOf } from '../storage/keychain/keychain-failures.ts';
import { createRunLock } from '../storage/run-lock.ts';
import { encodePinKey, encodeSmoobu, encodeTheKeys } from '../storage/keychain/secret-codecs.ts';
import type { CloudName } from '../../shared/errors.ts';
import { err, ok } from '../../shared/result.ts';

export interface ComposeOptions {
  readonly homeFolder: string;
  /** Writes to `LOG_FOLDER` in the home folder. */
  readonly log: LogFile;
  readonly version: string;
  /** null: the real thing. */
  readonly demo: DemoOptions | null;
  /** IANA zone of this computer. */
  readonly zone: string;
  readonly addresses: AccountsOptions['addresses'];
  /** Credentials that stand before the keychain; none in an installed app. */
  readonly given: AccountsOptions['given'];
  readonly pace: Pace;
  readonly platform: Platform;
  readonly installation: Installation;
  /** The one before met an error. */
  readonly isAfterCrash: boolean;
}
export const LOG_FOLDER = 'logs';

const CLOSE_CAP_MS = 1_000;

export async function composeDesktop(options: ComposeOptions): Promise<Desktop> {
  const { homeFolder, platform, version, demo, zone, log } = options;
  const isDemo = demo !== null;
  const clock = createSystemClock();
  const timers = createTimers();
  log.log('info', 'starting', { version, isDemo });
  for (const mistake of demo?.mistakes ?? []) log.log('warn', 'a word of the demo is left out', { mistake });
  const keeping = demo === null ? fileStores(options, clock) : await (await import('./demo-stores.ts')).memoryStores(demo, clock);
  const { settings, history } = keeping;
  drawInstallation(settings);
  const clouds = new CloudAccounts({ ...keeping, world: { clock, log, version }, onSecret: (text) => log.addSecret(text) });
  const scheduler = createScheduler(log, options.pace.cron);
  const runLock = isDemo ? { tryAcquire: () => ({ release: () => undefined }) } : createRunLock({ file: join(homeFolder, 'run.lock') });
  const previews = new Previews({
    bookingCloud: () => clouds.bookingCloud(),
    lockCloud: () => clouds.lockCloud(),
    pins: () => clouds.pins(),
    history,
    clock,
    startDeadline,
    log,
    newRunId: () => randomUUID(),
  });
  const edges = platform.open({ log, clock, timers });
  const publisher = createPublisher({
    audience: () => edges.window.audience(),
    send: (name, payload) => edges.window.send(name, payload),
    timers,
    log,
  });

  const runNow = async ({
    trigger,
    applyHeld,
    settings: current,
    signal,
    onProgress,
  }: DesktopRunRequest): ReturnType<DesktopPorts['run']> => {
    const [bookings, locks, pins] = [await clouds.bookingCloud(), await clouds.lockCloud(), await clouds.pins()];
    if (!bookings.ok) return bookings;
    if (!locks.ok) return locks;
    if (!pins.ok) return err(pins.error);
    previews.forget();
    const answer = await runOnce(
      {
        bookings: bookings.value,
        locks: locks.value,
        history,
        pins: pins.value,
        clock,
        startDeadline,
        runLock,
        log,
        newRunId: () => randomUUID(),
      },
      { mode: 'live', trigger, settings: current, applyHeld, signal, onProgress },
    );
    previews.forget();
    // A client does not retry rejected credentials. The next run, which only the user can start, gets a new client.
    if (answer.ok && answer.value.problems.some(({ kind }) => kind === 'credentials-rejected')) clouds.changed();
    await clouds.closeRetired();
    return answer;
  };
  const renewal = composeUpdates(options, {
    clock,
    timers,
    settings,
    notify: (notices) => notices.forEach((notice) => edges.notifier.show(notice)),
  });
  const ports: DesktopPorts = {
    clock,
    scheduler,
    timers,
    log,
    settings,
    history,
    accounts: accountsOf(clouds, keeping),
    // The login item is the real app's: playing does not change it.
    startAtLogin: isDemo ? { isPossible: false, isOn: () => false, set: () => undefined } : edges.startAtLogin,
    zone,
    systemLocales: platform.systemLocales(),
    system: systemOf(process.platform),
    formatsFor: (locale) => createFormats(locale, zone, () => clock.nowMs()),
    version,
    isDemo,
    updates: renewal.keeper,
    diagnosis: composeDiagnosis(options, join(homeFolder, LOG_FOLDER), renewal.off),
    newAbortController: () => new AbortController(),
    screen: {
      showTray: (model) => edges.tray.show(model),
      showNotices: (notices) => {
        for (const notice of notices) edges.notifier.show(notice);
      },
      publish: (change) => publisher.changed(change),
      openWindow: (target) => edges.window.show(target),
      setTheme: (theme) => platform.setTheme(theme),
      openLogFolder: () => edges.openFolder(join(homeFolder, LOG_FOLDER)),
      copy: (text) => edges.copy(text),
      saveFile: (file) => edges.saveFile(file),
    },
    // Once in the life of an installation: not worth the memory of every start.
    readOldConfig: async (text, reading) => (await import('../config-file/read-config.ts')).readConfig(text, reading),
    relaunch: (next) => platform.relaunch(next),
    run: (request) => renewal.keeper.duringRun(() => runNow(request)),
    async preview(wanted) {
      const answer = await previews.preview(wanted);
      if (!answer.ok && answer.error.kind === 'credentials-rejected') clouds.changed();
      return answer;
    },
    exit: () => {
      shutDown().catch((error: unknown) => {
        log.log('error', 'not everything could be put away', { error });
        platform.exit();
      });
    },
  };
  const desktop = new Desktop(ports, {
    isOnline: edges.network.isOnline(),
    runDelayMs: options.pace.runDelayMs,
    userNames: { smoobu: null, 'the-keys': settings.read().stored.theKeysUser },
  });
  const calls = serveCalls({
    ipcMain: edges.callSource,
    isTrusted: edges.isTrusted,
    handlers: desktopCalls(desktop, ports, { ready: () => ok(edges.window.pageReady()) }),
    messageOf: (kind) => desktop.text(`refusal.${kind}`),
    log,
  });
  edges.listen({
    onTray: (action) => {
      if (action.kind === 'install-update') {
        renewal.keeper.install();
        return;
      }
      if (action.kind === 'quit') renewal.keeper.hostQuits();
      desktop.act(action);
    },
    onNotice: (notice) => desktop.openWindow(notice.target),
    onOnline: (isOnline) => desktop.setOnline(isOnline),
    onResume: () => desktop.resumedFromSleep(),
    onQuit: () => void desktop.quit(),
    onSecondLaunch: () => desktop.openWindow(null),
    onAudience: () => {
      desktop.refreshSettings();
      publisher.audienceChanged();
    },
    onWindowGivenUp: () => edges.warn(windowLostWords(desktop, join(homeFolder, LOG_FOLDER))),
  });

  const shutDown = async (): Promise<void> => {
    renewal.keeper.stop();
    const installing = renewal.keeper.atEnd();
    calls.close();
    publisher.close();
    edges.close();
    // Connections may hang; what is recorded is on the disk already.
    await Promise.race([clouds.close(), clock.sleep(CLOSE_CAP_MS)]);
    history.close();
    await Promise.race([Promise.all([keeping.close(), log.close()]), clock.sleep(CLOSE_CAP_MS)]);
    const installed = await installing?.install();
    // The old one is still there and goes on.
    if (installed?.ok === false && installing?.restart === true) platform.relaunch({ isDemo: false });
    platform.exit();
  };
  renewal.keeper.start(desktop);
  if (options.isAfterCrash) edges.notifier.show(restartedNotice(desktop.text));
  return desktop;
}

const INSTALLATIONS = 1_000_000;
function drawInstallation(settings: SettingsStore): void {
  const current = settings.read();
  if (current.installation === 0) settings.write({ ...current, installation: randomInt(1, INSTALLATIONS) });
}

function accountsOf(clouds: CloudAccounts, { secrets, settings }: Stores): Accounts {
  const credentialPorts = {
    secrets,
    settings,
    newPinKey: () => encodePinKey(randomBytes(32)),
    encodeCredentials: (entry: Parameters<Accounts['store']>[0]) =>
      entry.cloud === 'smoobu' ? encodeSmoobu(entry.credentials) : encodeTheKeys(entry.credentials),
  };
  const rememberUser = (theKeysUser: string | null): void => {
    const current = settings.read();
    settings.write({ ...current, stored: { ...current.stored, theKeysUser } });
  };
  return {
    async store(entry) {
      const stored = await storeCredentials(credentialPorts, entry, false);
      if (!stored.ok) return stored;
      if (entry.cloud === 'the-keys') rememberUser(maskPhone(entry.credentials.username));
      clouds.changed();
      return ok(null);
    },
    async remove(cloud) {
      const removed = await removeCredentials(credentialPorts, cloud);
      if (!removed.ok) return removed;
      if (cloud === 'the-keys') rememberUser(null);
      clouds.changed();
      return removed;
    },
    async test(cloud) {
      const failure = await probe(clouds, cloud);
      if (failure?.kind === 'credentials-rejected') clouds.changed();
      return failure;
    },
    userName: (cloud) => Promise.resolve(cloud === 'smoobu' ? null : settings.read().stored.theKeysUser),
    bookingCloud: () => clouds.bookingCloud(),
    lockCloud: () => clouds.lockCloud(),
    reconnect: () => clouds.changed(),
  };
}

async function probe(clouds: CloudAccounts, cloud: CloudName): Promise<AccessFailure | null> {
  if (cloud === 'smoobu') {
    const bookings = await clouds.bookingCloud();
    const answer = bookings.ok ? await bookings.value.readAccount() : bookings;
    return answer.ok ? null : answer.error;
  }
  const locks = await clouds.lockCloud();
  const answer = locks.ok ? await locks.value.discover() : locks;
  return answer.ok ? null : answer.error;
}
