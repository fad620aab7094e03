/** Carrying out a plan when responses are lost: no write is sent twice blindly, and old codes are deleted only after new ones are verified. */
import { describe, expect, it } from 'vitest';
import type { PlannedOperation } from '../../../../shared/domain/plan.ts';
import { NEVER_FULL } from '../../../../tests/support/applied.ts';
import { codeFrom, createFakeLocks } from '../../../../tests/support/fake-locks.ts';
import type { FakeLocks } from '../../../../tests/support/fake-locks.ts';
import { codeId, place } from '../../../../tests/support/ids.ts';
import { create, failing, LOST, move, NOT_DONE, record, remove } from '../../../../tests/support/writes.ts';
import { applyPlan } from './apply.ts';

async function apply(locks: FakeLocks, operations: readonly PlannedOperation[], controller = new AbortController()) {
  const result = await applyPlan(operations, {
    locks,
    signal: controller.signal,
    onStatus: () => undefined,
    onWritten: () => undefined,
    onLearned: () => undefined,
    full: NEVER_FULL,
    creates: { created: () => undefined, listed: () => undefined, deleted: () => undefined },
    sent: { sending: () => undefined, readBack: () => undefined, gone: () => undefined },
    onStep: () => undefined,
  });
  return { ...result, statuses: Object.fromEntries(result.statuses) };
}

describe('a create', () => {
  it('is one request and one list of its lock, and done once it was read back', async () => {
    const locks = createFakeLocks();
    const result = await apply(locks, [create(7)]);
    expect(locks.calls).toEqual(['create 1/Kp1', 'list 1']);
    expect(result.statuses).toEqual({ 'create:7:1': 'done' });
  });

  it('whose response is lost is found on the lock and not sent again', async () => {
    const locks = createFakeLocks();
    locks.fault = failing('create', LOST);
    const result = await apply(locks, [create(7)]);
    expect(locks.calls.filter((call) => call.startsWith('create'))).toHaveLength(1);
    expect(locks.codes.size).toBe(1);
    expect(result.statuses).toEqual({ 'create:7:1': 'done' });
  });

  it('that certainly did not happen is sent once more', async () => {
    const locks = createFakeLocks();
    locks.fault = failing('create', NOT_DONE);
    const result = await apply(locks, [create(7)]);
    expect(locks.calls).toEqual(['create 1/Kp1', 'list 1', 'create 1/Kp1', 'list 1']);
    expect(result.statuses).toEqual({ 'create:7:1': 'done' });
  });

  it('is unverified when neither its response nor the lock can be read', async () => {
    const locks = createFakeLocks();
    locks.fault = (call) => (call.startsWith('create') ? LOST : { when: 'before', kind: 'unreachable', certain: true });
    const result = await apply(locks, [create(7)]);
    expect(result.statuses).toEqual({ 'create:7:1': 'unverified' });
    expect(result.problems.map((problem) => problem.kind)).toEqual(['write-failed']);
  });

  it('that is on the lock with another PIN is unverified, whatever the response', async () => {
    const locks = createFakeLocks();
    locks.fault = failing('create', { when: 'wrong-pin' });
    const result = await apply(locks, [create(7)]);
    expect(result.statuses).toEqual({ 'create:7:1': 'unverified' });
    expect(result.problems.map((problem) => problem.kind)).toEqual(['unverified']);
  });

  it('that is refused fails, and the next one on the lock is still created', async () => {
    const locks = createFakeLocks();
    locks.fault = failing('create', { when: 'before', kind: 'refused', certain: true });
    const result = await apply(locks, [create(7), create(8)]);
    expect(result.statuses).toEqual({ 'create:7:1': 'failed', 'create:8:1': 'done' });
  });

  it('is not sent to a lock that failed twice in a row, but is to other locks', async () => {
    const locks = createFakeLocks();
    locks.fault = (call) => (call === 'create 1/Kp1' ? { when: 'before', kind: 'unreachable', certain: true } : null);
    const result = await apply(locks, [create(7), create(8), create(9), create(10, 2)]);
    expect(locks.calls.filter((call) => call === 'create 1/Kp1')).toHaveLength(2);
    expect(result.statuses).toEqual({ 'create:7:1': 'failed', 'create:8:1': 'failed', 'create:9:1': 'planned', 'create:10:2': 'done' });
  });

  it('is not sent to any lock after the credentials were rejected', async () => {
    const locks = createFakeLocks();
    locks.fault = () => ({ when: 'before', kind: 'credentials-rejected', certain: true });
    const result = await apply(locks, [create(7), create(8), create(9)]);
    expect(locks.calls).toEqual(['create 1/Kp1']);
    expect(result.stoppedBy?.kind).toBe('credentials-rejected');
  });

  it('is not sent after the run was stopped', async () => {
    const locks = createFakeLocks();
    const controller = new AbortController();
    controller.abort();
    const result = await apply(locks, [create(7)], controller);
    expect(locks.calls).toEqual([]);
    expect(result.statuses).toEqual({ 'create:7:1': 'planned' });
  });
});

