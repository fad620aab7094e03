/**
 * The history in one SQLite file that all processes share. A file that breaks is replaced. While the disk takes nothing, the history goes on
 * in memory, and what was written meanwhile is written to the file later.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { HistoryStore, RecoveredFile, RunListQuery, RunStart, StorageFailureKind } from '../../app/ports/storage.ts';
import type { HistoryEvent } from '../../../shared/domain/history-event.ts';
import type { BookingId, ClaimId } from '../../../shared/domain/ids.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import type { PinDraw, PlanMemory } from '../../../shared/domain/plan.ts';
import type { OperationReport, RunReport } from '../../../shared/domain/run.ts';
import type { ClockReading } from '../../../shared/reconcile/trust/clock-step.ts';
import { sqliteCode, storageFailureOf } from '../disk-failures.ts';
import { closeQuietly, isDamage, openHistoryFile } from './history-database.ts';
import type { HistoryFileOptions } from './history-database.ts';
import { eventQueries } from './history-events.ts';
import { forgetQueries } from './history-forget.ts';
import { historyInMemory } from './history-in-memory.ts';
import { memoryQueries } from './history-memory.ts';
import { runQueries } from './history-runs.ts';
import { transact } from './history-schema.ts';

/**
 * Opens the history, or creates it. A file that cannot be used is set aside, now or later; `recovered` then says where it is. Where nothing
 * can be written, or another process keeps the file locked for seconds, the history is in memory, and `unstored` says why.
 */
export function openHistoryStore(options: HistoryFileOptions): HistoryStore {
  return new SqliteHistory(options);
}

interface Queries {
  readonly database: DatabaseSync;
  readonly runs: ReturnType<typeof runQueries>;
  readonly memory: ReturnType<typeof memoryQueries>;
  readonly events: ReturnType<typeof eventQueries>;
  readonly forget: ReturnType<typeof forgetQueries>;
}
type Write = (queries: Queries) => void;

/** SQLite's primary result code (sqlite.org/rescode.html). */
const SQLITE_CONSTRAINT = 19;
/** Of what is only shown; what planning remembers is kept however long the disk is full. */
const MAX_WAITING_RECORDS = 2000;

/** The history without its file, for now. */
interface Unstored {
  kind: StorageFailureKind;
  readonly isKnown: boolean;
  /** Not written to the file yet, in this order: what planning remembers, and what is only shown. */
  memory: Write[];
  records: Write[];
}

class SqliteHistory implements HistoryStore {
  readonly #options: HistoryFileOptions;
  #queries: Queries;
  #recovered: RecoveredFile | null = null;
  #unstored: Unstored | null = null;
  #currentRun: RunStart | null = null;

  constructor(options: HistoryFileOptions) {
    this.#options = options;
    this.#queries = this.#openFile() ?? this.#goOnInMemory(null);
  }

  get recovered(): RecoveredFile | null {
    return this.#recovered;
  }
  get unstored(): StorageFailureKind | null {
    return this.#unstored?.kind ?? null;
  }

  beginRun(run: RunStart): void {
    this.#returnToFile();
    this.#currentRun = run;
    this.#record(({ runs }) => runs.begin(run));
  }
  recordOperations(runId: string, operations: readonly OperationReport[]): void {
    const nowMs = this.#nowMs();
    this.#record(({ runs }) => runs.recordOperations(runId, operations, nowMs));
  }
  finishRun(report: RunReport): void {
    const nowMs = this.#nowMs();
    // The stays are not stored, and need not be kept for later.
    const kept = { ...report, stays: [] };
    this.#record(({ runs }) => runs.finish(kept, nowMs));
    this.#currentRun = null;
  }
  closeInterrupted(nowMs: number): number {
    return this.#recovering(({ runs }) => runs.closeInterrupted(nowMs), true);
  }

  memory(): PlanMemory {
    const memory = this.#recovering((queries) => queries.memory.memory());
    return this.#unstored?.isKnown === false ? { ...memory, isUnknown: true } : memory;
  }
  rememberPinDraw(claimId: ClaimId, draw: PinDraw): void {
    const nowMs = this.#nowMs();
    this.#remember(({ memory }) => memory.rememberPinDraw(claimId, draw, nowMs));
  }
  rememberMissing(bookingId: BookingId, sinceMs: number): void {
    this.#remember(({ memory }) => memory.rememberMissing(bookingId, sinceMs));
  }
  forgetMissing(bookingIds: readonly BookingId[]): void {
    if (bookingIds.length === 0) return;
    this.#remember(({ memory }) => memory.forgetMissing(bookingIds));
  }
  putHolds(operations: readonly OperationReport[], nowMs: number): void {
    if (operations.length === 0) return;
    this.#remember(({ memory }) => memory.putHolds(operations, nowMs));
  }
  dropHolds(keys: readonly string[]): void {
    if (keys.length === 0) return;
    this.#remember(({ memory }) => memory.dropHolds(keys));
  }
  listHolds() {
    return this.#recovering(({ memory }) => memory.listHolds());
  }
  remember(changes: readonly MemoryChange[]): void {
    if (changes.length === 0) return;
    const nowMs = this.#nowMs();
    this.#remember(({ memory }) => memory.remember(changes, nowMs));
  }
  clockMark(): ClockReading | null {
    return this.#recovering(({ memory }) => memory.clockMark());
  }
  rememberClock(mark: ClockReading): void {
    this.#record(({ memory }) => memory.rememberClock(mark));
  }

