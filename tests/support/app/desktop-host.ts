/** The running app behind its ports, without a screen: everything it asks for is written down, and runs end when told. */
import { desktopCalls } from '../../../electron/app/calls/index.ts';
import { Desktop } from '../../../electron/app/desktop/desktop.ts';
import type { DesktopPorts, DesktopRunRequest, NativeQuestion } from '../../../electron/app/desktop/ports.ts';
import { LastLists } from '../../../electron/app/doors/last-lists.ts';
import type { FileToSave } from '../../../electron/app/ports/files.ts';
import type { StoredCredentials } from '../../../electron/app/accounts/credentials.ts';
import { NO_RUN_LOCK } from '../../../electron/app/ports/system.ts';
import { readConfig } from '../../../electron/config-file/read-config.ts';
import { openHistoryStore } from '../../../electron/storage/history/history-store.ts';
import { createPinVault } from '../../../electron/storage/keychain/pin-vault.ts';
import { memoryWishes } from '../../../electron/storage/wishes/wishes-in-memory.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { AccessFailure, CloudName, KeychainFailure } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import { FORMATS, NOW_MS, ZONE } from './state-fixtures.ts';
import { VirtualWorld } from './virtual-world.ts';

const STORED_AS = { smoobu: 'smoobu', 'the-keys': 'theKeys' } as const;

const PROGRAM = {
  system: 'linux 6.1 x64',
  versions: { node: '24.0.0' },
  installation: 'development',
  updatesOff: 'no-feed',
  logLevel: 'info',
  logFolder: '~/logs',
};

/** `elsewhere`: ports that stand for something else than here. */
export function desktopHost(initial: Settings = defaultSettings(), elsewhere: Partial<DesktopPorts> = {}) {
  const world = new VirtualWorld(NOW_MS);
  const kept = new Map<CloudName, StoredCredentials>();
  const happened: string[] = [];
  const heard: Parameters<DesktopPorts['watchdog']['afterSync']>[] = [];
  const files: FileToSave[] = [];
  const asked: NativeQuestion[] = [];
  const runs: DesktopRunRequest[] = [];
  const set = {
    settings: initial,
    /** The keychain says no to this. */
    keychainFails: null as CloudName | null,
    testFails: null as AccessFailure | null,
    canSave: true as boolean,
    /** The user's answer when asked whether to quit. */
    quits: async (): Promise<boolean> => true,
    startsAtLogin: initial.app.startAtLogin,
    /** What a run does: by default it ends at once, as if another process were at it. */
    run: async (_request: DesktopRunRequest): Promise<void> => {},
  };
  const remember = (cloud: CloudName, isStored: boolean): void => {
    set.settings = { ...set.settings, stored: { ...set.settings.stored, [STORED_AS[cloud]]: isStored } };
  };
  const failure: KeychainFailure = { kind: 'keychain-locked', message: 'The keychain is locked.' };
  const clock = { ...world.clock, uptimeMs: () => world.clock.nowMs(), bootId: () => 'boot', random: () => 0.5, sleep: async () => {} };
  const history = openHistoryStore({ file: ':memory:', clock });
  const ports: DesktopPorts = {
    clock,
    scheduler: world.scheduler,
    timers: world.timers,
    log: { log: () => {} },
    settings: {
      recovered: null,
      read: () => set.settings,
      write: (settings) => {
        set.settings = settings;
      },
    },
    wishes: memoryWishes(),
    lists: new LastLists(clock),
    history,
    accounts: {
      async store(entry) {
        if (set.keychainFails === entry.cloud) return err(failure);
        happened.push(`store ${entry.cloud}`);
        kept.set(entry.cloud, entry);
        remember(entry.cloud, true);
        return ok(entry.cloud === 'smoobu' ? null : '+33 •••••••00');
      },
      async remove(cloud) {
        if (set.keychainFails === cloud) return err(failure);
        happened.push(`remove ${cloud}`);
        kept.delete(cloud);
        remember(cloud, false);
        return ok(null);
      },
      async test(cloud) {
        happened.push(`test ${cloud}`);
        return set.testFails;
      },
      bookingCloud: async () => err({ kind: 'credentials-missing', cloud: 'smoobu', message: 'None are stored.', certain: true }),
      lockCloud: async () => err({ kind: 'credentials-missing', cloud: 'the-keys', message: 'None are stored.', certain: true }),
      pinVault: async () => ok(createPinVault(new Uint8Array(32).fill(7))),
      reconnect: () => void happened.push('reconnect'),
    },
    watchdog: {
      afterSync: (...sync) => void heard.push(sync),
      remove: async () => {
        happened.push('remove watchdog');
        return ok(null);
      },
    },
    screen: {
      showTray: () => {},
      showNotices: () => {},
      publish: () => {},
      openWindow: () => {},
      openLogFolder: () => {},
      setTheme: (theme) => void happened.push(`theme ${theme}`),
      setLanguage: () => {},
      copy: () => {},
      copyBriefly: () => {},
      protect: () => {},
      async ask(question) {
        asked.push(question);
        return set.quits();
      },
      async savePdf(suggestedName) {
        happened.push(`saved ${suggestedName}`);
        return ok({ savedAs: suggestedName });
      },
      async saveFile(file) {
        files.push(file);
        return set.canSave ? ok({ savedAs: file.suggestedName }) : err({ message: 'The disk is full.' });
      },
    },
    limits: { list: () => [] },
    startAtLogin: {
      isPossible: true,
      isOn: () => set.startsAtLogin,
      set: (isOn) => {
        set.startsAtLogin = isOn;
      },
    },
    zone: ZONE,
    systemLocales: ['en-GB'],
    system: 'linux',
    formatsFor: () => FORMATS,
    version: '0.1.0',
    isDemo: false,
    updates: { install: () => false, later: () => false, userQuits: () => {}, duringRun: (run) => run() },
    diagnosis: { program: PROGRAM, write: (facts) => JSON.stringify(facts, null, 2) },
    runLock: NO_RUN_LOCK,
    async run(request) {
      runs.push(request);
      await set.run(request);
      return err('busy');
    },
    newRunId: () => 'run-act',
    look: async () => err({ kind: 'credentials-missing', cloud: 'smoobu', message: 'None are stored.', certain: true }),
    preview: async () => err({ kind: 'credentials-missing', cloud: 'smoobu', message: 'None are stored.', certain: true }),
    readOldConfig: async (text, options) => readConfig(text, options),
    relaunch: ({ isDemo }) => void happened.push(isDemo ? 'relaunch as demo' : 'relaunch'),
    exit: () => void happened.push('exit'),
    ...elsewhere,
  };
  const desktop = new Desktop(ports, {
    isOnline: true,
    runDelayMs: null,
    launch: { isAfterCrash: false, wantsWindow: false, isHidden: true },
  });
  const calls = desktopCalls(desktop, ports, { ready: () => ok(null) });
  return { world, desktop, ports, calls, set, kept, happened, heard, files, asked, runs };
}
