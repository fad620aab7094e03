/** What a run keeps of its writes while it makes them. */
import type { Plan, PlanInput } from '../../../../shared/domain/plan.ts';
import type { HistoryStore } from '../../ports/storage.ts';
import type { Clock } from '../../ports/system.ts';
import { createCreateLog } from './created-codes.ts';
import { FullKeypads } from './full-keypads.ts';
import { createSentLog } from './sent-codes.ts';

export function writeLogs(input: PlanInput, planned: Plan, history: HistoryStore, clock: Clock) {
  return {
    creates: createCreateLog(history, clock),
    sent: createSentLog(history, input),
    full: new FullKeypads(input, planned, history, clock),
  };
}
