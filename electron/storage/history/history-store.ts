/** The history in one SQLite file that all processes share. A file that breaks is replaced. */
import type { DatabaseSync } from 'node:sqlite';
import type { HistoryStore, RecoveredFile, RunListQuery, RunStart } from '../../app/ports/storage.ts';
import type { HistoryEvent } from '../../../shared/domain/history-event.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import type { PinDraw } from '../../../shared/domain/plan.ts';
import type { OperationReport, RunReport } from '../../../shared/domain/run.ts';
import type { ClockReading } from '../../../shared/reconcile/clock-step.ts';
import { closeQuietly, isDamage, openHistoryFile } from './history-database.ts';
import type { HistoryFileOptions } from './history-database.ts';
import { eventQueries } from './history-events.ts';
import { memoryQueries } from './history-memory.ts';
import { runQueries } from './history-runs.ts';
import { transact } from './history-schema.ts';

/**
 * Opens the history, or creates it. A file that cannot be used is set aside, now or later; `recovered` then says where it is.
 * Throws when nothing can be written, and when another process keeps the file locked for seconds.
 */
export function openHistoryStore(options: HistoryFileOptions): HistoryStore {
  return new SqliteHistory(options);
}

interface Queries {
  readonly database: DatabaseSync;
  readonly runs: ReturnType<typeof runQueries>;
  readonly memory: ReturnType<typeof memoryQueries>;
  readonly events: ReturnType<typeof eventQueries>;
}

class SqliteHistory implements HistoryStore {
  readonly #options: HistoryFileOptions;
  #queries: Queries;
  #recovered: RecoveredFile | null = null;
  #currentRun: RunStart | null = null;

  constructor(options: HistoryFileOptions) {
    this.#options = options;
    this.#queries = this.#open();
  }

  get recovered(): RecoveredFile | null {
    return this.#recovered;
  }

  beginRun(run: RunStart): void {
    this.#currentRun = run;
    this.#recovering(({ runs }) => runs.begin(run));
  }
  recordOperations(runId: string, operations: readonly OperationReport[]): void {
    this.#recovering(({ runs }) => runs.recordOperations(runId, operations, this.#nowMs()));
  }
  finishRun(report: RunReport): void {
    this.#recovering(({ runs }) => runs.finish(report, this.#nowMs()));
    this.#currentRun = null;
  }
  closeInterrupted(nowMs: number): number {
    return this.#recovering(({ runs }) => runs.closeInterrupted(nowMs));
  }

  memory() {
    return this.#recovering(({ memory }) => memory.memory());
  }
  rememberPinDraw(bookingId: BookingId, draw: PinDraw): void {
    this.#recovering(({ memory }) => memory.rememberPinDraw(bookingId, draw, this.#nowMs()));
  }
  rememberMissing(bookingId: BookingId, sinceMs: number): void {
    this.#recovering(({ memory }) => memory.rememberMissing(bookingId, sinceMs));
  }
  forgetMissing(bookingIds: readonly BookingId[]): void {
    if (bookingIds.length === 0) return;
    this.#recovering(({ memory }) => memory.forgetMissing(bookingIds));
  }
  replaceHolds(operations: readonly OperationReport[], nowMs: number): void {
    this.#recovering(({ memory }) => memory.replaceHolds(operations, nowMs));
  }
  listHolds() {
    return this.#recovering(({ memory }) => memory.listHolds());
  }
  dismissHold(key: string, nowMs: number): boolean {
    return this.#recovering(({ memory }) => memory.dismissHold(key, nowMs));
  }
  remember(changes: readonly MemoryChange[]): void {
    if (changes.length === 0) return;
    this.#recovering(({ memory }) => memory.remember(changes, this.#nowMs()));
  }
  clockMark(): ClockReading | null {
    return this.#recovering(({ memory }) => memory.clockMark());
  }
  rememberClock(mark: ClockReading): void {
    this.#recovering(({ memory }) => memory.rememberClock(mark));
  }

  recordEvent(event: HistoryEvent): void {
    this.#recovering(({ events }) => events.record(event));
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
  prune(beforeMs: number): void {
    this.#recovering(({ database, runs, memory, events }) =>
      transact(database, () => {
        runs.prune(beforeMs);
        events.prune(beforeMs);
        memory.prune(beforeMs, this.#nowMs());
      }),
    );
  }
  /** May be called twice. Nothing else may be called afterwards. */
  close(): void {
    closeQuietly(this.#queries.database);
  }

  #nowMs(): number {
    return this.#options.clock.nowMs();
  }

  #open(): Queries {
    const { database, recovered } = openHistoryFile(this.#options);
    if (recovered !== null) this.#recovered = recovered;
    return { database, runs: runQueries(database), memory: memoryQueries(database), events: eventQueries(database) };
  }

  /** When the file breaks while it is open, the current run continues in a new one. */
  #recovering<T>(work: (queries: Queries) => T): T {
    try {
      return work(this.#queries);
    } catch (error) {
      if (!isDamage(error)) throw error;
      closeQuietly(this.#queries.database);
      this.#queries = this.#open();
      if (this.#currentRun !== null) this.#queries.runs.begin(this.#currentRun);
      return work(this.#queries);
    }
  }
}
