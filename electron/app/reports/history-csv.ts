/** Runs of the history as rows of a table, one per operation. With names, since the user exports it for themselves; never with PINs. Pure. */
import type { Names } from '../../../shared/domain/app-state.ts';
import type { ChangeField } from '../../../shared/domain/code.ts';
import type { OperationReport, RunFilter } from '../../../shared/domain/run.ts';
import { isAbout } from '../../../shared/domain/run-changes.ts';
import { englishReason } from '../../../shared/i18n/operation-text.ts';
import { localNow } from '../../../shared/time.ts';
import type { Cell } from './csv.ts';
import type { RunDetail } from '../ports/storage.ts';

/** The same in every language, so that a spreadsheet made for one export fits the next. */
export function historyHeadings(zone: string): readonly string[] {
  return [
    'run',
    `started (${zone})`,
    `finished (${zone})`,
    'outcome',
    'trigger',
    'problems',
    'operation',
    'status',
    'booking',
    'unit',
    'unit name',
    'lock',
    'lock name',
    'keypad',
    'code',
    'start before',
    'start after',
    'end before',
    'end after',
    'name before',
    'name after',
    'reason',
  ];
}
const RUN_COLUMNS = 6;

/** One row per operation that matches the filter; a run without any has one row as well. */
export function historyRows({ run, operations }: RunDetail, filter: RunFilter, names: Names, zone: string): readonly (readonly Cell[])[] {
  const about = [run.id, wallTime(run.startedAt, zone), wallTime(run.finishedAt, zone), run.outcome, run.trigger, run.problemCount];
  const fitting = operations.filter((operation) => fits(operation, filter));
  const width = historyHeadings(zone).length - RUN_COLUMNS;
  if (fitting.length === 0) return [[...about, ...Array.from({ length: width }, () => null)]];
  return fitting.map((operation) => [...about, ...operationCells(operation, names)]);
}

function fits(operation: OperationReport, { unitId, bookingId, kind, about }: RunFilter): boolean {
  return (
    (unitId === undefined || operation.unitId === unitId) &&
    (bookingId === undefined || operation.bookingId === bookingId) &&
    (kind === undefined || operation.kind === kind) &&
    (about === undefined || isAbout(operation, about))
  );
}

function operationCells(operation: OperationReport, names: Names): readonly Cell[] {
  const { kind, status, bookingId, unitId, lockId, keypadId, codeId, changes } = operation;
  const change = (field: ChangeField): readonly Cell[] => [changes[field]?.from, changes[field]?.to].map(cellOf);
  return [
    kind,
    status,
    bookingId,
    unitId,
    names.units.find((unit) => unit.unitId === unitId)?.name ?? null,
    lockId,
    names.doors.find((door) => door.lockId === lockId)?.lockName ?? null,
    keypadId,
    codeId,
    ...change('start'),
    ...change('end'),
    ...change('name'),
    englishReason(operation),
  ];
}

/** "2026-11-23T15:00" with a blank: spreadsheets recognise it as a date. */
function cellOf(value: string | boolean | null | undefined): Cell {
  if (value === undefined || value === null) return null;
  return String(value).replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/, '$1 $2');
}

/** Wall time with seconds: they are the same in every time zone. */
function wallTime(instant: string, zone: string): string {
  return `${localNow(zone, Date.parse(instant)).replace('T', ' ')}:${instant.slice(17, 19)}`;
}
