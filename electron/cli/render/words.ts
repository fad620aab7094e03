/** Names and moments as people read them: doors by name where the settings know one, instants as wall time at the place. */
import type { Code } from '../../../shared/domain/code.ts';
import { UNKNOWN } from '../../../shared/domain/code.ts';
import type { KeypadPlace, UnitId } from '../../../shared/domain/ids.ts';
import type { OperationStatus, RunOutcome } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { localNow } from '../../../shared/time.ts';
import type { Cell } from './table.ts';
import type { Style } from './style.ts';

/** "2026-11-23 15:04" in the zone of the settings. */
export function showInstant(epochMs: number, zone: string): string {
  return localNow(zone, epochMs).replace('T', ' ');
}
/** For the ISO instants of reports; "–" for what is none. */
export function showIso(text: string, zone: string): string {
  const epochMs = Date.parse(text);
  return Number.isNaN(epochMs) ? '–' : showInstant(epochMs, zone);
}

export function showUnit(unitId: UnitId | null, settings: Settings): string {
  if (unitId === null) return '';
  const name = settings.mapping.units.find((unit) => unit.unitId === unitId)?.name ?? '';
  return name === '' ? `unit ${String(unitId)}` : name;
}

export function showPlace(place: KeypadPlace, settings: Settings): string {
  const name = settings.mapping.locks.find((lock) => lock.lockId === place.lockId)?.name ?? '';
  return `${name === '' ? `lock ${String(place.lockId)}` : name} · ${place.keypadId}`;
}

const STATUS_CELLS: Readonly<Record<OperationStatus, Exclude<Cell, string>>> = {
  planned: { text: '→ planned', tone: 'quiet' },
  done: { text: '✓ done', tone: 'good' },
  held: { text: '! waits', tone: 'warn' },
  failed: { text: '✗ failed', tone: 'bad' },
  unverified: { text: '? unverified', tone: 'bad' },
};
export function statusCell(status: OperationStatus): Cell {
  return STATUS_CELLS[status];
}

const OUTCOME_CELLS: Readonly<Record<RunOutcome, Exclude<Cell, string>>> = {
  ok: { text: '✓ ok', tone: 'good' },
  'nothing-to-do': { text: '✓ nothing to do', tone: 'good' },
  partial: { text: '✗ partly failed', tone: 'bad' },
  held: { text: '! something waits', tone: 'warn' },
  failed: { text: '✗ failed', tone: 'bad' },
  interrupted: { text: '✗ interrupted', tone: 'bad' },
};
export function outcomeCell(outcome: RunOutcome): Exclude<Cell, string> {
  return OUTCOME_CELLS[outcome];
}
export function showOutcome(outcome: RunOutcome, style: Style): string {
  const { text, tone } = OUTCOME_CELLS[outcome];
  return style.paint(tone, text);
}

/** One side of a code's window: "2026-11-23 15:00", "open" for none, "?" for what cannot be read. */
export function showMoment(date: Code['startDate'], time: Code['startTime']): string {
  if (date === null) return 'open';
  if (date === UNKNOWN) return '?';
  return time === null ? date : `${date} ${time === UNKNOWN ? '?' : time}`;
}
