/** While the computer's clock is wrong, codes are only created and extended: nobody loses a door because of a clock. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clockError } from '../../shared/reconcile/trust/clock-step.ts';
import { plan } from '../../shared/reconcile/plan.ts';
import { codeEnd, codeStart } from '../../shared/reconcile/windows.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { worlds } from './arbitraries.ts';
import { assure, timeLimitMs } from './assure.ts';
import { booking, code, date, input, summaries } from './fixtures.ts';
import { codeById } from './plan-questions.ts';
import { inputOf } from './world.ts';

const CASES = 400;

describe('a plan made by the clouds’ time', () => {
  it(
    'deletes, moves and shortens nothing',
    () => {
      assure(
        CASES,
        fc.property(worlds(), (world) => {
          const seen = inputOf(world);
          for (const operation of plan({ ...seen, clockIsWrong: true }).operations) {
            // What the user is asked about is shown, and what the user approved is done.
            if (operation.kind === 'delete' && (operation.hold !== null || seen.released.has(operation.key))) continue;
            expect(['create', 'update', 'adopt']).toContain(operation.kind);
            if (operation.kind !== 'update' && operation.kind !== 'adopt') continue;
            const read = [...seen.lists.values()].flatMap((codes) => codes ?? []).find(({ id }) => id === operation.codeId);
            if (read === undefined) throw new Error('an operation is about a code that was read');
            const { startDate, startTime, endDate, endTime, active } = operation.record;
            expect(active).toBe(read.active !== false);
            for (const before of [codeById(world, operation.codeId), read]) {
              expect((codeStart(before) ?? '') >= `${startDate}T${startTime}`).toBe(true);
              expect((codeEnd(before) ?? '~') <= `${endDate}T${endTime}`).toBe(true);
            }
          }
        }),
      );
    },
    timeLimitMs(CASES),
  );

  it('creates, extends and repeats nothing', () => {
    const later = booking({ departure: date('2026-11-29') });
    expect(summaries(plan(input({ bookings: [booking()], clockIsWrong: true })))).toEqual(['create KpAlpha1']);
    expect(summaries(plan(input({ bookings: [later], codes: [code()], clockIsWrong: true })))).toEqual(['update 900']);
    const earlier = booking({ departure: date('2026-11-26') });
    expect(summaries(plan(input({ bookings: [earlier], codes: [code()], clockIsWrong: true })))).toEqual([]);
    // A stay on other days: the code then works on both.
    const [operation] = plan(
      input({ bookings: [booking({ arrival: date('2026-12-01'), departure: date('2026-12-03') })], codes: [code()], clockIsWrong: true }),
    ).operations;
    expect(operation).toMatchObject({ kind: 'update', record: { startDate: '2026-11-24', endDate: '2026-12-03' } });
  });
});

it.each([
  [null, -50, 0],
  [-50, null, 0],
  [-50, -51, -50],
  [50, -50, 0],
  [9, 9, 0],
  [11, 9, 0],
  [9, 11, 0],
  [10, 20, 0],
  [20, 10, 0],
  [11, 21, 11],
  [11, 22, 0],
  [100_000, 100_005, 100_000],
])('clouds that differ by %j and %j minutes say that the clock is wrong by %j', (bookings, locks, wrong) => {
  const ms = (minutes: number | null): number | null => (minutes === null ? null : minutes * MINUTE_MS);
  expect(clockError(ms(bookings), ms(locks))).toBe(wrong * MINUTE_MS);
});
