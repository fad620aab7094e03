/** What the use cases need kept: settings, wishes, the keychain, and the history with what planning remembers. */
import type { HistoryEvent } from '../../../shared/domain/history-event.ts';
import type { BookingId, ClaimId } from '../../../shared/domain/ids.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import type { HoldReason, PinDraw, PlanMemory } from '../../../shared/domain/plan.ts';
import type { OperationReport, RunFilter, RunOutcome, RunReport, RunRow, RunSummary, RunTrigger } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Wishes } from '../../../shared/domain/wishes.ts';
import type { KeychainFailure } from '../../../shared/errors.ts';
import type { ClockReading } from '../../../shared/reconcile/trust/clock-step.ts';
import type { Result } from '../../../shared/result.ts';
import type { Secret } from '../../../shared/secret.ts';
import type { SmoobuCredentials, TheKeysCredentials } from './clouds.ts';

export interface SettingsStore {
  read(): Settings;
  /**
   * All of it or nothing: throws a StorageFailure when the disk does not take it. Also throws on settings that do not fit the schema (a bug
   * of the caller).
   */
  write(settings: Settings): void;
  /** Set when the file was unreadable: where the old one is now. */
  readonly recovered: RecoveredCheckedFile | null;
}

/** What the user decided for stays and people. A lost file costs what it said, never a code. */
export interface WishStore {
  /** Always from the file: another process may have changed it. */
  read(): Wishes;
  /**
   * Reads, updates and stores while no other process does, and returns what is stored then. Nothing is written when `update` returns what it
   * was given. All of it or nothing: throws a StorageFailure when the disk does not take it, and throws on what does not fit the schema (a
   * bug of the caller).
   */
  change(update: (wishes: Wishes) => Wishes): Wishes;
  /** Set when the file was unreadable: where the old one is now. `read().recovery` lasts longer: until the user has confirmed it. */
  readonly recovered: RecoveredCheckedFile | null;
}

export type StorageFailureKind = 'full' | 'read-only' | 'failing';
/** The disk does not take what has to be stored. Expected: every place where the user asks for something to be stored says so. */
export class StorageFailure extends Error {
  readonly kind: StorageFailureKind;
  constructor(kind: StorageFailureKind, options?: ErrorOptions) {
    super(`The disk is ${kind}.`, options);
    this.kind = kind;
  }
}

/** For what the program stores by itself and can store later as well. False when it could not be stored. */
export function storedIfPossible(store: () => void): boolean {
  try {
    store();
    return true;
  } catch (error) {
    if (error instanceof StorageFailure) return false;
    throw error;
  }
}

export interface RecoveredCheckedFile extends Omit<RecoveredFile, 'setAsideAs'> {
  /** null: it could not be renamed, or there was none. */
  readonly setAsideAs: string | null;
  /** False: the defaults are in use. */
  readonly usesCopy: boolean;
}

export interface RecoveredFile {
  readonly setAsideAs: string;
  readonly because: string;
}

/** The entries of the keychain. */
export interface SecretValues {
  readonly smoobu: SmoobuCredentials;
  readonly 'the-keys': TheKeysCredentials;
  /** 32 random bytes, from which PINs are drawn. */
  readonly 'pin-key': Uint8Array;
  /** The address that is pinged after syncs: whoever has it can say that all is well. */
  readonly watchdog: Secret;
}
export type SecretName = keyof SecretValues;

/** The system's keychain. A locked keyring can look empty, so the settings record what was stored. */
export interface SecretStore {
  read<N extends SecretName>(name: N): Promise<Result<SecretValues[N] | null, KeychainFailure>>;
  write<N extends SecretName>(name: N, value: SecretValues[N]): Promise<Result<null, KeychainFailure>>;
  remove(name: SecretName): Promise<Result<null, KeychainFailure>>;
}

/** Credentials that are used instead of the keychain's, each with where they come from. */
export interface GivenCredentials {
  readonly smoobu: Given<SmoobuCredentials> | null;
  readonly theKeys: Given<TheKeysCredentials> | null;
  readonly pinKey: Given<Uint8Array> | null;
  readonly watchdog: Given<Secret> | null;
}
export interface Given<T> {
  readonly credentials: T;
  readonly source: GivenSource;
}
export type GivenSource = 'config-file' | 'environment';
export const NONE_GIVEN: GivenCredentials = { smoobu: null, theKeys: null, pinKey: null, watchdog: null };

export interface RunStart extends Pick<RunSummary, 'id' | 'mode' | 'trigger'> {
  readonly startedAtMs: number;
}

export interface RunListQuery {
  readonly limit: number;
  /** Runs that started before this run; from the last row of the page before. */
  readonly beforeRunId?: string;
  /** Left out: every run. */
  readonly filter?: RunFilter;
  /** Without runs for one stay or person. */
  readonly isWhole?: true;
}

export interface WaitingHold {
  readonly operation: OperationReport & { readonly hold: HoldReason };
  readonly sinceMs: number;
}

/** Runs, operations, problems, and what planning remembers. Synchronous: it is a local file. */
export interface HistoryStore {
  readonly recovered: RecoveredFile | null;
  /** Why the history is in memory only at the moment; null: it is stored. */
  readonly unstored: StorageFailureKind | null;
  beginRun(run: RunStart): void;
  /** Called as operations happen, so that the history knows what a killed run did. Replaces rows with the same keys. All of them, or none. */
  recordOperations(runId: string, operations: readonly OperationReport[]): void;
  finishRun(report: RunReport): void;
  /** Closes runs that never finished as `interrupted` and returns their number. Call while holding the run lock. */
  closeInterrupted(nowMs: number): number;

  memory(): PlanMemory;
  rememberPinDraw(claimId: ClaimId, draw: PinDraw): void;
  rememberMissing(bookingId: BookingId, sinceMs: number): void;
  forgetMissing(bookingIds: readonly BookingId[]): void;
  /** These wait from now on; those that did before keep their `sinceMs`. All others stand. */
  putHolds(operations: readonly OperationReport[], nowMs: number): void;
  dropHolds(keys: readonly string[]): void;
  listHolds(): readonly WaitingHold[];
  /** All of them, or none. */
  remember(changes: readonly MemoryChange[]): void;
  clockMark(): ClockReading | null;
  rememberClock(reading: ClockReading): void;

  /** What happened beside the runs; kept as long as they are. */
  recordEvent(event: HistoryEvent): void;
  /** Newest first. */
  listEvents(limit: number): readonly HistoryEvent[];

  listRuns(query: RunListQuery): readonly RunRow[];
  readRun(id: string): RunDetail | null;
  listOperationsOfBooking(bookingId: BookingId, limit: number): readonly BookingOperationRow[];
  /** The name of its guest, and what is remembered, shown and held of it. Its operations stay. */
  forgetBooking(bookingId: BookingId): void;
  /** Removes runs and events older than this. PIN draws stay for about three years, since a code may be made long before the stay. */
  prune(beforeMs: number): void;
  close(): void;
}

/** A run that goes on or was killed has the outcome `interrupted` and no finishing time of its own. */
export interface RunDetail {
  readonly run: RunRow;
  readonly operations: readonly OperationReport[];
  readonly problems: RunReport['problems'];
  readonly requests: RunReport['requests'];
}

export interface BookingOperationRow extends OperationReport {
  readonly runId: string;
  readonly startedAt: string;
  readonly trigger: RunTrigger;
  readonly outcome: RunOutcome;
}
