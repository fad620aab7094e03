/** What the use cases need from the world. Adapters implement these; compose.ts is the only place that knows both sides. */
import type { BookingAccount, BookingFetch, BookingLookup, UnitDetails, UnitSummary } from '../../../shared/domain/booking.ts';
import type { CodeRecord, LockListing, LockSummary, Pin } from '../../../shared/domain/code.ts';
import type { BookingId, CodeId, KeypadId, LockId, UnitId } from '../../../shared/domain/ids.ts';
import type { HoldReason, PinDraw, PlanMemory } from '../../../shared/domain/plan.ts';
import type { OperationReport, RunFilter, RunMode, RunOutcome, RunReport, RunSummary, RunTrigger } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { CloudFailure, KeychainFailure } from '../../../shared/errors.ts';
import type { ClockReading } from '../../../shared/reconcile/clock-step.ts';
import type { Result } from '../../../shared/result.ts';
import type { Secret } from '../../../shared/secret.ts';
import type { LocalDate } from '../../../shared/time.ts';

/** Time and chance, handed in so that tests own both. */
export interface Clock {
  /** Wall clock, epoch milliseconds. */
  nowMs(): number;
  /** Milliseconds since the machine booted, sleep included; never goes back within one boot. */
  uptimeMs(): number;
  /** Names the boot that `uptimeMs` counts from; differs between two readings that cannot be compared. */
  bootId(): string;
  /** Resolves after the time, or at once when the signal aborts (it never rejects). */
  sleep(durationMs: number, signal?: AbortSignal): Promise<void>;
  /** In [0, 1), for jitter only. */
  random(): number;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
/** Values are redacted at the sink, but do not rely on it: hand in ids, counts and kinds, not bodies. */
export interface Logger {
  log(level: LogLevel, message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Options every cloud call takes. */
export interface CallOptions {
  /** Aborting cancels reads at once; a write in hand is let finish up to its own timeout. */
  readonly signal?: AbortSignal;
}

/** A signal that fires when the time is up or the parent fires. Kept apart from `Clock.sleep` so that it holds nobody up. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** True when the time ran out (and not merely the parent fired). */
  reached(): boolean;
  /** Frees the timer; the signal never fires after this. */
  cancel(): void;
}
export type StartDeadline = (durationMs: number, parent: AbortSignal | undefined) => Deadline;

/** The bookings' side (Smoobu). */
export interface BookingCloud {
  /** Every booking that leaves on or after one day and arrives on or before another, cancellations included, blocks left out. */
  fetchBookings(range: BookingRange, options?: CallOptions): Promise<Result<BookingFetch, CloudFailure>>;
  /** 404 is `missing`, every other failure an error. */
  readBooking(id: BookingId, options?: CallOptions): Promise<Result<Exclude<BookingLookup, { kind: 'failed' }>, CloudFailure>>;
  listUnits(options?: CallOptions): Promise<Result<readonly UnitSummary[], CloudFailure>>;
  readUnit(id: UnitId, options?: CallOptions): Promise<Result<UnitDetails, CloudFailure>>;
  /** Cheapest authenticated call: the credential probe. */
  readAccount(options?: CallOptions): Promise<Result<BookingAccount, CloudFailure>>;
  /** Requests sent so far, retries included. */
  requestCount(): number;
  /** The cloud's clock minus ours, from the last answer's Date header; null before the first. */
  clockOffsetMs(): number | null;
  close(): Promise<void>;
}
export interface BookingRange {
  readonly departureFrom: LocalDate;
  readonly arrivalTo: LocalDate;
}

/** The doors' side (The Keys). A write's failure says in `certain` whether it may have happened all the same. */
export interface LockCloud {
  /** Signs in if there is no usable token yet. The credential probe. */
  signIn(options?: CallOptions): Promise<Result<null, CloudFailure>>;
  /** Locks of the account with their keypads' string ids. */
  discover(options?: CallOptions): Promise<Result<readonly LockSummary[], CloudFailure>>;
  /** Every keypad code of one lock. A list of an odd shape is a failure, never an empty list. */
  listCodes(lockId: LockId, options?: CallOptions): Promise<Result<LockListing, CloudFailure>>;
  /** `codeId` is null when the answer did not tell it. */
  createCode(
    lockId: LockId,
    keypadId: KeypadId,
    record: CodeRecord,
    options?: CallOptions,
  ): Promise<Result<{ codeId: CodeId | null }, CloudFailure>>;
  /** Always the whole record: the server clears what is not sent. */
  updateCode(codeId: CodeId, record: CodeRecord, options?: CallOptions): Promise<Result<null, CloudFailure>>;
  /** A code that is not there any more counts as deleted. */
  deleteCode(codeId: CodeId, options?: CallOptions): Promise<Result<null, CloudFailure>>;
  requestCount(): number;
  close(): Promise<void>;
}

export interface SettingsStore {
  read(): Settings;
  /** Validates before it writes; throws on settings that do not fit the schema (a bug of the caller). */
  write(settings: Settings): void;
  /** Set when the file was unreadable and set aside: where the old one is now. */
  readonly recovered: RecoveredFile | null;
}
export interface RecoveredFile {
  readonly setAsideAs: string;
  readonly because: string;
}

export const SECRET_NAMES = ['smoobu', 'the-keys', 'pin-key'] as const;
export type SecretName = (typeof SECRET_NAMES)[number];
export interface SmoobuCredentials {
  readonly apiKey: Secret;
  readonly apiSecret: Secret;
}
export interface TheKeysCredentials {
  /** International phone number, "+33…". */
  readonly username: string;
  readonly password: Secret;
}
/** The OS keychain. Values are opaque texts; presence is remembered in the settings, since a locked keyring looks empty. */
export interface SecretStore {
  read(name: SecretName): Promise<Result<Secret | null, KeychainFailure>>;
  write(name: SecretName, value: Secret): Promise<Result<null, KeychainFailure>>;
  remove(name: SecretName): Promise<Result<null, KeychainFailure>>;
}

export interface RunListQuery {
  readonly limit: number;
  /** Runs that started before this run; from the last row of the page before. */
  readonly beforeRunId?: string;
  /** Left out: every run. */
  readonly filter?: RunFilter;
}
export interface WaitingHold {
  readonly operation: OperationReport;
  readonly reason: HoldReason;
  readonly sinceMs: number;
}
/** Never a PIN: that one was shown, not what it was. */
export type HistoryEvent =
  | {
      readonly kind: 'pin-revealed';
      readonly atMs: number;
      readonly bookingId: BookingId;
      readonly lockId: LockId;
      readonly keypadId: KeypadId;
    }
  | { readonly kind: 'notice'; readonly atMs: number; readonly category: string; readonly key: string; readonly title: string };

/** Runs, operations, problems, and what planning remembers. Synchronous: it is a local file. */
export interface HistoryStore {
  readonly recovered: RecoveredFile | null;
  beginRun(run: { id: string; mode: RunMode; trigger: RunTrigger; startedAtMs: number }): void;
  /** Written as they happen, so that a killed run still tells what it did. Replaces the row with the same key. */
  recordOperation(runId: string, operation: OperationReport): void;
  finishRun(report: RunReport): void;
  /** Runs that never finished, closed as `interrupted`; how many there were. Call while holding the run lock. */
  closeInterrupted(nowMs: number): number;

