/** Whatever changes, whatever gets lost and whenever a program ends: guests are told what opens their doors, once, and nobody else is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tellingHistory } from './history.ts';
import { playTelling } from './play.ts';

const CASES = 60;
const MOST_TURNS = 7;

test('guests are told the truth once', { timeout: 180_000 }, async () => {
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(tellingHistory(MOST_TURNS), async (history) => {
      judged += (await playTelling(history)).judged;
    }),
    // Shrinking must not take so long that the counterexample is never shown. Other seeds are for the soak.
    { numRuns: CASES, seed: 20_261_129, plugins: [fc.interruptAfterTimeLimit(150_000, { failOnInterrupt: true })] },
  );
  expect(judged).toBeGreaterThan(CASES);
});
