/**
 * A lock that was replaced: its keypad is retired, it has left the account, and its list is refused for ever. Such a lock is given up, by the
 * user or after seven days in which no discovery showed it, and then read no more. One that is still in the account stays told.
 */
import type { LockSummary } from '../../../shared/domain/code.ts';
import { claimOf } from '../../../shared/domain/ids.ts';
import type { ClaimId, CodeId, LockId } from '../../../shared/domain/ids.ts';
import type { Mapping } from '../../../shared/domain/mapping.ts';
import type { MemoryChange, MemoryValue, Remembered } from '../../../shared/domain/memory.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { OperationReport, RunMode } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { CloudFailure } from '../../../shared/errors.ts';
import { problemText } from '../../../shared/i18n/problem-text.ts';
import type { Result } from '../../../shared/result.ts';
import { DAY_MS, HOUR_MS, isoInstant } from '../../../shared/time.ts';
import type { LockCloud } from '../ports/clouds.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { Clock } from '../ports/system.ts';

const GIVEN_UP_AFTER_MS = 7 * DAY_MS;
/** Runs of each kind that are searched for codes left on a lock. */
const SEARCHED_RUNS = 300;

/** Without the retired keypads of locks that were given up. */
export function withoutGivenUp(settings: Settings, remembered: Remembered): Settings {
  const { mapping } = settings;
  const isGivenUp = ({ lockId }: { lockId: LockId }): boolean =>
    !isMapped(mapping, lockId) && remembered['retired-lock'].get(String(lockId))?.isGivenUp === true;
  if (!mapping.retired.some(isGivenUp)) return settings;
  return { ...settings, mapping: { ...mapping, retired: mapping.retired.filter((place) => !isGivenUp(place)) } };
}

export function giveUp(lockId: LockId, nowMs: number): MemoryChange {
  return { kind: 'retired-lock', key: String(lockId), value: { absentSinceMs: nowMs, isGivenUp: true } };
}

interface Watch extends Omit<RetiredInput, 'remembered' | 'nowMs'> {
  readonly history: HistoryStore;
  readonly locks: LockCloud;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly mode: RunMode;
  readonly clockIsWrong: boolean;
}

/** The problems of locks that are given up in this run. */
export async function watchRetired({ history, locks, clock, signal, mode, clockIsWrong, ...read }: Watch): Promise<readonly Problem[]> {
  // Days are counted, and only a live run leaves something behind.
  if (mode === 'dry-run' || clockIsWrong) return [];
  const input = { ...read, remembered: history.memory().remembered, nowMs: clock.nowMs() };
  const refusing = refusingLocks(input);
  history.remember(refusing.forget);
  if (refusing.locks.length === 0) return [];
  const discovered = await locks.discover({ signal });
  const judged = judgeRefusing(refusing.locks, discovered.ok ? discovered.value : null, input);
  history.remember(judged.changes);
  const today = isoInstant(input.nowMs).slice(0, 10);
  return judged.givenUp.map((lockId) => givenUpProblem(lockId, codesLeftOn(lockId, history, today)));
}

interface RetiredInput {
  readonly settings: Settings;
  /** What each lock of the mapping answered. */
  readonly lists: ReadonlyMap<LockId, Result<unknown, CloudFailure>>;
  readonly remembered: Remembered;
  readonly nowMs: number;
}

/** The locks that a discovery is needed for, none while the last one is less than an hour old; and what is forgotten without one. */
function refusingLocks({ settings, lists, remembered, nowMs }: RetiredInput): {
  readonly locks: readonly LockId[];
  readonly forget: readonly MemoryChange[];
} {
  const { mapping } = settings;
  const locks = [...new Set(mapping.retired.map(({ lockId }) => lockId))].filter((lockId) => {
    const list = lists.get(lockId);
    return !isMapped(mapping, lockId) && list?.ok === false && (list.error.kind === 'forbidden' || list.error.kind === 'not-found');
  });
  const isBack = (lockId: LockId): boolean => isMapped(mapping, lockId) || lists.get(lockId)?.ok === true;
  const forget = [...remembered['retired-lock'].keys()].filter((key) => isBack(Number(key) as LockId)).map((key) => change(key, null));
  const readAtMs = remembered.discovery.get('the-keys')?.readAtMs ?? null;
  const isRecent = readAtMs !== null && readAtMs <= nowMs && nowMs - readAtMs < HOUR_MS;
  return { locks: isRecent ? [] : locks, forget };
}

