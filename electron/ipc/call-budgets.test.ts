import { describe, expect, it } from 'vitest';
import type { CallName } from '../../shared/ipc/channels.ts';
import { CallBudgets } from './call-budgets.ts';

function budgets(answer: () => Promise<boolean | null> = async () => false) {
  const world = { nowMs: 0, asked: 0 };
  const counted = new CallBudgets({
    clock: { uptimeMs: () => world.nowMs },
    ask: () => {
      world.asked += 1;
      return answer();
    },
  });
  const begin = (name: CallName, request: unknown = null) => counted.begin(name, request);
  const flood = async (name: CallName, count: number) => {
    const begun = await Promise.all(Array.from({ length: count }, async () => begin(name)));
    return begun.filter((ended) => ended !== null).length;
  };
  return { world, begin, flood };
}

describe('CallBudgets', () => {
  it('lets ten reveals through in a minute, of whatever kind, and asks the user once', async () => {
    const { world, begin, flood } = budgets();
    expect(await flood('code.reveal', 6)).toBe(6);
    expect(await flood('call.copy', 324)).toBe(4);
    expect(world.asked).toBe(1);
    // For a minute after the no, not even a question.
    world.nowMs = 59_999;
    expect(await begin('messages.copy')).toBeNull();
    expect(world.asked).toBe(1);
    world.nowMs = 60_000;
    expect(await flood('call.reveal', 11)).toBe(10);
    expect(world.asked).toBe(2);
  });

  it('lets ten more through where the user says yes, and takes no answer for no', async () => {
    const yes = budgets(async () => true);
    expect(await yes.flood('code.reveal', 10)).toBe(10);
    expect(await yes.begin('code.reveal')).not.toBeNull();
    expect(await yes.flood('code.reveal', 9)).toBe(9);
    expect(yes.world.asked).toBe(1);
    const none = budgets(async () => null);
    expect(await none.flood('code.reveal', 11)).toBe(10);
  });

  it('refuses while the question is open', async () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const { begin, flood, world } = budgets(() => promise);
    expect(await flood('code.reveal', 10)).toBe(10);
    const asking = begin('code.reveal');
    expect(await begin('code.reveal')).toBeNull();
    resolve(true);
    expect(await asking).not.toBeNull();
    expect(world.asked).toBe(1);
  });

  it('opens one dialog at a time, and ten in a minute', async () => {
    const { begin, world } = budgets();
    const first = await begin('history.export');
    expect(await begin('backup.save')).toBeNull();
    expect(await begin('sheet.emergency', { unitId: null, withPins: true })).toBeNull();
    // It asks nothing.
    expect(await begin('sheet.emergency', { unitId: null, withPins: false })).not.toBeNull();
    first?.();
    for (let count = 1; count < 10; count += 1) (await begin('sheet.save-pdf'))?.();
    expect(await begin('sheet.save-pdf')).toBeNull();
    world.nowMs = 60_000;
    expect(await begin('sheet.save-pdf')).not.toBeNull();
    expect(world.asked).toBe(0);
  });

  it('opens five folders in a minute, sends five test messages, and counts nothing else', async () => {
    const { flood } = budgets();
    expect(await flood('logs.open', 200)).toBe(5);
    expect(await flood('templates.test', 20)).toBe(5);
    expect(await flood('snapshot.get', 500)).toBe(500);
  });
});
