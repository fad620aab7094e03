import { expect, it } from 'vitest';
import { DOOR, code } from '../../../tests/reconcile/fixtures.ts';
import { createFakeLocks } from '../../../tests/support/fake-locks.ts';
import { LastLists } from './last-lists.ts';

it('keeps the last list of each lock; a failed reading changes nothing', async () => {
  const clock = { nowMs: () => 1_000 };
  const lists = new LastLists(clock);
  const inner = createFakeLocks([code()]);
  const locks = lists.watch(inner);
  await locks.listCodes(DOOR.lockId);
  expect(lists.readings.get(DOOR.lockId)).toMatchObject({ codes: [{ id: 900 }], unread: [], readAtMs: 1_000 });
  inner.codes.clear();
  inner.fault = () => ({ when: 'before', kind: 'unreachable', certain: true });
  await locks.listCodes(DOOR.lockId);
  expect(lists.readings.get(DOOR.lockId)?.codes).toHaveLength(1);
  inner.fault = () => null;
  await locks.listCodes(DOOR.lockId);
  expect(lists.readings.get(DOOR.lockId)?.codes).toEqual([]);
});

it('of two readings at once, the later question counts', async () => {
  let nowMs = 1_000;
  const lists = new LastLists({ nowMs: () => nowMs });
  const inner = createFakeLocks([code()]);
  const real = inner.listCodes.bind(inner);
  let release = (): void => {};
  const slow = new Promise<void>((resolve) => (release = resolve));
  inner.listCodes = async (lockId) => {
    const answer = await real(lockId);
    if (nowMs === 1_000) await slow;
    return answer;
  };
  const locks = lists.watch(inner);
  const early = locks.listCodes(DOOR.lockId);
  await Promise.resolve();
  await Promise.resolve();
  inner.codes.clear();
  nowMs = 2_000;
  await locks.listCodes(DOOR.lockId);
  release();
  await early;
  expect(lists.readings.get(DOOR.lockId)).toMatchObject({ codes: [], readAtMs: 2_000 });
});

it('forgets the lists of earlier credentials, also those that are still being read', async () => {
  const lists = new LastLists({ nowMs: () => 1_000 });
  const former = lists.watch(createFakeLocks([code()]));
  await former.listCodes(DOOR.lockId);
  await former.discover();
  lists.watch(createFakeLocks());
  expect([lists.readings.size, lists.summariesReadAtMs]).toEqual([0, null]);
  await former.listCodes(DOOR.lockId);
  await former.discover();
  expect([lists.readings.size, lists.summariesReadAtMs]).toEqual([0, null]);
});
