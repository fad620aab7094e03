/** Tells guests as part of a run: what its last lists show, with what is remembered after its writes. */
import type { BookingId, ClaimId, LockId } from '../../../shared/domain/ids.ts';
import type { Plan, PlanInput } from '../../../shared/domain/plan.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import { operationReport } from '../run/report.ts';
import type { RoundsResult } from '../run/write/apply-rounds.ts';
import type { HistoryStore } from '../ports/storage.ts';
import { readStays } from '../../../shared/readiness/read-stays.ts';
import type { GuestTelling, ToldInRun } from './guest-telling.ts';

interface TellingPorts {
  readonly telling?: GuestTelling;
  readonly history: Pick<HistoryStore, 'memory' | 'recordEvent'>;
}

/** Whose codes are to be told as far as is known before the first write: only what was read in the run itself is told. */
export function guestsToTell({ telling }: TellingPorts, planned: Plan, input: PlanInput): readonly BookingId[] {
  if (telling === undefined) return [];
  const operations = planned.operations.map((operation) => operationReport(operation, 'planned', null));
  return telling.due({ input, stays: readStays({ ...planned, operations }, input.settings, input.nowMs) });
}

/** Before the first write. The problems of what could not be prepared. */
export async function prepareGuests(
  { telling }: TellingPorts,
  planned: Plan,
  input: PlanInput,
  signal: AbortSignal,
): Promise<readonly Problem[]> {
  return telling === undefined || signal.aborted ? [] : telling.beforeWrites(planned, input, signal);
}

/** After the read-back. A run that was stopped tells nobody (null): the next one does. */
export async function tellGuests(
  { telling, history }: TellingPorts,
  applied: RoundsResult,
  input: PlanInput,
  { claim, notRead, signal }: { readonly claim: ClaimId | undefined; readonly notRead: readonly LockId[]; readonly signal: AbortSignal },
): Promise<ToldInRun | null> {
  if (telling === undefined || signal.aborted) return null;
  const { plan, statuses, codeIds, problems, lists } = applied;
  const operations = plan.operations.map((operation) =>
    operationReport(operation, statuses.get(operation.key) ?? 'planned', codeIds.get(operation.key) ?? null),
  );
  const read = { operations, problems: [...plan.problems, ...problems], stays: plan.stays };
  const done = await telling.afterWrites({
    input: { ...input, lists, memory: history.memory() },
    stays: readStays(read, input.settings, input.nowMs),
    claim: claim ?? null,
    notRead,
    signal,
  });
  const by = claim === undefined ? 'latchkey' : 'user';
  for (const { bookingId, way, kind: what, state, atMs } of done.told)
    history.recordEvent({ kind: 'told', atMs: Math.round(atMs ?? input.nowMs), bookingId, way, what, state, by });
  return done;
}
