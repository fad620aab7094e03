/** Codes that are switched off: they go before anything else, and one that stays on is left for another way. */
import { describe, expect, it } from 'vitest';
import { applyLogged as apply, NEVER_FULL, OLD, REFUSED, requests } from '../../../../tests/support/applied.ts';
import { codeFrom, createFakeLocks } from '../../../../tests/support/fake-locks.ts';
import { codeId, place } from '../../../../tests/support/ids.ts';
import { create, failing, record, remove, update } from '../../../../tests/support/writes.ts';
import { UNKNOWN } from '../../../../shared/domain/code.ts';
import type { Code } from '../../../../shared/domain/code.ts';
import type { UpdateOperation } from '../../../../shared/domain/plan.ts';

const switchOff = (changes: Partial<UpdateOperation> = {}): UpdateOperation => ({
  ...update(7, 500),
  record: { ...record(7), active: false },
  ...changes,
});

describe('what goes first', () => {
  const second = codeFrom(codeId(600), place(2, 'Kp2'), record(8));
  const first = { ...update(8, 600, 2), goesFirst: true as const };
  it('is sent and read back on its lock before anything else on another', async () => {
    const { log, statuses } = await apply([create(7), first, remove(9, 500)], createFakeLocks([OLD, second]));
    expect(requests(log)).toEqual(['update 600', 'list 2', 'create 1/Kp1', 'delete 500', 'list 1']);
    expect(statuses).toEqual({ 'create:7:1': 'done', 'update:600': 'done', 'delete:500': 'done' });
  });
  it('keeps nothing else from being sent when it fails', async () => {
    const locks = createFakeLocks([second]);
    locks.fault = failing('update', REFUSED);
    expect((await apply([first, create(7)], locks)).statuses).toEqual({ 'update:600': 'failed', 'create:7:1': 'done' });
  });
});

describe('a code that was switched off', () => {
  /** After the write, the lock has this. */
  const readAs = async (seen: Partial<Code> | null, operation = switchOff()) => {
    const locks = createFakeLocks([OLD]);
    locks.updateCode = (id) => {
      if (seen === null) locks.codes.delete(id);
      else locks.codes.set(id, { ...OLD, ...seen });
      return Promise.resolve({ ok: true, value: null });
    };
    const { stillOn, statuses, told, log } = await apply([operation], locks);
    return [stillOn, statuses['update:500'], told, log.filter((line) => line.startsWith('update:500 is ')).length] as const;
  };
  it('and reads as off is done', async () => expect(await readAs({ active: false })).toEqual([[], 'done', [], 2]));
  it.each(['on', UNKNOWN] as const)('and reads as %s has no problem yet', async (active) => {
    const off = switchOff();
    expect(await readAs({ active: active === 'on' ? true : active }, off)).toEqual([[off], 'unverified', [], 3]);
  });
  it('and says that it is blocked has a problem where it differs', async () => {
    const told = ['unverified problem.unverified.differs'];
    expect(await readAs({ description: 'Smoobu#7 blocked' })).toEqual([[], 'unverified', told, 2]);
  });
  it('and is gone is missing', async () => {
    expect(await readAs(null)).toEqual([[], 'unverified', ['unverified problem.unverified.missing'], 2]);
  });
  it('is none where the write leaves it on, or makes it', async () => {
    expect(await readAs({}, update(7, 500))).toEqual([[], 'done', [], 2]);
    const made = { ...create(8), record: { ...record(8), active: false } };
    const locks = createFakeLocks();
    locks.createCode = () => {
      locks.codes.set(codeId(9), codeFrom(codeId(9), place(1, 'Kp1'), record(8)));
      return Promise.resolve({ ok: true, value: { codeId: codeId(9) } });
    };
    expect((await apply([made], locks)).stillOn).toEqual([]);
  });
});

it('what is compared later is told of each write, of what a list shows, and of codes that are gone', async () => {
  const told: string[] = [];
  const sent = {
    sending: ({ key }: { key: string }) => void told.push(`sending ${key}`),
    readBack: ({ key }: { key: string }, { id }: Code, isVerified: boolean) =>
      void told.push(`read ${key} ${String(id)} ${String(isVerified)}`),
    gone: (id: number) => void told.push(`gone ${String(id)}`),
  };
  const other = codeFrom(codeId(501), place(1, 'Kp1'), record(8));
  const locks = createFakeLocks([OLD, other, codeFrom(codeId(502), place(1, 'Kp1'), record(9))]);
  locks.fault = failing('create', { when: 'wrong-pin' });
  const stays = locks.deleteCode.bind(locks);
  locks.deleteCode = (id, ...given) => (id === 502 ? Promise.resolve({ ok: true, value: null }) : stays(id, ...given));
  await apply([create(10), update(7, 500), update(11, 504), remove(8, 501), remove(9, 502)], locks, { sent, full: NEVER_FULL });
  expect(told).toEqual([
    'sending create:10:1',
    'sending update:500',
    'sending update:504',
    'read create:10:1 503 false',
    'read update:500 500 true',
    'gone 501',
  ]);
});
