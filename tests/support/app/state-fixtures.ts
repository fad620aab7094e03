/** Stays, reports, snapshots and states around 23 November 2026, ten in the morning in Paris. No real names, no PINs. */
import { plannedStay } from '../snapshot.ts';
import { shownBooking } from '../../../shared/domain/booking.ts';
import type { AppSnapshot, StayStatus } from '../../../shared/domain/app-state.ts';
import { nothingRemembered } from '../../../shared/domain/memory.ts';
import type { Arrival } from '../../../shared/domain/readiness.ts';
import { arrivalsOf } from '../../../shared/readiness/arrivals.ts';
import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { Stay, StayDoor } from '../../../shared/domain/plan.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { NO_COUNTS } from '../../../shared/domain/run.ts';
import type { OperationReport, OperationStatus, RunOutcome, RunReport } from '../../../shared/domain/run.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import type { CloudName } from '../../../shared/errors.ts';
import { mainText } from '../../../shared/i18n/main-texts.ts';
import { addDays, dateOf, instantOf, localNow } from '../../../shared/time.ts';
import type { LocalDateTime } from '../../../shared/time.ts';
import { viewAt } from '../../../electron/app/desktop/view.ts';
import type { ViewContext } from '../../../electron/app/desktop/view.ts';
import { initialState } from '../../../electron/app/status/app-state.ts';
import type { AppStart, AppState } from '../../../electron/app/status/app-state.ts';
import { factsAt } from '../../../electron/app/status/facts.ts';
import type { Facts } from '../../../electron/app/status/facts.ts';
import type { Formats, Localization } from '../../../electron/app/status/localization.ts';
import { branded, lockId as lockIdOf } from '../ids.ts';
import type { Plain } from '../ids.ts';
import { booking, DOOR, NOW_MS, settings as plainSettings } from '../../reconcile/fixtures.ts';
import { problemText } from '../../../shared/i18n/problem-text.ts';

export { NOW_MS };
export const ZONE = 'Europe/Paris';
export const GUEST = 'Anna Müller';

export const FORMATS: Formats = {
  time: (atMs) => localNow(ZONE, atMs).slice(11),
  wallTime: String,
  date: String,
  dateTime: String,
  nearDate: String,
};
export const LOCALIZATION: Localization = {
  language: 'en',
  locale: 'en-GB',
  text: mainText({ language: 'en', locale: 'en-GB' }),
  formats: FORMATS,
};
export const CONTEXT: ViewContext = {
  version: '0.1.0',
  system: 'linux',
  localization: LOCALIZATION,
  covered: null,
  limits: { list: () => [] },
  startAtLogin: { isPossible: true },
};

function local(text: string): LocalDateTime {
  return text as LocalDateTime;
}
export function door(changes: Partial<Plain<StayDoor>> = {}): StayDoor {
  const window = { start: local('2026-11-24T15:00'), end: local('2026-11-27T12:00') };
  return branded<StayDoor>({ ...DOOR, prefix: '', window, state: 'in-place', codeId: 900, operationKey: null, ...changes });
}
const USUAL = { source: 'default', overruled: null } as const;
export function stay(id = 12, doors: readonly StayDoor[] = [door()]): Stay {
  return { booking: shownBooking(booking({ id })), unitName: 'Flat 1', times: { start: USUAL, end: USUAL }, doors };
}
/** A stay that starts at that instant, for three nights. */
export function status(id: number, startMs: number, isVerified: boolean): StayStatus & { readonly because: null } {
  const start = localNow(ZONE, startMs);
  const end = local(`${addDays(dateOf(start), 3)}T12:00`);
  return {
    stay: stay(id, [door({ window: { start, end }, state: isVerified ? 'in-place' : 'planned' })]),
    verdict: isVerified ? 'ready' : 'action-needed',
    worst: isVerified ? null : 'code',
    because: null,
    links: [],
    startMs,
    endMs: instantOf(end, ZONE),
    verifiedPlaces: isVerified ? [DOOR] : [],
  };
}
/** The same in a state, each at a lock of the same number. Whatever the time, it was read a moment ago. */
export function known(...statuses: readonly StayStatus[]): Pick<AppState, 'stays' | 'arrivals' | 'staysReadAtMs'> {
  const arrivals = statuses.map(({ stay: { booking: of, unitName, doors }, startMs, endMs, verifiedPlaces }): Arrival => {
    const isVerified = verifiedPlaces.length > 0;
    const readAtMs = endMs;
    return {
      ...{ bookingId: of.id, unitId: of.unitId, unitName, guest: of.guestName, startMs, endMs, readAtMs, isBlocked: false },
      booking: { state: 'good', because: null, sinceMs: null },
      doors: doors.map(({ keypadId, codeId, window }) => ({
        ...{ lockId: lockIdOf(of.id), keypadId, codeId, window, because: null },
        state: isVerified ? 'verified' : 'waiting',
        verifiedAtMs: isVerified ? readAtMs : null,
      })),
      guestTold: { state: 'unknown', because: null, sinceMs: null },
    };
  });
  return { staysReadAtMs: NOW_MS, stays: statuses.map(plannedStay), arrivals: new Map(arrivals.map((one) => [one.bookingId, one])) };
}
/** The same as facts. */
export function shownStays(...statuses: readonly StayStatus[]): Pick<Facts, 'stays' | 'arrivals'> {
  const { stays, arrivals } = factsAt(state(known(...statuses)), NOW_MS, CONTEXT);
  return { stays, arrivals };
}