  recordEvent(event: HistoryEvent): void {
    this.#record(({ events }) => events.record(event));
  }
  listEvents(limit: number) {
    return this.#recovering(({ events }) => events.list(limit));
  }

  listRuns(query: RunListQuery) {
    return this.#recovering(({ runs }) => runs.list(query));
  }
  readRun(id: string) {
    return this.#recovering(({ runs }) => runs.read(id));
  }
  listOperationsOfBooking(bookingId: BookingId, limit: number) {
    return this.#recovering(({ runs }) => runs.listOfBooking(bookingId, limit));
  }
  forgetBooking(bookingId: BookingId): void {
    this.#remember(({ forget }) => forget(bookingId));
  }
  prune(beforeMs: number): void {
    this.#recovering(
      ({ database, runs, memory, events }) =>
        transact(database, () => {
          runs.prune(beforeMs);
          events.prune(beforeMs);
          memory.prune(beforeMs, this.#nowMs());
        }),
      true,
    );
  }
  /** May be called twice. Nothing else may be called afterwards. */
  close(): void {
    if (this.#queries.database.isOpen) this.#returnToFile();
    closeQuietly(this.#queries.database);
  }

  #nowMs(): number {
    return this.#options.clock.nowMs();
  }

  #remember<T>(write: (queries: Queries) => T): T {
    const result = this.#recovering(write, true);
    this.#unstored?.memory.push(write);
    return result;
  }

  #record(write: Write): void {
    this.#recovering(write, true);
    if (this.#unstored === null) return;
    this.#unstored.records.push(write);
    if (this.#unstored.records.length > MAX_WAITING_RECORDS) this.#unstored.records.shift();
  }

  /** null: the disk does not take it at the moment. */
  #openFile(): Queries | null {
    try {
      const { database, recovered } = openHistoryFile(this.#options);
      if (recovered !== null) this.#recovered = recovered;
      return queriesOf(database);
    } catch (error) {
      this.#noteUnstored(error);
      return null;
    }
  }

  /** Throws on everything else. */
  #noteUnstored(error: unknown): void {
    const failure = storageFailureOf(error);
    if (failure === null) throw error;
    if (this.#unstored === null) {
      this.#unstored = { kind: failure.kind, isKnown: true, memory: [], records: [] };
      this.#options.log?.log('error', 'history kept in memory: the disk does not take it', { kind: failure.kind });
    } else this.#unstored.kind = failure.kind;
  }

  /** After `#noteUnstored`. `open`: the connection to the file, which may still be readable. */
  #goOnInMemory(open: DatabaseSync | null): Queries {
    const { database, isKnown } = historyInMemory(this.#options.file, open);
    if (this.#unstored !== null) this.#unstored = { ...this.#unstored, isKnown };
    if (open !== null) closeQuietly(open);
    return queriesOf(database);
  }

  /** Writes to the file what it has missed, if it can be written again: all of it, or nothing. */
  #returnToFile(): void {
    const waiting = this.#unstored;
    if (waiting === null) return;
    const file = this.#openFile();
    if (file === null) return;
    try {
      this.#options.beforeWrite?.();
      transact(file.database, () => {
        for (const write of waiting.records) unlessRefused(() => write(file));
        for (const write of waiting.memory) write(file);
      });
    } catch (error) {
      closeQuietly(file.database);
      this.#noteUnstored(error);
      return;
    }
    closeQuietly(this.#queries.database);
    this.#queries = file;
    this.#unstored = null;
    this.#options.log?.log('info', 'history stored again');
  }

  /** When the file breaks or cannot be written while it is open, the current run continues in a new one, or in memory. */
  #recovering<T>(work: (queries: Queries) => T, isWrite = false): T {
    try {
      if (isWrite && this.#unstored === null) this.#options.beforeWrite?.();
      return work(this.#queries);
    } catch (error) {
      const { database } = this.#queries;
      if (isDamage(error)) {
        closeQuietly(database);
        this.#queries = this.#openFile() ?? this.#goOnInMemory(null);
      } else {
        this.#noteUnstored(error);
        this.#queries = this.#goOnInMemory(database);
      }
      if (this.#currentRun !== null) this.#queries.runs.begin(this.#currentRun);
      return work(this.#queries);
    }
  }
}

/** The beginning of a run may have been dropped: what follows has no place then. */
function unlessRefused(write: () => void): void {
  try {
    write();
  } catch (error) {
    if (sqliteCode(error) !== SQLITE_CONSTRAINT) throw error;
  }
}

function queriesOf(database: DatabaseSync): Queries {
  return {
    database,
    runs: runQueries(database),
    memory: memoryQueries(database),
    events: eventQueries(database),
    forget: forgetQueries(database),
  };
}
