/** Carrying out a plan when writes fail, are not sent, or meet a full keypad. */
import { describe, expect, it } from 'vitest';
import { applyLogged as apply, FULL, NEVER_FULL, OLD, REFUSED, requests, UNREACHABLE } from '../../../../tests/support/applied.ts';
import { codeFrom, createFakeLocks } from '../../../../tests/support/fake-locks.ts';
import type { FakeFault } from '../../../../tests/support/fake-locks.ts';
import { codeId, place } from '../../../../tests/support/ids.ts';
import { create, failing, LOST, move, record, remove, update } from '../../../../tests/support/writes.ts';
import type { ApplyOptions } from './apply.ts';

describe('a failure', () => {
  it.each<[string, FakeFault, readonly string[]]>([
    ['refused: the next ones are sent', REFUSED, ['create 1/Kp1', 'create 1/Kp1', 'create 1/Kp1']],
    ['not found: the next ones are sent', { ...REFUSED, kind: 'not-found' }, ['create 1/Kp1', 'create 1/Kp1', 'create 1/Kp1']],
    ['forbidden: no other on this lock', { ...REFUSED, kind: 'forbidden' }, ['create 1/Kp1']],
    ['stopped before it was sent: no other', { ...REFUSED, kind: 'aborted' }, ['create 1/Kp1']],
    ['unreachable: one more', UNREACHABLE, ['create 1/Kp1', 'create 1/Kp1']],
  ])('%s', async (_what, fault, expected) => {
    const locks = createFakeLocks();
    locks.fault = (call) => (call.startsWith('create 1') ? fault : null);
    const { log, statuses, stoppedBy } = await apply([create(7), create(8), create(9), create(10, 2)], locks);
    expect(requests(log).filter((line) => line.startsWith('create 1'))).toEqual(expected);
    expect([statuses['create:10:2'], stoppedBy]).toEqual(['done', null]);
    expect(statuses['create:7:1']).toBe(fault.when === 'before' && fault.kind === 'aborted' ? 'planned' : 'failed');
  });
  it.each(['refused', 'not-found'] as const)('that is %s is no fault of the lock', async (kind) => {
    const locks = createFakeLocks();
    const faults: readonly FakeFault[] = [UNREACHABLE, { ...REFUSED, kind }, UNREACHABLE];
    let sent = 0;
    locks.fault = (call) => (call.startsWith('create') ? (faults[(sent += 1) - 1] ?? null) : null);
    const { statuses } = await apply([create(7), create(8), create(9), create(10)], locks);
    expect(Object.values(statuses)).toEqual(['failed', 'failed', 'failed', 'done']);
  });
  it('counts only where it follows another one', async () => {
    const locks = createFakeLocks();
    const faults = [UNREACHABLE, null, UNREACHABLE];
    locks.fault = (call) => (call.startsWith('create') ? (faults.shift() ?? null) : null);
    const { statuses } = await apply([create(7), create(8), create(9), create(10)], locks);
    expect(Object.values(statuses)).toEqual(['failed', 'done', 'failed', 'done']);
  });
  it.each(['credentials-rejected', 'credentials-missing'] as const)('of the account stops the run: %s', async (kind) => {
    const locks = createFakeLocks();
    locks.fault = failing('create', { ...REFUSED, kind }, 9);
    const { log, stoppedBy } = await apply([create(7), create(8)], locks);
    expect([requests(log), stoppedBy?.kind]).toEqual([['create 1/Kp1'], kind]);
  });
  it('that is a refusal of a write is told apart from other problems', async () => {
    const locks = createFakeLocks([OLD]);
    locks.fault = (call) => (/^(?:create|delete)/u.test(call) ? REFUSED : null);
    const { log, refused, told } = await apply([create(8), remove(7, 500)], locks);
    expect(refused.map(({ operation, failure }) => [operation.key, failure.kind])).toEqual([['create:8:1', 'refused']]);
    expect(log.filter((line) => line.startsWith('refused'))).toEqual(['refused create:8:1 refused']);
    expect(told).toHaveLength(1);
    const other = createFakeLocks();
    other.fault = failing('create', { ...REFUSED, kind: 'not-found' });
    const result = await apply([create(8)], other);
    expect([result.refused.length, result.told.length]).toEqual([0, 1]);
  });
  it('that is uncertain leaves a create that may have happened', async () => {
    const locks = createFakeLocks();
    locks.fault = (call) => (call.startsWith('create') ? LOST : UNREACHABLE);
    const { log } = await apply([create(7)], locks);
    expect(log).toContain('created create:7:1 (null)');
    const refusing = createFakeLocks();
    refusing.fault = failing('create', REFUSED);
    expect((await apply([create(7)], refusing)).log.some((line) => line.startsWith('created'))).toBe(false);
  });
  it('of a replacement keeps the old code, and of another booking’s door does not', async () => {
    const locks = createFakeLocks([OLD]);
    locks.fault = (call) => (call === 'create 3/Kp3' ? REFUSED : null);
    const result = await apply([move(7, 1, 2, 500), create(8, 3)], locks);
    expect([locks.codes.has(codeId(500)), result.statuses]).toEqual([false, { 'move:7': 'done', 'create:8:3': 'failed' }]);
    const failed = createFakeLocks([OLD]);
    failed.fault = failing('create', REFUSED);
    expect((await apply([move(7, 1, 2, 500)], failed)).statuses).toEqual({ 'move:7': 'failed' });
  });
  it('of a move’s old code is a problem of the move', async () => {
    const locks = createFakeLocks([OLD]);
    locks.fault = failing('delete', REFUSED);
    const { problems } = await apply([move(7, 1, 2, 500)], locks);
    expect(problems).toMatchObject([{ bookingId: 7, lockId: 2 }]);
  });
  it('that is an error stops the writers of other locks, and is thrown', async () => {
    const locks = createFakeLocks();
    const make = locks.createCode.bind(locks);
    locks.createCode = (lockId, ...given) => (lockId === 2 ? Promise.reject(new Error('defect')) : make(lockId, ...given));
    await expect(apply([create(7), create(8), create(9), create(10, 2)], locks)).rejects.toThrow('defect');
    expect(locks.codes.size).toBeLessThan(3);
  });
});

