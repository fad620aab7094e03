/** One write, when its answer is lost: what the lock shows decides. */
import { describe, expect, it } from 'vitest';
import type { PlannedOperation } from '../../../../shared/domain/plan.ts';
import { codeFrom, createFakeLocks } from '../../../../tests/support/fake-locks.ts';
import type { FakeFault, FakeLocks } from '../../../../tests/support/fake-locks.ts';
import { codeId, place } from '../../../../tests/support/ids.ts';
import { create, failing, LOST, move, NOT_DONE, record, remove, update } from '../../../../tests/support/writes.ts';
import { createWriter } from './writer.ts';
import type { OldCode } from './writer.ts';

const OTHER_PIN = codeFrom(codeId(500), place(1, 'Kp1'), record(7, '0815'));
const moved = move(7, 1, 1, 500);
const oldCode: OldCode = { ...moved.from, kind: 'old-code', key: 'old', after: [], move: moved };
const adopt: PlannedOperation = { ...update(7, 500), kind: 'adopt' };

/** The operation, the request it sends, what is on the lock before, and the id that it answers. */
const WRITES: readonly (readonly [string, PlannedOperation | OldCode, string, boolean, number | null])[] = [
  ['create', create(7), 'create 1/Kp1', false, 1],
  ['move', moved, 'create 1/Kp1', false, 1],
  ['update', update(7, 500), 'update 500', true, 500],
  ['adopt', adopt, 'update 500', true, 500],
  ['delete', remove(7, 500), 'delete 500', true, null],
  ['old code', oldCode, 'delete 500', true, null],
];

async function write(
  operation: PlannedOperation | OldCode,
  hasCode: boolean,
  fault: FakeLocks['fault'],
  prepare?: (locks: FakeLocks) => void,
) {
  const locks = createFakeLocks(hasCode ? [OTHER_PIN] : []);
  locks.fault = fault;
  prepare?.(locks);
  const outcome = await createWriter(locks, new AbortController().signal).write(operation);
  return { outcome, calls: locks.calls };
}
const failed = (certain: boolean, kind: string) => ({ ok: false, failure: { kind, certain, cloud: 'the-keys', message: 'fake' } });

describe.each(WRITES)('a %s', (_name, operation, request, hasCode, id) => {
  it('that is answered is sent once', async () => {
    expect(await write(operation, hasCode, () => null)).toEqual({ outcome: { ok: true, codeId: id }, calls: [request] });
  });
  it('that has certainly failed is not looked for', async () => {
    const refused: FakeFault = { when: 'before', kind: 'refused', certain: true };
    expect(await write(operation, hasCode, failing(request, refused))).toEqual({ outcome: failed(true, 'refused'), calls: [request] });
  });
  it('whose answer is lost is found on the lock, and not sent again', async () => {
    const sent = await write(operation, hasCode, failing(request, LOST));
    expect(sent).toEqual({ outcome: { ok: true, codeId: id }, calls: [request, 'list 1'] });
  });
  it('that has not happened is sent once more, and then certainly has not', async () => {
    expect(await write(operation, hasCode, failing(request, NOT_DONE))).toEqual({
      outcome: { ok: true, codeId: id },
      calls: [request, 'list 1', request],
    });
    expect(await write(operation, hasCode, failing(request, NOT_DONE, 9))).toEqual({
      outcome: failed(true, 'server-error'),
      calls: [request, 'list 1', request, 'list 1'],
    });
  });
  it('stays unknown when the lock cannot be read', async () => {
    const unreadable: FakeLocks['fault'] = (call) =>
      call.startsWith('list') ? { when: 'before', kind: 'unreachable', certain: true } : NOT_DONE;
    expect(await write(operation, hasCode, unreadable)).toEqual({ outcome: failed(false, 'server-error'), calls: [request, 'list 1'] });
  });
  it('stays unknown when a row of its keypad cannot be read', async () => {
    const sent = await write(operation, hasCode, failing(request, NOT_DONE), (locks) => {
      locks.listCodes = async (lockId) => {
        locks.calls.push('list');
        return { ok: true, value: { lockId, codes: [], unread: [{ codeId: null, keypadId: null, description: null }] } };
      };
    });
    expect(sent).toEqual({ outcome: failed(false, 'server-error'), calls: [request, 'list'] });
  });
  it('is not sent again once the run is stopped, and every request is told when it is', async () => {
    const controller = new AbortController();
    const locks = createFakeLocks(hasCode ? [OTHER_PIN] : []);
    locks.fault = (call) => {
      if (call.startsWith('list')) controller.abort();
      return call.startsWith('list') ? null : NOT_DONE;
    };
    const signals: unknown[] = [];
    const watched = new Proxy(locks, {
      get: (target, name: keyof FakeLocks) => {
        const value: unknown = target[name];
        if (typeof value !== 'function') return value;
        return (...given: readonly unknown[]): unknown => {
          signals.push((given.at(-1) as { signal?: unknown }).signal);
          return Reflect.apply(value, target, given);
        };
      },
    });
    const outcome = await createWriter(watched, controller.signal).write(operation);
    expect([outcome, locks.calls]).toEqual([failed(true, 'server-error'), [request, 'list 1']]);
    expect(signals).toEqual([controller.signal, controller.signal]);
  });
});

describe('a lost answer', () => {
  it('to a create is not followed by another while the keypad has a code of the booking, whatever its PIN', async () => {
    const sent = await write(create(7), true, failing('create', NOT_DONE));
    expect(sent).toEqual({ outcome: { ok: true, codeId: 500 }, calls: ['create 1/Kp1', 'list 1'] });
  });
});
