/** What to do after an error that nobody caught. Pure. */
import { MINUTE_MS } from '../../../shared/time.ts';

/** One that ran this long is no program that fails at every start. */
export const STEADY_MS = 10 * MINUTE_MS;

/**
 * It ends in each case: what was under way when the error came up is half done, and no run should go by it. Then it starts again, since
 * nobody may be looking and new guests need codes; a question on the screen would wait for days. Only where it failed soon after its start
 * would it fail again: there the user is told, and decides.
 */
export function afterCrash(runningMs: number): 'start-again' | 'tell' {
  return runningMs >= STEADY_MS ? 'start-again' : 'tell';
}
