import { describe, expect, it } from 'vitest';
import { startDeadline } from './deadline.ts';

describe('a deadline', () => {
  it('fires by time, with a reason that says so', async () => {
    const deadline = startDeadline(5, undefined);
    await new Promise<void>((resolve) => {
      deadline.signal.addEventListener('abort', () => resolve(), { once: true });
      setTimeout(resolve, 2_000);
    });
    expect(deadline.reached()).toBe(true);
    expect((deadline.signal.reason as Error).name).toBe('TimeoutError');
  });

  it('fires with its parent without being reached', () => {
    const parent = new AbortController();
    const deadline = startDeadline(60_000, parent.signal);
    parent.abort();
    expect(deadline.signal.aborted).toBe(true);
    expect(deadline.reached()).toBe(false);
    deadline.cancel();
  });

  it('has fired already when its parent has', () => {
    expect(startDeadline(60_000, AbortSignal.abort()).signal.aborted).toBe(true);
  });

  it('never fires once it is cancelled, by time or parent', async () => {
    const parent = new AbortController();
    const deadline = startDeadline(1, parent.signal);
    deadline.cancel();
    parent.abort();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(deadline.signal.aborted).toBe(false);
  });
});
