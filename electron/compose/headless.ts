/** Builds the program behind the command line: stores in the home folder, clients for both clouds, and the engine over them. */
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { AccessFailure } from '../app/accounts/access.ts';
import { wasStored } from '../app/accounts/credentials.ts';
import type { StoredCredentials } from '../app/accounts/credentials.ts';
import type { CredentialSource, CredentialSources } from '../app/doctor/doctor.ts';
import { runOnce } from '../app/run/engine.ts';
import type { BookingCloud, LockCloud } from '../app/ports/clouds.ts';
import type { HistoryStore, SettingsStore } from '../app/ports/storage.ts';
import type { Logger } from '../app/ports/system.ts';
import type { Backend, OpenBackend, OpenOptions, SyncOptions, SyncRefusal } from '../cli/backend.ts';
import { CloudAccounts } from './accounts.ts';
import { LOG_FILE_NAME, openLogFile } from '../logging/log-file.ts';
import type { LogFile } from '../logging/log-file.ts';
import { startDeadline } from '../scheduling/deadline.ts';
import { createScheduler } from '../scheduling/scheduler.ts';
import { createSystemClock } from '../scheduling/system-clock.ts';
import { openHistoryStore } from '../storage/history/history-store.ts';
import { openKeychain } from '../storage/keychain/keychain.ts';
import type { Credential } from '../storage/keychain/credentials.ts';
import { makePrivateFolder } from '../storage/private-files.ts';
import { createRunLock } from '../storage/run-lock.ts';
import { encodePinKey, encodeSmoobu, encodeTheKeys } from '../storage/keychain/secret-codecs.ts';
import { openSettingsStore } from '../storage/settings/settings-store.ts';
import type { RunReport } from '../../shared/domain/run.ts';
import { err, ok } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import type { Secret } from '../../shared/secret.ts';

export const openBackend: OpenBackend = async (options) => {
  const { homeFolder } = options;
  const clock = createSystemClock();
  const logFolder = join(homeFolder, 'logs');
  try {
    makePrivateFolder(homeFolder);
    const log = openLogFile({ folder: logFolder, level: options.mirrorLog === null ? 'info' : 'debug', clock, ...mirrored(options) });
    const settings = openSettingsStore({ folder: homeFolder, clock, log });
    const history = openHistoryStore({ file: join(homeFolder, 'history.sqlite'), clock, log });
    return ok(new HeadlessBackend(options, { clock, log, settings, history, logFile: join(logFolder, LOG_FILE_NAME) }));
  } catch (error) {
    return err({ kind: 'home-unusable', message: `The folder ${homeFolder} cannot be used${reasonOf(error)}.` });
  }
};

interface Stores {
  readonly clock: ReturnType<typeof createSystemClock>;
  readonly log: LogFile;
  readonly settings: SettingsStore;
  readonly history: HistoryStore;
  readonly logFile: string;
}

class HeadlessBackend implements Backend {
  readonly clock;
  readonly log: Logger;
  readonly settings: SettingsStore;
  readonly history: HistoryStore;
  readonly logFile: string;
  readonly secrets;
  readonly runLock;
  readonly scheduler;
  readonly #options: OpenOptions;
  readonly #logFile: LogFile;
  readonly #accounts: CloudAccounts;

  constructor(options: OpenOptions, stores: Stores) {
    const { settings } = stores;
    this.#options = options;
    this.#logFile = stores.log;
    this.clock = stores.clock;
    this.log = stores.log;
    this.settings = settings;
    this.history = stores.history;
    this.logFile = stores.logFile;
    this.runLock = createRunLock({ file: join(options.homeFolder, 'run.lock') });
    this.scheduler = createScheduler(stores.log);
    this.secrets = openKeychain({ wasStored: (name) => wasStored(settings, name), platform: process.platform });
    const { given, addresses } = options;
    this.#accounts = new CloudAccounts({
      secrets: this.secrets,
      settings,
      world: { clock: stores.clock, log: stores.log, version: options.version },
      given: { smoobu: given.smoobu?.credentials ?? null, theKeys: given.theKeys?.credentials ?? null, pinKey: given.pinKey },
      addresses,
      onSecret: (text) => stores.log.addSecret(text),
    });
  }

  newPinKey(): Secret {
    return encodePinKey(randomBytes(32));
  }

  encodeCredentials(entry: StoredCredentials): Secret {
    return entry.cloud === 'smoobu' ? encodeSmoobu(entry.credentials) : encodeTheKeys(entry.credentials);
  }

  async sync(options: SyncOptions): Promise<Result<RunReport, SyncRefusal>> {
    const [bookings, locks] = [await this.bookingCloud(), await this.lockCloud()];
    if (!bookings.ok) return bookings;
    if (!locks.ok) return locks;
    const pins = await this.#accounts.pins();
    if (!pins.ok) return pins;
    return runOnce(
      {
        bookings: bookings.value,
        locks: locks.value,
        history: this.history,
        pins: pins.value,
        clock: this.clock,
        startDeadline,
        runLock: this.runLock,
        log: this.log,
        newRunId: () => randomUUID(),
      },
      {
        mode: options.dryRun ? 'dry-run' : 'live',
        trigger: options.trigger,
        settings: options.settingsOverride ?? this.settings.read(),
        applyHeld: options.applyHeld,
        signal: options.signal,
        onProgress: options.onProgress,
      },
    );
  }

  bookingCloud(): Promise<Result<BookingCloud, AccessFailure>> {
    return this.#accounts.bookingCloud();
  }

  lockCloud(): Promise<Result<LockCloud, AccessFailure>> {
    return this.#accounts.lockCloud();
  }

  async credentialSources(): Promise<CredentialSources> {
    const { given } = this.#options;
    const found = await this.#accounts.credentials();
    const source = (one: Credential<unknown>, givenSource: CredentialSource['kind'] | undefined): CredentialSource => {
      if (one.failure !== null) return { kind: 'keychain-failed', failure: one.failure };
      if (one.source === null) return { kind: 'none' };
      return one.source === 'keychain' || givenSource === undefined || givenSource === 'keychain-failed'
        ? { kind: 'keychain' }
        : { kind: givenSource };
    };
    return {
      smoobu: source(found.smoobu, given.smoobu?.source),
      theKeys: source(found.theKeys, given.theKeys?.source),
      pinKey: source(found.pinKey, given.pinKey === null ? undefined : 'environment'),
    };
  }

  async close(): Promise<void> {
    await this.#accounts.close();
    this.history.close();
    await this.#logFile.close();
  }
}

function mirrored({ mirrorLog }: OpenOptions) {
  return mirrorLog === null ? {} : { mirror: mirrorLog };
}

/** The system's own short code says enough and holds no data. */
function reasonOf(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? ` (${code})` : '';
}
