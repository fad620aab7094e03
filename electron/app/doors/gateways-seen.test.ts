import { describe, expect, it } from 'vitest';
import type { LockSummary } from '../../../shared/domain/code.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time.ts';
import { createFakeLocks } from '../../../tests/support/fake-locks.ts';
import { lockId } from '../../../tests/support/ids.ts';
import { withGatewaysSeen } from './gateways-seen.ts';

const NOW_MS = Date.parse('2026-11-23T10:00:00Z');
const LATELY = NOW_MS - MINUTE_MS;
const LONG_AGO = NOW_MS - 5 * HOUR_MS;
const lock = (id: number, gateway: LockSummary['gateway']): LockSummary => ({
  ...{ id: lockId(id), name: '', timeZone: null, batteryMillivolts: null, keypads: [] },
  ...(gateway === undefined ? {} : { gateway }),
});

async function seen(locks: readonly LockSummary[], said: Readonly<Record<number, number | null | 'failed'>>) {
  const asked: number[] = [];
  const fake = createFakeLocks();
  const answers = await withGatewaysSeen(
    {
      readGateway: async (id) => {
        asked.push(id);
        const value = said[id] ?? null;
        if (value !== 'failed') return { ok: true, value };
        fake.fault = () => ({ when: 'before', kind: 'server-error', certain: true });
        return fake.readGateway(id);
      },
    },
    locks,
    { nowMs: NOW_MS },
  );
  return { asked, seenAtMs: answers.map(({ gateway }) => gateway?.seenAtMs) };
}

describe('asking gateways alone', () => {
  it('asks each once, however many locks it serves, and none that the account says is there', async () => {
    const silent = { seenAtMs: null, ids: [901] };
    const locks = [lock(1, silent), lock(2, silent), lock(3, { seenAtMs: LATELY, ids: [902] }), lock(4, null), lock(5, undefined)];
    expect(await seen(locks, { 901: LATELY })).toEqual({ asked: [901], seenAtMs: [LATELY, LATELY, LATELY, undefined, undefined] });
  });

  it('takes the newest of several, and of what the account says', async () => {
    const two = lock(1, { seenAtMs: LONG_AGO, ids: [901, 902] });
    expect((await seen([two], { 901: null, 902: LATELY })).seenAtMs).toEqual([LATELY]);
    expect((await seen([two], { 901: null, 902: LONG_AGO - 1 })).seenAtMs).toEqual([LONG_AGO]);
  });

  it('does not call one silent that could not be asked', async () => {
    const two = lock(1, { seenAtMs: LONG_AGO, ids: [901, 902] });
    expect((await seen([two], { 901: LONG_AGO, 902: 'failed' })).seenAtMs).toEqual([null]);
    expect((await seen([two], { 901: LATELY, 902: 'failed' })).seenAtMs).toEqual([LATELY]);
  });
});
