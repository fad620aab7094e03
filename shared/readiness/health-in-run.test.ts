import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LockSummary } from '../domain/code.ts';
import { nothingRemembered, withChanges } from '../domain/memory.ts';
import type { Remembered } from '../domain/memory.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';
import { DOOR, code } from '../../tests/reconcile/fixtures.ts';
import { bookingId } from '../../tests/support/ids.ts';
import { writtenCode } from './code-reach.ts';
import { healthInRun } from './health-in-run.ts';
import type { HealthFacts } from './health-in-run.ts';

const START_MS = Date.parse('2026-11-25T08:30:00Z');
const CODE = code({ ...DOOR, id: 500 });
const PLACED = { ...DOOR, codeId: CODE.id, claimId: bookingId(1) };

interface Run extends Partial<Omit<HealthFacts, 'locks' | 'lists'>> {
  /** undefined: not read. */
  readonly lock?: Partial<LockSummary> | null | undefined;
  readonly listed?: boolean | null;
}

function run(remembered: Remembered, minutes: number, { lock, listed = true, ...facts }: Run = {}): Remembered {
  return withChanges(remembered, changesOf(remembered, minutes, { lock, listed, ...facts }));
}

function changesOf(remembered: Remembered, minutes: number, { lock, listed = true, ...facts }: Run = {}) {
  const readAtMs = START_MS + minutes * MINUTE_MS;
  const summary = lock === null ? null : { id: DOOR.lockId, name: '', timeZone: null, batteryMillivolts: null, keypads: [], ...lock };
  return healthInRun({
    remembered,
    inPlace: listed === true ? [PLACED] : [],
    lists: new Map([[DOOR.lockId, listed === null ? null : listed ? [CODE] : []]]),
    listsReadAtMs: readAtMs,
    lockIds: new Set([DOOR.lockId]),
    locks: lock === undefined ? new Map() : new Map([[DOOR.lockId, summary]]),
    readAtMs,
    refused: new Map([[DOOR.lockId, false]]),
    nowMs: readAtMs + 1_000,
    ...facts,
  });
}

const seen = (minutes: number | null, rest: Partial<LockSummary> = {}) => ({
  lock: { gateway: { seenAtMs: minutes === null ? null : START_MS + minutes * MINUTE_MS, ids: [902] }, ...rest },
});
const writtenAt = (minutes: number) => withChanges(nothingRemembered(), [writtenCode(PLACED, START_MS + minutes * MINUTE_MS)]);
const reachedAt = (remembered: Remembered) => remembered['code-reach'].get('500')?.reachedAtMs ?? null;

