/** A run with one operation of each status, as the engine reports it. */
import type { RunDetail, WaitingHold } from '../../../electron/app/ports/storage.ts';
import { branded } from '../ids.ts';
import { NO_COUNTS } from '../../../shared/domain/run.ts';
import type { OperationReport, RunOutcome, RunReport } from '../../../shared/domain/run.ts';

export const CREATE = branded<OperationReport>({
  key: 'create/90001/3705/Kp7Qm2Xa',
  kind: 'create',
  status: 'done',
  bookingId: 90001,
  unitId: 500037,
  lockId: 3705,
  keypadId: 'Kp7Qm2Xa',
  codeId: 684000,
  changes: {},
  evidence: null,
  hold: null,
});
export const HELD = branded<WaitingHold['operation']>({
  ...CREATE,
  key: 'delete/90002',
  kind: 'delete',
  status: 'held',
  bookingId: 90002,
  codeId: 684001,
  evidence: 'cancelled',
  hold: 'someone-may-be-inside',
});
export const UPDATE = branded<OperationReport>({
  ...CREATE,
  key: 'update/90003',
  kind: 'update',
  status: 'failed',
  bookingId: 90003,
  codeId: 684002,
  changes: { end: { from: '2026-11-25T12:00', to: '2026-11-26T12:00' } },
});

export function report(outcome: RunOutcome, parts: Partial<Omit<RunReport, 'run'>> = {}, mode: 'live' | 'dry-run' = 'live'): RunReport {
  return {
    run: { id: 'run-1', mode, trigger: 'command', outcome, startedAt: '2026-11-23T14:00:00Z', finishedAt: '2026-11-23T14:00:09Z' },
    operations: [],
    problems: [],
    requests: { smoobu: 1, theKeys: 12 },
    stays: [],
    ...parts,
    counts: { ...NO_COUNTS, ...parts.counts },
  };
}

export function detail(of: RunReport): RunDetail {
  const { run, counts, operations, problems, requests } = of;
  return { run: { ...run, counts, problemCount: problems.length }, operations, problems, requests };
}
