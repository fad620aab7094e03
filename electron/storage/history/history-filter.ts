/** The SQL for one page of filtered runs, newest first. Every filter uses an index. */
import { TRIGGERS_OF } from '../../../shared/domain/run-askers.ts';
import type { About } from '../../../shared/domain/run.ts';
import type { RunListQuery } from '../../app/ports/storage.ts';

export interface FilterStatement {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** Running and killed runs have no outcome yet. Must be the expression of the index `runs_by_outcome`. */
const OUTCOME = `coalesce(runs.outcome, 'interrupted')`;

/**
 * A booking has few operations, so these are looked up and their runs sorted. Any other filter walks the runs in order until the page is
 * full; a covering index tells for each run whether it fits.
 */
export function runListStatement(columns: string, { limit, beforeRunId, filter = {}, isWhole }: RunListQuery): FilterStatement {
  const { unitId, bookingId, kind, about, outcome, by, isChange } = filter;
  const values: (string | number)[] = [];
  const place = (value: string | number): string => {
    values.push(value);
    return '?';
  };
  const select = (table: 'operations' | 'problems', what: string, run: string | null): string => {
    const conditions = [
      ...(run === null ? [] : [`${table}.run_id = ${run}`]),
      ...(bookingId === undefined ? [] : [`${table}.booking_id = ${place(bookingId)}`]),
      ...(unitId === undefined ? [] : [`${table}.unit_id = ${place(unitId)}`]),
      ...(kind === undefined ? [] : [`${table}.kind = ${place(kind)}`]),
      ...(about === undefined ? [] : [aboutCondition(table, about, place)]),
    ];
    return `SELECT ${what} FROM ${table} WHERE ${conditions.join(' AND ')}`;
  };
  // Problems have no kind of operation, so a filter by kind looks at operations only.
  const tables = kind === undefined ? (['operations', 'problems'] as const) : (['operations'] as const);

  let from = 'runs';
  const conditions: string[] = [];
  if (bookingId !== undefined) {
    const fitting = tables.map((table) => select(table, 'run_id', null)).join(' UNION ');
    // CROSS JOIN fixes the order: without statistics SQLite might start with all runs.
    from = `(${fitting}) AS fitting CROSS JOIN runs ON runs.id = fitting.run_id`;
  } else if (unitId !== undefined || kind !== undefined || about !== undefined) {
    conditions.push(`(${tables.map((table) => `EXISTS (${select(table, '1', 'runs.id')})`).join(' OR ')})`);
  }
  if (outcome !== undefined) conditions.push(`${OUTCOME} = ${place(outcome)}`);
  if (by !== undefined) conditions.push(`runs.trigger IN (${TRIGGERS_OF[by].map(place).join(', ')})`);
  if (isChange === true) conditions.push(`${OUTCOME} <> 'nothing-to-do'`);
  if (isWhole === true) conditions.push(`runs.trigger <> 'act'`);
  if (beforeRunId !== undefined) {
    conditions.push(`(runs.started_at, runs.id) < (SELECT started_at, id FROM runs WHERE id = ${place(beforeRunId)})`);
  }
  const where = conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`;
  const sql = `SELECT ${columns} FROM ${from}${where} ORDER BY runs.started_at DESC, runs.id DESC LIMIT ${place(limit)}`;
  return { sql, values };
}

function aboutCondition(table: 'operations' | 'problems', about: About, place: (value: string | number) => string): string {
  const { bookingIds, personIds, lockIds, unitIds, name } = about;
  const inList = (column: string, ids: readonly (string | number)[]): string[] =>
    ids.length === 0 ? [] : [`${table}.${column} IN (${ids.map(place).join(', ')})`];
  // Letters with accents are compared as they are: SQLite knows no others.
  const isNamed = (side: 'from' | 'to'): string => `instr(lower(operations.changes ->> '$.name.${side}'), lower(${place(name)})) > 0`;
  const parts = [
    ...inList('booking_id', bookingIds),
    ...inList('person_id', personIds),
    ...inList('lock_id', lockIds),
    ...inList('unit_id', unitIds),
    ...(name === '' || table === 'problems' ? [] : [isNamed('from'), isNamed('to')]),
  ];
  return parts.length === 0 ? 'FALSE' : `(${parts.join(' OR ')})`;
}
