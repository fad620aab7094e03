/** The history in memory, for as long as its file cannot be written: with what planning remembers and the latest runs, as far as they can be read. */
import { statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { closeQuietly } from './history-database.ts';
import { migrateHistory } from './history-schema.ts';

const LATEST_RUNS = `(SELECT id FROM runs ORDER BY started_at DESC LIMIT 200)`;
/** Planning decides with these. */
const MEMORY_TABLES = ['claim_draws', 'missing', 'holds', 'clock_mark', 'remembered'];
/** These are only shown. In this order, since operations refer to runs. */
const SHOWN_TABLES = [
  ['runs', `WHERE id IN ${LATEST_RUNS}`],
  ['operations', `WHERE run_id IN ${LATEST_RUNS}`],
  ['problems', `WHERE run_id IN ${LATEST_RUNS}`],
  ['events', 'ORDER BY at DESC LIMIT 1000'],
] as const;

export interface HistoryInMemory {
  readonly database: DatabaseSync;
  /** False when the file exists and what planning remembers could not be read from it. */
  readonly isKnown: boolean;
}

/** `open`: the file's connection if there is one; a full disk can still be read through it. */
export function historyInMemory(file: string, open: DatabaseSync | null): HistoryInMemory {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  migrateHistory(database);
  for (const source of sources(file, open)) {
    const isRead = source !== null && MEMORY_TABLES.every((table) => copyTable(source, database, table, ''));
    if (isRead) for (const [table, rows] of SHOWN_TABLES) copyTable(source, database, table, rows);
    if (source !== null && source !== open) closeQuietly(source);
    if (isRead) return { database, isKnown: true };
  }
  return { database, isKnown: isMissingOrEmpty(file) };
}

function isMissingOrEmpty(file: string): boolean {
  try {
    return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0;
  } catch {
    return false;
  }
}

/** In turn: the open connection, a new one, and one that needs no further files beside the database. */
function* sources(file: string, open: DatabaseSync | null): Generator<DatabaseSync | null> {
  yield open;
  yield openForReading(file);
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  yield openForReading(url);
}

function openForReading(file: string | URL): DatabaseSync | null {
  try {
    return new DatabaseSync(file, { readOnly: true });
  } catch {
    return null;
  }
}

const columnsSchema = z.array(z.object({ name: z.string() }));

/** False when the table could not be read as a whole. A table that an earlier version did not have yet is empty. */
function copyTable(source: DatabaseSync, target: DatabaseSync, table: string, which: string): boolean {
  try {
    const columnsOf = (database: DatabaseSync): string[] =>
      columnsSchema.parse(database.prepare(`PRAGMA table_info(${table})`).all()).map(({ name }) => name);
    const present = new Set(columnsOf(source));
    const columns = columnsOf(target).filter((column) => present.has(column));
    if (columns.length === 0) return true;
    const names = columns.join(', ');
    const put = target.prepare(`INSERT OR REPLACE INTO ${table} (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
    for (const row of source.prepare(`SELECT ${names} FROM ${table} ${which}`).all()) put.run(...Object.values(row));
    return true;
  } catch {
    return false;
  }
}
