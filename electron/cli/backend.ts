/** What the command line needs from the program behind it. Built in electron/compose/headless.ts; tests use a fake. */
import type { CredentialPorts } from '../app/accounts/credentials.ts';
import type { CredentialSources } from '../app/accounts/accounts.ts';
import type { BookingCloud, LockCloud } from '../app/ports/clouds.ts';
import type { ProbeLinks, ProbeMarkStore } from '../app/ports/probe.ts';
import type { Scheduler } from '../app/ports/schedule.ts';
import type { GivenCredentials, HistoryStore, WishStore } from '../app/ports/storage.ts';
import type { Clock, Logger, PinVault, RunLock } from '../app/ports/system.ts';
import type { Look } from '../app/run/look/read-only.ts';
import type { Watchdog } from '../app/watchdog/watchdog.ts';
import type { ServiceAddresses } from '../environment/environment.ts';
import type { ClaimId } from '../../shared/domain/ids.ts';
import type { MemoryChange } from '../../shared/domain/memory.ts';
import type { RunProgress, RunReport, RunTrigger } from '../../shared/domain/run.ts';
import type { Settings } from '../../shared/domain/settings.ts';
import type { Wishes } from '../../shared/domain/wishes.ts';
import type { Result } from '../../shared/result.ts';
import type { AccessFailure, KeychainFailure } from '../../shared/errors.ts';

export interface OpenOptions {
  /** Absolute; created when missing. Contains settings, history and logs. */
  readonly homeFolder: string;
  readonly given: GivenCredentials;
  readonly addresses: ServiceAddresses;
  /** Our own version, for the user agent. */
  readonly version: string;
  /** Set with --verbose: log lines of every level go here too, redacted, without a line end. */
  readonly mirrorLog: ((line: string) => void) | null;
}
interface OpenFailure {
  /** The folder cannot be created, read or written. */
  readonly kind: 'home-unusable';
  /** One sentence that names the folder and the reason. */
  readonly message: string;
}
/** Opens no connection and reads nothing from the keychain. */
export type OpenBackend = (options: OpenOptions) => Promise<Result<Backend, OpenFailure>>;

export interface SyncOptions {
  readonly dryRun: boolean;
  /** Carries out the operations that earlier runs held. */
  readonly applyHeld: boolean;
  readonly trigger: RunTrigger;
  /** Only what belongs to this stay or person. */
  readonly claim?: ClaimId;
  readonly runId?: string;
  /** Wishes for a dry run, instead of the stored ones. */
  readonly wishes?: Wishes;
  /** Settings for this run alone; null takes the stored ones, read again. */
  readonly settingsOverride: Settings | null;
  readonly onProgress: (progress: RunProgress) => void;
  /** Aborting lets the current write finish, then ends the run as `interrupted`. */
  readonly signal: AbortSignal;
}
export interface LookOptions extends Pick<SyncOptions, 'claim' | 'wishes' | 'settingsOverride' | 'onProgress' | 'signal'> {
  /** Taken for remembered, beside what is. */
  readonly remember?: readonly MemoryChange[];
}
/**
 * `busy`: another process is running on this folder. An access failure: the run could not begin without credentials.
 * In both cases nothing was changed and nothing is recorded in the history.
 */
export type SyncRefusal = 'busy' | AccessFailure;

/** `secrets` are the keychain alone, without credentials from a file or the environment. */
export interface Backend extends CredentialPorts {
  readonly wishes: WishStore;
  readonly history: HistoryStore;
  readonly runLock: RunLock;
  readonly clock: Clock;
  readonly scheduler: Scheduler;
  /** Hears of each sync by itself. */
  readonly watchdog: Pick<Watchdog, 'store' | 'remove' | 'test' | 'state' | 'settled'>;
  readonly log: Logger;
  /** Absolute path of the log file. */
  readonly logFile: string;
  /** One run. Failures after its start are in the report; an error, too, is a failed run. */
  sync(options: SyncOptions): Promise<Result<RunReport, SyncRefusal>>;
  /** What a run would do now: another run goes on undisturbed, and nothing is recorded. */
  look(options: LookOptions): Promise<Result<Look, AccessFailure>>;
  readonly probe: {
    readonly marks: ProbeMarkStore;
    /** Clients of their own; the caller closes them. */
    open(): Promise<Result<ProbeLinks, AccessFailure>>;
    /** Returns the file's absolute path. Throws a StorageFailure. */
    saveReport(text: string): string;
  };
  newRunId(): string;
  /** The same client each time; nothing is sent before its first call. Missing credentials are `credentials-missing`. */
  bookingCloud(): Promise<Result<BookingCloud, AccessFailure>>;
  lockCloud(): Promise<Result<LockCloud, AccessFailure>>;
  /** Reads the PIN key. Without one, nothing can be sealed. */
  pinVault(): Promise<Result<PinVault, KeychainFailure>>;
  /** Where each credential comes from, without its value. Reads the keychain, not the network. */
  credentialSources(): Promise<CredentialSources>;
  /** Closes clients, history and log; afterwards nothing keeps the process alive. Never throws. */
  close(): Promise<void>;
}
