/** What a run reads later, once its plan turned out to be about it: within its share of the time, with the bookings that follow from it. */
import { expect, it } from 'vitest';
import { booking, code, DOOR, input, NOW_MS, SECOND_DOOR } from '../../../../tests/reconcile/fixtures.ts';
import { nothingRemembered } from '../../../../shared/domain/memory.ts';
import { err, ok } from '../../../../shared/result.ts';
import { RunFindings } from '../run-findings.ts';
import { RunScope } from '../run-scope.ts';
import { RunLists } from './run-lists.ts';
import { RunReader } from './run-reader.ts';

function reader() {
  const log: string[] = [];
  const history = {
    clockMark: () => null,
    memory: () => ({ ...input().memory, remembered: nothingRemembered() }),
    remember: () => log.push('remember'),
  };
  const lists = new RunLists({ mode: 'live', trigger: 'manual', applyHeld: false }, { history });
  lists.choose([DOOR.lockId, SECOND_DOOR.lockId], [], input());
  const found = new RunFindings({ log: { log: () => undefined }, zone: 'Europe/Paris', isLate: () => false });
  const dependencies = {
    history,
    clock: { nowMs: () => NOW_MS },
    startDeadline: (ms: number, parent: unknown) => {
      log.push(`deadline of ${String(ms)}${parent instanceof AbortSignal ? '' : ' of nobody'}`);
      return { signal: AbortSignal.abort(), cancel: () => log.push('over'), reached: () => false };
    },
    locks: {
      listCodes: (lockId: number, { signal }: { signal: AbortSignal }) => {
        log.push(`list ${String(lockId)}${signal.aborted ? '' : ' for ever'}`);
        const failure = { kind: 'timeout', cloud: 'the-keys', message: '', certain: false };
        return Promise.resolve(lockId === 11 ? ok({ lockId, codes: [code(), code({ id: 901, description: 'Smoobu#34' })] }) : err(failure));
      },
    },
    bookings: {
      readBooking: (id: number, { signal }: { signal: AbortSignal }) => {
        log.push(`booking ${String(id)}${signal.aborted ? ' too late' : ''}`);
        return Promise.resolve(ok({ kind: 'missing' }));
      },
    },
  };
  const made = new RunReader({
    ...{ dependencies: dependencies as never, deadlineMs: 8_000, found, scope: new RunScope(undefined), lists, mode: 'live' },
    ...{ signal: new AbortController().signal, onError: () => undefined, onProgress: () => undefined },
  });
  return { made, log, found, lists };
}

it('more lists take a quarter of the time, and the bookings of their codes are looked up once', async () => {
  const { made, log, found, lists } = reader();
  const known = input({ lookups: new Map([[12, { kind: 'found', booking: booking() }]]) });
  const read = await made.readMore(known, [DOOR.lockId, SECOND_DOOR.lockId]);
  expect(log.filter((line) => line !== 'remember')).toEqual(['deadline of 2000', 'list 11', 'list 12', 'over', 'booking 34']);
  expect([...read.lookups].map(([id, { kind }]) => [id, kind])).toEqual([
    [12, 'found'],
    [34, 'missing'],
  ]);
  expect([...read.lists].map(([lockId, codes]) => [lockId, codes?.length ?? null])).toEqual([
    [11, 2],
    [12, null],
  ]);
  expect([[...lists.readAtMs], lists.notRead]).toEqual([[[11, NOW_MS]], []]);
  expect([found.problems.map(({ kind, lockId }) => [kind, lockId]), found.isPartial, found.isCloudLost]).toEqual([
    [['list-failed', 12]],
    true,
    false,
  ]);
});
