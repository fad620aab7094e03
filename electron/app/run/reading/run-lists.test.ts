/** Which lists a run reads, and what a plan gets of those that it does not read. */
import { describe, expect, it } from 'vitest';
import { booking, code, date, DOOR, FORMER_DOOR, input, NOW_MS, SECOND_DOOR, settings } from '../../../../tests/reconcile/fixtures.ts';
import { lockId } from '../../../../tests/support/ids.ts';
import type { Booking } from '../../../../shared/domain/booking.ts';
import type { LockId } from '../../../../shared/domain/ids.ts';
import { nothingRemembered } from '../../../../shared/domain/memory.ts';
import { NO_WISHES } from '../../../../shared/domain/plan.ts';
import type { RunMode, RunTrigger } from '../../../../shared/domain/run.ts';
import { MINUTE_MS } from '../../../../shared/time.ts';
import { RunLists, trustsNoKnownList } from './run-lists.ts';

const ALL = [FORMER_DOOR.lockId, SECOND_DOOR.lockId, DOOR.lockId];
const UNREAD = [{ codeId: null, keypadId: DOOR.keypadId, description: null }];
const before = (minutesAgo: number, unread: typeof UNREAD = []) => ({
  ...{ codes: [code()], unread, lock: null as never },
  readAtMs: NOW_MS - minutesAgo * MINUTE_MS,
});
/** All were read in the last sync, a quarter of an hour ago; the former door a minute earlier. */
const readings = new Map([
  [DOOR.lockId, before(15)],
  [SECOND_DOOR.lockId, before(15)],
  [FORMER_DOOR.lockId, before(16)],
]);

interface Run {
  readonly mode?: RunMode;
  readonly trigger?: RunTrigger;
  readonly applyHeld?: boolean | ReadonlySet<string>;
  readonly lastMs?: number | null;
  readonly isKnown?: boolean;
  readonly failed?: readonly number[];
  readonly bookings?: readonly Booking[] | null;
}
function chosen({
  mode = 'live',
  trigger = 'schedule',
  applyHeld = false,
  lastMs = NOW_MS - 15 * MINUTE_MS,
  isKnown = true,
  ...run
}: Run = {}) {
  const history = {
    clockMark: () => (lastMs === null ? null : { wallMs: lastMs, uptimeMs: 0, bootId: '' }),
    memory: () => ({ pinDraws: new Map(), missingSinceMs: new Map(), waiting: new Map(), remembered: nothingRemembered() }),
  };
  const lists = { readings, failed: new Set((run.failed ?? []).map(lockId)) };
  const made = new RunLists({ mode, trigger, applyHeld }, { history, ...(isKnown ? { lists } : {}) });
  const bookings = run.bookings === undefined ? [] : run.bookings;
  return { made, due: made.choose(ALL, bookings, { nowMs: NOW_MS, settings: settings(), wishes: NO_WISHES }) };
}

describe('a scheduled run', () => {
  it.each(['schedule', 'resume'] as const)('reads what matters, and a share of the others (%s)', (trigger) => {
    expect(chosen({ trigger }).due).toEqual([FORMER_DOOR.lockId]);
    expect(chosen({ trigger, failed: [12, 13] }).due).toEqual([FORMER_DOOR.lockId, SECOND_DOOR.lockId]);
    expect(chosen({ trigger, bookings: [booking({ arrival: date('2026-11-23') })] }).due).toEqual([DOOR.lockId]);
  });
  it.each<[string, Run]>([
    ['it is a preview', { mode: 'dry-run' }],
    ['the user started it', { trigger: 'manual' }],
    ['it carries out what was approved', { applyHeld: true }],
    ['it carries out one thing that was approved', { applyHeld: new Set(['key']) }],
    ['nothing was read before', { isKnown: false }],
    ['the bookings could not be read', { bookings: null }],
    ['it is the first one', { lastMs: null }],
    ['the clock was set back', { lastMs: NOW_MS + 1 }],
  ])('reads every lock where %s', (_, run) => {
    expect(chosen(run).due).toEqual(ALL);
  });
  it('counts a sync at the same moment as one', () => expect(chosen({ lastMs: NOW_MS }).due).toHaveLength(1));
});

describe('the lists of a run', () => {
  const failed = { ok: false, error: { kind: 'timeout', cloud: 'the-keys', message: '', certain: false } } as const;
  const read = (codes: readonly ReturnType<typeof code>[], unread?: typeof UNREAD) =>
    ({ ok: true, value: { lockId: DOOR.lockId, codes, ...(unread === undefined ? {} : { unread }) } }) as const;

  it('are those of this run, else those of earlier ones; one that failed counts as unread', () => {
    const { made } = chosen();
    made.add(
      new Map<LockId, ReturnType<typeof read> | typeof failed>([
        [DOOR.lockId, read([], UNREAD)],
        [SECOND_DOOR.lockId, failed],
      ]),
      9,
    );
    expect(made.forPlan.lists).toEqual(
      new Map([
        [13, [code()]],
        [12, null],
        [11, []],
      ]),
    );
    expect(made.forPlan.unread).toEqual(new Map([[11, UNREAD]]));
    expect([...made.readAtMs]).toEqual([
      [13, NOW_MS - 16 * MINUTE_MS],
      [11, 9],
    ]);
    expect([made.notRead, made.size, [...made.own.keys()]]).toEqual([[13], 3, [11, 12]]);
    expect(made.own.get(SECOND_DOOR.lockId)).toBe(failed);
    made.add(new Map([[FORMER_DOOR.lockId, read([])]]), 10);
    expect([made.notRead, made.forPlan.lists.get(FORMER_DOOR.lockId)]).toEqual([[], []]);
  });
  it('are none where nothing was read before', () => {
    const { made } = chosen({ trigger: 'manual' });
    expect([made.forPlan, [...made.readAtMs], made.notRead]).toEqual([
      { lists: new Map(ALL.map((id) => [id, null])), unread: new Map() },
      [],
      ALL,
    ]);
  });
  it('have no time for a lock that is new', () => {
    const { made } = chosen();
    made.choose([...ALL, lockId(14)], [], { nowMs: NOW_MS, settings: settings(), wishes: NO_WISHES });
    expect([...made.readAtMs.keys()]).toEqual(ALL);
  });
  it('have what could not be read of them in earlier runs', () => {
    readings.set(DOOR.lockId, before(15, UNREAD));
    const { made } = chosen();
    readings.set(DOOR.lockId, before(15));
    expect(made.forPlan.unread).toEqual(new Map());
  });
});

it('a run in doubt trusts no earlier list', () => {
  const { bookings } = input();
  expect(trustsNoKnownList(input(), bookings)).toBe(false);
  expect(trustsNoKnownList(input(), null)).toBe(true);
  expect(trustsNoKnownList(input({ clockStepped: true }), bookings)).toBe(true);
  expect(trustsNoKnownList(input({ clockIsWrong: true }), bookings)).toBe(true);
});
