/** What was removed within the last 24 hours: the edges of that day, moments of a wrong clock, and the samples of live codes. */
import { describe, expect, it } from 'vitest';
import { input, NOW_MS } from '../../../tests/reconcile/fixtures.ts';
import type { InputParts } from '../../../tests/reconcile/fixtures.ts';
import { branded } from '../../../tests/support/ids.ts';
import { nothingRemembered } from '../../domain/memory.ts';
import type { Remembered } from '../../domain/memory.ts';
import type { CodeId } from '../../domain/ids.ts';
import type { DeleteOperation } from '../../domain/plan.ts';
import { DAY_MS, HOUR_MS } from '../../time.ts';
import { DayLedger } from './day-ledger.ts';

type Sample = readonly [ageMs: number, count: number];
const LIVE = branded<readonly CodeId[]>([900, 901, 902, 903]);

/** `removed`: code, age and booking; each booking was gone. */
function remembered(removed: readonly (readonly [number, number, number])[], samples: readonly Sample[] = []): InputParts {
  const kept = removed.map(([id, ageMs, bookingId]) => [String(id), { atMs: NOW_MS - ageMs, bookingId, gone: true }] as const);
  const counted = samples.map(([ageMs, count]) => ({ atMs: NOW_MS - ageMs, count }));
  const values = { removed: new Map(kept), 'live-codes': new Map(samples.length === 0 ? [] : [['all', { samples: counted }]]) };
  return { memory: { remembered: branded<Remembered>({ ...nothingRemembered(), ...values }) } };
}
const ledger = (parts: InputParts, live = LIVE) => new DayLedger(input(parts), live);
const removal = (codeId: number, bookingId: number, evidence: DeleteOperation['evidence'] = 'gone') =>
  ({ codeId, bookingId, evidence }) as unknown as DeleteOperation;
const sampled = (parts: InputParts, live = LIVE) =>
  ledger(parts, live)
    .after([])
    .find(({ kind }) => kind === 'live-codes')?.value;

describe('a day', () => {
  it('is the last 24 hours, and what is over is forgotten', () => {
    const parts = remembered([
      [1, DAY_MS - 1, 11],
      [2, DAY_MS, 12],
      [3, 1 - DAY_MS, 13],
      [4, -DAY_MS, 14],
    ]);
    expect(ledger(parts).codesWith([])).toBe(2);
    expect(ledger(parts).goneBookingsWith([])).toBe(2);
    expect(ledger(parts).after([]).slice(0, -1)).toEqual(['2', '4'].map((key) => ({ kind: 'removed', key, value: null })));
  });
  it('counts codes, and bookings that are gone, once', () => {
    const parts = { memory: { remembered: branded<Remembered>({ ...nothingRemembered() }) } };
    const now = [removal(1, 11), removal(2, 11), removal(3, 12), removal(3, 12), removal(4, 13, 'cancelled')];
    expect(ledger(parts).codesWith(now)).toBe(4);
    expect(ledger(parts).goneBookingsWith(now)).toBe(2);
    const before = remembered([
      [1, HOUR_MS, 11],
      [9, HOUR_MS, 19],
    ]);
    expect(ledger(before).codesWith(now)).toBe(5);
    expect(ledger(before).goneBookingsWith(now)).toBe(3);
  });
  it('counts a cancelled booking as a code, but not as one that is gone', () => {
    const cancelled = { atMs: NOW_MS, bookingId: 11, gone: false };
    const removed = new Map([['1', cancelled]]);
    const parts = { memory: { remembered: branded<Remembered>({ ...nothingRemembered(), removed }) } };
    expect([ledger(parts).codesWith([]), ledger(parts).goneBookingsWith([])]).toEqual([1, 0]);
  });
  it('remembers what is removed now', () => {
    const [gone, cancelled] = ledger({}).after([removal(1, 11), removal(2, 12, 'cancelled')]);
    expect(gone).toEqual({ kind: 'removed', key: '1', value: { atMs: NOW_MS, bookingId: 11, gone: true } });
    expect(cancelled).toEqual({ kind: 'removed', key: '2', value: { atMs: NOW_MS, bookingId: 12, gone: false } });
    const ofPerson = { codeId: 3, bookingId: null, evidence: 'ended' } as unknown as DeleteOperation;
    expect(
      ledger({})
        .after([ofPerson])
        .map(({ kind }) => kind),
    ).toEqual(['live-codes']);
  });
});

describe('the live codes when the day began', () => {
  it.each<[string, readonly Sample[], number]>([
    // Of codes 900 and 1, one is live and both were.
    ['are those now and those removed since', [], 5],
    ['are those now and those removed since, while no sample is a day old', [[DAY_MS - 1, 20]], 5],
    ['are those of the sample that is a day old', [[DAY_MS, 20]], 20],
    [
      'are those of the newest such sample',
      [
        [DAY_MS + HOUR_MS, 30],
        [DAY_MS, 20],
        [HOUR_MS, 10],
      ],
      20,
    ],
  ])('%s', (_what, samples, count) => {
    const removed = [
      [900, HOUR_MS, 11],
      [1, HOUR_MS, 12],
    ] as const;
    expect(ledger(remembered(removed, samples)).liveWhenTheDayBegan).toBe(count);
  });
  it('are sampled once an hour', () => {
    const now = { atMs: NOW_MS, count: 4 };
    const at = (ageMs: number, count: number) => ({ atMs: NOW_MS - ageMs, count });
    expect(sampled({})).toEqual({ samples: [now] });
    expect(ledger(remembered([], [[HOUR_MS - 1, 9]])).after([])).toEqual([]);
    expect(sampled(remembered([], [[HOUR_MS, 9]]))).toEqual({ samples: [at(HOUR_MS, 9), now] });
    // The newest counts, wherever older ones are.
    expect(
      sampled(
        remembered(
          [],
          [
            [5 * HOUR_MS, 8],
            [1, 9],
          ],
        ),
      ),
    ).toBeUndefined();
  });
  it('keep the samples of a day, and the last one before it', () => {
    const samples: readonly Sample[] = [
      [DAY_MS + 2 * HOUR_MS, 1],
      [DAY_MS, 2],
      [2 * HOUR_MS, 3],
    ];
    expect(sampled(remembered([], samples))).toEqual({
      samples: [
        { atMs: NOW_MS - DAY_MS, count: 2 },
        { atMs: NOW_MS - 2 * HOUR_MS, count: 3 },
        { atMs: NOW_MS, count: 4 },
      ],
    });
  });
  it('drop a sample from ahead of now, which a wrong clock has made', () => {
    expect(
      sampled(
        remembered(
          [],
          [
            [HOUR_MS, 8],
            [-1, 9],
          ],
        ),
      ),
    ).toMatchObject({ samples: [{ count: 8 }, { count: 4 }] });
    expect(sampled(remembered([], [[0, 9]]))).toBeUndefined();
  });
  it('are not sampled when a lock could not be read', () => expect(ledger({ failed: [12] }).after([])).toEqual([]));
});
