/** A run that an error ended: it failed, its history and its report say so, and the next run continues from there. */
import type { Problem } from '../../../shared/domain/problem.ts';
import type { RunReport } from '../../../shared/domain/run.ts';
import { problemText } from '../../../shared/i18n/problem-text.ts';
import type { HistoryStore, RunStart } from '../ports/storage.ts';
import type { Clock, Logger } from '../ports/system.ts';
import { buildReport } from './report.ts';

interface CrashPorts {
  readonly history: HistoryStore;
  readonly clock: Pick<Clock, 'nowMs'>;
  readonly log: Logger;
}

export function crashProblem(): Problem {
  return { kind: 'sync-crashed', text: problemText('problem.sync-crashed'), retryable: true };
}

/** For an error before a run began, or after its end. */
export function crashedRun(ports: CrashPorts, run: Pick<RunStart, 'mode' | 'trigger'>, error: unknown): RunReport {
  const nowMs = ports.clock.nowMs();
  const start = { ...run, id: `crash-${String(nowMs)}`, startedAtMs: nowMs };
  const report = buildReport({
    run: { ...start, outcome: 'failed', finishedAtMs: nowMs },
    plan: null,
    statuses: new Map(),
    codeIds: new Map(),
    problems: [crashProblem()],
    requests: { smoobu: 0, theKeys: 0 },
  });
  recordCrash(ports, report, error, () => ports.history.beginRun(start));
  return report;
}

/** The history may be what failed: then the log and the report are all there is. */
export function recordCrash(
  { history, log }: Omit<CrashPorts, 'clock'>,
  report: RunReport,
  error: unknown,
  begin = (): void => undefined,
): void {
  log.log('error', 'sync ended by an error', { runId: report.run.id, error });
  try {
    begin();
    history.finishRun(report);
  } catch (unrecorded) {
    log.log('error', 'failed sync not recorded', { runId: report.run.id, error: unrecorded });
  }
}
