/** What a live run keeps at its end for other processes, and for the time after a restart. */
import type { PlanInput } from '../../../shared/domain/plan.ts';
import type { Telling } from '../../../shared/domain/told.ts';
import type { EngineDependencies } from '../run/run-request.ts';
import type { RoundsResult } from '../run/write/apply-rounds.ts';
import { readOpened } from './read-opened.ts';
import { rememberCovered } from './remember-covered.ts';

export async function keepForLater(
  ports: Pick<EngineDependencies, 'history' | 'locks' | 'startDeadline'>,
  input: PlanInput,
  applied: RoundsResult,
  lines: readonly Telling[] | null,
  signal: AbortSignal,
): Promise<void> {
  rememberCovered(ports.history, input, applied, lines);
  await readOpened(ports, input, applied, signal);
}
