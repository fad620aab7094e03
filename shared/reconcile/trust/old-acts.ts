/** What the user did can be taken back for 30 days: then it is forgotten, and with it the PINs that were kept for that. */
import type { MemoryChange } from '../../domain/memory.ts';
import type { PlanInput } from '../../domain/plan.ts';
import { DAY_MS } from '../../time.ts';

const UNDO_DAYS = 30;

export function forgetOldActs({ memory, nowMs, clockIsWrong, clockStepped }: PlanInput): readonly MemoryChange[] {
  if (clockIsWrong || clockStepped) return [];
  return [...memory.remembered['door-act']].flatMap(([key, { atMs }]): readonly MemoryChange[] =>
    nowMs - atMs > UNDO_DAYS * DAY_MS ? [{ kind: 'door-act', key, value: null }] : [],
  );
}
