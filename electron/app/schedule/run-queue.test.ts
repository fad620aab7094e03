import { describe, expect, it } from 'vitest';
import { createRunQueue } from './run-queue.ts';

function gated() {
  const started: string[] = [];
  const gates: PromiseWithResolvers<string>[] = [];
  const queue = createRunQueue<string, string>(
    (request) => {
      started.push(request);
      const gate = Promise.withResolvers<string>();
      gates.push(gate);
      return gate.promise;
    },
    (waiting, later) => (waiting === later ? waiting : null),
  );
  const finish = (index: number): void => {
    gates[index]?.resolve('served');
  };
  return { queue, started, finish, gates };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the run queue', () => {
  it('runs one at a time and joins all requests that arrive meanwhile into one run', async () => {
    const { queue, started, finish } = gated();
    const first = queue.request('live');
    const second = queue.request('live');
    const third = queue.request('live');
    await settle();
    expect(started).toEqual(['live']);
    finish(0);
    await first;
    await settle();
    expect(started).toEqual(['live', 'live']);
    finish(1);
    await Promise.all([second, third]);
    expect(queue.isBusy()).toBe(false);
  });

  it('does not join requests that cannot share a run', async () => {
    const { queue, started, finish } = gated();
    const all = [queue.request('live'), queue.request('live'), queue.request('dry-run')];
    for (const index of [0, 1, 2]) {
      await settle();
      finish(index);
    }
    await Promise.all(all);
    expect(started).toEqual(['live', 'live', 'dry-run']);
  });

  it('rejects the request whose run threw, and continues', async () => {
    const { queue, finish, gates } = gated();
    const first = queue.request('live');
    const second = queue.request('dry-run');
    await settle();
    gates[0]?.reject(new Error('bug'));
    await expect(first).rejects.toThrow('bug');
    await settle();
    finish(1);
    expect(await second).toBe('served');
    await queue.whenIdle();
    expect(queue.isBusy()).toBe(false);
  });
});