describe('not sent', () => {
  it('are writes to a lock that refused too many, but deletes are', async () => {
    const { log } = await apply([create(7), update(8, 500), remove(7, 500)], createFakeLocks([OLD]), { mayWrite: () => false });
    expect(requests(log)).toEqual(['delete 500', 'list 1']);
    expect(log.some((line) => line.startsWith('remember'))).toBe(false);
    expect(requests((await apply([create(7)], createFakeLocks(), { mayWrite: (lock) => lock === 1 })).log)).toHaveLength(2);
  });
  it('are creates where a keypad is closed, which is told', async () => {
    const full = { ...NEVER_FULL, closed: () => FULL };
    const { log, problems } = await apply([create(7), move(8, 1, 2, 501), update(9, 500), remove(7, 500)], createFakeLocks([OLD]), {
      full,
    });
    expect([requests(log), problems]).toEqual([['update 500', 'delete 500', 'list 1'], expect.arrayContaining([FULL, FULL])]);
  });
  it('are deletes of codes that went to make room', async () => {
    const full = { ...NEVER_FULL, isThere: (id: number) => id !== 500 };
    const codes = [OLD, codeFrom(codeId(501), place(1, 'Kp1'), record(8))];
    const { log } = await apply([update(7, 500), remove(7, 500), remove(8, 501)], createFakeLocks(codes), { full });
    expect(requests(log)).toEqual(['update 500', 'delete 501', 'list 1']);
  });
});

describe('a full keypad', () => {
  const asks = (makeRoom: ApplyOptions['full']['makeRoom']): ApplyOptions['full'] => ({
    ...NEVER_FULL,
    fullProblem: (_operation, failure) => (failure.kind === 'refused' ? FULL : null),
    makeRoom,
  });
  const refusing = (times = 1, codes = [OLD]) => {
    const locks = createFakeLocks(codes);
    locks.fault = failing('create', REFUSED, times);
    return locks;
  };
  it('gets room by operations beyond the plan, and the create is sent again', async () => {
    const full = asks(async (_operation, _refused, again, send) => {
      await send(remove(7, 500));
      return again();
    });
    const { log, extra, statuses, problems } = await apply([create(8)], refusing(), { full });
    expect(requests(log)).toEqual(['create 1/Kp1', 'delete 500', 'create 1/Kp1', 'list 1']);
    expect(extra.map(({ key }) => key)).toEqual(['delete:500']);
    expect([statuses, problems]).toEqual([{ 'create:8:1': 'done', 'delete:500': 'done' }, []]);
    expect(log).toContain('delete:500 is planned');
  });
  it('does not count a delete twice that was planned', async () => {
    const gone = new Set<number>();
    const full = {
      ...asks(async (_operation, _refused, again, send) => {
        gone.add(500);
        await send(remove(7, 500));
        return again();
      }),
      isThere: (id: number) => !gone.has(id),
    };
    const { log, extra, statuses } = await apply([create(8), remove(7, 500)], refusing(), { full });
    expect(requests(log).filter((line) => line === 'delete 500')).toHaveLength(1);
    expect([extra, statuses]).toEqual([[], { 'create:8:1': 'done', 'delete:500': 'done' }]);
  });
  it.each([
    [true, 'failed'],
    [false, 'unverified'],
  ])('whose delete fails (certain: %s) is told, and the create is a problem of the keypad', async (certain, status) => {
    const locks = refusing();
    const fault = locks.fault;
    locks.fault = (call) =>
      call === 'delete 500' ? { when: 'before', kind: 'server-error', certain } : call === 'list 1' ? UNREACHABLE : fault(call);
    const full = asks(async (_operation, refused, _again, send, tell) => {
      expect((await send(remove(7, 500))).ok).toBe(false);
      tell({ ...FULL, retryable: false });
      return refused;
    });
    const { statuses, problems, refused } = await apply([create(8)], locks, { full });
    expect(statuses).toEqual({ 'create:8:1': 'failed', 'delete:500': status });
    expect(problems).toMatchObject([{ bookingId: 7 }, { retryable: false }, FULL]);
    expect(refused).toEqual([]);
  });
  it('gets no room when the run is stopped', async () => {
    const controller = new AbortController();
    const locks = refusing();
    const { fault } = locks;
    locks.fault = (call) => {
      controller.abort();
      return fault(call);
    };
    const full = asks(() => Promise.reject(new Error('makes no room')));
    expect((await apply([create(8)], locks, { full, signal: controller.signal })).statuses).toEqual({ 'create:8:1': 'failed' });
  });
});
