/** What the running app knows, as a value, and how each event changes it. Pure: electron/app/desktop holds the state and shows it. */
import type { Activity, AppUpdate, Connection, LastRun } from '../../../shared/domain/app-state.ts';
import type { BlockedPeriod, OtherStay } from '../../../shared/domain/booking.ts';
import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { OperationReport, RunProgress, RunReport } from '../../../shared/domain/run.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { CLOUD_NAMES, isKeychainFailure } from '../../../shared/errors.ts';
import type { AccessFailure, CloudName, KeychainFailure } from '../../../shared/errors.ts';
import type { AppEvent, RecoveredFile, RunRefusal } from './app-event.ts';
import { replaceOwn, withArrivals, withTold } from './known-arrivals.ts';
import type { Arrivals } from './known-arrivals.ts';
import { UNKNOWN_HEALTH, cloudResult, healthAfter } from './cloud-health.ts';
import type { CloudHealth } from './cloud-health.ts';
import { isPaused } from '../schedule/schedule-policy.ts';
import { NO_SILENCE, afterGoodSync, afterMinute } from './silence.ts';
import type { Silence } from './silence.ts';
import type { Stay } from '../../../shared/domain/plan.ts';
import { NO_DOORS } from '../../../shared/readiness/facts.ts';
import type { KnownDoors } from '../../../shared/readiness/facts.ts';
import type { RunDetail } from '../ports/storage.ts';

/** The last run as the state has it: problems are not in the user's language yet. */
interface KnownRun extends Omit<LastRun, 'problems'> {
  readonly problems: readonly Problem[];
}

export interface AppState {
  readonly activity: Activity;
  readonly progress: RunProgress | null;
  readonly settings: Settings;
  readonly isOnline: boolean;
  readonly isDemo: boolean;
  readonly nextRunAtMs: number | null;
  readonly connections: Readonly<Record<CloudName, Connection>>;
  readonly health: Readonly<Record<CloudName, CloudHealth>>;
  readonly silence: Silence;
  readonly keychain: KeychainFailure | null;
  readonly lastRun: KnownRun | null;
  /** Of the last run that made a plan: a run that fails before that has nothing to say about them. */
  readonly planProblems: readonly Problem[];
  /** Of the last run that made a plan, as they were when it ended. */
  readonly stays: readonly Stay[];
  /** By booking; of stays that begin soon also what was known before the start, and after a run that could not read the locks. */
  readonly arrivals: Arrivals;
  readonly doors: KnownDoors;
  readonly staysReadAtMs: number | null;
  /** What guests are told, as it was after the last run that could tell them. */
  readonly tellings: readonly Telling[];
  /** Read with the stays. */
  readonly blockedPeriods: readonly BlockedPeriod[];
  /** Guests who are not among the stays, read with them. */
  readonly others: readonly OtherStay[];
  readonly holds: readonly OperationReport[];
  readonly recovered: readonly RecoveredFile[];
  readonly update: AppUpdate | null;
}

export interface AppStart {
  readonly settings: Settings;
  readonly isDemo: boolean;
  readonly isOnline: boolean;
  /** Holds of earlier runs. */
  readonly holds: readonly OperationReport[];
  /** The last run in the history. */
  readonly lastRun: KnownRun | null;
  /** As earlier runs remember them. */
  readonly arrivals?: Arrivals;
  readonly doors?: KnownDoors;
  /** Between two syncs of the schedule. */
  readonly periodMs?: number;
  /** Of the stored credentials, as they may be shown. */
  readonly userNames: Readonly<Record<CloudName, string | null>>;
}

export function initialState(start: AppStart): AppState {
  const { settings, userNames } = start;
  return {
    activity: 'starting',
    progress: null,
    settings,
    isOnline: start.isOnline,
    isDemo: start.isDemo,
    nextRunAtMs: null,
    connections: {
      smoobu: { stored: settings.stored.smoobu, userName: userNames.smoobu, lastTest: null },
      'the-keys': { stored: settings.stored.theKeys, userName: userNames['the-keys'], lastTest: null },
    },
    health: { smoobu: UNKNOWN_HEALTH, 'the-keys': UNKNOWN_HEALTH },
    silence: { ...NO_SILENCE, periodMs: start.periodMs ?? 0 },
    keychain: null,
    lastRun: start.lastRun,
    planProblems: start.lastRun === null || start.lastRun.run.outcome === 'failed' ? [] : start.lastRun.problems,
    stays: [],
    arrivals: start.arrivals ?? new Map(),
    doors: start.doors ?? NO_DOORS,
    staysReadAtMs: null,
    tellings: [],
    blockedPeriods: [],
    others: [],
    holds: start.holds,
    recovered: [],
    update: null,
  };
}

