/** The tables of the history and their numbered migrations (`user_version`). Times are epoch milliseconds. No column can hold a PIN. */
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

/** The n-th entry migrates from version n to version n + 1. Released entries are never changed. */
export const HISTORY_MIGRATIONS: readonly string[] = [
  `CREATE TABLE runs (
     id TEXT PRIMARY KEY,
     mode TEXT NOT NULL,
     trigger TEXT NOT NULL,
     -- NULL while the run goes on, or was killed and not closed yet.
     outcome TEXT,
     started_at INTEGER NOT NULL,
     finished_at INTEGER,
     -- When a later run found this one dead.
     closed_at INTEGER,
     counts TEXT,
     smoobu_requests INTEGER NOT NULL DEFAULT 0,
     the_keys_requests INTEGER NOT NULL DEFAULT 0,
     problem_count INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE INDEX runs_by_start ON runs (started_at DESC, id DESC);
   CREATE INDEX runs_unfinished ON runs (id) WHERE outcome IS NULL;

   CREATE TABLE operations (
     run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
     key TEXT NOT NULL,
     position INTEGER NOT NULL,
     recorded_at INTEGER NOT NULL,
     kind TEXT NOT NULL,
     status TEXT NOT NULL,
     booking_id INTEGER NOT NULL,
     unit_id INTEGER,
     lock_id INTEGER NOT NULL,
     keypad_id TEXT NOT NULL,
     code_id INTEGER,
     reason TEXT NOT NULL,
     changes TEXT NOT NULL,
     evidence TEXT,
     hold TEXT,
     PRIMARY KEY (run_id, key)
   ) STRICT;
   CREATE INDEX operations_by_booking ON operations (booking_id);

   CREATE TABLE problems (
     run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
     position INTEGER NOT NULL,
     kind TEXT NOT NULL,
     message TEXT NOT NULL,
     retryable INTEGER NOT NULL,
     booking_id INTEGER,
     unit_id INTEGER,
     lock_id INTEGER,
     keypad_id TEXT,
     code_id INTEGER,
     PRIMARY KEY (run_id, position)
   ) STRICT;

   CREATE TABLE holds (
     key TEXT PRIMARY KEY,
     position INTEGER NOT NULL,
     since INTEGER NOT NULL,
     operation TEXT NOT NULL
   ) STRICT;
   CREATE TABLE dismissals (key TEXT PRIMARY KEY, dismissed_at INTEGER NOT NULL) STRICT;
   CREATE TABLE pin_draws (
     booking_id INTEGER PRIMARY KEY,
     attempt INTEGER NOT NULL,
     length INTEGER NOT NULL,
     touched_at INTEGER NOT NULL
   ) STRICT;
   CREATE TABLE missing (booking_id INTEGER PRIMARY KEY, since INTEGER NOT NULL) STRICT;
   CREATE TABLE clock_mark (
     only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
     wall INTEGER NOT NULL,
     uptime INTEGER NOT NULL,
     boot TEXT NOT NULL
   ) STRICT;`,
  `CREATE TABLE events (
     id INTEGER PRIMARY KEY,
     at INTEGER NOT NULL,
     event TEXT NOT NULL
   ) STRICT;
   CREATE INDEX events_by_time ON events (at);`,
  // For pages of filtered runs (history-filter.ts).
  `CREATE INDEX runs_by_outcome ON runs (coalesce(outcome, 'interrupted'), started_at DESC, id DESC);
   CREATE INDEX operations_of_run ON operations (run_id, unit_id, kind);
   CREATE INDEX problems_of_run ON problems (run_id, unit_id) WHERE unit_id IS NOT NULL;
   CREATE INDEX problems_by_booking ON problems (booking_id) WHERE booking_id IS NOT NULL;`,
  // JSON: the problem's text, from which its sentence is made.
  `ALTER TABLE problems ADD COLUMN say TEXT;`,
  `ALTER TABLE problems ADD COLUMN cloud TEXT;
   ALTER TABLE problems ADD COLUMN failure TEXT;`,
  // The reason for an operation follows from its facts. A move's key ends with the code it replaces.
  `ALTER TABLE operations ADD COLUMN replaced_code_id INTEGER;
   UPDATE operations SET replaced_code_id = CAST(substr(key, length(rtrim(key, '0123456789')) + 1) AS INTEGER) WHERE kind = 'move';
   ALTER TABLE operations DROP COLUMN reason;`,
  // JSON values of the kinds in shared/domain/memory.ts.
  `CREATE TABLE remembered (
     kind TEXT NOT NULL,
     key TEXT NOT NULL,
     value TEXT NOT NULL,
     touched_at INTEGER NOT NULL,
     PRIMARY KEY (kind, key)
   ) STRICT;`,
  `ALTER TABLE problems ADD COLUMN said TEXT;`,
  // Decisions are remembered with the situation they were made in; these named none, so the user is asked once more.
  `DROP TABLE dismissals;`,
  // Codes of people, who have no booking.
  `CREATE TABLE claim_draws (claim TEXT PRIMARY KEY, attempt INTEGER NOT NULL, length INTEGER NOT NULL, touched_at INTEGER NOT NULL) STRICT;
   INSERT INTO claim_draws SELECT CAST(booking_id AS TEXT), attempt, length, touched_at FROM pin_draws;
   DROP TABLE pin_draws;
   ALTER TABLE problems ADD COLUMN person_id TEXT;
   CREATE TABLE claim_operations (
     run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
     key TEXT NOT NULL,
     position INTEGER NOT NULL,
     recorded_at INTEGER NOT NULL,
     kind TEXT NOT NULL,
     status TEXT NOT NULL,
     -- One of the two is set.
     booking_id INTEGER,
     person_id TEXT,
     unit_id INTEGER,
     lock_id INTEGER NOT NULL,
     keypad_id TEXT NOT NULL,
     code_id INTEGER,
     changes TEXT NOT NULL,
     evidence TEXT,
     hold TEXT,
     replaced_code_id INTEGER,
     PRIMARY KEY (run_id, key)
   ) STRICT;
   INSERT INTO claim_operations
     SELECT run_id, key, position, recorded_at, kind, status, booking_id, NULL, unit_id, lock_id, keypad_id, code_id, changes, evidence, hold,
       replaced_code_id FROM operations;
   DROP TABLE operations;
   ALTER TABLE claim_operations RENAME TO operations;
   CREATE INDEX operations_by_booking ON operations (booking_id);
   CREATE INDEX operations_of_run ON operations (run_id, unit_id, kind);`,
];

/** The file was written by a newer version of the program. */
export class NewerHistory extends Error {}

const versionSchema = z.object({ user_version: z.int() });

/** Brings the tables to the newest version. Safe while another process does the same. */
export function migrateHistory(database: DatabaseSync, migrations: readonly string[] = HISTORY_MIGRATIONS): void {
  const version = (): number => versionSchema.parse(database.prepare('PRAGMA user_version').get()).user_version;
  if (version() === migrations.length) return;
  transact(database, () => {
    const from = version();
    if (from > migrations.length) throw new NewerHistory(`it was written by a newer version of Latchkey (history version ${String(from)})`);
    for (const step of migrations.slice(from)) database.exec(step);
    database.exec(`PRAGMA user_version = ${String(migrations.length)}`);
  });
}

/** All or nothing. Takes the write lock first, so that another process that writes cannot make it fail half-way. Inside another, it is part of it. */
export function transact<T>(database: DatabaseSync, work: () => T): T {
  return database.isTransaction ? work() : transaction(database, work);
}

function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // Some failures end the transaction by themselves.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
