import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lockHealthSchema } from '../domain/readiness.ts';
import type { KnownLockHealth } from '../domain/readiness.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';
import { DOOR } from '../../tests/reconcile/fixtures.ts';
import { healthAfter, hintsMoved, isWorthKeeping } from './health-after.ts';
import type { HealthReading } from './health-after.ts';
import { batteryLevel, judgedHealth } from './lock-health.ts';

const NOW_MS = Date.parse('2026-11-25T08:30:00Z');
const LOCK = { id: DOOR.lockId, name: '', timeZone: null, batteryMillivolts: null, keypads: [] };
const read = (lock: Partial<HealthReading['lock']>, readAtMs = NOW_MS): HealthReading => ({
  lock: { ...LOCK, ...lock },
  readAtMs,
  isRefused: null,
});
const after = (...readings: readonly HealthReading[]): KnownLockHealth =>
  readings.reduce<KnownLockHealth | undefined>((known, reading) => healthAfter(known, reading), undefined)!;
const gateway = (seenAtMs: number | null) => ({ gateway: { seenAtMs, ids: [902] } });

describe('the health of a lock', () => {
  it.each([
    ['where the account does not say', {}, 'unknown', null],
    ['without a gateway', { gateway: null }, 'phone', null],
    ['with one that was never seen', gateway(null), 'gateway', null],
    ['with one that was seen', gateway(NOW_MS - MINUTE_MS), 'gateway', true],
    ['with one that is silent', gateway(NOW_MS - 10 * MINUTE_MS), 'gateway', false],
  ] as const)('%s', (_what, lock, reach, isGatewayAlive) => {
    expect(judgedHealth(after(read(lock)))).toMatchObject({ reach, isGatewayAlive });
  });

  it('is unknown before the first reading', () => {
    expect(judgedHealth(null)).toMatchObject({
      reach: 'unknown',
      readAtMs: null,
      isGatewayAlive: null,
      battery: 'unknown',
      monthAgo: null,
    });
  });

  it.each([
    [null, 'unknown'],
    [4_065, 'unknown'],
    [4_999, 'unknown'],
    [6_399, 'critical'],
    [6_400, 'low'],
    [6_759, 'low'],
    [6_760, 'good'],
  ])('a battery of %j is %s', (millivolts, level) => {
    expect(batteryLevel(millivolts)).toBe(level);
  });

  it('shows of a battery without marks what it was about a month ago, and of others nothing', () => {
    const daily = (days: number, millivolts: (day: number) => number) =>
      after(...Array.from({ length: days }, (_, day) => read({ batteryMillivolts: millivolts(day) }, NOW_MS - (days - 1 - day) * DAY_MS)));
    expect(judgedHealth(daily(20, () => 4_065)).monthAgo).toBeNull();
    const { batteryMillivolts, monthAgo } = judgedHealth(daily(90, (day) => 4_100 - day));
    expect(batteryMillivolts).toBe(4_011);
    expect((NOW_MS - monthAgo!.atMs) / DAY_MS).toBeGreaterThanOrEqual(28);
    expect((NOW_MS - monthAgo!.atMs) / DAY_MS).toBeLessThanOrEqual(35);
    expect(judgedHealth(daily(90, () => 7_200)).monthAgo).toBeNull();
  });

  it('knows when a hint has moved, and that the lock refuses the account until its list is read', () => {
    const first = after(read({ logSequence: 12, batteryAtMs: NOW_MS }));
    expect(first.movedAtMs).toBeNull();
    const moved = healthAfter(first, { ...read({ logSequence: 13, batteryAtMs: NOW_MS }, NOW_MS + HOUR_MS), isRefused: true });
    expect(moved).toMatchObject({ movedAtMs: NOW_MS + HOUR_MS, isRefused: true });
    const still = healthAfter(moved, read({ logSequence: 13, batteryAtMs: NOW_MS }, NOW_MS + 2 * HOUR_MS));
    expect(still).toMatchObject({ movedAtMs: NOW_MS + HOUR_MS, isRefused: true });
    expect(healthAfter(still, { ...read({}), isRefused: false }).isRefused).toBe(false);
  });

  it('takes no hint from one that is missing or goes back', () => {
    const readAtMs = NOW_MS + HOUR_MS;
    const hints = { readAtMs, batteryAtMs: NOW_MS, logSequence: 12 };
    expect(hintsMoved(hints, { readAtMs, batteryAtMs: null, logSequence: null })).toBe(false);
    expect(hintsMoved({ batteryAtMs: null, logSequence: null }, hints)).toBe(false);
    expect(hintsMoved(hints, { readAtMs, batteryAtMs: NOW_MS - 1, logSequence: 3 })).toBe(false);
    expect(hintsMoved(hints, { readAtMs, batteryAtMs: NOW_MS - 1, logSequence: 13 })).toBe(true);
    expect(hintsMoved(hints, { readAtMs, batteryAtMs: NOW_MS + 1, logSequence: 12 })).toBe(true);
    // The server may write when it was asked.
    expect(hintsMoved(hints, { readAtMs, batteryAtMs: readAtMs - 1_000, logSequence: 12 })).toBe(false);
  });

  const anyLock = fc.record({
    batteryMillivolts: fc.option(fc.integer({ min: 1_000, max: 9_000 })),
    batteryAtMs: fc.integer({ min: NOW_MS - DAY_MS, max: NOW_MS }),
    logSequence: fc.nat(100),
    gateway: fc.option(fc.record({ seenAtMs: fc.option(fc.integer({ min: NOW_MS - DAY_MS, max: NOW_MS })), ids: fc.constant([902]) })),
  });
  it('fits the history whatever is read, at whatever times, and judges the last reading as if it were the first', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(anyLock, fc.integer({ min: -DAY_MS, max: 200 * DAY_MS })), { minLength: 1, maxLength: 60 }), (all) => {
        const readings = all.map(([lock, passed]) => read(lock, NOW_MS + passed));
        const known = after(...readings);
        expect(lockHealthSchema.safeParse(known).success).toBe(true);
        const alone = after(readings.at(-1)!);
        expect({ ...known, movedAtMs: null, earlier: [] }).toEqual(alone);
      }),
    ));

  it('is stored once an hour in quiet times, and at once when something else than the time has changed', () => {
    const alive = (readAtMs: number) => after(read({ ...gateway(readAtMs - MINUTE_MS), batteryMillivolts: 7_200 }, readAtMs));
    const known = alive(NOW_MS);
    const stored = Array.from({ length: 96 }, (_, run) => alive(NOW_MS + run * 15 * MINUTE_MS)).reduce(
      ({ kept, count }, next) => (isWorthKeeping(kept, next, false) ? { kept: next, count: count + 1 } : { kept, count }),
      { kept: known, count: 0 },
    );
    expect(stored.count).toBe(23);
    const later = (lock: Partial<HealthReading['lock']>) =>
      after(read({ ...gateway(NOW_MS), batteryMillivolts: 7_200, ...lock }, NOW_MS + MINUTE_MS));
    expect(isWorthKeeping(known, later({}), false)).toBe(false);
    expect(isWorthKeeping(known, later({}), true)).toBe(true);
    for (const change of [gateway(NOW_MS - HOUR_MS), { gateway: null }, { batteryMillivolts: 6_700 }])
      expect(isWorthKeeping(known, later(change), false)).toBe(true);
  });
});