/** The part of a run in the history that the window shows at once. */
export function lastRunOf({ run: { id, mode, trigger, outcome, startedAt, finishedAt, counts }, problems, requests }: RunDetail): KnownRun {
  return { run: { id, mode, trigger, outcome, startedAt, finishedAt }, counts, problems, requests };
}

/** The problems of the last run, and those of the last plan where the last run did not make one. */
export function knownProblems({ lastRun, planProblems }: Pick<AppState, 'lastRun' | 'planProblems'>): readonly Problem[] {
  return lastRun === null || lastRun.problems === planProblems ? planProblems : [...lastRun.problems, ...planProblems];
}

export function reduce(state: AppState, event: AppEvent): AppState {
  switch (event.kind) {
    case 'run-started':
      return { ...state, activity: unlessQuitting(state, 'syncing'), progress: null };
    case 'run-progress':
      return { ...state, progress: event.progress };
    case 'run-finished':
      return runFinished({ ...state, doors: event.doors ?? state.doors }, event.report, event.atMs);
    case 'run-refused':
      return runRefused(state, event.because, event.atMs);
    case 'online-changed':
      return { ...state, isOnline: event.isOnline };
    case 'pause-changed':
      return { ...state, settings: { ...state.settings, pause: event.pause } };
    case 'schedule':
      return { ...state, nextRunAtMs: event.nextRunAtMs, activity: state.activity === 'starting' ? 'idle' : state.activity };
    case 'connection-tested':
      return tested(state, event.cloud, event.failure, event.atMs);
    case 'credentials-saved':
      return credentialsChanged(state, event.cloud, { stored: true, userName: event.userName, lastTest: null });
    case 'credentials-removed':
      return credentialsChanged(state, event.cloud, { stored: false, userName: null, lastTest: null });
    case 'settings-changed':
      return settingsChanged(state, event.settings);
    case 'holds-changed':
      return { ...state, holds: event.holds };
    case 'told':
      return {
        ...state,
        tellings: replaceOwn(state.tellings, event.lines, event.bookingId),
        arrivals: withTold(state.arrivals, event.bookingId, event.lines, event.atMs),
      };
    case 'question-answered':
      return withoutQuestion({ ...state, holds: event.holds }, event.key);
    case 'settings-erased':
      return {
        ...state,
        lastRun: null,
        planProblems: [],
        stays: [],
        arrivals: new Map(),
        doors: NO_DOORS,
        staysReadAtMs: null,
        tellings: [],
        blockedPeriods: [],
        others: [],
        holds: [],
      };
    case 'recovered':
      return state.recovered.includes(event.file) ? state : { ...state, recovered: [...state.recovered, event.file] };
    case 'update':
      return { ...state, update: event.update };
    case 'minute-passed': {
      const isDue = state.settings.setup.done && !isPaused(state.settings.pause, event.atMs);
      return { ...state, silence: afterMinute(state.silence, event.atMs, event.periodMs, isDue) };
    }
    case 'quitting':
      return { ...state, activity: 'quitting' };
  }
}

/** An app that is quitting does not become idle or busy again. */
function unlessQuitting(state: AppState, activity: Activity): Activity {
  return state.activity === 'quitting' ? 'quitting' : activity;
}

function runFinished(state: AppState, report: RunReport, atMs: number): AppState {
  const { run, counts, problems, requests } = report;
  if (report.claim !== undefined) return claimRunFinished(state, report, report.claim, atMs);
  const isWhole = hasPlan(report);
  const finished: AppState = {
    ...withCloudResults(state, report, atMs),
    arrivals: withArrivals(state.arrivals, report.arrivals ?? [], state.doors, isWhole && report.arrivals !== undefined),
    activity: unlessQuitting(state, 'idle'),
    progress: null,
    // A run starts by reading the keychain, so it can be used.
    keychain: null,
    lastRun: { run, counts, problems, requests },
  };
  if (!isWhole) return finished;
  return {
    ...finished,
    silence: afterGoodSync(state.silence, atMs),
    planProblems: problems,
    stays: report.stays,
    staysReadAtMs: atMs,
    tellings: report.tellings ?? state.tellings,
    blockedPeriods: report.blockedPeriods ?? [],
    others: report.others ?? [],
  };
}