export function operation(key: string, state: OperationStatus, changes: Partial<Plain<OperationReport>> = {}): OperationReport {
  return branded<OperationReport>({
    key,
    kind: 'create',
    status: state,
    bookingId: 12,
    unitId: 101,
    ...DOOR,
    codeId: null,
    changes: {},
    evidence: null,
    hold: null,
    ...changes,
  });
}
export function hold(key: string): OperationReport {
  return operation(key, 'held', { kind: 'delete', evidence: 'cancelled', hold: 'too-many-deletes' });
}

export interface ReportParts {
  readonly outcome?: RunOutcome;
  readonly mode?: 'live' | 'dry-run';
  readonly stays?: readonly Stay[];
  readonly operations?: readonly OperationReport[];
  readonly problems?: readonly Problem[];
  readonly requests?: RunReport['requests'];
  readonly claim?: ClaimId;
}
export function report(parts: ReportParts = {}): RunReport {
  const { outcome = 'ok', mode = 'live', stays = [], operations = [], problems = [], requests = { smoobu: 1, theKeys: 1 } } = parts;
  const read = { operations, problems, stays };
  return {
    ...(outcome === 'failed' ? {} : { arrivals: arrivalsIn(read) }),
    run: { id: 'run-1', mode, trigger: 'schedule', outcome, startedAt: '2026-11-23T09:00:00Z', finishedAt: '2026-11-23T09:00:04Z' },
    counts: NO_COUNTS,
    operations,
    problems,
    requests,
    stays,
    ...(parts.claim === undefined ? {} : { claim: parts.claim }),
  };
}

function arrivalsIn(read: Pick<RunReport, 'operations' | 'problems' | 'stays'>): readonly Arrival[] {
  return arrivalsOf({ report: read, settings: settings(), remembered: nothingRemembered(), listAtMs: new Map(), nowMs: NOW_MS });
}

export function unreachableProblem(cloud: CloudName): Problem {
  return { kind: 'cloud-unreachable', text: problemText('failure.unreachable'), retryable: true, cloud, failure: 'unreachable' };
}
export function rejectedProblem(cloud: CloudName): Problem {
  return {
    kind: 'credentials-rejected',
    text: problemText('failure.credentials-rejected'),
    retryable: false,
    cloud,
    failure: 'credentials-rejected',
  };
}
/** A run that came to nothing because of that. */
export function failed(problem: Problem): RunReport {
  return report({ outcome: 'failed', problems: [problem] });
}

export function settings(changes: Partial<Settings> = {}): Settings {
  const base = plainSettings();
  return {
    ...base,
    stored: { ...base.stored, smoobu: true, theKeys: true, pinKey: true },
    setup: { done: true, sinceMs: 0 },
    ...changes,
  };
}
export function state(changes: Partial<AppState> = {}, start: Partial<AppStart> = {}): AppState {
  const first = initialState({
    settings: settings(),
    isDemo: false,
    isOnline: true,
    holds: [],
    lastRun: null,
    userNames: { smoobu: null, 'the-keys': '+33••••••42' },
    ...start,
  });
  return { ...first, activity: 'idle', ...changes };
}
export function snapshot(of: AppState, nowMs: number, changes: Partial<AppSnapshot> = {}): AppSnapshot {
  return { revision: 1, ...viewAt(of, nowMs, CONTEXT).snapshot, ...changes };
}
export function facts(changes: Partial<Facts> = {}): Facts {
  return { ...factsAt(state(), NOW_MS, CONTEXT), ...changes };
}
