/** What a run reads first: bookings, accounts and lists, in half of its time, by what the user wishes and the run is about. */
import { expect, it } from 'vitest';
import { booking, code, DOOR, FORMER_DOOR, input, NOW_MS, SECOND_DOOR, settings } from '../../../../tests/reconcile/fixtures.ts';
import { nothingRemembered } from '../../../../shared/domain/memory.ts';
import { NO_WISHES } from '../../../../shared/domain/plan.ts';
import { err, ok } from '../../../../shared/result.ts';
import { DAY_MS } from '../../../../shared/time.ts';
import { RunFindings } from '../run-findings.ts';
import { RunScope } from '../run-scope.ts';
import { RunLists } from './run-lists.ts';
import { RunReader } from './run-reader.ts';

async function read({ offsetMs = 0, isWishing = true, hasLocks = true } = {}) {
  const log: string[] = [];
  const about: unknown[] = [];
  const history = {
    clockMark: () => null,
    memory: () => ({ ...input().memory, remembered: nothingRemembered() }),
    remember: () => undefined,
  };
  const lists = new RunLists({ mode: 'live', trigger: 'manual', applyHeld: false }, { history });
  lists.choose = (locks, _bookings, facts) => {
    about.push(facts);
    return hasLocks ? locks : [];
  };
  const scope = new RunScope(undefined);
  scope.locksToReadFirst = (_bookings, mapping, wishes) => {
    about.push({ mapping, wishes });
    return new Set([FORMER_DOOR.lockId]);
  };
  const found = new RunFindings({ log: { log: () => undefined }, zone: 'Europe/Paris', isLate: () => false });
  const wishes = { ...NO_WISHES };
  const dependencies = {
    history,
    ...(isWishing ? { wishes: () => wishes } : {}),
    clock: { nowMs: () => NOW_MS },
    log: { log: () => undefined },
    startDeadline: (ms: number) => {
      log.push(`deadline of ${String(ms)}`);
      return { signal: new AbortController().signal, cancel: () => log.push('over'), reached: () => false };
    },
    locks: {
      readAccount: () => Promise.resolve(ok({ id: 8, locks: null })),
      clockOffsetMs: () => offsetMs,
      discover: () => {
        log.push('discover');
        return Promise.resolve(ok([]));
      },
      listCodes: (lockId: number) => {
        log.push(`list ${String(lockId)}`);
        const failure = { kind: 'forbidden', cloud: 'the-keys', message: '', certain: true };
        return Promise.resolve(lockId === FORMER_DOOR.lockId ? err(failure) : ok({ lockId, codes: [code()] }));
      },
    },
    bookings: {
      fetchBookings: () => Promise.resolve(ok({ complete: true, bookings: [booking()], incompleteBecause: null })),
      readAccount: () => Promise.resolve(ok({ id: 7 })),
      clockOffsetMs: () => offsetMs,
    },
  };
  const reader = new RunReader({
    ...{ dependencies: dependencies as never, deadlineMs: 8_000, found, scope, lists, mode: 'live' },
    ...{ signal: new AbortController().signal, onError: () => undefined, onProgress: () => undefined },
  });
  const made = settings({ unit: { doors: [DOOR, SECOND_DOOR] } });
  await reader.read(made);
  return { log, about, made, wishes, found };
}

it('takes half of the time, and reads first what the run is about', async () => {
  const { log, about, made, wishes, found } = await read();
  expect(log.slice(0, 2)).toEqual(['deadline of 4000', 'list 13']);
  expect(log.slice(2, 5)).toEqual(['list 11', 'list 12', 'over']);
  expect(about).toEqual([
    { mapping: made.mapping, wishes },
    { settings: made, wishes, nowMs: NOW_MS },
  ]);
  expect(about.every((facts) => (facts as { wishes: unknown }).wishes === wishes)).toBe(true);
  expect(found.isCloudLost).toBe(false);
});
it('has lost no cloud where there is nothing to read', async () => {
  expect((await read({ hasLocks: false })).found.isCloudLost).toBe(false);
});
it('knows no wishes where there are none', async () => {
  expect((await read({ isWishing: false })).about).toMatchObject([{ wishes: NO_WISHES }, { wishes: NO_WISHES }]);
});
it('looks for a former lock whose list is refused, unless the clock is wrong', async () => {
  expect((await read()).log).toContain('discover');
  expect((await read({ offsetMs: DAY_MS })).log).not.toContain('discover');
});