/** `discovered`: null when the discovery failed, which says nothing about any lock. Neither does one without a lock of the mapping. */
function judgeRefusing(
  locks: readonly LockId[],
  discovered: readonly Pick<LockSummary, 'id'>[] | null,
  { settings, remembered, nowMs }: RetiredInput,
): { readonly changes: readonly MemoryChange[]; readonly givenUp: readonly LockId[] } {
  const changes: MemoryChange[] = [{ kind: 'discovery', key: 'the-keys', value: { readAtMs: nowMs } }];
  const givenUp: LockId[] = [];
  if (discovered === null || !discovered.some(({ id }) => isMapped(settings.mapping, id))) return { changes, givenUp };
  for (const lockId of locks) {
    const key = String(lockId);
    if (discovered.some(({ id }) => id === lockId)) {
      changes.push(change(key, null));
      continue;
    }
    const sinceMs = Math.min(remembered['retired-lock'].get(key)?.absentSinceMs ?? nowMs, nowMs);
    const isGivenUp = nowMs - sinceMs >= GIVEN_UP_AFTER_MS;
    if (isGivenUp) givenUp.push(lockId);
    changes.push(change(key, { absentSinceMs: sinceMs, isGivenUp }));
  }
  return { changes, givenUp };
}

export interface LeftCode {
  readonly claimId: ClaimId;
  readonly codeId: CodeId;
}

/** Codes that the history knows on a lock that can be read no more, and that may still open it. `today`: "2026-11-23". */
export function codesLeftOn(lockId: LockId, history: HistoryStore, today: string): readonly LeftCode[] {
  const runIds = new Set<string>();
  for (const kind of ['create', 'adopt', 'move', 'update', 'delete'] as const)
    for (const { id } of history.listRuns({ limit: SEARCHED_RUNS, filter: { kind } })) runIds.add(id);
  const runs = [...runIds]
    .flatMap((id) => history.readRun(id) ?? [])
    .sort((one, other) => (one.run.startedAt < other.run.startedAt ? -1 : 1));
  const left = new Map<CodeId, LeftCode & { readonly until: string }>();
  const follow = (operation: OperationReport): void => {
    const { kind, status, codeId, replacedCodeId, changes } = operation;
    if (status !== 'done' && status !== 'unverified') return;
    // Made by hand, removed by the user, and made again.
    if (operation.bookingId === null && operation.personId === undefined) return;
    if (kind === 'move' && replacedCodeId !== undefined && status === 'done') left.delete(replacedCodeId);
    if (operation.lockId !== lockId || codeId === null) return;
    if (kind === 'delete') {
      if (status === 'done') left.delete(codeId);
      return;
    }
    const end = changes.end === undefined ? left.get(codeId)?.until : changes.end.to;
    left.set(codeId, { claimId: claimOf(operation), codeId, until: typeof end === 'string' ? end : '9999' });
  };
  for (const run of runs) for (const operation of run.operations) follow(operation);
  return [...left.values()].filter(({ until }) => until >= today).map(({ claimId, codeId }) => ({ claimId, codeId }));
}

function givenUpProblem(lockId: LockId, left: readonly LeftCode[]): Problem {
  const text =
    left.length === 0
      ? problemText('problem.lock-given-up')
      : problemText('problem.lock-given-up-left', { bookings: [...new Set(left.map(({ claimId }) => claimId))].join(', ') });
  return { kind: 'lock-given-up', text, retryable: false, lockId };
}

function isMapped({ units }: Mapping, lockId: LockId): boolean {
  return units.some(({ doors }) => doors.some((door) => door.lockId === lockId));
}

function change(key: string, value: MemoryValue<'retired-lock'> | null): MemoryChange {
  return { kind: 'retired-lock', key, value };
}
