/**
 * Removes one code from a keypad because the user says so, also one that Latchkey did not make. Recorded before it is sent; the PIN is kept,
 * encrypted, where the code may be made again.
 */
import { UNKNOWN } from '../../../shared/domain/code.ts';
import type { Code } from '../../../shared/domain/code.ts';
import { claimRef } from '../../../shared/domain/ids.ts';
import type { CodeId, LockId } from '../../../shared/domain/ids.ts';
import type { MemoryChange } from '../../../shared/domain/memory.ts';
import type { OperationReport, RunReport } from '../../../shared/domain/run.ts';
import { claimantOf } from '../../../shared/doors/code-owner.ts';
import type { KnownBooking } from '../../../shared/doors/code-owner.ts';
import type { DoorQuestion } from '../../../shared/doors/door-question.ts';
import { findRemovable } from '../../../shared/doors/removable.ts';
import type { NotRemovable, Removable } from '../../../shared/doors/removable.ts';
import { placesOf } from '../../../shared/reconcile/observe.ts';
import { codeEnd, codeStart } from '../../../shared/reconcile/windows.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { actRun } from '../codes/act-run.ts';
import { deleteCode } from '../codes/codes.ts';
import type { CodesFailure, CodesPorts } from '../codes/codes.ts';
import type { HistoryStore, SettingsStore, WishStore } from '../ports/storage.ts';
import type { Clock, PinVault } from '../ports/system.ts';

export interface RemovePorts extends CodesPorts {
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly wishes: Pick<WishStore, 'read'>;
  readonly history: Pick<HistoryStore, 'beginRun' | 'recordOperations' | 'finishRun' | 'remember'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly vault: Pick<PinVault, 'seal' | 'keyed'>;
  newRunId(): string;
  /** Empty where they could not be read: every code of a booking is then a guest's. */
  readonly bookings: readonly KnownBooking[];
}
export type RemoveFailure = { readonly kind: 'not-removable'; readonly because: NotRemovable } | CodesFailure;

export interface PreparedRemoval {
  readonly removable: Removable;
  readonly asks: readonly DoorQuestion[];
}

export async function prepareRemoval(ports: RemovePorts, lockId: LockId, codeId: CodeId): Promise<Result<PreparedRemoval, RemoveFailure>> {
  const listing = await ports.locks.listCodes(lockId);
  if (!listing.ok) return err({ kind: 'cloud', failure: listing.error });
  const settings = ports.settings.read();
  const { mapping } = settings;
  const unit = mapping.units.find(({ doors }) => doors.some((door) => door.lockId === lockId)) ?? null;
  const place = placesOf(mapping).find((one) => one.lockId === lockId) ?? null;
  const known = {
    bookings: new Map(ports.bookings.map((booking) => [booking.id, booking])),
    people: ports.wishes.read().people,
    units: mapping.units,
  };
  const found = findRemovable(codeId, listing.value.codes, known, createLocalClock(settings, ports.clock.nowMs()).nowAt(place, unit));
  if (!found.ok) return err({ kind: 'not-removable', because: found.error });
  const name = mapping.locks.find((lock) => lock.lockId === lockId)?.name.trim() ?? '';
  return ok({ removable: found.value, asks: questions(found.value, name === '' ? String(lockId) : name, ports.vault.keyed) });
}

function questions({ code, name, owner, opensNow, canComeBack }: Removable, door: string, isKeyed: boolean): readonly DoorQuestion[] {
  return [
    { kind: 'remove', door, code: name.trim() === '' ? String(code.id) : name },
    ...(owner === 'by-hand' ? [{ kind: 'remove-not-ours' } as const] : []),
    ...(opensNow ? [{ kind: 'remove-opens-now' } as const] : []),
    ...(canComeBack && isKeyed ? [] : [{ kind: 'remove-for-good' } as const]),
  ];
}

/** The code goes only while it is as it was when the user was asked. */
export async function removeCode(ports: RemovePorts, { removable }: PreparedRemoval): Promise<Result<RunReport, RemoveFailure>> {
  const { code } = removable;
  const run = actRun(ports, operationOf(removable), 'deleted');
  const deleted = await deleteCode(ports, code.lockId, code.id, (present) => {
    if (!isSame(present, code)) return 'The code was changed in the meantime. Nothing was removed; look at the door again.';
    run.begin();
    ports.history.remember([actOf(removable, run.runId, run.startedAtMs, ports.vault)]);
    return null;
  });
  if (!deleted.ok && !run.hasBegun()) return deleted;
  const report = run.finish(deleted);
  return deleted.ok ? ok(report) : deleted;
}

function operationOf({ code, bookingId, personId }: Removable): OperationReport {
  const { lockId, keypadId, id } = code;
  const [start, end] = [code.startDate === null ? null : codeStart(code), code.endDate === null ? null : codeEnd(code)];
  const claimant = claimantOf(code);
  return {
    key: `delete:removed-by-user:${String(lockId)}/${keypadId}:${String(id)}`,
    kind: 'delete',
    status: 'planned',
    ...(claimant === null ? { bookingId, ...(personId === null ? {} : { personId }) } : claimRef(claimant)),
    unitId: null,
    lockId,
    keypadId,
    codeId: id,
    changes: {
      ...(start === null ? {} : { start: { from: start, to: null } }),
      ...(end === null ? {} : { end: { from: end, to: null } }),
      ...(code.name.trim() === '' ? {} : { name: { from: code.name, to: null } }),
      ...(code.active === UNKNOWN ? {} : { active: { from: code.active, to: null } }),
    },
    evidence: 'removed-by-user',
    hold: null,
  };
}

function actOf({ code, canComeBack }: Removable, runId: string, atMs: number, vault: Pick<PinVault, 'seal'>): MemoryChange {
  const pin = canComeBack && code.pin !== null ? vault.seal('undo-pin', `code ${code.id}`, code.pin) : null;
  const hasNote = claimantOf(code) === null && code.description.trim() !== '';
  return { kind: 'door-act', key: runId, value: { act: 'removed', atMs, pin, hasNote } };
}

function isSame(one: Code, other: Code): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
