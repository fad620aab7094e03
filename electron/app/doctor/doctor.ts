/** Gathers facts about everything a run needs with a few reads, and says what a check of them is. doctor-checks.ts makes the checks. */
import type { UnitSummary } from '../../../shared/domain/booking.ts';
import type { LockSummary } from '../../../shared/domain/code.ts';
import type { UnitId } from '../../../shared/domain/ids.ts';
import type { Remembered } from '../../../shared/domain/memory.ts';
import type { ProgramLimit } from '../../../shared/domain/program-limits.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { AccessFailure, CloudName } from '../../../shared/errors.ts';
import { healthAfter } from '../../../shared/readiness/health-after.ts';
import { judgedHealth } from '../../../shared/readiness/lock-health.ts';
import type { LockHealth } from '../../../shared/readiness/lock-health.ts';
import { placesOf } from '../../../shared/reconcile/observe.ts';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import type { CredentialSources } from '../accounts/accounts.ts';
import type { CloudAccess } from '../accounts/discover.ts';
import { withGatewaysSeen } from '../doors/gateways-seen.ts';
import type { CallOptions } from '../ports/clouds.ts';
import type { WatchdogState } from '../watchdog/watchdog.ts';
import type { RecoveredFile, RecoveredCheckedFile } from '../ports/storage.ts';
import type { Clock } from '../ports/system.ts';

export interface DoctorFacts {
  readonly settings: Settings;
  readonly settingsRecovered: RecoveredCheckedFile | null;
  readonly wishesRecovered: RecoveredCheckedFile | null;
  readonly historyRecovered: RecoveredFile | null;
  readonly credentials: CredentialSources;
  readonly watchdog: WatchdogState | null;
  /** What the desktop app lacks on this computer, as far as it noticed. */
  readonly limits: readonly ProgramLimit[];
  /** The cheapest authenticated call of each cloud. */
  readonly probes: Readonly<Record<CloudName, Result<null, AccessFailure>>>;
  /** The cloud's clock minus this computer's; null without an answer. */
  readonly clockOffsetMs: number | null;
  /** null when they could not be read. */
  readonly units: readonly UnitSummary[] | null;
  readonly locks: readonly LockSummary[] | null;
  /** From Smoobu, for the mapped units whose zone it gives. */
  readonly unitZones: ReadonlyMap<UnitId, string>;
  /** Those of the mapping that the account lists. */
  readonly doors: readonly DoorHealth[];
  readonly nowMs: number;
}
export interface DoorHealth {
  readonly name: string;
  readonly health: LockHealth;
}

/** One request each: more would take too long. */
const MAX_ZONE_LOOKUPS = 30;

export type DoctorInput = CloudAccess &
  Pick<DoctorFacts, 'settings' | 'settingsRecovered' | 'wishesRecovered' | 'historyRecovered' | 'credentials' | 'watchdog'> & {
    readonly clock: Pick<Clock, 'nowMs'>;
    readonly remembered: Pick<Remembered, 'lock-health' | 'program-limits'>;
  };

/** After a cloud has rejected the credentials, nothing more is sent to it. */
export async function gatherFacts(input: DoctorInput, options: CallOptions = {}): Promise<DoctorFacts> {
  const [bookings, locks] = await Promise.all([examineBookings(input, options), examineLocks(input, options)]);
  const { settings, settingsRecovered, wishesRecovered, historyRecovered, credentials, watchdog } = input;
  return {
    settings,
    settingsRecovered,
    wishesRecovered,
    historyRecovered,
    credentials,
    watchdog,
    limits: [...input.remembered['program-limits'].values()].flatMap(({ limits }) => limits),
    probes: { smoobu: bookings.probe, 'the-keys': locks.probe },
    clockOffsetMs: input.bookings.ok ? input.bookings.value.clockOffsetMs() : null,
    units: bookings.units,
    locks: locks.locks,
    doors: await examineDoors(input, locks.locks ?? [], options),
    nowMs: input.clock.nowMs(),
    unitZones: bookings.unitZones,
  };
}

interface BookingFindings {
  readonly probe: Result<null, AccessFailure>;
  readonly units: readonly UnitSummary[] | null;
  readonly unitZones: ReadonlyMap<UnitId, string>;
}

async function examineBookings({ bookings, settings }: DoctorInput, options: CallOptions): Promise<BookingFindings> {
  const nothing = { units: null, unitZones: new Map<UnitId, string>() };
  if (!bookings.ok) return { probe: bookings, ...nothing };
  const cloud = bookings.value;
  const account = await cloud.readAccount(options);
  if (!account.ok) return { probe: account, ...nothing };
  const units = await cloud.listUnits(options);
  if (!units.ok) return { probe: units, ...nothing };
  const known = new Set(units.value.map(({ id }) => id));
  const unitZones = new Map<UnitId, string>();
  for (const { unitId } of settings.mapping.units.filter((unit) => known.has(unit.unitId)).slice(0, MAX_ZONE_LOOKUPS)) {
    const details = await cloud.readUnit(unitId, options);
    if (details.ok && details.value.timeZone !== null) unitZones.set(unitId, details.value.timeZone);
  }
  return { probe: ok(null), units: units.value, unitZones };
}

async function examineLocks(
  { locks }: DoctorInput,
  options: CallOptions,
): Promise<{ probe: Result<null, AccessFailure>; locks: readonly LockSummary[] | null }> {
  if (!locks.ok) return { probe: locks, locks: null };
  const signedIn = await locks.value.signIn(options);
  if (!signedIn.ok) return { probe: signedIn, locks: null };
  const found = await locks.value.discover(options);
  return found.ok ? { probe: ok(null), locks: found.value } : { probe: found, locks: null };
}

/** One more request for each gateway that the account does not say to be there. */
async function examineDoors(
  { locks, settings, clock, remembered }: DoctorInput,
  found: readonly LockSummary[],
  options: CallOptions,
): Promise<readonly DoorHealth[]> {
  const mapped = new Set(placesOf(settings.mapping).map(({ lockId }) => lockId));
  const own = found.filter(({ id }) => mapped.has(id));
  const nowMs = clock.nowMs();
  const read = locks.ok ? await withGatewaysSeen(locks.value, own, { ...options, nowMs }) : [];
  return read.map((lock) => ({
    name: lock.name === '' ? `lock ${String(lock.id)}` : lock.name,
    health: judgedHealth(healthAfter(remembered['lock-health'].get(String(lock.id)), { lock, readAtMs: nowMs, isRefused: null })),
  }));
}

export type CheckState = 'ok' | 'warn' | 'bad' | 'skipped';
export type CheckTopic = 'clock' | 'network' | 'keychain' | 'credentials' | 'mapping' | 'doors' | 'files' | 'watchdog' | 'app' | 'probe';

export interface Check {
  readonly topic: CheckTopic;
  readonly state: CheckState;
  /** What was found, in one sentence. */
  readonly finding: string;
  /** What it means for guests; null when it means nothing. */
  readonly meaning: string | null;
  /** What to do; null when nothing needs doing. */
  readonly action: string | null;
  /** For the exit code: how a cloud or the keychain failed. */
  readonly failure: AccessFailure['kind'] | null;
}

export function check(
  topic: CheckTopic,
  state: CheckState,
  finding: string,
  rest: Partial<Pick<Check, 'meaning' | 'action' | 'failure'>> = {},
): Check {
  return { topic, state, finding, meaning: rest.meaning ?? null, action: rest.action ?? null, failure: rest.failure ?? null };
}
