/** Takes back that a code made by hand was linked: it gets its former name and times again, without the tag, and the person is gone. */
import type { Code, CodeRecord } from '../../../shared/domain/code.ts';
import { UNKNOWN } from '../../../shared/domain/code.ts';
import { claimRef, placeKey } from '../../../shared/domain/ids.ts';
import type { LockId, PersonId } from '../../../shared/domain/ids.ts';
import type { MemoryValue } from '../../../shared/domain/memory.ts';
import type { OperationReport, RunReport } from '../../../shared/domain/run.ts';
import type { Person } from '../../../shared/domain/wishes.ts';
import type { DoorQuestion } from '../../../shared/doors/door-question.ts';
import { differences } from '../../../shared/reconcile/diff.ts';
import { samePin } from '../../../shared/reconcile/stay/pins.ts';
import { readTag, withoutTag } from '../../../shared/reconcile/tag.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { DAY_MS, dateOf, timeOf } from '../../../shared/time.ts';
import { actRun } from '../codes/act-run.ts';
import { findCode, sendUpdate, withRunLock } from '../codes/codes.ts';
import type { CodesFailure, CodesPorts } from '../codes/codes.ts';
import { momentOf } from '../doors/restore-code.ts';
import type { HistoryStore, SettingsStore, WishStore } from '../ports/storage.ts';
import type { Clock, PinVault } from '../ports/system.ts';

export interface UnlinkPorts extends CodesPorts {
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly wishes: Pick<WishStore, 'read' | 'change'>;
  readonly history: Pick<HistoryStore, 'memory' | 'listRuns' | 'readRun' | 'beginRun' | 'recordOperations' | 'finishRun' | 'remember'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly vault: Pick<PinVault, 'open'>;
  newRunId(): string;
}
export type UnlinkRefusal = 'act-unknown' | 'act-changed' | 'act-pin-lost';

export interface PreparedUnlink {
  readonly runId: string;
  readonly person: Person;
  readonly code: Code;
  /** null: the code is as it was, and only the person goes. */
  readonly record: CodeRecord | null;
  readonly asks: readonly DoorQuestion[];
  /** It had no end, and keeps the one it has. */
  readonly isInPart: boolean;
}

const KEPT_MS = 30 * DAY_MS;
const SEARCHED_RUNS = 100;

/** `reference`: a run's id, or that of one of its operations. null: it is another act. */
export function linkActOf(reference: string, { history }: Pick<UnlinkPorts, 'history'>): { runId: string; personId: PersonId } | null {
  const [runId = ''] = reference.split('/');
  const act = history.memory().remembered.act.get(runId);
  return act?.action === 'person-linked' && typeof act.claimId === 'string' ? { runId, personId: act.claimId } : null;
}

export async function prepareUnlink(
  ports: UnlinkPorts,
  { runId, personId }: { readonly runId: string; readonly personId: PersonId },
): Promise<Result<PreparedUnlink, UnlinkRefusal | CodesFailure>> {
  const acts = ports.history.memory().remembered.act;
  const act = acts.get(runId);
  if (act === undefined || ports.clock.nowMs() - act.atMs > KEPT_MS) return err('act-unknown');
  const person = ports.wishes.read().people.find(({ id }) => id === personId);
  const link = person?.linked ?? null;
  if (person === undefined || link === null || wasChanged(person, act, [...acts.values()])) return err('act-changed');
  const found = await findCode(ports, link.lockId, link.codeId);
  if (!found.ok) return found.error.kind === 'not-found' ? err('act-changed') : found;
  const { code } = found.value;
  const tag = readTag(code.description);
  const door = doorName(link.lockId, ports);
  if (tag.kind === 'none') return ok({ runId, person, code, record: null, asks: [ask(person, door, code.name)], isInPart: false });
  if (tag.kind !== 'tagged' || tag.claimId !== personId) return err('act-changed');
  const adopted = adoptionOf(runId, personId, ports.history);
  if (adopted === null) return err('act-unknown');
  const pin = person.pin.typed === null ? null : ports.vault.open('wish-pin', personId, person.pin.typed);
  if (pin === null) return err('act-pin-lost');
  if (!samePin(code, pin) || code.hasSchedule) return err('act-changed');
  const record = formerRecord({ ...code, pin }, adopted);
  if (record === null) return err('act-changed');
  const isInPart = adopted.changes.end !== undefined && momentOf(adopted.changes.end.from) === null;
  const asks = [ask(person, door, record.name), ...(isInPart ? [{ kind: 'restore-limited' } as const] : [])];
  return ok({ runId, person, code, record, asks, isInPart });
}

