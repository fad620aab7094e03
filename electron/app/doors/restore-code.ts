/** Makes a code again that the user removed, with the PIN it had. It never comes back without an end. */
import { claimRef } from '../../../shared/domain/ids.ts';
import type { MemoryValue } from '../../../shared/domain/memory.ts';
import { localDateTimeSchema } from '../../../shared/domain/time-schemas.ts';
import type { OperationReport, RunReport } from '../../../shared/domain/run.ts';
import type { DoorQuestion } from '../../../shared/doors/door-question.ts';
import { samePin } from '../../../shared/reconcile/stay/pins.ts';
import { tagFor } from '../../../shared/reconcile/tag.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { addDays, at, dateOf, timeOf } from '../../../shared/time.ts';
import type { LocalDateTime, WallTime } from '../../../shared/time.ts';
import { actRun } from '../codes/act-run.ts';
import { createCode } from '../codes/codes.ts';
import type { CodesFailure, CodesPorts } from '../codes/codes.ts';
import type { CodeDraft } from '../codes/code-record.ts';
import type { HistoryStore, SettingsStore } from '../ports/storage.ts';
import type { Clock, PinVault } from '../ports/system.ts';

export interface RestorePorts extends CodesPorts {
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly history: Pick<HistoryStore, 'readRun' | 'beginRun' | 'recordOperations' | 'finishRun' | 'remember'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly vault: Pick<PinVault, 'open'>;
  newRunId(): string;
}
export type RestoreRefusal = 'act-unknown' | 'act-not-undone' | 'act-pin-lost' | 'pin-taken' | 'code-over';

export interface PreparedRestore {
  readonly runId: string;
  readonly removal: OperationReport;
  readonly draft: CodeDraft;
  readonly asks: readonly DoorQuestion[];
}
type Removed = Extract<MemoryValue<'door-act'>, { act: 'removed' }>;

/** For a code that had no end: as long as one of a person for always. */
const LONG_DAYS = 3_652;
const MIDNIGHT = '00:00' as WallTime;

export async function prepareRestore(
  ports: RestorePorts,
  runId: string,
  { pin: sealed, hasNote }: Removed,
): Promise<Result<PreparedRestore, RestoreRefusal | CodesFailure>> {
  const removal = ports.history.readRun(runId)?.operations[0];
  if (removal?.codeId == null) return err('act-unknown');
  const { lockId, keypadId, codeId, changes, personId } = removal;
  if (sealed === null) return err('act-not-undone');
  const pin = ports.vault.open('undo-pin', `code ${codeId}`, sealed);
  if (pin === null) return err('act-pin-lost');
  const settings = ports.settings.read();
  const { mapping } = settings;
  const unit = mapping.units.find(({ doors }) => doors.some((door) => door.lockId === lockId)) ?? null;
  const now = createLocalClock(settings, ports.clock.nowMs()).nowAt({ lockId, keypadId }, unit);
  const given = momentOf(changes.end?.from);
  const end = given ?? at(addDays(dateOf(now), LONG_DAYS), MIDNIGHT);
  if (end <= now) return err('code-over');
  const start = momentOf(changes.start?.from) ?? now;
  const listing = await ports.locks.listCodes(lockId);
  if (!listing.ok) return err({ kind: 'cloud', failure: listing.error });
  if (listing.value.codes.some((code) => code.keypadId === keypadId && samePin(code, pin))) return err('pin-taken');
  const name = typeof changes.name?.from === 'string' ? changes.name.from : `Code ${String(codeId)}`;
  const door = mapping.locks.find((lock) => lock.lockId === lockId)?.name.trim() ?? '';
  return ok({
    runId,
    removal,
    draft: {
      name,
      pin,
      from: dateOf(start),
      to: dateOf(end),
      checkIn: timeOf(start),
      checkOut: timeOf(end),
      description: personId === undefined ? '' : tagFor(personId),
    },
    asks: [
      { kind: 'restore', door: door === '' ? String(lockId) : door, code: name, until: end },
      ...(given === null ? [{ kind: 'restore-limited' } as const] : []),
      ...(hasNote ? [{ kind: 'restore-no-note' } as const] : []),
    ],
  });
}

export async function restoreCode(
  ports: RestorePorts,
  { runId: undone, removal, draft }: PreparedRestore,
): Promise<Result<RunReport, CodesFailure>> {
  const { lockId, keypadId, personId } = removal;
  const operation: OperationReport = {
    key: `create:undo:${String(lockId)}/${keypadId}:${String(removal.codeId)}`,
    kind: 'create',
    status: 'planned',
    ...(personId === undefined ? { bookingId: null } : claimRef(personId)),
    unitId: null,
    lockId,
    keypadId,
    codeId: null,
    changes: {
      start: { from: null, to: `${draft.from}T${draft.checkIn}` },
      end: { from: null, to: `${draft.to}T${draft.checkOut}` },
      name: { from: null, to: draft.name },
    },
    evidence: null,
    hold: null,
  };
  const run = actRun(ports, operation, 'created');
  run.begin();
  const made = await createCode(ports, { lockId, keypadId }, draft);
  const report = run.finish(made, made.ok ? made.value.id : null);
  if (!made.ok) return made;
  ports.history.remember([{ kind: 'door-act', key: undone, value: null }]);
  return ok(report);
}

export function momentOf(text: unknown): LocalDateTime | null {
  const moment = localDateTimeSchema.safeParse(text);
  return moment.success ? moment.data : null;
}
