/** acts.test.ts with longer histories and random seeds. About two minutes, or LATCHKEY_SOAK_FACTOR / 20 of an hour. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soakFactor, soakSearch } from '../../reconcile/assure.ts';
import { actHistory } from './history.ts';
import { playHistory } from './play.ts';

const CASES = Math.ceil(20 * soakFactor(process.env));
const MAX_MS = 30_000 * soakFactor(process.env);
const MOST_TURNS = 20;

describe('long histories of acts', () => {
  it('converge, and the doors open for whom they are to', async () => {
    let judged = 0;
    await fc.assert(
      fc.asyncProperty(actHistory(MOST_TURNS), async (history) => {
        judged += await playHistory(history);
      }),
      { numRuns: CASES, plugins: [fc.interruptAfterTimeLimit(MAX_MS)], ...soakSearch(process.env) },
    );
    expect(judged).toBeGreaterThan(0);
  });
});