describe('the way of a code to its lock', () => {
  it('is good once the gateway was seen ten minutes after the write', () => {
    expect(reachedAt(run(writtenAt(0), 15, seen(9)))).toBeNull();
    expect(reachedAt(run(writtenAt(0), 15, seen(null)))).toBeNull();
    expect(reachedAt(run(writtenAt(0), 15))).toBeNull();
    expect(reachedAt(run(writtenAt(0), 15, seen(10)))).toBe(START_MS + 15 * MINUTE_MS + 1_000);
  });

  it('is good once a hint of the lock has moved since a reading after the write', () => {
    const phone = (logSequence: number) => ({ lock: { gateway: null, logSequence } });
    const before = run(writtenAt(-60), -70, phone(11));
    // The first reading after the write may show what happened before it.
    const first = run(before, 5, phone(12));
    expect([reachedAt(first), first['lock-health'].get(String(DOOR.lockId))?.logSequence]).toEqual([null, 12]);
    expect(reachedAt(run(first, 20, phone(12)))).toBeNull();
    expect(reachedAt(run(first, 20, phone(13)))).not.toBeNull();
  });

  it('counts a code that is seen for the first time as written now', () => {
    const first = run(nothingRemembered(), 0, seen(0));
    expect(first['code-reach'].get('500')).toMatchObject({ writtenAtMs: START_MS + 1_000, reachedAtMs: null });
    expect(reachedAt(run(first, 15, seen(14)))).not.toBeNull();
  });

  it('is forgotten with the code and with its door, and not because a list could not be read', () => {
    const known = run(writtenAt(0), 15, seen(14));
    expect(run(known, 30, { listed: null })['code-reach'].size).toBe(1);
    expect(run(known, 30, { listed: false })['code-reach'].size).toBe(0);
    expect(run(known, 30, { lockIds: new Set(), inPlace: [] })['code-reach'].size).toBe(0);
    expect(run(known, 30, { lockIds: new Set(), inPlace: [] })['lock-health'].size).toBe(0);
    // It was made in this run, after its list was read.
    const made = withChanges(known, [writtenCode(PLACED, START_MS + 31 * MINUTE_MS)]);
    expect(run(made, 30, { listed: false, nowMs: START_MS + 32 * MINUTE_MS })['code-reach'].size).toBe(1);
  });

  it('begins again with a new write, and where the clock was ahead at the last one', () => {
    const reached = run(writtenAt(0), 15, seen(14));
    const again = withChanges(reached, [writtenCode(PLACED, START_MS + 60 * MINUTE_MS)]);
    expect(reachedAt(run(again, 61, seen(60)))).toBeNull();
    expect(run(writtenAt(600), 30)['code-reach'].get('500')).toMatchObject({ writtenAtMs: START_MS + 30 * MINUTE_MS + 1_000 });
  });

  it('stays good whatever becomes of the gateway, the account and the lists', () => {
    const anyRun = fc.record({
      minutes: fc.integer({ min: 1, max: 600 }),
      lock: fc.option(
        fc.record({
          gateway: fc.option(fc.record({ seenAtMs: fc.option(fc.constantFrom(0, START_MS)), ids: fc.constant([]) })),
          logSequence: fc.nat(20),
        }),
        { nil: undefined },
      ),
      listed: fc.constantFrom(true, null),
    });
    fc.assert(
      fc.property(fc.array(anyRun, { maxLength: 30 }), (runs) => {
        let remembered = run(writtenAt(0), 15, seen(14));
        const reached = reachedAt(remembered);
        let minutes = 15;
        for (const { minutes: passed, ...facts } of runs) {
          minutes += passed;
          remembered = run(remembered, minutes, facts);
          expect(reachedAt(remembered)).toBe(reached);
        }
      }),
    );
  });

  it('is never good before anything was seen after the write', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 90 }), fc.integer({ min: -90, max: 9 })), { maxLength: 20 }), (runs) => {
        let remembered = writtenAt(0);
        let minutes = 0;
        for (const [passed, seenAt] of runs) {
          minutes += passed;
          remembered = run(remembered, minutes, seen(seenAt, { logSequence: 12 }));
          expect(reachedAt(remembered)).toBeNull();
        }
      }),
    ));
});

describe('the health of doors in runs', () => {
  it('keeps what was known when the account cannot be read, but knows a lock that refuses it', () => {
    const known = run(nothingRemembered(), 0, seen(0, { batteryMillivolts: 7_200 }));
    const refused = { refused: new Map([[DOOR.lockId, true]]), listed: null } as const;
    const health = run(known, 15, refused)['lock-health'].get(String(DOOR.lockId));
    expect(health).toMatchObject({ isRefused: true, batteryMillivolts: 7_200, readAtMs: START_MS });
    expect(run(nothingRemembered(), 0, refused)['lock-health'].get(String(DOOR.lockId))).toMatchObject({
      isRefused: true,
      reach: 'unknown',
    });
    expect(changesOf(known, 15)).toEqual([]);
  });

  it('says of a lock that has left the account that nothing is known', () => {
    const known = run(nothingRemembered(), 0, seen(0, { batteryMillivolts: 7_200 }));
    expect(run(known, 15, { lock: null })['lock-health'].get(String(DOOR.lockId))).toMatchObject({
      reach: 'unknown',
      batteryMillivolts: null,
    });
  });

  it('stores little in a quiet day, and soon after a write what its code is judged by', () => {
    let remembered = run(nothingRemembered(), 0, seen(0));
    const writes: number[] = [];
    for (let minutes = 15; minutes <= DAY_MS / MINUTE_MS; minutes += 15) {
      const changes = changesOf(remembered, minutes, seen(minutes - 1));
      if (changes.length > 0) writes.push(minutes);
      remembered = withChanges(remembered, changes);
    }
    // Once an hour, and when the code has reached the lock.
    expect(writes.length).toBeLessThanOrEqual(26);
    let silent = withChanges(remembered, [writtenCode(PLACED, START_MS + DAY_MS)]);
    for (const minutes of [15, 30, 45]) silent = run(silent, DAY_MS / MINUTE_MS + minutes, seen(DAY_MS / MINUTE_MS - 1));
    const health = silent['lock-health'].get(String(DOOR.lockId));
    expect(health!.readAtMs - START_MS - DAY_MS).toBeGreaterThanOrEqual(30 * MINUTE_MS);
    expect(health!.readAtMs - START_MS - DAY_MS).toBeLessThan(HOUR_MS);
    expect(reachedAt(silent)).toBeNull();
  });
});
