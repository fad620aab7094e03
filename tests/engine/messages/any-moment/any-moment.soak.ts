/** any-moment.test.ts with longer histories and random seeds. About two minutes, or LATCHKEY_SOAK_FACTOR / 20 of an hour. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { soakFactor, soakSearch } from '../../../reconcile/assure.ts';
import { tellingHistory } from './history.ts';
import { playTelling } from './play.ts';

const CASES = Math.ceil(60 * soakFactor(process.env));
const MAX_MS = 30_000 * soakFactor(process.env);
const MOST_TURNS = 16;

describe('long histories of messages', () => {
  it('tell guests the truth once', async () => {
    let judged = 0;
    await fc.assert(
      fc.asyncProperty(tellingHistory(MOST_TURNS), async (history) => {
        judged += (await playTelling(history)).judged;
      }),
      { numRuns: CASES, plugins: [fc.interruptAfterTimeLimit(MAX_MS)], ...soakSearch(process.env) },
    );
    expect(judged).toBeGreaterThan(0);
  });
});
