/** Names, times and outcomes as people read them: doors by name where the settings have one, instants as local time. */
import type { Code } from '../../../shared/domain/code.ts';
import { UNKNOWN } from '../../../shared/domain/code.ts';
import type { ClaimId, KeypadPlace, LockId, UnitId } from '../../../shared/domain/ids.ts';
import type { OperationKind, OperationReport, OperationStatus, RunOutcome, RunReport } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { Person } from '../../../shared/domain/wishes.ts';
import { localNow } from '../../../shared/time.ts';
import { guestNames } from '../../app/status/names.ts';
import type { Cell } from './table.ts';
import { printable, stack } from './text.ts';

/** "2026-11-23 15:04" in the zone of the settings. */
export function showInstant(epochMs: number, zone: string): string {
  return localNow(zone, epochMs).replace('T', ' ');
}
/** For the ISO instants of reports; "–" where there is none. */
export function showIso(text: string, zone: string): string {
  const epochMs = Date.parse(text);
  return Number.isNaN(epochMs) ? '–' : showInstant(epochMs, zone);
}

/** By its name, else its number. */
export function showUnit(unitId: UnitId | null, settings: Settings): string {
  if (unitId === null) return '';
  const name = settings.mapping.units.find((unit) => unit.unitId === unitId)?.name ?? '';
  return name === '' ? `unit ${String(unitId)}` : name;
}

/** Unit and door, one under the other. */
export function showDoor(operation: KeypadPlace & { readonly unitId: UnitId | null }, settings: Settings): string {
  return stack(showUnit(operation.unitId, settings), showPlace(operation, settings));
}

export function showPlace(place: KeypadPlace, settings: Settings): string {
  return `${showLock(place.lockId, settings)} · ${place.keypadId}`;
}

export function showLock(lockId: LockId, settings: Settings): string {
  const name = settings.mapping.locks.find((lock) => lock.lockId === lockId)?.name ?? '';
  return name === '' ? `lock ${String(lockId)}` : name;
}

export type ClaimNames = ReadonlyMap<ClaimId, string>;

/** Guests as the run read them, and these people. */
export function claimNames(
  { stays = [], others = [] }: Partial<Pick<RunReport, 'stays' | 'others'>>,
  people: readonly Pick<Person, 'id' | 'name'>[],
): ClaimNames {
  return new Map<ClaimId, string>([...guestNames({ stays, others, holds: [] }), ...people.map(({ id, name }) => [id, name] as const)]);
}

/** Whose code it is: the guest above the number of the booking, or the person. Names that the run does not tell are taken from the change. */
export function showClaim(operation: Pick<OperationReport, 'bookingId' | 'personId' | 'changes'>, names: ClaimNames = new Map()): string {
  const { bookingId, personId, changes } = operation;
  const { from = null, to = null } = changes.name ?? {};
  // A code that was removed at a door may be nobody's.
  const claim = bookingId ?? personId ?? null;
  const known = claim === null ? undefined : names.get(claim);
  return bookingId === null ? printable(String(to ?? from ?? known ?? personId ?? '–')) : stack(printable(known ?? ''), String(bookingId));
}

/** As people read it; the JSON has `adopt`. */
export function showKind(kind: OperationKind): string {
  return kind === 'adopt' ? 'link' : kind;
}

type ColouredCell = Exclude<Cell, string>;

export const STATUS_CELLS: Readonly<Record<OperationStatus, ColouredCell>> = {
  planned: { text: '→ planned', tone: 'quiet' },
  done: { text: '✓ done', tone: 'good' },
  held: { text: '! held', tone: 'warn' },
  failed: { text: '✗ failed', tone: 'bad' },
  unverified: { text: '? unverified', tone: 'bad' },
};

export const OUTCOME_CELLS: Readonly<Record<RunOutcome, ColouredCell>> = {
  ok: { text: '✓ ok', tone: 'good' },
  'nothing-to-do': { text: '✓ nothing to do', tone: 'good' },
  partial: { text: '✗ partly failed', tone: 'bad' },
  held: { text: '! needs your approval', tone: 'warn' },
  failed: { text: '✗ failed', tone: 'bad' },
  interrupted: { text: '✗ interrupted', tone: 'bad' },
};
/** Start or end of a code: "2026-11-23 15:00", "open" for none, "?" where it cannot be read. */
export function showMoment(date: Code['startDate'], time: Code['startTime']): string {
  if (date === null) return 'open';
  if (date === UNKNOWN) return '?';
  return time === null ? date : `${date} ${time === UNKNOWN ? '?' : time}`;
}
