/** The JSON of runs, operations and problems as documented: scripts rely on these names. Never a PIN. */
import type { Problem } from '../../../shared/domain/problem.ts';
import type { OperationReport, RunReport, RunSummary } from '../../../shared/domain/run.ts';

/** Inner fields (the operation's key, the run's trigger, the stays) are left out; hold and evidence only where there is one. */
export function runDocument({ run, counts, operations, problems, requests }: Omit<RunReport, 'stays'>): object {
  return {
    run: runHead(run),
    counts: {
      created: counts.created,
      updated: counts.updated,
      adopted: counts.adopted,
      moved: counts.moved,
      deleted: counts.deleted,
      unchanged: counts.unchanged,
      held: counts.held,
      skipped: counts.skipped,
      failed: counts.failed,
    },
    operations: operations.map(operationDocument),
    problems: problems.map(problemDocument),
    requests: { smoobu: requests.smoobu, theKeys: requests.theKeys },
  };
}

export function runHead({ id, mode, outcome, startedAt, finishedAt }: RunSummary): object {
  return { id, mode, outcome, startedAt, finishedAt };
}

export function operationDocument(operation: OperationReport): object {
  const { kind, status, bookingId, unitId, lockId, keypadId, codeId, reason, changes, hold, evidence } = operation;
  return {
    ...{ kind, status, bookingId, unitId, lockId, keypadId, codeId, reason, changes },
    ...(hold === null ? {} : { hold }),
    ...(evidence === null ? {} : { evidence }),
  };
}

export function problemDocument({ kind, message, bookingId, unitId, lockId, keypadId, codeId, retryable }: Problem): object {
  return {
    kind,
    message,
    ...(bookingId === undefined ? {} : { bookingId }),
    ...(unitId === undefined ? {} : { unitId }),
    ...(lockId === undefined ? {} : { lockId }),
    ...(keypadId === undefined ? {} : { keypadId }),
    ...(codeId === undefined ? {} : { codeId }),
    retryable,
  };
}