describe('a move', () => {
  const old = codeFrom(codeId(500), place(1, 'Kp1'), record(7));

  it('creates the new code, reads it back, and only then deletes the old one', async () => {
    const locks = createFakeLocks([old]);
    const result = await apply(locks, [move(7, 1, 2, 500)]);
    expect(locks.calls).toEqual(['create 2/Kp2', 'list 2', 'delete 500', 'list 1']);
    expect(result.statuses).toEqual({ 'move:7': 'done' });
  });

  it('keeps the old code when the new one is not on the lock as it was sent', async () => {
    const locks = createFakeLocks([old]);
    locks.fault = failing('create', { when: 'wrong-pin' });
    const result = await apply(locks, [move(7, 1, 2, 500)]);
    expect(locks.codes.has(codeId(500))).toBe(true);
    expect(result.statuses).toEqual({ 'move:7': 'unverified' });
  });

  it('keeps the old code when another door of the booking failed', async () => {
    const locks = createFakeLocks([old]);
    locks.fault = (call) => (call === 'create 3/Kp3' ? { when: 'before', kind: 'refused', certain: true } : null);
    await apply(locks, [move(7, 1, 2, 500), create(7, 3)]);
    expect(locks.codes.has(codeId(500))).toBe(true);
  });

  it('fails when the old code cannot be deleted', async () => {
    const locks = createFakeLocks([old]);
    locks.fault = failing('delete', { when: 'before', kind: 'refused', certain: true });
    const result = await apply(locks, [move(7, 1, 2, 500)]);
    expect(result.statuses).toEqual({ 'move:7': 'failed' });
    expect(result.problems.map((problem) => problem.kind)).toEqual(['write-failed']);
  });
});

describe('a delete', () => {
  const code = codeFrom(codeId(500), place(1, 'Kp1'), record(7));

  it('that depends on another operation is not sent when that one failed', async () => {
    const locks = createFakeLocks([code]);
    locks.fault = failing('create', { when: 'before', kind: 'refused', certain: true });
    const result = await apply(locks, [create(8), remove(7, 500, ['create:8:1'])]);
    expect(locks.codes.has(codeId(500))).toBe(true);
    expect(result.statuses['delete:500']).toBe('planned');
  });

  it('that is held is not sent', async () => {
    const locks = createFakeLocks([code]);
    const result = await apply(locks, [{ ...remove(7, 500), hold: 'too-many-deletes' }]);
    expect(locks.calls).toEqual([]);
    expect(result.statuses).toEqual({ 'delete:500': 'held' });
  });

  it('whose response is lost is done when the code is no longer on the lock', async () => {
    const locks = createFakeLocks([code]);
    locks.fault = failing('delete', LOST);
    const result = await apply(locks, [remove(7, 500)]);
    expect(locks.calls.filter((call) => call.startsWith('delete'))).toHaveLength(1);
    expect(result.statuses).toEqual({ 'delete:500': 'done' });
  });

  it('that had no effect is unverified', async () => {
    const locks = createFakeLocks([code]);
    const deleteCode = locks.deleteCode.bind(locks);
    locks.deleteCode = async (id) => {
      const answer = await deleteCode(id);
      locks.codes.set(codeId(500), code);
      return answer;
    };
    const result = await apply(locks, [remove(7, 500)]);
    expect(result.statuses).toEqual({ 'delete:500': 'unverified' });
  });
});
