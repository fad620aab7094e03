/** What a run keeps of the health of doors. It comes after everything else, so that reading gateways delays no write. */
import type { LockSummary } from '../../../shared/domain/code.ts';
import type { ClaimId, LockId } from '../../../shared/domain/ids.ts';
import type { Stay, StayDoor } from '../../../shared/domain/plan.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { PlacedCode } from '../../../shared/readiness/code-reach.ts';
import { healthInRun } from '../../../shared/readiness/health-in-run.ts';
import { placesOf } from '../../../shared/reconcile/observe.ts';
import { createLocalClock } from '../../../shared/reconcile/zones.ts';
import { HOUR_MS, MINUTE_MS, instantOf } from '../../../shared/time.ts';
import type { AccountReading, LockLists } from '../run/read-clouds.ts';
import type { LockCloud } from '../ports/clouds.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { StartDeadline } from '../ports/system.ts';
import { needsGateways, withGatewaysSeen } from './gateways-seen.ts';

export interface HealthOptions {
  readonly locks: Pick<LockCloud, 'readGateway'>;
  readonly history: HistoryStore;
  readonly settings: Settings;
  /** null: it could not be read. */
  readonly account: AccountReading | null;
  /** As this run read them. */
  readonly lists: LockLists;
  readonly report: Pick<RunReport, 'stays' | 'people'>;
  /** Of the run, by the same clock as `nowMs`. */
  readonly startedAtMs: number;
  readonly nowMs: number;
  readonly startDeadline: StartDeadline;
  readonly signal: AbortSignal;
}

/** Somewhat less than an hour: a sync that begins a few seconds earlier than the one before counts as well. */
const ASK_EVERY_MS = 59 * MINUTE_MS;
/** For all gateways: a sync does not wait longer. Those that did not answer are asked in the next one. */
const ANSWER_WITHIN_MS = 20_000;
const ARRIVAL_AHEAD_MS = 6 * HOUR_MS;
const ARRIVAL_BEHIND_MS = HOUR_MS;

export async function keepHealth(options: HealthOptions): Promise<void> {
  const { history, settings, account, lists, report, startedAtMs, nowMs } = options;
  const lockIds = new Set(placesOf(settings.mapping).map(({ lockId }) => lockId));
  const { remembered } = history.memory();
  const before = remembered['lock-health'];
  const near = arrivingAt(report.stays, settings, nowMs);
  const readAtMs = account?.readAtMs ?? startedAtMs;
  const isDue = (lockId: LockId): boolean =>
    near.has(lockId) || Math.abs(readAtMs - (before.get(String(lockId))?.readAtMs ?? -Infinity)) >= ASK_EVERY_MS;
  const own = (account?.locks ?? []).filter(({ id }) => lockIds.has(id));
  const due = own.filter((lock) => !needsGateways(lock, readAtMs) || isDue(lock.id));
  const read = due.some((lock) => needsGateways(lock, readAtMs)) ? await askGateways(due, readAtMs, options) : due;
  const missing = account === null ? [] : [...lockIds].filter((lockId) => !own.some(({ id }) => id === lockId));
  const changes = healthInRun({
    remembered,
    inPlace: codesInPlace(report),
    lists: new Map([...lists].map(([lockId, list]) => [lockId, list.ok ? list.value.codes : null])),
    listsReadAtMs: startedAtMs,
    lockIds,
    locks: new Map([...read.map((lock) => [lock.id, lock] as const), ...missing.map((lockId) => [lockId, null] as const)]),
    readAtMs,
    refused: new Map([...lists].map(([lockId, list]) => [lockId, !list.ok && list.error.kind === 'forbidden'])),
    nowMs,
  });
  if (changes.length > 0) history.remember(changes);
}

/** Without the locks whose gateways did not answer in time. */
async function askGateways(
  due: readonly LockSummary[],
  nowMs: number,
  { locks, startDeadline, signal }: HealthOptions,
): Promise<readonly LockSummary[]> {
  const deadline = startDeadline(ANSWER_WITHIN_MS, signal);
  const seen = await withGatewaysSeen(locks, due, { nowMs, signal: deadline.signal }).finally(() => deadline.cancel());
  return seen.filter((lock) => !deadline.signal.aborted || !needsGateways(lock, nowMs));
}

/** The locks of stays that begin soon, or began just now. */
function arrivingAt(stays: readonly Stay[], settings: Settings, nowMs: number): ReadonlySet<LockId> {
  const clock = createLocalClock(settings, nowMs);
  const units = new Map(settings.mapping.units.map((unit) => [unit.unitId, unit]));
  const locks = new Set<LockId>();
  for (const { booking, doors } of stays) {
    const unit = booking.unitId === null ? null : (units.get(booking.unitId) ?? null);
    for (const door of doors) {
      const inMs = instantOf(door.window.start, clock.zoneAt(door, unit)) - nowMs;
      if (inMs >= -ARRIVAL_BEHIND_MS && inMs <= ARRIVAL_AHEAD_MS) locks.add(door.lockId);
    }
  }
  return locks;
}

function codesInPlace({ stays, people = [] }: Pick<RunReport, 'stays' | 'people'>): readonly PlacedCode[] {
  const of = (claimId: ClaimId, doors: readonly StayDoor[]): readonly PlacedCode[] =>
    doors.flatMap(({ codeId, state, lockId, keypadId }) =>
      codeId === null || state !== 'in-place' ? [] : [{ codeId, claimId, lockId, keypadId }],
    );
  return [...stays.flatMap(({ booking, doors }) => of(booking.id, doors)), ...people.flatMap(({ personId, doors }) => of(personId, doors))];
}
