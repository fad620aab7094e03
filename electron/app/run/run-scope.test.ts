/** A run for one stay or person leaves all others as they are, and reports what is theirs only. */
import { describe, expect, it } from 'vitest';
import { booking, code, DOOR, input, SECOND_DOOR, settings } from '../../../tests/reconcile/fixtures.ts';
import { bookingId, lockId } from '../../../tests/support/ids.ts';
import { NO_WISHES } from '../../../shared/domain/plan.ts';
import { plan } from '../../../shared/reconcile/plan.ts';
import { RunScope } from './run-scope.ts';
import { steppedProblem } from './run-problems.ts';

const read = input({
  settings: settings({
    units: [
      { unitId: 101, name: 'Flat 1', doors: [DOOR] },
      { unitId: 102, name: 'Flat 2', doors: [SECOND_DOOR] },
    ],
  }),
  bookings: [booking(), booking({ id: 34, unitId: 102, guestName: 'Bob' })],
});
const { bookings } = read.bookings;
const { mapping } = read.settings;
const changes = ['12', '34'].map((key) => ({ kind: 'open-pin', key, value: { sinceMs: 1 } }) as const);
const problem = (about: object) => ({ ...steppedProblem(), ...about });
const [own, other, onOwnLock, onOtherLock] = [{ bookingId: 12 }, { bookingId: 34 }, { lockId: 11 }, { lockId: 12 }].map((about) =>
  problem(about),
);

describe('a whole run', () => {
  const scope = new RunScope(undefined);
  it('is about everything', () => {
    expect(scope.locksToReadFirst(bookings, mapping, NO_WISHES).size).toBe(0);
    expect([scope.keeps('live'), scope.isAboutLock(lockId(12))]).toEqual(['live', true]);
    expect(scope.reported([own, other, onOwnLock, onOtherLock] as never)).toHaveLength(4);
    const whole = plan(read);
    expect(scope.planOf(whole, read)).toBe(whole);
    expect(scope.changesOf(changes, read)).toBe(changes);
  });
});

describe('a run for one stay', () => {
  /** Its doors are known. */
  const known = (): RunScope => {
    const scope = new RunScope(bookingId(12));
    scope.locksToReadFirst(bookings, mapping, NO_WISHES);
    return scope;
  };
  it('is about no lock before its doors are known', () => expect(new RunScope(bookingId(12)).isAboutLock(DOOR.lockId)).toBe(false));
  it('reads its doors first, and leaves what it saw of others to the next whole run', () => {
    const scope = new RunScope(bookingId(12));
    expect([...scope.locksToReadFirst(bookings, mapping, NO_WISHES)]).toEqual([11]);
    expect([scope.keeps('live'), scope.isAboutLock(lockId(11)), scope.isAboutLock(lockId(12))]).toEqual(['dry-run', true, false]);
  });
  it('does, remembers and reports its own only', () => {
    const scope = known();
    expect(scope.reported([own, other, onOwnLock, onOtherLock] as never)).toEqual([own, onOwnLock]);
    expect([scope.isReported(own as never), scope.isReported(other as never)]).toEqual([true, false]);
    expect(scope.planOf(plan(read), read).operations.map((operation) => operation.bookingId)).toEqual([12]);
    expect(scope.changesOf(changes, { ...read, lists: new Map([[DOOR.lockId, [code()]]]) })).toEqual([changes[0]]);
  });
});
