/** What the command line needs from the program behind it. Composed in electron/compose/headless.ts; played by a fake in tests. */
import type { AccessFailure } from '../app/accounts/access.ts';
import type { StoredCredentials } from '../app/accounts/credentials.ts';
import type { CredentialSources } from '../app/doctor/doctor.ts';
import type { BookingCloud, LockCloud } from '../app/ports/clouds.ts';
import type { HistoryStore, SecretStore, SettingsStore } from '../app/ports/storage.ts';
import type { Clock, Logger, RunLock } from '../app/ports/system.ts';
import type { GivenCredentials, ServiceAddresses } from '../environment/environment.ts';
import type { Secret } from '../../shared/secret.ts';
import type { RunProgress, RunReport, RunTrigger } from '../../shared/domain/run.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { Result } from '../../shared/result.ts';

export interface OpenOptions {
  /** Absolute; made when it is not there. Settings, history and logs live in it. */
  readonly homeFolder: string;
  readonly given: GivenCredentials;
  readonly addresses: ServiceAddresses;
  /** Our own version, for the user agent. */
  readonly version: string;
  /** Set with --verbose: log lines of every level go here too, redacted, without a line end. */
  readonly mirrorLog: ((line: string) => void) | null;
}
export interface OpenFailure {
  /** The folder cannot be made, read or written. */
  readonly kind: 'home-unusable';
  /** One sentence that names the folder and the reason. */
  readonly message: string;
}
/** Opens nothing on the network and asks the keychain nothing. */
export type OpenBackend = (options: OpenOptions) => Promise<Result<Backend, OpenFailure>>;

export interface SyncOptions {
  readonly dryRun: boolean;
  /** Carries out the operations that waited for the user before this run. */
  readonly applyHeld: boolean;
  readonly trigger: RunTrigger;
  /** Settings for this run alone; null takes the stored ones, read again. */
  readonly settingsOverride: Settings | null;
  readonly onProgress: (progress: RunProgress) => void;
  /** Aborting lets the write in hand finish, then ends the run as `interrupted`. */
  readonly signal: AbortSignal;
}
/**
 * `busy`: another process is in the middle of a run on this folder. An access failure: the run could not begin for want of credentials.
 * In both cases nothing was done and nothing is in the history.
 */
export type SyncRefusal = 'busy' | AccessFailure;

export interface ScheduledJob {
  stop(): void;
  /** Epoch milliseconds of the next slots, soonest first. */
  nextRuns(count: number): readonly number[];
}
export interface CronSchedule {
  schedule(cron: string, onDue: () => void): ScheduledJob;
  validate(cron: string): boolean;
}

export interface Backend {
  readonly settings: SettingsStore;
  readonly history: HistoryStore;
  /** The keychain alone, without what was given from outside. */
  readonly secrets: SecretStore;
  readonly runLock: RunLock;
  readonly clock: Clock;
  readonly scheduler: CronSchedule;
  readonly log: Logger;
  /** Absolute path of the log file. */
  readonly logFile: string;
  /** 32 fresh random bytes as base64. */
  newPinKey(): Secret;
  /** The text that the keychain keeps for a cloud's credentials. */
  encodeCredentials(entry: StoredCredentials): Secret;
  /** One run. What fails once it began is in the report; bugs throw. */
  sync(options: SyncOptions): Promise<Result<RunReport, SyncRefusal>>;
  /** The same client each time; nothing is sent before its first call. Missing credentials are `credentials-missing`. */
  bookingCloud(): Promise<Result<BookingCloud, AccessFailure>>;
  lockCloud(): Promise<Result<LockCloud, AccessFailure>>;
  /** Where each credential comes from, without its value. Asks the keychain, not the network. */
  credentialSources(): Promise<CredentialSources>;
  /** Closes clients, history and log; nothing keeps the process alive afterwards. Never throws. */
  close(): Promise<void>;
}