/** The user did something else for this person since, or a sync did. */
function wasChanged(
  { id, doors, linked, removedAtMs, blockedSinceMs, pin }: Person,
  act: MemoryValue<'act'>,
  all: readonly MemoryValue<'act'>[],
) {
  const isLater = all.some(({ claimId, atMs }) => claimId === id && atMs > act.atMs);
  const isOnlyThere = doors.length === 1 && doors.every((door) => linked !== null && placeKey(door) === placeKey(linked));
  return isLater || !isOnlyThere || removedAtMs !== null || blockedSinceMs !== null || pin.retired.length > 0;
}

/** As it was carried out: by the run of the act, or by a later one where that was interrupted. */
function adoptionOf(runId: string, personId: PersonId, history: UnlinkPorts['history']): OperationReport | null {
  const later = history.listRuns({ limit: SEARCHED_RUNS, filter: { kind: 'adopt' } }).map(({ id }) => id);
  for (const id of [runId, ...later]) {
    const operation = history.readRun(id)?.operations.find(({ kind, personId: whose }) => kind === 'adopt' && whose === personId);
    if (operation !== undefined) return operation;
  }
  return null;
}

/** null where a part of the code cannot be read, and so not kept. */
function formerRecord(code: Code & Pick<CodeRecord, 'pin'>, { changes }: OperationReport): CodeRecord | null {
  const [start, end] = [momentOf(changes.start?.from), momentOf(changes.end?.from)];
  const startDate = start === null ? code.startDate : dateOf(start);
  const startTime = start === null ? code.startTime : timeOf(start);
  const endDate = end === null ? code.endDate : dateOf(end);
  const endTime = end === null ? code.endTime : timeOf(end);
  const active = typeof changes.active?.from === 'boolean' ? changes.active.from : code.active;
  if (startDate === null || startDate === UNKNOWN || startTime === null || startTime === UNKNOWN) return null;
  if (endDate === null || endDate === UNKNOWN || endTime === null || endTime === UNKNOWN || active === UNKNOWN) return null;
  const name = typeof changes.name?.from === 'string' ? changes.name.from : code.name;
  const { pin, description, notificationEnabled } = code;
  return { name, pin, startDate, startTime, endDate, endTime, active, description: withoutTag(description), notificationEnabled };
}

function ask({ name }: Person, door: string, code: string): DoorQuestion {
  return { kind: 'unlink', person: name, door, code };
}

function doorName(lockId: LockId, { settings }: UnlinkPorts): string {
  const name =
    settings
      .read()
      .mapping.locks.find((lock) => lock.lockId === lockId)
      ?.name.trim() ?? '';
  return name === '' ? String(lockId) : name;
}

/** Code and person within one run lock: a sync in between would link the code again, or remove it. */
export async function unlinkCode(ports: UnlinkPorts, prepared: PreparedUnlink): Promise<Result<RunReport, CodesFailure>> {
  const { history, wishes } = ports;
  const { person, code, record } = prepared;
  const run = actRun(ports, record === null ? null : operationOf(person, code, record), 'updated');
  return withRunLock(ports, async () => {
    const present = await findCode(ports, code.lockId, code.id);
    if (!present.ok) return present;
    if (JSON.stringify(present.value.code) !== JSON.stringify(code))
      return err({ kind: 'refused', message: 'The code was changed in the meantime. Nothing was changed; look at the door again.' });
    run.begin();
    const sent = record === null ? ok(code) : await sendUpdate(ports, code.lockId, code.id, record);
    if (sent.ok) {
      wishes.change((stored) => ({ ...stored, people: stored.people.filter(({ id }) => id !== person.id) }));
      history.remember([{ kind: 'act', key: prepared.runId, value: null }]);
    }
    const report = run.finish(sent);
    return sent.ok ? ok(report) : sent;
  });
}

function operationOf({ id }: Person, code: Code, record: CodeRecord): OperationReport {
  const { lockId, keypadId } = code;
  return {
    key: `update:unlink:${String(lockId)}/${keypadId}:${String(code.id)}`,
    ...{ kind: 'update', status: 'planned', ...claimRef(id), unitId: null, lockId, keypadId, codeId: code.id },
    ...{ changes: differences(code, record), evidence: null, hold: null },
  };
}