/** Of a run for one stay or person: what it says about that one replaces what was known, and all else stays. */
function claimRunFinished(state: AppState, report: RunReport, claim: ClaimId, atMs: number): AppState {
  const seen: AppState = {
    ...withCloudResults(state, report, atMs),
    activity: unlessQuitting(state, 'idle'),
    progress: null,
    keychain: null,
  };
  if (!hasPlan(report)) return seen;
  const isOwn = ({ bookingId, personId }: Problem): boolean => claim === (personId ?? bookingId);
  const withOwn = (known: readonly Problem[]): readonly Problem[] => [
    ...known.filter((problem) => !isOwn(problem)),
    ...report.problems.filter(isOwn),
  ];
  const isOf = ({ booking }: Stay): boolean => booking.id === claim;
  const own = (report.arrivals ?? []).filter(({ bookingId }) => bookingId === claim);
  const arrivals = new Map([...state.arrivals].filter(([id]) => id !== claim));
  return {
    ...withProblems(seen, withOwn),
    tellings: replaceOwn(state.tellings, report.tellings ?? null, claim),
    stays: [...state.stays.filter((stay) => !isOf(stay)), ...report.stays.filter(isOf)],
    others: replaceOwn(state.others, report.others ?? null, claim),
    arrivals: withArrivals(arrivals, own, state.doors, false),
  };
}

function withoutQuestion(state: AppState, key: string): AppState {
  return withProblems(state, (problems) => problems.filter(({ question }) => question?.key !== key));
}

function withProblems(state: AppState, change: (problems: readonly Problem[]) => readonly Problem[]): AppState {
  const { lastRun } = state;
  const planProblems = change(state.planProblems);
  if (lastRun === null) return { ...state, planProblems };
  // One list while they are the same, so that no problem is known twice.
  const problems = lastRun.problems === state.planProblems ? planProblems : change(lastRun.problems);
  return { ...state, planProblems, lastRun: { ...lastRun, problems } };
}

/** False for a run that failed to read a cloud, or was stopped before it had: it says nothing about stays and holds. */
function hasPlan({ run, stays, operations }: RunReport): boolean {
  if (run.outcome === 'failed') return false;
  return run.outcome !== 'interrupted' || stays.length > 0 || operations.length > 0;
}

function withCloudResults(state: AppState, report: RunReport, atMs: number): AppState {
  let { connections, health } = state;
  for (const cloud of CLOUD_NAMES) {
    const result = cloudResult(report, cloud, state.settings);
    if (result === 'unknown') continue;
    health = { ...health, [cloud]: healthAfter(health[cloud], result, atMs, state.isOnline) };
    const lastTest = { atMs, failure: result === 'ok' ? null : result };
    connections = { ...connections, [cloud]: { ...connections[cloud], lastTest } };
  }
  return { ...state, connections, health };
}

/** A run that did not start has read nothing: everything known stays. */
function runRefused(state: AppState, because: RunRefusal, atMs: number): AppState {
  const idle: AppState = { ...state, activity: unlessQuitting(state, 'idle'), progress: null };
  if (typeof because === 'string') return idle;
  if (isKeychainFailure(because)) return { ...idle, keychain: because };
  return tested(idle, because.cloud, because, atMs);
}

function tested(state: AppState, cloud: CloudName, failure: AccessFailure | null, atMs: number): AppState {
  const connection: Connection = { ...state.connections[cloud], lastTest: { atMs, failure: failure?.kind ?? null } };
  const connections = { ...state.connections, [cloud]: connection };
  if (failure !== null && isKeychainFailure(failure)) return { ...state, connections, keychain: failure };
  // A successful test ends a rejection. It does not reset the count of runs that could not reach the cloud.
  const health = failure === null ? { ...state.health, [cloud]: { ...state.health[cloud], isRejected: false } } : state.health;
  return { ...state, connections, health, keychain: null };
}

function credentialsChanged(state: AppState, cloud: CloudName, connection: Connection): AppState {
  const known = state.health[cloud];
  return {
    ...state,
    connections: { ...state.connections, [cloud]: connection },
    health: { ...state.health, [cloud]: { ...UNKNOWN_HEALTH, credentialsRevision: known.credentialsRevision + 1 } },
    keychain: null,
  };
}

/** Saving settings also acknowledges that earlier ones were set aside. */
function settingsChanged(state: AppState, settings: Settings): AppState {
  return { ...state, settings, recovered: state.recovered.filter((file) => file !== 'settings') };
}
