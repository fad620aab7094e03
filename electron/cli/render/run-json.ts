/** The JSON of runs, operations and problems as documented in docs/command-line.md: scripts rely on these names. Never a PIN. */
import { tellingDocument } from './messages.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { englishSentence } from '../../../shared/i18n/problem-text.ts';
import { englishReason } from '../../../shared/i18n/operation-text.ts';
import type { OperationReport, RunReport, RunSummary, RunTrigger } from '../../../shared/domain/run.ts';

/** Internal fields are left out: the operation's key, the run's trigger, the stays. `hold` and `evidence` appear only where there is one. */
export function runDocument({ run, counts, operations, problems, requests, blockedPeriods, told }: Omit<RunReport, 'stays'>): object {
  const { created, updated, adopted, moved, deleted, unchanged, held, skipped, failed } = counts;
  return {
    run: runHead(run),
    counts: { created, updated, adopted, moved, deleted, unchanged, held, skipped, failed },
    operations: operations.map((operation) => operationDocument(operation, run)),
    problems: problems.map(problemDocument),
    requests: { smoobu: requests.smoobu, theKeys: requests.theKeys },
    ...(blockedPeriods === undefined ? {} : { blockedPeriods }),
    ...(told === undefined ? {} : { told: told.map(tellingDocument) }),
  };
}

export function runHead({ id, mode, outcome, startedAt, finishedAt }: RunSummary): object {
  return { id, mode, outcome, startedAt, finishedAt };
}

/** Who asked for it: the user for this stay or person, or a sync, by the schedule or not. */
const ASKED_BY: Readonly<Record<RunTrigger, 'user' | 'sync' | 'schedule'>> = {
  act: 'user',
  command: 'sync',
  manual: 'sync',
  settings: 'sync',
  schedule: 'schedule',
  start: 'schedule',
  resume: 'schedule',
};

/** `id`: what `undo` takes. */
function operationId(runId: string, { key }: Pick<OperationReport, 'key'>): string {
  return `${runId}/${key}`;
}

/** `run`: null for an operation that waits. */
export function operationDocument(operation: OperationReport, run: Pick<RunSummary, 'id' | 'trigger'> | null): object {
  const { kind, status, bookingId, personId, unitId, lockId, keypadId, codeId, changes, hold, evidence } = operation;
  return {
    ...{
      kind,
      status,
      bookingId,
      ...(personId === undefined ? {} : { personId }),
      unitId,
      lockId,
      keypadId,
      codeId,
      reason: englishReason(operation),
      changes,
    },
    ...(hold === null ? {} : { hold }),
    ...(evidence === null ? {} : { evidence }),
    ...(run === null ? {} : { by: ASKED_BY[run.trigger], id: operationId(run.id, operation) }),
  };
}

/** Ids that are undefined do not appear in JSON. */
export function problemDocument(problem: Problem): object {
  const { kind, bookingId, personId, unitId, lockId, keypadId, codeId, retryable, said, question } = problem;
  return { kind, message: englishSentence(problem), bookingId, personId, unitId, lockId, keypadId, codeId, retryable, said, question };
}
