/**
 * What support needs to know about a program and its last runs, in English. Each value is listed here, and none of them is a name or a text
 * that somebody typed: units and locks are numbers, and names are removed from the sentences of problems. Pure.
 */
import type { AppSnapshot, Connection } from '../../../shared/domain/app-state.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { Settings } from '../../../shared/domain/settings.ts';
import { isoInstant } from '../../../shared/time.ts';
import { hiding, privateNames, reportedMessage } from './history-report.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { Clock } from '../ports/system.ts';

/** Of the program and the computer; told once, by who composes the app. */
export interface ProgramFacts {
  /** "linux 6.1 x64". */
  readonly system: string;
  /** By name: electron, chrome, node. */
  readonly versions: Readonly<Record<string, string>>;
  /** How it got onto this computer, and why it does not renew itself; null: it does. */
  readonly installation: string;
  readonly updatesOff: string | null;
  readonly logLevel: string;
  readonly logFolder: string;
}
export interface DiagnosticsPorts {
  readonly history: Pick<HistoryStore, 'listRuns' | 'readRun'>;
  readonly version: string;
  readonly isDemo: boolean;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly zone: string;
  readonly program: ProgramFacts;
}
export type DiagnosticsFacts = Readonly<Record<string, unknown>>;

const RUNS = 5;
/** Of one run: more of them would hide the rest. */
const PROBLEMS = 20;

export function diagnosticsFacts(snapshot: AppSnapshot, settings: Settings, ports: DiagnosticsPorts): DiagnosticsFacts {
  const { version, isDemo, clock, zone, program } = ports;
  return {
    Latchkey: version,
    demo: isDemo,
    at: isoInstant(clock.nowMs()),
    zone,
    program: { ...program, newerVersion: snapshot.update, lacks: snapshot.limits },
    state: {
      activity: snapshot.activity,
      isOnline: snapshot.isOnline,
      firstStepsDone: snapshot.firstStepsDone,
      pause: snapshot.pause.kind,
      nextRun: instant(snapshot.nextRunAtMs),
      bookingsReadAt: instant(snapshot.staysReadAtMs),
      stays: snapshot.stays.length,
      staysThatNeedTheHost: snapshot.stays.filter(({ verdict }) => verdict === 'action-needed').length,
      waiting: snapshot.holds.length,
    },
    accounts: { smoobu: connection(snapshot.connections.smoobu), theKeys: connection(snapshot.connections['the-keys']) },
    attention: snapshot.attention.map(({ kind, severity, cloud, bookingId, unitId, lockId }) => ({
      kind,
      severity,
      ...(cloud === null ? {} : { cloud }),
      ...(bookingId === null ? {} : { bookingId }),
      ...(unitId === null ? {} : { unitId }),
      ...(lockId === null ? {} : { lockId }),
    })),
    settings: settingsFacts(settings),
    lastRuns: lastRuns(snapshot, ports),
  };
}

function connection({ stored, lastTest }: Connection): DiagnosticsFacts {
  return { stored, lastTest: lastTest === null ? 'none' : `${isoInstant(lastTest.atMs)} ${lastTest.failure ?? 'worked'}` };
}

function settingsFacts({ mapping, times, codes, schedule, notifications, app, history }: Settings): DiagnosticsFacts {
  return {
    times,
    pinLength: codes.pinLength,
    horizonDays: codes.horizonDays,
    keepDays: codes.keepDays,
    schedule: schedule.cron,
    notifications,
    app,
    historyDays: history.keepDays,
    units: mapping.units.map(({ unitId, doors }) => ({
      unitId,
      doors: doors.map(({ lockId, keypadId }) => `lock ${String(lockId)}, keypad ${keypadId}`),
    })),
  };
}

function lastRuns(snapshot: AppSnapshot, { history }: DiagnosticsPorts): readonly DiagnosticsFacts[] {
  const hide = hiding(privateNames(snapshot));
  return history.listRuns({ limit: RUNS }).map(({ id, mode, trigger, outcome, startedAt, finishedAt, counts }) => {
    const problems = history.readRun(id)?.problems ?? [];
    return {
      run: id,
      outcome,
      mode,
      trigger,
      startedAt,
      finishedAt,
      counts,
      problems: problems.slice(0, PROBLEMS).map((problem) => problemFacts(problem, hide)),
      ...(problems.length > PROBLEMS ? { furtherProblems: problems.length - PROBLEMS } : {}),
    };
  });
}

function problemFacts(problem: Problem, hide: (text: string) => string): DiagnosticsFacts {
  const { kind, cloud, failure, bookingId, unitId, lockId, keypadId, codeId } = problem;
  return { kind, cloud, failure, bookingId, unitId, lockId, keypadId, codeId, says: reportedMessage(problem, hide) };
}

function instant(atMs: number | null): string | null {
  return atMs === null ? null : isoInstant(atMs);
}

/** Most paths contain the user's name. */
export function withoutHome(folder: string, home: string): string {
  return home !== '' && folder.startsWith(home) ? `~${folder.slice(home.length)}` : '(another folder)';
}