  memory(): PlanMemory;
  rememberPinDraw(bookingId: BookingId, draw: PinDraw): void;
  rememberMissing(bookingId: BookingId, sinceMs: number): void;
  forgetMissing(bookingIds: readonly BookingId[]): void;
  /** Makes the waiting holds exactly these; earlier `since` times are kept. Dismissals of other keys stay. */
  replaceHolds(operations: readonly OperationReport[], nowMs: number): void;
  listHolds(): readonly WaitingHold[];
  dismissHold(key: string, nowMs: number): boolean;
  clockMark(): ClockReading | null;
  rememberClock(reading: ClockReading): void;

  /** What happened beside the runs; kept as long as they are. */
  recordEvent(event: HistoryEvent): void;
  /** Newest first. */
  listEvents(limit: number): readonly HistoryEvent[];

  listRuns(query: RunListQuery): readonly RunRow[];
  readRun(id: string): RunDetail | null;
  listOperationsOfBooking(bookingId: BookingId, limit: number): readonly BookingOperationRow[];
  /** Removes runs and events older than this. Remembered draws stay for about three years: a code may be made long before the stay. */
  prune(beforeMs: number): void;
  close(): void;
}
export interface RunRow extends RunSummary {
  readonly counts: RunReport['counts'];
  readonly problemCount: number;
}
/** A run still in hand, or killed, has the outcome `interrupted` and no finishing time of its own. */
export interface RunDetail {
  readonly run: RunRow;
  readonly operations: readonly OperationReport[];
  readonly problems: RunReport['problems'];
  readonly requests: RunReport['requests'];
}
export interface BookingOperationRow extends OperationReport {
  readonly runId: string;
  readonly startedAt: string;
  readonly outcome: RunOutcome;
}

/** One run at a time on one data folder, over all processes; let go by the system when the process dies. */
export interface RunLock {
  /** null when another process is in the middle of a run. */
  tryAcquire(): { release(): void } | null;
}

/** Draws PINs. Built from the pin key, or from the system's random source where there is none. */
export interface PinSource {
  readonly keyed: boolean;
  draw(bookingId: BookingId, attempt: number, length: number): Pin;
}
