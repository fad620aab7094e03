/** The history behind its port: SQLite in one file, shared by all processes, mended when the file breaks. */
import type { DatabaseSync } from 'node:sqlite';
import type { HistoryStore, RecoveredFile, RunListQuery } from '../../app/ports/storage.ts';
import type { HistoryEvent } from '../../../shared/domain/history-event.ts';
import type { BookingId } from '../../../shared/domain/ids.ts';
import type { PinDraw } from '../../../shared/domain/plan.ts';
import type { OperationReport, RunReport } from '../../../shared/domain/run.ts';
import type { ClockReading } from '../../../shared/reconcile/clock-step.ts';
import { closeQuietly, isDamage, openHistoryFile } from './history-database.ts';
import type { HistoryFileOptions } from './history-database.ts';
import { eventQueries } from './history-events.ts';
import { memoryQueries } from './history-memory.ts';
import { runQueries } from './history-runs.ts';
import type { RunStart } from './history-runs.ts';
import { transact } from './history-schema.ts';

export type HistoryStoreOptions = HistoryFileOptions;

/**
 * Opens the history, or begins one. A file that cannot be used is set aside, at open and later: `recovered` says so.
 * Throws when there is no place to write, and when another process keeps the file locked for seconds.
 */
export function openHistoryStore(options: HistoryStoreOptions): HistoryStore {
  return new SqliteHistory(options);
}

interface Queries {
  readonly database: DatabaseSync;
  readonly runs: ReturnType<typeof runQueries>;
  readonly memory: ReturnType<typeof memoryQueries>;
  readonly events: ReturnType<typeof eventQueries>;
}

class SqliteHistory implements HistoryStore {
  readonly #options: HistoryStoreOptions;
  #queries: Queries;
  #recovered: RecoveredFile | null = null;
  #inHand: RunStart | null = null;

  constructor(options: HistoryStoreOptions) {
    this.#options = options;
    this.#queries = this.#open();
  }

  get recovered(): RecoveredFile | null {
    return this.#recovered;
  }

  beginRun(run: RunStart): void {
    this.#inHand = run;
    this.#mending(({ runs }) => runs.begin(run));
  }
  recordOperation(runId: string, operation: OperationReport): void {
    this.#mending(({ runs }) => runs.recordOperation(runId, operation, this.#nowMs()));
  }
  finishRun(report: RunReport): void {
    this.#mending(({ runs }) => runs.finish(report, this.#nowMs()));
    this.#inHand = null;
  }
  closeInterrupted(nowMs: number): number {
    return this.#mending(({ runs }) => runs.closeInterrupted(nowMs));
  }

  memory() {
    return this.#mending(({ memory }) => memory.memory());
  }
  rememberPinDraw(bookingId: BookingId, draw: PinDraw): void {
    this.#mending(({ memory }) => memory.rememberPinDraw(bookingId, draw, this.#nowMs()));
  }
  rememberMissing(bookingId: BookingId, sinceMs: number): void {
    this.#mending(({ memory }) => memory.rememberMissing(bookingId, sinceMs));
  }
  forgetMissing(bookingIds: readonly BookingId[]): void {
    if (bookingIds.length === 0) return;
    this.#mending(({ memory }) => memory.forgetMissing(bookingIds));
  }
  replaceHolds(operations: readonly OperationReport[], nowMs: number): void {
    this.#mending(({ memory }) => memory.replaceHolds(operations, nowMs));
  }
  listHolds() {
    return this.#mending(({ memory }) => memory.listHolds());
  }
  dismissHold(key: string, nowMs: number): boolean {
    return this.#mending(({ memory }) => memory.dismissHold(key, nowMs));
  }
  clockMark(): ClockReading | null {
    return this.#mending(({ memory }) => memory.clockMark());
  }
  rememberClock(mark: ClockReading): void {
    this.#mending(({ memory }) => memory.rememberClock(mark));
  }

  recordEvent(event: HistoryEvent): void {
    this.#mending(({ events }) => events.record(event));
  }
  listEvents(limit: number) {
    return this.#mending(({ events }) => events.list(limit));
  }

  listRuns(query: RunListQuery) {
    return this.#mending(({ runs }) => runs.list(query));
  }
  readRun(id: string) {
    return this.#mending(({ runs }) => runs.read(id));
  }
  listOperationsOfBooking(bookingId: BookingId, limit: number) {
    return this.#mending(({ runs }) => runs.listOfBooking(bookingId, limit));
  }
  prune(beforeMs: number): void {
    this.#mending(({ database, runs, memory, events }) =>
      transact(database, () => {
        runs.prune(beforeMs);
        events.prune(beforeMs);
        memory.prune(beforeMs, this.#nowMs());
      }),
    );
  }
  /** May be called twice; nothing else may be called afterwards. */
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

  /** A file that breaks while it is open costs its contents, but not the run in hand. */
  #mending<T>(work: (queries: Queries) => T): T {
    try {
      return work(this.#queries);
    } catch (error) {
      if (!isDamage(error)) throw error;
      closeQuietly(this.#queries.database);
      this.#queries = this.#open();
      if (this.#inHand !== null) this.#queries.runs.begin(this.#inHand);
      return work(this.#queries);
    }
  }
}
