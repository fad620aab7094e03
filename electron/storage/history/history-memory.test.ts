import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { begin, operation, START_MS, temporaryHistory } from '../../../tests/support/history.ts';
import { DAY_MS } from '../../../shared/time.ts';
import { nothingRemembered } from '../../../shared/domain/memory.ts';
import { bookingId } from '../../../tests/support/ids.ts';

const { open, fileName, clock } = temporaryHistory();
describe('memory', () => {
  it('starts empty', () => {
    expect(open().memory()).toEqual({
      pinDraws: new Map(),
      missingSinceMs: new Map(),
      waiting: new Map(),
      remembered: nothingRemembered(),
    });
    expect(open().clockMark()).toBeNull();
  });

  it('keeps the last PIN draw of a booking, and when it was first missing', () => {
    const store = open();
    store.rememberPinDraw(bookingId(90001), { attempt: 0, length: 4 });
    store.rememberPinDraw(bookingId(90001), { attempt: 3, length: 6 });
    store.rememberMissing(bookingId(90001), 1000);
    store.rememberMissing(bookingId(90001), 2000);
    store.rememberMissing(bookingId(90002), 3000);
    expect(open().memory()).toMatchObject({
      pinDraws: new Map([[90001, { attempt: 3, length: 6 }]]),
      missingSinceMs: new Map([
        [90001, 1000],
        [90002, 3000],
      ]),
    });
    store.forgetMissing([bookingId(90001), bookingId(90009)]);
    store.rememberMissing(bookingId(90001), 5000);
    expect(store.memory().missingSinceMs.get(bookingId(90001))).toBe(5000);
  });

  it('keeps what a run wants remembered, until it is forgotten', () => {
    const store = open();
    store.remember([
      { kind: 'account', key: 'smoobu', value: { id: '7' } },
      { kind: 'account', key: 'the-keys', value: { id: '8' } },
    ]);
    store.remember([
      { kind: 'account', key: 'smoobu', value: { id: '9' } },
      { kind: 'account', key: 'the-keys', value: null },
    ]);
    expect(open().memory().remembered.account).toEqual(new Map([['smoobu', { id: '9' }]]));
  });

  it('tells what another process has remembered or forgotten since it was last asked', () => {
    const [store, other] = [open(), open()];
    const accounts = (): unknown => store.memory().remembered.account;
    store.remember([{ kind: 'account', key: 'smoobu', value: { id: '7' } }]);
    expect(accounts()).toEqual(new Map([['smoobu', { id: '7' }]]));
    other.remember([{ kind: 'account', key: 'smoobu', value: { id: '8' } }]);
    expect(accounts()).toEqual(new Map([['smoobu', { id: '8' }]]));
    other.remember([{ kind: 'account', key: 'smoobu', value: null }]);
    expect(accounts()).toEqual(new Map());
  });

  it('remembers all changes or none, and skips what it cannot read', () => {
    const store = open();
    expect(() =>
      store.remember([
        { kind: 'account', key: 'smoobu', value: { id: '9' } },
        { kind: 'account', key: 'the-keys', value: { id: '' } },
      ]),
    ).toThrow();
    expect(store.memory().remembered.account.size).toBe(0);
    const database = new DatabaseSync(fileName());
    database.exec(`INSERT INTO remembered VALUES ('of-a-newer-version', 'k', '{}', 1), ('account', 'smoobu', 'no JSON', 1)`);
    database.close();
    expect(store.memory().remembered).toEqual(nothingRemembered());
  });

  it('remembers the clock', () => {
    const store = open();
    store.rememberClock({ wallMs: 1, uptimeMs: 2, bootId: 'a' });
    store.rememberClock({ wallMs: 3.6, uptimeMs: 4, bootId: 'b' });
    expect(store.clockMark()).toEqual({ wallMs: 4, uptimeMs: 4, bootId: 'b' });
  });

  it('keeps each hold, and since when, until it is dropped by itself', () => {
    const store = open();
    const one = operation({ key: 'one', kind: 'delete', status: 'held', hold: 'someone-may-be-inside', evidence: 'cancelled' });
    const two = operation({ key: 'two', kind: 'delete', status: 'held', hold: 'too-many-deletes' });
    store.putHolds([one], 1000);
    store.putHolds([{ ...one, hold: 'clock-stepped' }, two], 2000);
    store.putHolds([], 2500);
    expect(open().listHolds()).toEqual([
      { operation: { ...one, hold: 'clock-stepped' }, sinceMs: 1000 },
      { operation: two, sinceMs: 2000 },
    ]);
    expect([...store.memory().waiting.values()].map(({ key, hold }) => [key, hold])).toEqual([
      ['one', 'clock-stepped'],
      ['two', 'too-many-deletes'],
    ]);
    store.dropHolds(['one', 'unknown']);
    expect(store.listHolds()).toMatchObject([{ operation: { key: 'two' } }]);
    store.putHolds([one], 4000);
    expect(store.listHolds().map(({ sinceMs }) => sinceMs)).toEqual([4000, 2000]);
  });

  it('rejects an operation that is not held, and changes nothing', () => {
    const store = open();
    store.putHolds([operation({ hold: 'no-bookings' })], 1000);
    expect(() => store.putHolds([operation({ key: 'other', hold: 'no-bookings' }), operation()], 2000)).toThrow(TypeError);
    expect(store.listHolds()).toHaveLength(1);
  });
});

describe('prune', () => {
  it('removes old runs with their operations, and keeps PIN draws longer', () => {
    const store = open();
    begin(store, 'old', START_MS);
    store.recordOperations('old', [operation()]);
    store.rememberPinDraw(bookingId(90001), { attempt: 1, length: 4 });
    clock().advance(400 * DAY_MS);
    begin(store, 'new', clock().nowMs());
    store.recordOperations('new', [operation()]);
    store.rememberPinDraw(bookingId(90002), { attempt: 0, length: 4 });
    store.prune(clock().nowMs() - DAY_MS);
    expect(store.listRuns({ limit: 9 }).map(({ id }) => id)).toEqual(['new']);
    expect(store.listOperationsOfBooking(bookingId(90001), 9)).toHaveLength(1);
    // Booked long ago for a future stay: a lost code must be created again with the same PIN.
    expect([...store.memory().pinDraws.keys()]).toEqual([90001, 90002]);
    clock().advance(800 * DAY_MS);
    store.prune(clock().nowMs() - DAY_MS);
    expect([...store.memory().pinDraws.keys()]).toEqual([90002]);
  });
});
