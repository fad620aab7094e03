/** A run that is one act of the user on one code, as the history keeps it. */
import { NO_COUNTS } from '../../../shared/domain/run.ts';
import type { OperationReport, RunCounts, RunReport } from '../../../shared/domain/run.ts';
import type { Result } from '../../../shared/result.ts';
import { isoInstant } from '../../../shared/time.ts';
import type { HistoryStore } from '../ports/storage.ts';
import type { Clock } from '../ports/system.ts';
import type { CodesFailure, CodesPorts } from './codes.ts';

export interface ActRunPorts extends Pick<CodesPorts, 'locks'> {
  readonly history: Pick<HistoryStore, 'beginRun' | 'recordOperations' | 'finishRun'>;
  readonly clock: Pick<Clock, 'nowMs'>;
  newRunId(): string;
}

/** `operation`: null where the code is as it is to be. `counted`: what it counts as once it is done. */
export function actRun(ports: ActRunPorts, operation: OperationReport | null, counted: 'created' | 'updated' | 'deleted') {
  const { history, clock, locks } = ports;
  const [runId, startedAtMs, before] = [ports.newRunId(), clock.nowMs(), locks.requestCount()];
  let hasBegun = false;
  return {
    runId,
    startedAtMs,
    hasBegun: () => hasBegun,
    begin(): void {
      hasBegun = true;
      history.beginRun({ id: runId, mode: 'live', trigger: 'act', startedAtMs });
      if (operation !== null) history.recordOperations(runId, [operation]);
    },
    finish(sent: Result<unknown, CodesFailure>, codeId = operation?.codeId ?? null): RunReport {
      const status = sent.ok ? 'done' : sent.error.kind === 'unverified' ? 'unverified' : 'failed';
      const count: Partial<RunCounts> = sent.ok ? (operation === null ? {} : { [counted]: 1 }) : { failed: 1 };
      const report: RunReport = {
        run: {
          ...{ id: runId, mode: 'live', trigger: 'act', outcome: sent.ok ? 'ok' : 'partial' },
          startedAt: isoInstant(startedAtMs),
          finishedAt: isoInstant(clock.nowMs()),
        },
        counts: { ...NO_COUNTS, ...count },
        operations: operation === null ? [] : [{ ...operation, status, codeId }],
        problems: [],
        requests: { smoobu: 0, theKeys: locks.requestCount() - before },
        stays: [],
      };
      history.finishRun(report);
      return report;
    },
  };
}
